// The only door to a tenant's data. TenantDb reads, TenantTx writes; both know their tenant, and the
// connection they work on has it set, so that row-level security answers for what a query forgets.
import type { CompiledQuery } from 'kysely';
import {
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  sql,
} from 'kysely';
import type pg from 'pg';
import type { Database } from './tables.ts';
import { APP_ROLE } from './pool.ts';

declare const brand: unique symbol;

/** Reads of one tenant: each statement may run on its own connection. */
export type TenantDb = {
  readonly db: Kysely<Database>;
  readonly tenant_id: string;
  /** Runs a statement that `prepared` has built. */
  readonly run: Run;
};

/** Writes of one tenant, inside one transaction. A query that locks or writes asks for this type. */
export type TenantTx = TenantDb & { readonly [brand]: 'tx' };

type Statement = Pick<CompiledQuery, 'sql' | 'parameters'>;
type Run = (query: Statement) => Promise<pg.QueryResult>;

export type Tenants = {
  /** Reads of a tenant. */
  reads: (tenant_id: string) => TenantDb;
  /** Runs `work` in one transaction of the tenant: commits when it returns, rolls back when it throws. */
  transaction: <T>(tenant_id: string, work: (t: TenantTx) => Promise<T>) => Promise<T>;
  /** The table of tenants and nothing else: no tenant is set, so every other table is empty. */
  none: TenantDb;
};

const SET_SESSION = { name: 'set_tenant', text: "select set_config('app.tenant', $1, false)" };
const SET_LOCAL = { name: 'set_tenant_local', text: "select set_config('app.tenant', $1, true)" };
const SET_LOCAL_POOLED = {
  name: 'set_tenant_pooled',
  text: `select set_config('role', '${APP_ROLE}', true), set_config('timezone', 'UTC', true), set_config('app.tenant', $1, true)`,
};

/** Opens the door over a pool. `sessionSettings` as in `createPool`. */
export function openTenants(pool: pg.Pool, { sessionSettings = true } = {}): Tenants {
  const tenantOf = new WeakMap<pg.PoolClient, string>();
  const readers = new Map<string, TenantDb>();

  /** A connection for the time of `work`; one that broke under it does not go back to the pool. */
  const borrowed = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      return await work(client);
    } catch (error) {
      if (isConnectionError(error)) broken = error as Error;
      throw error;
    } finally {
      client.release(broken);
    }
  };

  const read = (tenant: string, query: Statement) =>
    borrowed(async (client) => {
      if (!sessionSettings) return inTransaction(client, tenant, () => client.query(named(query)));
      if (tenantOf.get(client) === tenant) return client.query(named(query));
      // Pipelined: the setting and the statement travel together, in this order.
      tenantOf.delete(client);
      const setting = client.query({ ...SET_SESSION, values: [tenant] });
      const [, result] = await Promise.all([setting, client.query(named(query))]);
      tenantOf.set(client, tenant);
      return result;
    });

  const reads = (tenant_id: string): TenantDb => {
    let reader = readers.get(tenant_id);
    if (!reader) {
      const run: Run = (query) => read(tenant_id, query);
      reader = { db: kysely(run), tenant_id, run };
      if (readers.size > 5_000) readers.clear();
      readers.set(tenant_id, reader);
    }
    return reader;
  };

  return {
    reads,
    none: reads(''),
    transaction: (tenant_id, work) =>
      borrowed((client) => {
        const run: Run = (query) => client.query(named(query));
        const local = sessionSettings ? SET_LOCAL : SET_LOCAL_POOLED;
        return inTransaction(client, tenant_id, () => work({ db: kysely(run), tenant_id, run } as TenantTx), local);
      }),
  };
}

async function inTransaction<T>(
  client: pg.PoolClient,
  tenant: string,
  work: () => Promise<T>,
  local: { name: string; text: string } = SET_LOCAL_POOLED,
) {
  const begin = client.query('begin');
  await Promise.all([begin, client.query({ ...local, values: [tenant] })]);
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    if (!isConnectionError(error)) await client.query('rollback').catch(() => {});
    throw error;
  }
}

/** True when the connection, not the statement, failed: it must not go back to the pool. */
export function isConnectionError(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  if (code && /^(08|57P0[1-5])/.test(code)) return true;
  if (code && /^E[A-Z]+$/.test(code)) return true;
  return !code && /connection|not queryable|terminated|timeout exceeded/i.test(message ?? '');
}

/**
 * Begins a statement over a whole batch: PostgreSQL plans it each time for its values. A plan kept for all values,
 * made while the tables were small, was measured ten times slower.
 */
export const batch = sql.raw('/* batch */ ');

/** `batch` for a statement over many rows; the same statement over a few is planned once for all. */
export const porLote = (filas: number) => (filas > 20 ? batch : sql``);

/**
 * "= one" or "= any(many)": asked for one, PostgreSQL keeps one plan; with a list of one it would plan each time anew,
 * which took longer than the statement.
 */
export const enLista = (values: readonly (number | string)[], type: 'bigint' | 'text') =>
  values.length === 1 ? sql`= ${values[0]}` : sql`= any(${values}::${sql.raw(type)}[])`;

// One name per distinct SQL text, so that PostgreSQL parses and plans it once per connection.
const names = new Map<string, string>();
function named(query: Statement): pg.QueryConfig {
  const values = query.parameters as unknown[];
  if (query.sql.startsWith('/* batch */')) return { text: query.sql, values };
  let name = names.get(query.sql);
  if (!name) {
    if (names.size >= 2_000) return { text: query.sql, values };
    name = `q${names.size}`;
    names.set(query.sql, name);
  }
  return { name, text: query.sql, values };
}

/** Kysely over one way to run a statement; it neither opens transactions nor pools anything itself. */
function kysely(run: Run): Kysely<Database> {
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => new RunDriver(run),
    },
  });
}

class RunDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(run: Run) {
    this.#connection = {
      async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
        const { rows, rowCount, command } = await run(compiled);
        const affected = command === 'SELECT' ? undefined : BigInt(rowCount ?? 0);
        return affected === undefined ? { rows: rows as R[] } : { rows: rows as R[], numAffectedRows: affected };
      },
      async *streamQuery(): AsyncIterableIterator<never> {
        throw new Error('Streams go through keyset pages, not cursors.');
      },
    };
  }

  async init() {}
  async acquireConnection() {
    return this.#connection;
  }
  async beginTransaction(): Promise<void> {
    throw new Error('Transactions are opened by openTenants().transaction.');
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async releaseConnection() {}
  async destroy() {}
}
