// Pro-rating and late interest over ends of years and 29 February, against a calendar that is not ours: JavaScript's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interesesDeCuenta } from '../cartera/intereses.ts';
import { fraccion } from '../decimal.ts';
import { redondear } from '../pesos.ts';
import { diasServidos } from '../tarifa/prorrata.ts';
import { addDays, addMonths } from './fechas.ts';

const RUNS = { numRuns: 2_000 };
const DIA = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Every day from one to another, both included. */
function dias(desde: string, hasta: string) {
  const todos: string[] = [];
  for (let ms = Date.parse(desde); ms <= Date.parse(hasta); ms += DIA) todos.push(iso(ms));
  return todos;
}

/** Days near an end of a year or a 29 February; 2100 has none. */
const dia = fc
  .record({
    anio: fc.constantFrom(2019, 2020, 2023, 2024, 2027, 2028, 2099, 2100),
    punto: fc.constantFrom('02-28', '12-31', '07-01'),
    mas: fc.integer({ min: -40, max: 40 }),
  })
  .map(({ anio, punto, mas }) => iso(Date.parse(`${anio}-${punto}`) + mas * DIA));

describe('days served of a period', () => {
  const periodo = fc
    .tuple(dia, fc.constantFrom(1, 2))
    .map(([desde, meses]) => ({ desde: `${desde.slice(0, 7)}-01`, meses }))
    .map(({ desde, meses }) => ({ desde, hasta: addDays(addMonths(desde, meses), -1) }));

  it('are the days of the calendar, one by one, and of the whole cycle', () => {
    fc.assert(
      fc.property(periodo, fc.nat(70), fc.nat(70), (p, a, b) => {
        const todos = dias(p.desde, p.hasta);
        const servicio_desde = todos[Math.min(a, todos.length - 1)] ?? '';
        const servicio_hasta = todos.slice(todos.indexOf(servicio_desde))[b] ?? null;
        const servidos = todos.filter((d) => d >= servicio_desde && (servicio_hasta === null || d <= servicio_hasta));
        const prorrata = diasServidos(p, { servicio_desde, servicio_hasta });
        const entero = servidos.length === todos.length;
        expect(prorrata).toEqual(entero ? undefined : { dias: servidos.length, dias_ciclo: todos.length });
      }),
      RUNS,
    );
  });

  it('of who leaves and of who comes the next day are the whole period', () => {
    fc.assert(
      fc.property(periodo, fc.nat(70), (p, n) => {
        const todos = dias(p.desde, p.hasta);
        const ultimo = todos[n % (todos.length - 1)] ?? '';
        const sale = diasServidos(p, { servicio_desde: null, servicio_hasta: ultimo });
        const entra = diasServidos(p, { servicio_desde: addDays(ultimo, 1), servicio_hasta: null });
        expect((sale?.dias ?? 0) + (entra?.dias ?? 0)).toBe(todos.length);
      }),
      RUNS,
    );
  });
});

describe('late interest', () => {
  const tasa = (mes: string) => 200 + (((Number(mes.slice(0, 4)) * 12 + Number(mes.slice(5))) * 7) % 113); // 0.0200 to 0.0312
  const tasas = (desde: string, hasta: string) =>
    [...new Set(dias(desde, hasta).map((d) => d.slice(0, 7)))].map((mes) => ({
      mes,
      tasa_anual: `0.${String(tasa(mes)).padStart(4, '0')}`,
    }));
  const interes = (vencimiento: string, desde: string | null, corte: string, principal: number, residencial: boolean) =>
    interesesDeCuenta([{ numero: 'F', vencimiento, principal, desde }], {
      corte,
      residencial,
      tasas: tasas(vencimiento, corte),
    }).total;

  it('is the sum of its days, each at the rate of its month over 365, rounded once', () => {
    fc.assert(
      fc.property(dia, fc.nat(420), fc.nat(1e8), fc.boolean(), (vencimiento, n, principal, residencial) => {
        const corte = addDays(vencimiento, n);
        const porMil = dias(addDays(vencimiento, 1), corte).reduce(
          (suma, d) => suma + BigInt(residencial ? 600 : tasa(d.slice(0, 7))),
          0n,
        );
        const exacto = fraccion(porMil * BigInt(principal), 3_650_000n);
        expect(interes(vencimiento, null, corte, principal, residencial)).toBe(redondear(exacto));
      }),
      RUNS,
    );
  });

  it('billed in two parts at any day differs by a peso at most', () => {
    fc.assert(
      fc.property(
        dia,
        fc.nat(200),
        fc.nat(200),
        fc.nat(1e8),
        fc.boolean(),
        (vencimiento, a, b, principal, residencial) => {
          const medio = addDays(vencimiento, a);
          const corte = addDays(medio, b);
          const partes =
            interes(vencimiento, null, medio, principal, residencial) +
            interes(vencimiento, addDays(medio, 1), corte, principal, residencial);
          expect(Math.abs(partes - interes(vencimiento, null, corte, principal, residencial))).toBeLessThanOrEqual(1);
        },
      ),
      RUNS,
    );
  });
});
