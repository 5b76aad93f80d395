import { getRouteApi, Link } from '@tanstack/react-router';
import { Page } from '../ui/page.tsx';
import { Libro } from './libro.tsx';

const route = getRouteApi('/sala/oficina/clientes/$numero_cuenta/movimientos');

/** The ledger of an account, for staff. */
export function LibroDeOficina() {
  const { numero_cuenta } = route.useParams();
  const navigate = route.useNavigate();
  return (
    <Page
      titulo={`Libro de la cuenta ${numero_cuenta}`}
      migas={
        <>
          <Link to="/oficina/clientes">Clientes</Link> ›{' '}
          <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
            Cuenta {numero_cuenta}
          </Link>
        </>
      }
      bajada="Cada cobro y cada pago, con su causa y el saldo que dejó."
    >
      <Libro
        numero_cuenta={numero_cuenta}
        para="oficina"
        busqueda={route.useSearch()}
        buscar={(search) => void navigate({ search, resetScroll: false })}
      />
    </Page>
  );
}
