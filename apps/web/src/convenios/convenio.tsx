import { formatPesos } from '@cunservicios/domain/pesos';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { fechaLarga } from '../core/fechas.ts';
import { porcentaje } from '../core/porcentaje.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Dato } from '../ui/dato.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { Cubiertas } from './cubiertas.tsx';
import { EstadoConvenio } from './estado.tsx';
import { Incumplir } from './incumplir.tsx';
import { Plan } from './plan.tsx';

const route = getRouteApi('/sala/oficina/cartera/convenios/$numero_convenio');

export function Convenio() {
  const { numero_convenio } = route.useParams();
  const roles = useUser()?.roles ?? [];
  const query = useQuery(trpc.convenios.get.queryOptions({ numero_convenio }));
  return (
    <Page
      titulo={`Convenio ${numero_convenio}`}
      migas={<Link to="/oficina/cartera/convenios">Convenios</Link>}
      acciones={
        query.data?.estado === 'vigente' &&
        hasRole(roles, 'admin', 'facturacion') && <Incumplir convenio={query.data} />
      }
    >
      <Cargado query={query} que="Abriendo el convenio…">
        {(convenio) => (
          <>
            {convenio.terminado_en && (
              <Aviso tono={convenio.estado === 'incumplido' ? 'alerta' : 'bien'}>
                <strong>
                  {convenio.estado === 'incumplido' ? 'Incumplido' : 'Cumplido'} el {fechaLarga(convenio.terminado_en)}
                </strong>
                {convenio.terminado_motivo && <p>{convenio.terminado_motivo}</p>}
                {convenio.estado === 'incumplido' && (
                  <p>Lo que no se había facturado volvió a las facturas de las que salió.</p>
                )}
              </Aviso>
            )}
            <section className="tarjeta" aria-label="Datos del convenio">
              <dl className="datos">
                <Dato titulo="Estado">
                  <EstadoConvenio estado={convenio.estado} />
                </Dato>
                <Dato titulo="Cuenta">
                  <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta: convenio.numero_cuenta }}>
                    {convenio.numero_cuenta}
                  </Link>
                </Dato>
                <Dato titulo="Firmado">{fechaLarga(convenio.fecha)}</Dato>
                <Dato titulo="Deuda que cubre">
                  <span className="cifra">{formatPesos(convenio.capital)}</span>
                </Dato>
                <Dato titulo="Falta por facturar">
                  <span className="cifra">{formatPesos(convenio.saldo)}</span>
                </Dato>
                <Dato titulo="Interés">
                  {convenio.tasa_anual === '0' ? 'Sin interés' : `${porcentaje(convenio.tasa_anual)} anual simple`}
                </Dato>
              </dl>
            </section>
            <Plan plan={convenio.plan} conFactura />
            <Cubiertas facturas={convenio.facturas} />
          </>
        )}
      </Cargado>
    </Page>
  );
}
