import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ClaseDiferencia, type Recaudado, conciliar } from './conciliar.ts';
import { ORIGENES_PAGO } from './listas.ts';

const nada: Recaudado = {
  origen: 'archivo',
  informado: 0,
  registrado: 0,
  consignado: 0,
  por_aplicar: 0,
  por_resolver: 0,
  devuelto: 0,
  descartado: 0,
  deshecho: 0,
  cajas_abiertas: 0,
};

it('has nothing to say of a day that squares', () => {
  expect(conciliar({ ...nada, informado: 100, registrado: 100, consignado: 100 })).toEqual({
    estado: 'cuadra',
    diferencias: [],
  });
  expect(conciliar({ ...nada, origen: 'oficina', informado: null, registrado: 7, consignado: 7 }).estado).toBe(
    'cuadra',
  );
});

it('says what to do about each difference', () => {
  const banco = conciliar({
    ...nada,
    informado: 1_000,
    registrado: 600,
    por_aplicar: 100,
    por_resolver: 150,
    devuelto: 50,
    descartado: 25,
    deshecho: 75,
    consignado: 900,
  });
  expect(banco).toEqual({
    estado: 'pendiente',
    diferencias: [
      { clase: 'por_aplicar', valor: 100, texto: 'Hay $ 100 de archivos sin aplicar: aplique el archivo del banco.' },
      {
        clase: 'por_resolver',
        valor: 150,
        texto: 'Hay $ 150 en filas sin dueño, repetidas o con errores: resuélvalas en la mesa de recaudo.',
      },
      { clase: 'devuelto', valor: 50, texto: 'El banco devolvió $ 50: ese dinero no entra.' },
      { clase: 'descartado', valor: 25, texto: 'Se descartaron filas por $ 25, cada una con su motivo.' },
      { clase: 'deshecho', valor: 75, texto: 'Se deshicieron pagos por $ 75: no cuentan como registrados.' },
      {
        clase: 'falta_consignar',
        valor: 25,
        texto: 'Faltan por consignar $ 25: mire el extracto del banco y registre la consignación.',
      },
    ],
  });
  const caja = conciliar({
    ...nada,
    origen: 'caja',
    informado: 90,
    registrado: 100,
    consignado: 95,
    cajas_abiertas: 1,
  });
  expect(caja.diferencias.map(({ texto }) => texto)).toEqual([
    'Hay una caja sin contar: cuéntela y ciérrela.',
    'En el conteo de las cajas faltan $ 10: vea la explicación de cada cierre.',
    'Se consignaron $ 5 más de lo recaudado: revise el día de la consignación o busque el pago que falta registrar.',
  ]);
  expect(caja.estado).toBe('difiere');
  expect(conciliar({ ...nada, informado: 10, registrado: 12, consignado: 10 })).toEqual({
    estado: 'difiere',
    diferencias: [
      {
        clase: 'sin_explicar',
        valor: -2,
        texto: 'Se registraron $ 2 más de lo que dice el archivo: busque un pago registrado dos veces.',
      },
    ],
  });
});

it('explains the whole difference between the file, the books and the bank, to the peso', () => {
  const pesos = fc.nat(1_000_000);
  const dias = fc.record({
    origen: fc.constantFrom(...ORIGENES_PAGO),
    informado: fc.option(pesos),
    registrado: pesos,
    consignado: pesos,
    por_aplicar: pesos,
    por_resolver: pesos,
    devuelto: pesos,
    descartado: pesos,
    deshecho: pesos,
    cajas_abiertas: fc.constant(0),
  });
  fc.assert(
    fc.property(dias, (leido) => {
      const delArchivo =
        leido.origen === 'archivo' || leido.origen === 'pasarela'
          ? {}
          : { por_aplicar: 0, por_resolver: 0, devuelto: 0, descartado: 0 };
      const dia = { ...leido, ...delArchivo };
      const { diferencias, estado } = conciliar(dia);
      const suma = (...clases: ClaseDiferencia[]) =>
        diferencias.filter(({ clase }) => clases.includes(clase)).reduce((total, { valor }) => total + valor, 0);
      const explicado =
        suma('por_aplicar', 'por_resolver', 'devuelto', 'descartado', 'sin_explicar', 'conteo') +
        (dia.origen === 'caja' ? 0 : suma('deshecho'));
      expect(dia.informado === null ? 0 : explicado).toBe(dia.informado === null ? 0 : dia.informado - dia.registrado);
      const esperado =
        dia.informado === null
          ? dia.registrado
          : dia.informado - dia.devuelto - dia.descartado - (dia.origen === 'pasarela' ? dia.deshecho : 0);
      expect(suma('falta_consignar') - suma('consignado_de_mas')).toBe(esperado - dia.consignado);
      expect(estado === 'cuadra').toBe(
        diferencias.every(({ clase }) => ['devuelto', 'descartado', 'deshecho'].includes(clase)),
      );
    }),
    { numRuns: 2_000 },
  );
});
