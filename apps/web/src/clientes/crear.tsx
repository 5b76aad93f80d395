import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { trpc } from '../core/trpc.ts';
import { Page } from '../ui/page.tsx';
import { FormularioCliente } from './formulario.tsx';

export function CrearCliente() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const crear = useMutation(
    trpc.clientes.create.mutationOptions({
      onSuccess: async ({ numero_cuenta }) => {
        await queries.invalidateQueries(trpc.clientes.pathFilter());
        await navigate({ to: '/oficina/clientes/$numero_cuenta', params: { numero_cuenta } });
      },
    }),
  );
  return (
    <Page titulo="Crear un cliente" migas={<Link to="/oficina/clientes">Clientes</Link>}>
      <FormularioCliente
        nuevo
        accion="Crear el cliente"
        enCurso={crear.isPending}
        error={crear.error}
        guardar={(datos) => crear.mutate(datos)}
      />
    </Page>
  );
}
