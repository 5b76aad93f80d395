import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { fechaCorta, fechaLarga, hoy } from '../core/fechas.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Aviso, Estado } from '../ui/states.tsx';
import { DesincentivoTarifa } from './desincentivo.tsx';
import { Diferencias } from './diferencias.tsx';
import { ImpactosMedidos } from './impactos-medidos.tsx';
import { SimularFactura } from './simular.tsx';
import { VersionTarifa } from './version.tsx';
import type { Tarifa } from './version.tsx';

const route = getRouteApi('/sala/oficina/tarifas');

export function Tarifas() {
  const { creada } = route.useSearch();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  const query = useInfiniteQuery(trpc.tarifas.list.infiniteQueryOptions({ limit: 24 }, porCursor));
  return (
    <Page
      titulo="Tarifas"
      bajada="Una factura usa la versión que rige el primer día de su periodo."
      acciones={
        puede && (
          <>
            <Link className="boton principal" to="/oficina/tarifas/nueva">
              Nueva versión
            </Link>
            <Link className="boton otro" to="/oficina/importar">
              Importar un archivo
            </Link>
          </>
        )
      }
    >
      {creada && (
        <Aviso tono="bien" vivo>
          Quedó creada la versión que rige desde el {fechaLarga(creada)}.
        </Aviso>
      )}
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
              <Version
                key={version.id}
                version={version}
                anterior={versiones[i + 1]}
                abierta={creada ? version.vigente_desde === creada : undefined}
              />
            ))}
          </>
        )}
      </PorPaginas>
      {puede && <ImpactosMedidos />}
      <section className="pila" aria-labelledby="mal">
        <h2 id="mal">¿Una versión estaba mal?</h2>
        <p>
          Lo ya facturado con ella no cambia solo.{' '}
          <Link to="/oficina/tarifas/correcciones">Corregir una tarifa para todas las cuentas</Link>
        </p>
      </section>
      <DesincentivoTarifa puede={puede} />
      <section className="pila" aria-labelledby="simulador">
        <h2 id="simulador">Simulador</h2>
        <SimularFactura />
      </section>
    </Page>
  );
}

type DeVersion = { version: Tarifa; anterior: Tarifa | undefined; abierta: boolean | undefined };

function Version({ version, anterior, abierta }: DeVersion) {
  const { vigente_desde, vigente_hasta, fuente } = version;
  const dia = hoy();
  const rige = vigente_desde <= dia && (vigente_hasta === null || dia <= vigente_hasta);
  return (
    <details className="tarjeta" open={abierta ?? rige}>
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
      {anterior && (
        <Diferencias titulo="Lo que cambió frente a la anterior" antes={anterior} ahora={version} tituloVisible />
      )}
    </details>
  );
}
