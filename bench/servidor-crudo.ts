// The limit to compare with: raw node:http + pg, the same SQL as our endpoints, tenant set, nothing checked.
// Started by rest.ts with the statements it recorded from the API.
import { createServer } from 'node:http';
import { createPool } from '@cunservicios/db/pool';

type Statement = { name: string; text: string; values: unknown[] };
const { url, factura, clientes, tenant } = JSON.parse(process.env['CRUDO'] ?? '{}') as {
  url: string;
  tenant: string;
  factura: Statement;
  clientes: Statement;
};
const pool = createPool({ url });
const ready = new WeakSet<object>();

async function query(statement: Statement) {
  const client = await pool.connect();
  try {
    if (!ready.has(client)) {
      await client.query("select set_config('app.tenant', $1, false)", [tenant]);
      ready.add(client);
    }
    return (await client.query(statement)).rows as unknown[];
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  const numero = /^\/api\/facturas\/([^/?]+)$/.exec(request.url ?? '')?.[1];
  const answer = numero
    ? query({ ...factura, values: factura.values.map((value) => (value === 'NUMERO' ? numero : value)) }).then(
        ([row]) => row,
      )
    : query(clientes);
  answer.then(
    (body) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body)),
    () => response.writeHead(500).end(),
  );
}).listen(0, '127.0.0.1', () => process.send?.((server.address() as { port: number }).port));
