// Collection files of a bank for tests, as the bank would write them.
import {
  type DetalleRecaudo,
  type EncabezadoRecaudo,
  PERFIL_COMUN,
  type PerfilBanco,
} from '@cunservicios/domain/recaudo/asobancaria-campos';
import { escribirAsobancaria } from '@cunservicios/domain/recaudo/escribir-asobancaria';

export const NIT = '900123818';

export type FilaDePrueba = Partial<DetalleRecaudo> & { referencia: string; valor: number };

/** A file of one batch; rows are numbered from 1 unless they say otherwise. */
export function archivoDe(
  filas: readonly FilaDePrueba[],
  encabezado: Partial<EncabezadoRecaudo> = {},
  perfil: PerfilBanco = PERFIL_COMUN,
): string {
  const detalles = filas.map((fila, i) => ({
    lote: 1,
    secuencia: i + 1,
    centavos: 0,
    origen: '01',
    canal: '01',
    operacion: '000152',
    autorizacion: '000000',
    entidad: '000',
    sucursal: '0123',
    causal_devolucion: null,
    ...fila,
  }));
  const lineas = escribirAsobancaria(
    {
      nit: '9001238180',
      fecha: '2026-06-30',
      banco: '007',
      cuenta: '00000123456789',
      fecha_archivo: '2026-07-01',
      hora: '0830',
      modificador: 'A',
      tipo_cuenta: '01',
      ...encabezado,
    },
    [{ codigo_servicio: '7709998000018', lote: 1, detalles }],
    perfil,
  );
  return `${[...lineas].join('\r\n')}\r\n`;
}
