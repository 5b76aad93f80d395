// A payment through the procedure against the same writes by hand: raw node + pg, one prepared statement after the other
// in one transaction, no rules, no checks. In turns, so that the noise of the machine falls on both. Target: 0.5.
// REST is the same payment over HTTP, for the record.
import { findTenant } from '@cunservicios/api/core/identity';
import { createCaller } from '@cunservicios/api/router';
import pg from 'pg';
import { TENANT, fillUtility, line, median, open, seconds } from './entorno.ts';

const CUENTAS = Number(process.env['CUENTAS'] ?? 20_000);
const PAGOS = Number(process.env['PAGOS'] ?? 4_000);
const RONDAS = Number(process.env['RONDAS'] ?? 5);
const A_LA_VEZ = 8;

const entorno = await open();
const { owner, services } = entorno;
await fillUtility(entorno, CUENTAS);
await owner.query(`
  insert into facturas (tenant_id, numero_factura, cliente_id, fecha_emision, fecha_vencimiento, valor_total, saldo, conceptos)
  select tenant_id, 'F-' || id, id, '2026-02-01', '2026-02-16', 6000000, 6000000, (
    select jsonb_agg(jsonb_build_object('servicio', 'acueducto', 'codigo', 'consumo_basico', 'concepto', 'Consumo básico de acueducto',
      'cantidad', '11', 'valor_unitario', '1322.96', 'formula', '11 m³ × $ 1.322,96 = $ 14.552,56 → $ 14.553', 'norma', 'CRA 750/2016', 'valor', 1000000))
    from generate_series(1, 6)) from clientes;
  insert into movimientos (tenant_id, cliente_id, tipo, valor, factura_id, fecha) select tenant_id, cliente_id, 'factura', valor_total, id, fecha_emision from facturas;
  update clientes set saldo = 6000000;
  analyze`);

const tenant = await findTenant(services, TENANT);
const user = { id: 1, email: '', nombre: '', roles: ['admin' as const], token_version: 1 };
let n = 0;
const cuenta = () => `C-${String(1 + ((n++ * 7919) % CUENTAS)).padStart(8, '0')}`;

const ours = async (clave: string) =>
  createCaller({
    services,
    tenant,
    user,
    ip: '127.0.0.1',
    request_id: clave,
    idempotency_key: clave,
    answer: {},
  }).pagos.create({
    numero_cuenta: cuenta(),
    valor: 100,
    medio: 'Transferencia',
    referencia: clave,
  });

const pool = new pg.Pool({ connectionString: entorno.url, max: A_LA_VEZ });
async function raw(clave: string) {
  const client = await pool.connect();
  const q = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
  try {
    await client.query('begin');
    await q('tenant', `select set_config('app.tenant', $1, true)`, [TENANT]);
    await q('clave', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [clave]);
    const hecho = await q(
      'antes',
      'select respuesta from idempotencia where tenant_id = $1 and procedimiento = $2 and user_id = $3 and clave = $4',
      [TENANT, 'crudo', 1, clave],
    );
    if (hecho.rows.length > 0) throw new Error('repeated');
    const {
      rows: [c],
    } = await q('cuenta', 'select id from clientes where tenant_id = $1 and numero_cuenta = $2 for no key update', [
      TENANT,
      cuenta(),
    ]);
    const {
      rows: [f],
    } = await q(
      'deuda',
      'select id, saldo from facturas where tenant_id = $1 and cliente_id = $2 and saldo > 0 and not anulada order by fecha_vencimiento, id limit 1',
      [TENANT, c.id],
    );
    const {
      rows: [s],
    } = await q(
      'serie',
      `insert into series (tenant_id, nombre, ultimo) values ($1, 'recibos', 1) on conflict (tenant_id, nombre) do update set ultimo = series.ultimo + 1 returning ultimo`,
      [TENANT],
    );
    const {
      rows: [p],
    } = await q(
      'pago',
      `insert into pagos (tenant_id, cliente_id, valor, medio, referencia, fecha_pago, user_id, recibo, verificacion)
      values ($1, $2, 100, 'Transferencia', $3, current_date, 1, $4, lpad(to_hex($4::bigint), 16, '0')) returning id`,
      [TENANT, c.id, clave, s.ultimo],
    );
    await q(
      'libro',
      `insert into movimientos (tenant_id, cliente_id, tipo, valor, factura_id, pago_id, detalle, fecha) values ($1, $2, 'pago', -100, $3, $4, '{"acueducto": 100}', current_date)`,
      [TENANT, c.id, f.id, p.id],
    );
    await q(
      'factura',
      'update facturas set saldo = saldo - 100, version = version + 1 where tenant_id = $1 and id = $2',
      [TENANT, f.id],
    );
    await q('saldo', 'update clientes set saldo = saldo - 100 where tenant_id = $1 and id = $2', [TENANT, c.id]);
    await q(
      'evento',
      `insert into eventos (tenant_id, tipo, datos) values ($1, 'pago.registrado', jsonb_build_object('pago_id', $2::bigint, 'valor', 100))`,
      [TENANT, p.id],
    );
    const respuesta = JSON.stringify({
      id: p.id,
      recibo: s.ultimo,
      valor: 100,
      facturas: [{ numero_factura: f.id, valor: 100, detalle: { acueducto: 100 } }],
    });
    await q(
      'respuesta',
      `insert into idempotencia (tenant_id, procedimiento, user_id, clave, cuerpo_sha256, respuesta, expira) values ($1, 'crudo', 1, $2, $2, $3, now() + interval '1 day')`,
      [TENANT, clave, respuesta],
    );
    await q(
      'auditoria',
      `insert into auditoria (tenant_id, user_id, procedimiento, objeto, despues, direccion_ip, request_id) values ($1, 1, 'crudo', $2, $3, '127.0.0.1', $4)`,
      [TENANT, `pagos/${p.id}`, respuesta, clave],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

async function round(what: string, pay: (clave: string) => Promise<unknown>, r: number) {
  let left = PAGOS;
  const taken = await seconds(() =>
    Promise.all(
      Array.from({ length: A_LA_VEZ }, async () => {
        while (left-- > 0) await pay(`${what}-${r}-${left}`);
      }),
    ),
  );
  return PAGOS / taken;
}

await round('ours', ours, -1);
await round('raw', raw, -1);
// As a table with a history: a plan made while it was empty is kept until the first analyze, a minute later.
await owner.query('vacuum analyze');
const rounds: { ours: number; raw: number }[] = [];
for (let r = 0; r < RONDAS; r++) {
  const before = process.cpuUsage();
  const mine = await round('ours', ours, r);
  const cpu = process.cpuUsage(before);
  const theirs = await round('raw', raw, r);
  rounds.push({ ours: mine, raw: theirs });
  line(`ronda ${r + 1}`, {
    'ours/s': mine,
    'raw/s': theirs,
    ratio: mine / theirs,
    'node CPU µs ours': (cpu.user + cpu.system) / PAGOS,
  });
}
const ratios = rounds.map((one) => one.ours / one.raw);
line('pagos.create', {
  'ours/s': median(rounds.map((one) => one.ours)),
  'raw/s': median(rounds.map((one) => one.raw)),
  ratio: median(ratios),
  spread: `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`,
});
await pool.end();
await entorno.close();
