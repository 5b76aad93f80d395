// What makes an account be billed unlike others: dated, with its ground, and never into what was already issued.
import type { TenantTx } from '@cunservicios/db/tenant';
import { hastaFuga } from '@cunservicios/domain/consumo/fuga';
import { z } from 'zod';
import { selectClienteId } from '../clientes/clientes.queries.ts';
import { invalid, notFound, refuse } from '../core/errors.ts';
import { STAFF } from '../core/roles.ts';
import { read, router, write } from '../core/trpc.ts';
import { selectTercero } from '../terceros/terceros.queries.ts';
import {
  endDecision,
  endDesincentivo,
  endVertimiento,
  insertDecision,
  insertDesincentivo,
  insertFuga,
  insertVertimiento,
  selectCondiciones,
  selectDesincentivoById,
  selectDesincentivos,
  selectEmitidoDesde,
} from './condiciones.queries.ts';
import {
  byCuenta,
  condiciones,
  createDecision,
  createDesincentivo,
  createFuga,
  createVertimiento,
  decision,
  desincentivo,
  fuga,
  terminarDecision,
  terminarDesincentivo,
  terminarVertimiento,
  vertimiento,
} from './condiciones.schema.ts';

const tag = 'Clientes';

/** The account, if nothing from that day on was issued: what is issued is corrected by a note. */
async function cuentaSinEmitir(t: TenantTx, numero_cuenta: string, desde: string) {
  const { id } = (await selectClienteId(t, numero_cuenta)) ?? notFound('la cuenta', numero_cuenta);
  const emitido = await selectEmitidoDesde(t, desde, id);
  if (emitido)
    refuse(
      'periodo_no_abierto',
      `El periodo ${emitido.codigo} ya se emitió: use una fecha posterior y corrija lo emitido con una nota.`,
    );
  return id;
}

export const condicionesRouter = router({
  get: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/clientes/{numero_cuenta}/condiciones',
        tag,
        summary: 'Condiciones especiales de una cuenta',
        description: 'Hidden leaks, discharge and decisions of use especial of an account, newest first.',
      },
    })
    .input(byCuenta)
    .output(condiciones)
    .query(async ({ ctx: { t }, input: { numero_cuenta } }) => {
      const { id } = (await selectClienteId(t, numero_cuenta)) ?? notFound('la cuenta', numero_cuenta);
      return selectCondiciones(t, id);
    }),

  createFuga: write('admin', 'facturacion', 'atencion')
    .meta({
      rest: {
        method: 'POST',
        path: '/clientes/{numero_cuenta}/fugas',
        tag,
        summary: 'Registrar una fuga imperceptible',
        description:
          'From its detection two months are billed at the average of the account (Ley 142/1994 art. 146). 409 when that time was issued.',
        status: 201,
        location: () => '/clientes',
        example: { detectada_en: '2030-03-10', motivo: 'Visita 123 con geófono' },
      },
    })
    .input(createFuga)
    .output(fuga)
    .mutation(({ ctx, input: { numero_cuenta, detectada_en, motivo } }) =>
      ctx.tx(async (t) => {
        const cliente_id = await cuentaSinEmitir(t, numero_cuenta, detectada_en);
        const hasta = hastaFuga(detectada_en);
        const user_id = ctx.user?.id ?? null;
        const created = await insertFuga(t, { cliente_id, detectada_en, hasta, motivo, user_id });
        ctx.audit(`clientes/${numero_cuenta}/fugas`, { despues: created });
        return created;
      }),
    ),

  createVertimiento: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/clientes/{numero_cuenta}/vertimientos',
        tag,
        summary: 'Registrar el vertimiento de una cuenta',
        description:
          'An own source adds its m³ to alcantarillado; a gauged discharge takes their place. It counts for periods that begin on or after `desde`.',
        status: 201,
        location: () => '/clientes',
        example: { modo: 'fuente_propia', m3_mes: 30, desde: '2030-01-01', soporte: 'Aforo 45 de 2029' },
      },
    })
    .input(createVertimiento)
    .output(vertimiento)
    .mutation(({ ctx, input: { numero_cuenta, ...facts } }) =>
      ctx.tx(async (t) => {
        const cliente_id = await cuentaSinEmitir(t, numero_cuenta, facts.desde);
        const created = await insertVertimiento(t, { ...facts, cliente_id, user_id: ctx.user?.id ?? null });
        ctx.audit(`clientes/${numero_cuenta}/vertimientos`, { despues: created });
        return created;
      }),
    ),

  createDecision: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/clientes/{numero_cuenta}/decisiones-especial',
        tag,
        summary: 'Registrar la decisión de uso especial',
        description:
          'Request, express decision and dates (Decreto 229/2002 art. 3). Outside its dates the account is set apart.',
        status: 201,
        location: () => '/clientes',
        example: { solicitud_fecha: '2029-12-01', decision: 'Resolución 8 de 2029', desde: '2030-01-01' },
      },
    })
    .input(createDecision)
    .output(decision)
    .mutation(({ ctx, input: { numero_cuenta, ...facts } }) =>
      ctx.tx(async (t) => {
        const cliente_id = await cuentaSinEmitir(t, numero_cuenta, facts.desde);
        const created = await insertDecision(t, { ...facts, cliente_id, user_id: ctx.user?.id ?? null });
        ctx.audit(`clientes/${numero_cuenta}/decisiones-especial`, { despues: created });
        return created;
      }),
    ),

  endVertimiento: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'PATCH',
        path: '/vertimientos/{vertimiento_id}',
        tag,
        summary: 'Terminar un vertimiento',
        example: { hasta: '2030-12-31' },
      },
    })
    .input(terminarVertimiento)
    .output(vertimiento)
    .mutation(({ ctx, input: { vertimiento_id, hasta } }) =>
      ctx.tx(async (t) => {
        const ended = (await endVertimiento(t, vertimiento_id, hasta)) ?? notFound('el vertimiento', vertimiento_id);
        ctx.audit(`vertimientos/${vertimiento_id}`, { despues: ended });
        return ended;
      }),
    ),

  endDecision: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'PATCH',
        path: '/decisiones-especial/{decision_id}',
        tag,
        summary: 'Terminar una decisión de uso especial',
        example: { hasta: '2030-12-31' },
      },
    })
    .input(terminarDecision)
    .output(decision)
    .mutation(({ ctx, input: { decision_id, hasta } }) =>
      ctx.tx(async (t) => {
        const ended = (await endDecision(t, decision_id, hasta)) ?? notFound('la decisión', decision_id);
        ctx.audit(`decisiones-especial/${decision_id}`, { despues: ended });
        return ended;
      }),
    ),

  listDesincentivos: read(...STAFF)
    .meta({
      rest: { method: 'GET', path: '/desincentivos', tag: 'Tarifas', summary: 'Desincentivos por consumo excesivo' },
    })
    .output(z.array(desincentivo))
    .query(({ ctx: { t } }) => selectDesincentivos(t)),

  createDesincentivo: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/desincentivos',
        tag: 'Tarifas',
        summary: 'Activar el desincentivo por consumo excesivo',
        description:
          'From `desde`, residential consumption above twice the básico pays the reference price again (CRA 039/2024); the money is booked as a third party’s.',
        status: 201,
        location: () => '/desincentivos',
        example: { desde: '2030-01-01', norma: 'CRA 039/2024', tercero: 'fonam' },
      },
    })
    .input(createDesincentivo)
    .output(desincentivo)
    .mutation(({ ctx, input: { tercero, ...facts } }) =>
      ctx.tx(async (t) => {
        const { id: tercero_id } =
          (await selectTercero(t, tercero)) ?? invalid('tercero', `No existe el tercero ${tercero}: créelo primero.`);
        const emitido = await selectEmitidoDesde(t, facts.desde);
        if (emitido)
          refuse('periodo_no_abierto', `El periodo ${emitido.codigo} ya se emitió: use una fecha posterior.`);
        const { id } = await insertDesincentivo(t, { ...facts, tercero_id, user_id: ctx.user?.id ?? null });
        const created = (await selectDesincentivoById(t, id)) ?? notFound('el desincentivo', id);
        ctx.audit(`desincentivos/${id}`, { despues: created });
        return created;
      }),
    ),

  endDesincentivo: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'PATCH',
        path: '/desincentivos/{desincentivo_id}',
        tag: 'Tarifas',
        summary: 'Terminar el desincentivo',
        example: { hasta: '2029-12-31' },
      },
    })
    .input(terminarDesincentivo)
    .output(desincentivo)
    .mutation(({ ctx, input: { desincentivo_id, hasta } }) =>
      ctx.tx(async (t) => {
        await endDesincentivo(t, desincentivo_id, hasta);
        const ended =
          (await selectDesincentivoById(t, desincentivo_id)) ?? notFound('el desincentivo', desincentivo_id);
        ctx.audit(`desincentivos/${desincentivo_id}`, { despues: ended });
        return ended;
      }),
    ),
});
