import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oraculo from '../../test-data/identificadores-y-archivos.json' with { type: 'json' };
import { digitoVerificacion } from '../documento/nit.ts';
import { ReglaError } from '../regla.ts';
import {
  CAMPOS,
  type DetalleRecaudo,
  type EncabezadoRecaudo,
  type LoteRecaudo,
  PERFIL_COMUN,
  type PerfilBanco,
} from './asobancaria-campos.ts';
import { type Esperado, lectorAsobancaria } from './asobancaria.ts';
import { escribirAsobancaria } from './escribir-asobancaria.ts';

const ESPERADO: Esperado = { nit: '900123818', dv: 0, hoy: '2026-07-31', perfilDe: () => PERFIL_COMUN };

function leer(lineas: Iterable<string>, esperado: Partial<Esperado> = {}) {
  const lector = lectorAsobancaria({ ...ESPERADO, ...esperado });
  const detalles = [...lineas].flatMap((linea) => lector.leer(linea) ?? []);
  return { ...lector.terminar(), detalles };
}

/** The line at fault, and why. */
function rechazo(lineas: Iterable<string>, esperado: Partial<Esperado> = {}) {
  try {
    leer(lineas, esperado);
  } catch (error) {
    if (error instanceof ReglaError) return { linea: error.detalle?.['linea'], mensaje: error.message };
    throw error;
  }
  return undefined;
}

const muestra = oraculo.asobancaria2001;
const cambiar = (n: number, cambio: (linea: string) => string) =>
  muestra.map((linea, i) => (i === n - 1 ? cambio(linea) : linea));
const poner = (desde: number, valor: string) => (linea: string) =>
  linea.slice(0, desde - 1) + valor + linea.slice(desde - 1 + valor.length);

describe('a collection file of the bank', () => {
  it('is read as the sample says', () => {
    const { detalles, ...archivo } = leer(muestra);
    expect(archivo).toEqual({
      perfil: PERFIL_COMUN,
      nit: '9001238180',
      fecha: '2026-07-15',
      banco: '007',
      cuenta: '00000123456789',
      fecha_archivo: '2026-07-16',
      hora: '0830',
      modificador: 'A',
      tipo_cuenta: '01',
      lotes: 1,
      registros: 2,
      total: 113_350,
      centavos: 50,
    });
    expect(detalles).toEqual([
      {
        linea: 3,
        lote: 1,
        secuencia: 1,
        referencia: '10012345202607',
        valor: 87_450,
        centavos: 0,
        origen: '01',
        canal: '01',
        operacion: '000152',
        autorizacion: '000000',
        entidad: '000',
        sucursal: '0123',
        causal_devolucion: null,
      },
      {
        linea: 4,
        lote: 1,
        secuencia: 2,
        referencia: '10012346202607',
        valor: 25_900,
        centavos: 50,
        origen: '03',
        canal: '15',
        operacion: '000153',
        autorizacion: '000077',
        entidad: '000',
        sucursal: '0123',
        causal_devolucion: null,
      },
    ]);
  });

  it('is written as the sample is, in lines of 162', () => {
    const { detalles, ...archivo } = leer(muestra);
    const lineas = [...escribirAsobancaria(archivo, [{ codigo_servicio: '7709998000018', lote: 1, detalles }])];
    // A return reason that is none is written as zeros, where the sample leaves blanks.
    const sinCausal = (linea: string) => (linea.startsWith('06') ? poner(95, '   ')(linea) : linea).trimEnd();
    expect(lineas.map(sinCausal)).toEqual(muestra.map((linea) => linea.trimEnd()));
    expect(lineas.every((linea) => linea.length === 162)).toBe(true);
  });

  it('may have its NIT with or without check digit, as its profile says', () => {
    const sinDv = cambiar(1, poner(3, '0900123818'));
    expect(rechazo(sinDv)).toBeUndefined();
    const conDv = { perfilDe: () => ({ ...PERFIL_COMUN, nit: 'con_dv' as const }) };
    expect(rechazo(sinDv, conDv)?.mensaje).toMatch(/^Línea 1: el archivo es del NIT 0900123818/);
    expect(rechazo(muestra, conDv)).toBeUndefined();
  });

  it('may have amounts without decimals, a shorter reference and rows without numbers, as its profile says', () => {
    const perfil: PerfilBanco = {
      ...PERFIL_COMUN,
      con_decimales: false,
      referencia_desde: 37,
      referencia_hasta: 44,
      secuencia: 'linea',
    };
    const { detalles, total, centavos } = leer(muestra, { perfilDe: () => perfil });
    expect(detalles.map(({ referencia, valor, secuencia }) => [referencia, valor, secuencia])).toEqual([
      ['10012345', 8_745_000, 3],
      ['10012346', 2_590_050, 4],
    ]);
    expect([total, centavos]).toEqual([11_335_050, 0]);
  });

  it.each<[string, string[], number, RegExp, Partial<Esperado>?]>([
    ['nothing', [], 0, /llegó cortado/],
    ['its last line missing', muestra.slice(0, -1), 5, /llegó cortado/],
    ['a line missing', muestra.toSpliced(3, 1), 4, /control dice 2 registros y el lote trae 1/],
    ['a line twice', muestra.toSpliced(3, 0, muestra[3] as string), 6, /2 registros y el lote trae 3/],
    ['a line cut', cambiar(4, (linea) => linea.slice(0, 80)), 4, /tiene 80 posiciones/],
    ['a line too long', cambiar(4, (linea) => `${linea}   `), 4, /tiene 165 posiciones/],
    ['its controls swapped', muestra.toSpliced(4, 2, muestra[5] as string, muestra[4] as string), 5, /se esperaba/],
    [
      'a detail outside a batch',
      muestra.toSpliced(1, 1),
      2,
      /se esperaba encabezado de lote \(05\) o control del archivo/,
    ],
    ['something after its end', [...muestra, muestra[5] as string], 7, /después del control del archivo/],
    ['an empty line inside', muestra.toSpliced(2, 0, ''), 3, /vacía/],
    ['an unknown record', cambiar(3, poner(1, '07')), 3, /un registro "07"/],
    ['another amount', cambiar(3, poner(58, '9')), 5, /dice un total de \$ 113350,50 y el lote suma \$ 123350,50/],
    ['another total of the file', cambiar(6, poner(29, '1')), 6, /dice un total/],
    ['another count of the file', cambiar(6, poner(11, '3')), 6, /dice 3 registros y el archivo trae 2/],
    ['another batch in its control', cambiar(5, poner(33, '2')), 5, /el control es del lote 2/],
    ['letters for an amount', cambiar(3, poner(60, 'X')), 3, /el valor \(posiciones 51 a 64\)/],
    ['another NIT', cambiar(1, poner(3, '8909049961')), 1, /es de otra empresa/],
    ['a day that does not exist', cambiar(1, poner(13, '20260231')), 1, /no es una fecha que exista/],
    ['a day after today', muestra, 1, /posterior a hoy/, { hoy: '2026-07-14' }],
    ['no modifier', cambiar(1, poner(53, ' ')), 1, /modificador/],
    ['UTF-16', cambiar(1, (linea) => linea.split('').join('\0')), 1, /otra codificación/],
    ['an accent', cambiar(4, poner(162, 'Ñ')), 4, /posición 162/],
    ['a byte order mark', cambiar(1, (linea) => `\u00ef\u00bb\u00bf${linea}`), 1, /otra codificación/],
    [
      'another service',
      muestra,
      2,
      /servicio 7709998000018/,
      { perfilDe: () => ({ ...PERFIL_COMUN, codigo_servicio: '7709998000025' }) },
    ],
  ])('is refused with %s', (_, lineas, linea, mensaje, esperado) => {
    const hallado = rechazo(lineas, esperado);
    expect(hallado?.mensaje).toMatch(mensaje);
    expect(hallado?.linea).toBe(linea);
  });
});

const cifras = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`));
const detalle: fc.Arbitrary<DetalleRecaudo> = fc.record({
  lote: fc.constant(0),
  secuencia: fc.nat(9_999_999),
  referencia: fc.oneof(fc.constant(''), fc.stringMatching(/^[1-9]\d{0,47}$/)),
  valor: fc.nat({ max: 999_999_999_999 }),
  centavos: fc.nat(99),
  origen: cifras(2),
  canal: cifras(2),
  operacion: cifras(6),
  autorizacion: cifras(6),
  entidad: cifras(3),
  sucursal: cifras(4),
  causal_devolucion: fc.option(fc.stringMatching(/^[A-Z][0-9]{2}$/)),
});
const fecha = fc
  .integer({ min: 0, max: 200 })
  .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
const nit = cifras(9).filter((n) => n !== '000000000');
const archivo = fc.record({
  nit,
  encabezado: fc.record({
    fecha,
    banco: cifras(3),
    cuenta: fc.stringMatching(/^\d{0,17}$/),
    fecha_archivo: fecha,
    hora: cifras(4),
    modificador: fc.stringMatching(/^[A-Z]$/),
    tipo_cuenta: fc.constantFrom('01', '02', '03'),
  }),
  lotes: fc
    .array(
      fc.record({ lote: fc.nat(9999), codigo_servicio: cifras(13), detalles: fc.array(detalle, { maxLength: 4 }) }),
      {
        maxLength: 3,
      },
    )
    .map((lotes) => lotes.map((uno) => ({ ...uno, detalles: uno.detalles.map((d) => ({ ...d, lote: uno.lote })) }))),
});

type Archivo = {
  nit: string;
  encabezado: Omit<EncabezadoRecaudo, 'nit'>;
  lotes: (LoteRecaudo & { detalles: DetalleRecaudo[] })[];
};
function escrito({ nit: sinDv, encabezado, lotes }: Archivo) {
  const dv = digitoVerificacion(sinDv);
  const completo = { ...encabezado, nit: `${sinDv}${dv}` };
  return { esperado: { nit: sinDv, dv }, completo, lineas: [...escribirAsobancaria(completo, lotes)] };
}

describe('any file', () => {
  it('that is written is read again as it was', () => {
    fc.assert(
      fc.property(archivo, (uno) => {
        const { esperado, completo, lineas } = escrito(uno);
        const { detalles, registros, lotes, total, centavos, perfil, ...encabezado } = leer(lineas, esperado);
        expect(encabezado).toEqual(completo);
        expect(perfil).toBe(PERFIL_COMUN);
        const todos = uno.lotes.flatMap((lote) => lote.detalles);
        expect(detalles.map(({ linea: _, ...resto }) => resto)).toEqual(todos);
        expect(detalles.every(({ linea, operacion }) => lineas[linea - 1]?.includes(operacion))).toBe(true);
        expect([lotes, registros]).toEqual([uno.lotes.length, todos.length]);
        expect(BigInt(total) * 100n + BigInt(centavos)).toBe(
          todos.reduce((suma, d) => suma + BigInt(d.valor) * 100n + BigInt(d.centavos), 0n),
        );
      }),
      { numRuns: 300 },
    );
  });

  // Where a digit is proven by something else: amounts, counts, totals, batch numbers, NIT, kinds of record.
  const PROBADO: Record<string, readonly (readonly [number, number])[]> = {
    '01': [[1, 2], CAMPOS.archivo.nit],
    '05': [[1, 2], CAMPOS.lote.lote],
    '06': [[1, 2], CAMPOS.detalle.valor],
    '08': [[1, 2], ...Object.values(CAMPOS.control_lote)],
    '09': [[1, 2], ...Object.values(CAMPOS.control_archivo)],
  };

  it('with a digit changed where another one proves it is refused, at that line or after it', () => {
    fc.assert(
      fc.property(archivo, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }), (uno, cual, donde, mas) => {
        const { esperado, lineas } = escrito(uno);
        const n = cual % lineas.length;
        const linea = lineas[n] as string;
        const tramos = PROBADO[linea.slice(0, 2)] ?? [];
        const posiciones = tramos.flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => a + i));
        const posicion = posiciones[donde % posiciones.length] as number;
        const otra = String((Number(linea[posicion - 1]) + mas) % 10);
        const roto = lineas.with(n, poner(posicion, otra)(linea));
        const hallado = rechazo(roto, esperado);
        expect(hallado?.linea).toBeGreaterThanOrEqual(n + 1);
        expect(hallado?.mensaje).toMatch(new RegExp(`^Línea ${Number(hallado?.linea)}: `));
      }),
      { numRuns: 500 },
    );
  });

  it('with a line cut, left out or swapped with another kind is refused', () => {
    const dano = fc.constantFrom('cortar', 'quitar', 'cambiar');
    fc.assert(
      fc.property(archivo, fc.nat(), fc.integer({ min: 1, max: 160 }), dano, (uno, cual, largo, que) => {
        const { esperado, lineas } = escrito(uno);
        const n = cual % lineas.length;
        const linea = lineas[n] as string;
        const otra = lineas.findIndex((una) => una.slice(0, 2) !== linea.slice(0, 2));
        const roto =
          que === 'cortar'
            ? lineas.with(n, linea.slice(0, largo))
            : que === 'quitar'
              ? lineas.toSpliced(n, 1)
              : lineas.with(n, lineas[otra] as string).with(otra, linea);
        expect(rechazo(roto, esperado)?.linea).toBeTypeOf('number');
      }),
      { numRuns: 500 },
    );
  });
});
