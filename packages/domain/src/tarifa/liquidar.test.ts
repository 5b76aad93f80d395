import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraccion, leerDecimal, textoFraccion } from '../decimal.ts';
import { sumar } from '../pesos.ts';
import oraculo from '../../test-data/tarifas.json' with { type: 'json' };
import marinilla from '../../../../examples/marinilla/tarifas.json' with { type: 'json' };
import { exacto } from './calcular.ts';
import { prepararTarifa } from './corrida.ts';
import { liquidar } from './liquidar.ts';
import type { EntradaLiquidar } from './liquidar.ts';
import { ESTRATOS } from './listas.ts';
import type { Uso } from './listas.ts';
import type { VersionTarifa } from './version.ts';

type Entrada = (typeof oraculo.casos)[number]['entrada'];
type Servicios = Record<string, { cf: string; cc: string }>;

/** The worked cases name things shorter and give factors as whole percentages. */
function entradaDe(e: Entrada): EntradaLiquidar {
  const tarifas = Object.entries(e.tarifas as Servicios).map(([s, t]) => [s, { cargo_fijo: t.cf, consumo: t.cc }]);
  const factores = Object.entries(e.factores).map(([s, pct]) => [s, `${pct < 0 ? '-' : ''}0.${Math.abs(pct)}`]);
  return {
    altitud_msnm: e.altitud_m,
    uso: e.uso as Uso,
    estrato: e.estrato,
    meses: e.meses,
    consumo_m3: e.consumo_m3,
    dias: e.dias,
    dias_ciclo: e.dias_ciclo,
    unidades: e.unidades,
    vertimiento_m3: e.vertimiento_m3,
    servicios: Object.keys(e.tarifas),
    tarifas: Object.fromEntries(tarifas),
    factores: Object.fromEntries(factores),
  };
}

describe('worked cases', () => {
  it.each(oraculo.casos.map((c) => [c.entrada.id, c] as const))('%s line by line', (_, { entrada, salida }) => {
    const { lineas, total } = liquidar(entradaDe(entrada));
    const vistas = lineas.map((l) => {
      const m3 = l.codigo.startsWith('consumo') ? l.cantidad : null;
      return { servicio: l.servicio, concepto: l.codigo, m3, exacto: textoFraccion(porMultiplicar(l)), valor: l.valor };
    });
    expect(vistas).toEqual(salida.lineas);
    expect(total).toBe(salida.total);
  });
});

/** cantidad × valor_unitario, read back from the texts of a line. */
function porMultiplicar({ cantidad, valor_unitario }: { cantidad: string; valor_unitario: string }) {
  const { n, d } = leerDecimal(valor_unitario);
  const [arriba = '', abajo = '1'] = cantidad.split('/');
  const c = cantidad.includes('/') ? { n: Number(arriba), d: Number(abajo) } : leerDecimal(cantidad);
  return fraccion(BigInt(n) * BigInt(c.n), BigInt(d) * BigInt(c.d));
}

const P03 = entradaDe(oraculo.casos[2]!.entrada);
const P17 = entradaDe(oraculo.casos[16]!.entrada);
const formulas = (entrada: EntradaLiquidar) => liquidar(entrada).lineas.map((l) => l.formula);

describe('what a person reads', () => {
  it('explains each line of P03', () => {
    expect(formulas({ ...P03, servicios: ['acueducto'] })).toEqual([
      '1 mes × $ 9.850,40 = 9.850,40 → $ 9.850',
      '11 m³ × $ 2.713,85 = 29.852,35 → $ 29.852',
      '1 m³ × $ 2.713,85 = 2.713,85 → $ 2.714',
      '-40 % × 1 mes × $ 9.850,40 = -3.940,16 → -$ 3.940',
      '-40 % × 11 m³ × $ 2.713,85 = -11.940,94 → -$ 11.941',
    ]);
    expect(liquidar(P03).lineas[1]).toMatchObject({
      concepto: 'Consumo básico de acueducto',
      cantidad: '11',
      valor_unitario: '2713.85',
      norma: 'CRA 750/2016 (art. 2.6.1.3 CRA 943/2021)',
    });
  });

  it('shows days, units, and decimals that never end', () => {
    expect(formulas(P17).slice(0, 2)).toEqual([
      '1 mes × 17/30 días × $ 7.421,37 = 4.205,443 → $ 4.205',
      '221/30 m³ × $ 1.986,52 = 14.634,03… → $ 14.634',
    ]);
    expect(formulas({ ...P03, unidades: 4, meses: 2 })[0]).toBe(
      '4 unidades × 2 meses × $ 9.850,40 = 78.803,20 → $ 78.803',
    );
  });
});

describe('desincentivo', () => {
  const caro = { ...P03, consumo_m3: 30, desincentivo: true };
  it('charges the reference price once more above twice the básico', () => {
    const lineas = liquidar(caro).lineas.filter((l) => l.codigo === 'desincentivo');
    expect(lineas).toMatchObject([{ servicio: 'acueducto', cantidad: '8', valor_unitario: '2713.85', valor: 21711 }]);
  });
  it('leaves multiusuarios and other uses alone', () => {
    const codigos = (e: EntradaLiquidar) => liquidar(e).lineas.map((l) => l.codigo);
    expect(codigos({ ...caro, unidades: 2, consumo_m3: 90 })).not.toContain('desincentivo');
    expect(
      codigos({ ...caro, uso: 'oficial', estrato: null, factores: { acueducto: '0', alcantarillado: '0' } }),
    ).not.toContain('desincentivo');
  });
});

describe('mixed multiusuario', () => {
  const f = (factor: string) => ({ acueducto: factor, alcantarillado: factor });
  it('divides the m³ per unit and prices each class by its own rules', () => {
    const clases = [
      { uso: 'residencial' as const, estrato: 2, unidades: 3, factores: f('-0.40') },
      { uso: 'comercial' as const, estrato: null, unidades: 1, factores: f('0.50') },
    ];
    const { lineas, total } = liquidar({ ...P03, clases, consumo_m3: 50, servicios: ['acueducto'] });
    expect(lineas.map((l) => [l.concepto, l.cantidad, l.valor])).toEqual([
      ['Cargo fijo de acueducto (residencial estrato 2, 3 unidades)', '3', 29551],
      ['Consumo básico de acueducto (residencial estrato 2, 3 unidades)', '33', 89557],
      ['Consumo complementario de acueducto (residencial estrato 2, 3 unidades)', '4.5', 12212],
      ['Subsidio al cargo fijo de acueducto (residencial estrato 2, 3 unidades)', '3', -11820],
      ['Subsidio al consumo básico de acueducto (residencial estrato 2, 3 unidades)', '33', -35823],
      ['Cargo fijo de acueducto (comercial, 1 unidad)', '1', 9850],
      ['Consumo de acueducto (comercial, 1 unidad)', '12.5', 33923],
      ['Contribución sobre el cargo fijo de acueducto (comercial, 1 unidad)', '1', 4925],
      ['Contribución sobre el consumo de acueducto (comercial, 1 unidad)', '12.5', 16962],
    ]);
    expect(total).toBe(sumar(lineas.map((l) => l.valor)));
  });
  it('of one class equals units of that class', () => {
    const clases = [{ uso: 'residencial' as const, estrato: 2, unidades: 4, factores: f('-0.40') }];
    expect(liquidar({ ...P03, clases })).toEqual(liquidar({ ...P03, unidades: 4 }));
  });
});

describe('refuses', () => {
  it.each([
    ['consumo_invalido', { consumo_m3: -1 }],
    ['consumo_invalido', { consumo_m3: 1.5 }],
    ['consumo_invalido', { vertimiento_m3: Number.NaN }],
    ['meses_invalidos', { meses: 3 }],
    ['dias_invalidos', { dias: 10 }],
    ['dias_invalidos', { dias: 31, dias_ciclo: 30 }],
    ['unidades_invalidas', { unidades: 0 }],
    ['estrato_invalido', { estrato: null }],
    ['uso_invalido', { uso: 'lunar' as Uso }],
    ['servicio_desconocido', { servicios: ['gas'] }],
    ['sin_servicios', { servicios: [] }],
    ['servicio_sin_tarifa', { tarifas: {} }],
    ['factor_no_permitido', { uso: 'comercial' as Uso }],
    ['factor_no_permitido', { factores: { acueducto: '-1.01', alcantarillado: '0' } }],
    ['precio_negativo', { tarifas: { ...P03.tarifas, acueducto: { cargo_fijo: '-1', consumo: '1' } } }],
    ['altitud_invalida', { altitud_msnm: Number.NaN }],
    ['sin_clases', { clases: [] }],
    ['sin_norma', { fecha: '2015-12-31' }],
  ])('%s for %j', (code, cambio) => {
    expect(() => liquidar({ ...P03, ...cambio })).toThrow(expect.objectContaining({ code }));
  });
});

const precio = (min: number) => fc.integer({ min: min * 100, max: 2_000_000 }).map((c) => (c / 100).toFixed(2));
const precios = fc.record({ cargo_fijo: precio(0), consumo: precio(100) });
const entradas: fc.Arbitrary<EntradaLiquidar> = fc
  .record({
    altitud_msnm: fc.integer({ min: 0, max: 4000 }),
    estrato: fc.constantFrom(null, ...ESTRATOS),
    meses: fc.constantFrom(1, 2),
    consumo_m3: fc.integer({ min: 0, max: 5000 }),
    dias: fc.integer({ min: 1, max: 30 }),
    unidades: fc.integer({ min: 1, max: 50 }),
    subsidio: fc.integer({ min: -70, max: 0 }),
    contribucion: fc.integer({ min: 0, max: 99 }),
    tarifas: fc.record({ acueducto: precios, alcantarillado: precios }),
  })
  .map(({ subsidio, contribucion, ...e }) => {
    const pct = e.estrato !== null && e.estrato <= 3 ? subsidio : contribucion;
    const factor = `${pct < 0 ? '-' : ''}0.${String(Math.abs(pct)).padStart(2, '0')}`;
    const factores = { acueducto: factor, alcantarillado: factor };
    const uso: Uso = e.estrato === null ? 'comercial' : 'residencial';
    return { ...e, uso, factores, dias_ciclo: 30, servicios: ['acueducto', 'alcantarillado'] };
  });

describe('always', () => {
  it('the total is the sum of the lines, and each line is within half a peso of its exact value', () => {
    fc.assert(
      fc.property(entradas, (entrada) => {
        const { lineas, total } = liquidar(entrada);
        expect(total).toBe(sumar(lineas.map((l) => l.valor)));
        for (const linea of lineas) {
          const { n, d } = porMultiplicar(linea);
          const doble = 2n * (BigInt(linea.valor) * d - n);
          expect(doble <= d && doble >= -d).toBe(true);
        }
      }),
    );
  });

  it('one more m³ never costs less', () => {
    fc.assert(
      fc.property(entradas, (entrada) => {
        expect(liquidar({ ...entrada, consumo_m3: entrada.consumo_m3 + 1 }).total).toBeGreaterThanOrEqual(
          liquidar(entrada).total,
        );
      }),
    );
  });

  it('the ranges add up to the consumption', () => {
    fc.assert(
      fc.property(entradas, (entrada) => {
        const lineas = liquidar(entrada).lineas.filter(
          (l) => l.servicio === 'acueducto' && l.codigo.startsWith('consumo'),
        );
        const m3 = lineas.map((l) => porMultiplicar({ ...l, valor_unitario: '1' }));
        const suma = m3.reduce((a, b) => fraccion(a.n * b.d + b.n * a.d, a.d * b.d), fraccion(0n));
        expect(textoFraccion(suma)).toBe(String(entrada.consumo_m3));
      }),
    );
  });
});

describe('prepararTarifa', () => {
  const version: VersionTarifa = marinilla.versiones[0]!;
  const { altitud_msnm } = marinilla;
  const tarifa = prepararTarifa(version, { altitud_msnm, meses: 1, fecha: '2016-05-01' });
  it('bills the same as liquidar, account by account', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ESTRATOS),
        fc.nat(80),
        fc.integer({ min: 1, max: 3 }),
        (estrato, consumo_m3, unidades) => {
          const servicios = ['alcantarillado', 'acueducto'];
          const factor = version.factores.residencial[`${estrato}`] as string;
          const factores = { acueducto: factor, alcantarillado: factor };
          const cuenta = { uso: 'residencial' as const, estrato, unidades, servicios, consumo_m3 };
          const suelta = liquidar({ ...cuenta, altitud_msnm, meses: 1, tarifas: version.servicios, factores });
          expect(tarifa.liquidar(cuenta)).toEqual(suelta);
          expect(tarifa.calcular(cuenta).map((r) => r.valor)).toEqual(suelta.lineas.map((l) => l.valor));
        },
      ),
    );
  });
  it('gives the exact value of each line', () => {
    const [cargo] = tarifa.calcular({ uso: 'comercial', estrato: null, servicios: ['acueducto'], consumo_m3: 1 });
    expect(textoFraccion(exacto(cargo!))).toBe('427637/100');
  });
});
