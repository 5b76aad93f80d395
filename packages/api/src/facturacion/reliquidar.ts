// Some accounts of a liquidated period again, after somebody changed what they bring.
import type { TenantTx } from '@cunservicios/db/tenant';
import type { Promedio } from '@cunservicios/domain/consumo/promedio';
import { sumar } from '@cunservicios/domain/pesos';
import type { Tenant } from '../core/context.ts';
import { notFound, refuse } from '../core/errors.ts';
import { type EnRevision, deletePrefacturasDe, selectEnRevision } from '../critica/critica.queries.ts';
import { CORRIDAS, insertLoteHecho, selectEnCurso, selectLastLiquidacion } from '../ejecuciones/ejecuciones.queries.ts';
import { type PeriodoConCiclo, addToTotales, lockPeriodo, selectLiquidadoDe } from '../periodos/periodos.queries.ts';
import { selectSumasDeGrupos } from './grupos-del-periodo.queries.ts';
import { sumarGrupos } from './sumar-grupos.ts';
import { medirCuenta } from './calcular-cuenta.ts';
import { type Grupos, liquidarCuentas, liquidarLote, sumarCuenta } from './liquidar-lote.ts';
import { reglasDelPeriodo } from './periodo-para-correr.ts';

/** Holds a liquidated period that no run is working on. 409 otherwise. */
export async function lockLiquidado(t: TenantTx, { id, codigo }: PeriodoConCiclo) {
  const periodo = await lockPeriodo(t, id);
  if (periodo?.estado !== 'liquidado')
    refuse('periodo_no_abierto', `El periodo ${codigo} no está liquidado: no hay prefacturas que revisar.`);
  if (await selectEnCurso(t, CORRIDAS, [id]))
    refuse(
      'ejecucion_en_curso',
      `Hay una ejecución en curso sobre el periodo ${codigo}. Espere a que termine y repita.`,
    );
  return periodo;
}

/**
 * Liquidates accounts of a period held by `lockLiquidado` again, against the groups of its last run, and brings its
 * totals up to date. Who approved the period must look again: the approval is taken back. Answers them as they are now.
 */
export async function reliquidar(t: TenantTx, tenant: Tenant, periodo: PeriodoConCiclo, antes: readonly EnRevision[]) {
  const run = (await selectLastLiquidacion(t, periodo.id)) ?? notFound('la liquidación', periodo.codigo);
  const corrida = { periodo, ...(await reglasDelPeriodo(t, tenant, periodo)) };
  const ids = antes.map(({ cliente_id }) => cliente_id);
  const rango = { desde: Math.min(...ids) - 1, hasta: Math.max(...ids) };
  await deletePrefacturasDe(t, periodo.id, ids);
  const { pendientes, grupos } = await liquidarLote(t, corrida, rango, ids);
  // What these accounts counted for before goes, what they count for now comes: one more chunk of the run.
  await insertLoteHecho(t, run.id, {
    hechas: 0,
    pendientes: [],
    grupos: sumarGrupos([{ grupos }, { grupos: restados(antes) }]),
  });
  const todos = sumarGrupos(await selectSumasDeGrupos(t, run.id));
  if (pendientes.length > 0) await liquidarCuentas(t, corrida, rango, pendientes, todos);
  const ahora = await selectEnRevision(t, periodo.id, ids);
  const [despues, previo] = [totales(ahora), totales(antes)];
  await addToTotales(t, periodo.id, {
    cuentas: despues.cuentas - previo.cuentas,
    consumo_m3: despues.consumo_m3 - previo.consumo_m3,
    valor_total: despues.valor_total - previo.valor_total,
  });
  return ahora;
}

/** The same for one account, where a liquidated period of its cycle holds a day; nothing where none does. */
export async function reliquidarCuenta(t: TenantTx, tenant: Tenant, cliente_id: number, fecha: string) {
  const periodo = await selectLiquidadoDe(t, cliente_id, fecha);
  if (!periodo) return;
  await lockLiquidado(t, periodo);
  const antes = await selectEnRevision(t, periodo.id, [cliente_id]);
  if (antes.length > 0) await reliquidar(t, tenant, periodo, antes);
}

function restados(antes: readonly EnRevision[]): Grupos {
  const grupos = new Map<string, Promedio>();
  for (const { calculo } of antes) if (calculo !== null) sumarCuenta(grupos, calculo, medirCuenta(calculo));
  return Object.fromEntries([...grupos].map(([clave, { suma, n }]) => [clave, { suma: -suma, n: -n }]));
}

const totales = (cuentas: readonly EnRevision[]) => ({
  cuentas: cuentas.filter(({ estado }) => estado === 'lista').length,
  consumo_m3: sumar(cuentas.map(({ consumo_m3 }) => consumo_m3 ?? 0)),
  valor_total: sumar(cuentas.map(({ valor_total }) => valor_total)),
});
