// The second lock, and connections that never carry another tenant's setting.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { createPool } from './pool.ts';
import { type Tenants, openTenants } from './tenant.ts';
import { testDatabase } from './testing/database.ts';

const IDS = ['uno', 'dos', 'tres'];
let db: Awaited<ReturnType<typeof testDatabase>>;

beforeAll(async () => {
  db = await testDatabase();
  for (const id of IDS) {
    await db.owner.query('insert into tenants (id, nombre) values ($1, $1)', [id]);
    await db.owner.query(
      `insert into clientes (tenant_id, numero_cuenta, nombre, direccion, estrato) values ($1, 'C-1', $1, 'Calle 1', 2)`,
      [id],
    );
  }
});
afterAll(() => db.owner.end());

const names = ({ db: reads }: { db: Tenants['none']['db'] }) => reads.selectFrom('clientes').select('nombre').execute();

describe.each([true, false])('tenant connections (settings outlive a transaction: %s)', (sessionSettings) => {
  it('show only their tenant, even to a query without a filter', async () => {
    const pool = createPool({ url: db.url, max: 3, sessionSettings });
    const tenants = openTenants(pool, { sessionSettings });
    for (const id of IDS) expect(await names(tenants.reads(id))).toEqual([{ nombre: id }]);
    expect(await names(tenants.none)).toEqual([]);
    await pool.end();
  });

  it('refuse to write for another tenant, and roll back what came before', async () => {
    const pool = createPool({ url: db.url, max: 3, sessionSettings });
    const tenants = openTenants(pool, { sessionSettings });
    const write = tenants.transaction('uno', async (t) => {
      await t.db.updateTable('clientes').set({ direccion: 'otra' }).execute();
      await t.db
        .insertInto('clientes')
        .values({ tenant_id: 'dos', numero_cuenta: 'X', nombre: 'X', direccion: 'X', estrato: 1 })
        .execute();
    });
    await expect(write).rejects.toMatchObject({ code: '42501' });
    expect((await db.owner.query(`select distinct direccion from clientes`)).rows).toEqual([{ direccion: 'Calle 1' }]);
    await pool.end();
  });

  it('outlive a connection that is cut off while it is lent out', async () => {
    const pool = createPool({ url: db.url, max: 1, sessionSettings });
    const tenants = openTenants(pool, { sessionSettings });
    const cut = tenants.transaction('uno', async (t) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(t.db);
      await db.owner.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
      await new Promise((seen) => setTimeout(seen, 50)); // nothing of ours is running when the news arrives
      await t.db.updateTable('clientes').set({ direccion: 'perdida' }).execute();
    });
    await expect(cut).rejects.toThrow(/terminat|connection|queryable/i);
    expect(await names(tenants.reads('uno'))).toEqual([{ nombre: 'uno' }]);
    await pool.end();
  });

  it('never see a foreign row in a storm of tenants, errors, time-outs and cancellations over a small pool', async () => {
    const pool = createPool({ url: db.url, max: 4, sessionSettings });
    const tenants = openTenants(pool, { sessionSettings });
    const foreign: string[] = [];
    const check = (id: string, rows: { nombre: string }[]) => {
      if (rows.length !== 1 || rows[0]?.nombre !== id) foreign.push(`${id}: ${JSON.stringify(rows)}`);
    };
    let random = 42;
    const dice = (sides: number) => (random = (random * 48_271) % 2_147_483_647) % sides;
    const one = async () => {
      const id = IDS[dice(3)] as string;
      const reads = tenants.reads(id);
      switch (dice(6)) {
        case 0:
          return sql`select 1 / 0`.execute(reads.db).catch(() => {});
        case 1:
          return tenants
            .transaction(id, async (t) => {
              check(id, await names(t));
              await sql`select 1 / 0`.execute(t.db);
            })
            .catch(() => {});
        case 2:
          return tenants
            .transaction(id, async (t) => {
              await sql`set local statement_timeout = 5`.execute(t.db);
              await sql`select pg_sleep(1)`.execute(t.db);
            })
            .catch(() => {});
        case 3:
          return tenants
            .transaction(id, async (t) => {
              check(id, await names(t));
              await sql`select pg_terminate_backend(pg_backend_pid())`.execute(t.db);
            })
            .catch(() => {});
        case 4:
          return tenants.transaction(id, async (t) => check(id, await names(t)));
        default:
          return check(id, await names(reads));
      }
    };
    for (let round = 0; round < 60; round++) await Promise.all(Array.from({ length: 16 }, one));
    expect(foreign).toEqual([]);
    await pool.end();
  });
});

describe('what the database itself refuses', () => {
  it.each([
    [
      'a bill of one tenant on a customer of another',
      `insert into facturas (tenant_id, numero_factura, cliente_id, fecha_emision, fecha_vencimiento, valor_total, saldo, conceptos)
      select 'dos', 'F', id, '2026-01-01', '2026-01-02', 0, 0, '[]' from clientes where tenant_id = 'uno'`,
      '23503',
    ],
    [
      'a total that is not the sum of the lines',
      `insert into facturas (tenant_id, numero_factura, cliente_id, fecha_emision, fecha_vencimiento, valor_total, saldo, conceptos)
      select 'uno', 'F', id, '2026-01-01', '2026-01-02', 10, 10, '[{"valor": 9}]' from clientes where tenant_id = 'uno'`,
      '23514',
    ],
    ['an estrato outside residential use', `update clientes set uso = 'comercial' where tenant_id = 'uno'`, '23514'],
  ])('%s', async (_, statement, code) => {
    await expect(db.owner.query(statement)).rejects.toMatchObject({ code });
  });

  it('any change of an issued bill but its balance, and of the ledger at all, even by the owner', async () => {
    await db.owner
      .query(`insert into facturas (tenant_id, numero_factura, cliente_id, fecha_emision, fecha_vencimiento, valor_total, saldo, conceptos)
      select 'uno', 'F-1', id, '2026-01-01', '2026-01-02', 9, 9, '[{"valor": 9}]' from clientes where tenant_id = 'uno'`);
    await db.owner.query(`insert into movimientos (tenant_id, cliente_id, tipo, valor, factura_id, fecha)
      select tenant_id, cliente_id, 'factura', 9, id, '2026-01-01' from facturas where numero_factura = 'F-1'`);
    await db.owner.query(`update facturas set saldo = 4 where numero_factura = 'F-1'`);
    for (const change of [
      `update facturas set fecha_vencimiento = '2027-01-01' where numero_factura = 'F-1'`,
      `update facturas set conceptos = '[{"valor": 9, "x": 1}]' where numero_factura = 'F-1'`,
      `delete from facturas where numero_factura = 'F-1'`,
      `update movimientos set valor = 1`,
      `delete from movimientos`,
    ])
      await expect(db.owner.query(change)).rejects.toMatchObject({ code: '23001' });
  });
});
