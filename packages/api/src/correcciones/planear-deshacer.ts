import { isDeepStrictEqual } from 'node:util';
import type { TenantDb } from '@cunservicios/db/tenant';
import { invertirLineas, valorDe } from '@cunservicios/domain/cartera/nota';
import { calcularCuenta } from '../facturacion/calcular-cuenta.ts';
import { selectClienteFacts } from '../clientes/clientes.queries.ts';
import { notFound, refuse } from '../core/errors.ts';
import { insertLectura, selectLecturaVigente } from '../lecturas/lecturas.queries.ts';
import { selectCadena, selectUltima } from './cadena.queries.ts';
import { type FactsCliente, escribirCliente } from './cambio-cliente.ts';
import {
  type CorreccionRow,
  selectFacturaPosterior,
  selectFacturasDe,
  selectPosteriores,
} from './correcciones.queries.ts';
import type { Escritura, Plan } from './plan.ts';
import { type Contexto, fuentesDe } from './planear-cadena.ts';
import type { Tocada } from './reliquidar.ts';

/**
 * The exact opposite of a correction: its notes turned round, bills and consumption as they stood. What a note gave back
 * was charged in time by its bill, so taking it back has no limit. 409 when something later stands on the correction.
 */
export async function planearDeshacer(contexto: Contexto, correccion: CorreccionRow): Promise<Plan> {
  const { t } = contexto;
  const { id, tipo, cliente_id, numero_cuenta } = correccion;
  if (correccion.estado !== 'aplicada' || correccion.deshace_id !== null)
    refuse('correccion_resuelta', 'Solo se deshace una corrección aplicada, y no la que deshace a otra.');
  if (correccion.deshecha_por !== null) refuse('correccion_resuelta', 'La corrección ya se deshizo.');
  await exigirSinHechos(t, correccion);
  const { estado_antes, estado_despues } = correccion;
  const ultima = await selectUltima(t, cliente_id);
  const estado =
    estado_antes && estado_despues && ultima
      ? { factura_id: ultima.id, antes: estado_despues, despues: estado_antes }
      : null;
  return {
    tipo,
    cliente_id,
    numero_cuenta,
    tocadas: await tocadasDe(t, cliente_id, id),
    estado,
    escrituras: [...(await lecturaDeAntes(contexto, correccion)), ...(await clienteDeAntes(t, correccion))],
    antes: {},
  };
}

async function exigirSinHechos(t: TenantDb, { id, tipo, cliente_id, estado_despues }: CorreccionRow) {
  const { correccion, devuelta } = await selectPosteriores(t, { id, cliente_id });
  if (correccion !== null)
    refuse('correccion_con_hechos', `La corrección ${correccion} de la cuenta es posterior: deshágala primero.`);
  if (devuelta !== null)
    refuse('correccion_con_hechos', `El saldo a favor de la factura ${devuelta} ya se devolvió o se trasladó.`);
  if (estado_despues) {
    const ultima = await selectUltima(t, cliente_id);
    if (!isDeepStrictEqual(ultima?.estado, estado_despues))
      refuse('correccion_con_hechos', 'Una factura posterior empezó desde el consumo corregido: corrija de nuevo.');
  }
  if (tipo === 'clase' && (await selectFacturaPosterior(t, id, cliente_id)))
    refuse('correccion_con_hechos', 'Una factura posterior se hizo con el uso corregido: corrija de nuevo.');
}

async function tocadasDe(t: TenantDb, cliente_id: number, correccion_id: number): Promise<Tocada[]> {
  const { tarifaDe } = fuentesDe(t);
  const cadena = await selectCadena(t, cliente_id, '0001-01-01');
  const tocadas: Tocada[] = [];
  for (const { factura_id, conceptos, consumo_m3, calculo, lineas } of await selectFacturasDe(t, correccion_id)) {
    const factura = cadena.find(({ id }) => id === factura_id) ?? notFound('la factura', factura_id);
    const metodoDe = async (suyo: typeof calculo) => calcularCuenta(await tarifaDe(suyo), suyo, suyo).metodo;
    tocadas.push({
      factura,
      metodo_antes: await metodoDe(factura.calculo),
      valor_antes: valorDe([...factura.conceptos, ...factura.corregido]),
      debida: { metodo: await metodoDe(calculo), consumo_m3, conceptos, valor_total: valorDe(conceptos), calculo },
      lineas: invertirLineas(lineas),
      omitida: null,
    });
  }
  return tocadas;
}

/** The reading that was replaced, as one more that replaces. */
async function lecturaDeAntes({ t, user_id }: Contexto, { antes }: CorreccionRow): Promise<Escritura[]> {
  if (typeof antes['lectura_id'] !== 'number') return [];
  const vieja = (await selectLecturaVigente(t, antes['lectura_id'])) ?? notFound('la lectura', antes['lectura_id']);
  const actual = await selectLecturaVigente(t, vieja.reemplazada_por ?? 0);
  if (!actual || actual.reemplazada_por !== null)
    refuse('correccion_con_hechos', 'La lectura corregida se volvió a corregir después: deshaga eso primero.');
  const { medidor, medidor_id, fecha_lectura, tipo, lectura_m3, causal } = vieja;
  return [
    {
      campo: `lectura de ${medidor} del ${fecha_lectura}`,
      antes: actual.lectura_m3 ?? '',
      despues: lectura_m3 ?? causal ?? '',
      write: async (tx) => {
        const row = { medidor_id, fecha_lectura, tipo, lectura_m3, causal, user_id, reemplaza_id: actual.id };
        await insertLectura(tx, row);
      },
    },
  ];
}

/** The facts of the account that were written over, as long as they still are what was written. */
async function clienteDeAntes(t: TenantDb, { numero_cuenta, antes }: CorreccionRow): Promise<Escritura[]> {
  const { cliente, escrito } = antes as { cliente?: Partial<FactsCliente>; escrito?: Partial<FactsCliente> };
  if (!cliente || !escrito) return [];
  const row = (await selectClienteFacts(t, numero_cuenta)) ?? notFound('la cuenta', numero_cuenta);
  const changed = Object.entries(escrito).find(([campo, valor]) => row[campo as keyof FactsCliente] !== valor);
  if (changed)
    refuse('correccion_con_hechos', `El dato ${changed[0]} de la cuenta se cambió después de la corrección.`);
  return escribirCliente(row, cliente).escrituras;
}
