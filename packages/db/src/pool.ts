// The pool of connections of the program's role, and how PostgreSQL's values look in JavaScript:
// bigint is a number (refused beyond 2^53), numeric and dates stay text, instants are RFC 3339.
import pg from 'pg';

const textArray = pg.types.getTypeParser(1009 as never) as (text: string) => (string | null)[];
// Without quotes, escapes, nesting or NULL: how enumerations and roles look, and read three times as fast.
const SIMPLE_ARRAY = /^\{(?!NULL[,}])[\w-]+(,(?!NULL[,}])[\w-]+)*\}$/;

const types = new pg.TypeOverrides();
types.setTypeParser(20, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit in a number`);
  return value;
});
types.setTypeParser(1082, (text) => text);
types.setTypeParser(1184, (text) => `${text.replace(' ', 'T').slice(0, -3)}Z`); // connections speak UTC: +00
types.setTypeParser(1009, (text) => (SIMPLE_ARRAY.test(text) ? text.slice(1, -1).split(',') : textArray(text)));
types.setTypeParser(1016, (text) => text.slice(1, -1).split(',').filter(Boolean).map(Number));

/** The role that owns nothing, cannot bypass row-level security and is granted table by table. */
export const APP_ROLE = 'cunservicios_app';

export type PoolOptions = {
  url: string;
  /** Connections at most. */
  max?: number;
  /** False behind a transaction pooler (PgBouncer): there no setting outlives a transaction. */
  sessionSettings?: boolean;
  /** Shown in pg_stat_activity. */
  name?: string;
  /** Milliseconds after which a statement is cut off. */
  statementTimeout?: number;
};

/** A pool whose connections work as APP_ROLE. Lost connections are replaced; nothing is thrown outside a query. */
export function createPool(options: PoolOptions): pg.Pool {
  const { url, max = 10, sessionSettings = true, name = 'cunservicios', statementTimeout = 60_000 } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    pipeline: true,
    application_name: name,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    ...(sessionSettings && {
      options: `-c role=${APP_ROLE} -c timezone=UTC -c statement_timeout=${statementTimeout}`,
    }),
  });
  pool.on('error', () => {}); // an idle connection was lost: the pool has already dropped it
  // One lost while it is lent out tells its statement; without a listener, Node would end the whole process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
