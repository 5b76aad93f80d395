import { updateUser } from '@cunservicios/api/users/users.schema';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Casilla, Texto } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado, Fallo } from '../ui/states.tsx';
import { useFormErrors } from '../ui/use-form-errors.ts';
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
  if (!puede) return <Prohibida quien="quienes administran los usuarios" />;
  return (
    <Page
      titulo={query.data ? query.data.nombre || query.data.email : `Usuario ${user_id}`}
      migas={<Link to="/oficina/usuarios">Usuarios</Link>}
      bajada={query.data?.email}
    >
      <Cargado query={query}>
        {(usuario) => (
          <>
            <Formulario key={usuario.version} usuario={usuario} propio={me?.id === user_id} />
            {usuario.roles.includes('ciudadano') && <CuentasVinculadas user_id={user_id} />}
            {me?.id !== user_id && <EliminarUsuario usuario={usuario} />}
          </>
        )}
      </Cargado>
    </Page>
  );
}

function Formulario({ usuario, propio }: { usuario: Outputs['users']['get']; propio: boolean }) {
  const queries = useQueryClient();
  const { id: user_id, email, nombre, roles, is_active } = usuario;
  const { register, handleSubmit, formState, setError } = useForm<
    z.input<typeof updateUser>,
    unknown,
    z.output<typeof updateUser>
  >({
    resolver: zodResolver(updateUser),
    defaultValues: { user_id, email, nombre, roles, is_active },
  });
  const guardar = useMutation(
    trpc.users.update.mutationOptions({ onSuccess: () => queries.invalidateQueries(trpc.users.pathFilter()) }),
  );
  const apart = useFormErrors(guardar.error, setError, ['email', 'nombre', 'password', 'roles', 'is_active']);
  const { errors } = formState;
  return (
    <form
      className="tarjeta estrecho"
      noValidate
      onSubmit={(event) => void handleSubmit((datos) => guardar.mutate(datos))(event)}
    >
      {apart && <Fallo error={guardar.error} />}
      {guardar.isSuccess && (
        <Aviso tono="bien" vivo>
          Los cambios quedaron guardados.
        </Aviso>
      )}
      <Texto etiqueta="Correo" type="email" autoComplete="off" {...register('email')} error={errors.email?.message} />
      <Texto etiqueta="Nombre" autoComplete="off" {...register('nombre')} error={errors.nombre?.message} />
      <CampoRoles error={errors.roles?.message} registro={register('roles')} />
      {!propio && (
        <>
          <Casilla etiqueta="Activo: puede entrar" {...register('is_active')} />
          <Texto
            etiqueta="Contraseña nueva"
            opcional
            ayuda="Solo si la persona la perdió y no tiene acceso a su correo. Cierra sus sesiones."
            type="password"
            autoComplete="new-password"
            {...register('password', { setValueAs: (value?: string) => value || undefined })}
            error={errors.password?.message}
          />
        </>
      )}
      <div>
        <button type="submit" className="boton principal" disabled={guardar.isPending}>
          Guardar los cambios
        </button>
      </div>
    </form>
  );
}
