// Reading does not slow down with the number of bills: by number, by account and first page at 10,000 and at 1,000,000.
// Target: within 1.3. FACTURAS=1000000 (default).
import { findTenant } from '@cunservicios/api/core/identity';
import { createCaller } from '@cunservicios/api/router';
import { TENANT, fillUtility, line, median, open } from './entorno.ts';

const FACTURAS = Number(process.env['FACTURAS'] ?? 1_000_000);
const CUENTAS = 10_000;
const CALLS = 300;
const entorno = await open();
const { owner, services } = entorno;
await fillUtility(entorno, CUENTAS);
await owner.query(`alter table facturas disable trigger user`);
const tenant = await findTenant(services, TENANT);
const user = { id: 1, email: '', nombre: '', roles: ['admin' as const], token_version: 1 };
const caller = createCaller({ services, tenant, user, ip: '', request_id: 'bench', answer: {} });

/** Bills numbered from..to, one a month of each account in turn. */
async function fill(from: number, to: number) {
  await owner.query(`
    insert into facturas (tenant_id, numero_factura, cliente_id, fecha_emision, fecha_vencimiento, valor_total, saldo, conceptos)
    select '${TENANT}', 'F-' || n, 1 + n % ${CUENTAS}, date '2015-01-01' + (n / ${CUENTAS}) * 30, date '2015-01-16' + (n / ${CUENTAS}) * 30, 60, 60, (
      select jsonb_agg(jsonb_build_object('servicio', 'acueducto', 'codigo', 'consumo_basico', 'concepto', 'Consumo básico',
        'cantidad', '11', 'valor_unitario', '1322.96', 'formula', '11 m³ × $ 1.322,96 = $ 14.552,56 → $ 14.553', 'norma', 'CRA 750/2016', 'valor', 10))
      from generate_series(1, 6))
    from generate_series(${from}, ${to}) n`);
  await owner.query('vacuum analyze facturas');
}

let n = 0;
const CALLS_OF = {
  'bill by number': (top: number) => caller.facturas.get({ numero_factura: `F-${1 + ((n++ * 7919) % top)}` }),
  'bills of an account': () =>
    caller.facturas.historial({
      numero_cuenta: `C-${String(1 + ((n++ * 7919) % CUENTAS)).padStart(8, '0')}`,
      limit: 1,
    }),
  'first page': () => caller.facturas.list({ limit: 20 }),
};

/** Median µs of each read. */
async function measure(top: number) {
  const result: Record<string, number> = {};
  for (const [what, call] of Object.entries(CALLS_OF)) {
    const times: number[] = [];
    for (let i = 0; i < CALLS + 50; i++) {
      const begin = performance.now();
      await call(top);
      if (i >= 50) times.push(performance.now() - begin);
    }
    result[what] = median(times) * 1000;
  }
  return result;
}

await fill(1, 10_000);
const small = await measure(10_000);
await fill(10_001, FACTURAS);
const large = await measure(FACTURAS);
for (const what of Object.keys(CALLS_OF))
  line(`${what}, 10,000 → ${FACTURAS} bills`, {
    'µs small': small[what] ?? 0,
    'µs large': large[what] ?? 0,
    ratio: (large[what] ?? 0) / (small[what] ?? 1),
  });
await entorno.close();
