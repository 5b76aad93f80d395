// A bank's collection file: reading it and applying it, against plain SQL that writes the same rows in one transaction.
// FILAS=100000 (default). Target: 5,000 rows/s applied, memory flat.
import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTenant } from '@cunservicios/api/core/identity';
import { ejecutar } from '@cunservicios/api/ejecuciones/ejecutar';
import { createCaller } from '@cunservicios/api/router';
import { archivoDe } from '@cunservicios/api/testing/archivo-recaudo';
import { type Entorno, fillUtility, line, open, peakMemory, seconds } from './entorno.ts';

const FILAS = Number(process.env['FILAS'] ?? 100_000);
const LINEAS = 6; // of a bill
const VALOR = 60_000;
const entorno = await open();
const { owner, services } = entorno;
const user = { id: 1, email: '', nombre: '', roles: ['admin' as const], token_version: 1 };

/** A utility whose every account owes one bill of six lines. */
async function fillBills({ owner: client }: Entorno, tenant: string) {
  await fillUtility(entorno, FILAS, { tenant });
  await client.query(`
    update tenants set nit = '900123818', dv = 0 where id = '${tenant}';
    insert into facturas (tenant_id, numero_factura, cliente_id, fecha_emision, fecha_vencimiento, valor_total, saldo, conceptos)
      select tenant_id, 'SPD' || lpad((row_number() over (order by id))::text, 9, '0'), id, '2026-02-01', '2026-02-16', ${VALOR}, ${VALOR},
        (select jsonb_agg(jsonb_build_object('servicio', case when l % 2 = 0 then 'acueducto' else 'alcantarillado' end, 'codigo', 'consumo',
          'concepto', 'Consumo', 'cantidad', '10', 'valor_unitario', '1000', 'formula', '', 'norma', '', 'valor', ${VALOR / LINEAS}))
          from generate_series(1, ${LINEAS}) l)
      from clientes where tenant_id = '${tenant}';
    insert into movimientos (tenant_id, cliente_id, tipo, valor, factura_id, fecha)
      select tenant_id, cliente_id, 'factura', valor_total, id, fecha_emision from facturas where tenant_id = '${tenant}';
    update clientes set saldo = ${VALOR} where tenant_id = '${tenant}'`);
  await client.query('vacuum analyze');
}

/** The file, on disk as it would arrive; nine rows in ten pay their bill whole, the tenth half of it. */
function writeFile() {
  const path = join(entorno.dir, 'recaudo.txt');
  const filas = Array.from({ length: FILAS }, (_, i) => ({
    referencia: String(1 + ((i * 7919) % FILAS)),
    valor: i % 10 === 0 ? VALOR / 2 : VALOR,
    canal: i % 3 === 0 ? '15' : '01',
  }));
  writeFileSync(path, archivoDe(filas, { fecha: '2026-03-01', fecha_archivo: '2026-03-02' }));
  return path;
}

async function load(tenant_id: string) {
  const tenant = await findTenant(services, tenant_id);
  const caller = createCaller({ services, tenant, user, ip: '', request_id: 'bench', answer: {} });
  const { id, estado, ejecucion } = await caller.archivosRecaudo.create({ archivo: createReadStream(path) });
  if (estado === 'cargando') await ejecutar(services, tenant, ejecucion?.id ?? 0, { final: true });
  const apply = async () => {
    const { ejecucion: corrida } = await caller.archivosRecaudo.aplicar({ archivo_recaudo_id: id });
    await ejecutar(services, tenant, corrida?.id ?? 0, { final: true });
    const { estados } = await caller.archivosRecaudo.vista({ archivo_recaudo_id: id });
    if (estados[0]?.estado !== 'aplicado' || estados[0].registros !== FILAS) throw new Error(JSON.stringify(estados));
  };
  return { id, apply };
}

/** The least that has to be written, by one who knows beforehand that every row pays its own bill. */
const plain = (tenant: string) => `
  begin;
  create temporary table nuevos on commit drop as
    select r.id, r.cliente_id, r.factura_id, r.valor, r.fecha, row_number() over (order by r.linea) as n from recaudos r
    where r.tenant_id = '${tenant}' and r.estado = 'por_aplicar';
  insert into pagos (tenant_id, cliente_id, valor, medio, referencia, fecha_pago, origen, recibo, verificacion)
    select '${tenant}', cliente_id, valor, 'Efectivo', '007-' || id, fecha, 'archivo', n, lpad(to_hex(n), 16, '0') from nuevos order by n;
  insert into movimientos (tenant_id, cliente_id, tipo, valor, factura_id, pago_id, fecha, detalle)
    select '${tenant}', v.cliente_id, 'pago', -v.valor, v.factura_id, p.id, v.fecha, jsonb_build_object('acueducto', v.valor / 2, 'alcantarillado', v.valor / 2)
    from nuevos v join pagos p on p.tenant_id = '${tenant}' and p.recibo = v.n order by v.n;
  update facturas f set saldo = f.saldo - v.valor, version = f.version + 1 from nuevos v where f.tenant_id = '${tenant}' and f.id = v.factura_id;
  update clientes c set saldo = c.saldo - v.valor from nuevos v where c.tenant_id = '${tenant}' and c.id = v.cliente_id;
  insert into eventos (tenant_id, tipo, datos)
    select '${tenant}', 'pago.registrado', jsonb_build_object('pago_id', id, 'recibo', recibo, 'valor', valor) from pagos where tenant_id = '${tenant}';
  update recaudos r set estado = 'aplicado', pago_id = p.id from nuevos v join pagos p on p.tenant_id = '${tenant}' and p.recibo = v.n
    where r.tenant_id = '${tenant}' and r.id = v.id;
  commit`;

const path = writeFile();
for (const tenant of ['medida', 'copia']) await fillBills(entorno, tenant);
let nuestro: Awaited<ReturnType<typeof load>> | undefined;
const read = await peakMemory(() => seconds(async () => (nuestro = await load('medida'))));
await load('copia');
await owner.query('vacuum analyze');
const apply = await peakMemory(() => seconds(async () => nuestro?.apply()));
const sql = await seconds(() => owner.query(plain('copia')));
line(`read ${FILAS} rows`, { s: read.result, 'rows/s': FILAS / read.result, MB: read.megabytes });
line(`apply ${FILAS} rows`, {
  s: apply.result,
  'rows/s': FILAS / apply.result,
  MB: apply.megabytes,
  'plain SQL s': sql,
  'SQL/apply': sql / apply.result,
});
await entorno.close();
