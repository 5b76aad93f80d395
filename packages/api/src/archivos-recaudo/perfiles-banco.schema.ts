// What each bank does its own way in its collection files.
import {
  CAMPOS,
  CODIFICACIONES,
  FORMAS_NIT,
  PERFIL_COMUN,
  type PerfilBanco,
  REFERENCIAS_DE,
  SECUENCIAS,
} from '@cunservicios/domain/recaudo/asobancaria-campos';
import { z } from 'zod';
import { instante, texto } from '../core/schema.ts';

export const banco = z
  .string()
  .regex(/^\d{3}$/, { error: 'Escriba los tres dígitos del código del banco, como 007.' })
  .meta({ example: '007' });

/** A user; 0 is the console of the server. */
export const quien = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable();

const [PRIMERA, ULTIMA] = CAMPOS.detalle.referencia;
const posicion = z.number().int().min(PRIMERA).max(ULTIMA);

const opciones = {
  referencia_desde: posicion.meta({ description: 'First position of the reference in a detail line, from 1' }),
  referencia_hasta: posicion.meta({ description: 'Last position of the reference' }),
  referencia_es: z.enum(REFERENCIAS_DE).meta({
    description: 'What the reference names: our bill, the number of the account, or the bill and else the account',
  }),
  relleno: z
    .string()
    .regex(/^[\u0020-\u007e]$/, { error: 'Escriba un solo carácter.' })
    .meta({ description: 'What fills the reference up on its left, besides blanks' }),
  con_decimales: z.boolean().meta({ description: 'Amounts end in two decimals that are not written as such' }),
  nit: z.enum(FORMAS_NIT).meta({ description: 'Whether the NIT of the utility carries its check digit' }),
  codificacion: z.enum(CODIFICACIONES),
  secuencia: z
    .enum(SECUENCIAS)
    .meta({ description: 'What numbers a row: its own field, or its line where the bank numbers none' }),
  codigo_servicio: texto(1, 13)
    .nullable()
    .meta({ description: 'Service code (GLN) that every batch must carry; null: any' }),
};
type Opciones = typeof opciones;

/** Every option of a bank. */
export const perfil = z.object(opciones);

/** What is left out is as the format was published. */
const nuevoPerfil = z
  .strictObject(
    Object.fromEntries(
      Object.entries(opciones).map(([nombre, opcion]) => [
        nombre,
        (opcion as z.ZodType).default(PERFIL_COMUN[nombre as keyof PerfilBanco]),
      ]),
    ) as { [K in keyof Opciones]: z.ZodDefault<Opciones[K]> },
  )
  .refine(({ referencia_desde, referencia_hasta }) => referencia_desde <= referencia_hasta, {
    path: ['referencia_hasta'],
    error: 'La última posición no puede ir antes de la primera.',
  });

export const perfilBanco = z.object({
  banco,
  nombre: z.string(),
  perfil,
  version: z.number().int(),
  user_id: quien.meta({ description: 'Who wrote it last' }),
  updated_at: instante,
});

export const savePerfilBanco = z.strictObject({ banco, nombre: texto(1, 60), perfil: nuevoPerfil });
export const byBanco = z.strictObject({ banco });
