// What every table must hold, asked of the catalogue: a new table that forgets it fails here.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_ROLE } from './pool.ts';
import { testDatabase } from './testing/database.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => (db = await testDatabase()));
afterAll(() => db.owner.end());

const rows = async (sql: string) => (await db.owner.query<Record<string, string>>(sql)).rows;

/** Tables that belong to no tenant. */
const SHARED = "('tenants', 'migraciones')";
const TABLES = `pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ${SHARED}`;

describe('every tenant table', () => {
  it('exists', async () => {
    expect((await rows(`select relname from ${TABLES}`)).length).toBeGreaterThan(20);
  });

  it('has tenant_id, never null', async () => {
    expect(
      await rows(`select relname from ${TABLES} and not exists (
        select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull)`),
    ).toEqual([]);
  });

  it('has row-level security enabled and forced, with one policy for its tenant', async () => {
    expect(await rows(`select relname from ${TABLES} and not (c.relrowsecurity and c.relforcerowsecurity)`)).toEqual(
      [],
    );
    expect(
      await rows(`select relname from ${TABLES} and (
        select count(*) from pg_policies p where p.tablename = c.relname
          and p.qual like '%tenant_id = current_setting%' and p.with_check like '%tenant_id = current_setting%') <> 1`),
    ).toEqual([]);
  });

  it('begins every primary key, unique constraint and foreign key with tenant_id', async () => {
    expect(
      await rows(`select c.relname, k.conname from ${TABLES.replace('where', 'join pg_constraint k on k.conrelid = c.oid where')}
        and k.contype in ('p', 'u', 'f') and k.conkey[1] <> (
          select attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')`),
    ).toEqual([]);
  });

  it('begins every unique index with tenant_id', async () => {
    expect(
      await rows(`select c.relname, i.indexrelid::regclass as index from ${TABLES.replace('where', 'join pg_index i on i.indrelid = c.oid where')}
        and i.indisunique and i.indkey[0] <> (
          select attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')`),
    ).toEqual([]);
  });

  it('has an index that serves each foreign key', async () => {
    // The columns of the key must be the first ones of some index, in any order.
    expect(
      await rows(`select c.relname, k.conname from ${TABLES.replace('where', 'join pg_constraint k on k.conrelid = c.oid where')}
        and k.contype = 'f' and not exists (
          select from pg_index i where i.indrelid = c.oid and (i.indpred is null or i.indpred::text not like '%BOOLEXPR%')
            and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`),
    ).toEqual([]);
  });
});

describe('the role of the program', () => {
  it('owns nothing, cannot log in by itself, and cannot go round row-level security', async () => {
    expect(
      await rows(
        `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = '${APP_ROLE}'`,
      ),
    ).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false }]);
    expect(await rows(`select relname from pg_class where relowner = '${APP_ROLE}'::regrole`)).toEqual([]);
  });

  it('may neither change nor delete what is append-only', async () => {
    const tables = ['movimientos', 'pagos', 'lecturas', 'pqr_eventos', 'eventos', 'auditoria', 'eventos_pasarela'];
    for (const table of tables)
      expect(
        await rows(`select has_table_privilege('${APP_ROLE}', '${table}', 'update') as u, has_table_privilege('${APP_ROLE}', '${table}', 'delete') as d,
          has_table_privilege('${APP_ROLE}', '${table}', 'truncate') as t`),
      ).toEqual([{ u: false, d: false, t: false }]);
    expect(
      await rows(`select column_name from information_schema.column_privileges
        where grantee = '${APP_ROLE}' and table_name = 'facturas' and privilege_type = 'UPDATE' order by 1`),
    ).toEqual([
      { column_name: 'anulada' },
      { column_name: 'en_reclamo' },
      { column_name: 'saldo' },
      { column_name: 'version' },
    ]);
  });

  it('finds no view or function that answers with somebody else’s rights, but the queue’s door', async () => {
    expect(
      await rows(`select relname from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace`),
    ).toEqual([]);
    expect(await rows(`select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`)).toEqual(
      [{ proname: 'encolar' }],
    );
  });
});
