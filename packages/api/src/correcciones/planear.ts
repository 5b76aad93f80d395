// From what somebody wants changed to everything it touches. Reads only.
import { refuse } from '../core/errors.ts';
import { planearClase, planearTitular } from './cambio-cliente.ts';
import { planearDesviacion } from './cambio-desviacion.ts';
import { planearLectura } from './cambio-lectura.ts';
import { planearTarifa } from './cambio-tarifa.ts';
import type { Cambio } from './correcciones.schema.ts';
import type { Plan } from './plan.ts';
import type { Contexto } from './planear-cadena.ts';

/** 409 `correccion_sin_efecto` when nothing would change. */
export async function planear(contexto: Contexto, cambio: Cambio): Promise<Plan> {
  const plan = await porTipo(contexto, cambio);
  if (plan.tocadas.length === 0 && plan.escrituras.length === 0)
    refuse('correccion_sin_efecto', 'Nada cambiaría con esa corrección: revise la cuenta, la fecha y el dato.');
  return plan;
}

function porTipo(contexto: Contexto, cambio: Cambio): Promise<Plan> {
  switch (cambio.tipo) {
    case 'lectura':
      return planearLectura(contexto, cambio);
    case 'clase':
      return planearClase(contexto, cambio);
    case 'titular':
      return planearTitular(contexto, cambio);
    case 'tarifa':
      return planearTarifa(contexto, cambio);
    default:
      return planearDesviacion(contexto, cambio);
  }
}
