import { selectClienteFacts } from '../clientes/clientes.queries.ts';
import { notFound, refuse } from '../core/errors.ts';
import { tarifasUsadas } from '../facturacion/tarifa-usada.ts';
import { insertTarifa } from '../tarifas/tarifas.queries.ts';
import type { Cambio } from './correcciones.schema.ts';
import type { Escritura, Plan } from './plan.ts';
import { type Contexto, fuentesDe, planearCadena } from './planear-cadena.ts';
import { versionCorregida } from './version-corregida.ts';

/** Another version of the tariffs for the bills of an account from a day on; it is saved when nobody has it yet. */
export async function planearTarifa(contexto: Contexto, cambio: Extract<Cambio, { tipo: 'tarifa' }>): Promise<Plan> {
  const { t, user_id } = contexto;
  const { numero_cuenta, desde, tarifa } = cambio;
  const cliente = (await selectClienteFacts(t, numero_cuenta)) ?? notFound('la cuenta', numero_cuenta);
  const existing = await versionCorregida(t, tarifa);
  const version: { id: number } = { id: existing?.id ?? 0 };
  const escrituras: Escritura[] = existing
    ? []
    : [
        {
          campo: 'tarifas',
          antes: '',
          despues: `versión que rige desde el ${tarifa.vigente_desde} (${tarifa.fuente})`,
          write: async (tx) => void (version.id = (await insertTarifa(tx, { ...tarifa, user_id })).id),
        },
      ];
  const plan = await planearCadena(
    contexto,
    { tipo: 'tarifa', id: cliente.id, numero_cuenta, desde },
    (_, calculo) =>
      calculo.fecha < desde || calculo.tarifa_id === version.id ? calculo : { ...calculo, tarifa_id: version.id },
    { antes: {}, escrituras, fuentes: fuentesDe(t, tarifasUsadas(t, tarifa)) },
  );
  if (plan.tocadas.length === 0)
    refuse('correccion_sin_efecto', 'Ninguna factura de la cuenta cambia de tarifa desde esa fecha.');
  return { ...plan, version };
}
