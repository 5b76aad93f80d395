import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../testing/refusal.ts';
import { newTenant } from '../testing/tenant.ts';

const norma = 'Contrato de condiciones uniformes, cláusula 18';
const cargo = (facts: object = {}) => ({
  numero_cuenta: 'C-1',
  referencia: 'ACTA-1',
  concepto: 'Cambio de llave',
  valor: 38_000,
  norma,
  ...facts,
});

describe('cargos by hand', () => {
  it('wait for a bill, once by reference, and may be taken back with a reason', async () => {
    const { as, build } = await newTenant();
    await build.cliente();
    const { cargos } = await as('facturacion');
    const { id } = await cargos.create(cargo());
    expect(await refusalOf(cargos.create(cargo()))).toBe('duplicado');
    expect((await cargos.list({ numero_cuenta: 'C-1', estado: 'pendiente' })).items).toMatchObject([
      { id, origen: 'otro', valor: 38_000, desde: '2026-07-01', limite: null, estado: 'pendiente', norma },
    ]);
    expect(await cargos.anular({ cargo_id: id, motivo: 'Ya se pagó' })).toMatchObject({ estado: 'anulado' });
    expect(await refusalOf(cargos.anular({ cargo_id: id, motivo: 'Otra vez' }))).toBe('solo_filas_nuevas');
    expect((await cargos.list({ numero_cuenta: 'C-1', estado: 'pendiente' })).items).toEqual([]);
    expect((await cargos.list({ numero_cuenta: 'C-1', estado: 'anulado' })).items).toHaveLength(1);
    expect(await refusalOf((await as('recaudo')).cargos.create(cargo()))).toBe('sin_permiso');
  });

  it('end five months after the bill that should have had them (Ley 142 art. 150)', async () => {
    const { as, build } = await newTenant();
    const { id: cliente_id } = await build.cliente();
    const bill = (fecha_emision: string) => build.factura({ cliente_id, fecha_emision });
    const [old, exact] = [await bill('2026-01-31'), await bill('2026-02-01')];
    const other = await build.factura();
    const { cargos } = await as('facturacion');
    const of = ({ numero_factura }: { numero_factura: string }) => cargo({ factura_omitida: numero_factura });
    expect(await refusalOf(cargos.create(of(old)))).toBe('cobro_fuera_de_plazo'); // until 2026-06-30; today is 2026-07-01
    expect(await cargos.create(of(exact))).toMatchObject({ limite: '2026-07-01' });
    expect(await refusalOf(cargos.create(of(other)))).toBe('validacion');
  });

  it('are not taken back once a liquidated period counts on them, nor while one is being liquidated', async () => {
    const { as, build, services, id: tenant_id } = await newTenant();
    const admin = await as('admin');
    await admin.ciclos.create({ codigo: '1', nombre: 'Uno' });
    const { id: cliente_id } = await build.cliente({ ciclo: '1' });
    const dates = {
      desde: '2026-06-01',
      hasta: '2026-06-30',
      fecha_emision: '2026-07-01',
      fecha_vencimiento: '2026-07-16',
    };
    await admin.periodos.create({ ciclo: '1', codigo: '2026-06', ...dates });
    const { id } = await admin.cargos.create(cargo());
    const write = (text: ReturnType<typeof sql>) => services.tenants.transaction(tenant_id, (t) => text.execute(t.db));
    await write(
      sql`insert into ejecuciones (tenant_id, tipo, periodo_id) select tenant_id, 'liquidar', id from periodos`,
    );
    expect(await refusalOf(admin.cargos.anular({ cargo_id: id, motivo: 'Malo' }))).toBe('validacion');
    expect(await refusalOf(admin.cargos.anular({ cargo_id: id, motivo: 'Fue un error' }))).toBe('cargo_en_prefactura');
    await write(sql`update ejecuciones set estado = 'terminada'`);
    await write(sql`insert into prefacturas (tenant_id, periodo_id, cliente_id, estado, uso, calculo)
      select tenant_id, id, ${cliente_id}, 'lista', 'residencial', jsonb_build_object('cargos', jsonb_build_array(jsonb_build_object('id', ${id}::bigint)))
      from periodos`);
    await write(sql`update periodos set estado = 'liquidado'`);
    expect(await refusalOf(admin.cargos.anular({ cargo_id: id, motivo: 'Fue un error' }))).toBe('cargo_en_prefactura');
    const free = await admin.cargos.create(cargo({ referencia: 'ACTA-2' }));
    expect(await admin.cargos.anular({ cargo_id: free.id, motivo: 'Fue un error' })).toMatchObject({
      estado: 'anulado',
    });
  });
});

const HEAD = 'numero_cuenta,tercero,referencia,codigo,concepto,valor,desde';

describe('cargos.importar', () => {
  const aseo = async () => {
    const world = await newTenant();
    const admin = await world.as('admin');
    await admin.terceros.create({ codigo: 'aseo', nombre: 'Aseo S.A.' });
    await admin.terceros.create({ codigo: 'fondo', nombre: 'Fondo' });
    await world.build.cliente();
    await world.build.cliente();
    return {
      ...world,
      admin,
      load: (...lines: string[]) => admin.cargos.importar({ archivo: [HEAD, ...lines].join('\n') }),
    };
  };

  it('takes a reference once for its third party, and says line and column of what it refuses', async () => {
    const { load, admin } = await aseo();
    const good = 'C-1,aseo,2026-06-1,tarifa_aseo,Servicio de aseo,18500,2026-06-01';
    expect(await load(good, 'C-1,fondo,2026-06-1,aporte,Aporte,-500,2026-06-01', good)).toMatchObject({
      leidas: 3,
      creadas: 2,
      sin_cambio: 1,
      rechazadas: 0,
    });
    const answer = await load(
      good,
      'C-1,aseo,2026-06-1,tarifa_aseo,Servicio de aseo,18501,2026-06-01',
      'C-9,aseo,x1,a,b,1,2026-06-01',
      'C-1,gas,x2,a,b,1,2026-06-01',
      'C-1,aseo,x3,a,b,1.5,2026-06-01',
      'C-1,aseo,x4,a,b,0,2026-06-01',
      'C-1,aseo,x5,a,b,1,2026-02-30',
      'C-1,aseo,,a,b,1,2026-06-01',
      'C-1,aseo,x6,Á,b,1,2026-06-01',
      'C-2,aseo,x7,a,b,1,2026-06-01',
      'C-2,aseo,x7,a,b,2,2026-06-01',
    );
    expect(answer).toMatchObject({ leidas: 11, creadas: 1, sin_cambio: 1, rechazadas: 9 });
    expect(answer.rechazos.map(({ linea, columna }) => [linea, columna])).toEqual([
      [3, 'referencia'],
      [4, 'numero_cuenta'],
      [5, 'tercero'],
      [6, 'valor'],
      [7, 'valor'],
      [8, 'desde'],
      [9, 'referencia'],
      [10, 'codigo'],
      [12, 'referencia'],
    ]);
    const { items } = await admin.cargos.list({ numero_cuenta: 'C-1' });
    expect(items).toMatchObject([
      { origen: 'tercero', tercero: 'fondo', referencia: 'fondo:2026-06-1', servicio: 'fondo', valor: -500 },
      { origen: 'tercero', tercero: 'aseo', referencia: 'aseo:2026-06-1', servicio: 'aseo', valor: 18_500 },
    ]);
    await admin.cargos.anular({ cargo_id: items[1]!.id, motivo: 'Devuelto por el tercero' });
    expect((await load(good)).rechazos).toMatchObject([{ linea: 2, columna: 'referencia' }]);
  });

  it('leaves a third party with charges in place, and lets go of one without', async () => {
    const { load, admin } = await aseo();
    await load('C-1,aseo,r,tarifa_aseo,Servicio de aseo,18500,2026-06-01');
    expect(await refusalOf(admin.terceros.delete({ tercero: 'aseo' }))).toBe('en_uso');
    await admin.terceros.delete({ tercero: 'fondo' });
    expect(await admin.terceros.update({ tercero: 'aseo', nombre: 'Aseo E.S.P.' })).toMatchObject({
      version: 2,
      nit: null,
    });
    expect((await admin.terceros.list({})).items.map(({ codigo }) => codigo)).toEqual(['aseo']);
  });
});

describe('terceros.facturado', () => {
  it('adds up the subtotals of the bills of a period, void ones left out', async () => {
    const { as, build, services, id } = await newTenant();
    const admin = await as('admin');
    await admin.ciclos.create({ codigo: '1', nombre: 'Uno' });
    const dates = {
      desde: '2026-06-01',
      hasta: '2026-06-30',
      fecha_emision: '2026-07-01',
      fecha_vencimiento: '2026-07-16',
    };
    await admin.periodos.create({ ciclo: '1', codigo: '2026-06', ...dates });
    await admin.terceros.create({ codigo: 'aseo', nombre: 'Aseo' });
    for (let i = 0; i < 3; i++) await build.cliente({ ciclo: '1' });
    await services.tenants.transaction(id, ({ db }) =>
      sql`with f as (
          insert into facturas (tenant_id, numero_factura, cliente_id, periodo_id, fecha_emision, fecha_vencimiento, valor_total, saldo, anulada, conceptos)
          select c.tenant_id, c.numero_cuenta, c.id, p.id, '2026-07-01', '2026-07-16', 5, 5, c.numero_cuenta = 'C-3', '[{"valor": 5}]' from clientes c, periodos p
          returning tenant_id, id)
        insert into factura_terceros select f.tenant_id, f.id, t.id, 5 from f, terceros t`.execute(db),
    );
    expect(await admin.terceros.facturado({ codigo: '2026-06' })).toEqual([
      { tercero: 'aseo', nombre: 'Aseo', facturas: 2, valor: 10, notas: 0, neto: 10 },
    ]);
  });
});
