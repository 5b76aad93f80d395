import { ESTADOS_CLIENTE } from '@cunservicios/api/clientes/clientes.schema';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { mayuscula } from '../core/mayuscula.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { Lista } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { Cargado, Fallo } from '../ui/states.tsx';
import { FormularioCliente } from './formulario.tsx';

const route = getRouteApi('/sala/oficina/clientes/$numero_cuenta/editar');

export function EditarCliente() {
  const { numero_cuenta } = route.useParams();
  const navigate = route.useNavigate();
  const query = useQuery(trpc.clientes.get.queryOptions({ numero_cuenta }));
  const refresh = () => refrescar(trpc.clientes.pathFilter());
  const guardar = useMutation(
    trpc.clientes.update.mutationOptions({
      onSuccess: async () => {
        await refresh();
        await navigate({ to: '/oficina/clientes/$numero_cuenta', params: { numero_cuenta } });
      },
    }),
  );
  const cambiarEstado = useMutation(trpc.clientes.update.mutationOptions({ onSuccess: refresh }));

  return (
    <Page
      titulo={`Cambiar los datos de ${query.data?.nombre ?? numero_cuenta}`}
      ventana={`Cambiar la cuenta ${numero_cuenta}`}
      migas={
        <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
          Cuenta {numero_cuenta}
        </Link>
      }
    >
      <Cargado query={query}>
        {(cliente) => (
          <>
            <div className="tarjeta estrecho">
              {cambiarEstado.isError && <Fallo error={cambiarEstado.error} />}
              <Lista
                etiqueta="Estado del servicio"
                ayuda="Se guarda al elegirlo."
                value={cliente.estado}
                disabled={cambiarEstado.isPending}
                onChange={({ target }) =>
                  cambiarEstado.mutate({ numero_cuenta, estado: target.value as typeof cliente.estado })
                }
              >
                {ESTADOS_CLIENTE.map((each) => (
                  <option key={each} value={each}>
                    {mayuscula(each)}
                  </option>
                ))}
              </Lista>
            </div>
            <FormularioCliente
              nuevo={false}
              inicial={writable(cliente)}
              accion="Guardar los cambios"
              mutacion={guardar}
            />
          </>
        )}
      </Cargado>
    </Page>
  );
}

/** The facts a person writes, without what the program keeps. */
const writable = <
  T extends {
    id: number;
    estado: string;
    medidor: string | null;
    saldo: number;
    version: number;
    created_at: string;
    updated_at: string;
  },
>({
  id: _id,
  estado: _estado,
  medidor: _medidor,
  saldo: _saldo,
  version: _version,
  created_at: _created,
  updated_at: _updated,
  ...facts
}: T) => facts;
