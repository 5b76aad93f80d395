import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from './pool.ts';
import { type Place, type PlacesOf, prepared } from './prepared.ts';
import { type Tenants, openTenants } from './tenant.ts';
import { testDatabase } from './testing/database.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
let pool: ReturnType<typeof createPool>;
let tenants: Tenants;
let built = 0;

const byCuenta = prepared((t, { cuenta }: { cuenta: Place<string> }) => {
  built++;
  return t.db
    .selectFrom('clientes')
    .select('nombre')
    .where('tenant_id', '=', t.tenant_id)
    .where('numero_cuenta', '=', cuenta);
});

const some = prepared((t, { desde, limit }: PlacesOf<{ desde?: number | undefined; limit: number }>) => {
  built++;
  const query = t.db.selectFrom('clientes').select('estrato').where('tenant_id', '=', t.tenant_id).orderBy('estrato');
  return (desde === undefined ? query : query.where('estrato', '>=', desde)).limit(limit);
});

beforeAll(async () => {
  db = await testDatabase();
  for (const id of ['uno', 'dos']) await db.owner.query('insert into tenants (id, nombre) values ($1, $1)', [id]);
  await db.owner.query(`
    insert into clientes (tenant_id, numero_cuenta, nombre, direccion, estrato)
    select t, 'C-' || n, t || ' ' || n, 'Calle 1', n from unnest('{uno,dos}'::text[]) t, generate_series(1, 3) n`);
  pool = createPool({ url: db.url, max: 2 });
  tenants = openTenants(pool);
});
afterAll(async () => {
  await pool.end();
  await db.owner.end();
});

describe('prepared', () => {
  it('is built once and runs with the values and the tenant of each call', async () => {
    built = 0;
    for (const id of ['uno', 'dos', 'uno'])
      for (const n of [1, 2])
        expect(await byCuenta(tenants.reads(id), { cuenta: `C-${n}` })).toEqual([{ nombre: `${id} ${n}` }]);
    expect(built).toBe(1);
  });

  it('is built again where an optional value comes or goes', async () => {
    built = 0;
    const t = tenants.reads('uno');
    const estratos = async (values: Parameters<typeof some>[1]) =>
      (await some(t, values)).map(({ estrato }) => estrato);
    expect(await estratos({ limit: 2 })).toEqual([1, 2]);
    expect(await estratos({ limit: 2, desde: 3 })).toEqual([3]);
    expect(await estratos({ limit: 3, desde: undefined })).toEqual([1, 2, 3]);
    expect(await estratos({ limit: 1, desde: 2 })).toEqual([2]);
    expect(built).toBe(2);
  });

  it('sees what its own transaction wrote', async () => {
    const seen = tenants.transaction('uno', async (t) => {
      await t.db.updateTable('clientes').set({ nombre: 'otro' }).where('numero_cuenta', '=', 'C-1').execute();
      const rows = await byCuenta(t, { cuenta: 'C-1' });
      throw Object.assign(new Error('undo'), { rows });
    });
    await expect(seen).rejects.toMatchObject({ rows: [{ nombre: 'otro' }] });
    expect(await byCuenta(tenants.reads('uno'), { cuenta: 'C-1' })).toEqual([{ nombre: 'uno 1' }]);
  });
});
