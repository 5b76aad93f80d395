// kill -9 at random moments of a billing run and of an issue; then the same months undisturbed, and their books compared.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findTenant } from '@cunservicios/api/core/identity';
import { ejecutar } from '@cunservicios/api/ejecuciones/ejecutar';
import { verify } from '@cunservicios/api/facturacion/verify';
import { createCaller } from '@cunservicios/api/router';
import pg from 'pg';
import { monthlyPeriod, months } from '../../demo/bill-month.ts';
import { sequence } from '../../demo/synthetic.ts';
import { type Tabla, compareBooks } from './books.ts';
import { programOver } from './program.ts';
import { TENANT, addMonth, fillUtility } from './utility.ts';

const VICTIM = fileURLToPath(new URL('victim.ts', import.meta.url));
const MESES = months('2020-01', '2035-12');
const FASES = ['liquidar', 'emitir'] as const;
type Fase = (typeof FASES)[number];

type Options = {
  /** A migrated database without connections, as its owner: the drill copies it. */
  url: string;
  cuentas: number;
  /** Kills in all; each month takes as many of them as `porMes`, half in each phase. */
  muertes: number;
  porMes: number;
  seed: number;
  log?: (text: string) => void;
};

export type Resultado = {
  meses: number;
  /** Kills that found the run unfinished, and of these the ones that cut off a transaction. */
  muertes: Record<Fase, { total: number; en_transaccion: number }>;
  tablas: Tabla[];
  hallazgos: { de: string; que: string; objeto: string; detalle: string }[];
};

export async function drill({ url, cuentas, muertes, porMes, seed, log = () => {} }: Options): Promise<Resultado> {
  const random = sequence(seed);
  await withClient(url, (owner) => fillUtility(owner, cuentas));
  const calmUrl = await copyOf(url);
  const result: Resultado = {
    meses: 0,
    muertes: { liquidar: { total: 0, en_transaccion: 0 }, emitir: { total: 0, en_transaccion: 0 } },
    tablas: [],
    hallazgos: [],
  };
  const done = () => result.muertes.liquidar.total + result.muertes.emitir.total;

  const struck = await open(url);
  const victim = victimOf(url);
  while (done() < muertes) {
    const codigo = MESES[result.meses++] ?? '';
    await struck.month(codigo);
    for (const fase of FASES) {
      const id = await struck.begin(fase, codigo);
      await victim.start();
      for (let i = 0; i < porMes / 2 && done() < muertes; i++) {
        const hit = await strike(struck, victim, id, { random, part: (i + 1) / (porMes / 2 + 1) });
        if (!hit) break;
        result.muertes[fase].total += 1;
        if (hit.enTransaccion) result.muertes[fase].en_transaccion += 1;
        await victim.start();
      }
      await finished(struck, id);
    }
    log(`${codigo}: ${done()} muertes`);
  }
  await victim.kill();

  const calm = await open(calmUrl);
  for (const codigo of MESES.slice(0, result.meses)) {
    await calm.month(codigo);
    for (const fase of FASES) await calm.run(await calm.begin(fase, codigo));
  }
  for (const [de, { reads }] of Object.entries({ muertes: struck, calma: calm }))
    result.hallazgos.push(...(await verify(reads)).hallazgos.map((hallazgo) => ({ de, ...hallazgo })));
  result.tablas = await compareBooks(url, calmUrl);
  await struck.close();
  await calm.close();
  return result;
}

type Opened = Awaited<ReturnType<typeof open>>;
type Victim = ReturnType<typeof victimOf>;

/** The utility over a database, with its months and runs. */
async function open(url: string) {
  const { services, close } = programOver(url, 'simulacro');
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const tenant = await findTenant(services, TENANT);
  const user = { id: 1, email: '', nombre: '', roles: ['admin' as const], token_version: 1 };
  const caller = createCaller({ services, tenant, user, ip: '', request_id: 'simulacro', answer: {} });
  return {
    reads: services.tenants.reads(TENANT),
    month: async (codigo: string) => {
      const periodo = monthlyPeriod(codigo);
      await addMonth(owner, periodo.desde, periodo.hasta);
      await caller.periodos.create({ ciclo: '1', ...periodo });
    },
    begin: async (fase: Fase, codigo: string) => (await caller.periodos[fase]({ codigo })).id,
    run: (id: number) => ejecutar(services, tenant, id, { final: true }),
    /** How far a run is, and whether the victim holds a transaction open. */
    look: async (id: number) => {
      const { rows } = await owner.query(
        `select estado, error, (select count(*)::int from ejecucion_lotes l where l.ejecucion_id = e.id and l.terminado_en is not null) as lotes,
          (select count(*)::int from ejecucion_lotes l where l.ejecucion_id = e.id) as total, exists (
            select from pg_stat_activity a where a.datname = current_database() and a.application_name = 'victima' and a.xact_start is not null
              and a.backend_xid is not null) as abierta
         from ejecuciones e where e.id = $1`,
        [id],
      );
      return rows[0] as { estado: string; error: string | null; lotes: number; total: number; abierta: boolean };
    },
    close: async () => {
      await owner.end();
      await close();
    },
  };
}

/**
 * Kills the victim at a random moment after it took the run up, sooner when the run is further than its `part`: so the
 * kills fall all over it. Undefined when the run had ended.
 */
async function strike(
  world: Opened,
  victim: Victim,
  id: number,
  { random, part }: { random: () => number; part: number },
) {
  let seen = await world.look(id);
  for (let tries = 0; !seen.abierta && seen.estado !== 'terminada' && tries < 4_000; tries++) {
    await sleep(2);
    seen = await world.look(id);
  }
  const ahead = seen.lotes / Math.max(seen.total, 1) > part;
  await sleep(random() * (ahead ? 30 : 250));
  const { abierta } = await world.look(id);
  await victim.kill();
  const { estado, error } = await world.look(id);
  if (estado === 'fallida') throw new Error(`The run failed: ${error}`);
  return estado === 'terminada' ? undefined : { enTransaccion: abierta };
}

async function finished(world: Opened, id: number) {
  for (let tries = 0; tries < 60_000; tries++) {
    const { estado, error } = await world.look(id);
    if (estado === 'terminada') return;
    if (estado === 'fallida') throw new Error(`The run failed: ${error}`);
    await sleep(10);
  }
  throw new Error('The run did not end.');
}

function victimOf(url: string) {
  let child: ChildProcess | undefined;
  const alive = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  return {
    start: async () => {
      if (alive()) return;
      child = spawn(process.execPath, [VICTIM, url], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { PATH: process.env['PATH'] },
      });
      await once(child, 'spawn');
    },
    kill: async () => {
      if (!child || !alive()) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** A copy of a database beside it. */
async function copyOf(url: string) {
  const name = new URL(url).pathname.slice(1);
  const at = (database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).toString();
  await withClient(at('postgres'), (client) => client.query(`create database ${name}_calma template ${name}`));
  return at(`${name}_calma`);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
