import { MODOS_VERTIMIENTO } from '@cunservicios/domain/consumo/listas';
import { z } from 'zod';
import { codigo, fecha, id, instante, texto } from '../core/schema.ts';

const numero_cuenta = texto(1, 50);
const finDespues = { path: ['hasta'], error: 'La última fecha no puede ser anterior a la primera.' };
const enOrden = ({ desde, hasta }: { desde: string; hasta?: string | undefined }) =>
  hasta === undefined || hasta >= desde;

export const createFuga = z.strictObject({
  numero_cuenta,
  detectada_en: fecha.meta({
    description: 'Day the hidden leak was found: from it on two months are billed by average',
  }),
  motivo: texto(3, 500).meta({ description: 'How it was found, and the visit that did' }),
});

export const createVertimiento = z
  .strictObject({
    numero_cuenta,
    modo: z
      .enum(MODOS_VERTIMIENTO)
      .meta({ description: 'fuente_propia adds to the m³ of acueducto; aforo takes their place' }),
    m3_mes: z.number().int().min(0).max(1_000_000).meta({ description: 'm³ a month' }),
    desde: fecha,
    hasta: fecha.optional(),
    soporte: texto(3, 500).meta({ description: 'The gauging or declaration it rests on' }),
  })
  .refine(enOrden, finDespues);

export const createDecision = z
  .strictObject({
    numero_cuenta,
    solicitud_fecha: fecha.meta({ description: 'Day the entity asked for it' }),
    decision: texto(3, 500).meta({ description: 'The express decision of the utility, with its number' }),
    desde: fecha,
    hasta: fecha.optional(),
  })
  .refine(enOrden, finDespues)
  .refine(({ desde, solicitud_fecha }) => desde >= solicitud_fecha, {
    path: ['desde'],
    error: 'La decisión no rige antes de la solicitud.',
  });

export const terminarVertimiento = z.strictObject({ vertimiento_id: id, hasta: fecha });
export const terminarDecision = z.strictObject({ decision_id: id, hasta: fecha });
export const terminarDesincentivo = z.strictObject({ desincentivo_id: id, hasta: fecha });

const base = { id, created_at: instante };
export const fuga = z.object({ ...base, detectada_en: fecha, hasta: fecha, motivo: z.string() });
export const vertimiento = z.object({
  ...base,
  modo: z.enum(MODOS_VERTIMIENTO),
  m3_mes: z.number().int(),
  desde: fecha,
  hasta: fecha.nullable(),
  soporte: z.string(),
});
export const decision = z.object({
  ...base,
  solicitud_fecha: fecha,
  decision: z.string(),
  desde: fecha,
  hasta: fecha.nullable(),
});

export const byCuenta = z.strictObject({ numero_cuenta });
export const condiciones = z.object({
  fugas: z.array(fuga),
  vertimientos: z.array(vertimiento),
  decisiones: z.array(decision),
});

export const createDesincentivo = z
  .strictObject({
    desde: fecha,
    hasta: fecha.optional(),
    norma: texto(3, 300),
    tercero: codigo.meta({ description: 'Whose money it is: the code of a third party' }),
  })
  .refine(enOrden, finDespues);
export const desincentivo = z.object({
  ...base,
  desde: fecha,
  hasta: fecha.nullable(),
  norma: z.string(),
  tercero: z.string(),
});
