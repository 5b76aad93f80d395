import { z } from 'zod';
import { SERVICIOS, USOS } from '@cunservicios/domain/tarifa/listas';
import { ejecucion } from '../ejecuciones/ejecuciones.schema.ts';
import { codigo, decimal, fecha, id, instante, m3, page, pesos, texto } from '../core/schema.ts';

const precios = z.strictObject({
  cargo_fijo: decimal.meta({ description: '$ per suscriptor and month' }),
  consumo: decimal.meta({ description: '$ per m³' }),
});
const porServicio = <T extends z.ZodType>(value: T) =>
  z.strictObject({ acueducto: value.optional(), alcantarillado: value.optional() });

const factor = z.union([decimal, porServicio(decimal)]);
const factores = z
  .strictObject({
    residencial: z.strictObject({ '1': factor, '2': factor, '3': factor, '4': factor, '5': factor, '6': factor }),
    comercial: factor,
    industrial: factor,
    oficial: factor,
    especial: factor,
  })
  .meta({ description: 'Subsidy (negative) or contribution (positive) of each class: "-0.40" subsidises 40 %' });

export const createTarifa = z.strictObject({
  vigente_desde: fecha,
  fuente: texto(1, 300).meta({ description: 'The act, resolution or file the prices come from' }),
  servicios: porServicio(precios),
  factores,
});

export const tarifa = z.object({
  id,
  vigente_desde: fecha,
  vigente_hasta: fecha.nullable().meta({ description: 'Last day, when a later version exists' }),
  fuente: z.string(),
  servicios: porServicio(precios),
  factores,
  created_at: instante,
});

export const impacto = createTarifa.extend({
  periodo: codigo.meta({ description: 'Liquidated period whose accounts and m³ the version is tried on' }),
  ciclo: codigo.optional(),
});

const deCuenta = {
  uso: z.enum(USOS),
  estrato: z.number().int().nullable(),
  antes: pesos.meta({ description: 'With the version of the period' }),
  despues: pesos.meta({ description: 'With the version that is tried' }),
};

/** What a version would do: by use and estrato, and the accounts it changes most. */
export const resultadoImpacto = z.object({
  ejecucion,
  periodo: z.string(),
  version: createTarifa,
  grupos: z.array(
    z.object({
      ...deCuenta,
      cuentas: z.number().int(),
      suben: z.number().int().meta({ description: 'Accounts that would pay more' }),
      bajan: z.number().int().meta({ description: 'Accounts that would pay less' }),
      subsidios_antes: pesos,
      subsidios_despues: pesos,
      contribuciones_antes: pesos,
      contribuciones_despues: pesos,
    }),
  ),
  mayores: z.array(
    z.object({ ...deCuenta, numero_cuenta: z.string(), nombre: z.string(), consumo_m3: z.number().int() }),
  ),
});

export const listTarifas = page;

export const simular = z.strictObject({
  uso: z.enum(USOS).default('residencial'),
  estrato: z.number().int().min(1).max(6).nullable().optional(),
  consumo_m3: m3,
  altitud_msnm: z.number().int().min(-50).max(6000).optional(),
  meses: z.union([z.literal(1), z.literal(2)]).default(1),
  dias: z.number().int().min(1).max(366).optional(),
  dias_ciclo: z.number().int().min(1).max(366).optional(),
  unidades: z.number().int().min(1).max(10_000).optional(),
  vertimiento_m3: m3.optional(),
  desincentivo: z.boolean().optional(),
  servicios: z.array(z.enum(SERVICIOS)).min(1).max(2).optional(),
  tarifas: porServicio(precios).optional(),
  factores: porServicio(decimal).optional(),
  fecha: fecha
    .optional()
    .meta({ description: "Day whose tariff version fills in what is left out; the tenant's today unless given" }),
});

/** A line of a bill; it explains itself. */
export const linea = z.object({
  servicio: z.string(),
  codigo: z.string(),
  concepto: z.string(),
  cantidad: z.string(),
  valor_unitario: z.string(),
  formula: z.string(),
  norma: z.string(),
  valor: pesos,
});

export const simulacion = z.object({ lineas: z.array(linea), total: pesos });
