import { describe, expect, it } from 'vitest';
import { refusalOf } from '../testing/refusal.ts';
import { TARIFA, newUtility } from '../testing/utility.ts';

const VERSION = {
  ...TARIFA,
  vigente_desde: '2026-06-01',
  servicios: { ...TARIFA.servicios, acueducto: { cargo_fijo: '1000', consumo: '200' } },
  factores: { ...TARIFA.factores, residencial: { ...TARIFA.factores.residencial, '2': '-0.40' } },
};

describe('impact of tariffs', () => {
  it('tries a version on everybody, by use and estrato, and changes nothing', async () => {
    const u = await newUtility();
    await u.cuenta('A', { estrato: 2 });
    await u.cuenta('B', { estrato: 2 });
    await u.cuenta('C', { uso: 'comercial', estrato: null });
    await u.liquidar('2026-01', { A: 10, B: 20, C: 0 });
    const antes = await u.prefacturas('2026-01');
    const { id, estado } = await u.admin.tarifas.impacto({ ...VERSION, periodo: '2026-01' });
    expect(estado).toBe('pendiente');
    await u.run(id);
    const { ejecucion, grupos, mayores } = await u.admin.tarifas.resultadoImpacto({ ejecucion_id: id });
    expect(ejecucion).toMatchObject({ estado: 'terminada', total: 3, hechas: 3 });
    expect(grupos).toEqual([
      {
        uso: 'comercial',
        estrato: null,
        cuentas: 1,
        suben: 0,
        bajan: 0,
        antes: 2_250,
        despues: 2_250,
        subsidios_antes: 0,
        subsidios_despues: 0,
        contribuciones_antes: 750,
        contribuciones_despues: 750,
      },
      // A: 1500 + 10 × 150 − 20 % = 2400 before; 1500 + 10 × 250 − 40 % = 2400 after.
      // B, básico 11: 1500 + 20 × 150 − 20 % of 3150 = 3870; 1500 + 20 × 250 − 40 % of 4250 = 4800.
      {
        uso: 'residencial',
        estrato: 2,
        cuentas: 2,
        suben: 1,
        bajan: 0,
        antes: 2_400 + 3_870,
        despues: 2_400 + 4_800,
        subsidios_antes: 600 + 630,
        subsidios_despues: 1_600 + 1_700,
        contribuciones_antes: 0,
        contribuciones_despues: 0,
      },
    ]);
    expect(mayores).toEqual([
      {
        numero_cuenta: 'B',
        nombre: expect.any(String),
        uso: 'residencial',
        estrato: 2,
        consumo_m3: 20,
        antes: 3_870,
        despues: 4_800,
      },
    ]);
    expect(await u.prefacturas('2026-01')).toEqual(antes);
    expect((await u.admin.tarifas.list({})).items).toHaveLength(1);
  });

  it('refuses a version outside the law, a period not liquidated, and a run of another kind', async () => {
    const u = await newUtility();
    await u.cuenta('A');
    await u.liquidar('2026-01');
    const ilegal = { ...VERSION, factores: { ...VERSION.factores, comercial: '0.10' }, periodo: '2026-01' };
    expect(await refusalOf(u.admin.tarifas.impacto(ilegal))).toBe('validacion');
    await u.admin.periodos.create({
      ciclo: '1',
      codigo: '2026-02',
      desde: '2026-02-01',
      hasta: '2026-02-28',
      fecha_emision: '2026-03-01',
      fecha_vencimiento: '2026-03-10',
    });
    expect(await refusalOf(u.admin.tarifas.impacto({ ...VERSION, periodo: '2026-02' }))).toBe('periodo_no_abierto');
    expect(await refusalOf(u.admin.tarifas.resultadoImpacto({ ejecucion_id: 1 }))).toBe('no_encontrado');
  });
});
