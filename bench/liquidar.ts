// The billing run against one SQL statement that writes the same rows with the same indexes and constraints.
// CUENTAS=100000 (default). Target of the issue: at most 2.5 times, memory flat.
import { ejecutar } from '@cunservicios/api/ejecuciones/ejecutar';
import { insertEjecucion } from '@cunservicios/api/ejecuciones/ejecuciones.queries';
import { findTenant } from '@cunservicios/api/core/identity';
import { verify } from '@cunservicios/api/facturacion/verify';
import { type Entorno, TENANT, fillUtility, line, open, peakMemory, readMonth, seconds } from './entorno.ts';

const CUENTAS = Number(process.env['CUENTAS'] ?? 100_000);
const entorno = await open();
const { owner, services } = entorno;
await fillUtility(entorno, CUENTAS);
const tenant = await findTenant(services, TENANT);

/** Starts and does a run in this process. */
async function run(tipo: 'liquidar' | 'emitir', periodo_id: number) {
  const { id } = await services.tenants.transaction(TENANT, (t) =>
    insertEjecucion(t, { tipo, periodo_id, user_id: null }),
  );
  const before = process.cpuUsage();
  const measured = await peakMemory(() => seconds(() => ejecutar(services, tenant, id, { final: true })));
  const { user, system } = process.cpuUsage(before);
  return { ...measured, cpu: (user + system) / 1e6 };
}

/** What PostgreSQL alone needs for the same rows: copied away, taken out, written back by one statement, not kept. */
async function sqlAlone({ owner }: Entorno, table: string, periodo_id: number, write: string) {
  await owner.query(`create temp table copia as select * from ${table} where periodo_id = ${periodo_id}`);
  await owner.query('begin');
  await owner.query('set local session_replication_role = replica'); // taking out needs no triggers
  await owner.query(
    `delete from movimientos where factura_id in (select id from facturas where periodo_id = ${periodo_id}) and '${table}' = 'facturas'`,
  );
  await owner.query(`delete from ${table} where periodo_id = ${periodo_id}`);
  await owner.query('set local session_replication_role = origin');
  const time = await seconds(() => owner.query(write));
  await owner.query('rollback');
  await owner.query('drop table copia');
  return time;
}

const PERIODOS = [
  ['2026-01', '2026-01-01', '2026-01-31', '2026-02-01', '2026-02-16'],
  ['2026-02', '2026-02-01', '2026-02-28', '2026-03-01', '2026-03-16'],
  ['2026-03', '2026-03-01', '2026-03-31', '2026-04-01', '2026-04-16'],
] as const;

for (const [codigo, desde, hasta, emision, vencimiento] of PERIODOS) {
  await readMonth(entorno, hasta);
  const { rows } = await owner.query(
    `insert into periodos (tenant_id, ciclo_id, codigo, desde, hasta, fecha_emision, fecha_vencimiento)
     select tenant_id, id, $1, $2, $3, $4, $5 from ciclos returning id`,
    [codigo, desde, hasta, emision, vencimiento],
  );
  const periodo_id = Number(rows[0].id);
  const liquidar = await run('liquidar', periodo_id);
  await owner.query('analyze prefacturas');
  const sql = await sqlAlone(entorno, 'prefacturas', periodo_id, 'insert into prefacturas select * from copia');
  line(`liquidar ${codigo}, ${CUENTAS} cuentas`, {
    s: liquidar.result,
    'sql s': sql,
    ratio: liquidar.result / sql,
    'µs/cuenta': (liquidar.result / CUENTAS) * 1e6,
    'node CPU s': liquidar.cpu,
    MB: liquidar.megabytes,
  });
  const emitir = await run('emitir', periodo_id);
  await owner.query('analyze facturas; analyze movimientos; analyze clientes');
  const sqlEmitir = await sqlAlone(
    entorno,
    'facturas',
    periodo_id,
    `
    with f as (insert into facturas select * from copia returning tenant_id, id, numero_factura, cliente_id, valor_total),
      m as (insert into movimientos (tenant_id, cliente_id, tipo, valor, factura_id, fecha) select tenant_id, cliente_id, 'factura', valor_total, id, '${emision}' from f),
      s as (update clientes c set saldo = c.saldo + f.valor_total from f where c.tenant_id = f.tenant_id and c.id = f.cliente_id)
    insert into eventos (tenant_id, tipo, datos) select tenant_id, 'factura.emitida', jsonb_build_object('numero_factura', numero_factura, 'valor_total', valor_total) from f`,
  );
  line(`emitir ${codigo}`, {
    s: emitir.result,
    'sql s': sqlEmitir,
    ratio: emitir.result / sqlEmitir,
    MB: emitir.megabytes,
  });
}
const { rows } = await owner.query(
  `select avg(jsonb_array_length(conceptos)) as lineas, avg(pg_column_size(conceptos)) as bytes from facturas`,
);
line('lines per bill', { mean: Number(rows[0].lineas), 'bytes of lines': Number(rows[0].bytes) });
const checked = await peakMemory(() =>
  seconds(async () => {
    const { facturas, hallazgos } = await verify(services.tenants.reads(TENANT));
    if (hallazgos.length > 0 || facturas !== 3 * CUENTAS)
      throw new Error(`verify: ${facturas} bills, ${JSON.stringify(hallazgos.slice(0, 3))}`);
  }),
);
line('verify, all three periods', {
  s: checked.result,
  'µs/factura': (checked.result / (3 * CUENTAS)) * 1e6,
  MB: checked.megabytes,
});
await entorno.close();
