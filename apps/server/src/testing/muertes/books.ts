// The books of a utility as bytes, so that two databases can be compared. Rows come in the order they were written.
import pg from 'pg';
import { TENANT } from './utility.ts';

const factura = (alias: string) =>
  `(select numero_factura from facturas f where f.tenant_id = '${TENANT}' and f.id = ${alias}.factura_id)`;
const fila = (alias: string, sin: string[]) => `to_jsonb(${alias}) ${sin.map((campo) => `- '${campo}'`).join(' ')}`;
const conFactura = (tabla: string, orden: string) =>
  `select (${fila('t', ['id', 'created_at', 'factura_id'])} || jsonb_build_object('factura', ${factura('t')}))::text from ${tabla} t where t.tenant_id = '${TENANT}' order by ${orden}`;

/**
 * What must be equal. Left out are the times of writing, and the ids of bills, entries and events: PostgreSQL gives an
 * id to a chunk that was cut off and never again, so bills are named by their number. Their order is compared.
 */
const TABLAS: Record<string, string> = {
  prefacturas: `select to_jsonb(t)::text from prefacturas t where tenant_id = '${TENANT}' order by periodo_id, cliente_id`,
  facturas: `select (${fila('t', ['id', 'created_at'])})::text from facturas t where tenant_id = '${TENANT}' order by id`,
  movimientos: conFactura('movimientos', 't.id'),
  factura_terceros: conFactura('factura_terceros', 't.factura_id, t.tercero_id'),
  cargos: `select (${fila('t', ['created_at', 'factura_id'])} || jsonb_build_object('factura', ${factura('t')}))::text from cargos t where t.tenant_id = '${TENANT}' order by t.id`,
  clientes: `select (${fila('t', ['updated_at'])})::text from clientes t where tenant_id = '${TENANT}' order by id`,
  series: `select to_jsonb(t)::text from series t where tenant_id = '${TENANT}' order by nombre`,
  periodos: `select (${fila('t', ['created_at'])})::text from periodos t where tenant_id = '${TENANT}' order by id`,
  periodo_conceptos: `select to_jsonb(t)::text from periodo_conceptos t where tenant_id = '${TENANT}' order by 1`,
  eventos: `select (${fila('t', ['id', 'created_at'])})::text from eventos t where tenant_id = '${TENANT}' order by id`,
};

export type Tabla = { tabla: string; filas: number; sha256: string; iguales: boolean };

/** Each table in both databases: its rows, its digest, and whether they are the same bytes. */
export async function compareBooks(url: string, otherUrl: string): Promise<Tabla[]> {
  const [one, other] = [await digests(url), await digests(otherUrl)];
  return one.map((row, i) => ({ ...row, iguales: row.sha256 === other[i]?.sha256 && row.filas === other[i]?.filas }));
}

async function digests(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const rows: Omit<Tabla, 'iguales'>[] = [];
  for (const [tabla, select] of Object.entries(TABLAS)) {
    const { rows: found } = await client.query(
      `with filas(fila, n) as (select x.fila, row_number() over () from (${select}) x(fila))
       select count(*)::int as filas, encode(sha256(coalesce(
         string_agg(sha256(convert_to(fila, 'UTF8')), ''::bytea order by n), ''::bytea)), 'hex') as sha256 from filas`,
    );
    rows.push({ tabla, filas: found[0].filas, sha256: found[0].sha256 });
  }
  await client.end();
  return rows;
}
