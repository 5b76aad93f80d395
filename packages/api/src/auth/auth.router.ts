import { refuse } from '../core/errors.ts';
import { forgetUser } from '../core/identity.ts';
import { newSecret, hashSecret } from '../core/tokens.ts';
import { enqueue } from '../core/transaction.queries.ts';
import { read, router, write } from '../core/trpc.ts';
import { user } from '../users/users.schema.ts';
import { showCurrentUser } from '../users/show-user.ts';
import { endSessions, insertReset, selectLogin, setPassword, takeReset } from './auth.queries.ts';
import { done, forgotPassword, login, refresh, resetPassword, tokens } from './auth.schema.ts';
import { checkGuessing, noteFailure, noteSuccess } from './guessing.ts';
import { closeSession, openSession, renewSession } from './session.ts';

const RESET_MINUTES = 30;
const tag = 'Acceso';

export const authRouter = router({
  login: write('anyone')
    .meta({
      rest: {
        method: 'POST',
        path: '/auth/login',
        tag,
        summary: 'Iniciar sesión',
        description:
          'Signs in with e-mail and password. 401 `credenciales` in the same time for known and unknown e-mails; 429 while a pause runs.',
        form: true,
        example: { username: 'admin@ejemplo.co', password: 'una contraseña larga' },
      },
    })
    .input(login)
    .output(tokens)
    .mutation(async ({ ctx, input: { username, password } }) => {
      await checkGuessing(ctx, username);
      const found = await selectLogin(ctx.t, username);
      const good = await ctx.services.passwords.verify(found?.is_active ? found.password_hash : undefined, password);
      if (!found || !good) {
        await noteFailure(ctx, username);
        return refuse(
          'credenciales',
          'El correo o la contraseña no son correctos. Revíselos o restablezca la contraseña.',
        );
      }
      await noteSuccess(ctx, username);
      return ctx.tx((t) => {
        ctx.audit(`users/${found.id}`, { despues: { sesion: 'abierta' } });
        return openSession(ctx, t, found);
      });
    }),

  refresh: write('anyone')
    .meta({
      rest: {
        method: 'POST',
        path: '/auth/refresh',
        tag,
        summary: 'Renovar la sesión',
        description:
          "Exchanges a refresh token (body, or the web's cookie) for a new pair; a repeated one ends its family.",
        example: { refresh_token: 'el que dio el inicio de sesión' },
      },
    })
    .input(refresh)
    .output(tokens)
    .mutation(({ ctx, input }) => {
      const secret = input.refresh_token ?? ctx.refresh_cookie;
      if (!secret) refuse('sin_sesion', 'No hay una sesión que renovar. Inicie sesión.');
      return renewSession(ctx, secret);
    }),

  logout: write('anyone')
    .meta({
      rest: {
        method: 'POST',
        path: '/auth/logout',
        tag,
        summary: 'Cerrar la sesión',
        description: 'Ends this session: its refresh tokens stop working.',
        status: 204,
      },
    })
    .input(refresh)
    .mutation(async ({ ctx, input }) => {
      const secret = input.refresh_token ?? ctx.refresh_cookie;
      ctx.answer.refresh_cookie = null;
      if (secret) await closeSession(ctx, secret);
    }),

  logoutAll: write('signed_in')
    .meta({
      rest: {
        method: 'POST',
        path: '/auth/logout-all',
        tag,
        summary: 'Cerrar todas las sesiones',
        description: 'Ends every session of the user, on every device.',
        status: 204,
      },
    })
    .mutation(async ({ ctx }) => {
      const id = ctx.user?.id ?? 0;
      ctx.answer.refresh_cookie = null;
      await ctx.tx((t) => endSessions(t, id));
      forgetUser(ctx.services, ctx.tenant.id, id);
    }),

  me: read('signed_in')
    .meta({ rest: { method: 'GET', path: '/auth/me', tag, summary: 'El usuario de la sesión' } })
    .output(user)
    .query(({ ctx }) => showCurrentUser(ctx)),

  forgotPassword: write('anyone')
    .meta({
      rest: {
        method: 'POST',
        path: '/auth/forgot-password',
        tag,
        summary: 'Pedir un enlace para restablecer la contraseña',
        description:
          'Sends a link to set a new password, good for 30 minutes. Answers the same whether or not the e-mail is known.',
        example: { email: 'persona@ejemplo.co' },
      },
    })
    .input(forgotPassword)
    .output(done)
    .mutation(async ({ ctx, input: { email } }) => {
      await checkGuessing(ctx, `restablecer ${email}`);
      await noteFailure(ctx, `restablecer ${email}`);
      const found = await selectLogin(ctx.t, email);
      const link = newSecret();
      await ctx.tx(async (t) => {
        ctx.audit('auth/restablecer');
        if (!found?.is_active) return;
        const expira = new Date(ctx.services.clock.now().getTime() + RESET_MINUTES * 60_000).toISOString();
        await insertReset(t, { token_hash: link.hash, user_id: found.id, expira });
        await enqueue(t, 'enviar_correo', {
          para: found.email,
          asunto: `Restablecer su contraseña de ${ctx.tenant.nombre}`,
          texto: [
            'Alguien pidió cambiar la contraseña de esta cuenta.',
            `Si fue usted, abra este enlace antes de ${RESET_MINUTES} minutos:`,
            `${ctx.services.publicUrl}/restablecer?empresa=${ctx.tenant.id}&token=${link.secret}`,
            'Si no fue usted, no haga nada: su contraseña sigue igual.',
          ].join('\n\n'),
        });
      });
      return { message: 'Si el correo está registrado, recibirá un enlace para cambiar la contraseña.' };
    }),

  resetPassword: write('anyone')
    .meta({
      rest: {
        method: 'POST',
        path: '/auth/reset-password',
        tag,
        summary: 'Poner una contraseña nueva con el enlace recibido',
        description: "Sets a new password with the link's token; every session of the user ends. 400 `enlace_vencido`.",
        example: { token: 'el-token-del-enlace-recibido', new_password: 'otra contraseña larga' },
      },
    })
    .input(resetPassword)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      const password_hash = await ctx.services.passwords.hash(input.new_password);
      const user_id = await ctx.tx(async (t) => {
        const reset =
          (await takeReset(t, hashSecret(input.token), ctx.services.clock.now().toISOString())) ??
          refuse('enlace_vencido', 'El enlace venció o ya se usó. Pida uno nuevo.');
        await setPassword(t, reset.user_id, password_hash);
        await endSessions(t, reset.user_id);
        ctx.audit(`users/${reset.user_id}`, { despues: { password: 'restablecida' } });
        return reset.user_id;
      });
      forgetUser(ctx.services, ctx.tenant.id, user_id);
      return { message: 'La contraseña quedó cambiada. Ya puede iniciar sesión.' };
    }),
});
