import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fechaCorta, fechaLarga, hoy } from '../core/fechas.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Estado } from '../ui/states.tsx';
import { SimularFactura } from './simular.tsx';
import { VersionTarifa } from './version.tsx';
import type { Tarifa } from './version.tsx';

export function Tarifas() {
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  const query = useInfiniteQuery(trpc.tarifas.list.infiniteQueryOptions({ limit: 24 }, porCursor));
  return (
    <Page
      titulo="Tarifas"
      bajada="Una factura usa la versión que rige el primer día de su periodo."
      acciones={
        puede && (
          <Link className="boton otro" to="/oficina/importar">
            Importar una versión
          </Link>
        )
      }
    >
      <PorPaginas
        query={query}
        vacio={
          <>
            <p>No hay tarifas. Sin ellas no se puede liquidar.</p>
            {puede && <Link to="/oficina/importar">Importar un archivo de tarifas</Link>}
          </>
        }
      >
        {(versiones) => (
          <>
            {versiones.map((version, i) => (
              <Version key={version.id} version={version} anterior={versiones[i + 1]} />
            ))}
          </>
        )}
      </PorPaginas>
      <section className="pila" aria-labelledby="simulador">
        <h2 id="simulador">Simulador</h2>
        <SimularFactura />
      </section>
    </Page>
  );
}

function Version({ version, anterior }: { version: Tarifa; anterior: Tarifa | undefined }) {
  const { vigente_desde, vigente_hasta, fuente } = version;
  const dia = hoy();
  const rige = vigente_desde <= dia && (vigente_hasta === null || dia <= vigente_hasta);
  return (
    <details className="tarjeta" open={rige}>
      <summary>
        <strong>
          Desde el {fechaLarga(vigente_desde)}
          {vigente_hasta && ` hasta el ${fechaCorta(vigente_hasta)}`}
        </strong>{' '}
        <Estado tono={rige ? 'bien' : vigente_desde > dia ? 'info' : undefined}>
          {rige ? 'Vigente' : vigente_desde > dia ? 'Futura' : 'Anterior'}
        </Estado>
      </summary>
      <p className="suave">{fuente}</p>
      <VersionTarifa version={version} anterior={anterior} />
    </details>
  );
}
