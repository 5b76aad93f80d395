import { Page } from '../ui/page.tsx';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { BuscarCliente } from './buscar-cliente.tsx';
import { PeriodosPendientes } from './periodos-pendientes.tsx';
import { PqrsUrgentes } from './pqrs-urgentes.tsx';

/** Where staff begin: the search, and what needs attention. */
export function Inicio() {
  const roles = useUser()?.roles ?? [];
  return (
    <Page titulo="Inicio" ventana="Inicio de la oficina">
      <section className="tarjeta" aria-label="Buscar un cliente">
        <BuscarCliente />
      </section>
      <div className="columnas">
        <PqrsUrgentes />
        {!(roles.length === 1 && hasRole(roles, 'lector')) && <PeriodosPendientes />}
      </div>
    </Page>
  );
}
