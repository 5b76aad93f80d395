import { type GrupoEdades, TRAMOS } from '@cunservicios/domain/cartera/edades';
import { sumar } from '@cunservicios/domain/pesos';
import { hoyDe } from '../core/clock.ts';
import type { ReadContext } from '../core/context.ts';
import { type Cifras, selectEdades } from './edades.queries.ts';

const NOMBRES = [
  'por_vencer',
  'd30',
  'd60',
  'd90',
  'd180',
  'd360',
  'mas',
  'vencido',
  'en_reclamo',
  'convenio',
  'a_favor',
  'saldo',
] as const;
const SIN: Record<GrupoEdades, string> = {
  ruta: 'Sin ruta',
  ciclo: 'Sin ciclo',
  estrato: 'Sin estrato',
  uso: 'Sin uso',
};

/** What is owed today by its age, by group and in all. */
export async function edadesDe(ctx: ReadContext, por: GrupoEdades) {
  const hoy = hoyDe(ctx);
  const { grupos, saldo_cuentas } = await selectEdades(ctx.t, { hoy, tramos: TRAMOS }, por);
  const de = (cifra: (typeof NOMBRES)[number] | 'cuentas') => sumar(grupos.map((grupo) => grupo[cifra]));
  const total = Object.fromEntries(NOMBRES.map((cifra) => [cifra, de(cifra)])) as Cifras;
  return {
    hoy,
    grupos: grupos.map((grupo) => ({ ...grupo, nombre: grupo.nombre ?? SIN[por] })),
    total: { ...total, cuentas: de('cuentas') },
    saldo_cuentas,
  };
}
