// Two processes over one database, as an operator scales out. PAGOS=10000 for the bar of the issue.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneTemplate } from '@cunservicios/db/template';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { sequence } from '../../demo/synthetic.ts';
import { call } from '../tenant.ts';
import { pagosEnLibros } from './pagos-en-libros.ts';
import { type Servidor, abrirCuentas, servidor } from './servidores.ts';

const PAGOS = Number(process.env['PAGOS'] ?? 2_000);
const CUENTAS = 200;
const A_LA_VEZ = 64;
const dirs = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'cunservicios-dos-')));
let url = '';
let dos: Servidor[];
let headers: Record<string, string>;
let cuentas: string[];

beforeAll(async () => {
  url = await cloneTemplate(inject('testServerUrl'));
  dos = [];
  const env = { DATABASE_URL: url, SECRET_KEY: 'a secret of two servers, long enough to sign' };
  for (const dir of dirs) dos.push(await servidor(dir, env));
  const [uno] = dos;
  if (!uno) throw new Error('No server.');
  headers = await uno.signIn();
  cuentas = await abrirCuentas(uno, headers, CUENTAS);
}, 120_000);
afterAll(async () => {
  for (const uno of dos) await uno.stop();
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
});

const at = (n: number) => dos[n % dos.length]?.url ?? '';
const pagar = (n: number, body: object, key: string) =>
  call(`${at(n)}/api/pagos`, 'POST', body, { ...headers, 'idempotency-key': key });

it('64 equal payments at once: one effect, 64 equal answers', async () => {
  const body = { numero_cuenta: cuentas[0], valor: 700, medio: 'PSE', referencia: 'IGUAL-1' };
  const answers = await Promise.all(Array.from({ length: 64 }, (_, n) => pagar(n, body, 'igual')));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 64 }, () => 201));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  const { pagos, hallazgos } = await pagosEnLibros(url);
  expect([pagos.length, hallazgos]).toEqual([1, []]);
  const distinta = await pagar(1, { ...body, valor: 701 }, 'igual');
  expect([distinta.status, (distinta.json as { code: string }).code]).toEqual([422, 'idempotencia_distinta']);
});

it(
  `${PAGOS} payments at once over ${CUENTAS} accounts, with notes and reversals between: no deadlock reaches anybody`,
  {
    timeout: 300_000,
  },
  async () => {
    const random = sequence(7);
    const refused: string[] = [];
    let n = 0;
    let undone = 0;
    await Promise.all(
      Array.from({ length: A_LA_VEZ }, async () => {
        while (n < PAGOS) {
          const mine = ++n;
          const numero_cuenta = cuentas[Math.floor(random() * CUENTAS)];
          const numero_factura = `${numero_cuenta}-${1 + Math.floor(random() * 3)}`;
          const valor = 1 + Math.floor(random() * 50);
          const what = random() < 0.5 ? { numero_cuenta } : { numero_factura };
          const paid = await pagar(mine, { ...what, valor, medio: 'Efectivo', referencia: `N-${mine}` }, `n-${mine}`);
          if (paid.status !== 201) refused.push(`${paid.status} ${paid.text}`);
          if (mine % 25 === 0) {
            const lineas = [{ linea: 0, valor: random() < 0.5 ? 3 : -3 }];
            const body = { numero_factura, motivo: 'En la tormenta', lineas };
            const { status, text } = await call(`${at(mine + 1)}/api/notas`, 'POST', body, headers);
            if (status !== 201) refused.push(`${status} ${text}`);
          }
          if (mine % 20 === 0) {
            const { id } = paid.json as { id: number };
            const body = { causa: 'error_de_registro', motivo: 'En la tormenta' };
            const { status, text } = await call(`${at(mine + 1)}/api/pagos/${id}/reversar`, 'POST', body, headers);
            if (status === 201) undone++;
            else refused.push(`${status} ${text}`);
          }
        }
      }),
    );
    // A debit note may come later than five months after its bill: refused by the rule, not by a lock.
    expect(refused.filter((text) => !text.includes('cobro_fuera_de_plazo'))).toEqual([]);
    const { pagos, hallazgos } = await pagosEnLibros(url);
    expect(pagos.length).toBe(n + 1);
    expect(undone).toBeGreaterThan(0);
    expect(hallazgos).toEqual([]);
  },
);
