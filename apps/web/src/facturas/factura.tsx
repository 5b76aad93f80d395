import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { fechaCorta } from '../core/fechas.ts';
import { hasRole, isStaff } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { FacturaDetalle } from './detalle.tsx';
import { Pagar } from './pagar.tsx';

/** One bill, for staff and for the citizen whose account it is. */
export function Factura() {
  const { numero_factura = '' } = useParams({ strict: false });
  const roles = useUser()?.roles ?? [];
  const [pagado, setPagado] = useState('');
  const query = useQuery(trpc.facturas.get.queryOptions({ numero_factura }));
  const calculo = useQuery(trpc.facturas.calculo.queryOptions({ numero_factura }, { enabled: query.isSuccess }));
  const cuenta = query.data?.numero_cuenta;
  const tarifa = calculo.data?.tarifa;

  return (
    <Page
      titulo={`Factura ${numero_factura}`}
      migas={cuenta && <EnlaceCuenta numero_cuenta={cuenta} oficina={isStaff(roles)} />}
      acciones={
        <button type="button" className="boton otro" onClick={() => print()}>
          Imprimir
        </button>
      }
    >
      <Cargado query={query} que="Abriendo la factura…">
        {(factura) => (
          <>
            {pagado && (
              <Aviso tono="bien" vivo>
                {pagado}
              </Aviso>
            )}
            <FacturaDetalle
              factura={factura}
              tarifa={
                tarifa ? `Versión vigente desde el ${fechaCorta(tarifa.vigente_desde)}. ${tarifa.fuente}` : undefined
              }
              acciones={
                factura.saldo > 0 &&
                hasRole(roles, 'admin', 'recaudo') &&
                factura.estado !== 'Anulada' && (
                  <Pagar numero_factura={numero_factura} saldo={factura.saldo} hecho={setPagado} />
                )
              }
            />
            {factura.observaciones && (
              <section className="tarjeta" aria-labelledby="obs">
                <h2 id="obs">Observaciones</h2>
                <p>{factura.observaciones}</p>
              </section>
            )}
          </>
        )}
      </Cargado>
    </Page>
  );
}

const EnlaceCuenta = ({ numero_cuenta, oficina }: { numero_cuenta: string; oficina: boolean }) =>
  oficina ? (
    <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
      Cuenta {numero_cuenta}
    </Link>
  ) : (
    <Link to="/mis-cuentas/$numero_cuenta" params={{ numero_cuenta }}>
      Cuenta {numero_cuenta}
    </Link>
  );
