import { selectClienteFacts } from '../clientes/clientes.queries.ts';
import { notFound, refuse } from '../core/errors.ts';
import { tarifasUsadas } from '../facturacion/tarifa-usada.ts';
import { exigirTarifa, mismaVersion } from '../tarifas/save-tarifa.ts';
import { insertTarifa, selectLiquidadoDesde, selectTarifaFrom } from '../tarifas/tarifas.queries.ts';
import type { Cambio } from './correcciones.schema.ts';
import type { Escritura, Plan } from './plan.ts';
import { type Contexto, fuentesDe, planearCadena } from './planear-cadena.ts';

/** Another version of the tariffs for the bills of an account from a day on; it is saved when nobody has it yet. */
export async function planearTarifa(contexto: Contexto, cambio: Extract<Cambio, { tipo: 'tarifa' }>): Promise<Plan> {
  const { t, user_id } = contexto;
  const { numero_cuenta, desde, tarifa } = cambio;
  const cliente = (await selectClienteFacts(t, numero_cuenta)) ?? notFound('la cuenta', numero_cuenta);
  exigirTarifa(tarifa);
  const existing = await selectTarifaFrom(t, tarifa.vigente_desde);
  if (existing && !mismaVersion(existing, tarifa))
    refuse(
      'duplicado',
      `Ya hay otra versión que rige desde el ${tarifa.vigente_desde}: póngale a esta la fecha del día siguiente.`,
    );
  if (!existing) {
    const liquidado = await selectLiquidadoDesde(t, tarifa.vigente_desde);
    if (liquidado)
      refuse(
        'tarifa_en_uso',
        `El periodo ${liquidado} se liquidó con otra versión y no se ha emitido: emítalo primero.`,
      );
  }
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
