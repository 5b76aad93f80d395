// An explanation of every method, made as a run makes the bill: the numbers in the text are those of the data.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Metodo } from '../consumo/listas.ts';
import { METODOS } from '../consumo/listas.ts';
import { estadoInicial, medir } from '../consumo/medir.ts';
import type { EstadoConsumo, Lectura } from '../consumo/medir.ts';
import type { Promedio } from '../consumo/promedio.ts';
import { resolver, sinMedidor } from '../consumo/resolver.ts';
import { liquidar } from '../tarifa/liquidar.ts';
import { explicarFactura } from './explicar-factura.ts';
import type { FacturaExplicable, LineaExplicable } from './factura-explicable.ts';
import { fechaLarga, promedioEscrito } from './palabras.ts';

const FECHA = '2016-05-01';
const HISTORIA = [10, 12, 11, 13, 12, 16];

type Caso = {
  antes?: Partial<EstadoConsumo>;
  lectura?: Lectura | null;
  grupo?: Promedio | null;
  politica?: 'advertir' | 'retener';
  fuga?: boolean;
  aforo?: boolean;
  traza?: Partial<NonNullable<FacturaExplicable['calculo']>>;
  factura?: Partial<FacturaExplicable>;
  otras?: LineaExplicable[];
  uso?: 'residencial' | 'comercial';
  meses?: 1 | 2;
};

/** A bill of the price list of Marinilla (dominio 1.9), from a state and a reading, as the run computes it. */
function factura(caso: Caso): FacturaExplicable {
  const {
    lectura = null,
    grupo = null,
    politica = 'advertir',
    fuga = false,
    aforo = false,
    uso = 'residencial',
    meses = 1,
    otras = [],
  } = caso;
  const antes = { ...estadoInicial(118), historia: HISTORIA, ...caso.antes };
  const medicion = medir(antes, lectura);
  const consumo = aforo ? sinMedidor(antes) : resolver(antes, medicion, grupo, { politica, meses, fecha: FECHA, fuga });
  const { m3 } = consumo;
  const estrato = uso === 'residencial' ? 2 : null;
  const { lineas, total } = liquidar({
    altitud_msnm: 2120,
    uso,
    estrato,
    meses,
    servicios: ['acueducto'],
    tarifas: { acueducto: { cargo_fijo: '4276.37', consumo: '1322.96' } },
    factores: { acueducto: uso === 'residencial' ? '-0.20' : '0.50' },
    consumo_m3: m3,
    fecha: FECHA,
  });
  const conceptos = [...lineas, ...otras];
  return {
    numero_factura: 'SPD000000001',
    fecha_emision: '2016-05-31',
    fecha_vencimiento: '2016-06-15',
    valor_total: total + otras.reduce((suma, { valor }) => suma + valor, 0),
    saldo_anterior: 0,
    en_reclamo: 0,
    consumo_m3: m3,
    metodo: consumo.metodo,
    conceptos,
    periodo: { codigo: '2016-05', desde: FECHA, hasta: '2016-05-31' },
    calculo: {
      altitud_msnm: 2120,
      meses,
      fecha: FECHA,
      uso,
      estrato,
      unidades: 1,
      antes,
      lectura: lectura && { ...lectura, fecha: '2016-05-31' },
      grupo,
      promedio: consumo.promedio,
      en_investigacion: consumo.en_investigacion,
      despues: consumo.estado_despues,
      ...caso.traza,
    },
    tarifa: { vigente_desde: '2016-05-01', fuente: 'Acuerdo 12 de 2016' },
    medidor: 'M-0001',
    causal: null,
    terceros: [],
    ...caso.factura,
  };
}

const textoDe = (caso: Caso, clave?: string) =>
  explicarFactura(factura(caso))
    .filter((seccion) => clave === undefined || seccion.clave === clave)
    .flatMap(({ frases }) => frases.map(({ texto }) => texto))
    .join('\n');

/** One case for each method, with what its text must say. */
const CASOS: Record<Metodo, [Caso, string[]]> = {
  medido: [{ lectura: { dial: 130 } }, ['130 - 118 = 12 m³', 'Se cobra lo que avanzó el medidor: 12 m³']],
  regularizado: [
    { lectura: { dial: 130 }, antes: { estimado: 20, arrastre: -3 } },
    ['130 - 118 = 12 m³', '12 - 20 - 3 = -11 m³', 'Se cobran 0 m³', '11 m³, queda a su favor'],
  ],
  promedio: [
    { factura: { causal: 'Predio cerrado' } },
    ['Predio cerrado', 'sigue siendo 118', '10 + 12 + 11 + 13 + 12 + 16 = 74 m³', '12,33… m³', 'redondeado da 12 m³'],
  ],
  similares: [
    { antes: { historia: [] }, grupo: { suma: 55, n: 4 } },
    ['4 cuentas de uso residencial estrato 2', 'suman 55 m³', '13,75 m³', 'redondeado da 14 m³'],
  ],
  provisional: [
    { lectura: { dial: 158 }, politica: 'retener' },
    ['158 - 118 = 40 m³', 'El medidor avanzó 40 m³', 'se cobran 12 m³', 'Quedan en investigación 28 m³', 'más de 65 %'],
  ],
  sin_base: [{ antes: { historia: [] } }, ['no hay con qué estimar', 'Se cobran 0 m³']],
  aforo: [
    { aforo: true, traza: { vertimiento: { modo: 'aforo', m3_mes: 30 } } },
    ['no tiene medidor de acueducto', 'de vertimiento: 30 m³'],
  ],
  fuga: [
    { lectura: { dial: 200 }, fuga: true },
    ['El medidor avanzó 82 m³', '12,33… m³', 'se cobran 12 m³', 'dos meses'],
  ],
};

describe('explicarFactura', () => {
  it.each(METODOS)('says how the m³ of a bill %s were found', (metodo) => {
    const [caso, esperado] = CASOS[metodo];
    expect(factura(caso).metodo).toBe(metodo);
    const texto = textoDe(caso);
    for (const parte of esperado) expect(texto).toContain(parte);
  });

  it('gives every sentence its norm and leaves no section empty', () => {
    for (const [caso] of Object.values(CASOS))
      for (const { frases } of explicarFactura(factura(caso))) {
        expect(frases.length).toBeGreaterThan(0);
        for (const { texto, norma } of frases) {
          expect(norma).toMatch(/Ley|CRA/);
          expect(texto).toMatch(/[.]$/);
          expect(texto).not.toMatch(/undefined|null|NaN/);
        }
      }
  });

  it('adds up a meter that went round (dominio 2.2: 99,987 to 12 with 5 digits gives 25)', () => {
    const caso = { antes: { ref: 99_987 }, lectura: { dial: 12, vuelta_digitos: 5 } };
    expect(textoDe(caso)).toContain('100.000 - 99.987 + 12 = 25 m³');
  });

  it('adds up the parts of two meters', () => {
    const texto = textoDe({ lectura: { dial: 5, cambios: [{ retiro: 125, inicial: 0 }] } }, 'lectura');
    expect(texto).toContain('Con el medidor retirado: 125 - 118 = 7 m³');
    expect(texto).toContain('Con el medidor nuevo: 5 - 0 = 5 m³');
    expect(texto).toContain('En total: 12 m³');
  });

  it('says that a lower reading was not accepted, and that a first one only starts', () => {
    expect(textoDe({ lectura: { dial: 100 } }, 'lectura')).toContain('menos que la lectura anterior, 118');
    expect(textoDe({ antes: { ref: null }, lectura: { dial: 4 } }, 'lectura')).toContain('su primera lectura');
  });

  it('compares with the average exactly: 20 m³ against 74/6 are 62,2 % more, no deviation', () => {
    const texto = textoDe({ lectura: { dial: 138 } }, 'comparacion');
    expect(texto).toContain('12,33… m³');
    expect(texto).toContain('20 m³, 62,2 % más');
    expect(texto).toContain('no lo es');
    const enorme = { lectura: { dial: 160 } };
    expect(textoDe(enorme, 'comparacion')).toContain('lo es. Se cobra lo medido y la empresa debe revisar');
    expect(textoDe({ ...enorme, traza: { accion: 'confirmar' } }, 'comparacion')).toContain('la confirmó');
  });

  it('says whose average bills a held deviation: that of its like when it has no history', () => {
    const nueva = { antes: { historia: [] }, lectura: { dial: 118 }, grupo: { suma: 136, n: 17 } };
    const texto = textoDe({ ...nueva, politica: 'retener' }, 'consumo');
    expect(texto).toContain('El promedio de 17 cuentas parecidas medidas en este periodo es 8 m³: se cobran 8 m³');
    expect(texto).toContain('8 m³ de menos');
    expect(textoDe({ lectura: { dial: 158 }, politica: 'retener' })).toContain('de sus últimos 6 periodos medidos');
  });

  it('shows ranges by altitude and how the m³ fall into them, doubled for two months', () => {
    const mensual = textoDe({ lectura: { dial: 130 } }, 'rangos');
    expect(mensual).toContain('2.120 metros');
    expect(mensual).toContain('hasta 11 m³ al mes');
    expect(mensual).toContain('11 m³ de consumo básico y 1 m³ de complementario');
    expect(textoDe({ lectura: { dial: 130 }, meses: 2 }, 'rangos')).toContain('22 m³ y 44 m³');
    expect(textoDe({ lectura: { dial: 130 }, uso: 'comercial' }, 'rangos')).toContain('comercial no tiene rangos');
  });

  it('explains every line to its peso, and the subsidies together', () => {
    const bill = factura({ lectura: { dial: 130 } });
    const texto = textoDe({ lectura: { dial: 130 } });
    for (const { concepto, formula } of bill.conceptos) expect(texto).toContain(`${concepto}: ${formula}.`);
    const subsidio = bill.conceptos.filter(({ codigo }) => codigo.startsWith('subsidio'));
    const suma = subsidio.reduce((total, { valor }) => total - valor, 0);
    expect(textoDe({ lectura: { dial: 130 } }, 'apoyos')).toContain(
      `recibe $ ${suma.toLocaleString('es-CO')} de subsidio`,
    );
  });

  it('names the tariff version, why it is that one, and how to claim until when', () => {
    const texto = textoDe({ lectura: { dial: 130 } });
    expect(texto).toContain('1 de mayo de 2016 (Acuerdo 12 de 2016)');
    expect(texto).toContain('hasta el 31 de octubre de 2016, cinco meses');
  });

  it('shows what is owed from before, interest, and what is under claim', () => {
    const linea = { cantidad: '1', valor_unitario: '', norma: 'Ley 142/1994 art. 96', servicio: 'acueducto' };
    const interes = { ...linea, codigo: 'interes_mora', concepto: 'Interés de mora', formula: '', valor: 216 };
    const caso = {
      lectura: { dial: 130 },
      otras: [interes],
      factura: { saldo_anterior: 87_450, en_reclamo: 10_000, terceros: [{ nombre: 'Aseo S.A.', valor: 9_000 }] },
    };
    const { valor_total } = factura(caso);
    const texto = textoDe(caso);
    expect(texto).toContain('Interés de mora: $ 216.');
    expect(texto).toContain('debía $ 87.450 de antes');
    expect(texto).toContain('$ 10.000 en reclamo');
    expect(texto).toContain(
      `Pague $ ${(valor_total + 77_450).toLocaleString('es-CO')} a más tardar el 15 de junio de 2016`,
    );
    expect(texto).toContain('$ 9.000 de esta factura son de Aseo S.A.');
  });

  it('keeps what is in favour when there is more of it than of the bill', () => {
    const texto = textoDe({ lectura: { dial: 130 }, factura: { saldo_anterior: -1_000_000 } }, 'a_pagar');
    expect(texto).toContain('a favor');
    expect(texto).toContain('No tiene nada que pagar');
  });

  it('explains a bill written by hand by its lines alone', () => {
    const otras = [{ ...LINEA, concepto: 'Revisión técnica', valor: 45_000 }];
    const manual = {
      calculo: null,
      tarifa: null,
      metodo: null,
      consumo_m3: null,
      conceptos: otras,
      valor_total: 45_000,
    };
    const secciones = explicarFactura({ ...factura({}), ...manual });
    expect(secciones.map(({ clave }) => clave)).toEqual(['otros_cobros', 'total', 'a_pagar', 'reclamar']);
  });

  it('explains own sources, pro-rated periods, mixed multiusuarios and readings set aside', () => {
    const lectura = { dial: 130 };
    const con = (traza: Caso['traza']) => textoDe({ lectura, traza: traza ?? {} });
    expect(con({ vertimiento: { modo: 'fuente_propia', m3_mes: 30 } })).toContain('12 + 30 = 42 m³');
    expect(con({ vertimiento: { modo: 'aforo', m3_mes: 30 } })).toContain('de vertimiento: 30 m³');
    expect(con({ prorrata: { dias: 10, dias_ciclo: 31 } })).toContain('10 de los 31 días');
    expect(con({ accion: 'promediar' })).toContain('decidió no usarla');
    const clases = [
      { uso: 'residencial', estrato: 2, unidades: 3 },
      { uso: 'comercial', estrato: null, unidades: 1 },
    ];
    expect(con({ clases })).toContain('3 unidades de estrato 2 y 1 unidad de uso comercial');
  });

  it('never speaks of numbers that are not there, whatever the state and the reading', () => {
    const estado = fc.record({
      ref: fc.option(fc.nat(99_999), { nil: null }),
      estimado: fc.nat(50),
      arrastre: fc.integer({ min: -50, max: 0 }),
      historia: fc.array(fc.nat(80), { maxLength: 6 }),
    });
    const lectura = fc.option(fc.record({ dial: fc.nat(99_999) }), { nil: null });
    const grupo = fc.option(fc.record({ suma: fc.nat(500), n: fc.integer({ min: 1, max: 40 }) }), { nil: null });
    const politica = fc.constantFrom('advertir' as const, 'retener' as const);
    fc.assert(
      fc.property(estado, lectura, grupo, politica, (antes, leida, similares, regla) => {
        const caso = { antes, lectura: leida, grupo: similares, politica: regla };
        const texto = textoDe(caso);
        expect(texto).not.toMatch(/undefined|null|NaN|--/);
        expect(textoDe(caso, 'consumo')).toContain(`${(factura(caso).consumo_m3 ?? 0).toLocaleString('es-CO')} m³`);
      }),
      { numRuns: 500 },
    );
  });
});

const LINEA = { servicio: 'otros', codigo: 'otro', cantidad: '1', valor_unitario: '', formula: '', norma: '' };

describe('words', () => {
  it('writes dates and exact averages', () => {
    expect(fechaLarga('2016-02-29')).toBe('29 de febrero de 2016');
    expect([
      promedioEscrito({ suma: 25, n: 2 }),
      promedioEscrito({ suma: 10, n: 3 }),
      promedioEscrito({ suma: 1, n: 8 }),
    ]).toEqual(['12,50', '3,33…', '0,12…']);
  });
});
