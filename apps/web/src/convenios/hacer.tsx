import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import { Firmar } from './firmar.tsx';
import { Simular } from './simular.tsx';
import type { Simulado } from './simular.tsx';

const route = getRouteApi('/sala/oficina/clientes/$numero_cuenta/convenio');

/** From the debt of an account to a signed agreement: terms, instalments, signature. */
export function HacerConvenio() {
  const { numero_cuenta } = route.useParams();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion', 'atencion');
  const [simulado, setSimulado] = useState<Simulado>();
  const cliente = useQuery(trpc.clientes.get.queryOptions({ numero_cuenta }, { enabled: puede }));
  const vigente = useQuery(
    trpc.convenios.list.queryOptions({ numero_cuenta, estado: 'vigente', limit: 1 }, { enabled: puede }),
  );
  const facturas = useInfiniteQuery(
    trpc.facturas.historial.infiniteQueryOptions({ numero_cuenta, limit: 100 }, { ...porCursor, enabled: puede }),
  );
  if (!puede) return <Prohibida quien="quienes atienden o facturan" />;
  return (
    <Page
      titulo="Hacer un convenio de pago"
      ventana={`Convenio de la cuenta ${numero_cuenta}`}
      migas={
        <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
          Cuenta {numero_cuenta}
        </Link>
      }
      bajada={cliente.data && `Con ${cliente.data.nombre}, ${cliente.data.direccion}`}
    >
      <Cargado query={vigente}>
        {({ items: [otro] }) =>
          otro ? (
            <Aviso tono="alerta">
              <strong>La cuenta ya tiene un convenio vigente</strong>
              <p>Solo puede haber uno a la vez.</p>
              <p>
                <Link
                  to="/oficina/cartera/convenios/$numero_convenio"
                  params={{ numero_convenio: otro.numero_convenio }}
                >
                  Ver el convenio {otro.numero_convenio}
                </Link>
              </p>
            </Aviso>
          ) : (
            <PorPaginas query={facturas} vacio="La cuenta todavía no tiene facturas: no hay deuda que repartir.">
              {(todas) => {
                const deben = todas.filter(({ saldo }) => saldo > 0);
                if (deben.length === 0)
                  return <Aviso tono="bien">La cuenta no debe ninguna factura: no hace falta un convenio.</Aviso>;
                return (
                  <div className="pila ancha">
                    <Simular numero_cuenta={numero_cuenta} deben={deben} listo={setSimulado} />
                    {simulado && <Firmar key={JSON.stringify(simulado.condiciones)} simulado={simulado} />}
                  </div>
                );
              }}
            </PorPaginas>
          )
        }
      </Cargado>
    </Page>
  );
}
