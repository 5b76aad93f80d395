// Whatever is read, missed, averaged, changed or turned round, what was billed is what the dials moved.
import { type EstadoConsumo, estadoInicial } from '@cunservicios/domain/consumo/medir';
import { resolver } from '@cunservicios/domain/consumo/resolver';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReglasPeriodo, medirCuenta, reglasDe } from './calcular-cuenta.ts';

const DIGITOS = 4;
const VUELTA = 10 ** DIGITOS;

const rara = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant(null), weight: 6 }, { arbitrary: value, weight: 1 });

/** A period of an account: how far its dial moved, and what the utility came to know of it. */
const mes = fc.record({
  avance: fc.nat(60),
  /** Read and accepted; not read; read and billed by average at the desk; a rollover that nobody confirmed. */
  lectura: fc.constantFrom('tomada', 'tomada', 'tomada', 'perdida', 'promediar', 'sin_confirmar'),
  /** A change of meter before the end of the period: m³ on the new one, its first dial, and whether the old was read. */
  cambio: rara(fc.record({ avance: fc.nat(40), inicial: fc.nat(VUELTA - 1), leido: fc.boolean() })),
  fuga: rara(fc.constant(true as const)),
});
const vidas = fc.record({
  meses: fc.array(mes, { minLength: 1, maxLength: 30 }),
  /** Near its last digit, a dial turns round. */
  inicial: fc.oneof(fc.constant(VUELTA - 20), fc.nat(VUELTA - 1)),
  bimestral: fc.boolean(),
  politica: fc.constantFrom('advertir' as const, 'retener' as const),
  grupo: fc.option(fc.record({ suma: fc.nat(500), n: fc.integer({ min: 1, max: 20 }) })),
});

describe('billed m³ over a life of an account', () => {
  // Left out, because no dial says them: what a meter that nobody could read moved, and what was estimated until then; and
  // what leaked (art. 146 forgives it).
  it('are what the dials moved, but for what is estimated, carried or under investigation', () => {
    fc.assert(
      fc.property(vidas, ({ meses, inicial, bimestral, politica, grupo }) => {
        const reglas: ReglasPeriodo = {
          tarifa_id: 1,
          altitud_msnm: 0,
          meses: bimestral ? 2 : 1,
          politica,
          fecha: '2024-01-01',
        };
        let antes: EstadoConsumo = estadoInicial(inicial);
        let dial = inicial; // as it shows, turned round or not
        let movido = 0; // m³ the dials moved up to the reference of `antes`
        let pendiente = 0; // and from there to now
        let facturado = 0;
        for (const { avance, lectura, cambio, fuga } of meses) {
          const ref = antes.ref ?? 0;
          const retiro = (dial + avance) % VUELTA;
          dial = cambio ? (cambio.inicial + cambio.avance) % VUELTA : retiro;
          pendiente += avance + (cambio?.avance ?? 0);
          // The office knows of a change of meter, and so of its first dial, though nobody came to read.
          const visto = lectura === 'perdida' && cambio ? cambio.inicial : dial;
          // Nor does a reading that a person set aside say what the new one moved.
          const porVer = cambio && ['perdida', 'promediar'].includes(lectura) ? cambio.avance : 0;
          // One confirmation forgives one step back: of two meters in one period, only one may have turned round.
          const atras = cambio ? [retiro < ref, visto < cambio.inicial] : [visto < ref];
          const confirmada = atras.filter(Boolean).length === 1 && !['sin_confirmar', 'promediar'].includes(lectura);
          const entrada = {
            antes,
            lectura:
              lectura === 'perdida' && !cambio
                ? null
                : {
                    dial: visto,
                    fecha: '2024-01-31',
                    ...(cambio && { cambios: [{ retiro: cambio.leido ? retiro : null, inicial: cambio.inicial }] }),
                    ...(confirmada && { vuelta_digitos: DIGITOS }),
                  },
            ...(lectura === 'promediar' && { accion: lectura }),
            ...(fuga && { fuga }),
          };
          const medicion = medirCuenta(entrada);
          const { m3, metodo, en_investigacion, estado_despues } = resolver(
            antes,
            medicion,
            grupo,
            reglasDe(reglas, entrada),
          );
          facturado += m3;
          expect(m3).toBeGreaterThanOrEqual(0);
          expect(medicion.avance ?? pendiente - porVer).toBe(pendiente - porVer);
          if (medicion.reinicia || metodo === 'fuga') movido = facturado + estado_despues.arrastre; // the books of before are closed with what was billed
          else movido += (medicion.avance ?? medicion.traslado) - en_investigacion;
          const leido = lectura === 'promediar' ? cambio?.inicial : visto;
          const aceptado = medicion.advertencias.length === 0 ? leido : medicion.dial;
          expect(estado_despues.ref).toBe(medicion.dial === null ? antes.ref : aceptado);
          if (medicion.dial !== null) pendiente = porVer;
          // A dial below its meter's first one is not believed, so what it moved will be seen later or never.
          if (medicion.advertencias.includes('lectura_menor') && medicion.reinicia) dial = medicion.dial ?? dial;
          expect(facturado).toBe(movido + estado_despues.estimado - estado_despues.arrastre);
          antes = estado_despues;
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
