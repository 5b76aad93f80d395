// Accounts in arrears, the notice they are given, and the order to suspend them.
import type { TenantTx } from '@cunservicios/db/tenant';
import { sumarDiasHabiles } from '@cunservicios/domain/calendario/habiles';
import { z } from 'zod';
import { today } from '../core/clock.ts';
import type { Context } from '../core/context.ts';
import { invalid } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import { crearOrden } from '../ordenes/crear-orden.ts';
import { selectFestivos } from '../pqrs/pqrs.queries.ts';
import { RAZONES } from './exclusiones.ts';
import { type PorSuspender, insertAvisos, selectPorSuspender } from './suspension.queries.ts';
import {
  avisarSuspension,
  listPorSuspender,
  ordenarSuspension,
  porSuspender,
  resultadoSuspension,
} from './suspension.schema.ts';

const tag = 'Cartera';

const reglaDe = ({ services, tenant }: Context) => ({
  hoy: today(services.clock, tenant.zona_horaria),
  periodos: tenant.ajustes.periodos_suspension,
  periodicidad: tenant.periodicidad,
});

const razonesDe = ({ exclusiones }: PorSuspender) => exclusiones.map((razon) => `La cuenta ${RAZONES[razon]}.`);

const toPorSuspender = ({ aviso_fecha, suspension_desde, ...row }: PorSuspender) => ({
  ...row,
  razones: razonesDe({ ...row, aviso_fecha, suspension_desde }),
  aviso: aviso_fecha !== null && suspension_desde !== null ? { fecha: aviso_fecha, suspension_desde } : null,
});

export const suspensionRouter = router({
  list: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/suspensiones',
        tag,
        summary: 'Cuentas por suspender, y por qué algunas no',
        description:
          'Accounts with as many overdue bills as the utility waits for (Ley 142 of 1994 art. 140), with the exclusions of each: open claim, agreement, protected, service not active, order pending.',
        list: true,
      },
    })
    .input(listPorSuspender)
    .output(pageOf(porSuspender))
    .query(async ({ ctx, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      const { limit, skip, procede, ruta } = input;
      const rows = await selectPorSuspender(ctx.t, reglaDe(ctx), { procede, ruta, after, skip, limit: limit + 1 });
      const page = toPage(rows, input, ({ id }) => [id]);
      return { ...page, items: page.items.map(toPorSuspender) };
    }),

  avisar: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/suspensiones/avisos',
        tag,
        summary: 'Registrar el aviso previo de suspensión',
        description: 'Notes for up to 100 accounts that the notice was delivered; each is answered.',
        example: { cuentas: ['05440-0001'], medio: 'Entregado en el predio con la factura' },
      },
    })
    .input(avisarSuspension)
    .output(z.array(resultadoSuspension))
    .mutation(({ ctx, input: { cuentas, medio, fecha } }) =>
      ctx.tx(async (t) => {
        const { hoy } = reglaDe(ctx);
        const dia = fecha ?? hoy;
        if (dia > hoy) invalid('fecha', 'El aviso todavía no se ha entregado: la fecha está en el futuro.');
        const suspension_desde = await finDelAviso(t, ctx, dia);
        const { resultados, listas } = await juzgar(ctx, t, cuentas, ({ desde }) =>
          dia <= desde ? [`La factura más antigua venció el ${desde}: el aviso debe ser posterior.`] : [],
        );
        const comunes = { fecha: dia, suspension_desde, medio, user_id: ctx.user?.id ?? null };
        const avisos = listas.map(({ id: cliente_id, factura_id, vencidas, deuda }) => ({
          ...comunes,
          cliente_id,
          factura_id,
          vencidas,
          deuda,
        }));
        if (avisos.length > 0) await insertAvisos(t, avisos);
        ctx.audit('suspensiones/avisos', { despues: { cuentas: listas.map((una) => una.numero_cuenta), medio, dia } });
        for (const { numero_cuenta } of listas)
          resultados.set(numero_cuenta, hecho(`Avisada: se puede suspender desde el ${suspension_desde}.`));
        return enOrden(cuentas, resultados);
      }),
    ),

  ordenar: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/suspensiones/ordenes',
        tag,
        summary: 'Ordenar la suspensión de cuentas avisadas',
        description: 'An order for each of up to 100 accounts whose notice has run out and that nothing excludes.',
        example: { cuentas: ['05440-0001'] },
      },
    })
    .input(ordenarSuspension)
    .output(z.array(resultadoSuspension))
    .mutation(({ ctx, input: { cuentas, programada_para } }) =>
      ctx.tx(async (t) => {
        const { hoy } = reglaDe(ctx);
        const dia = programada_para ?? hoy;
        if (dia < hoy) invalid('programada_para', 'La fecha ya pasó.');
        const { resultados, listas } = await juzgar(ctx, t, cuentas, ({ suspension_desde }) => {
          if (suspension_desde === null) return ['Falta el aviso previo: regístrelo primero.'];
          return dia < suspension_desde ? [`El aviso permite suspender desde el ${suspension_desde}.`] : [];
        });
        for (const { id, numero_cuenta, vencidas, aviso_id } of listas) {
          const { numero_orden } = await crearOrden(t, {
            cliente_id: id,
            tipo: 'suspension',
            motivo: `${vencidas} facturas vencidas`,
            fecha: hoy,
            programada_para: dia,
            aviso_id: aviso_id ?? undefined,
            user_id: ctx.user?.id ?? null,
          });
          ctx.audit(`ordenes/${numero_orden}`, { despues: { tipo: 'suspension', numero_cuenta, dia } });
          resultados.set(numero_cuenta, { ...hecho('Suspensión ordenada.'), numero_orden });
        }
        return enOrden(cuentas, resultados);
      }),
    ),
});

type Resultado = { hecho: boolean; detalle: string; numero_orden: string | null };

const hecho = (detalle: string): Resultado => ({ hecho: true, detalle, numero_orden: null });

const enOrden = (cuentas: string[], resultados: Map<string, Resultado>) =>
  [...new Set(cuentas)].map((numero_cuenta) => ({
    numero_cuenta,
    ...(resultados.get(numero_cuenta) ?? { hecho: false, detalle: '', numero_orden: null }),
  }));

/** Of the accounts asked for, those that may go on, and what is answered of the others. */
async function juzgar(ctx: Context, t: TenantTx, cuentas: string[], more: (una: PorSuspender) => string[]) {
  const rows = await selectPorSuspender(t, reglaDe(ctx), { cuentas, limit: cuentas.length });
  const resultados = new Map<string, Resultado>();
  const listas: PorSuspender[] = [];
  for (const numero_cuenta of cuentas) {
    const row = rows.find((una) => una.numero_cuenta === numero_cuenta);
    const razones = row
      ? [...razonesDe(row), ...more(row)]
      : ['No tiene las facturas vencidas que exige la suspensión.'];
    if (row && razones.length === 0 && !listas.includes(row)) listas.push(row);
    else if (razones.length > 0)
      resultados.set(numero_cuenta, { hecho: false, detalle: razones.join(' '), numero_orden: null });
  }
  return { resultados, listas };
}

/** The first day on which the account may be suspended after a notice. */
async function finDelAviso(t: TenantTx, { tenant }: Context, fecha: string) {
  const propios = await selectFestivos(t, fecha);
  return sumarDiasHabiles(fecha, tenant.ajustes.dias_aviso_suspension, {
    dias_propios: new Set(propios.map((festivo) => festivo.fecha)),
    sabados_habiles: tenant.sabado_habil,
  });
}
