import { type Place, type PlacesOf, prepared } from '@cunservicios/db/prepared';
import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { ClaseCuenta } from '@cunservicios/domain/tarifa/corrida';
import { sql } from 'kysely';
import type { ListClientes } from './clientes.schema.ts';

const clientes = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('clientes as c')
    .leftJoin('ciclos as k', (join) => join.onRef('k.tenant_id', '=', 'c.tenant_id').onRef('k.id', '=', 'c.ciclo_id'))
    .leftJoin('rutas as r', (join) => join.onRef('r.tenant_id', '=', 'c.tenant_id').onRef('r.id', '=', 'c.ruta_id'))
    .leftJoin('medidores as m', (join) =>
      join.onRef('m.tenant_id', '=', 'c.tenant_id').onRef('m.cliente_id', '=', 'c.id').on('m.retirado_en', 'is', null),
    )
    .select([
      'c.id',
      'c.numero_cuenta',
      'c.nombre',
      'c.tipo_documento',
      'c.documento',
      'c.direccion',
      'c.telefono',
      'c.correo',
      'c.uso',
      'c.estrato',
      'c.servicios',
      'c.orden',
      'c.unidades',
      'c.servicio_desde',
      'c.servicio_hasta',
      sql<ClaseCuenta[] | null>`c.clases`.as('clases'),
      'c.protegido',
      'c.exento_desincentivo',
      'c.estado',
      'c.saldo',
      'c.saldo_favor',
      'c.version',
      'c.created_at',
      'c.updated_at',
      'k.codigo as ciclo',
      'r.codigo as ruta',
      'm.serial as medidor',
    ])
    .where('c.tenant_id', '=', tenant_id);

export type ClienteRow = NonNullable<Awaited<ReturnType<typeof selectCliente>>>;

const byCuenta = prepared((t, { numero_cuenta }: { numero_cuenta: Place<string> }) =>
  clientes(t).where('c.numero_cuenta', '=', numero_cuenta),
);

export const selectCliente = async (t: TenantDb, numero_cuenta: string) => (await byCuenta(t, { numero_cuenta }))[0];

export const selectClienteId = ({ db, tenant_id }: TenantDb, numero_cuenta: string) =>
  db
    .selectFrom('clientes')
    .select('id')
    .where('tenant_id', '=', tenant_id)
    .where('numero_cuenta', '=', numero_cuenta)
    .executeTakeFirst();

export const selectClienteExists = ({ db, tenant_id }: TenantDb, id: number) =>
  db.selectFrom('clientes').select('id').where('tenant_id', '=', tenant_id).where('id', '=', id).executeTakeFirst();

export const selectClienteFacts = ({ db, tenant_id }: TenantDb, numero_cuenta: string) =>
  db
    .selectFrom('clientes')
    .selectAll()
    .where('tenant_id', '=', tenant_id)
    .where('numero_cuenta', '=', numero_cuenta)
    .executeTakeFirst();

export const lockCliente = ({ db, tenant_id }: TenantTx, numero_cuenta: string) =>
  db
    .selectFrom('clientes')
    .selectAll()
    .where('tenant_id', '=', tenant_id)
    .where('numero_cuenta', '=', numero_cuenta)
    .forUpdate()
    .executeTakeFirst();

/** The account of a bill. */
export const lockClienteDe = ({ db, tenant_id }: TenantTx, factura_id: number) =>
  db
    .selectFrom('clientes')
    .selectAll()
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', (eb) =>
      eb
        .selectFrom('facturas as f')
        .select('f.cliente_id')
        .where('f.tenant_id', '=', tenant_id)
        .where('f.id', '=', factura_id),
    )
    .forUpdate()
    .executeTakeFirst();

type Filter = Omit<ListClientes, 'limit' | 'skip' | 'cursor' | 'count' | 'q'>;
type Page = { limit: number; skip: number; after?: number | undefined };
/** Values, or the places of a prepared statement where they will stand. */
type Given<T> = { [K in keyof T]: T[K] | Place<NonNullable<T[K]>> };

function filtered(t: TenantDb, { uso, estrato, estado, ciclo, ruta }: Given<Filter>, words: string[] = []) {
  let query = clientes(t);
  for (const word of words)
    query = query.where((eb) => eb.or([eb('c.busqueda', 'like', `%${word}%`), eb(sql`lower(m.serial)`, '=', word)]));
  if (uso) query = query.where('c.uso', '=', uso);
  if (estrato) query = query.where('c.estrato', '=', estrato);
  if (estado) query = query.where('c.estado', '=', estado);
  if (ciclo) query = query.where('k.codigo', '=', ciclo);
  if (ruta) query = query.where('r.codigo', '=', ruta);
  return query;
}

function pageOf(t: TenantDb, { limit, skip, after, ...filter }: Given<Filter & Page>, words?: string[]) {
  const query = filtered(t, filter, words).orderBy('c.id').limit(limit);
  return after === undefined ? query.offset(skip) : query.where('c.id', '>', after);
}

const withoutWords = prepared((t, places: PlacesOf<Filter & Page>) => pageOf(t, places));

/** One row more than `limit`, which tells whether a next page exists. */
export function selectClientes(t: TenantDb, { words, limit, ...filter }: Filter & Page & { words: string[] }) {
  const wanted = { ...filter, limit: limit + 1 };
  return words.length === 0 ? withoutWords(t, wanted) : pageOf(t, wanted, words).execute();
}

export const countClientes = async (t: TenantDb, { words, ...filter }: Filter & { words: string[] }) =>
  (
    await filtered(t, filter, words)
      .clearSelect()
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

export type ClienteFacts = {
  nombre: string;
  direccion: string;
  telefono: string;
  correo: string;
  tipo_documento: 'CC' | 'CE' | 'TI' | 'NIT' | 'PAS' | 'PEP' | 'PPT' | null;
  documento: string | null;
  uso: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial';
  estrato: number | null;
  servicios: ('acueducto' | 'alcantarillado')[];
  ciclo_id: number | null;
  ruta_id: number | null;
  orden: number;
  unidades: number;
  servicio_desde: string | null;
  servicio_hasta: string | null;
  clases: ClaseCuenta[] | null;
  protegido: string | null;
  exento_desincentivo: string | null;
  busqueda: string;
};

/** jsonb is written as its text. */
const written = <T extends { clases?: ClaseCuenta[] | null }>({ clases, ...row }: T) => ({
  ...row,
  ...(clases !== undefined && { clases: clases && JSON.stringify(clases) }),
});

export const insertCliente = ({ db, tenant_id }: TenantTx, row: ClienteFacts & { numero_cuenta: string }) =>
  db
    .insertInto('clientes')
    .values({ ...written(row), tenant_id })
    .returning('id')
    .executeTakeFirstOrThrow();

export const setCliente = (
  { db, tenant_id }: TenantTx,
  id: number,
  change: Partial<ClienteFacts> & { estado?: 'activo' | 'suspendido' | 'cortado' | 'retirado' },
) =>
  db
    .updateTable('clientes')
    .set({ ...written(change), version: sql<number>`version + 1`, updated_at: sql<string>`now()` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

export const deleteCliente = ({ db, tenant_id }: TenantTx, id: number) =>
  db.deleteFrom('clientes').where('tenant_id', '=', tenant_id).where('id', '=', id).execute();

/** Moves the copy of the account's balance, in the transaction of its ledger entry. */
export const addToSaldo = ({ db, tenant_id }: TenantTx, id: number, valor: number) =>
  db
    .updateTable('clientes')
    .set({ saldo: sql<number>`saldo + ${valor}` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();
