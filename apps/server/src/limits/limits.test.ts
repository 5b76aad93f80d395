// Rate limits and overload, over the running program.
import { setTimeout as sleep } from 'node:timers/promises';
import { createPool } from '@cunservicios/db/pool';
import { afterAll, describe, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../testing/start.ts';
import { call } from '../testing/tenant.ts';
import { LIMITS } from './limits.ts';
import { createBuckets } from './token-bucket.ts';

const servers: TestServer[] = [];
const start = async (options: Parameters<typeof startTestServer>[0]) => {
  const server = await startTestServer({ jobs: false, ...options });
  servers.push(server);
  return server;
};
afterAll(async () => {
  for (const server of servers) await server.stop();
});

describe('token bucket', () => {
  it('lets the burst through, then what time brings back', () => {
    let now = 0;
    const take = createBuckets({ burst: 3, perSecond: 2 }, () => now);
    expect([1, 2, 3, 4].map(() => take('a').wait)).toEqual([0, 0, 0, 1]);
    expect(take('b').wait).toBe(0);
    now = 500;
    expect([take('a').wait, take('a').wait]).toEqual([0, 1]);
    now = 60_000;
    expect(take('a')).toEqual({ limit: 3, remaining: 2, reset: 1, wait: 0 });
  });

  it('forgets quiet keys before it grows without end', () => {
    let now = 0;
    const take = createBuckets({ burst: 1, perSecond: 1 }, () => now);
    for (let i = 0; i < 120_000; i++) {
      now += 1;
      take(String(i));
    }
    expect(take('119999').wait).toBe(1); // the newest is still known
  });
});

describe('rate limits', () => {
  it('answers 429 with Retry-After and RateLimit headers, for each user alone', async () => {
    const server = await start({ env: { RATE_LIMIT: 'on' } });
    const tenant = await server.createTenant();
    const nobody = await tenant.as('nobody');
    const first = await nobody('GET', '/api/tenants/actual');
    expect(first.headers.get('ratelimit-limit')).toBe(String(LIMITS.anonymous.burst));
    expect(Number(first.headers.get('ratelimit-remaining'))).toBe(LIMITS.anonymous.burst - 1);
    let refused = first;
    for (let i = 0; i < LIMITS.anonymous.burst + 20 && refused.status === 200; i++)
      refused = await nobody('GET', '/api/tenants/actual');
    expect([refused.status, (refused.json as { code: string }).code]).toEqual([429, 'demasiados_intentos']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const overTrpc = await call(`${server.url}/trpc/tenants.current`, 'GET', undefined, { 'x-tenant-id': tenant.id });
    expect([overTrpc.status, overTrpc.headers.has('retry-after')]).toEqual([429, true]);
    const batch = await call(`${server.url}/trpc/users.me,users.me,users.me?batch=1`, 'GET', undefined, {
      authorization: `Bearer ${await tenant.tokenFor('admin')}`,
    });
    expect(batch.headers.get('ratelimit-remaining')).toBe(String(LIMITS.user.burst - 3)); // each call of a batch counts
    expect((await call(`${server.url}/healthz`, 'GET')).status).toBe(200);
  });

  it('believes X-Forwarded-For only from a named proxy', async () => {
    const ask = async (server: TestServer) => {
      const tenant = await server.createTenant();
      const remaining = async (from: string) =>
        (
          await (
            await tenant.as('nobody')
          )('GET', '/api/tenants/actual', undefined, { 'x-forwarded-for': from })
        ).headers.get('ratelimit-remaining');
      return [await remaining('203.0.113.1'), await remaining('203.0.113.2')];
    };
    const burst = LIMITS.anonymous.burst;
    expect(await ask(await start({ env: { RATE_LIMIT: 'on' } }))).toEqual([String(burst - 1), String(burst - 2)]);
    expect(await ask(await start({ env: { RATE_LIMIT: 'on', TRUST_PROXY: '127.0.0.1' } }))).toEqual([
      String(burst - 1),
      String(burst - 1),
    ]);
  });
});

describe('overload', () => {
  it('refuses early with 503 while a table is locked, and is back afterwards', async () => {
    const server = await start({ full: { requests: 3, lagMs: 5_000 } });
    const tenant = await server.createTenant();
    const as = await tenant.as('admin');
    const holder = await holdTable(server.adminUrl);
    const held = Array.from({ length: 3 }, () => as('GET', '/api/clientes'));
    await sleep(300);
    const refused = await as('GET', '/api/facturas');
    expect([refused.status, refused.headers.get('retry-after'), (refused.json as { code: string }).code]).toEqual([
      503,
      '2',
      'base_no_disponible',
    ]);
    expect((await as('GET', '/api/auth/me')).status).toBe(200); // who signs in goes first
    await holder.release();
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await as('GET', '/api/facturas')).status).toBe(200);
  });
});

/** Keeps every reader of `clientes` waiting. */
async function holdTable(url: string) {
  const pool = createPool({ url, sessionSettings: false }); // as the owner
  const client = await pool.connect();
  await client.query('begin');
  await client.query('lock table clientes in access exclusive mode');
  return {
    release: async () => {
      await client.query('rollback');
      client.release();
      await pool.end();
    },
  };
}
