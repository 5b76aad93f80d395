// Drives the run of a period through its chunks. Everything it needs to go on after a crash is in the database.
import type { Services, Tenant } from '../core/context.ts';
import { refuse } from '../core/errors.ts';
import { takeNumbers, insertEvento } from '../core/transaction.queries.ts';
import { insertMovimientosConvenio } from '../convenios/convenios.queries.ts';
import type { EjecucionRow } from '../ejecuciones/ejecuciones.queries.ts';
import { LAST, type Run, eachLote, finish, planLotes, rangos } from '../ejecuciones/por-lotes.ts';
import { SERIE_FACTURAS } from '../facturas/numero-factura.ts';
import { cruzarSaldos } from '../pagos/cruzar-saldos.ts';
import { selectCuentasPorCruzar } from '../pagos/cruzar-saldos.queries.ts';
import {
  selectPeriodoById,
  setLiquidado,
  setPeriodoEstado,
  type PeriodoConCiclo,
} from '../periodos/periodos.queries.ts';
import { countPrefacturas, selectAdvertencias, selectResumen } from '../periodos/prefacturas.queries.ts';
import {
  countListas,
  insertFacturas,
  insertFacturaTerceros,
  insertPeriodoConceptos,
  lockCuentas,
  selectCuadre,
  selectHayAjenos,
  selectPrefacturaChunkEnds,
  setCargosFacturados,
  setHashedSums,
} from './emitir.queries.ts';
import { selectPendientes, selectSumasDeGrupos } from './grupos-del-periodo.queries.ts';
import { type Corrida, liquidarLote, liquidarCuentas } from './liquidar-lote.ts';
import { countCuentas, selectChunkEnds } from './liquidar.queries.ts';
import { sumarGrupos } from './sumar-grupos.ts';
import { reglasDelPeriodo } from './periodo-para-correr.ts';

const CUENTAS_POR_LOTE = 700; // 1,000 took 368 MB at a million accounts, and no less time
const AT_ONCE = 3; // some chunks compute here while others write there

type RunDePeriodo = Run & { periodo: PeriodoConCiclo };

/** Runs `liquidar` or `emitir` of a period to its end, from wherever it was. */
export async function correrPeriodo(services: Services, tenant: Tenant, ejecucion: EjecucionRow) {
  const periodo = await selectPeriodoById(services.tenants.reads(tenant.id), ejecucion.periodo_id ?? 0);
  if (!periodo) throw new Error(`The period of run ${ejecucion.id} is gone.`);
  const run = { services, tenant, ejecucion, periodo };
  return ejecucion.tipo === 'liquidar' ? liquidar(run) : emitir(run);
}

async function liquidar(run: RunDePeriodo) {
  const { services, tenant, ejecucion, periodo } = run;
  const t = services.tenants.reads(tenant.id);
  const corrida: Corrida = { periodo, ...(await reglasDelPeriodo(t, tenant, periodo)) };
  await planLotes(run, 1, async () => ({
    lotes: rangos(await selectChunkEnds(t, periodo.ciclo_id, CUENTAS_POR_LOTE)),
    total: await countCuentas(t, periodo.ciclo_id),
  }));
  await eachLote(run, 1, (tx, rango) => liquidarLote(tx, corrida, rango), AT_ONCE);
  // Read back, so that a run taken up again knows no more than the database.
  const medidos = await selectSumasDeGrupos(t, ejecucion.id);
  const grupos = sumarGrupos(medidos);
  await planLotes(run, 2, async () => ({ lotes: medidos.filter(({ esperan }) => esperan) }));
  await eachLote(
    run,
    2,
    async (tx, rango) => {
      const pendientes = await selectPendientes(tx, ejecucion.id, rango.desde, rango.hasta);
      return liquidarCuentas(tx, corrida, rango, pendientes, grupos);
    },
    AT_ONCE,
  );
  await finish(run, async (tx) => {
    const found = (await selectResumen(tx, periodo.id)).find(({ dimension }) => dimension === 'total');
    const { cuentas = 0, consumo_m3 = 0, valor_total = 0 } = found ?? {};
    await setLiquidado(tx, periodo.id, { cuentas, consumo_m3, valor_total }, ejecucion.user_id);
    return {
      cuentas,
      consumo_m3,
      valor_total,
      apartadas: await countPrefacturas(tx, periodo.id, { estado: 'apartada' }),
      advertencias: Object.fromEntries(
        (await selectAdvertencias(tx, periodo.id)).flatMap(({ clave, cuentas }) =>
          cuentas > 0 ? [[clave, cuentas]] : [],
        ),
      ),
    };
  });
}

async function emitir(run: RunDePeriodo) {
  const { services, tenant, ejecucion, periodo } = run;
  const t = services.tenants.reads(tenant.id);
  await planLotes(run, 1, async () => ({
    lotes: rangos(await selectPrefacturaChunkEnds(t, periodo.id, CUENTAS_POR_LOTE)),
    total: await countListas(t, periodo.id, { desde: 0, hasta: LAST }),
  }));
  const ajenos = await selectHayAjenos(t);
  const momento = {
    fecha: periodo.fecha_emision,
    ahora: services.clock.now(),
    zona_horaria: tenant.zona_horaria,
    ajustes: tenant.ajustes,
    user_id: ejecucion.user_id,
  };
  // One at a time: numbers follow the accounts, and a run cut off and resumed gives the same ones.
  await eachLote(
    run,
    1,
    async (tx, rango) => {
      const hechas = await countListas(tx, periodo.id, rango);
      if (hechas === 0) return { hechas };
      await lockCuentas(tx, periodo.id, rango);
      const last = await takeNumbers(tx, SERIE_FACTURAS, hechas);
      await insertFacturas(tx, periodo, rango, last - hechas + 1);
      if (ajenos.cargos) {
        const { llevados, marcados } = await setCargosFacturados(tx, periodo.id, rango);
        if (llevados !== marcados)
          refuse('conflicto', 'Un cargo de este periodo se facturó o anuló después de liquidar. Liquide de nuevo.');
        await insertMovimientosConvenio(tx, periodo, rango);
      }
      if (ajenos.terceros) await insertFacturaTerceros(tx, periodo.id, rango);
      await cruzarSaldos(tx, await selectCuentasPorCruzar(tx, { periodo_id: periodo.id, ...rango }), momento);
      return { hechas };
    },
    1,
  );
  await finish(run, async (tx) => {
    await setHashedSums(tx);
    await insertPeriodoConceptos(tx, periodo.id);
    const cuadre = await selectCuadre(tx, periodo.id);
    const totals = [cuadre.total_facturas, cuadre.total_libro, cuadre.total_conceptos];
    if (cuadre.facturas !== periodo.cuentas || totals.some((total) => total !== periodo.valor_total))
      throw new Error(`Period ${periodo.codigo} does not balance: ${JSON.stringify(cuadre)}`);
    await setPeriodoEstado(tx, periodo.id, 'emitido');
    await insertEvento(tx, 'periodo.emitido', {
      codigo: periodo.codigo,
      facturas: cuadre.facturas,
      valor_total: periodo.valor_total,
    });
    return { facturas: cuadre.facturas, valor_total: periodo.valor_total };
  });
}
