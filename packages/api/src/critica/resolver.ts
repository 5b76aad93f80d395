// A decision about a warning: kept with its reason, and the accounts calculated again.
import type { TenantTx } from '@cunservicios/db/tenant';
import type { z } from 'zod';
import { hoyDe } from '../core/clock.ts';
import type { WriteContext } from '../core/context.ts';
import { invalid, notFound, refuse } from '../core/errors.ts';
import { lockLiquidado, reliquidar } from '../facturacion/reliquidar.ts';
import { insertLectura } from '../lecturas/lecturas.queries.ts';
import { crearOrden } from '../ordenes/crear-orden.ts';
import { findPeriodo } from '../periodos/find-periodo.ts';
import type { PeriodoConCiclo } from '../periodos/periodos.queries.ts';
import {
  type EnRevision,
  insertResoluciones,
  selectEnRevision,
  selectIdsDeCuentas,
  selectLecturaVigente,
} from './critica.queries.ts';
import type { resolver as input } from './critica.schema.ts';

type Resolver = z.output<typeof input>;

/**
 * Decides about one warning of some accounts of a liquidated period, in one transaction. 404 for an account without
 * prefactura, 422 for one without that warning; 409 when the period is not liquidated or a run is under way.
 */
export async function resolver(ctx: WriteContext, t: TenantTx, decision: Resolver) {
  const periodo = await findPeriodo(t, decision);
  await lockLiquidado(t, periodo);
  const antes = await conEstaAdvertencia(t, periodo, decision);
  const { advertencia, accion, motivo } = decision;
  const lectura_id = accion === 'corregir' ? await corregir(ctx, t, periodo, decision, antes) : null;
  const facts = { periodo_id: periodo.id, advertencia, accion, lectura_id, motivo, user_id: ctx.user?.id ?? null };
  await insertResoluciones(
    t,
    antes.map(({ cliente_id }) => cliente_id),
    facts,
  );
  if (accion === 'inspeccionar')
    for (const { cliente_id } of antes)
      await crearOrden(t, { cliente_id, tipo: 'inspeccion', motivo, fecha: hoyDe(ctx), user_id: facts.user_id });
  const ahora = await reliquidar(t, ctx.tenant, periodo, antes);
  for (const { numero_cuenta } of antes)
    ctx.audit(`periodos/${periodo.codigo}/${numero_cuenta}`, { despues: { advertencia, accion, motivo } });
  return { periodo, antes, ahora };
}

async function conEstaAdvertencia(t: TenantTx, { id, codigo }: PeriodoConCiclo, { cuentas, advertencia }: Resolver) {
  const ids = (await selectIdsDeCuentas(t, cuentas)).map((cuenta) => cuenta.id);
  const rows = await selectEnRevision(t, id, ids);
  const found = new Map(rows.map((row) => [row.numero_cuenta, row]));
  for (const cuenta of cuentas) {
    const row = found.get(cuenta) ?? notFound(`la prefactura de ${codigo} de la cuenta`, cuenta);
    if (!row.advertencias.includes(advertencia))
      invalid('cuentas', `La cuenta ${cuenta} no tiene la advertencia ${advertencia} en ${codigo}.`);
  }
  return rows;
}

/** Writes the right reading: it replaces the one that counted, or is the first one of the period. */
async function corregir(
  ctx: WriteContext,
  t: TenantTx,
  periodo: PeriodoConCiclo,
  { lectura_m3, fecha_lectura }: Resolver,
  [cuenta]: EnRevision[],
) {
  if (!cuenta?.medidor_id) return refuse('conflicto', 'La cuenta no tiene un medidor instalado que leer.');
  const vigente = await selectLecturaVigente(t, cuenta.medidor_id, periodo);
  const fecha = fecha_lectura ?? vigente?.fecha_lectura ?? periodo.hasta;
  if (fecha < periodo.desde || fecha > periodo.hasta)
    invalid('fecha_lectura', `La lectura debe ser del periodo: entre ${periodo.desde} y ${periodo.hasta}.`);
  const { id } = await insertLectura(t, {
    medidor_id: cuenta.medidor_id,
    fecha_lectura: vigente?.fecha_lectura ?? fecha,
    lectura_m3: lectura_m3 ?? null,
    tipo: 'real',
    causal: null,
    user_id: ctx.user?.id ?? null,
    ...(vigente && { reemplaza_id: vigente.id }),
  });
  return id;
}
