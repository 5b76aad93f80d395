import { ACCIONES, ADVERTENCIAS, METODOS } from '@cunservicios/domain/consumo/listas';
import { z } from 'zod';
import { codigo, fecha, pesos, texto } from '../core/schema.ts';
import { lecturaM3 } from '../medidores/medidores.schema.ts';
import { byCodigo, periodo } from '../periodos/periodos.schema.ts';

const motivo = texto(3, 500).meta({ description: 'Why; kept with the name of who decided' });

export const resolver = z
  .strictObject({
    codigo,
    ciclo: codigo.optional(),
    cuentas: z.array(texto(1, 50)).min(1).max(1_000).meta({ description: 'Account numbers' }),
    advertencia: z.enum(ADVERTENCIAS),
    accion: z.enum(ACCIONES).meta({
      description:
        'confirmar: the reading stands (a lower one went round past zero); corregir: another reading replaces it; inspeccionar: somebody goes and looks; promediar: bill the average',
    }),
    motivo,
    lectura_m3: lecturaM3
      .optional()
      .meta({ description: 'With corregir, of one account: what the dial really showed' }),
    fecha_lectura: fecha
      .optional()
      .meta({ description: 'Day of that reading, where there was none; last day of the period unless given' }),
  })
  .refine(({ accion, lectura_m3 }) => (accion === 'corregir') === (lectura_m3 !== undefined), {
    path: ['lectura_m3'],
    error: 'Escriba la lectura correcta, y solo para corregir.',
  })
  .refine(({ accion, cuentas }) => accion !== 'corregir' || cuentas.length === 1, {
    path: ['cuentas'],
    error: 'Las lecturas se corrigen de a una cuenta.',
  });

/** What became of each account. */
export const resueltas = z.object({
  periodo,
  cuentas: z.array(
    z.object({
      numero_cuenta: z.string(),
      estado: z.enum(['lista', 'apartada']),
      metodo: z.enum(METODOS).nullable(),
      consumo_m3: z.number().int().nullable(),
      consumo_antes_m3: z.number().int().nullable().meta({ description: 'Before the decision' }),
      valor_total: pesos,
      valor_antes: pesos.meta({ description: 'Before the decision' }),
      advertencias: z.array(z.string()),
    }),
  ),
});

export const DIMENSIONES = ['uso', 'estrato', 'ruta'] as const;

export const comparar = byCodigo.extend({ por: z.enum(DIMENSIONES).default('uso') });

/** A period against the one before, group by group. */
export const comparacion = z.object({
  codigo: z.string(),
  anterior: z.string().nullable().meta({ description: 'Code of the period before' }),
  grupos: z.array(
    z.object({
      clave: z.string(),
      cuentas: z.number().int(),
      consumo_m3: z.number().int(),
      valor_total: pesos,
      cuentas_anterior: z.number().int(),
      consumo_anterior_m3: z.number().int(),
      valor_anterior: pesos,
    }),
  ),
  salen: z.object({
    cuentas: z.number().int().meta({ description: 'Accounts billed in the period before and not in this one' }),
    valor_anterior: pesos,
  }),
});

export const aprobar = byCodigo.extend({ motivo: texto(0, 500).default('') });
