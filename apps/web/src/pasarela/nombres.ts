// The words of the gateway, as staff read them.
import type { Outputs } from '../core/trpc.ts';

type Intento = Outputs['pasarela']['intentos']['items'][number];
type Transaccion = Outputs['pasarela']['novedades']['items'][number];

export const ESTADO_INTENTO: Record<Intento['estado'], [string, 'bien' | 'alerta' | 'mal' | undefined]> = {
  creado: ['Sin respuesta', 'alerta'],
  pendiente: ['Pendiente', 'alerta'],
  aprobado: ['Aprobado', 'bien'],
  rechazado: ['Rechazado', undefined],
  error: ['Falló', undefined],
  en_revision: ['En revisión', 'mal'],
  anulado: ['Devuelto', undefined],
  vencido: ['No se completó', undefined],
};

export const QUE: Record<Intento['que'], string> = {
  factura: 'La factura',
  cuenta: 'Todo lo que debe',
  sin_reclamo: 'Todo, sin lo reclamado',
  otro_valor: 'Otro valor',
};

export const AMBIENTE: Record<Intento['ambiente'], string> = {
  produccion: 'Producción: dinero de verdad',
  pruebas: 'Pruebas de Wompi: nadie paga de verdad',
  simulador: 'Simulador de este servidor: nadie paga de verdad',
};

export const NOVEDAD: Record<NonNullable<Transaccion['novedad']>, string> = {
  referencia_desconocida: 'La referencia no es de un pago nuestro',
  moneda_distinta: 'Llegó en otra moneda',
  valor_distinto: 'Llegó un valor distinto del pedido',
  aprobada_dos_veces: 'El mismo pago se aprobó dos veces',
  ya_registrada: 'Alguien ya registró ese pago a mano',
  reverso_en_espera: 'La pasarela lo devolvió y su reverso espera aprobación',
};

export const RESOLUCION: Record<NonNullable<Transaccion['resolucion']>, string> = {
  registrada: 'Registrada como pago',
  devuelta: 'Devuelta',
  descartada: 'No es nuestra',
  anulada: 'Anulada por la pasarela',
};

export const TRANSACCION: Record<Transaccion['estado'], string> = {
  PENDING: 'Pendiente',
  APPROVED: 'Aprobada',
  DECLINED: 'Rechazada',
  VOIDED: 'Anulada',
  ERROR: 'Falló',
};

/** "$ 45.000", or what came in another currency. */
export const dinero = (centavos: number, moneda: string) => {
  const texto = (centavos / 100).toLocaleString('es-CO', {
    minimumFractionDigits: moneda === 'COP' ? 0 : 2,
    maximumFractionDigits: 2,
  });
  return moneda === 'COP' ? `$ ${texto}` : `${texto} ${moneda}`;
};
