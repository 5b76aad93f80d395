import { type TenantTx, batch } from '@cunservicios/db/tenant';
import { sql } from 'kysely';
import type { ClienteFacts } from '../clientes/clientes.queries.ts';

export type NewClienteImportado = Omit<ClienteFacts, 'ciclo_id' | 'ruta_id'> & {
  linea: number;
  numero_cuenta: string;
  ciclo: string | null;
  ruta: string | null;
  medidor: string | null;
  digitos: number;
};

/** Makes the cycles and routes that the batch names and that are not there yet. */
export async function insertRutasImportadas(
  { db, tenant_id }: TenantTx,
  rows: NewClienteImportado[],
  periodicidad: string,
) {
  const ciclos = [...new Set(rows.flatMap(({ ciclo }) => ciclo ?? []))];
  await sql`
    insert into ciclos (tenant_id, codigo, nombre, periodicidad)
    select ${tenant_id}, codigo, 'Ciclo ' || codigo, ${periodicidad} from unnest(${ciclos}::text[]) as n(codigo)
    on conflict (tenant_id, codigo) do nothing`.execute(db);
  const rutas = [...new Map(rows.flatMap(({ ciclo, ruta }) => (ciclo && ruta ? [[ruta, ciclo] as const] : [])))];
  await sql`
    insert into rutas (tenant_id, ciclo_id, codigo, nombre)
    select k.tenant_id, k.id, n.ruta, 'Ruta ' || n.ruta
    from unnest(${rutas.map(([ruta]) => ruta)}::text[], ${rutas.map(([, ciclo]) => ciclo)}::text[]) as n(ruta, ciclo)
    join ciclos k on k.tenant_id = ${tenant_id} and k.codigo = n.ciclo
    on conflict (tenant_id, codigo) do nothing`.execute(db);
}

export type ClienteOutcome = { linea: number; id: number; creada: boolean; cambiada: boolean };

/** Adds or updates a batch of accounts by their number; an equal account is left alone. */
export async function upsertClientes(
  { db, tenant_id }: TenantTx,
  rows: NewClienteImportado[],
): Promise<ClienteOutcome[]> {
  const data = JSON.stringify(rows);
  const { rows: outcomes } = await sql<ClienteOutcome>`${batch}
    with entrada as (
      select e.*, k.id as ciclo_id, r.id as ruta_id
      from jsonb_to_recordset(${data}::jsonb) as e(linea int, numero_cuenta text, nombre text, tipo_documento text, documento text,
        direccion text, telefono text, correo text, uso text, estrato smallint, servicios text[], ciclo text, ruta text, orden int,
        unidades int, busqueda text)
      left join ciclos k on k.tenant_id = ${tenant_id} and k.codigo = e.ciclo
      left join rutas r on r.tenant_id = ${tenant_id} and r.codigo = e.ruta),
    escritas as (
      insert into clientes as c (tenant_id, numero_cuenta, nombre, tipo_documento, documento, direccion, telefono, correo, uso, estrato,
        servicios, ciclo_id, ruta_id, orden, unidades, busqueda)
      select ${tenant_id}, numero_cuenta, nombre, tipo_documento, documento, direccion, telefono, correo, uso, estrato, servicios, ciclo_id,
        ruta_id, orden, unidades, busqueda
      from entrada order by linea
      on conflict (tenant_id, numero_cuenta) do update set nombre = excluded.nombre, tipo_documento = excluded.tipo_documento,
        documento = excluded.documento, direccion = excluded.direccion, telefono = excluded.telefono, correo = excluded.correo,
        uso = excluded.uso, estrato = excluded.estrato, servicios = excluded.servicios, ciclo_id = excluded.ciclo_id,
        ruta_id = excluded.ruta_id, orden = excluded.orden, unidades = excluded.unidades, busqueda = excluded.busqueda,
        version = c.version + 1, updated_at = now()
      where (c.nombre, c.tipo_documento, c.documento, c.direccion, c.telefono, c.correo, c.uso, c.estrato, c.servicios, c.ciclo_id, c.ruta_id,
          c.orden, c.unidades)
        is distinct from (excluded.nombre, excluded.tipo_documento, excluded.documento, excluded.direccion, excluded.telefono,
          excluded.correo, excluded.uso, excluded.estrato, excluded.servicios, excluded.ciclo_id, excluded.ruta_id, excluded.orden, excluded.unidades)
      returning id, numero_cuenta, (xmax = 0) as creada)
    select e.linea, coalesce(w.id, c.id) as id, coalesce(w.creada, false) as creada, w.id is not null as cambiada
    from entrada e
    left join escritas w on w.numero_cuenta = e.numero_cuenta
    left join clientes c on c.tenant_id = ${tenant_id} and c.numero_cuenta = e.numero_cuenta`.execute(db);
  return outcomes;
}

type MedidorImportado = { linea: number; cliente_id: number; serial: string; digitos: number };

/** Installs the meters of a batch; answers the lines whose account or meter is already joined to another. */
export async function insertMedidoresImportados(
  { db, tenant_id }: TenantTx,
  rows: MedidorImportado[],
): Promise<number[]> {
  const data = JSON.stringify(rows);
  await sql`${batch}
    insert into medidores (tenant_id, cliente_id, serial, digitos)
    select ${tenant_id}, cliente_id, serial, digitos
    from jsonb_to_recordset(${data}::jsonb) as e(linea int, cliente_id bigint, serial text, digitos smallint) order by linea
    on conflict do nothing`.execute(db);
  const { rows: wrong } = await sql<{ linea: number }>`
    select e.linea from jsonb_to_recordset(${data}::jsonb) as e(linea int, cliente_id bigint, serial text)
    where not exists (
      select from medidores m
      where m.tenant_id = ${tenant_id} and m.cliente_id = e.cliente_id and m.serial = e.serial and m.retirado_en is null)`.execute(
    db,
  );
  return wrong.map(({ linea }) => linea);
}
