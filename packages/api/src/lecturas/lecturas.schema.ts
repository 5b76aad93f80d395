import { z } from 'zod';
import { TIPOS_LECTURA } from '@cunservicios/domain/consumo/listas';
import { fecha, id, instante, page, texto } from '../core/schema.ts';
import { lecturaM3, serial } from '../medidores/medidores.schema.ts';

export const createLectura = z
  .strictObject({
    medidor: serial,
    fecha_lectura: fecha,
    lectura_m3: lecturaM3.optional(),
    tipo: z.enum(TIPOS_LECTURA).default('real'),
    causal: texto(1, 40).optional().meta({ description: 'Why the meter could not be read' }),
  })
  .refine((lectura) => lectura.lectura_m3 !== undefined || lectura.causal !== undefined, {
    path: ['lectura_m3'],
    error: 'Escriba la lectura, o la causal si no se pudo leer.',
  });

export const corregirLectura = z
  .strictObject({
    lectura_id: id,
    lectura_m3: lecturaM3.optional(),
    causal: texto(1, 40).optional().meta({ description: 'Why there is no reading after all' }),
    motivo: texto(3, 500),
  })
  .refine((lectura) => lectura.lectura_m3 !== undefined || lectura.causal !== undefined, {
    path: ['lectura_m3'],
    error: 'Escriba la lectura correcta, o la causal si no se pudo leer.',
  });

export const lectura = z.object({
  id,
  medidor: z.string(),
  numero_cuenta: z.string(),
  fecha_lectura: fecha,
  lectura_m3: z.string().nullable(),
  tipo: z.enum(TIPOS_LECTURA),
  causal: z.string().nullable(),
  reemplaza_id: id.nullable().meta({ description: 'The reading it corrects' }),
  created_at: instante,
});

export const listLecturas = page.extend({
  medidor: serial.optional(),
  numero_cuenta: texto(1, 50).optional(),
  desde: fecha.optional(),
  hasta: fecha.optional(),
});
