import type { TenantDb } from '@cunservicios/db/tenant';
import { dialDe } from '@cunservicios/domain/consumo/lecturas';
import { estadoInicial } from '@cunservicios/domain/consumo/medir';
import { isDeepStrictEqual } from 'node:util';
import { notFound, refuse } from '../core/errors.ts';
import type { Calculo } from '../facturacion/calcular-cuenta.ts';
import { insertLectura, selectLecturaVigente } from '../lecturas/lecturas.queries.ts';
import { type FacturaEnCadena, selectPrimera } from './cadena.queries.ts';
import type { Cambio } from './correcciones.schema.ts';
import type { Plan } from './plan.ts';
import { type Contexto, planearCadena } from './planear-cadena.ts';

type Lectura = NonNullable<Awaited<ReturnType<typeof selectLecturaVigente>>>;

/** Another value of a reading that was billed. */
export async function planearLectura(contexto: Contexto, cambio: Extract<Cambio, { tipo: 'lectura' }>): Promise<Plan> {
  const { t, user_id } = contexto;
  const lectura = (await selectLecturaVigente(t, cambio.lectura_id)) ?? notFound('la lectura', cambio.lectura_id);
  if (lectura.reemplazada_por !== null)
    refuse('correccion_con_hechos', 'Otra lectura ya reemplaza a esta: corrija la que vale ahora.');
  const { lectura_m3 } = cambio;
  const cambiar = await cambioDeLectura(t, lectura, dialDe(lectura_m3));
  let used = false;
  const cuenta = { tipo: 'lectura' as const, id: lectura.cliente_id, numero_cuenta: lectura.numero_cuenta };
  const plan = await planearCadena(
    contexto,
    { ...cuenta, desde: lectura.fecha_lectura },
    (factura, calculo) => {
      const nuevo = cambiar(factura, calculo);
      if (nuevo === undefined) return calculo;
      used = true;
      return nuevo;
    },
    {
      antes: { lectura_id: lectura.id },
      escrituras: [
        {
          campo: `lectura de ${lectura.medidor} del ${lectura.fecha_lectura}`,
          antes: lectura.lectura_m3 ?? lectura.causal ?? '',
          despues: lectura_m3,
          write: async (tx) => {
            const { medidor_id, fecha_lectura, tipo, id: reemplaza_id } = lectura;
            await insertLectura(tx, {
              medidor_id,
              fecha_lectura,
              tipo,
              lectura_m3,
              causal: null,
              user_id,
              reemplaza_id,
            });
          },
        },
      ],
    },
  );
  if (!used)
    refuse(
      'correccion_sin_efecto',
      'Ninguna factura usó esa lectura: si su periodo no se ha emitido, corríjala en las lecturas.',
    );
  return plan;
}

/** Gives a bill's inputs with the reading's new dial; undefined where the bill does not rest on it. */
async function cambioDeLectura(
  t: TenantDb,
  { tipo, fecha_lectura: fecha, lectura_m3, cliente_id }: Lectura,
  dial: number,
) {
  const viejo = lectura_m3 === null ? null : dialDe(lectura_m3);
  const primera = tipo === 'inicial' ? await selectPrimera(t, cliente_id) : undefined;
  return (factura: FacturaEnCadena, calculo: Calculo): Calculo | undefined => {
    if (tipo === 'inicial')
      return factura.id === primera?.id && isDeepStrictEqual(calculo.antes, estadoInicial(viejo))
        ? { ...calculo, antes: estadoInicial(dial) }
        : undefined;
    if (tipo !== 'real' || fecha < factura.desde || fecha > factura.hasta) return undefined;
    const { lectura } = calculo;
    if (lectura === null ? viejo !== null : lectura.fecha !== fecha || lectura.dial !== viejo) return undefined;
    return { ...calculo, lectura: { ...lectura, fecha, dial } };
  };
}
