// Cycles and the routes walked in them: what is billed together.
import { invalid } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import { insertCiclo, insertRuta, selectCicloId, selectCiclos, selectRutas } from './ciclos.queries.ts';
import { ciclo, createCiclo, createRuta, listCiclos, listRutas, ruta } from './ciclos.schema.ts';

const tag = 'Ciclos y rutas';

export const ciclosRouter = router({
  list: read(...STAFF)
    .meta({ rest: { method: 'GET', path: '/ciclos', tag, summary: 'Ciclos de facturación', list: true } })
    .input(listCiclos)
    .output(pageOf(ciclo))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      const rows = await selectCiclos(t, { ...input, after });
      return toPage(
        rows.map((row) => ({ ...row, cuentas: row.cuentas ?? 0 })),
        input,
        ({ id }) => [id],
      );
    }),

  create: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/ciclos',
        tag,
        summary: 'Crear un ciclo',
        status: 201,
        location: () => '/ciclos',
        example: { codigo: '2', nombre: 'Centro', periodicidad: 'mensual' },
      },
    })
    .input(createCiclo)
    .output(ciclo)
    .mutation(({ ctx, input }) =>
      ctx.tx(async (t) => {
        const created = await insertCiclo(t, { ...input, periodicidad: input.periodicidad ?? ctx.tenant.periodicidad });
        ctx.audit(`ciclos/${created.codigo}`, { despues: created });
        return { ...created, cuentas: 0 };
      }),
    ),
});

export const rutasRouter = router({
  list: read(...STAFF)
    .meta({ rest: { method: 'GET', path: '/rutas', tag, summary: 'Rutas de lectura', list: true } })
    .input(listRutas)
    .output(pageOf(ruta))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      const rows = await selectRutas(t, { ...input, after });
      return toPage(
        rows.map((row) => ({ ...row, cuentas: row.cuentas ?? 0 })),
        input,
        ({ id }) => [id],
      );
    }),

  create: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/rutas',
        tag,
        summary: 'Crear una ruta',
        status: 201,
        location: () => '/rutas',
        example: { codigo: 'R09', nombre: 'Barrio Alto', ciclo: '1' },
      },
    })
    .input(createRuta)
    .output(ruta)
    .mutation(({ ctx, input }) =>
      ctx.tx(async (t) => {
        const { id: ciclo_id } =
          (await selectCicloId(t, input.ciclo)) ?? invalid('ciclo', `No existe el ciclo ${input.ciclo}.`);
        const created = await insertRuta(t, { codigo: input.codigo, nombre: input.nombre, ciclo_id });
        ctx.audit(`rutas/${created.codigo}`, { despues: created });
        return { ...created, ciclo: input.ciclo, cuentas: 0 };
      }),
    ),
});
