import { refuse } from '../core/errors.ts';
import { read, router, write } from '../core/trpc.ts';
import { lockLiquidado, reliquidar } from '../facturacion/reliquidar.ts';
import { findPeriodo } from '../periodos/find-periodo.ts';
import { byCodigo, periodo } from '../periodos/periodos.schema.ts';
import { showPeriodo } from '../periodos/show-periodo.ts';
import {
  selectApartadas,
  selectComparacion,
  selectEnRevision,
  selectPeriodoAnterior,
  selectSalen,
  setAprobado,
} from './critica.queries.ts';
import { aprobar, comparacion, comparar, resolver as resolverInput, resueltas } from './critica.schema.ts';
import { resolver } from './resolver.ts';

const tag = 'Periodos';
const REINTENTO = 1_000;

export const criticaRouter = router({
  resolver: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/periodos/{codigo}/resoluciones',
        tag,
        summary: 'Resolver una advertencia de una o varias cuentas',
        description:
          'Decides about a warning of accounts of a liquidated period, with who and why; their prefacturas are calculated again at once.',
        query: ['ciclo'],
        example: {
          cuentas: ['05440-0003'],
          advertencia: 'desviacion_significativa',
          accion: 'confirmar',
          motivo: 'Visita del 3 de abril: hay un inquilino nuevo.',
        },
      },
    })
    .input(resolverInput)
    .output(resueltas)
    .mutation(({ ctx, input }) =>
      ctx.tx(async (t) => {
        const { periodo: found, antes, ahora } = await resolver(ctx, t, input);
        const previas = new Map(antes.map((row) => [row.cliente_id, row]));
        return {
          periodo: await showPeriodo(t, ctx.services, found.id),
          cuentas: ahora.map(({ cliente_id, medidor_id: _medidor, calculo: _calculo, ...row }) => ({
            ...row,
            consumo_antes_m3: previas.get(cliente_id)?.consumo_m3 ?? null,
            valor_antes: previas.get(cliente_id)?.valor_total ?? 0,
          })),
        };
      }),
    ),

  comparar: read('admin', 'facturacion', 'atencion', 'consulta')
    .meta({
      rest: {
        method: 'GET',
        path: '/periodos/{codigo}/comparacion',
        tag,
        summary: 'Un periodo frente al anterior, por uso, estrato o ruta',
        description: 'A liquidated period against the bills before of the same accounts, and who is left out.',
      },
    })
    .input(comparar)
    .output(comparacion)
    .query(async ({ ctx: { t }, input }) => {
      const found = await findPeriodo(t, input);
      const anterior = await selectPeriodoAnterior(t, found);
      const [grupos, salen] = await Promise.all([
        selectComparacion(t, found.id, input.por),
        anterior ? selectSalen(t, anterior.id, found.id) : { cuentas: 0, valor_anterior: 0 },
      ]);
      return { codigo: found.codigo, anterior: anterior?.codigo ?? null, grupos, salen };
    }),

  aprobar: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/periodos/{codigo}/aprobar',
        tag,
        summary: 'Aprobar un periodo liquidado para emitirlo',
        example: { motivo: 'Revisados los totales y las cuentas atípicas' },
        description:
          'A second person, not who liquidated it, approves a period for issue. A change to any account takes it back. 409 `misma_persona`.',
        query: ['ciclo'],
      },
    })
    .input(aprobar)
    .output(periodo)
    .mutation(({ ctx, input }) =>
      ctx.tx(async (t) => {
        const found = await findPeriodo(t, input);
        const { liquidado_por } = await lockLiquidado(t, found);
        const user_id = ctx.user?.id ?? 0;
        if (liquidado_por === user_id)
          refuse('misma_persona', 'Quien liquidó el periodo no puede aprobarlo: pídalo a otra persona.');
        await setAprobado(t, found.id, user_id, ctx.services.clock.now().toISOString());
        ctx.audit(`periodos/${found.codigo}`, { despues: { aprobado_por: user_id, motivo: input.motivo } });
        return showPeriodo(t, ctx.services, found.id);
      }),
    ),

  reintentar: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/periodos/{codigo}/reintentar',
        tag,
        summary: 'Volver a liquidar las cuentas apartadas',
        description:
          'Tries the accounts that were set apart again, after their reason was mended. The others stay as they are.',
        query: ['ciclo'],
      },
    })
    .input(byCodigo)
    .output(periodo)
    .mutation(({ ctx, input }) =>
      ctx.tx(async (t) => {
        const found = await findPeriodo(t, input);
        await lockLiquidado(t, found);
        for (let after = 0; ;) {
          const rows = await selectApartadas(t, found.id, after, REINTENTO);
          const ids = rows.map(({ cliente_id }) => cliente_id);
          if (ids.length === 0) break;
          await reliquidar(t, ctx.tenant, found, await selectEnRevision(t, found.id, ids));
          after = ids.at(-1) ?? after;
        }
        ctx.audit(`periodos/${found.codigo}`, { despues: { reintentar: true } });
        return showPeriodo(t, ctx.services, found.id);
      }),
    ),
});
