import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FichaCliente } from '../clientes/ficha.tsx';
import { SeccionConsumo } from '../clientes/seccion-consumo.tsx';
import { SeccionFacturas } from '../clientes/seccion-facturas.tsx';
import { trpc } from '../core/trpc.ts';
import { SeccionPqrs } from '../pqrs/seccion-pqrs.tsx';
import { Page } from '../ui/page.tsx';
import { Cargado } from '../ui/states.tsx';
import { MisPagos } from './mis-pagos.tsx';

const route = getRouteApi('/sala/mis-cuentas/$numero_cuenta');

/** A citizen's own account. */
export function MiCuenta() {
  const { numero_cuenta } = route.useParams();
  const query = useQuery(trpc.clientes.get.queryOptions({ numero_cuenta }));
  return (
    <Page
      titulo={`Cuenta ${numero_cuenta}`}
      migas={<Link to="/mis-cuentas">Mis cuentas</Link>}
      bajada={query.data?.direccion}
      acciones={
        query.data && (
          <Link className="boton principal" to="/mis-cuentas/$numero_cuenta/pqr" params={{ numero_cuenta }}>
            Presentar una PQR
          </Link>
        )
      }
    >
      <Cargado query={query}>
        {(cliente) => (
          <>
            <FichaCliente cliente={cliente} />
            <p>
              <Link to="/mis-cuentas/$numero_cuenta/movimientos" params={{ numero_cuenta }}>
                Ver por qué ese saldo, los cobros y pagos y el estado de cuenta
              </Link>
            </p>
            <SeccionConsumo numero_cuenta={numero_cuenta} />
            <section className="pila" aria-labelledby="facturas">
              <h2 id="facturas">Facturas</h2>
              <SeccionFacturas numero_cuenta={numero_cuenta} para="ciudadano" />
            </section>
            <section className="pila" aria-labelledby="pagos">
              <h2 id="pagos">Pagos</h2>
              <MisPagos numero_cuenta={numero_cuenta} />
            </section>
            <section className="pila" aria-labelledby="pqrs">
              <h2 id="pqrs">Peticiones, quejas y reclamos</h2>
              <SeccionPqrs numero_cuenta={numero_cuenta} para="ciudadano" />
            </section>
          </>
        )}
      </Cargado>
    </Page>
  );
}
