// What holds of every bill, whatever the account: mixed multiusuarios, discharges, pro-rated and bimonthly periods.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fraccion, fraccion } from '../decimal.ts';
import { redondear, sumar } from '../pesos.ts';
import { exacto } from './calcular.ts';
import { type CuentaLiquidar, prepararTarifa } from './corrida.ts';
import { validarTarifa } from './limites.ts';
import { ESTRATOS, type Servicio, type Uso } from './listas.ts';
import type { Factor, VersionTarifa } from './version.ts';

const RUNS = { numRuns: 4_000 };

/** The least and the most a factor may be by law, in ten-thousandths: Ley 1450/2011 art. 125, Ley 142/1994 arts. 89 and 99. */
const LIMITES: Record<string, readonly [number, number]> = {
  'residencial.1': [-7000, 0],
  'residencial.2': [-4000, 0],
  'residencial.3': [-1500, 0],
  'residencial.4': [0, 0],
  'residencial.5': [5000, Infinity],
  'residencial.6': [6000, Infinity],
  comercial: [5000, Infinity],
  industrial: [3000, Infinity],
  oficial: [0, 0],
  especial: [0, 0],
};
const CLASES = Object.keys(LIMITES);

const decimal = (n: number, escala: number) => `${n < 0 ? '-' : ''}${(Math.abs(n) / escala).toFixed(4)}`;
const pesos = (min: number) => fc.integer({ min: min * 100, max: 2_000_000 }).map((n) => decimal(n, 100));
// From $ 100 a m³: below a few pesos the rounding of the subsidy's own line may outweigh a m³.
const precios = fc.record({ cargo_fijo: pesos(0), consumo: pesos(100) });

/** A factor of a class in ten-thousandths: inside its limits, or anywhere near them. */
const factor = (clase: string, libre: boolean) => {
  const [min, max] = LIMITES[clase] ?? [0, 0];
  const [bajo, alto] = [min, Math.min(max, 9_999)];
  return fc.integer(libre ? { min: Math.max(bajo - 300, -9_999), max: alto + 300 } : { min: bajo, max: alto });
};

/** A version, each class with one factor or with one per service, and the factors as whole numbers. */
const versiones = (libre: boolean) =>
  fc
    .record({
      acueducto: precios,
      alcantarillado: precios,
      factores: fc.tuple(
        ...CLASES.map((clase) => fc.tuple(factor(clase, libre), fc.option(factor(clase, libre), { freq: 2 }))),
      ),
    })
    .map(({ acueducto, alcantarillado, factores }) => {
      const texto = ([uno, otro]: [number, number | null]): Factor =>
        otro === null
          ? decimal(uno, 10_000)
          : { acueducto: decimal(uno, 10_000), alcantarillado: decimal(otro, 10_000) };
      const de = (clase: string) => texto(factores[CLASES.indexOf(clase)] ?? [0, null]);
      const version: VersionTarifa = {
        vigente_desde: '2020-01-01',
        fuente: 'Generada',
        servicios: { acueducto, alcantarillado },
        factores: {
          residencial: {
            1: de('residencial.1'),
            2: de('residencial.2'),
            3: de('residencial.3'),
            4: de('residencial.4'),
            5: de('residencial.5'),
            6: de('residencial.6'),
          },
          comercial: de('comercial'),
          industrial: de('industrial'),
          oficial: de('oficial'),
          especial: de('especial'),
        },
      };
      const valida = factores.every((par, i) => {
        const [min, max] = LIMITES[CLASES[i] ?? ''] ?? [0, 0];
        return par.every((n) => n === null || (n >= min && n <= max));
      });
      return { version, valida };
    });

const clase = fc
  .record({
    uso: fc.constantFrom<Uso>('residencial', 'residencial', 'comercial', 'industrial', 'oficial', 'especial'),
    estrato: fc.constantFrom(...ESTRATOS),
    unidades: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ estrato, ...resto }) => ({ ...resto, estrato: resto.uso === 'residencial' ? estrato : null }));

const cuentas: fc.Arbitrary<CuentaLiquidar> = fc
  .record({
    clase,
    otras: fc.array(clase, { maxLength: 2 }),
    mixta: fc.boolean(),
    servicios: fc.constantFrom<Servicio[]>(['acueducto'], ['acueducto', 'alcantarillado'], ['alcantarillado']),
    consumo_m3: fc.oneof(fc.nat(60), fc.nat(5_000)),
    vertimiento_m3: fc.option(fc.nat(500), { freq: 3 }),
    dias: fc.option(fc.integer({ min: 1, max: 31 }), { freq: 2 }),
    desincentivo: fc.boolean(),
  })
  .map(({ clase, otras, mixta, dias, ...resto }) => ({
    ...clase,
    ...resto,
    ...(mixta && { clases: [clase, ...otras] }),
    ...(dias !== null && { dias, dias_ciclo: 31 }),
  }));

const periodos = fc.record({
  altitud_msnm: fc.integer({ min: 0, max: 4_000 }),
  meses: fc.constantFrom(1, 2),
  fecha: fc.constant('2024-02-01'),
});
const tarifas = fc
  .tuple(versiones(false), periodos)
  .map(([{ version }, periodo]) => ({ version, tarifa: prepararTarifa(version, periodo) }));

const mas = (a: Fraccion, b: Fraccion) => fraccion(a.n * b.d + b.n * a.d, a.d * b.d);
const igual = (a: Fraccion, b: Fraccion) => a.n * b.d === b.n * a.d;
const racional = ({ n, d }: { n: number; d: number }) => fraccion(BigInt(n), BigInt(d));

describe('every bill', () => {
  it('is the sum of its lines, each rounded once from its exact value', () => {
    fc.assert(
      fc.property(tarifas, cuentas, ({ tarifa }, cuenta) => {
        const { lineas, total } = tarifa.liquidar(cuenta);
        const renglones = tarifa.calcular(cuenta);
        expect(lineas.map(({ valor }) => valor)).toEqual(renglones.map((renglon) => redondear(exacto(renglon))));
        expect(total).toBe(sumar(lineas.map(({ valor }) => valor)));
      }),
      RUNS,
    );
  });

  it('never costs less for more m³ of the same account', () => {
    fc.assert(
      fc.property(tarifas, cuentas, fc.integer({ min: 1, max: 50 }), ({ tarifa }, cuenta, n) => {
        const de = (consumo_m3: number) => tarifa.liquidar({ ...cuenta, consumo_m3 }).total;
        expect(de(cuenta.consumo_m3 + n)).toBeGreaterThanOrEqual(de(cuenta.consumo_m3));
      }),
      RUNS,
    );
  });

  it('subsidises no more than the cap and contributes no less than the minimum', () => {
    fc.assert(
      fc.property(tarifas, cuentas, ({ tarifa }, cuenta) => {
        const renglones = tarifa.calcular(cuenta);
        const preparadas = [...new Set(renglones.map(({ clase }) => clase))]; // in the order of the account's classes
        for (const { codigo, servicio, clase, cantidad, valor } of renglones) {
          if (!/^(subsidio|contribucion)_/.test(codigo)) continue;
          const unitario = codigo.endsWith('cargo_fijo') ? servicio.cargo_fijo : servicio.consumo;
          const { uso, estrato } = (cuenta.clases ?? [cuenta])[preparadas.indexOf(clase)] ?? cuenta;
          const [min] = LIMITES[uso === 'residencial' ? `residencial.${estrato}` : uso] ?? [0];
          const limite = redondear({
            n: BigInt(cantidad.n) * BigInt(unitario.n) * BigInt(min),
            d: BigInt(cantidad.d) * BigInt(unitario.d) * 10_000n,
          });
          expect(valor).toBeGreaterThanOrEqual(limite); // a subsidy is negative: not below its cap
          expect(valor * min).toBeGreaterThanOrEqual(0); // and it never turns into a charge, nor a contribution into a gift
        }
      }),
      RUNS,
    );
  });
});

describe('a version', () => {
  it('is accepted if and only if each of its factors is inside its legal limits', () => {
    fc.assert(
      fc.property(fc.oneof(versiones(false), versiones(true)), ({ version, valida }) => {
        expect(validarTarifa(version).length === 0).toBe(valida);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a period split in two by days', () => {
  const partes = fc
    .integer({ min: 28, max: 62 })
    .chain((dias_ciclo) =>
      fc.record({ dias_ciclo: fc.constant(dias_ciclo), dias: fc.integer({ min: 1, max: dias_ciclo - 1 }) }),
    );
  const lineas = (renglones: ReturnType<ReturnType<typeof prepararTarifa>['calcular']>) =>
    new Map(
      renglones.map((r) => [
        `${r.servicio.servicio} ${r.codigo}${r.clase.etiqueta}`,
        { r, cantidad: racional(r.cantidad) },
      ]),
    );
  const mcd = (a: number, b: number): number => (b === 0 ? a : mcd(b, a % b));

  // The m³ go with the days, in whole m³ for each part: then every range splits in the same proportion.
  it('differs by a peso a line at most, its quantities adding up exactly', () => {
    fc.assert(
      fc.property(tarifas, cuentas, partes, fc.nat(80), ({ tarifa }, cuenta, { dias, dias_ciclo }, k) => {
        const paso = dias_ciclo / mcd(dias, dias_ciclo);
        const m3 = k * paso;
        const entera = { ...cuenta, consumo_m3: m3, dias: dias_ciclo, dias_ciclo, vertimiento_m3: null };
        const parte = (d: number) => lineas(tarifa.calcular({ ...entera, dias: d, consumo_m3: (m3 * d) / dias_ciclo }));
        const [una, otra, toda] = [parte(dias), parte(dias_ciclo - dias), lineas(tarifa.calcular(entera))];
        expect([...una.keys()]).toEqual([...toda.keys()]);
        expect([...otra.keys()]).toEqual([...toda.keys()]);
        for (const [clave, { r, cantidad }] of toda) {
          const [a, b] = [una.get(clave), otra.get(clave)];
          if (!a || !b) throw new Error(clave);
          expect(igual(mas(a.cantidad, b.cantidad), cantidad)).toBe(true);
          expect(Math.abs(a.r.valor + b.r.valor - r.valor)).toBeLessThanOrEqual(1);
        }
      }),
      RUNS,
    );
  });

  // However the m³ fall on the two parts: none is lost, and what is básico can only be less.
  it('bills the same m³ and fixed charge, and no more of them as básico', () => {
    fc.assert(
      fc.property(tarifas, cuentas, partes, fc.nat(300), ({ tarifa }, cuenta, { dias, dias_ciclo }, de_una) => {
        const consumo_m3 = cuenta.consumo_m3 + de_una;
        const entera = { ...cuenta, consumo_m3, dias: dias_ciclo, dias_ciclo, vertimiento_m3: null };
        const cantidades = (codigo: RegExp, renglones: ReturnType<typeof tarifa.calcular>) =>
          renglones
            .filter((r) => codigo.test(r.codigo))
            .reduce((suma, r) => mas(suma, racional(r.cantidad)), fraccion(0n));
        const dos = [
          ...tarifa.calcular({ ...entera, dias, consumo_m3: de_una }),
          ...tarifa.calcular({ ...entera, dias: dias_ciclo - dias, consumo_m3: consumo_m3 - de_una }),
        ];
        const una = tarifa.calcular(entera);
        for (const codigo of [/^consumo/, /^cargo_fijo/])
          expect(igual(cantidades(codigo, dos), cantidades(codigo, una))).toBe(true);
        const [partido, entero] = [cantidades(/^consumo_basico/, dos), cantidades(/^consumo_basico/, una)];
        expect(partido.n * entero.d <= entero.n * partido.d).toBe(true);
      }),
      RUNS,
    );
  });
});
