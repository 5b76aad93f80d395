import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tenant } from '../core/context.ts';
import { selectTenant } from '../core/identity.queries.ts';
import { verify } from '../facturacion/verify.ts';
import { createCaller } from '../router.ts';
import { refusalOf } from '../testing/refusal.ts';
import { atOnce, newTenant } from '../testing/tenant.ts';

const VENCIDA = { fecha_emision: '2026-04-20', fecha_vencimiento: '2026-05-05' };
const evidencia = 'Se instaló el sello 4471 en presencia del usuario';
const salario = { anio: 2026, valor: 1_500_000, norma: 'Decreto' };

/** Accounts C-1… with so many overdue bills each. */
async function enMora(...vencidas: number[]) {
  const world = await newTenant();
  const ids: number[] = [];
  for (const n of vencidas) {
    const { id } = await world.build.cliente();
    ids.push(id);
    for (let i = 0; i < n; i++) await world.build.factura({ cliente_id: id, ...VENCIDA });
  }
  const admin = await world.as('admin');
  await admin.parametros.setSalario(salario);
  const cuentas = ids.map((_, i) => `C-${i + 1}`);
  const avisar = () => admin.suspension.avisar({ cuentas, fecha: '2026-06-23', medio: 'En el predio' });
  const ordenar = () => admin.suspension.ordenar({ cuentas });
  const ordenada = async () => (await ordenar())[0]?.numero_orden ?? '';
  const change = (text: ReturnType<typeof sql>) =>
    world.services.tenants.transaction(world.id, (t) => text.execute(t.db));
  return { ...world, ids, admin, cuentas, avisar, ordenar, ordenada, change };
}

/** Account C-1 suspended as it should be. */
async function suspendida() {
  const world = await enMora(2);
  await world.avisar();
  const numero_orden = await world.ordenada();
  await world.admin.ordenes.ejecutar({ numero_orden, resultado: 'efectiva', evidencia });
  return { ...world, numero_orden };
}

describe('suspension.list', () => {
  it('shows who owes enough, by account and page', async () => {
    const { admin, build, ids } = await enMora(2, 1, 3, 2);
    await build.factura({ cliente_id: ids[1], fecha_vencimiento: '2026-07-01' }); // due today: not overdue yet
    const first = await admin.suspension.list({ limit: 2 });
    expect(first.items).toMatchObject([
      { numero_cuenta: 'C-1', vencidas: 2, deuda: 90_000, desde: '2026-05-05', exclusiones: [], aviso: null },
      { numero_cuenta: 'C-3', vencidas: 3, deuda: 135_000 },
    ]);
    const rest = await admin.suspension.list({ limit: 2, cursor: first.nextCursor! });
    expect(rest.items.map(({ numero_cuenta }) => numero_cuenta)).toEqual(['C-4']);
    expect(rest.nextCursor).toBeNull();
  });

  it('leaves bills under claim out of the count, and says why others are not suspended', async () => {
    const { admin, change, ids } = await enMora(2, 2, 2, 2);
    await change(sql`update facturas set en_reclamo = saldo where cliente_id = ${ids[0]} and numero_factura = 'F-1'`);
    await change(sql`update clientes set protegido = 'Paciente con oxígeno' where id = ${ids[1]}`);
    const caso = { tipo: 'Reclamo' as const, asunto: 'Cobro', descripcion: 'No consumí esa agua', cliente_id: ids[2]! };
    const { radicado } = await admin.pqrs.create(caso);
    const excluded = async () =>
      Object.fromEntries((await admin.suspension.list({})).items.map((una) => [una.numero_cuenta, una.exclusiones]));
    expect(await excluded()).toEqual({ 'C-2': ['protegido'], 'C-3': ['reclamo'], 'C-4': [] });
    const numbers = async (procede: boolean) =>
      (await admin.suspension.list({ procede })).items.map((una) => una.numero_cuenta);
    expect([await numbers(true), await numbers(false)]).toEqual([['C-4'], ['C-2', 'C-3']]);
    await admin.pqrs.changeEstado({ radicado, estado: 'En trámite' });
    expect((await excluded())['C-3']).toEqual(['reclamo']);
    await admin.pqrs.changeEstado({ radicado, estado: 'Respondido' });
    expect((await excluded())['C-3']).toEqual([]);
  });

  it('waits at most two bills where the cycle is bimonthly (Ley 142 art. 140)', async () => {
    const world = await enMora(2, 2);
    const { admin, services, id, contextOf, userOf, change } = world;
    await admin.tenants.update({ ajustes: { periodos_suspension: 3 } });
    await change(
      sql`insert into ciclos (tenant_id, codigo, nombre, periodicidad) values (${id}, '2', 'Dos', 'bimestral')`,
    );
    await change(sql`update clientes set ciclo_id = (select id from ciclos) where numero_cuenta = 'C-2'`);
    const tenant = (await selectTenant(services.tenants.none, id)) as Tenant;
    const fresh = createCaller({ ...contextOf(await userOf('admin')), tenant });
    expect((await fresh.suspension.list({})).items.map((una) => una.numero_cuenta)).toEqual(['C-2']);
    expect(await refusalOf(admin.tenants.update({ periodicidad: 'bimestral' }))).toBe('validacion');
    expect(await refusalOf(admin.tenants.update({ ajustes: { periodos_suspension: 4 } }))).toBe('validacion');
  });
});

describe('a suspension', () => {
  it('needs its notice, and business days from it', async () => {
    const { admin, cuentas, ordenar } = await enMora(2);
    expect(await ordenar()).toMatchObject([{ hecho: false, detalle: expect.stringContaining('Falta el aviso') }]);
    expect(await refusalOf(admin.suspension.avisar({ cuentas, medio: 'Correo', fecha: '2026-07-02' }))).toBe(
      'validacion',
    );
    // Friday 26 June; Monday 29 is a holiday: the fifth business day is 6 July.
    expect(await admin.suspension.avisar({ cuentas, medio: 'En el predio', fecha: '2026-06-26' })).toMatchObject([
      { hecho: true, detalle: expect.stringContaining('2026-07-06') },
    ]);
    expect(await ordenar()).toMatchObject([{ hecho: false, detalle: expect.stringContaining('2026-07-06') }]);
    const [later] = await admin.suspension.ordenar({ cuentas, programada_para: '2026-07-06' });
    expect(later).toMatchObject({ hecho: true, numero_orden: 'ORD0000001' });
    expect(await ordenar()).toMatchObject([{ hecho: false, detalle: expect.stringContaining('orden') }]);
    expect((await admin.suspension.list({})).items).toMatchObject([
      { exclusiones: ['orden'], aviso: { fecha: '2026-06-26', suspension_desde: '2026-07-06' } },
    ]);
    expect(await admin.suspension.avisar({ cuentas: ['X'], medio: 'En el predio' })).toMatchObject([{ hecho: false }]);
  });

  it('done with evidence changes the service and charges up to the ceiling of the year', async () => {
    const { admin, numero_orden, reads } = await suspendida();
    // 1.4 % of 1,500,000 (CRA 424/2007)
    expect(await admin.ordenes.get({ numero_orden })).toMatchObject({
      estado: 'ejecutada',
      cargo: 21_000,
      operario: 'admin',
    });
    expect(await admin.clientes.get({ numero_cuenta: 'C-1' })).toMatchObject({ estado: 'suspendido' });
    expect((await admin.cargos.list({ numero_cuenta: 'C-1' })).items).toMatchObject([
      {
        origen: 'orden',
        codigo: 'suspension',
        valor: 21_000,
        estado: 'pendiente',
        norma: expect.stringContaining('CRA 424'),
      },
    ]);
    expect((await admin.suspension.list({})).items).toMatchObject([{ exclusiones: ['sin_servicio'] }]);
    expect(await refusalOf(admin.ordenes.ejecutar({ numero_orden, resultado: 'efectiva', evidencia }))).toBe(
      'orden_cerrada',
    );
    expect(await refusalOf(admin.ordenes.anular({ numero_orden, motivo: 'Fue un error' }))).toBe('orden_cerrada');
    expect((await verify(reads)).hallazgos).toEqual([]);
  });

  it('not done changes and charges nothing, and without evidence is not done', async () => {
    const { admin, avisar, ordenar, ordenada } = await enMora(2);
    await avisar();
    const numero_orden = await ordenada();
    expect(await refusalOf(admin.ordenes.ejecutar({ numero_orden, resultado: 'efectiva', evidencia: 'Sí' }))).toBe(
      'validacion',
    );
    const early = {
      numero_orden,
      resultado: 'efectiva',
      evidencia,
      ejecutada_en: '2026-06-29T10:00:00-05:00',
    } as const;
    expect(await refusalOf(admin.ordenes.ejecutar(early))).toBe('validacion');
    const nobody = { numero_orden, resultado: 'no_efectiva', evidencia: 'Nadie abrió la puerta' } as const;
    expect(await admin.ordenes.ejecutar(nobody)).toMatchObject({ estado: 'ejecutada', cargo: null });
    expect(await admin.clientes.get({ numero_cuenta: 'C-1' })).toMatchObject({ estado: 'activo' });
    expect((await ordenar())[0]).toMatchObject({ numero_orden: 'ORD0000002' });
  });

  it('says which minimum wage is missing, and needs none when the utility charges nothing', async () => {
    const { admin, avisar, ordenada, change } = await enMora(2);
    await avisar();
    const numero_orden = await ordenada();
    await change(sql`update salarios_minimos set anio = 2027`);
    expect(await refusalOf(admin.ordenes.ejecutar({ numero_orden, resultado: 'efectiva', evidencia }))).toBe(
      'sin_norma',
    );
    expect(await admin.ordenes.get({ numero_orden })).toMatchObject({ estado: 'pendiente' });
    await admin.parametros.setSalario(salario);
    expect(await admin.ordenes.ejecutar({ numero_orden, resultado: 'efectiva', evidencia })).toMatchObject({
      cargo: 21_000,
    });
  });

  it('is not executed over a claim that came after the order', async () => {
    const { admin, avisar, ordenada, ids } = await enMora(2);
    await avisar();
    const numero_orden = await ordenada();
    await admin.pqrs.create({
      tipo: 'Recurso',
      asunto: 'Recurso',
      descripcion: 'No estoy de acuerdo',
      cliente_id: ids[0]!,
    });
    const run = (resultado: 'efectiva' | 'no_efectiva') =>
      admin.ordenes.ejecutar({ numero_orden, resultado, evidencia });
    expect(await refusalOf(run('efectiva'))).toBe('suspension_no_procede');
    expect(await run('no_efectiva')).toMatchObject({ estado: 'ejecutada' });
  });

  it('is executed once by two people at the same time', async () => {
    const { admin, avisar, ordenada, reads } = await enMora(2);
    await avisar();
    const numero_orden = await ordenada();
    const run = () => admin.ordenes.ejecutar({ numero_orden, resultado: 'efectiva', evidencia });
    const results = await atOnce('ordenes', [run, run]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await admin.cargos.list({ numero_cuenta: 'C-1' })).items).toHaveLength(1);
    expect((await verify(reads)).hallazgos).toEqual([]);
  });

  it('keeps the picture that proves it', async () => {
    const { admin, numero_orden } = await suspendida();
    expect(await refusalOf(admin.ordenes.foto({ numero_orden }))).toBe('no_encontrado');
    const inspeccion = await admin.ordenes.create({
      numero_cuenta: 'C-1',
      tipo: 'inspeccion',
      motivo: 'Revisar el sello',
    });
    const facts = { numero_orden: inspeccion.numero_orden, resultado: 'efectiva', evidencia } as const;
    expect(await refusalOf(admin.ordenes.ejecutar({ ...facts, foto: Buffer.from('GIF89a').toString('base64') }))).toBe(
      'validacion',
    );
    const png = Buffer.from('89504e470d0a1a0a0102', 'hex').toString('base64');
    expect(await admin.ordenes.ejecutar({ ...facts, foto: png })).toMatchObject({ con_foto: true, cargo: null });
    expect(await admin.ordenes.foto({ numero_orden: inspeccion.numero_orden })).toEqual({
      tipo: 'image/png',
      base64: png,
    });
  });
});

describe('a payment', () => {
  const pay = async ({ admin }: { admin: Awaited<ReturnType<typeof enMora>>['admin'] }, numero_factura: string) =>
    admin.facturas.pagar({ numero_factura });

  it('of everything overdue orders the service back within 24 hours, once', async () => {
    const world = await suspendida();
    const { admin, services } = world;
    await pay(world, 'F-1');
    expect((await admin.ordenes.list({ tipo: 'reinstalacion' })).items).toEqual([]);
    await pay(world, 'F-2');
    const { items } = await admin.ordenes.list({ tipo: 'reinstalacion' });
    expect(items).toMatchObject([{ estado: 'pendiente', atrasada: false, motivo: 'Pago con recibo RC000000002' }]);
    expect(new Date(items[0]!.limite!).toISOString()).toBe('2026-07-02T15:00:00.000Z');
    const now = services.clock.now();
    services.setNow('2026-07-02T15:00:01Z');
    expect((await admin.ordenes.list({ tipo: 'reinstalacion' })).items).toMatchObject([{ atrasada: true }]);
    services.setNow(now.toISOString());
    const { numero_orden } = items[0]!;
    await admin.ordenes.ejecutar({ numero_orden, resultado: 'efectiva', evidencia });
    expect(await admin.clientes.get({ numero_cuenta: 'C-1' })).toMatchObject({ estado: 'activo' });
    expect((await admin.cargos.list({ numero_cuenta: 'C-1' })).items.map(({ valor }) => valor)).toEqual([
      18_000, 21_000,
    ]);
    expect((await verify(world.reads)).hallazgos).toEqual([]);
  });

  it('or a credit note and a void bill, as a payment does', async () => {
    const { admin } = await suspendida();
    const { items } = await admin.facturas.list({ numero_cuenta: 'C-1' });
    const [una, otra] = items.map(({ numero_factura }) => numero_factura);
    const motivo = 'Se cobró lo que no era';
    await admin.facturas.anular({ numero_factura: una ?? '', motivo });
    expect((await admin.ordenes.list({ tipo: 'reinstalacion' })).items).toEqual([]);
    await admin.notas.create({ numero_factura: otra ?? '', motivo, lineas: [{ linea: 0, valor: -45_000 }] });
    expect((await admin.ordenes.list({ tipo: 'reinstalacion' })).items).toHaveLength(1);
  });

  it('takes a pending suspension back', async () => {
    const world = await enMora(2);
    await world.avisar();
    const numero_orden = await world.ordenada();
    await pay(world, 'F-1');
    expect(await world.admin.ordenes.get({ numero_orden })).toMatchObject({ estado: 'pendiente' });
    await pay(world, 'F-2');
    expect(await world.admin.ordenes.get({ numero_orden })).toMatchObject({
      estado: 'anulada',
      anulada_motivo: 'Pago con recibo RC000000002',
    });
  });

  it('of the last two bills at the same time orders the service back once', async () => {
    const world = await suspendida();
    const results = await atOnce('pagos', [() => pay(world, 'F-1'), () => pay(world, 'F-2')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect((await world.admin.ordenes.list({ tipo: 'reinstalacion' })).items).toHaveLength(1);
  });
});

describe('ordenes.create', () => {
  it('refuses what the state of the service does not admit, and answers a pending one again', async () => {
    const { admin, ids, change } = await enMora(0);
    const make = (tipo: 'suspension' | 'reinstalacion' | 'corte' | 'reconexion' | 'inspeccion') =>
      admin.ordenes.create({ numero_cuenta: 'C-1', tipo, motivo: 'Por prueba' });
    for (const tipo of ['suspension', 'reinstalacion', 'reconexion'] as const)
      expect(await refusalOf(make(tipo))).toBe('orden_no_procede');
    expect((await make('inspeccion')).numero_orden).toBe((await make('inspeccion')).numero_orden);
    await change(sql`update clientes set protegido = 'Hospital' where id = ${ids[0]}`);
    expect(await refusalOf(make('corte'))).toBe('suspension_no_procede');
    const other = await (await newTenant()).as('admin');
    expect(await refusalOf(other.ordenes.get({ numero_orden: 'ORD0000001' }))).toBe('no_encontrado');
  });
});
