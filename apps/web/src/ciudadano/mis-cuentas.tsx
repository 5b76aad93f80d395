import { formatPesos } from '@cunservicios/domain/pesos';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Page } from '../ui/page.tsx';
import { Cargado, Vacio } from '../ui/states.tsx';
import { UltimaFactura } from './ultima-factura.tsx';

export function MisCuentas() {
  const user_id = useUser()?.id ?? 0;
  const query = useQuery(trpc.users.linkedClientes.queryOptions({ user_id }));
  return (
    <Page titulo="Mis cuentas">
      <Cargado query={query}>
        {(cuentas) =>
          cuentas.length === 0 ? (
            <Vacio>
              <p>
                Su usuario todavía no tiene cuentas. Pida en la oficina que vinculen la suya, con su documento y una
                factura.
              </p>
              <a href="/">Consultar una factura sin cuenta</a>
            </Vacio>
          ) : (
            <ul className="lista-llana columnas">
              {cuentas.map(({ numero_cuenta, nombre }) => (
                <li key={numero_cuenta} className="tarjeta">
                  <div>
                    <h2>
                      <Link to="/mis-cuentas/$numero_cuenta" params={{ numero_cuenta }}>
                        Cuenta {numero_cuenta}
                      </Link>
                    </h2>
                    <p className="suave">{nombre}</p>
                  </div>
                  <Saldo numero_cuenta={numero_cuenta} />
                  <UltimaFactura numero_cuenta={numero_cuenta} />
                </li>
              ))}
            </ul>
          )
        }
      </Cargado>
    </Page>
  );
}

function Saldo({ numero_cuenta }: { numero_cuenta: string }) {
  const query = useQuery(trpc.clientes.get.queryOptions({ numero_cuenta }));
  return (
    <Cargado query={query}>
      {({ saldo, direccion }) => (
        <dl className="datos">
          <div>
            <dt>{saldo < 0 ? 'Saldo a favor' : 'Debe'}</dt>
            <dd className="grande cifra">{formatPesos(Math.abs(saldo))}</dd>
          </div>
          <div>
            <dt>Dirección</dt>
            <dd>{direccion}</dd>
          </div>
        </dl>
      )}
    </Cargado>
  );
}
