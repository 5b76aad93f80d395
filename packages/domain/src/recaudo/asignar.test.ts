import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Deuda, type ReglaAsignacion, asignarPago, cruzar, pagable } from './asignar.ts';

const REGLA: ReglaAsignacion = { orden: 'antigua_primero', sobrante: 'otras_facturas' };
const deuda = (id: number, saldo: number, mas: Partial<Deuda> = {}): Deuda => ({
  id,
  numero_factura: `F${id}`,
  fecha_vencimiento: `2026-0${id}-15`,
  saldo,
  en_reclamo: 0,
  anulada: false,
  ...mas,
});
const partes = (...partes: [number, number][]) =>
  partes.map(([id, valor]) => ({ id, numero_factura: `F${id}`, valor }));

describe('asignarPago', () => {
  const tres = [deuda(2, 200), deuda(1, 100), deuda(3, 300)];

  it('pays an account from its oldest bill on, or from the newest when the utility says so', () => {
    expect(asignarPago(tres, { valor: 250 }, REGLA)).toEqual({
      aplicado: partes([1, 100], [2, 150]),
      anticipo: 0,
      avisos: [],
    });
    const reciente = { ...REGLA, orden: 'reciente_primero' as const };
    expect(asignarPago(tres, { valor: 350 }, reciente).aplicado).toEqual(partes([3, 300], [2, 50]));
  });

  it('pays the bills it names in their order, each up to its own value', () => {
    const facturas = [{ numero_factura: 'F3', valor: 120 }, { numero_factura: 'F1' }];
    expect(asignarPago(tres, { valor: 200, facturas }, REGLA).aplicado).toEqual(partes([3, 120], [1, 80]));
  });

  it('gives what is left over to the other bills, or keeps it as an advance', () => {
    const pedido = { valor: 350, facturas: [{ numero_factura: 'F1' }] };
    expect(asignarPago(tres, pedido, REGLA).aplicado).toEqual(partes([1, 100], [2, 200], [3, 50]));
    expect(asignarPago(tres, pedido, { ...REGLA, sobrante: 'anticipo' })).toEqual({
      aplicado: partes([1, 100]),
      anticipo: 250,
      avisos: ['anticipo'],
    });
  });

  it('leaves out what is under claim, unless the payer says so', () => {
    const una = [deuda(1, 100, { en_reclamo: 60 })];
    expect(asignarPago(una, { valor: 70 }, REGLA)).toEqual({
      aplicado: partes([1, 40]),
      anticipo: 30,
      avisos: ['en_reclamo', 'anticipo'],
    });
    expect(asignarPago(una, { valor: 70, incluye_reclamo: true }, REGLA)).toEqual({
      aplicado: partes([1, 70]),
      anticipo: 0,
      avisos: [],
    });
    expect(asignarPago(una, { valor: 40 }, REGLA).avisos).toEqual([]);
  });

  it('takes the money of a bill that is paid or void as an advance, and says so', () => {
    const muertas = [deuda(1, 0), deuda(2, -5), deuda(3, 100, { anulada: true })];
    for (const [numero_factura, aviso] of [
      ['F1', 'factura_pagada'],
      ['F2', 'factura_pagada'],
      ['F3', 'factura_anulada'],
    ] as const)
      expect(asignarPago(muertas, { valor: 50, facturas: [{ numero_factura }] }, REGLA)).toEqual({
        aplicado: [],
        anticipo: 50,
        avisos: [aviso, 'anticipo'],
      });
  });

  it.each([
    [{ valor: 0 }],
    [{ valor: -1 }],
    [{ valor: 1.5 }],
    [{ valor: 2 ** 53 }],
    [{ valor: Number.NaN }],
    [{ valor: 10, facturas: [{ numero_factura: 'F9' }] }],
    [{ valor: 10, facturas: [{ numero_factura: 'F1' }, { numero_factura: 'F1' }] }],
    [{ valor: 10, facturas: [{ numero_factura: 'F1', valor: 11 }] }],
    [{ valor: 10, facturas: [{ numero_factura: 'F1', valor: 0 }] }],
  ])('refuses %j', (pedido) => {
    expect(() => asignarPago(tres, pedido, REGLA)).toThrow(expect.objectContaining({ code: 'validacion' }));
  });

  const pesos = fc.integer({ min: 1, max: 2_000 });
  const deudas = fc
    .array(
      fc.record({
        saldo: fc.integer({ min: -50, max: 1_000 }),
        reclamo: fc.integer({ min: 0, max: 1_000 }),
        anulada: fc.boolean(),
        mes: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 6 },
    )
    .map((lista) =>
      lista.map(({ saldo, reclamo, anulada, mes }, i) =>
        deuda(i + 1, saldo, {
          en_reclamo: Math.max(0, Math.min(reclamo, saldo)),
          anulada,
          fecha_vencimiento: `2026-0${mes}-15`,
        }),
      ),
    );
  const regla = fc.record({
    orden: fc.constantFrom('antigua_primero' as const, 'reciente_primero' as const),
    sobrante: fc.constantFrom('otras_facturas' as const, 'anticipo' as const),
  });

  it('loses no peso, takes no bill below zero and never touches what may not be paid', () => {
    fc.assert(
      fc.property(deudas, pesos, regla, fc.boolean(), fc.nat(), (lista, valor, conRegla, incluye_reclamo, cual) => {
        const nombrada = lista[cual % (lista.length + 1)];
        const facturas = nombrada ? [{ numero_factura: nombrada.numero_factura }] : [];
        const { aplicado, anticipo } = asignarPago(lista, { valor, facturas, incluye_reclamo }, conRegla);
        expect(aplicado.reduce((suma, parte) => suma + parte.valor, anticipo)).toBe(valor);
        for (const parte of aplicado) {
          const pagada = lista.find(({ id }) => id === parte.id) as Deuda;
          expect(parte.valor).toBeGreaterThan(0);
          expect(parte.valor).toBeLessThanOrEqual(pagable(pagada, incluye_reclamo));
        }
        // An advance stays only when there is nothing left that the rule lets it pay.
        const puede = conRegla.sobrante === 'anticipo' && nombrada ? [nombrada] : lista;
        const total = puede.reduce((suma, una) => suma + pagable(una, incluye_reclamo), 0);
        expect(anticipo).toBe(Math.max(0, valor - total));
      }),
      { numRuns: 2_000 },
    );
  });
});

it('crosses what is in favour with what is owed, in order, to the peso', () => {
  const cantidades = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 6 });
  fc.assert(
    fc.property(cantidades, cantidades, (hay, falta) => {
      const fuentes = hay.map((disponible, clave) => ({ clave, disponible }));
      const piezas = cruzar(
        fuentes,
        falta.map((por_pagar, clave) => ({ clave, por_pagar })),
      );
      const suma = (lista: number[]) => lista.reduce((a, b) => a + b, 0);
      expect(suma(piezas.map(({ valor }) => valor))).toBe(Math.min(suma(hay), suma(falta)));
      for (const [i, disponible] of hay.entries())
        expect(suma(piezas.filter(({ fuente }) => fuente.clave === i).map(({ valor }) => valor))).toBeLessThanOrEqual(
          disponible,
        );
      for (const [i, por_pagar] of falta.entries())
        expect(suma(piezas.filter((pieza) => pieza.deuda.clave === i).map(({ valor }) => valor))).toBeLessThanOrEqual(
          por_pagar,
        );
      expect(piezas.every(({ valor }) => valor > 0)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
