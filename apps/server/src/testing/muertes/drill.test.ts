// 20 kills at random moments of a run and its issue. `npm run bench -- muertes` does 100 over 20,000 accounts.
import { cloneTemplate } from '@cunservicios/db/template';
import { describe, expect, inject, it } from 'vitest';
import { drill } from './drill.ts';

describe('kill -9 inside liquidar and emitir', () => {
  it('leaves the books of an undisturbed run, byte for byte', async () => {
    const seed = Number(process.env['MUERTES_SEED'] ?? Date.now() % 2 ** 31);
    const url = await cloneTemplate(inject('testServerUrl'));
    const { muertes, tablas, hallazgos } = await drill({ url, cuentas: 4_000, muertes: 20, porMes: 20, seed });
    const said = `MUERTES_SEED=${seed} ${JSON.stringify(muertes)}`;
    expect(hallazgos, said).toEqual([]);
    expect(
      tablas.filter(({ iguales }) => !iguales),
      said,
    ).toEqual([]);
    // As many months as it took to strike twenty times.
    const filas = tablas.find(({ tabla }) => tabla === 'prefacturas')?.filas ?? 0;
    expect([filas > 0, filas % 4_000], said).toEqual([true, 0]);
    expect(muertes.liquidar.total + muertes.emitir.total, said).toBe(20);
    expect(Math.min(muertes.liquidar.total, muertes.emitir.total), said).toBeGreaterThan(0);
  });
});
