import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';

const lecturas = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('lecturas as l')
    .innerJoin('medidores as m', (join) =>
      join.onRef('m.tenant_id', '=', 'l.tenant_id').onRef('m.id', '=', 'l.medidor_id'),
    )
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'm.tenant_id').onRef('c.id', '=', 'm.cliente_id'),
    )
    .select([
      'l.id',
      'm.serial as medidor',
      'c.numero_cuenta',
      'l.fecha_lectura',
      'l.lectura_m3',
      'l.tipo',
      'l.causal',
      'l.reemplaza_id',
      'l.created_at',
    ])
    .where('l.tenant_id', '=', tenant_id);

type Filter = {
  medidor?: string | undefined;
  numero_cuenta?: string | undefined;
  desde?: string | undefined;
  hasta?: string | undefined;
};

/** Newest first: of one meter or account by date, of all by order of arrival. */
export function selectLecturas(
  t: TenantDb,
  filter: Filter & { limit: number; skip: number; after?: readonly [string, number] | undefined },
) {
  const { medidor, numero_cuenta, desde, hasta, after } = filter;
  let query = lecturas(t).limit(filter.limit + 1);
  if (medidor) query = query.where('m.serial', '=', medidor);
  if (numero_cuenta) query = query.where('c.numero_cuenta', '=', numero_cuenta);
  if (desde) query = query.where('l.fecha_lectura', '>=', desde);
  if (hasta) query = query.where('l.fecha_lectura', '<=', hasta);
  if (!after) query = query.offset(filter.skip);
  if (medidor ?? numero_cuenta) {
    if (after)
      query = query.where((eb) => eb(eb.refTuple('l.fecha_lectura', 'l.id'), '<', eb.tuple(after[0], after[1])));
    return query.orderBy('l.fecha_lectura', 'desc').orderBy('l.id', 'desc').execute();
  }
  if (after) query = query.where('l.id', '<', after[1]);
  return query.orderBy('l.id', 'desc').execute();
}

/** A reading with what its correction needs. */
export const selectPorCorregir = ({ db, tenant_id }: TenantDb, id: number) =>
  db
    .selectFrom('lecturas as l')
    .innerJoin('medidores as m', (join) =>
      join.onRef('m.tenant_id', '=', 'l.tenant_id').onRef('m.id', '=', 'l.medidor_id'),
    )
    .select(['l.medidor_id', 'l.fecha_lectura', 'l.tipo', 'm.cliente_id'])
    .where('l.tenant_id', '=', tenant_id)
    .where('l.id', '=', id)
    .executeTakeFirst();

export const selectLectura = (t: TenantDb, id: number) => lecturas(t).where('l.id', '=', id).executeTakeFirst();

type NewLectura = {
  medidor_id: number;
  fecha_lectura: string;
  lectura_m3: string | null;
  tipo: 'inicial' | 'real' | 'estimada' | 'retiro';
  causal: string | null;
  user_id: number | null;
  /** The reading that this one corrects. */
  reemplaza_id?: number | null;
};

export const insertLectura = ({ db, tenant_id }: TenantTx, row: NewLectura) =>
  db
    .insertInto('lecturas')
    .values({ ...row, tenant_id })
    .returning('id')
    .executeTakeFirstOrThrow();

/** A reading with its account, and whether another one stands in its place. */
export const selectLecturaVigente = ({ db, tenant_id }: TenantDb, id: number) =>
  db
    .selectFrom('lecturas as l')
    .innerJoin('medidores as m', (join) =>
      join.onRef('m.tenant_id', '=', 'l.tenant_id').onRef('m.id', '=', 'l.medidor_id'),
    )
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'm.tenant_id').onRef('c.id', '=', 'm.cliente_id'),
    )
    .leftJoin('lecturas as r', (join) =>
      join.onRef('r.tenant_id', '=', 'l.tenant_id').onRef('r.reemplaza_id', '=', 'l.id'),
    )
    .select([
      'l.id',
      'l.medidor_id',
      'm.serial as medidor',
      'm.cliente_id',
      'c.numero_cuenta',
      'l.fecha_lectura',
      'l.lectura_m3',
      'l.tipo',
      'l.causal',
      'r.id as reemplazada_por',
    ])
    .where('l.tenant_id', '=', tenant_id)
    .where('l.id', '=', id)
    .executeTakeFirst();

/** True when a period that has left "abierto" contains the day, for the account of the meter. */
export const selectClosedPeriod = ({ db, tenant_id }: TenantDb, medidor_id: number, fecha: string) =>
  db
    .selectFrom('periodos as p')
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'p.tenant_id').onRef('c.ciclo_id', '=', 'p.ciclo_id'),
    )
    .innerJoin('medidores as m', (join) =>
      join.onRef('m.tenant_id', '=', 'c.tenant_id').onRef('m.cliente_id', '=', 'c.id'),
    )
    .select('p.codigo')
    .where('p.tenant_id', '=', tenant_id)
    .where('m.id', '=', medidor_id)
    .where('p.estado', 'in', ['emitido', 'cerrado'])
    .where('p.desde', '<=', fecha)
    .where('p.hasta', '>=', fecha)
    .executeTakeFirst();
