import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { refrescar, trpc } from '../core/trpc.ts';
import { Page } from '../ui/page.tsx';
import { FormularioCliente } from './formulario.tsx';

export function CrearCliente() {
  const navigate = useNavigate();
  const crear = useMutation(
    trpc.clientes.create.mutationOptions({
      onSuccess: async ({ numero_cuenta }) => {
        await refrescar(trpc.clientes.pathFilter());
        await navigate({ to: '/oficina/clientes/$numero_cuenta', params: { numero_cuenta } });
      },
    }),
  );
  return (
    <Page titulo="Crear un cliente" migas={<Link to="/oficina/clientes">Clientes</Link>}>
      <FormularioCliente nuevo accion="Crear el cliente" mutacion={crear} />
    </Page>
  );
}
