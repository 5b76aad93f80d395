// What each bank does its own way in its files: data that whoever collects may write.
import { z } from 'zod';
import { notFound } from '../core/errors.ts';
import { STAFF } from '../core/roles.ts';
import { read, router, write } from '../core/trpc.ts';
import { checkVersion } from '../core/transaction.ts';
import { lockPerfil, selectPerfil, selectPerfiles, upsertPerfil } from './perfiles-banco.queries.ts';
import { byBanco, perfilBanco, savePerfilBanco } from './perfiles-banco.schema.ts';

const tag = 'Archivos de recaudo';
const missing = (banco: string) => notFound('el perfil del banco', banco);

export const perfilesBancoRouter = router({
  list: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/perfiles-banco',
        tag,
        summary: 'Lo que cada banco hace a su manera en sus archivos',
        description: 'A bank without a profile is read as the format was published.',
      },
    })
    .output(z.array(perfilBanco))
    .query(({ ctx: { t } }) => selectPerfiles(t)),

  get: read(...STAFF)
    .meta({
      rest: { method: 'GET', path: '/perfiles-banco/{banco}', tag, summary: 'El perfil de un banco', etag: true },
    })
    .input(byBanco)
    .output(perfilBanco)
    .query(async ({ ctx: { t }, input: { banco } }) => (await selectPerfil(t, banco)) ?? missing(banco)),

  save: write('admin', 'recaudo')
    .meta({
      rest: {
        method: 'PUT',
        path: '/perfiles-banco/{banco}',
        tag,
        summary: 'Guardar el perfil de un banco',
        description: 'It counts for the files that come in from now on; each file keeps the profile it was read with.',
        etag: true,
        example: { nombre: 'Banco del Oriente', perfil: { referencia_es: 'factura_o_cuenta', secuencia: 'linea' } },
      },
    })
    .input(savePerfilBanco)
    .output(perfilBanco)
    .mutation(({ ctx, input }) =>
      ctx.tx(async (t) => {
        const antes = await lockPerfil(t, input.banco);
        if (antes) checkVersion(ctx, antes.version);
        await upsertPerfil(t, { ...input, user_id: ctx.user?.id ?? null });
        const despues = (await selectPerfil(t, input.banco)) ?? missing(input.banco);
        ctx.audit(`perfiles-banco/${input.banco}`, { antes, despues });
        return despues;
      }),
    ),
});
