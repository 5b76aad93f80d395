import { login } from '@cunservicios/api/auth/auth.schema';
import { tenantId } from '@cunservicios/api/tenants/tenants.schema';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { empresa, setEmpresa } from '../core/empresa.ts';
import { homeOf } from '../core/roles.ts';
import { openSession, whyEnded } from '../core/session.ts';
import { anonymous, trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

const route = getRouteApi('/acceso/entrar');
const schema = login.extend({ empresa: tenantId });

/** Only an address of this site: `//elsewhere` and `/\elsewhere` are others. */
const safe = (volver: string | undefined) => (volver && /^\/(?![/\\])/.test(volver) ? volver : undefined);

export function Entrar() {
  const { volver, hecho } = route.useSearch();
  const router = useRouter();
  const entrar = useMutation(
    trpc.auth.login.mutationOptions({
      ...anonymous,
      onSuccess: (answer) => {
        openSession(answer);
        router.history.push(safe(volver) ?? homeOf(answer.roles));
      },
    }),
  );
  const { campo, ...de } = useFormulario(schema, {
    inicial: { username: '', password: '', empresa: empresa() },
    mutacion: {
      ...entrar,
      mutate: ({ empresa, ...datos }, options) => {
        setEmpresa(empresa);
        entrar.mutate(datos, options);
      },
    },
  });

  return (
    <Page titulo="Entrar">
      {(hecho === 'contrasena' || whyEnded() === 'contrasena') && (
        <Aviso tono="bien">La contraseña quedó cambiada. Entre con la nueva.</Aviso>
      )}
      {whyEnded() === 'vencida' && !entrar.isError && (
        <Aviso tono="alerta">Su sesión terminó. Entre de nuevo para seguir donde estaba.</Aviso>
      )}
      <Formulario
        de={de}
        className="tarjeta"
        accion="Entrar"
        enviando="Entrando…"
        junto={<a href="/recuperar">Olvidé mi contraseña</a>}
      >
        <Texto etiqueta="Correo" type="email" autoComplete="username" {...campo('username')} />
        <Texto etiqueta="Contraseña" type="password" autoComplete="current-password" {...campo('password')} />
        <Texto
          etiqueta="Empresa"
          ayuda="El identificador de su empresa de servicios. Si solo hay una, déjelo como está."
          autoCapitalize="none"
          autoComplete="organization"
          spellCheck={false}
          {...campo('empresa')}
        />
      </Formulario>
    </Page>
  );
}
