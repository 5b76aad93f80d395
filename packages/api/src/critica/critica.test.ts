// The warnings desk: what a person decides, and what becomes of the account.
import { beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../facturacion/verify.ts';
import { atOnce } from '../testing/tenant.ts';
import { refusalOf } from '../testing/refusal.ts';
import { newUtility } from '../testing/utility.ts';

const motivo = 'Visita del lector';

describe('resolving', () => {
  let u: Awaited<ReturnType<typeof newUtility>>;
  beforeAll(async () => {
    u = await newUtility({ politica_desviacion: 'retener' });
    for (const cuenta of ['A', 'B', 'C', 'D']) await u.cuenta(cuenta, { dial: '99900' });
    for (const [i, codigo] of ['2026-01', '2026-02', '2026-03'].entries()) {
      const dial = 99_910 + 10 * i;
      await u.mes(codigo, { A: dial, B: dial, C: dial, D: dial });
    }
    // A doubles and more; B goes round past zero; C is misread; D is not read.
    await u.liquidar('2026-04', { A: 99_960, B: 5, C: 99_990 });
  });
  const abril = { codigo: '2026-04', motivo };

  it('holds a deviation, and bills the measurement when it is confirmed', async () => {
    const antes = (await u.prefacturas('2026-04'))['A'];
    expect(antes).toMatchObject({ metodo: 'provisional', consumo_m3: 10, desviacion: true, historia: [10, 10, 10] });
    const periodo = await u.admin.periodos.get({ codigo: '2026-04' });
    const { cuentas, periodo: despues } = await u.admin.critica.resolver({
      ...abril,
      cuentas: ['A'],
      advertencia: 'desviacion_significativa',
      accion: 'confirmar',
    });
    // Acueducto 1000 + 30 × 100, alcantarillado half of it: 6000; provisional, 10 m³: 3000.
    expect(cuentas).toMatchObject([
      { numero_cuenta: 'A', metodo: 'medido', consumo_m3: 30, valor_total: 6_000, valor_antes: 3_000 },
    ]);
    expect(despues).toMatchObject({
      consumo_m3: periodo.consumo_m3 + 20,
      valor_total: periodo.valor_total + 3_000,
    });
    expect((await u.prefacturas('2026-04'))['A']?.resoluciones).toMatchObject([
      { advertencia: 'desviacion_significativa', accion: 'confirmar', motivo, por: 'admin' },
    ]);
  });

  it('takes a lower reading as the dial gone round once somebody says so', async () => {
    expect((await u.prefacturas('2026-04'))['B']).toMatchObject({
      metodo: 'promedio',
      advertencias: ['lectura_menor'],
      lectura: { m3: '5.000' },
    });
    const { cuentas } = await u.admin.critica.resolver({
      ...abril,
      cuentas: ['B'],
      advertencia: 'lectura_menor',
      accion: 'confirmar',
    });
    // 10^5 − 99 930 + 5 = 75: a deviation, and confirmed by the same decision.
    expect(cuentas).toMatchObject([{ consumo_m3: 75, metodo: 'medido' }]);
  });

  it('replaces a misread dial: the old reading stays on record', async () => {
    const { cuentas } = await u.admin.critica.resolver({
      ...abril,
      cuentas: ['C'],
      advertencia: 'desviacion_significativa',
      accion: 'corregir',
      lectura_m3: '99941',
    });
    expect(cuentas).toMatchObject([{ consumo_m3: 11, metodo: 'medido', advertencias: [] }]);
    const { items } = await u.admin.lecturas.list({ numero_cuenta: 'C', desde: '2026-04-01' });
    expect(items.map(({ lectura_m3 }) => lectura_m3)).toEqual(['99941.000', '99990.000']);
  });

  it('bills by average what nobody trusts, and the next reading makes up for it', async () => {
    const { cuentas } = await u.admin.critica.resolver({
      ...abril,
      cuentas: ['A'],
      advertencia: 'desviacion_significativa',
      accion: 'promediar',
    });
    expect(cuentas).toMatchObject([{ consumo_m3: 10, metodo: 'promedio' }]);
  });

  it('liquidating again keeps every decision', async () => {
    const antes = await u.prefacturas('2026-04');
    await u.run((await u.admin.periodos.liquidar({ codigo: '2026-04' })).id);
    expect(await u.prefacturas('2026-04')).toEqual(antes);
  });

  it('goes on from what was decided, and the books hold', async () => {
    await u.emitir('2026-04');
    await u.mes('2026-05', { A: 99_970, B: 15, C: 99_951, D: 99_950 });
    const facturas = (await u.admin.facturas.list({ periodo: '2026-05' })).items;
    const m3 = Object.fromEntries(
      facturas.map(({ numero_cuenta, consumo_m3, metodo }) => [numero_cuenta, [consumo_m3, metodo]]),
    );
    expect(m3).toEqual({
      A: [30, 'regularizado'], // 40 since March, 10 billed by average
      B: [10, 'medido'], // 65 % below an average of 26.25 is 9.2
      C: [10, 'medido'],
      D: [10, 'regularizado'], // 20 since March, 10 estimated
    });
    expect(await verify(u.reads)).toMatchObject({ hallazgos: [] });
  });
});

describe('a reading corrected outside the desk', () => {
  it('takes the place of the first in a period not issued, and not after', async () => {
    const u = await newUtility();
    await u.cuenta('A');
    await u.liquidar('2026-01', { A: 90 });
    const [mala] = (await u.admin.lecturas.list({ numero_cuenta: 'A', desde: '2026-01-31' })).items;
    const lectura_id = mala?.id ?? 0;
    await u.admin.lecturas.corregir({ lectura_id, lectura_m3: '9', motivo });
    expect((await u.prefacturas('2026-01'))['A']).toMatchObject({ consumo_m3: 9 });
    expect(await u.admin.periodos.get({ codigo: '2026-01' })).toMatchObject({ consumo_m3: 9, valor_total: 2_850 });
    expect(await refusalOf(u.admin.lecturas.corregir({ lectura_id, lectura_m3: '8', motivo }))).toBe('duplicado');
    const [buena] = (await u.admin.lecturas.list({ numero_cuenta: 'A', desde: '2026-01-31' })).items;
    await u.admin.lecturas.corregir({ lectura_id: buena?.id ?? 0, causal: 'Vidrio ilegible', motivo });
    expect((await u.prefacturas('2026-01'))['A']).toMatchObject({ metodo: 'sin_base', consumo_m3: 0 });
    await u.emitir('2026-01');
    const ultima = (await u.admin.lecturas.list({ numero_cuenta: 'A', desde: '2026-01-31' })).items[0];
    const tarde = u.admin.lecturas.corregir({ lectura_id: ultima?.id ?? 0, lectura_m3: '9', motivo });
    expect(await refusalOf(tarde)).toBe('periodo_no_abierto');
    expect(await verify(u.reads)).toMatchObject({ hallazgos: [] });
  });
});

describe('what is refused', () => {
  it('names the account or the period, and changes nothing', async () => {
    const u = await newUtility();
    await u.cuenta('A');
    await u.liquidar('2026-01', { A: 0 });
    const decision: Parameters<typeof u.admin.critica.resolver>[0] = {
      codigo: '2026-01',
      cuentas: ['A'],
      advertencia: 'sin_base',
      accion: 'confirmar',
      motivo,
    };
    expect(await refusalOf(u.admin.critica.resolver(decision))).toBe('validacion');
    expect(await refusalOf(u.admin.critica.resolver({ ...decision, cuentas: ['Z'] }))).toBe('no_encontrado');
    expect(await refusalOf(u.admin.critica.resolver({ ...decision, accion: 'corregir' }))).toBe('validacion');
    await u.emitir('2026-01');
    expect(await refusalOf(u.admin.critica.resolver(decision))).toBe('periodo_no_abierto');
    expect(await refusalOf(u.admin.critica.reintentar({ codigo: '2026-01' }))).toBe('periodo_no_abierto');
  });

  it('a run under way is waited for', async () => {
    const u = await newUtility();
    await u.cuenta('A');
    await u.liquidar('2026-01', {});
    await u.admin.periodos.liquidar({ codigo: '2026-01' }); // not run yet
    const call = u.admin.critica.resolver({
      codigo: '2026-01',
      cuentas: ['A'],
      advertencia: 'sin_base',
      accion: 'confirmar',
      motivo,
    });
    expect(await refusalOf(call)).toBe('ejecucion_en_curso');
  });

  it('an issue and a decision at the same time: one waits or is told so', async () => {
    const u = await newUtility();
    await u.cuenta('A');
    await u.liquidar('2026-01', {});
    const [emision, decision] = await atOnce<unknown>('periodos', [
      () => u.admin.periodos.emitir({ codigo: '2026-01' }),
      () =>
        u.admin.critica.resolver({
          codigo: '2026-01',
          cuentas: ['A'],
          advertencia: 'sin_base',
          accion: 'promediar',
          motivo,
        }),
    ]);
    expect(emision?.status).toBe('fulfilled');
    if (emision?.status === 'fulfilled') await u.run((emision.value as { id: number }).id);
    expect(['fulfilled', 'rejected']).toContain(decision?.status);
    expect(await verify(u.reads)).toMatchObject({ facturas: 1, hallazgos: [] });
  });
});

describe('review before issue', () => {
  it('compares with the bills before and puts the widest change first', async () => {
    const u = await newUtility();
    await u.cuenta('A');
    await u.cuenta('B', { uso: 'comercial', estrato: null });
    await u.cuenta('C');
    await u.mes('2026-01', { A: 10, B: 10, C: 10 });
    await u.admin.clientes.update({ numero_cuenta: 'C', estado: 'retirado' });
    await u.liquidar('2026-02', { A: 21, B: 60 });
    const { items } = await u.admin.periodos.prefacturas({ codigo: '2026-02', orden: 'atipicas', limit: 1 });
    expect(items[0]).toMatchObject({ numero_cuenta: 'B', consumo_anterior_m3: 10, consumo_m3: 50 });
    const rest = await u.admin.periodos.prefacturas({ codigo: '2026-02', orden: 'atipicas' });
    expect(rest.items.map(({ numero_cuenta }) => numero_cuenta)).toEqual(['B', 'A']);
    expect(await u.admin.critica.comparar({ codigo: '2026-02', por: 'uso' })).toEqual({
      codigo: '2026-02',
      anterior: '2026-01',
      // comercial: (1500 + 10 × 150) × 1.5 = 4500 before, (1500 + 50 × 150) × 1.5 = 13500 now
      grupos: [
        {
          clave: 'comercial',
          cuentas: 1,
          consumo_m3: 50,
          valor_total: 13_500,
          cuentas_anterior: 1,
          consumo_anterior_m3: 10,
          valor_anterior: 4_500,
        },
        {
          clave: 'residencial',
          cuentas: 1,
          consumo_m3: 11,
          valor_total: 3_150,
          cuentas_anterior: 1,
          consumo_anterior_m3: 10,
          valor_anterior: 3_000,
        },
      ],
      salen: { cuentas: 1, valor_anterior: 3_000 },
    });
  });

  it('issues only what a second person approved, as it was approved', async () => {
    const u = await newUtility();
    await u.admin.tenants.update({ ajustes: { exige_aprobacion: true } });
    u.tenant.ajustes.exige_aprobacion = true;
    await u.cuenta('A');
    await u.liquidar('2026-01', {});
    const codigo = '2026-01';
    expect(await refusalOf(u.admin.periodos.emitir({ codigo }))).toBe('falta_aprobacion');
    expect(await refusalOf(u.admin.critica.aprobar({ codigo }))).toBe('misma_persona');
    const segunda = await u.as('facturacion');
    expect((await segunda.critica.aprobar({ codigo })).aprobado_en).not.toBeNull();
    const { aprobacion, por_advertencia } = await u.admin.periodos.resumen({ codigo });
    expect(aprobacion).toMatchObject({
      exigida: true,
      liquido: { nombre: 'admin' },
      aprobo: { nombre: 'facturacion' },
    });
    expect(por_advertencia).toEqual([{ clave: 'sin_base', cuentas: 1, pendientes: 1, decididas: 0 }]);
    await u.admin.critica.resolver({ codigo, cuentas: ['A'], advertencia: 'sin_base', accion: 'confirmar', motivo });
    expect(await refusalOf(u.admin.periodos.emitir({ codigo }))).toBe('falta_aprobacion');
    expect((await u.admin.periodos.resumen({ codigo })).por_advertencia).toContainEqual({
      clave: 'sin_base',
      cuentas: 1,
      pendientes: 0,
      decididas: 1,
    });
    await segunda.critica.aprobar({ codigo });
    await u.emitir(codigo);
    expect(await u.admin.periodos.cerrar({ codigo })).toMatchObject({ estado: 'cerrado' });
    expect(await refusalOf(u.admin.periodos.cerrar({ codigo }))).toBe('periodo_no_abierto');
  });

  it('tries the accounts set apart again, and only those', async () => {
    const u = await newUtility();
    await u.cuenta('A');
    await u.build.cliente({ numero_cuenta: 'SIN', ciclo: '1', estrato: 3 });
    await u.liquidar('2026-01', { A: 7 });
    expect((await u.prefacturas('2026-01'))['SIN']).toMatchObject({ estado: 'apartada', valor_total: 0 });
    await u.admin.medidores.create({
      numero_cuenta: 'SIN',
      serial: 'M-SIN',
      digitos: 5,
      instalado_en: '2026-01-10',
      lectura_instalacion: '0',
    });
    await u.leer('SIN', '2026-01-31', 7);
    const periodo = await u.admin.critica.reintentar({ codigo: '2026-01' });
    expect(periodo).toMatchObject({ cuentas: 2, consumo_m3: 14, valor_total: 2 * 2_550 });
    expect((await u.prefacturas('2026-01'))['SIN']).toMatchObject({ estado: 'lista', consumo_m3: 7 });
  });
});
