import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Page } from '../ui/page.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import { Cobrar } from './cobrar.tsx';

const route = getRouteApi('/sala/oficina/pagos/registrar');

/** A payment at the counter or by hand, from a bill, an account or the list. */
export function RegistrarPago() {
  const { cuenta, factura } = route.useSearch();
  const navigate = route.useNavigate();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'recaudo');
  const mia = useQuery(trpc.cajas.mine.queryOptions(undefined, { enabled: puede }));
  if (!puede) return <Prohibida quien="quienes registran pagos" />;
  return (
    <Page
      titulo="Registrar un pago"
      migas={<Link to="/oficina/pagos">Pagos</Link>}
      acciones={
        mia.data?.caja === null && (
          <Link className="boton otro" to="/oficina/caja">
            Abrir mi caja
          </Link>
        )
      }
      bajada={mia.data?.caja && `Queda en su caja ${mia.data.caja.numero}.`}
    >
      <Cobrar cuenta={cuenta} factura={factura} ir={(deuda) => void navigate({ search: deuda })} />
    </Page>
  );
}
