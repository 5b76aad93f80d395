import { afterEach, describe, expect, it } from 'vitest';
import { verify } from '../facturacion/verify.ts';
import { refusalOf } from '../testing/refusal.ts';
import { testServices } from '../testing/services.ts';
import { atOnce } from '../testing/tenant.ts';
import { tamper } from '../testing/tamper.ts';
import { newUtility } from '../testing/utility.ts';

afterEach(async () => (await testServices()).setNow('2026-07-01T15:00:00Z'));

const omision = { factura_omitida: 'SPD000000001', m3: 12 };
const completa = {
  ...omision,
  fundamento_tecnico: 'Medidor frenado según prueba de laboratorio 118',
  fundamento_legal: 'Ley 142 de 1994, arts. 146 y 150',
  fecha_vencimiento: '2026-07-20',
};
const fraude = 'Acta 45: derivación antes del medidor, con fotos';

/** C-1, estrato 2, billed 5 m³ in March 2026 (issued 1 April): básico up to 11 m³, 20 % off. */
async function facturada() {
  const world = await newUtility();
  await world.cuenta('C-1', { estrato: 2 });
  await world.mes('2026-03', { 'C-1': 5 });
  const sound = async () => expect((await verify(world.reads)).hallazgos).toEqual([]);
  return { ...world, sound };
}

describe('recuperaciones', () => {
  it('charge each m³ in the range where it falls, at the tariff of its period, as a document of its own', async () => {
    const { admin, sound } = await facturada();
    const before = await admin.clientes.get({ numero_cuenta: 'C-1' });
    // 5 to 17 m³: 6 básicos (−20 %) and 6 complementarios. Acueducto 600 − 120 + 600; alcantarillado half of it.
    const preview = await admin.recuperaciones.simular(omision);
    expect(preview).toMatchObject({ facturado_m3: 5, valor_total: 1_080 + 540, limite: '2026-09-01' });
    const made = await admin.recuperaciones.create(completa);
    expect(made).toMatchObject({ numero_factura: 'REC000000001', valor_total: 1_620, saldo: 1_620, fraude: null });
    expect(made.conceptos).toEqual(preview.conceptos);
    expect(made.conceptos.map(({ servicio, codigo, valor }) => [servicio, codigo, valor])).toEqual([
      ['acueducto', 'consumo_basico', 600],
      ['acueducto', 'consumo_complementario', 600],
      ['acueducto', 'subsidio_consumo_basico', -120],
      ['alcantarillado', 'consumo_basico', 300],
      ['alcantarillado', 'consumo_complementario', 300],
      ['alcantarillado', 'subsidio_consumo_basico', -60],
    ]);
    expect(made.conceptos[0]).toMatchObject({
      concepto: 'Recuperación: Consumo básico de acueducto',
      formula: '$ 1.100 con 17 m³ − $ 500 con 5 m³',
      norma: expect.stringContaining('Ley 142/1994 art. 150'),
    });
    expect((await admin.clientes.get({ numero_cuenta: 'C-1' })).saldo).toBe(before.saldo + 1_620);
    await sound();
    // The next one goes on from 17 m³: all complementario.
    expect(await admin.recuperaciones.simular({ ...omision, m3: 1 })).toMatchObject({
      facturado_m3: 17,
      valor_total: 150,
    });
    await admin.facturas.pagar({ numero_factura: 'REC000000001' });
    await sound();
  });

  it('end five months after the bill that should have had them, unless fraud is proven', async () => {
    const { admin, services, sound } = await facturada();
    services.setNow('2026-09-01T15:00:00Z');
    const late = { ...completa, fecha_vencimiento: '2026-10-01' };
    expect(await admin.recuperaciones.create(late)).toMatchObject({ limite: '2026-09-01' });
    services.setNow('2026-09-02T15:00:00Z');
    expect(await refusalOf(admin.recuperaciones.create(late))).toBe('cobro_fuera_de_plazo');
    expect(await admin.recuperaciones.create({ ...late, fraude })).toMatchObject({ fraude, facturado_m3: 17 });
    await sound();
  });

  it('are of an issued bill of consumption, with grounds, and by whom may bill', async () => {
    const { admin, as, build } = await facturada();
    await build.factura({ numero_factura: 'F-1' });
    const recover = (facts: object) => refusalOf(admin.recuperaciones.create({ ...completa, ...facts }));
    expect(await recover({ factura_omitida: 'X' })).toBe('no_encontrado');
    expect(await recover({ factura_omitida: 'F-1' })).toBe('validacion');
    expect(await recover({ fundamento_tecnico: 'Porque sí' })).toBe('validacion');
    expect(await recover({ fecha_vencimiento: '2026-06-30' })).toBe('validacion');
    expect(await refusalOf((await as('recaudo')).recuperaciones.create(completa))).toBe('sin_permiso');
    expect(await refusalOf(build.factura({ numero_factura: 'REC000000009' }))).toBe('validacion');
  });

  it('of one bill at the same time come one after the other', async () => {
    const { admin, sound } = await facturada();
    const recover = () => admin.recuperaciones.create(completa);
    await atOnce('facturas', [recover, recover]);
    const { items } = await admin.recuperaciones.list({ numero_cuenta: 'C-1' });
    expect(items.map(({ facturado_m3 }) => facturado_m3)).toEqual([17, 5]);
    await sound();
  });

  it.each([
    ['the m³', `update recuperaciones set m3 = m3 + 1 where tenant_id = $T`],
    [
      'a line',
      `update facturas set conceptos = jsonb_set(conceptos, '{0,formula}', '"x"') where tipo = 'recuperacion' and tenant_id = $T`,
    ],
    [
      'what it comes from',
      `update recuperaciones set entrada = jsonb_set(entrada, '{facturado_m3}', '6') where tenant_id = $T`,
    ],
  ])('are found by verify when somebody changes %s', async (_, statement) => {
    const { admin, services, id, reads } = await facturada();
    await admin.recuperaciones.create(completa);
    expect(await tamper(services.adminUrl, statement.replace('$T', `'${id}'`))).toBe(1);
    expect((await verify(reads)).hallazgos.map(({ que }) => que)).toContain('recuperación');
  });
});
