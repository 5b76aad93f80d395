import { z } from 'zod';
import { TIPOS_DOCUMENTO } from '@cunservicios/domain/documento/listas';
import { SERVICIOS, USOS } from '@cunservicios/domain/tarifa/listas';
import { codigo, fecha, id, instante, page, pesos, texto } from '../core/schema.ts';

export const ESTADOS_CLIENTE = ['activo', 'suspendido', 'cortado', 'retirado'] as const;

export const numeroCuenta = texto(1, 50);

/** What a person may write of an account. Money and state of the service are never written here. */
const facts = {
  nombre: texto(1, 160),
  direccion: texto(1, 200),
  telefono: texto(0, 40),
  correo: z.union([z.literal(''), texto(3, 254).pipe(z.email())]),
  tipo_documento: z.enum(TIPOS_DOCUMENTO).nullable(),
  documento: texto(1, 30).nullable(),
  uso: z.enum(USOS),
  estrato: z
    .number()
    .int()
    .min(1)
    .max(6)
    .nullable()
    .meta({ description: '1 to 6 for uso residencial, null for the others' }),
  servicios: z.array(z.enum(SERVICIOS)).min(1).max(2),
  ciclo: codigo.nullable(),
  ruta: codigo.nullable(),
  orden: z.number().int().min(0).max(1_000_000),
  unidades: z.number().int().min(1).max(10_000),
  servicio_desde: fecha
    .nullable()
    .meta({ description: 'First day of service: pro-rates the first period. null: from before the records' }),
  servicio_hasta: fecha.nullable().meta({ description: 'Last day of service: pro-rates the last period' }),
  clases: z
    .array(
      z.strictObject({
        uso: z.enum(USOS),
        estrato: z.number().int().min(1).max(6).nullable(),
        unidades: z.number().int().min(1).max(10_000),
      }),
    )
    .min(2)
    .max(12)
    .nullable()
    .meta({
      description: 'Mixed multiusuario (CRA 319/2005): its units by class, instead of uso, estrato and unidades',
    }),
  protegido: texto(3, 200).nullable().meta({ description: 'Why its service is not suspended (persons protected)' }),
  exento_desincentivo: texto(3, 200)
    .nullable()
    .meta({ description: 'Why it does not pay the desincentivo (inquilinato, hogar comunitario, área común)' }),
};

export const createCliente = z.strictObject({
  numero_cuenta: numeroCuenta,
  nombre: facts.nombre,
  direccion: facts.direccion,
  telefono: facts.telefono.default(''),
  correo: facts.correo.default(''),
  tipo_documento: facts.tipo_documento.default(null),
  documento: facts.documento.default(null),
  uso: facts.uso.default('residencial'),
  estrato: facts.estrato.default(null),
  servicios: facts.servicios.default(['acueducto', 'alcantarillado']),
  ciclo: facts.ciclo.default(null),
  ruta: facts.ruta.default(null),
  orden: facts.orden.default(0),
  unidades: facts.unidades.default(1),
  servicio_desde: facts.servicio_desde.default(null),
  servicio_hasta: facts.servicio_hasta.default(null),
  clases: facts.clases.default(null),
  protegido: facts.protegido.default(null),
  exento_desincentivo: facts.exento_desincentivo.default(null),
});

export const updateCliente = z.strictObject({
  numero_cuenta: numeroCuenta,
  nombre: facts.nombre.optional(),
  direccion: facts.direccion.optional(),
  telefono: facts.telefono.optional(),
  correo: facts.correo.optional(),
  tipo_documento: facts.tipo_documento.optional(),
  documento: facts.documento.optional(),
  uso: facts.uso.optional(),
  estrato: facts.estrato.optional(),
  servicios: facts.servicios.optional(),
  ciclo: facts.ciclo.optional(),
  ruta: facts.ruta.optional(),
  orden: facts.orden.optional(),
  unidades: facts.unidades.optional(),
  servicio_desde: facts.servicio_desde.optional(),
  servicio_hasta: facts.servicio_hasta.optional(),
  clases: facts.clases.optional(),
  protegido: facts.protegido.optional(),
  exento_desincentivo: facts.exento_desincentivo.optional(),
  estado: z.enum(ESTADOS_CLIENTE).optional(),
});

export const byCuenta = z.strictObject({ numero_cuenta: numeroCuenta });

export const listClientes = page.extend({
  q: texto(0, 100)
    .optional()
    .meta({ description: 'Words of the name, account, document, address or meter; accents do not matter' }),
  uso: z.enum(USOS).optional(),
  estrato: z.number().int().min(1).max(6).optional(),
  estado: z.enum(ESTADOS_CLIENTE).optional(),
  ciclo: codigo.optional(),
  ruta: codigo.optional(),
});

export const cliente = z.object({
  id,
  numero_cuenta: z.string(),
  nombre: z.string(),
  tipo_documento: z.enum(TIPOS_DOCUMENTO).nullable(),
  documento: z.string().nullable(),
  direccion: z.string(),
  telefono: z.string(),
  correo: z.string(),
  uso: z.enum(USOS),
  estrato: z.number().int().nullable(),
  servicios: z.array(z.enum(SERVICIOS)),
  ciclo: z.string().nullable(),
  ruta: z.string().nullable(),
  orden: z.number().int(),
  unidades: z.number().int(),
  servicio_desde: fecha.nullable(),
  servicio_hasta: fecha.nullable(),
  clases: facts.clases,
  protegido: z.string().nullable(),
  exento_desincentivo: z.string().nullable(),
  estado: z.enum(ESTADOS_CLIENTE),
  medidor: z.string().nullable().meta({ description: 'Serial of the meter in place' }),
  saldo: pesos.meta({ description: 'What the account owes, whole pesos (the ledger in one figure)' }),
  saldo_favor: pesos.meta({ description: 'Advances that no bill has used, already taken off `saldo`' }),
  version: z.number().int(),
  created_at: instante,
  updated_at: instante,
});

export type CreateCliente = z.infer<typeof createCliente>;
export type ListClientes = z.infer<typeof listClientes>;
