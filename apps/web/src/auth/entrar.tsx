import { login } from '@cunservicios/api/auth/auth.schema';
import { tenantId } from '@cunservicios/api/tenants/tenants.schema';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { empresa, setEmpresa } from '../core/empresa.ts';
import { homeOf } from '../core/roles.ts';
import { openSession, whyEnded } from '../core/session.ts';
import { anonymous, trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Fallo } from '../ui/states.tsx';

const route = getRouteApi('/acceso/entrar');
const schema = login.extend({ empresa: tenantId });

/** Only an address of this site: `//elsewhere` and `/\elsewhere` are others. */
const safe = (volver: string | undefined) => (volver && /^\/(?![/\\])/.test(volver) ? volver : undefined);

export function Entrar() {
  const { volver, hecho } = route.useSearch();
  const router = useRouter();
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { username: '', password: '', empresa: empresa() },
  });
  const entrar = useMutation(
    trpc.auth.login.mutationOptions({
      ...anonymous,
      onSuccess: (answer) => {
        openSession(answer);
        router.history.push(safe(volver) ?? homeOf(answer.roles));
      },
    }),
  );
  const { errors } = formState;

  return (
    <Page titulo="Entrar">
      {(hecho === 'contrasena' || whyEnded() === 'contrasena') && (
        <Aviso tono="bien">La contraseña quedó cambiada. Entre con la nueva.</Aviso>
      )}
      {whyEnded() === 'vencida' && !entrar.isError && (
        <Aviso tono="alerta">Su sesión terminó. Entre de nuevo para seguir donde estaba.</Aviso>
      )}
      {entrar.isError && <Fallo error={entrar.error} />}
      <form
        className="tarjeta"
        noValidate
        onSubmit={(event) =>
          void handleSubmit(({ empresa, ...datos }) => {
            setEmpresa(empresa);
            entrar.mutate(datos);
          })(event)
        }
      >
        <Texto
          etiqueta="Correo"
          type="email"
          autoComplete="username"
          {...register('username')}
          error={errors.username?.message}
        />
        <Texto
          etiqueta="Contraseña"
          type="password"
          autoComplete="current-password"
          {...register('password')}
          error={errors.password?.message}
        />
        <Texto
          etiqueta="Empresa"
          ayuda="El identificador de su empresa de servicios. Si solo hay una, déjelo como está."
          autoCapitalize="none"
          autoComplete="organization"
          spellCheck={false}
          {...register('empresa')}
          error={errors.empresa?.message}
        />
        <div className="acciones">
          <button type="submit" className="boton principal" disabled={entrar.isPending}>
            {entrar.isPending ? 'Entrando…' : 'Entrar'}
          </button>
          <a href="/recuperar">Olvidé mi contraseña</a>
        </div>
      </form>
    </Page>
  );
}
