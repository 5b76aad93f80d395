import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { CrearOrden } from '../ordenes/crear.tsx';
import { TablaOrdenes } from '../ordenes/tabla.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { TablaConvenios } from './tabla.tsx';

type Props = { numero_cuenta: string; estado: string; saldo: number };

/** Orders and agreements of an account. */
export function SeccionCartera({ numero_cuenta, estado, saldo }: Props) {
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion', 'atencion');
  const ordenes = useInfiniteQuery(trpc.ordenes.list.infiniteQueryOptions({ numero_cuenta, limit: 24 }, porCursor));
  const convenios = useInfiniteQuery(trpc.convenios.list.infiniteQueryOptions({ numero_cuenta, limit: 24 }, porCursor));
  return (
    <div className="pila ancha">
      <section className="pila" aria-labelledby="ordenes-cuenta">
        <div className="titulo">
          <h2 id="ordenes-cuenta">Órdenes de trabajo</h2>
          {puede && <CrearOrden numero_cuenta={numero_cuenta} estado={estado} />}
        </div>
        <PorPaginas query={ordenes} vacio="No se ha ordenado ningún trabajo en esta cuenta.">
          {(filas) => <TablaOrdenes ordenes={filas} conCuenta={false} />}
        </PorPaginas>
      </section>
      <section className="pila" aria-labelledby="convenios-cuenta">
        <div className="titulo">
          <h2 id="convenios-cuenta">Convenios de pago</h2>
          {puede && saldo > 0 && (
            <Link className="boton otro" to="/oficina/clientes/$numero_cuenta/convenio" params={{ numero_cuenta }}>
              Hacer un convenio de pago
            </Link>
          )}
        </div>
        <PorPaginas query={convenios} vacio="Esta cuenta no ha hecho convenios de pago.">
          {(filas) => <TablaConvenios convenios={filas} conCuenta={false} />}
        </PorPaginas>
      </section>
    </div>
  );
}
