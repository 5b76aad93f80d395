import { getRouteApi, Link } from '@tanstack/react-router';
import { Page } from '../ui/page.tsx';
import { Libro } from './libro.tsx';

const route = getRouteApi('/sala/mis-cuentas/$numero_cuenta/movimientos');

/** The ledger of a citizen's own account. */
export function LibroDeCiudadano() {
  const { numero_cuenta } = route.useParams();
  const navigate = route.useNavigate();
  return (
    <Page
      titulo="Cobros y pagos"
      ventana={`Cobros y pagos de la cuenta ${numero_cuenta}`}
      migas={
        <>
          <Link to="/mis-cuentas">Mis cuentas</Link> ›{' '}
          <Link to="/mis-cuentas/$numero_cuenta" params={{ numero_cuenta }}>
            Cuenta {numero_cuenta}
          </Link>
        </>
      }
      bajada="Cada cobro y cada pago de su cuenta, y el saldo que dejó."
    >
      <Libro
        numero_cuenta={numero_cuenta}
        para="ciudadano"
        busqueda={route.useSearch()}
        buscar={(search) => void navigate({ search, resetScroll: false })}
      />
    </Page>
  );
}
