// The two runs of a correction of all accounts. The first calculates, chunk by chunk, what every bill should have been and
// writes it beside the books; the second moves the books in one transaction, so that a reader sees all of it or nothing.
import type { TenantTx } from '@cunservicios/db/tenant';
import type { TipoNota } from '@cunservicios/domain/cartera/listas';
import { fechaEnBogota } from '@cunservicios/domain/calendario/fechas';
import { cobroOportuno } from '@cunservicios/domain/plazos/plazos';
import { sumar } from '@cunservicios/domain/pesos';
import type { Services, Tenant } from '../core/context.ts';
import { ERRORES, notFound, refuse, toRefusal } from '../core/errors.ts';
import { insertEvento, takeNumbers } from '../core/transaction.queries.ts';
import { versionCorregida } from '../correcciones/version-corregida.ts';
import { type EjecucionRow, selectParametros, setSinLimite } from '../ejecuciones/ejecuciones.queries.ts';
import { exigirSinCorridas } from '../ejecuciones/exigir-quieto.ts';
import { LAST, type Run, eachLote, finish, planLotes, rangos } from '../ejecuciones/por-lotes.ts';
import { insertNotaTercerosMasiva } from '../notas/nota-terceros.queries.ts';
import { PREFIJOS_NOTAS, SERIES_NOTAS } from '../notas/numero-nota.ts';
import { restablecerServicio } from '../ordenes/restablecer-servicio.ts';
import { insertTarifa } from '../tarifas/tarifas.queries.ts';
import {
  countNotasMasiva,
  insertCorrecciones,
  insertNotasMasiva,
  lockFacturasMasiva,
  selectEmisionesConDebito,
  selectFacturaMovida,
  selectPorRestablecer,
} from './aplicar-masiva.queries.ts';
import {
  countEnAlcance,
  insertOpuestas,
  insertPrevistas,
  selectCuentasCorregidas,
  selectCuentasEnAlcance,
  selectFuera,
  selectHuellaMasiva,
  selectResumenMasiva,
} from './facturas-masiva.queries.ts';
import { type MasivaRow, deleteFacturasMasiva, lockMasiva, selectMasiva, setMasiva } from './masivas.queries.ts';
import type { CambioMasivo } from './masivas.schema.ts';
import { preverFacturas } from './prever-facturas.ts';

const CUENTAS_POR_LOTE = 500;
const AT_ONCE = 2;

export type ParametrosMasiva = { masiva_id: number };

/** The change that a correction was asked; undefined of one that undoes another. */
export const cambioDe = ({ cambio, deshace_id }: Pick<MasivaRow, 'cambio' | 'deshace_id'>) =>
  deshace_id === null ? (cambio as CambioMasivo) : undefined;

export async function correrMasiva(services: Services, tenant: Tenant, ejecucion: EjecucionRow) {
  const run = { services, tenant, ejecucion };
  const t = services.tenants.reads(tenant.id);
  const { masiva_id } = (await selectParametros(t, ejecucion.id)) as ParametrosMasiva;
  const masiva = (await selectMasiva(t, masiva_id)) ?? notFound('la corrección', masiva_id);
  const prever = ejecucion.tipo === 'prever_correccion';
  try {
    await (prever ? preverMasiva(run, masiva) : aplicarMasiva(run, masiva));
  } catch (error) {
    const { code, message } = toRefusal(error);
    if (ERRORES[code][0] < 500)
      await services.tenants.transaction(tenant.id, (tx) => volver(tx, masiva_id, prever, message));
    throw error;
  }
}

/** A refusal leaves a correction as it was before the run, which moved nothing; one that cannot be calculated ends. */
async function volver(t: TenantTx, masiva_id: number, prever: boolean, observacion: string) {
  const estado = (await lockMasiva(t, masiva_id))?.estado;
  if (prever && estado === 'calculando') {
    await deleteFacturasMasiva(t, masiva_id);
    await setMasiva(t, masiva_id, { estado: 'rechazada', observacion });
  }
  if (!prever && estado === 'aplicando')
    await setMasiva(t, masiva_id, { estado: 'prevista', resuelta_por: null, resuelta_en: null, observacion });
}

async function preverMasiva(run: Run, masiva: MasivaRow) {
  const t = run.services.tenants.reads(run.tenant.id);
  const { id, deshace_id } = masiva;
  const cambio = cambioDe(masiva);
  await planLotes(run, 1, async () => {
    const { ends, total } =
      cambio === undefined
        ? await selectCuentasCorregidas(t, deshace_id ?? 0, CUENTAS_POR_LOTE)
        : await selectCuentasEnAlcance(t, cambio, CUENTAS_POR_LOTE);
    return { lotes: rangos(ends), total };
  });
  await eachLote(
    run,
    1,
    async (tx, rango) => {
      if (deshace_id !== null) return { hechas: await insertOpuestas(tx, { id, deshace_id }, rango) };
      const { hechas, previstas } = await preverFacturas(tx, masiva, rango);
      if (previstas.length > 0) await insertPrevistas(tx, id, previstas);
      return { hechas };
    },
    AT_ONCE,
  );
  await finish(run, async (tx) => {
    const { grupos, mayores } = await selectResumenMasiva(tx, id);
    const total = (campo: 'cuentas' | 'facturas' | 'debito' | 'credito' | 'omitidas') =>
      sumar(grupos.map((grupo) => grupo[campo]));
    const totales = {
      cuentas: total('cuentas'),
      facturas: total('facturas'),
      debito: total('debito'),
      credito: total('credito'),
      omitidas: total('omitidas'),
    };
    if (totales.facturas === 0)
      refuse('correccion_sin_efecto', 'Ninguna factura cambiaría con esa corrección: revise las fechas y la tarifa.');
    const fuera = deshace_id === null ? { cuentas: 0, numeros: [] } : await selectFuera(tx, deshace_id);
    const huella = await selectHuellaMasiva(tx, id);
    await setMasiva(tx, id, { ...totales, estado: 'prevista', huella, resumen: { grupos, mayores, fuera } });
    return totales;
  });
}

async function aplicarMasiva(run: Run, { id, cuentas }: MasivaRow) {
  const { services, tenant } = run;
  const ahora = services.clock.now();
  await planLotes(run, 1, async () => ({ lotes: rangos([LAST]), total: cuentas }));
  await eachLote(
    run,
    1,
    async (tx) => {
      await setSinLimite(tx);
      return { hechas: await moverLibros(tx, id, fechaEnBogota(ahora, tenant.zona_horaria)) };
    },
    1,
  );
  // Services come back account by account: their orders need what the books say now, and doing one again changes nothing.
  const t = services.tenants.reads(tenant.id);
  const porRestablecer = await selectPorRestablecer(t, id);
  await planLotes(run, 2, async () => ({
    lotes: rangos(porRestablecer.filter((_, i) => i % 100 === 99 || i === porRestablecer.length - 1)),
  }));
  const causa = {
    motivo: `Corrección masiva ${id}`,
    ahora,
    zona_horaria: tenant.zona_horaria,
    user_id: run.ejecucion.user_id,
  };
  await eachLote(
    run,
    2,
    async (tx, { desde, hasta }) => {
      for (const cliente_id of porRestablecer)
        if (cliente_id > desde && cliente_id <= hasta) await restablecerServicio(tx, cliente_id, causa);
      return { hechas: 0 };
    },
    1,
  );
  await finish(run, async () => ({ masiva_id: id, cuentas }));
}

/** 409 `vista_vieja` when the books moved since it was calculated. Answers how many accounts it moved. */
async function moverLibros(t: TenantTx, masiva_id: number, hoy: string) {
  await exigirSinCorridas(t);
  const masiva = (await lockMasiva(t, masiva_id)) ?? notFound('la corrección', masiva_id);
  if (masiva.estado === 'aplicada') return 0;
  if (masiva.estado !== 'aplicando') refuse('correccion_resuelta', `La corrección está ${masiva.estado}.`);
  await lockFacturasMasiva(t, masiva_id);
  const tarifa_id = await exigirVigente(t, masiva, hoy);
  const hechos = { ...masiva, huella: masiva.huella ?? '' };
  await insertCorrecciones(t, hechos, tarifa_id);
  const cuantas = await countNotasMasiva(t, masiva_id);
  const numeros = {
    debito: await tomarNumeros(t, 'debito', cuantas.debito),
    credito: await tomarNumeros(t, 'credito', cuantas.credito),
  };
  await insertNotasMasiva(t, hechos, hoy, numeros);
  await insertNotaTercerosMasiva(t, masiva_id);
  await setMasiva(t, masiva_id, { estado: 'aplicada' });
  const { cuentas, facturas, debito, credito } = masiva;
  await insertEvento(t, 'correccion_masiva.aplicada', { masiva_id, cuentas, facturas, debito, credito });
  return cuentas;
}

async function tomarNumeros(t: TenantTx, tipo: TipoNota, n: number) {
  const antes = n > 0 ? (await takeNumbers(t, SERIES_NOTAS[tipo], n)) - n : 0;
  return { prefijo: PREFIJOS_NOTAS[tipo], antes };
}

const vieja = (que: string) => refuse('vista_vieja', `${que} Rechace esta corrección y calcúlela de nuevo.`);

/** That everything still is as it was calculated; the id of its version of the tariffs, saved now if nobody had it. */
async function exigirVigente(t: TenantTx, masiva: MasivaRow, hoy: string) {
  const { id, huella, facturas, sustento, user_id } = masiva;
  if ((await selectHuellaMasiva(t, id)) !== huella) vieja('Lo calculado ya no es lo que se vio.');
  const movida = await selectFacturaMovida(t, id);
  if (movida) vieja(`La factura ${movida} cambió desde el cálculo.`);
  const cambio = cambioDe(masiva);
  if (cambio === undefined) return 0;
  const existing = await versionCorregida(t, cambio.tarifa);
  if ((await countEnAlcance(t, cambio, existing?.id ?? 0)) !== facturas)
    vieja('Desde el cálculo hay otras facturas de esas fechas.');
  if (sustento === null && (await selectEmisionesConDebito(t, id)).some((emision) => !cobroOportuno(emision, hoy)))
    vieja('Desde el cálculo venció el plazo para cobrar algunas facturas (Ley 142, art. 150).');
  return existing?.id ?? (await insertTarifa(t, { ...cambio.tarifa, user_id })).id;
}
