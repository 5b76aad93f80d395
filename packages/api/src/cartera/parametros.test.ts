import { describe, expect, it } from 'vitest';
import { refusalOf } from '../testing/refusal.ts';
import { newTenant } from '../testing/tenant.ts';
import { selectTasasMora } from './parametros.queries.ts';

const norma = 'Superfinanciera, certificación';

describe('monthly rates of late interest', () => {
  it('are kept exactly, replaced by month, and read by range', async () => {
    const { as, reads } = await newTenant();
    const { parametros } = await as('facturacion');
    await parametros.setTasaMora({ mes: '2026-06', tasa_anual: '0.2535', interes_bancario: '0.169', norma });
    await parametros.setTasaMora({ mes: '2026-07', tasa_anual: '0.9', norma });
    await parametros.setTasaMora({ mes: '2026-07', tasa_anual: '0.250001', norma });
    expect((await parametros.tasasMora({})).items).toMatchObject([
      { mes: '2026-07', tasa_anual: '0.250001', interes_bancario: null },
      { mes: '2026-06', tasa_anual: '0.2535', interes_bancario: '0.169' },
    ]);
    expect((await parametros.tasasMora({ limit: 1 })).nextCursor).not.toBeNull();
    expect(await selectTasasMora(reads, '2026-06-30', '2026-06-30')).toEqual([
      { mes: '2026-06', tasa_anual: '0.2535' },
    ]);
    expect(await selectTasasMora(reads, '2026-06-30', '2026-08-01')).toHaveLength(2);
  });

  it('may not pass 1.5 times the interés bancario corriente (C. de Co. art. 884)', async () => {
    const { as } = await newTenant();
    const { parametros } = await as('admin');
    const over = { mes: '2026-06', tasa_anual: '0.253501', interes_bancario: '0.169', norma };
    expect(await refusalOf(parametros.setTasaMora(over))).toBe('validacion');
    expect(await refusalOf((await as('recaudo')).parametros.setTasaMora(over))).toBe('sin_permiso');
    expect(await refusalOf(parametros.setTasaMora({ mes: '2026-13', tasa_anual: '0.2', norma }))).toBe('validacion');
  });
});

describe('minimum wages', () => {
  it('of the utility count instead of those of the program', async () => {
    const { as } = await newTenant();
    const { parametros } = await as('facturacion');
    const before = await parametros.salarios();
    expect(before).toContainEqual({ anio: 2025, valor: 1_423_500, norma: 'Decreto 1572/2024', propio: false });
    await parametros.setSalario({ anio: 2026, valor: 1_500_000, norma: 'Decreto' });
    await parametros.setSalario({ anio: 2025, valor: 1_400_000, norma: 'Decreto' });
    expect((await parametros.salarios()).map(({ anio, valor, propio }) => [anio, valor, propio])).toEqual([
      [2024, 1_300_000, false],
      [2025, 1_400_000, true],
      [2026, 1_500_000, true],
    ]);
  });
});
