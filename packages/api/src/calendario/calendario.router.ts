import { festivosDe as festivosDelAnio } from '@cunservicios/domain/calendario/festivos';
import { plazo as calcularPlazo } from '@cunservicios/domain/plazos/plazos';
import { read, router } from '../core/trpc.ts';
import { selectFestivos } from '../pqrs/pqrs.queries.ts';
import { festivos, festivosDe, plazo, plazoDe } from './calendario.schema.ts';

const tag = 'Calendario';

export const calendarioRouter = router({
  festivos: read('anyone')
    .meta({
      rest: {
        method: 'GET',
        path: '/calendario/festivos',
        tag,
        summary: 'Festivos nacionales de un año',
        description: 'National holidays of a year (Ley 51 of 1983, Ley 2578 of 2026), computed.',
      },
    })
    .input(festivosDe)
    .output(festivos)
    .query(({ input: { anio } }) => festivosDelAnio(anio).map(({ fecha, nombre }) => ({ fecha, nombre }))),

  plazo: read('anyone')
    .meta({
      rest: {
        method: 'GET',
        path: '/calendario/plazo',
        tag,
        summary: 'Fecha límite de un plazo en días hábiles',
        description: "Both limits of a term in business days, with the utility's own non-working days.",
      },
    })
    .input(plazoDe)
    .output(plazo)
    .query(async ({ ctx, input: { recibido, dias } }) => {
      const propios = await selectFestivos(ctx.t, recibido);
      const { limite_legal, limite_seguro } = calcularPlazo(recibido, dias, {
        dias_propios: new Set(propios.map(({ fecha }) => fecha)),
        sabados_habiles: ctx.tenant.sabado_habil,
      });
      return { recibido, dias, limite_legal, limite_seguro };
    }),
});
