import { updateUser } from '@cunservicios/api/users/users.schema';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Casilla, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Page } from '../ui/page.tsx';
import { Cargado } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import type { Mutacion } from '../ui/use-formulario.ts';
import { Prohibida } from '../ui/whole-page.tsx';
import { CuentasVinculadas } from './cuentas-vinculadas.tsx';
import { EliminarUsuario } from './eliminar.tsx';
import { CampoRoles } from './roles-campo.tsx';

const route = getRouteApi('/sala/oficina/usuarios/$user_id');

export function UsuarioPage() {
  const user_id = Number(route.useParams().user_id);
  const me = useUser();
  const puede = hasRole(me?.roles ?? [], 'admin');
  const query = useQuery(trpc.users.get.queryOptions({ user_id }, { enabled: puede }));
  // Above the form, which begins anew with what was saved: the message stays.
  const guardar = useMutation(
    trpc.users.update.mutationOptions({ onSuccess: () => refrescar(trpc.users.pathFilter()) }),
  );
  if (!puede) return <Prohibida quien="quienes administran los usuarios" />;
  return (
    <Page
      titulo={query.data ? query.data.nombre || query.data.email : `Usuario ${user_id}`}
      migas={<Link to="/oficina/usuarios">Usuarios</Link>}
      bajada={query.data?.nombre && query.data.email}
    >
      <Cargado query={query}>
        {(usuario) => (
          <>
            <FormularioUsuario
              key={usuario.version}
              usuario={usuario}
              propio={me?.id === user_id}
              mutacion={guardar}
              hecho={guardar.isSuccess && 'Los cambios quedaron guardados.'}
            />
            {usuario.roles.includes('ciudadano') && <CuentasVinculadas user_id={user_id} />}
            {me?.id !== user_id && <EliminarUsuario usuario={usuario} />}
          </>
        )}
      </Cargado>
    </Page>
  );
}

type Props = {
  usuario: Outputs['users']['get'];
  propio: boolean;
  mutacion: Mutacion<z.output<typeof updateUser>>;
  hecho: string | false;
};

function FormularioUsuario({ usuario, propio, mutacion, hecho }: Props) {
  const { id: user_id, email, nombre, roles, is_active } = usuario;
  const { campo, ...de } = useFormulario(updateUser, {
    inicial: { user_id, email, nombre, roles, is_active },
    mutacion,
  });
  return (
    <Formulario de={de} className="tarjeta estrecho" accion="Guardar los cambios" hecho={hecho}>
      <Texto etiqueta="Correo" type="email" autoComplete="off" {...campo('email')} />
      <Texto etiqueta="Nombre" autoComplete="off" {...campo('nombre')} />
      <CampoRoles {...campo('roles')} />
      {!propio && (
        <>
          <Casilla etiqueta="Activo: puede entrar" {...campo('is_active')} />
          <Texto
            etiqueta="Contraseña nueva"
            opcional
            ayuda="Solo si la persona la perdió y no tiene acceso a su correo. Cierra sus sesiones."
            type="password"
            autoComplete="new-password"
            {...campo('password', { setValueAs: (value?: string) => value || undefined })}
          />
        </>
      )}
    </Formulario>
  );
}
