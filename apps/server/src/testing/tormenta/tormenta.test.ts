// 20 kills of the server and 5 of PostgreSQL while payments come in. `npm run bench -- tormenta` does 200 and 50.
import { expect, it } from 'vitest';
import { simulacro } from './simulacro.ts';

it(
  'kill -9 of server and PostgreSQL loses no acknowledged payment and doubles none',
  { timeout: 300_000 },
  async () => {
    const seed = Number(process.env['TORMENTA_SEED'] ?? Date.now() % 2 ** 31);
    const result = await simulacro({ cuentas: 20, cajeros: 8, muertes: { servidor: 20, postgres: 5 }, seed });
    const said = `TORMENTA_SEED=${seed} ${JSON.stringify({ ...result, reconocidos: result.reconocidos.size })}`;
    expect(result.muertes, said).toEqual({ servidor: 20, postgres: 5 });
    expect([result.perdidos, result.dobles, result.hallazgos, result.caidas], said).toEqual([[], [], [], 0]);
    expect(result.pagos, said).toBe(result.reconocidos.size);
    expect(result.otras[0] ?? 0, said).toBeGreaterThan(0); // connections were cut off in the middle
  },
);
