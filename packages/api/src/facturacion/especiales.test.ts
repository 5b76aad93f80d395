// Accounts billed unlike others: a worked case for each, with where its rule stands. Prices as in testing/utility.ts:
// acueducto $ 1.000 a month and $ 100 a m³, alcantarillado half of it; básico 11 m³.
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../testing/refusal.ts';
import { newUtility } from '../testing/utility.ts';
import { verify } from './verify.ts';

const lineas = (conceptos: { servicio: string; codigo: string; cantidad: string; valor: number }[]) =>
  conceptos.map(({ servicio, codigo, cantidad, valor }) => [servicio, codigo, cantidad, valor]);

describe('hidden leak (Ley 142/1994 art. 146)', () => {
  it('bills two months at the average from its detection, then the meter, and forgives what leaked', async () => {
    const u = await newUtility();
    await u.cuenta('A');
    for (const [i, codigo] of ['2026-01', '2026-02'].entries()) await u.mes(codigo, { A: 10 * (i + 1) });
    await u.admin.condiciones.createFuga({
      numero_cuenta: 'A',
      detectada_en: '2026-03-10',
      motivo: 'Geófono, visita 7',
    });
    const meses: Record<string, number> = { '2026-03': 120, '2026-04': 200, '2026-05': 290, '2026-06': 300 };
    for (const [codigo, A] of Object.entries(meses)) await u.mes(codigo, { A });
    const { items } = await u.admin.facturas.historial({ numero_cuenta: 'A' });
    expect(items.map(({ consumo_m3, metodo }) => [consumo_m3, metodo]).toReversed()).toEqual([
      [10, 'medido'],
      [10, 'medido'],
      [10, 'fuga'],
      [10, 'fuga'],
      [90, 'medido'], // repaired or not, the third month is the meter's
      [10, 'medido'],
    ]);
    const tarde = { numero_cuenta: 'A', detectada_en: '2026-06-20', motivo: 'Después de emitir' };
    expect(await refusalOf(u.admin.condiciones.createFuga(tarde))).toBe('periodo_no_abierto');
    expect(await verify(u.reads)).toMatchObject({ hallazgos: [] });
  });

  it('bimonthly: one period', async () => {
    const u = await newUtility({ meses: 2 });
    await u.cuenta('A');
    await u.mes('2026-01', { A: 20 });
    await u.admin.condiciones.createFuga({ numero_cuenta: 'A', detectada_en: '2026-03-10', motivo: 'Geófono' });
    await u.mes('2026-03', { A: 220 });
    await u.mes('2026-05', { A: 420 });
    const { items } = await u.admin.facturas.historial({ numero_cuenta: 'A' });
    expect(items.map(({ consumo_m3, metodo }) => [consumo_m3, metodo])).toEqual([
      [200, 'medido'],
      [20, 'fuga'],
      [20, 'medido'],
    ]);
    // Two months of fixed charge, and básico up to 22: 2 × 1500 + 20 × 150.
    expect(items[1]?.valor_total).toBe(6_000);
  });
});

describe('multiusuario (CRA 319/2005)', () => {
  it('of one class: fixed charge and ranges times its units', async () => {
    const u = await newUtility();
    await u.cuenta('A', { unidades: 3 });
    await u.mes('2026-01', { A: 40 });
    const [factura] = (await u.admin.facturas.historial({ numero_cuenta: 'A' })).items;
    expect(lineas(factura?.conceptos ?? []).slice(0, 3)).toEqual([
      ['acueducto', 'cargo_fijo', '3', 3_000],
      ['acueducto', 'consumo_basico', '33', 3_300],
      ['acueducto', 'consumo_complementario', '7', 700],
    ]);
  });

  it('of mixed classes: the m³ in equal parts, each at its class', async () => {
    const u = await newUtility();
    await u.cuenta('A');
    const clases = [
      { uso: 'residencial' as const, estrato: 2, unidades: 3 },
      { uso: 'comercial' as const, estrato: null, unidades: 1 },
    ];
    await u.admin.clientes.update({ numero_cuenta: 'A', clases });
    expect(
      await refusalOf(
        u.admin.clientes.update({
          numero_cuenta: 'A',
          clases: [...clases, { uso: 'oficial', estrato: 3, unidades: 1 }],
        }),
      ),
    ).toBe('validacion');
    await u.mes('2026-01', { A: 40 });
    const [factura] = (await u.admin.facturas.historial({ numero_cuenta: 'A' })).items;
    expect(lineas(factura?.conceptos ?? []).filter(([servicio]) => servicio === 'acueducto')).toEqual([
      ['acueducto', 'cargo_fijo', '3', 3_000],
      ['acueducto', 'consumo_basico', '30', 3_000],
      ['acueducto', 'subsidio_cargo_fijo', '3', -600],
      ['acueducto', 'subsidio_consumo_basico', '30', -600],
      ['acueducto', 'cargo_fijo', '1', 1_000],
      ['acueducto', 'consumo', '10', 1_000],
      ['acueducto', 'contribucion_cargo_fijo', '1', 500],
      ['acueducto', 'contribucion_consumo', '10', 500],
    ]);
    expect(await verify(u.reads)).toMatchObject({ hallazgos: [] });
  });
});

describe('discharge (dominio 1.10)', () => {
  it('an own source adds its m³, a gauge takes their place, from its day on', async () => {
    const u = await newUtility();
    for (const cuenta of ['FUENTE', 'AFORO']) await u.cuenta(cuenta);
    const comun = { m3_mes: 6, desde: '2026-02-01', soporte: 'Aforo 12' };
    await u.admin.condiciones.createVertimiento({ ...comun, numero_cuenta: 'FUENTE', modo: 'fuente_propia' });
    const { id } = await u.admin.condiciones.createVertimiento({ ...comun, numero_cuenta: 'AFORO', modo: 'aforo' });
    expect(
      await refusalOf(u.admin.condiciones.createVertimiento({ ...comun, numero_cuenta: 'AFORO', modo: 'aforo' })),
    ).toBe('conflicto');
    await u.mes('2026-01', { FUENTE: 10, AFORO: 10 });
    await u.mes('2026-02', { FUENTE: 20, AFORO: 20 });
    await u.admin.condiciones.endVertimiento({ vertimiento_id: id, hasta: '2026-02-28' });
    await u.mes('2026-03', { FUENTE: 30, AFORO: 30 });
    const vertidos = async (numero_cuenta: string) =>
      (await u.admin.facturas.historial({ numero_cuenta })).items
        .map(
          ({ conceptos }) => lineas(conceptos).find(([s, c]) => s === 'alcantarillado' && c === 'consumo_basico')?.[2],
        )
        .toReversed();
    expect(await vertidos('FUENTE')).toEqual(['10', '11', '11']); // 16 m³, 11 of them básico
    expect(await vertidos('AFORO')).toEqual(['10', '6', '10']);
    expect(await verify(u.reads)).toMatchObject({ hallazgos: [] });
  });

  it('an account with alcantarillado alone needs no meter, but a volume', async () => {
    const u = await newUtility();
    await u.build.cliente({ numero_cuenta: 'POZO', ciclo: '1', estrato: 3, servicios: ['alcantarillado'] });
    await u.liquidar('2026-01');
    expect((await u.prefacturas('2026-01'))['POZO']).toMatchObject({ estado: 'apartada' });
    await u.admin.condiciones.createVertimiento({
      numero_cuenta: 'POZO',
      modo: 'fuente_propia',
      m3_mes: 10,
      desde: '2026-01-01',
      soporte: 'Aforo 1',
    });
    await u.admin.critica.reintentar({ codigo: '2026-01' });
    expect((await u.prefacturas('2026-01'))['POZO']).toMatchObject({ metodo: 'aforo', valor_total: 500 + 10 * 50 });
    await u.emitir('2026-01');
    expect(await verify(u.reads)).toMatchObject({ facturas: 1, hallazgos: [] });
  });
});

describe('use especial (Decreto 229/2002 art. 3)', () => {
  it('is billed while its decision is in force, and set apart after', async () => {
    const u = await newUtility();
    await u.cuenta('HOSPITAL', { uso: 'especial', estrato: null });
    const { id } = await u.admin.condiciones.createDecision({
      numero_cuenta: 'HOSPITAL',
      solicitud_fecha: '2025-12-01',
      decision: 'Resolución 8 de 2025',
      desde: '2026-01-01',
    });
    await u.mes('2026-01', { HOSPITAL: 10 });
    expect((await u.admin.facturas.historial({ numero_cuenta: 'HOSPITAL' })).items[0]?.valor_total).toBe(3_000);
    await u.admin.condiciones.endDecision({ decision_id: id, hasta: '2026-01-31' });
    await u.liquidar('2026-02', { HOSPITAL: 20 });
    expect((await u.prefacturas('2026-02'))['HOSPITAL']?.motivo).toContain(
      'uso especial no está vigente el 2026-02-01',
    );
  });
});

describe('part of a period (dominio 2.10)', () => {
  it('pro-rates fixed charge and ranges of the first and the last one, over a leap February too', async () => {
    const u = await newUtility();
    await u.cuenta('NUEVA');
    await u.admin.clientes.update({ numero_cuenta: 'NUEVA', servicio_desde: '2026-01-16' });
    await u.mes('2026-01', { NUEVA: 10 });
    const [enero] = (await u.admin.facturas.historial({ numero_cuenta: 'NUEVA' })).items;
    expect(lineas(enero?.conceptos ?? []).slice(0, 2)).toEqual([
      ['acueducto', 'cargo_fijo', '16/31', 516],
      ['acueducto', 'consumo_basico', '176/31', 568],
    ]);
    await u.admin.clientes.update({ numero_cuenta: 'NUEVA', estado: 'retirado', servicio_hasta: '2026-02-14' });
    await u.mes('2026-02', { NUEVA: 12 });
    const [febrero] = (await u.admin.facturas.historial({ numero_cuenta: 'NUEVA' })).items;
    expect(lineas(febrero?.conceptos ?? [])[0]).toEqual(['acueducto', 'cargo_fijo', '0.5', 500]);
    await u.mes('2026-03');
    expect((await u.admin.facturas.historial({ numero_cuenta: 'NUEVA' })).items).toHaveLength(2);
    expect(await verify(u.reads)).toMatchObject({ hallazgos: [] });
  });
});

describe('desincentivo (CRA 039/2024)', () => {
  it('above twice the básico pays again while it is in force, and the money is a third party’s', async () => {
    const u = await newUtility();
    for (const cuenta of ['A', 'EXENTA']) await u.cuenta(cuenta);
    await u.cuenta('TIENDA', { uso: 'comercial', estrato: null });
    await u.admin.clientes.update({ numero_cuenta: 'EXENTA', exento_desincentivo: 'Hogar comunitario del ICBF' });
    await u.admin.terceros.create({ codigo: 'fonam', nombre: 'Fondo Nacional Ambiental' });
    const { id } = await u.admin.condiciones.createDesincentivo({
      desde: '2026-02-01',
      norma: 'CRA 039/2024',
      tercero: 'fonam',
    });
    await u.mes('2026-01', { A: 30, EXENTA: 30, TIENDA: 30 });
    await u.mes('2026-02', { A: 60, EXENTA: 60, TIENDA: 60 });
    await u.admin.condiciones.endDesincentivo({ desincentivo_id: id, hasta: '2026-02-28' });
    await u.mes('2026-03', { A: 90, EXENTA: 90, TIENDA: 90 });
    const totales = async (numero_cuenta: string) =>
      (await u.admin.facturas.historial({ numero_cuenta })).items.map(({ valor_total }) => valor_total).toReversed();
    expect(await totales('A')).toEqual([6_000, 6_000 + 8 * 100, 6_000]); // 30 m³, 22 without it
    expect(await totales('EXENTA')).toEqual([6_000, 6_000, 6_000]);
    expect(await totales('TIENDA')).toEqual([9_000, 9_000, 9_000]);
    expect(await u.admin.terceros.facturado({ codigo: '2026-02' })).toMatchObject([{ tercero: 'fonam', valor: 800 }]);
    expect(await verify(u.reads)).toMatchObject({ hallazgos: [] });
  });
});

describe('a change of meter inside a period (dominio 2.2)', () => {
  it('bills the part of each, and estimates when nobody could read the old one', async () => {
    const u = await newUtility();
    for (const cuenta of ['A', 'B', 'C']) await u.cuenta(cuenta);
    await u.mes('2026-01', { A: 10, B: 10, C: 10 });
    const nuevo = (serial: string) => ({ serial, digitos: 5, lectura_instalacion: '100' });
    await u.admin.medidores.retirar({
      serial: 'M-A',
      retirado_en: '2026-02-10',
      lectura_retiro: '14',
      nuevo: nuevo('N-A'),
    });
    await u.admin.medidores.retirar({
      serial: 'M-B',
      retirado_en: '2026-02-10',
      causal: 'Hurtado',
      nuevo: nuevo('N-B'),
    });
    await u.admin.medidores.retirar({
      serial: 'M-C',
      retirado_en: '2026-02-10',
      lectura_retiro: '15',
      nuevo: nuevo('N-C'),
    });
    const leer = (medidor: string, fecha_lectura: string, m3: string) =>
      u.admin.lecturas.create({ medidor, fecha_lectura, lectura_m3: m3 });
    await u.liquidar('2026-02');
    await leer('N-A', '2026-02-28', '107');
    await leer('N-B', '2026-02-28', '107');
    await u.run((await u.admin.periodos.liquidar({ codigo: '2026-02' })).id);
    const febrero = await u.prefacturas('2026-02');
    expect(febrero['A']).toMatchObject({ metodo: 'medido', consumo_m3: 4 + 7 });
    expect(febrero['B']).toMatchObject({ metodo: 'promedio', consumo_m3: 10 });
    expect(febrero['C']).toMatchObject({ metodo: 'medido', consumo_m3: 5 }); // up to the change; the rest comes later
    await u.emitir('2026-02');
    await u.liquidar('2026-03');
    for (const serial of ['N-A', 'N-B', 'N-C']) await leer(serial, '2026-03-31', '117');
    await u.run((await u.admin.periodos.liquidar({ codigo: '2026-03' })).id);
    const marzo = await u.prefacturas('2026-03');
    expect([marzo['A'], marzo['B'], marzo['C']].map((p) => p?.consumo_m3)).toEqual([10, 10, 17]);
    await u.emitir('2026-03');
    expect(await verify(u.reads)).toMatchObject({ hallazgos: [] });
  });
});

describe('waiting charges and late interest', () => {
  it('go on the next bill once, with the interest of what is unpaid', async () => {
    const u = await newUtility();
    await u.cuenta('A');
    await u.cuenta('TIENDA', { uso: 'comercial', estrato: null });
    u.tenant.ajustes.interes_mora = true;
    await u.mes('2026-01', { A: 10, TIENDA: 10 });
    await u.admin.parametros.setTasaMora({ mes: '2026-02', tasa_anual: '0.24', norma: 'Superfinanciera' });
    await u.admin.cargos.create({
      numero_cuenta: 'A',
      referencia: 'VISITA-1',
      concepto: 'Revisión solicitada',
      valor: 9_000,
      norma: 'Contrato',
      desde: '2026-02-01',
    });
    await u.liquidar('2026-02', { A: 20, TIENDA: 20 });
    const febrero = await u.prefacturas('2026-02');
    // $ 3.000 unpaid since 16 February, 13 days to the 1st of March at 6 %: 3000 × 0.06 × 13 / 365 = 6.41
    expect(lineas(febrero['A']?.conceptos ?? []).slice(-2)).toEqual([
      ['mora', 'interes_mora', '1', 6],
      ['otros', 'otro', '1', 9_000],
    ]);
    expect(febrero['TIENDA']?.motivo).toContain('Falta la tasa de mora de 2026-03');
    await u.admin.parametros.setTasaMora({ mes: '2026-03', tasa_anual: '0.24', norma: 'Superfinanciera' });
    await u.admin.critica.reintentar({ codigo: '2026-02' });
    // $ 4.500 × 0.24 × 13 / 365 = 38.47
    expect(lineas((await u.prefacturas('2026-02'))['TIENDA']?.conceptos ?? []).at(-1)).toEqual([
      'mora',
      'interes_mora',
      '1',
      38,
    ]);
    await u.emitir('2026-02');
    const [factura] = (await u.admin.facturas.historial({ numero_cuenta: 'A' })).items;
    expect(factura).toMatchObject({ saldo_anterior: 3_000, valor_total: 3_000 + 6 + 9_000 });
    await u.mes('2026-03', { A: 30, TIENDA: 30 });
    const [marzo] = (await u.admin.facturas.historial({ numero_cuenta: 'A' })).items;
    // January 3000 from the 2nd of March on, February's principal without its interest: 31 days and 16 days.
    expect(lineas(marzo?.conceptos ?? []).at(-1)).toEqual([
      'mora',
      'interes_mora',
      '1',
      Math.round((3_000 * 0.06 * 31) / 365) + Math.round((12_000 * 0.06 * 16) / 365),
    ]);
    expect(await verify(u.reads)).toMatchObject({ hallazgos: [] });
  });
});
