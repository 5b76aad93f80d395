import { addDays } from '@cunservicios/domain/calendario/fechas';
import { CLAVES_TRAMO, GRUPOS_EDADES, TRAMOS } from '@cunservicios/domain/cartera/edades';
import pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ArchivoPorPartes } from '../core/archivo.ts';
import { richBooks } from '../testing/rich-books.ts';
import { testServices } from '../testing/services.ts';
import { newTenant } from '../testing/tenant.ts';
import { consultaEdades } from './edades.queries.ts';

const HOY = '2026-07-01'; // of the test clock
type Cifras = Record<
  (typeof CLAVES_TRAMO)[number] | 'por_vencer' | 'vencido' | 'en_reclamo' | 'convenio' | 'a_favor' | 'saldo',
  number
>;
const cuadra = (c: Cifras) => {
  expect(CLAVES_TRAMO.reduce((suma, clave) => suma + c[clave], 0)).toBe(c.vencido);
  expect(c.por_vencer + c.vencido + c.en_reclamo + c.convenio + c.a_favor).toBe(c.saldo);
};

/** One account with a bill of each age, at both ends of each span. */
async function deTodasLasEdades() {
  const utility = await newTenant();
  const { id: cliente_id, numero_cuenta } = await utility.build.cliente();
  const dias = [-10, 0, ...TRAMOS.flatMap(({ desde, hasta }) => [desde, hasta ?? 4_000])];
  for (const [i, atraso] of dias.entries()) {
    const fecha_vencimiento = addDays(HOY, -atraso);
    await utility.build.factura({
      cliente_id,
      valor_total: 2 ** i,
      fecha_emision: addDays(fecha_vencimiento, -10),
      fecha_vencimiento,
    });
  }
  return { ...utility, cliente_id, numero_cuenta, consulta: await utility.as('consulta') };
}

beforeEach(async () => (await testServices()).setNow(`${HOY}T15:00:00Z`));

describe('edades', () => {
  it('puts each bill in the span of its days, ends included', async () => {
    const { consulta, numero_cuenta } = await deTodasLasEdades();
    const { total, hoy } = await consulta.edades.resumen({});
    expect(hoy).toBe(HOY);
    expect(total).toMatchObject({
      por_vencer: 3,
      d30: 12,
      d60: 48,
      d90: 192,
      d180: 768,
      d360: 3_072,
      mas: 12_288,
      cuentas: 1,
    });
    cuadra(total);
    const [cuenta] = (await consulta.edades.cuentas({})).items;
    expect(cuenta).toMatchObject({
      numero_cuenta,
      d30: 12,
      vencido: total.vencido,
      saldo: total.saldo,
      desde: addDays(HOY, -4_000),
    });
  });

  it('keeps claims, agreements and what is in favour apart, and adds up to the balances of the accounts', async () => {
    const { admin, services } = await richBooks();
    services.setNow('2026-09-20T15:00:00Z');
    await admin.pagos.create({ numero_cuenta: 'A', valor: 900_000 });
    const clientes = (await admin.clientes.list({})).items;
    for (const por of GRUPOS_EDADES) {
      const { grupos, total, saldo_cuentas } = await admin.edades.resumen({ por });
      for (const grupo of [...grupos, total]) cuadra(grupo);
      expect(grupos.reduce((suma, { saldo }) => suma + saldo, 0)).toBe(total.saldo);
      expect(total.saldo).toBe(saldo_cuentas);
      expect(total.saldo).toBe(clientes.reduce((suma, { saldo }) => suma + saldo, 0));
      expect(total.convenio).toBeGreaterThan(0);
      expect(total.a_favor).toBeLessThan(0);
    }
    const { items } = await admin.edades.cuentas({});
    const saldos = Object.fromEntries(clientes.map(({ numero_cuenta, saldo }) => [numero_cuenta, saldo]));
    for (const cuenta of items) {
      cuadra(cuenta);
      expect(cuenta.saldo).toBe(saldos[cuenta.numero_cuenta]);
    }
    const nombradas = new Set(items.map(({ numero_cuenta }) => numero_cuenta));
    expect(clientes.filter(({ numero_cuenta, saldo }) => saldo !== 0 && !nombradas.has(numero_cuenta))).toEqual([]);
  });

  it('leaves out what is under claim, due or not', async () => {
    const { build, as, services, id } = await newTenant();
    const { id: cliente_id } = await build.cliente();
    const vencida = { fecha_emision: '2026-05-01', fecha_vencimiento: '2026-05-15' };
    const { id: factura_id } = await build.factura({ cliente_id, valor_total: 100, ...vencida });
    await services.tenants.transaction(id, ({ db }) =>
      db.updateTable('facturas').set({ en_reclamo: 40 }).where('id', '=', factura_id).execute(),
    );
    const { total } = await (await as('consulta')).edades.resumen({});
    expect(total).toMatchObject({ d60: 60, en_reclamo: 40, vencido: 60, saldo: 100 });
  });

  it('lists by who owes most and by account, page by page, with the filters', async () => {
    const { build, as } = await newTenant();
    const vencida = { fecha_emision: '2026-05-01', fecha_vencimiento: '2026-05-15' };
    for (const [estrato, valor_total] of [
      [1, 30],
      [2, 50],
      [1, 50],
      [3, 10],
    ] as const) {
      const { id: cliente_id } = await build.cliente({ estrato });
      await build.factura({ cliente_id, valor_total, ...vencida });
    }
    await build.factura({ valor_total: 7 }); // not due yet
    const consulta = await as('consulta');
    const todas = async (filtro: object) => {
      const cuentas: string[] = [];
      for (let cursor: string | undefined; ;) {
        const pagina = await consulta.edades.cuentas({ limit: 2, cursor, ...filtro });
        cuentas.push(...pagina.items.map(({ numero_cuenta }) => numero_cuenta));
        if (pagina.nextCursor === null) return cuentas;
        cursor = pagina.nextCursor;
      }
    };
    expect(await todas({})).toEqual(['C-1', 'C-2', 'C-3', 'C-4', 'C-5']);
    expect(await todas({ orden: 'vencido' })).toEqual(['C-3', 'C-2', 'C-1', 'C-4']);
    expect(await todas({ estrato: 1, tramo: 'd60' })).toEqual(['C-1', 'C-3']);
    expect(await todas({ orden: 'vencido', estrato: 1 })).toEqual(['C-3', 'C-1']);
    expect(await todas({ tramo: 'd90' })).toEqual([]);
  });

  it('leaves as a file with the same total', async () => {
    const { consulta } = await deTodasLasEdades();
    const { total } = await consulta.edades.resumen({});
    for (const por of ['cuenta', 'uso'] as const) {
      const archivo: ArchivoPorPartes = await consulta.edades.archivo({ por });
      let csv = '';
      for await (const pieza of archivo.contenido) csv += String(pieza);
      const filas = csv.trim().split('\r\n');
      expect(archivo.nombre).toBe(`cartera-por-${por}-${HOY}.csv`);
      expect(filas.at(-1)?.split(';').at(-1)).toBe(String(total.saldo));
    }
  });

  it('reads unpaid bills by their partial index, however many were paid', async () => {
    const { services, id, reads } = await newTenant();
    const owner = new pg.Client({ connectionString: services.adminUrl });
    await owner.connect();
    await owner.query(`
      set session_replication_role = replica;
      insert into clientes (tenant_id, numero_cuenta, nombre, direccion, uso, estrato) select '${id}', n::text, 'N', 'D', 'residencial', 2 from generate_series(1, 4000) n;
      insert into facturas (tenant_id, numero_factura, cliente_id, fecha_emision, fecha_vencimiento, valor_total, saldo, conceptos)
        select c.tenant_id, c.id || '-' || n, c.id, '2026-01-01', '2026-01-15', 10, case when n = 10 then 10 else 0 end,
          '[{"valor": 10, "servicio": "", "codigo": "", "concepto": "", "cantidad": "", "valor_unitario": "", "formula": "", "norma": ""}]'
        from clientes c, generate_series(1, 10) n where c.tenant_id = '${id}';
      set session_replication_role = origin`);
    await owner.query('vacuum analyze facturas');
    const { sql: text, parameters } = consultaEdades(reads, { hoy: HOY, tramos: TRAMOS }, 'uso').compile(reads.db);
    await owner.query('begin');
    await owner.query(`select set_config('role', 'cunservicios_app', true), set_config('app.tenant', $1, true)`, [id]);
    const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [...parameters]);
    await owner.query('rollback');
    await owner.end();
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('facturas_por_pagar');
    expect(plan).not.toContain('Seq Scan on facturas');
  });
});
