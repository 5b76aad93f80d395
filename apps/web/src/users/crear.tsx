import { createUser } from '@cunservicios/api/users/users.schema';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Page } from '../ui/page.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { Prohibida } from '../ui/whole-page.tsx';
import { CampoRoles } from './roles-campo.tsx';

export function CrearUsuario() {
  const puede = hasRole(useUser()?.roles ?? [], 'admin');
  const navigate = useNavigate();
  const crear = useMutation(
    trpc.users.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await refrescar(trpc.users.pathFilter());
        await navigate({ to: '/oficina/usuarios/$user_id', params: { user_id: String(id) } });
      },
    }),
  );
  const { campo, ...de } = useFormulario(createUser, {
    inicial: { email: '', nombre: '', password: '', roles: ['consulta'] },
    mutacion: crear,
  });
  if (!puede) return <Prohibida quien="quienes administran los usuarios" />;
  return (
    <Page titulo="Crear un usuario" migas={<Link to="/oficina/usuarios">Usuarios</Link>}>
      <Formulario de={de} className="tarjeta estrecho" accion="Crear el usuario" enviando="Creando…">
        <Texto etiqueta="Correo" type="email" autoComplete="off" {...campo('email')} />
        <Texto etiqueta="Nombre" autoComplete="off" {...campo('nombre')} />
        <Texto
          etiqueta="Contraseña inicial"
          ayuda="Ocho caracteres o más. La persona puede cambiarla después."
          type="password"
          autoComplete="new-password"
          {...campo('password')}
        />
        <CampoRoles {...campo('roles')} />
      </Formulario>
    </Page>
  );
}
