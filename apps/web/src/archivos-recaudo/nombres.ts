import type { EstadoArchivoRecaudo, EstadoRecaudo, MotivoRecaudo } from '@cunservicios/domain/recaudo/listas';

type Tono = 'bien' | 'info' | 'alerta' | 'mal' | undefined;

export const ESTADO_ARCHIVO: Record<EstadoArchivoRecaudo, [string, Tono]> = {
  cargando: ['Leyendo', 'info'],
  rechazado: ['Rechazado', 'mal'],
  cargado: ['Leído, sin aplicar', 'alerta'],
  aplicando: ['Aplicando', 'info'],
  aplicado: ['Aplicado', 'bien'],
};

export const ESTADO_RECAUDO: Record<EstadoRecaudo, [string, Tono]> = {
  por_aplicar: ['Por aplicar', 'info'],
  aplicado: ['Aplicada', 'bien'],
  no_identificado: ['Sin identificar', 'alerta'],
  duplicado: ['Repetida', 'alerta'],
  devuelto: ['Devuelta por el banco', undefined],
  invalido: ['No se puede aplicar', 'alerta'],
  descartado: ['Descartada', undefined],
};

export const MOTIVO_RECAUDO: Record<MotivoRecaudo, string> = {
  referencia_vacia: 'La referencia está vacía.',
  referencia_desconocida: 'Ninguna factura ni cuenta tiene esa referencia.',
  cuenta_ambigua: 'Varias cuentas tienen esos dígitos.',
  fila_repetida: 'Otra fila trae el mismo banco, fecha, lote y secuencia.',
  pago_registrado: 'Ya hay un pago con su referencia.',
  devuelto_por_el_banco: 'El banco devolvió el dinero.',
  valor_con_centavos: 'El valor trae centavos.',
  valor_cero: 'El valor es cero.',
  valor_muy_grande: 'El valor es demasiado grande para un pago.',
};

export const DESTINO = {
  factura_pendiente: 'Facturas por pagar',
  factura_pagada: 'Facturas ya pagadas: queda a favor de la cuenta',
  factura_anulada: 'Facturas anuladas: queda a favor de la cuenta',
  cuenta: 'Cuentas, sin decir la factura',
} as const;
