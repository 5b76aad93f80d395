// A run of a period and what it reads: the second one is told so.
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../testing/refusal.ts';
import { atOnce } from '../testing/tenant.ts';
import { newUtility } from '../testing/utility.ts';

const CSV = 'medidor,fecha_lectura,lectura_m3,tipo\nM-A,2026-01-15,3,real\n';

describe('while a period is being liquidated or issued', () => {
  it('no reading comes in, by hand, by file or by a change of meter', async () => {
    const u = await newUtility();
    await u.cuenta('A');
    await u.liquidar('2026-01', { A: 5 });
    for (const paso of ['liquidar', 'emitir'] as const) {
      const { id } = await u.admin.periodos[paso]({ codigo: '2026-01' });
      expect(await refusalOf(u.leer('A', '2026-01-20', 4))).toBe('ejecucion_en_curso');
      expect(await refusalOf(u.admin.lecturas.importar({ archivo: CSV }))).toBe('ejecucion_en_curso');
      const retiro = { serial: 'M-A', retirado_en: '2026-02-10', lectura_retiro: '9' };
      expect(await refusalOf(u.admin.medidores.retirar(retiro))).toBe('ejecucion_en_curso');
      await u.run(id);
    }
    expect((await u.admin.lecturas.list({ numero_cuenta: 'A' })).items).toHaveLength(2);
  });

  it('two runs at once: the second is told so', async () => {
    const u = await newUtility();
    await u.cuenta('A');
    await u.liquidar('2026-01', { A: 5 });
    const start = () => u.admin.periodos.emitir({ codigo: '2026-01' });
    const settled = await atOnce('periodos', [start, start]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('an import that is under way keeps a run waiting', async () => {
    const u = await newUtility();
    await u.cuenta('A');
    await u.liquidar('2026-01', { A: 5 });
    // Larger than what is imported while the caller waits: it is queued, and here nobody works the queue.
    const largo = CSV + 'M-NADIE,2026-01-16,3,real\n'.repeat(25_000);
    const { ejecucion_id } = await u.admin.lecturas.importar({ archivo: largo });
    expect(await refusalOf(u.admin.periodos.liquidar({ codigo: '2026-01' }))).toBe('ejecucion_en_curso');
    await u.run(ejecucion_id);
    await u.run((await u.admin.periodos.liquidar({ codigo: '2026-01' })).id);
    expect((await u.prefacturas('2026-01'))['A']).toMatchObject({ consumo_m3: 5 });
  });
});
