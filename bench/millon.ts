// Reading does not slow down with the number of bills: by number, an account's history, a period's list and the first
// page at 10,000 and at 1,000,000. Each account has 12 bills, one a period. Target: within 1.3. FACTURAS=1000000 (default).
import { findTenant } from '@cunservicios/api/core/identity';
import { createCaller } from '@cunservicios/api/router';
import { TENANT, fillUtility, line, median, open } from './entorno.ts';

const FACTURAS = Number(process.env['FACTURAS'] ?? 1_000_000);
const MESES = 12;
const CUENTAS = Math.ceil(FACTURAS / MESES);
const PEQUENA = Math.ceil(10_000 / MESES);
const CALLS = 300;
const entorno = await open();
const { owner, services } = entorno;
await fillUtility(entorno, CUENTAS);
await owner.query(`alter table facturas disable trigger user`);
const tenant = await findTenant(services, TENANT);
const user = { id: 1, email: '', nombre: '', roles: ['admin' as const], token_version: 1 };
const caller = createCaller({ services, tenant, user, ip: '', request_id: 'bench', answer: {} });

await owner.query(`
  insert into periodos (tenant_id, ciclo_id, codigo, desde, hasta, fecha_emision, fecha_vencimiento, estado)
  select '${TENANT}', (select id from ciclos), '2025-' || lpad(m::text, 2, '0'), make_date(2025, m, 1), make_date(2025, m, 28), make_date(2025, m, 28), make_date(2025, m, 28) + 15, 'cerrado'
  from generate_series(1, ${MESES}) m`);

/** Twelve bills of each account from one to another, in the order of their numbers. */
async function fill(from: number, to: number) {
  await owner.query(`
    insert into facturas (tenant_id, tipo, numero_factura, cliente_id, periodo_id, fecha_emision, fecha_vencimiento, valor_total, saldo, conceptos, consumo_m3)
    select '${TENANT}', 'consumo', 'F-' || ((c.n - 1) * ${MESES} + p.m), c.id, p.id, p.fecha_emision, p.fecha_vencimiento, 60, 60, (
      select jsonb_agg(jsonb_build_object('servicio', 'acueducto', 'codigo', 'consumo_basico', 'concepto', 'Consumo básico',
        'cantidad', '11', 'valor_unitario', '1322.96', 'formula', '11 m³ × $ 1.322,96 = $ 14.552,56 → $ 14.553', 'norma', 'CRA 750/2016', 'valor', 10))
      from generate_series(1, 6)), 11
    from (select id, row_number() over (order by id) as n from clientes) c,
      (select id, fecha_emision, fecha_vencimiento, row_number() over (order by id) as m from periodos) p
    where c.n between ${from} and ${to} order by c.n, p.m`);
  await owner.query('vacuum analyze facturas');
}

let n = 0;
const CALLS_OF = {
  'bill by number': (cuentas: number) =>
    caller.facturas.get({ numero_factura: `F-${1 + ((n++ * 7919) % (cuentas * MESES))}` }),
  'history of an account': (cuentas: number) =>
    caller.facturas.historial({
      numero_cuenta: `C-${String(1 + ((n++ * 7919) % cuentas)).padStart(8, '0')}`,
      limit: MESES,
    }),
  'list of a period': () =>
    caller.facturas.list({ periodo: `2025-${String(1 + (n++ % MESES)).padStart(2, '0')}`, limit: 20 }),
  'first page': () => caller.facturas.list({ limit: 20 }),
};

/** Median µs of each read. */
async function measure(cuentas: number) {
  const result: Record<string, number> = {};
  for (const [what, call] of Object.entries(CALLS_OF)) {
    const times: number[] = [];
    for (let i = 0; i < CALLS + 50; i++) {
      const begin = performance.now();
      await call(cuentas);
      if (i >= 50) times.push(performance.now() - begin);
    }
    result[what] = median(times) * 1000;
  }
  return result;
}

await fill(1, PEQUENA);
const small = await measure(PEQUENA);
await fill(PEQUENA + 1, CUENTAS);
const large = await measure(CUENTAS);
for (const what of Object.keys(CALLS_OF))
  line(`${what}, 10,000 → ${FACTURAS} bills`, {
    'µs small': small[what] ?? 0,
    'µs large': large[what] ?? 0,
    ratio: (large[what] ?? 0) / (small[what] ?? 1),
  });
await entorno.close();
