import { selectClienteId } from '../clientes/clientes.queries.ts';
import { invalid, notFound } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import { insertLectura } from '../lecturas/lecturas.queries.ts';
import { insertMedidor, selectMedidor, selectMedidores } from './medidores.queries.ts';
import { createMedidor, listMedidores, medidor } from './medidores.schema.ts';

const tag = 'Medidores y lecturas';

export const medidoresRouter = router({
  list: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/medidores',
        tag,
        summary: 'Medidores, los instalados y los retirados',
        list: true,
      },
    })
    .input(listMedidores)
    .output(pageOf(medidor))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      return toPage(await selectMedidores(t, { ...input, after }), input, ({ id }) => [id]);
    }),

  create: write('admin', 'atencion', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/medidores',
        tag,
        summary: 'Instalar un medidor en una cuenta',
        description:
          'Installs a meter at an account. With `lectura_instalacion` that reading is the starting point. 409 when one is in place.',
        status: 201,
        location: () => '/medidores',
        example: {
          numero_cuenta: '05440-9001',
          serial: 'M-9001',
          digitos: 5,
          instalado_en: '2026-01-02',
          lectura_instalacion: '0',
        },
      },
    })
    .input(createMedidor)
    .output(medidor)
    .mutation(({ ctx, input: { numero_cuenta, lectura_instalacion = null, ...facts } }) =>
      ctx.tx(async (t) => {
        const cliente =
          (await selectClienteId(t, numero_cuenta)) ??
          invalid('numero_cuenta', `No existe la cuenta ${numero_cuenta}.`);
        const { id } = await insertMedidor(t, { ...facts, lectura_instalacion, cliente_id: cliente.id });
        if (lectura_instalacion !== null)
          await insertLectura(t, {
            medidor_id: id,
            fecha_lectura: facts.instalado_en,
            lectura_m3: lectura_instalacion,
            tipo: 'inicial',
            causal: null,
            user_id: ctx.user?.id ?? null,
          });
        const created = (await selectMedidor(t, id)) ?? notFound('el medidor', facts.serial);
        ctx.audit(`medidores/${facts.serial}`, { despues: created });
        return created;
      }),
    ),
});
