import { describe, expect, it } from 'vitest';
import { tamper } from '../testing/tamper.ts';
import { newTenant } from '../testing/tenant.ts';
import { verify } from './verify.ts';

/** A utility with two accounts, one issued period and a payment. */
async function billed() {
  const t = await newTenant({ altitud_msnm: 2120 });
  const admin = await t.as('admin');
  await admin.tarifas.create({
    vigente_desde: '2026-01-01',
    fuente: 'Prueba',
    servicios: { acueducto: { cargo_fijo: '4276.37', consumo: '1322.96' } },
    factores: {
      residencial: { '1': '-0.30', '2': '-0.20', '3': '0', '4': '0', '5': '0.50', '6': '0.60' },
      comercial: '0.50',
      industrial: '0.30',
      oficial: '0',
      especial: '0',
    },
  });
  await admin.clientes.importar({
    archivo:
      'numero_cuenta,nombre,direccion,uso,estrato,servicios,ciclo,ruta,medidor\nC-1,Ana,Calle 1,residencial,2,acueducto,1,R01,M-1\nC-2,Luz,Calle 2,comercial,,acueducto,1,R01,M-2\n',
  });
  await admin.lecturas.importar({
    archivo:
      'medidor,fecha_lectura,lectura_m3,tipo\nM-1,2026-05-01,100,inicial\nM-1,2026-05-31,114,real\nM-2,2026-05-01,7,inicial\nM-2,2026-05-31,47,real\n',
  });
  const bill = async (
    codigo: string,
    desde: string,
    hasta: string,
    fecha_emision: string,
    fecha_vencimiento: string,
  ) => {
    await admin.periodos.create({ ciclo: '1', codigo, desde, hasta, fecha_emision, fecha_vencimiento });
    await t.run((await admin.periodos.liquidar({ codigo })).id);
    await t.run((await admin.periodos.emitir({ codigo })).id);
  };
  await bill('2026-05', '2026-05-01', '2026-05-31', '2026-06-01', '2026-06-16');
  await bill('2026-06', '2026-06-01', '2026-06-30', '2026-07-01', '2026-07-16');
  await admin.facturas.pagar({ numero_factura: 'SPD000000001', valor: 1_000 });
  return { ...t, admin };
}

describe('verify', () => {
  it('finds nothing in books that are right', async () => {
    const { reads } = await billed();
    expect(await verify(reads)).toEqual({ facturas: 4, hallazgos: [] });
  });

  it.each([
    [
      'a line and the total of a bill',
      `update facturas set valor_total = valor_total + 1, conceptos = jsonb_set(conceptos, '{0,valor}', to_jsonb((conceptos -> 0 ->> 'valor')::bigint + 1))`,
      'valor_total',
    ],
    [
      'a peso moved between two lines',
      `update facturas set conceptos = jsonb_set(jsonb_set(conceptos, '{0,valor}', to_jsonb((conceptos -> 0 ->> 'valor')::bigint + 1)), '{1,valor}', to_jsonb((conceptos -> 1 ->> 'valor')::bigint - 1))`,
      'conceptos',
    ],
    ['the m³', `update facturas set consumo_m3 = consumo_m3 + 1`, 'consumo_m3'],
    ['the balance of a bill', `update facturas set saldo = saldo - 1`, 'saldo de factura'],
    [
      'a ledger entry',
      `update movimientos set valor = valor + 1 where tipo = 'factura' and factura_id = (select min(id) from facturas where tenant_id = $T)`,
      'libro',
    ],
    ['a payment', `update pagos set valor = valor + 1`, 'pago'],
    ['a receipt', `update pagos set recibo = recibo + 1`, 'serie de recibos'],
    [
      'an advance',
      `update movimientos set tipo = 'anticipo', factura_id = null, detalle = null where tipo = 'pago'`,
      'saldo a favor',
    ],
    ['the balance of an account', `update clientes set saldo = saldo + 1`, 'saldo de cuenta'],
    ['a reading that was used', `update lecturas set lectura_m3 = lectura_m3 + 1 where tipo = 'real'`, 'lectura'],
    ['the state a bill leaves', `update facturas set calculo = jsonb_set(calculo, '{despues,ref}', '1')`, 'estado'],
    [
      'the state a bill starts from',
      `update facturas set calculo = jsonb_set(calculo, '{antes,estimado}', '3') where numero_factura = 'SPD000000003'`,
      'continuidad',
    ],
    ['the summary of a period', `update periodo_conceptos set valor = valor + 1`, 'resumen de periodo'],
    ['a price', `update tarifas set servicios = jsonb_set(servicios, '{acueducto,consumo}', '"1322.97"')`, 'conceptos'],
    ['a bill taken away', `delete from facturas where numero_factura = 'SPD000000002'`, 'serie de facturas'],
  ])('reports %s', async (_, statement, que) => {
    const { reads, services, id } = await billed();
    const here = statement.includes(' where ')
      ? `${statement} and tenant_id = '${id}'`
      : `${statement} where tenant_id = '${id}'`;
    expect(await tamper(services.adminUrl, here.replaceAll('$T', `'${id}'`))).toBeGreaterThan(0);
    const { hallazgos } = await verify(reads);
    expect(hallazgos.map((hallazgo) => hallazgo.que)).toContain(que);
  });
});

describe('a run of a period', () => {
  it('gives the same bytes when it is repeated', async () => {
    const { admin, run, reads } = await billed();
    await admin.lecturas.create({ medidor: 'M-1', fecha_lectura: '2026-06-30', lectura_m3: '120' }).catch(() => {});
    await admin.periodos.create({
      ciclo: '1',
      codigo: '2026-07',
      desde: '2026-07-01',
      hasta: '2026-07-31',
      fecha_emision: '2026-08-01',
      fecha_vencimiento: '2026-08-16',
    });
    const bytes = async () => {
      await run((await admin.periodos.liquidar({ codigo: '2026-07' })).id);
      return JSON.stringify(await reads.db.selectFrom('prefacturas').selectAll().orderBy('cliente_id').execute());
    };
    const first = await bytes();
    expect(first.length).toBeGreaterThan(100);
    expect(await bytes()).toBe(first);
  });

  it('is refused out of order, twice at once, and for an issued period', async () => {
    const { admin } = await billed();
    for (const [codigo, month] of [
      ['2026-07', '07'],
      ['2026-08', '08'],
    ] as const)
      await admin.periodos.create({
        ciclo: '1',
        codigo,
        desde: `2026-${month}-01`,
        hasta: `2026-${month}-31`,
        fecha_emision: `2026-${month}-31`,
        fecha_vencimiento: '2026-09-16',
      });
    const code = (call: Promise<unknown>) =>
      call.then(
        () => 'done',
        (error: { cause?: { code?: string } }) => error.cause?.code,
      );
    expect(await code(admin.periodos.liquidar({ codigo: '2026-08' }))).toBe('periodo_no_abierto');
    expect(await code(admin.periodos.emitir({ codigo: '2026-07' }))).toBe('periodo_no_abierto');
    expect(await code(admin.periodos.liquidar({ codigo: '2026-06' }))).toBe('periodo_no_abierto');
    expect((await Promise.all([1, 2].map(() => code(admin.periodos.liquidar({ codigo: '2026-07' }))))).sort()).toEqual([
      'done',
      'ejecucion_en_curso',
    ]);
  });
});
