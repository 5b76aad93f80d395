// A storm of payments while server and PostgreSQL are killed: what was acknowledged is there once, and nothing twice.
import { setTimeout as sleep } from 'node:timers/promises';
import { sequence } from '../../demo/synthetic.ts';
import { call } from '../tenant.ts';
import { type Servidor, abrirCuentas } from './servidores.ts';

type Options = {
  servidor: Servidor;
  cuentas: number;
  /** Callers at the same time. */
  cajeros: number;
  muertes: { servidor: number; postgres: number };
  seed: number;
  log?: (text: string) => void;
};

export type Tormenta = {
  /** Payments that got their 201, by reference. */
  reconocidos: Map<string, { recibo: string; valor: number }>;
  /** Answers other than 201, by status, and lost connections as 0: each was sent again with its key. */
  otras: Record<number, number>;
  muertes: { servidor: number; postgres: number };
  /** Times the server ended by itself: a killed PostgreSQL must not take it along. */
  caidas: number;
};

/** Callers pay until all kills are done; each payment is sent again with its key until it is acknowledged. */
export async function tormenta({
  servidor,
  cuentas,
  cajeros,
  muertes,
  seed,
  log = () => {},
}: Options): Promise<Tormenta> {
  const random = sequence(seed);
  const headers = await servidor.signIn();
  const numeros = await abrirCuentas(servidor, headers, cuentas);
  const result: Tormenta = { reconocidos: new Map(), otras: {}, muertes: { servidor: 0, postgres: 0 }, caidas: 0 };
  const end = new AbortController();

  const pay = async (referencia: string, numero_cuenta: string, valor: number) => {
    const body = { numero_cuenta, valor, medio: 'Transferencia', referencia };
    for (;;) {
      const answer = await call(`${servidor.url}/api/pagos`, 'POST', body, {
        ...headers,
        'idempotency-key': referencia,
      }).catch(() => undefined);
      if (answer?.status === 201) {
        const { recibo } = answer.json as { recibo: string };
        result.reconocidos.set(referencia, { recibo, valor });
        return;
      }
      const status = answer?.status ?? 0;
      result.otras[status] = (result.otras[status] ?? 0) + 1;
      if (status >= 400 && ![409, 429, 503].includes(status)) throw new Error(`${status} ${answer?.text}`);
      await sleep(20);
    }
  };
  let n = 0;
  const callers = Array.from({ length: cajeros }, async () => {
    while (!end.signal.aborted)
      await pay(`T-${++n}`, numeros[Math.floor(random() * numeros.length)] ?? '', 1 + Math.floor(random() * 900));
  });

  const orders = [
    ...Array.from({ length: muertes.servidor }, () => 'servidor' as const),
    ...Array.from({ length: muertes.postgres }, () => 'postgres' as const),
  ];
  const shuffled = orders.map((order) => ({ order, at: random() })).toSorted((a, b) => a.at - b.at);
  for (const { order } of shuffled) {
    await servidor.ready();
    const before = result.reconocidos.size;
    for (let tries = 0; result.reconocidos.size < before + 5 && tries < 1_000; tries++) await sleep(5); // in full swing
    await sleep(random() * 150);
    if (order === 'servidor') {
      await servidor.kill();
      await servidor.start();
    } else {
      servidor.killPostgres();
      await sleep(50);
      await servidor.ready().catch(() => {});
      if (servidor.ended()) {
        result.caidas += 1;
        await servidor.start();
      }
    }
    result.muertes[order] += 1;
    log(
      `${result.muertes.servidor} de servidor, ${result.muertes.postgres} de PostgreSQL, ${result.reconocidos.size} pagos`,
    );
  }
  end.abort();
  await Promise.all(callers);
  return result;
}
