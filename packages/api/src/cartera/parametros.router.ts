// What the utility itself must load for arrears: monthly rates and minimum wages.
import { salariosMinimos } from '@cunservicios/domain/cartera/cargos';
import { exigirTasaPermitida } from '@cunservicios/domain/cartera/intereses';
import { z } from 'zod';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import {
  selectSalariosMinimos,
  selectTasasMoraPage,
  upsertSalarioMinimo,
  upsertTasaMora,
} from './parametros.queries.ts';
import { listTasasMora, salarioMinimo, setSalarioMinimo, setTasaMora, tasaMora } from './parametros.schema.ts';

const tag = 'Cartera';

export const parametrosRouter = router({
  tasasMora: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/parametros/tasas-mora',
        tag,
        summary: 'Tasas de mora de cada mes',
        description: 'Late interest of uses that are not residential, the newest month first.',
        list: true,
      },
    })
    .input(listTasasMora)
    .output(pageOf(tasaMora))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'string') ?? [];
      return toPage(await selectTasasMoraPage(t, { ...input, after }), input, ({ mes }) => [mes]);
    }),

  setTasaMora: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'PUT',
        path: '/parametros/tasas-mora/{mes}',
        tag,
        summary: 'Cargar la tasa de mora de un mes',
        description:
          'Simple yearly rate of late interest of a month. 422 above 1.5 times the interés bancario corriente, when it is given (C. de Co. art. 884). Bills already issued keep the rate they had.',
        example: {
          tasa_anual: '0.2534',
          interes_bancario: '0.1712',
          norma: 'Superfinanciera, certificación de julio de 2026',
        },
      },
    })
    .input(setTasaMora)
    .output(tasaMora)
    .mutation(({ ctx, input }) => {
      if (input.interes_bancario !== null) exigirTasaPermitida(input.tasa_anual, input.interes_bancario);
      return ctx.tx(async (t) => {
        const saved = await upsertTasaMora(t, { ...input, user_id: ctx.user?.id ?? null });
        ctx.audit(`tasas-mora/${input.mes}`, { despues: input });
        return saved;
      });
    }),

  salarios: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/parametros/salarios-minimos',
        tag,
        summary: 'Salarios mínimos por año',
        description: 'Minimum wages that cap charges (CRA 424/2007): those of the program and those of the utility.',
      },
    })
    .output(z.array(salarioMinimo))
    .query(async ({ ctx: { t } }) => salariosMinimos(await selectSalariosMinimos(t)).map(toSalario)),

  setSalario: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'PUT',
        path: '/parametros/salarios-minimos/{anio}',
        tag,
        summary: 'Cargar el salario mínimo de un año',
        description: 'It counts instead of what the program brings for that year.',
        example: { valor: 1_500_000, norma: 'Decreto de diciembre de 2025' },
      },
    })
    .input(setSalarioMinimo)
    .output(salarioMinimo)
    .mutation(({ ctx, input }) =>
      ctx.tx(async (t) => {
        await upsertSalarioMinimo(t, { ...input, user_id: ctx.user?.id ?? null });
        ctx.audit(`salarios-minimos/${input.anio}`, { despues: input });
        return { ...input, propio: true };
      }),
    ),
});

const toSalario = ({ vigente_desde, pesos, norma, propio = false }: ReturnType<typeof salariosMinimos>[number]) => ({
  anio: Number(vigente_desde.slice(0, 4)),
  valor: pesos,
  norma,
  propio,
});
