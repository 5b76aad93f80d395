// What the lists of money that comes in are called on the screen.
import type { AvisoPago, CausaReverso, EstadoReverso, OrigenPago } from '@cunservicios/domain/recaudo/listas';
import { INTERESES } from '@cunservicios/domain/recaudo/componentes';
import { mayuscula } from '../core/mayuscula.ts';

export const NOMBRE_ORIGEN: Record<OrigenPago, string> = {
  oficina: 'Oficina o programa',
  caja: 'Caja',
  archivo: 'Archivo de un banco',
  pasarela: 'Pago en línea',
};

export const NOMBRE_CAUSA: Record<CausaReverso, string> = {
  cheque_devuelto: 'Cheque devuelto por el banco',
  contracargo: 'Contracargo de la tarjeta',
  cuenta_equivocada: 'Se registró en otra cuenta',
  error_de_registro: 'Error al registrarlo',
  reembolso: 'Se devuelve el dinero',
};

export const ESTADO_REVERSO: Record<EstadoReverso, string> = {
  pendiente: 'Espera a otra persona',
  aplicado: 'Deshecho',
  rechazado: 'Rechazado',
};

/** What each notice means, and what to do about it. */
export const AVISO: Record<AvisoPago, string> = {
  factura_pagada: 'La factura ya estaba pagada: el dinero fue a otras facturas de la cuenta o quedó a su favor.',
  factura_anulada: 'La factura está anulada: el dinero fue a otras facturas de la cuenta o quedó a su favor.',
  en_reclamo: 'Una parte está en reclamo y no se pagó. Quien paga puede pedir que se incluya.',
  anticipo: 'Sobró dinero: queda a favor de la cuenta y se usa solo en la próxima factura.',
  intereses_de_mas:
    'El dinero llegó antes de una factura que cobró intereses por esos días: revise si debe devolverlos con una nota.',
};

/** "Intereses", "Otros cobros", "Acueducto". */
export const nombreComponente = (componente: string) =>
  componente === INTERESES ? 'Intereses' : componente === 'otros' ? 'Otros cobros' : mayuscula(componente);
