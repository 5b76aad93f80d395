// The plan of a change that goes through the bills of an account.
import { isDeepStrictEqual } from 'node:util';
import type { TenantDb } from '@cunservicios/db/tenant';
import type { EstadoConsumo } from '@cunservicios/domain/consumo/medir';
import { notFound, refuse } from '../core/errors.ts';
import type { Calculo } from '../facturacion/calcular-cuenta.ts';
import { tarifasUsadas } from '../facturacion/tarifa-usada.ts';
import { type FacturaEnCadena, selectCadena, selectGrupo, selectUltima } from './cadena.queries.ts';
import type { Escritura, Plan } from './plan.ts';
import { type Cobro, type Fuentes, reliquidar } from './reliquidar.ts';

export type Contexto = Cobro & { t: TenantDb; user_id: number | null };

export function fuentesDe(t: TenantDb, tarifaDe = tarifasUsadas(t)): Fuentes {
  return {
    tarifaDe: async (reglas) => (await tarifaDe(reglas)) ?? notFound('la versión de tarifas', reglas.tarifa_id),
    grupoDe: (factura, clase) => selectGrupo(t, factura, clase),
  };
}

/** The plan of a change that goes through all bills from a day on, each starting where the one before it ends. */
export async function planearCadena(
  { t, hoy, sustento }: Contexto,
  { tipo, id, numero_cuenta, desde }: { tipo: Plan['tipo']; id: number; numero_cuenta: string; desde: string },
  cambiar: (factura: FacturaEnCadena, calculo: Calculo) => Calculo,
  { escrituras, antes, fuentes = fuentesDe(t) }: { escrituras: Escritura[]; antes: object; fuentes?: Fuentes },
): Promise<Plan> {
  const cadena = await selectCadena(t, id, desde);
  const { tocadas, despues } = await reliquidar(cadena, cambiar, fuentes, { hoy, sustento });
  const estado = despues && (await estadoNuevo(t, id, cadena.at(-1), despues));
  return { tipo, cliente_id: id, numero_cuenta, tocadas, estado, escrituras, antes };
}

/**
 * The state from the last bill on. 409 when a resolved deviation stands on it: its m³ were put into a history that the
 * correction makes again.
 */
async function estadoNuevo(
  t: TenantDb,
  cliente_id: number,
  ultima: FacturaEnCadena | undefined,
  despues: EstadoConsumo,
) {
  const found = await selectUltima(t, cliente_id);
  if (!found || found.id !== ultima?.id) throw new Error('The chain of bills does not end with the last one.');
  if (!isDeepStrictEqual(found.estado, ultima.calculo.despues))
    refuse(
      'correccion_con_hechos',
      'La historia de consumo de la cuenta tiene una desviación resuelta después: deshaga esa corrección primero.',
    );
  return { factura_id: found.id, antes: found.estado, despues };
}
