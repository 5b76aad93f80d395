import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { SeccionCargos } from '../cargos/seccion.tsx';
import { SeccionCondiciones } from '../condiciones/seccion.tsx';
import { SeccionCartera } from '../convenios/seccion.tsx';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { SeccionPqrs } from '../pqrs/seccion-pqrs.tsx';
import { Page } from '../ui/page.tsx';
import { Cargado } from '../ui/states.tsx';
import { Pestanas } from '../ui/tabs.tsx';
import { EliminarCliente } from './eliminar.tsx';
import { FichaCliente } from './ficha.tsx';
import { SeccionConsumo } from './seccion-consumo.tsx';
import { SeccionFacturas } from './seccion-facturas.tsx';
import { SeccionLecturas } from './seccion-lecturas.tsx';
import { SeccionMovimientos } from './seccion-movimientos.tsx';

const route = getRouteApi('/sala/oficina/clientes/$numero_cuenta');

/** Everything about one account. */
export function Cuenta() {
  const { numero_cuenta } = route.useParams();
  const { ver = 'facturas' } = route.useSearch();
  const navigate = route.useNavigate();
  const roles = useUser()?.roles ?? [];
  const query = useQuery(trpc.clientes.get.queryOptions({ numero_cuenta }));

  return (
    <Page
      titulo={query.data?.nombre ?? `Cuenta ${numero_cuenta}`}
      ventana={`Cuenta ${numero_cuenta}`}
      migas={<Link to="/oficina/clientes">Clientes</Link>}
      bajada={`Cuenta ${numero_cuenta}`}
      acciones={
        query.data && (
          <>
            <Link className="boton principal" to="/oficina/clientes/$numero_cuenta/pqr" params={{ numero_cuenta }}>
              Radicar PQR
            </Link>
            {hasRole(roles, 'admin', 'recaudo') && (
              <Link className="boton otro" to="/oficina/pagos/registrar" search={{ cuenta: numero_cuenta }}>
                Registrar un pago
              </Link>
            )}
            {hasRole(roles, 'admin', 'facturacion') && (
              <>
                <Link className="boton otro" to="/oficina/clientes/$numero_cuenta/factura" params={{ numero_cuenta }}>
                  Crear factura manual
                </Link>
                <Link className="boton otro" to="/oficina/clientes/$numero_cuenta/corregir" params={{ numero_cuenta }}>
                  Corregir el pasado
                </Link>
              </>
            )}
            {hasRole(roles, 'admin', 'atencion') && (
              <Link className="boton otro" to="/oficina/clientes/$numero_cuenta/editar" params={{ numero_cuenta }}>
                Cambiar datos
              </Link>
            )}
          </>
        )
      }
    >
      <Cargado query={query} que="Abriendo la cuenta…">
        {(cliente) => (
          <>
            <FichaCliente cliente={cliente} />
            <SeccionCondiciones cliente={cliente} />
            <SeccionConsumo numero_cuenta={numero_cuenta} />
            <Pestanas
              nombre="De esta cuenta"
              abierta={ver}
              abrir={(id) => void navigate({ search: { ver: id }, replace: true, resetScroll: false })}
              pestanas={[
                {
                  id: 'facturas',
                  titulo: 'Facturas',
                  contenido: () => <SeccionFacturas numero_cuenta={numero_cuenta} para="oficina" />,
                },
                {
                  id: 'lecturas',
                  titulo: 'Lecturas',
                  contenido: () => <SeccionLecturas numero_cuenta={numero_cuenta} medidor={cliente.medidor} />,
                },
                {
                  id: 'movimientos',
                  titulo: 'Cobros y pagos',
                  contenido: () => <SeccionMovimientos numero_cuenta={numero_cuenta} />,
                },
                {
                  id: 'cargos',
                  titulo: 'Otros cobros',
                  contenido: () => <SeccionCargos numero_cuenta={numero_cuenta} />,
                },
                {
                  id: 'cartera',
                  titulo: 'Órdenes y convenios',
                  contenido: () => (
                    <SeccionCartera numero_cuenta={numero_cuenta} estado={cliente.estado} saldo={cliente.saldo} />
                  ),
                },
                {
                  id: 'pqrs',
                  titulo: 'PQR',
                  contenido: () => <SeccionPqrs numero_cuenta={numero_cuenta} para="oficina" />,
                },
              ]}
            />
            {hasRole(roles, 'admin', 'atencion') && <EliminarCliente cliente={cliente} />}
          </>
        )}
      </Cargado>
    </Page>
  );
}
