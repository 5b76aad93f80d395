import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import { sql } from 'kysely';
import type { Calculo, CuentaCalculada } from '../facturacion/calcular-cuenta.ts';

export const lockFacturaPorAnular = ({ db, tenant_id }: TenantTx, numero_factura: string) =>
  db
    .selectFrom('facturas')
    .select(['id', 'numero_factura', 'cliente_id', 'periodo_id', 'fecha_emision', 'valor_total', 'anulada'])
    .where('tenant_id', '=', tenant_id)
    .where('numero_factura', '=', numero_factura)
    .forUpdate()
    .executeTakeFirst();

type Factura = { id: number; cliente_id: number; periodo_id: number | null; fecha_emision: string };

/** What keeps a bill from becoming void: entries after its own, notes, corrections, a later bill of consumption. */
export async function selectUsos({ db, tenant_id }: TenantDb, { id, cliente_id, periodo_id, fecha_emision }: Factura) {
  const { rows } = await sql<{
    movimientos: number;
    notas: number;
    correcciones: number;
    posterior: string | null;
  }>`
    select
      (select count(*) from movimientos where tenant_id = ${tenant_id} and factura_id = ${id})
        + (select count(*) from cargos where tenant_id = ${tenant_id} and factura_id = ${id} and origen = 'convenio') as movimientos,
      (select count(*) from notas where tenant_id = ${tenant_id} and factura_id = ${id} and estado <> 'rechazada') as notas,
      (select count(*) from correccion_facturas where tenant_id = ${tenant_id} and factura_id = ${id}) as correcciones,
      (select numero_factura from facturas
        where tenant_id = ${tenant_id} and cliente_id = ${cliente_id} and calculo is not null and not anulada
          and ${periodo_id}::bigint is not null and (fecha_emision, id) > (${fecha_emision}::date, ${id})
        order by fecha_emision, id limit 1) as posterior`.execute(db);
  return rows[0] ?? { movimientos: 0, notas: 0, correcciones: 0, posterior: null };
}

export const setAnulada = ({ db, tenant_id }: TenantTx, id: number) =>
  db
    .updateTable('facturas')
    .set({ anulada: true, saldo: 0, version: sql<number>`version + 1` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

export const insertAnulacion = (
  { db, tenant_id }: TenantTx,
  row: { factura_id: number; motivo: string; reemplazo_id: number | null; fecha: string; user_id: number | null },
) =>
  db
    .insertInto('anulaciones')
    .values({ ...row, tenant_id })
    .execute();

/** Adds a bill of a run to the totals of its period and to its summary by concept (1), or takes it out (−1). */
export const addToPeriodo = async ({ db, tenant_id }: TenantTx, factura_id: number, veces: 1 | -1) => {
  await sql`
    update periodos p set cuentas = p.cuentas + ${veces}::int, consumo_m3 = p.consumo_m3 + ${veces}::int * f.consumo_m3,
      valor_total = p.valor_total + ${veces}::int * f.valor_total, version = p.version + 1
    from facturas f
    where f.tenant_id = ${tenant_id} and f.id = ${factura_id} and p.tenant_id = f.tenant_id and p.id = f.periodo_id`.execute(
    db,
  );
  await sql`
    insert into periodo_conceptos (tenant_id, periodo_id, servicio, codigo, uso, estrato, facturas, valor)
    select f.tenant_id, f.periodo_id, l ->> 'servicio', l ->> 'codigo', f.calculo ->> 'uso', coalesce((f.calculo ->> 'estrato')::smallint, 0),
      ${veces}::int, ${veces}::int * sum((l ->> 'valor')::bigint)
    from facturas f, jsonb_array_elements(f.conceptos) l
    where f.tenant_id = ${tenant_id} and f.id = ${factura_id}
    group by 1, 2, 3, 4, 5, 6
    on conflict (tenant_id, periodo_id, servicio, codigo, uso, estrato) do update
      set facturas = periodo_conceptos.facturas + excluded.facturas, valor = periodo_conceptos.valor + excluded.valor`.execute(
    db,
  );
  await sql`
    delete from periodo_conceptos k using facturas f
    where f.tenant_id = ${tenant_id} and f.id = ${factura_id} and k.tenant_id = f.tenant_id and k.periodo_id = f.periodo_id
      and k.facturas = 0`.execute(db);
};

export type CargoCopiado = { id: number; copia_de: number };

/** The charges of a void bill wait for the account's next one again, as rows of their own: what was billed is kept. */
export async function insertCargosDeAnulada({ db, tenant_id }: TenantTx, factura_id: number) {
  const { rows } = await sql<CargoCopiado>`
    with viejos as (
      select *, referencia || ' · factura anulada ' || factura_id as nueva from cargos where tenant_id = ${tenant_id} and factura_id = ${factura_id}),
    copias as (
      insert into cargos (tenant_id, cliente_id, origen, referencia, servicio, codigo, concepto, cantidad, valor_unitario, formula, norma,
        valor, tercero_id, desde, limite, user_id)
      select tenant_id, cliente_id, origen, nueva, servicio, codigo, concepto, cantidad, valor_unitario, formula, norma, valor, tercero_id,
        desde, limite, user_id
      from viejos returning id, origen, referencia)
    select c.id, v.id as copia_de from copias c join viejos v on v.origen = c.origen and v.nueva = c.referencia`.execute(
    db,
  );
  return rows;
}

export const selectPorReexpedir = ({ db, tenant_id }: TenantDb, id: number) =>
  db
    .selectFrom('facturas')
    .select(['numero_factura', 'cliente_id', 'periodo_id', 'fecha_emision', 'fecha_vencimiento', 'saldo_anterior'])
    .select((eb) => eb.ref('calculo').$castTo<Calculo | null>().as('calculo'))
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .executeTakeFirst();

type Reexpedida = Omit<CuentaCalculada, 'desviacion' | 'advertencias'> & {
  numero_factura: string;
  cliente_id: number;
  periodo_id: number;
  fecha_emision: string;
  fecha_vencimiento: string;
  saldo_anterior: number;
};

export const insertReexpedida = ({ db, tenant_id }: TenantTx, { conceptos, calculo, ...row }: Reexpedida) =>
  db
    .insertInto('facturas')
    .values({
      ...row,
      tenant_id,
      tipo: 'consumo',
      saldo: row.valor_total,
      conceptos: JSON.stringify(conceptos),
      calculo: JSON.stringify(calculo),
    })
    .returning('id')
    .executeTakeFirstOrThrow();

export const setCargosDe = ({ db, tenant_id }: TenantTx, factura_id: number, cargos: CargoCopiado[]) =>
  db
    .updateTable('cargos')
    .set({ factura_id })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', sql<number>`any(${cargos.map(({ id }) => id)}::bigint[])`)
    .execute();

/** The part of a bill that is a third party's, as its inputs say. */
export const insertTercerosDe = ({ db, tenant_id }: TenantTx, factura_id: number) =>
  sql`
    insert into factura_terceros (tenant_id, factura_id, tercero_id, valor)
    select f.tenant_id, f.id, t.key::bigint, t.value::bigint from facturas f, jsonb_each_text(f.calculo -> 'terceros') t
    where f.tenant_id = ${tenant_id} and f.id = ${factura_id} and f.calculo ? 'terceros'`.execute(db);

/** The reading a bill used: the last of its day, of the account's meters. */
export async function selectLecturaUsada({ db, tenant_id }: TenantDb, factura_id: number) {
  const { rows } = await sql<{ id: number; medidor_id: number; fecha_lectura: string; tipo: 'real' }>`
    select l.id, l.medidor_id, l.fecha_lectura, l.tipo
    from facturas f
    join medidores m on m.tenant_id = f.tenant_id and m.cliente_id = f.cliente_id
    join lecturas l on l.tenant_id = m.tenant_id and l.medidor_id = m.id and l.tipo = 'real'
      and l.fecha_lectura = (f.calculo -> 'lectura' ->> 'fecha')::date and trunc(l.lectura_m3) = (f.calculo -> 'lectura' ->> 'dial')::numeric
    where f.tenant_id = ${tenant_id} and f.id = ${factura_id} and not exists (
      select from lecturas r where r.tenant_id = l.tenant_id and r.reemplaza_id = l.id)
    order by l.id desc limit 1`.execute(db);
  return rows[0];
}
