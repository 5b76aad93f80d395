// Whatever is corrected, bill and notes are what the bill would have been, and the opposite gives the books back.
import { diferenciaLineas, invertirLineas, valorDe } from '@cunservicios/domain/cartera/nota';
import { type EstadoConsumo, estadoInicial } from '@cunservicios/domain/consumo/medir';
import { dependeDelGrupo } from '@cunservicios/domain/consumo/resolver';
import { addMonths } from '@cunservicios/domain/calendario/fechas';
import { limiteCobro } from '@cunservicios/domain/plazos/plazos';
import { prepararTarifa } from '@cunservicios/domain/tarifa/corrida';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Calculo, type CuentaCalculada, calcularCuenta, medirCuenta } from '../facturacion/calcular-cuenta.ts';
import { TARIFA } from '../testing/billed.ts';
import type { FacturaEnCadena } from './cadena.queries.ts';
import { type Fuentes, reliquidar } from './reliquidar.ts';

const REGLAS = { tarifa_id: 1, altitud_msnm: 2120, meses: 1 as const };
const OTRA = { ...TARIFA, servicios: { acueducto: { cargo_fijo: '5100.05', consumo: '1499.99' } } };
/** What the others of its group measured, every month. */
const OTROS = { suma: 47, n: 3 };

const fuentes: Fuentes = {
  tarifaDe: async ({ tarifa_id, ...periodo }) => prepararTarifa(tarifa_id === 1 ? TARIFA : OTRA, periodo),
  grupoDe: async () => OTROS,
};

type Mes = { avance: number; leido: boolean };
type Historia = { meses: Mes[]; estrato: number; politica: 'advertir' | 'retener' };

/** Bills of one account as a run makes them, month after month; `cambiar` is known from the start. */
async function facturar(
  { meses, estrato, politica }: Historia,
  cambiar: (calculo: Calculo, n: number) => Calculo = (calculo) => calculo,
) {
  const made: CuentaCalculada[] = [];
  let antes: EstadoConsumo = estadoInicial(1_000);
  let dial = 1_000;
  for (const [n, { avance, leido }] of meses.entries()) {
    dial += avance;
    const fecha = addMonths('2026-01-01', n);
    const base = { ...REGLAS, politica, fecha, uso: 'residencial', estrato, servicios: ['acueducto'], unidades: 1 };
    const lectura = leido ? { dial, fecha } : null;
    const calculo = conGrupo(cambiar({ ...base, antes, lectura, grupo: null } as unknown as Calculo, n));
    const cuenta = calcularCuenta(await fuentes.tarifaDe(calculo), calculo, calculo);
    made.push(cuenta);
    antes = cuenta.calculo.despues;
  }
  return made;
}

/** As a run does: the average of its group, itself included, where the bill depends on it. */
function conGrupo(calculo: Calculo): Calculo {
  const medicion = medirCuenta(calculo);
  if (!dependeDelGrupo(calculo.antes, medicion, calculo)) return calculo;
  const { suma, n } = OTROS;
  const { limpia, neto } = medicion;
  return { ...calculo, grupo: limpia && neto !== null ? { suma: suma + neto, n: n + 1 } : OTROS };
}

const enCadena = (cuentas: CuentaCalculada[]): FacturaEnCadena[] =>
  cuentas.map(({ conceptos, consumo_m3, calculo, valor_total }, n) => ({
    id: n + 1,
    numero_factura: `F-${n + 1}`,
    cliente_id: 1,
    periodo_id: n + 1,
    periodo: calculo.fecha.slice(0, 7),
    desde: calculo.fecha,
    hasta: calculo.fecha,
    fecha_emision: addMonths(calculo.fecha, 1),
    valor_total,
    conceptos,
    corregido: [],
    notas: 0,
    consumo_m3,
    calculo,
  }));

const historia = fc.record({
  meses: fc.array(fc.record({ avance: fc.integer({ min: 0, max: 60 }), leido: fc.boolean() }), {
    minLength: 1,
    maxLength: 10,
  }),
  estrato: fc.integer({ min: 1, max: 6 }),
  politica: fc.constantFrom('advertir' as const, 'retener' as const),
});

const cambio = fc.oneof(
  fc.record({ tipo: fc.constant('lectura' as const), n: fc.nat(9), mas: fc.integer({ min: -20, max: 20 }) }),
  fc.record({ tipo: fc.constant('estrato' as const), n: fc.nat(9), estrato: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ tipo: fc.constant('tarifa' as const), n: fc.nat(9) }),
);

type Cambio = typeof cambio extends fc.Arbitrary<infer T> ? T : never;

/** The same object where the change does not reach, as the real ones. */
function aplicar(cambio: Cambio, calculo: Calculo, n: number): Calculo {
  if (cambio.tipo === 'lectura') {
    const { lectura } = calculo;
    return n === cambio.n && lectura !== null
      ? { ...calculo, lectura: { ...lectura, dial: Math.max(0, lectura.dial + cambio.mas) } }
      : calculo;
  }
  if (n < cambio.n) return calculo;
  return cambio.tipo === 'estrato' ? { ...calculo, estrato: cambio.estrato } : { ...calculo, tarifa_id: 2 };
}

it('bill and notes are the bill that would have been, up to the five months; a second look finds nothing', async () => {
  await fc.assert(
    fc.asyncProperty(historia, cambio, fc.integer({ min: 0, max: 14 }), async (vida, que, mes) => {
      const hoy = addMonths('2026-01-15', mes);
      const cadena = enCadena(await facturar(vida));
      const debidas = await facturar(vida, (calculo, n) => aplicar(que, calculo, n));
      const cambiar = (f: FacturaEnCadena, calculo: Calculo) => aplicar(que, calculo, f.id - 1);
      const { tocadas, despues } = await reliquidar(cadena, cambiar, fuentes, { hoy, sustento: null });
      for (const { factura, lineas, omitida, debida } of tocadas) {
        const debio = debidas[factura.id - 1]!;
        expect(debida.conceptos).toEqual(debio.conceptos);
        const cobrado = factura.valor_total + valorDe(lineas);
        const tarde = debida.valor_total > factura.valor_total && hoy > limiteCobro(factura.fecha_emision);
        expect(omitida).toBe(tarde ? 'plazo_de_cobro' : null);
        expect(cobrado).toBe(tarde ? factura.valor_total : debida.valor_total);
        const quedan = tarde ? factura.conceptos : debida.conceptos;
        expect(diferenciaLineas(factura.conceptos, lineas, quedan)).toEqual([]);
        // The opposite note gives the bill back to the peso, line by line.
        const vuelta = [...lineas, ...invertirLineas(lineas)];
        expect(diferenciaLineas(factura.conceptos, vuelta, factura.conceptos)).toEqual([]);
      }
      const ultima = debidas.at(-1)!.calculo.despues;
      expect(despues ?? cadena.at(-1)!.calculo.despues).toEqual(ultima);
      // Applied, the same change has nothing left to do.
      const puestas = cadena.map((f) => {
        const hecha = tocadas.find(({ factura }) => factura === f);
        return hecha
          ? { ...f, corregido: hecha.lineas, calculo: hecha.debida.calculo, consumo_m3: hecha.debida.consumo_m3 }
          : f;
      });
      const otraVez = await reliquidar(puestas, (_, calculo) => ({ ...calculo }), fuentes, { hoy, sustento: null });
      for (const { lineas } of otraVez.tocadas) expect(lineas).toEqual([]);
      expect(otraVez.despues).toBeNull();
    }),
    { numRuns: 1_000 },
  );
});

it('a bill of which nothing changed is not touched', async () => {
  const cadena = enCadena(await facturar({ meses: [{ avance: 9, leido: true }], estrato: 2, politica: 'advertir' }));
  const { tocadas, despues } = await reliquidar(cadena, (_, calculo) => calculo, fuentes, {
    hoy: '2026-07-01',
    sustento: null,
  });
  expect(tocadas).toEqual([]);
  expect(despues).toBeNull();
});
