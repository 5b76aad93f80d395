import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oraculo from '../../test-data/consumo-y-mora.json' with { type: 'json' };
import { fraccion, textoFraccion } from '../decimal.ts';
import { compararConsumo } from './desviacion.ts';
import { dialDe, lecturasDelPeriodo } from './lecturas.ts';
import { estadoInicial, medir, noTomada } from './medir.ts';
import type { EstadoConsumo, Lectura } from './medir.ts';
import { m3Promedio, promedioDe } from './promedio.ts';
import { resolver } from './resolver.ts';

describe('significant deviation', () => {
  it.each(oraculo.desviaciones.map((c) => [c.actual, c.historia.join(','), c] as const))(
    '%s against [%s]',
    (_, __, caso) => {
      const { esperado, historia, actual, bimestral, promedio_estrato } = caso;
      const grupo = promedio_estrato === null ? null : { suma: promedio_estrato, n: 1 };
      const vista = compararConsumo(actual, { historia, grupo, meses: bimestral ? 2 : 1 });
      expect([vista.base, vista.desviacion]).toEqual([esperado.metodo, esperado.desviacion]);
      if (esperado.promedio === undefined || vista.promedio === null) return;
      expect(textoFraccion(fraccion(BigInt(vista.promedio.suma), BigInt(vista.promedio.n)))).toBe(esperado.promedio);
      expect(vista.umbral_pct).toBe(esperado.umbral_pct);
    },
  );

  it('an all-zero history is compared with the group', () => {
    expect(compararConsumo(1, { historia: [0, 0], grupo: { suma: 30, n: 10 }, meses: 1 })).toMatchObject({
      base: 'estrato',
      desviacion: true,
    });
  });

  it('stays exact where 53 bits end', () => {
    const grupo = { suma: 20 * 1e12, n: 1e12 };
    const desvia = (m3: number) => compararConsumo(m3, { historia: [], grupo, meses: 1 }).desviacion;
    expect([desvia(33), desvia(34), desvia(7), desvia(6)]).toEqual([false, true, false, true]);
  });
});

const estado = (cambio: Partial<EstadoConsumo>): EstadoConsumo => ({ ...estadoInicial(100), ...cambio });
const reglas = { politica: 'advertir', meses: 1 } as const;
const periodo = (antes: EstadoConsumo, lectura: Lectura | null, politica: 'advertir' | 'retener' = 'advertir') =>
  resolver(antes, medir(antes, lectura), { suma: 71, n: 10 }, { ...reglas, politica });

describe('readings', () => {
  it('counts the whole part', () => {
    expect([dialDe('36.999'), dialDe('0.5'), dialDe('12')]).toEqual([36, 0, 12]);
    for (const mala of ['', '-1', '1,5', '1e3', '1.2345']) {
      expect(() => dialDe(mala)).toThrow(expect.objectContaining({ code: 'lectura_invalida' }));
    }
  });

  it('takes the last of a period; of one day, inicial first and then the later arrival', () => {
    const l = (fecha_lectura: string, dial: number, tipo: 'inicial' | 'real' = 'real') => ({
      fecha_lectura,
      dial,
      tipo,
    });
    expect(lecturasDelPeriodo([l('2016-05-31', 64), l('2016-05-31', 63, 'inicial')])).toEqual({
      inicial: 63,
      real: 64,
    });
    expect(lecturasDelPeriodo([l('2016-05-31', 9), l('2016-05-02', 5), l('2016-05-31', 8)])).toEqual({
      inicial: null,
      real: 8,
    });
    expect(lecturasDelPeriodo([l('2016-05-02', 5), l('2016-05-03', 6, 'inicial')])).toEqual({ inicial: 6, real: null });
    expect(lecturasDelPeriodo([])).toEqual({ inicial: null, real: null });
  });
});

describe('noTomada', () => {
  const cambios = [{ retiro: 140, inicial: 5 }];
  it('leaves the reference where no meter was changed', () => {
    expect(noTomada(estado({}), { dial: 900 })).toMatchObject({ dial: null, neto: null, traslado: 0 });
  });
  it('keeps what a removed meter showed: nothing of the two dials is lost', () => {
    const antes = estado({ historia: [30] });
    const mes = resolver(antes, noTomada(antes, { dial: 900, cambios }), null, reglas);
    expect(mes).toMatchObject({ m3: 30, metodo: 'promedio', estado_despues: { ref: 5, estimado: -10 } });
    const siguiente = periodo(mes.estado_despues, { dial: 25 });
    expect(mes.m3 + siguiente.m3).toBe(140 - 100 + (25 - 5));
  });
  it('starts anew when nobody could read the old one', () => {
    const medicion = noTomada(estado({ estimado: 7 }), { dial: 900, cambios: [{ retiro: null, inicial: 5 }] });
    expect(medicion).toMatchObject({ dial: 5, reinicia: true, traslado: 0 });
  });
});

describe('medir', () => {
  it('goes round past zero with the digits of the meter that did', () => {
    const lectura = { dial: 8, vuelta_digitos: 5, cambios: [{ retiro: 3, inicial: 0, digitos: 4 }] };
    expect(medir(estado({ ref: 9_990 }), lectura)).toMatchObject({ avance: 10_000 - 9_990 + 3 + 8 });
  });

  it('does not accept a dial below the reference', () => {
    const medicion = medir(estado({}), { dial: 99 });
    expect(medicion).toMatchObject({ neto: null, dial: null, advertencias: ['lectura_menor'] });
    const despues = resolver(estado({ historia: [5] }), medicion, null, reglas);
    expect(despues).toMatchObject({
      metodo: 'promedio',
      m3: 5,
      advertencias: ['lectura_menor'],
      estado_despues: { ref: 100, estimado: 5 },
    });
  });

  it('takes a confirmed rollover: 99,987 → 12 with five digits is 25', () => {
    expect(medir(estado({ ref: 99_987 }), { dial: 12, vuelta_digitos: 5 }).avance).toBe(25);
    expect(medir(estado({ ref: 99_987 }), { dial: 99_990, vuelta_digitos: 5 }).avance).toBe(3);
    expect(() => medir(estado({ ref: 123_456 }), { dial: 12, vuelta_digitos: 5 })).toThrow(
      expect.objectContaining({ code: 'vuelta_invalida' }),
    );
  });

  it('forgives one step back for one confirmation', () => {
    const cambios = [{ retiro: 5, inicial: 90 }];
    expect(medir(estado({ ref: 99_990 }), { dial: 80, cambios, vuelta_digitos: 5 }).advertencias).toEqual([
      'lectura_menor',
    ]);
    expect(medir(estado({ ref: 99_990 }), { dial: 91, cambios, vuelta_digitos: 5 }).avance).toBe(16);
  });

  it('adds both parts of a change of meter', () => {
    expect(medir(estado({}), { dial: 7, cambios: [{ retiro: 110, inicial: 2 }] })).toMatchObject({
      avance: 15,
      dial: 7,
    });
    expect(medir(estado({}), { dial: 1, cambios: [{ retiro: 110, inicial: 2 }] }).advertencias).toEqual([
      'lectura_menor',
    ]);
    // The old meter's step back is not accepted, but its dial is no reference for the new one.
    const despues = periodo(estado({ historia: [10] }), { dial: 7, cambios: [{ retiro: 90, inicial: 2 }] });
    expect(despues).toMatchObject({ metodo: 'promedio', m3: 10, estado_despues: { ref: 7, estimado: 0 } });
    const dos = [
      { retiro: 99_999, inicial: 5 },
      { retiro: 9, inicial: 0 },
    ];
    expect(medir(estado({ ref: 99_990 }), { dial: 3, cambios: dos }).avance).toBe(9 + 4 + 3);
  });

  it('starts an account without a reference at its first reading, and takes no estimate off it', () => {
    const despues = periodo(estadoInicial(null), { dial: 50 });
    expect(despues).toMatchObject({ metodo: 'similares', m3: 7, estado_despues: { ref: 50, estimado: 0 } });
    expect(periodo(despues.estado_despues, { dial: 58 })).toMatchObject({ metodo: 'medido', m3: 8 });
  });
});

describe('resolver', () => {
  it('takes estimates off the next measurement, and carries what was too much', () => {
    const sin = periodo(estado({ historia: [10, 10] }), null);
    expect(sin).toMatchObject({ m3: 10, metodo: 'promedio', estado_despues: { ref: 100, estimado: 10 } });
    const con = periodo(sin.estado_despues, { dial: 104 });
    expect(con).toMatchObject({
      m3: 0,
      metodo: 'regularizado',
      estado_despues: { ref: 104, estimado: 0, arrastre: -6, historia: [10, 10] },
    });
    const luego = periodo(con.estado_despues, { dial: 113 });
    expect(luego).toMatchObject({
      m3: 3,
      metodo: 'regularizado',
      entra_en_historia: false,
      estado_despues: { arrastre: 0 },
    });
    expect(periodo(luego.estado_despues, { dial: 122 })).toMatchObject({
      m3: 9,
      metodo: 'medido',
      estado_despues: { historia: [10, 10, 9] },
    });
  });

  it('estimates by similar accounts, rounding half up, or bills 0', () => {
    expect(periodo(estado({}), null)).toMatchObject({ m3: 7, metodo: 'similares' });
    expect(resolver(estado({}), medir(estado({}), null), null, reglas)).toMatchObject({
      m3: 0,
      metodo: 'sin_base',
      advertencias: ['sin_base'],
    });
    expect(m3Promedio({ suma: 15, n: 2 })).toBe(8);
  });

  it('holds a deviation: new reference, average billed, out of the history', () => {
    const antes = estado({ historia: [20, 20, 20] });
    expect(periodo(antes, { dial: 150 }, 'retener')).toMatchObject({
      m3: 20,
      metodo: 'provisional',
      desviacion: true,
      en_investigacion: 30,
      advertencias: ['desviacion_significativa'],
      estado_despues: { ref: 150, estimado: 0, historia: [20, 20, 20] },
    });
    expect(periodo(antes, { dial: 150 })).toMatchObject({
      m3: 50,
      metodo: 'medido',
      desviacion: true,
      en_investigacion: 0,
    });
  });

  it('keeps six values of history and uses three when bimonthly', () => {
    const antes = estado({ historia: [1, 2, 3, 4, 5, 6] });
    expect(periodo(antes, { dial: 104 }).estado_despues.historia).toEqual([2, 3, 4, 5, 6, 4]);
    expect(promedioDe([1, 2, 3, 4, 5, 6], 3)).toEqual({ suma: 15, n: 3 });
    expect(resolver(antes, medir(antes, null), null, { ...reglas, meses: 2 }).m3).toBe(5);
  });

  it('warns of a still dial and of a meter nobody reads, each from the third time in a row', () => {
    let quieto = estado({ historia: [3] });
    let ausente = estado({ historia: [3] });
    const avisos = [0, 1, 2].map(() => {
      const [a, b] = [periodo(quieto, { dial: 100 }), periodo(ausente, null)];
      [quieto, ausente] = [a.estado_despues, b.estado_despues];
      return [a.advertencias.includes('consumo_cero'), b.advertencias.includes('medidor_sin_lectura_n')];
    });
    expect(avisos).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ]);
  });
});

describe('always', () => {
  // Without held deviations, whatever was read or not, billed = dial moved + still estimated − still carried.
  it('bills what the dial moved, no more and no less', () => {
    const pasos = fc.array(fc.option(fc.nat(60), { freq: 3 }), { maxLength: 30 });
    fc.assert(
      fc.property(pasos, (avances) => {
        let antes = estadoInicial(100);
        let dial = 100;
        let facturado = 0;
        for (const avance of avances) {
          if (avance !== null) dial += avance;
          const { m3, estado_despues } = periodo(antes, avance === null ? null : { dial });
          expect(m3).toBeGreaterThanOrEqual(0);
          facturado += m3;
          antes = estado_despues;
        }
        expect(facturado).toBe((antes.ref ?? 0) - 100 + antes.estimado - antes.arrastre);
      }),
    );
  });
});
