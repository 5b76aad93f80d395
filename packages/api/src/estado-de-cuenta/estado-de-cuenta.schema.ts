import { diffDays } from '@cunservicios/domain/calendario/fechas';
import { TIPOS_MOVIMIENTO } from '@cunservicios/domain/cartera/listas';
import { z } from 'zod';
import { fecha, id, pesos, texto } from '../core/schema.ts';

const MAS_DIAS = 1_830;

const entreDias = {
  numero_cuenta: texto(1, 50),
  desde: fecha,
  hasta: fecha,
};
type Dias = { desde: string; hasta: string };
const enOrden = ({ desde, hasta }: Dias) => desde <= hasta && diffDays(desde, hasta) <= MAS_DIAS;
const ORDEN = {
  path: ['hasta'],
  error: 'Elija un último día que no sea anterior al primero, hasta cinco años después.',
};

export const byDias = z.strictObject(entreDias).refine(enOrden, ORDEN);
export const archivoDeEstado = z
  .strictObject({ ...entreDias, formato: z.enum(['csv', 'xlsx', 'pdf']).default('pdf') })
  .refine(enOrden, ORDEN);

/** An account between two days: opening balance + entries = closing balance. */
export const estadoDeCuenta = z.object({
  numero_cuenta: z.string(),
  nombre: z.string(),
  direccion: z.string(),
  desde: fecha,
  hasta: fecha,
  saldo_inicial: pesos.meta({ description: 'Before the first day' }),
  cargos: pesos.meta({ description: 'Sum of the entries above zero' }),
  abonos: pesos.meta({ description: 'Sum of the entries below zero, as a figure above zero' }),
  saldo_final: pesos.meta({ description: 'After the last day' }),
  movimientos: z.array(
    z.object({
      id,
      fecha,
      tipo: z.enum(TIPOS_MOVIMIENTO),
      concepto: z.string().meta({ description: 'The entry in words' }),
      numero_factura: z.string().nullable(),
      valor: pesos,
      saldo: pesos.meta({ description: 'After this entry' }),
    }),
  ),
});
export type EstadoDeCuenta = z.infer<typeof estadoDeCuenta>;
