import { z } from 'zod';
import { fecha } from '../core/schema.ts';

export const festivosDe = z.strictObject({ anio: z.number().int().min(1984).max(2100) });
export const festivos = z.array(z.object({ fecha, nombre: z.string() }));

export const plazoDe = z.strictObject({ recibido: fecha, dias: z.number().int().min(1).max(365).default(15) });
export const plazo = z.object({ recibido: fecha, dias: z.number().int(), limite_legal: fecha, limite_seguro: fecha });
