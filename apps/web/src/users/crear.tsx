import { createUser } from '@cunservicios/api/users/users.schema';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { Fallo } from '../ui/states.tsx';
import { useFormErrors } from '../ui/use-form-errors.ts';
import { Prohibida } from '../ui/whole-page.tsx';
import { CampoRoles } from './roles-campo.tsx';

export function CrearUsuario() {
  const puede = hasRole(useUser()?.roles ?? [], 'admin');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { register, handleSubmit, formState, setError } = useForm<
    z.input<typeof createUser>,
    unknown,
    z.output<typeof createUser>
  >({
    resolver: zodResolver(createUser),
    defaultValues: { email: '', nombre: '', password: '', roles: ['consulta'] },
  });
  const crear = useMutation(
    trpc.users.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await queries.invalidateQueries(trpc.users.pathFilter());
        await navigate({ to: '/oficina/usuarios/$user_id', params: { user_id: String(id) } });
      },
    }),
  );
  const apart = useFormErrors(crear.error, setError, ['email', 'nombre', 'password', 'roles']);
  const { errors } = formState;
  if (!puede) return <Prohibida quien="quienes administran los usuarios" />;
  return (
    <Page titulo="Crear un usuario" migas={<Link to="/oficina/usuarios">Usuarios</Link>}>
      <form
        className="tarjeta estrecho"
        noValidate
        onSubmit={(event) => void handleSubmit((datos) => crear.mutate(datos))(event)}
      >
        {apart && <Fallo error={crear.error} />}
        <Texto etiqueta="Correo" type="email" autoComplete="off" {...register('email')} error={errors.email?.message} />
        <Texto etiqueta="Nombre" autoComplete="off" {...register('nombre')} error={errors.nombre?.message} />
        <Texto
          etiqueta="Contraseña inicial"
          ayuda="Ocho caracteres o más. La persona puede cambiarla después."
          type="password"
          autoComplete="new-password"
          {...register('password')}
          error={errors.password?.message}
        />
        <CampoRoles error={errors.roles?.message} registro={register('roles')} />
        <div>
          <button type="submit" className="boton principal" disabled={crear.isPending}>
            {crear.isPending ? 'Creando…' : 'Crear el usuario'}
          </button>
        </div>
      </form>
    </Page>
  );
}
