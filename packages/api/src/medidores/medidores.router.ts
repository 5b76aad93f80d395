import { selectClienteId } from '../clientes/clientes.queries.ts';
import { today } from '../core/clock.ts';
import { invalid, notFound, refuse } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import { exigirSinCorridas } from '../ejecuciones/exigir-quieto.ts';
import { insertLectura, selectClosedPeriod } from '../lecturas/lecturas.queries.ts';
import { insertMedidor, selectInstalled, selectMedidor, selectMedidores, setRetirado } from './medidores.queries.ts';
import { createMedidor, listMedidores, medidor, retirarMedidor } from './medidores.schema.ts';

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

  retirar: write('admin', 'atencion', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/medidores/{serial}/retirar',
        tag,
        summary: 'Retirar o cambiar un medidor',
        description:
          'Takes a meter away with its last dial and, with `nuevo`, installs another in its place the same day: the period bills both parts. 409 when that day was already issued.',
        example: {
          retirado_en: '2026-02-10',
          lectura_retiro: '120',
          nuevo: { serial: 'M-9002', digitos: 5, lectura_instalacion: '0' },
        },
      },
    })
    .input(retirarMedidor)
    .output(medidor)
    .mutation(({ ctx, input: { serial, retirado_en, lectura_retiro = null, causal: causal_retiro = null, nuevo } }) => {
      if (retirado_en > today(ctx.services.clock, ctx.tenant.zona_horaria))
        invalid('retirado_en', 'La fecha del retiro está en el futuro.');
      return ctx.tx(async (t) => {
        await exigirSinCorridas(t);
        const found = (await selectInstalled(t, serial)) ?? notFound('el medidor instalado', serial);
        const closed = await selectClosedPeriod(t, found.id, retirado_en);
        if (closed) refuse('periodo_no_abierto', `El periodo ${closed.codigo} ya se emitió: use una fecha posterior.`);
        const user_id = ctx.user?.id ?? null;
        await setRetirado(t, found.id, { retirado_en, lectura_retiro, causal_retiro });
        await insertLectura(t, {
          medidor_id: found.id,
          fecha_lectura: retirado_en,
          lectura_m3: lectura_retiro,
          tipo: 'retiro',
          causal: causal_retiro,
          user_id,
        });
        if (nuevo) {
          const { cliente_id } = found;
          const { lectura_instalacion } = nuevo;
          const { id } = await insertMedidor(t, { ...nuevo, cliente_id, instalado_en: retirado_en });
          await insertLectura(t, {
            medidor_id: id,
            fecha_lectura: retirado_en,
            lectura_m3: lectura_instalacion,
            tipo: 'inicial',
            causal: null,
            user_id,
          });
        }
        const retirado = (await selectMedidor(t, found.id)) ?? notFound('el medidor', serial);
        ctx.audit(`medidores/${serial}`, { despues: { ...retirado, nuevo } });
        return retirado;
      });
    }),
});
