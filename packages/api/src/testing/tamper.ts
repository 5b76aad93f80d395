import pg from 'pg';

/** Changes rows behind the program's back, past triggers and constraints, as only a superuser can. */
export async function tamper(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`set session_replication_role = replica`);
  const { rowCount } = await client.query(statement);
  await client.end();
  return rowCount;
}
