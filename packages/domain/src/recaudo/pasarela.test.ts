import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oraculo from '../../test-data/identificadores-y-archivos.json' with { type: 'json' };
import {
  ESTADOS_TRANSACCION,
  type EstadoTransaccion,
  SIGUE,
  avanzar,
  cadenaDeEvento,
  cadenaDeIntegridad,
  enCentavos,
  esFinal,
  esperaDe,
  estadoDeIntento,
  medioDe,
  novedadDe,
} from './pasarela.ts';

const { wompi } = oraculo;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const { evento, secreto } = wompi;
const changed = (change: object) => ({ ...evento, ...change });

describe('what is signed', () => {
  it('is the worked example: event and checkout', () => {
    expect(cadenaDeEvento(evento, secreto)).toBe(wompi.cadena);
    expect(sha256(wompi.cadena)).toBe(wompi.checksum);
    const { reference, amount_in_cents, currency } = evento.data.transaction;
    const cadena = cadenaDeIntegridad(reference, amount_in_cents, currency, 'test_integrity_EJEMPLO');
    expect(cadena).toBe(wompi.integridad_cadena);
    expect(sha256(cadena)).toBe(wompi.integridad);
  });

  it('follows the list of the event, in its order', () => {
    const properties = [...evento.signature.properties.toReversed(), 'transaction.currency'];
    expect(cadenaDeEvento(changed({ signature: { properties } }), 's')).toBe(
      '8745000APPROVED12345-1720000000-67890COP1720000123s',
    );
  });

  it.each([
    ['a list without the amount', { signature: { properties: ['transaction.id', 'transaction.status'] } }],
    ['an empty list', { signature: { properties: [] } }],
    ['a value twice', { signature: { properties: [...evento.signature.properties, ...evento.signature.properties] } }],
    [
      'a value that is not there',
      { signature: { properties: [...evento.signature.properties, 'transaction.payment.name'] } },
    ],
    [
      'a value inherited from every object',
      { signature: { properties: [...evento.signature.properties, 'transaction.constructor.name'] } },
    ],
    ['an object as a value', { signature: { properties: [...evento.signature.properties, 'transaction'] } }],
    // The digits of another event, cut elsewhere: 87450001 cents at the second 720000123.
    [
      'a timestamp of nine digits',
      { timestamp: 720000123, data: { transaction: { ...evento.data.transaction, amount_in_cents: 87450001 } } },
    ],
  ])('refuses %s', (_what, change) => {
    expect(() => cadenaDeEvento(changed(change), secreto)).toThrow(expect.objectContaining({ code: 'evento_falso' }));
  });
});

describe('a transaction', () => {
  const estado = fc.constantFrom(...ESTADOS_TRANSACCION);
  const hear = (states: EstadoTransaccion[]) => states.reduce(avanzar);

  it('ends the same whatever the order and however often its money is told', () => {
    const heard = fc
      .array(estado, { minLength: 1 })
      .chain((states) =>
        fc.tuple(fc.constant(states), fc.shuffledSubarray([...states, ...states], { minLength: 2 * states.length })),
      );
    const rank = { PENDING: 0, ERROR: 1, DECLINED: 1, APPROVED: 2, VOIDED: 3 };
    fc.assert(
      fc.property(heard, ([states, other]) => {
        const most = Math.max(...states.map((one) => rank[one]));
        expect([rank[hear(states)], rank[hear(other)]]).toEqual([most, most]);
      }),
    );
  });

  it('never goes back, and only PENDING waits', () => {
    for (const from of ESTADOS_TRANSACCION) for (const to of SIGUE[from]) expect(SIGUE[to]).not.toContain(from);
    expect(ESTADOS_TRANSACCION.filter((one) => !esFinal(one))).toEqual(['PENDING']);
    expect(avanzar('APPROVED', 'DECLINED')).toBe('APPROVED');
    expect(avanzar('DECLINED', 'APPROVED')).toBe('APPROVED');
    expect(avanzar('VOIDED', 'APPROVED')).toBe('VOIDED');
  });
});

describe('an attempt', () => {
  const una = (estado: EstadoTransaccion, pago_id: number | null = null, por_resolver = false) => ({
    estado,
    pago_id,
    por_resolver,
  });

  it.each([
    ['creado', []],
    ['pendiente', [una('DECLINED'), una('PENDING')]],
    ['rechazado', [una('ERROR'), una('DECLINED')]],
    ['error', [una('ERROR')]],
    ['aprobado', [una('DECLINED'), una('APPROVED', 1)]],
    ['aprobado', [una('APPROVED', 1), una('APPROVED', null, true)]],
    ['en_revision', [una('APPROVED', null, true)]],
    ['anulado', [una('VOIDED', 1)]],
    ['anulado', [una('VOIDED')]],
  ] as const)('is %s', (estado, transacciones) => {
    expect(estadoDeIntento(transacciones)).toBe(estado);
  });

  it.each([
    [undefined, { centavos: 100, moneda: 'COP' }, { valor: 1, pagado: false }],
    ['valor_distinto', { centavos: 101, moneda: 'COP' }, { valor: 1, pagado: false }],
    ['valor_distinto', { centavos: 1, moneda: 'COP' }, { valor: 1, pagado: false }],
    ['moneda_distinta', { centavos: 100, moneda: 'USD' }, { valor: 1, pagado: false }],
    ['aprobada_dos_veces', { centavos: 100, moneda: 'COP' }, { valor: 1, pagado: true }],
    ['referencia_desconocida', { centavos: 100, moneda: 'COP' }, undefined],
  ] as const)('meets %s', (novedad, transaccion, intento) => {
    expect(novedadDe(transaccion, intento)).toBe(novedad);
  });
});

it('asks again later and later', () => {
  expect(esperaDe(0)).toBe(120_000);
  expect(esperaDe(99)).toBe(esperaDe(6));
  expect(esperaDe(3)).toBeGreaterThan(esperaDe(2));
});

it('names a way of paying for every method, and pesos in cents', () => {
  expect(['CARD', 'PSE', 'NEQUI', 'something new'].map(medioDe)).toEqual([
    'Tarjeta',
    'PSE',
    'Transferencia',
    'Transferencia',
  ]);
  expect(enCentavos(87_450)).toBe(8_745_000);
});
