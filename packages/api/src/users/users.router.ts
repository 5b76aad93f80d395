import { endSessions, setPassword } from '../auth/auth.queries.ts';
import { done } from '../auth/auth.schema.ts';
import { selectClienteId } from '../clientes/clientes.queries.ts';
import type { Context } from '../core/context.ts';
import { defined } from '../core/defined.ts';
import { notFound, refuse } from '../core/errors.ts';
import { forgetUser } from '../core/identity.ts';
import { readCursor, toPage } from '../core/page.ts';
import type { Rol } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { checkVersion } from '../core/transaction.ts';
import { read, router, write } from '../core/trpc.ts';
import { showCurrentUser, toUser } from './show-user.ts';
import {
  countUsers,
  deleteLink,
  deleteUser,
  insertLink,
  insertUser,
  lockUser,
  selectLinks,
  selectUser,
  selectUsers,
  setUser,
} from './users.queries.ts';
import {
  byId,
  changePassword,
  createUser,
  linkCliente,
  linkedClientes,
  listUsers,
  updateUser,
  user,
} from './users.schema.ts';

const tag = 'Usuarios';
const missing = (id: number) => notFound('el usuario', id);

const isAdmin = (ctx: Context) => ctx.user?.roles.includes('admin') ?? false;

/** Only their own, or an administrator. */
function selfOrAdmin(ctx: Context, user_id: number) {
  if (ctx.user?.id !== user_id && !isAdmin(ctx)) refuse('sin_permiso', 'Solo puede ver y cambiar su propio usuario.');
}

/** The role `plataforma` is given only by whoever has it: it reaches beyond the tenant. */
function rolesWith(ctx: Context, roles: Rol[], is_admin: boolean | undefined, before: Rol[] = []) {
  const rest = roles.filter((rol) => rol !== 'admin' || is_admin !== false);
  const wanted: Rol[] = is_admin && !rest.includes('admin') ? ['admin', ...rest] : rest;
  const gains = wanted.includes('plataforma') && !before.includes('plataforma');
  if (gains && !ctx.user?.roles.includes('plataforma'))
    refuse('sin_permiso', 'Solo quien administra la plataforma puede dar ese rol.');
  return wanted.length > 0 ? wanted : (['consulta'] satisfies Rol[]);
}

export const usersRouter = router({
  list: read('admin')
    .meta({ rest: { method: 'GET', path: '/users', tag, summary: 'Usuarios de la empresa', list: true } })
    .input(listUsers)
    .output(pageOf(user))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      const rows = await selectUsers(t, { ...input, after });
      return toPage(
        rows.map((row) => toUser(row, t.tenant_id)),
        input,
        ({ id }) => [id],
        input.count ? await countUsers(t, input) : undefined,
      );
    }),

  me: read('signed_in')
    .meta({ rest: { method: 'GET', path: '/users/me', tag, summary: 'El usuario de la sesión', etag: true } })
    .output(user)
    .query(({ ctx }) => showCurrentUser(ctx)),

  get: read('signed_in')
    .meta({ rest: { method: 'GET', path: '/users/{user_id}', tag, summary: 'Un usuario', etag: true } })
    .input(byId)
    .output(user)
    .query(async ({ ctx, input: { user_id } }) => {
      selfOrAdmin(ctx, user_id);
      return toUser((await selectUser(ctx.t, user_id)) ?? missing(user_id), ctx.t.tenant_id);
    }),

  create: write('admin')
    .meta({
      rest: {
        method: 'POST',
        path: '/users',
        tag,
        summary: 'Crear un usuario',
        status: 201,
        location: ({ id }: { id: number }) => `/users/${id}`,
        example: {
          email: 'lector@ejemplo.co',
          password: 'una contraseña larga',
          nombre: 'Lina Pérez',
          roles: ['lector'],
        },
      },
    })
    .input(createUser)
    .output(user)
    .mutation(async ({ ctx, input: { password, is_admin, roles, ...facts } }) => {
      const password_hash = await ctx.services.passwords.hash(password);
      return ctx.tx(async (t) => {
        const created = toUser(
          await insertUser(t, { ...facts, roles: rolesWith(ctx, roles, is_admin), password_hash }),
          t.tenant_id,
        );
        ctx.audit(`users/${created.id}`, { despues: created });
        return created;
      });
    }),

  update: write('signed_in')
    .meta({
      rest: {
        method: 'PUT',
        path: '/users/{user_id}',
        also: [{ method: 'PATCH' }],
        tag,
        summary: 'Cambiar un usuario',
        description:
          "One's own e-mail and name; an administrator also roles, state and password. Taking away one's own role is a 400.",
        etag: true,
        example: { nombre: 'Lina María Pérez' },
      },
    })
    .input(updateUser)
    .output(user)
    .mutation(async ({ ctx, input: { user_id, password, is_admin, roles, ...facts } }) => {
      selfOrAdmin(ctx, user_id);
      const self = ctx.user?.id === user_id;
      if (password !== undefined && self)
        refuse('propio_usuario', 'Cambie su propia contraseña con «Cambiar contraseña»: pide la actual.');
      if (!isAdmin(ctx) && (roles || is_admin !== undefined || facts.is_active !== undefined))
        refuse('sin_permiso', 'Solo un administrador cambia roles y estado.');
      const password_hash = password === undefined ? undefined : await ctx.services.passwords.hash(password);
      const updated = await ctx.tx(async (t) => {
        const before = (await lockUser(t, user_id)) ?? missing(user_id);
        checkVersion(ctx, before.version);
        const wanted =
          roles || is_admin !== undefined
            ? rolesWith(ctx, roles ?? before.roles, is_admin, before.roles)
            : before.roles;
        if (self && before.roles.includes('admin') && !wanted.includes('admin'))
          refuse('propio_usuario', 'No puede quitarse a sí mismo el rol de administrador.');
        if (self && facts.is_active === false) refuse('propio_usuario', 'No puede desactivar su propio usuario.');
        const after = await setUser(t, user_id, {
          ...defined(facts),
          roles: wanted,
          ...(password_hash && { password_hash }),
        });
        if (password_hash || facts.is_active === false) await endSessions(t, user_id);
        ctx.audit(`users/${user_id}`, { antes: toUser(withoutHash(before), t.tenant_id), despues: after });
        return toUser(after, t.tenant_id);
      });
      forgetUser(ctx.services, ctx.tenant.id, user_id);
      return updated;
    }),

  delete: write('admin')
    .meta({
      rest: {
        method: 'DELETE',
        path: '/users/{user_id}',
        tag,
        summary: 'Eliminar un usuario',
        status: 204,
        etag: true,
      },
    })
    .input(byId)
    .mutation(async ({ ctx, input: { user_id } }) => {
      if (ctx.user?.id === user_id) refuse('propio_usuario', 'No puede eliminar su propio usuario.');
      await ctx.tx(async (t) => {
        const before = (await lockUser(t, user_id)) ?? missing(user_id);
        checkVersion(ctx, before.version);
        await deleteUser(t, user_id);
        ctx.audit(`users/${user_id}`, { antes: withoutHash(before) });
      });
      forgetUser(ctx.services, ctx.tenant.id, user_id);
    }),

  changePassword: write('signed_in')
    .meta({
      rest: {
        method: 'POST',
        path: '/users/change-password',
        tag,
        summary: 'Cambiar la contraseña propia',
        description: 'Every older token of the user stops working. 400 when the current password is wrong.',
        example: { current_password: 'la contraseña actual', new_password: 'una contraseña más larga' },
      },
    })
    .input(changePassword)
    .output(done)
    .mutation(async ({ ctx, input: { current_password, new_password } }) => {
      const id = ctx.user?.id ?? 0;
      const password_hash = await ctx.services.passwords.hash(new_password);
      await ctx.tx(async (t) => {
        const before = (await lockUser(t, id)) ?? missing(id);
        if (!(await ctx.services.passwords.verify(before.password_hash, current_password)))
          refuse('contrasena_actual_incorrecta', 'La contraseña actual no es correcta.');
        await setPassword(t, id, password_hash);
        await endSessions(t, id);
        ctx.audit(`users/${id}`, { despues: { password: 'cambiada' } });
      });
      forgetUser(ctx.services, ctx.tenant.id, id);
      return { message: 'La contraseña quedó cambiada. Inicie sesión de nuevo.' };
    }),

  linkedClientes: read('signed_in')
    .meta({
      rest: {
        method: 'GET',
        path: '/users/{user_id}/clientes',
        tag,
        summary: 'Cuentas vinculadas a un usuario',
        description: "Accounts that a citizen's user may see.",
      },
    })
    .input(byId)
    .output(linkedClientes)
    .query(async ({ ctx, input: { user_id } }) => {
      selfOrAdmin(ctx, user_id);
      if (!(await selectUser(ctx.t, user_id))) missing(user_id);
      return selectLinks(ctx.t, user_id);
    }),

  linkCliente: write('admin', 'atencion')
    .meta({
      rest: {
        method: 'POST',
        path: '/users/{user_id}/clientes',
        tag,
        summary: 'Vincular una cuenta a un usuario',
        status: 204,
        example: { numero_cuenta: '05440-0001' },
      },
    })
    .input(linkCliente)
    .mutation(({ ctx, input: { user_id, numero_cuenta } }) =>
      ctx.tx(async (t) => {
        const { id } = (await selectClienteId(t, numero_cuenta)) ?? notFound('la cuenta', numero_cuenta);
        if (!(await selectUser(t, user_id))) missing(user_id);
        await insertLink(t, user_id, id);
        ctx.audit(`users/${user_id}`, { despues: { cuenta: numero_cuenta } });
      }),
    ),

  unlinkCliente: write('admin', 'atencion')
    .meta({
      rest: {
        method: 'DELETE',
        path: '/users/{user_id}/clientes/{numero_cuenta}',
        tag,
        summary: 'Desvincular una cuenta',
        status: 204,
      },
    })
    .input(linkCliente)
    .mutation(({ ctx, input: { user_id, numero_cuenta } }) =>
      ctx.tx(async (t) => {
        const { id } = (await selectClienteId(t, numero_cuenta)) ?? notFound('la cuenta', numero_cuenta);
        if (!(await selectUser(t, user_id))) missing(user_id);
        await deleteLink(t, user_id, id);
        ctx.audit(`users/${user_id}`, { antes: { cuenta: numero_cuenta } });
      }),
    ),
});

const withoutHash = <T extends { password_hash: string }>({ password_hash: _, ...rest }: T) => rest;
