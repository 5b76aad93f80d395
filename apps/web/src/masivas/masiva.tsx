import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { fechaLarga } from '../core/fechas.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Avance, enCurso } from '../ejecuciones/avance.tsx';
import { useRefrescoAlTerminar } from '../ejecuciones/use-refresco-al-terminar.ts';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado, Estado } from '../ui/states.tsx';
import { FacturasDeMasiva } from './facturas.tsx';
import { ESTADO_MASIVA, queCorrige } from './nombres.ts';
import { Decidir } from './decidir.tsx';
import { ResumenMasiva } from './resumen.tsx';

const route = getRouteApi('/sala/oficina/tarifas/correcciones/$masiva_id');
export type Masiva = Outputs['masivas']['get'];

/** One correction of all accounts: its progress, what it would do or did, and what may be done with it now. */
export function MasivaPage() {
  const masiva_id = Number(route.useParams().masiva_id);
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  const query = useQuery(
    trpc.masivas.get.queryOptions(
      { masiva_id },
      { refetchInterval: ({ state }) => (enCurso(state.data?.ejecucion) ? 1000 : false) },
    ),
  );
  useRefrescoAlTerminar(enCurso(query.data?.ejecucion));
  return (
    <Page
      titulo={query.data?.deshace_id ? `Deshacer la corrección ${query.data.deshace_id}` : `Corrección ${masiva_id}`}
      ventana={`Corrección ${masiva_id} de todas las cuentas`}
      migas={<Link to="/oficina/tarifas/correcciones">Corregir una tarifa para todos</Link>}
      bajada={query.data && <Bajada masiva={query.data} />}
    >
      <Cargado query={query} que="Trayendo la corrección…">
        {(masiva) => <Contenido masiva={masiva} puede={puede} />}
      </Cargado>
    </Page>
  );
}

function Bajada({ masiva }: { masiva: Masiva }) {
  const { desde, hasta } = queCorrige(masiva);
  return (
    <>
      <Estado tono={ESTADO_MASIVA[masiva.estado][1]}>{ESTADO_MASIVA[masiva.estado][0]}</Estado>{' '}
      {desde &&
        `Facturas de los periodos que empezaron ${hasta ? `entre el ${fechaLarga(desde)} y el ${fechaLarga(hasta)}` : `el ${fechaLarga(desde)} o después`}. `}
      {masiva.motivo}
    </>
  );
}

function Contenido({ masiva, puede }: { masiva: Masiva; puede: boolean }) {
  const { estado, ejecucion, observacion, facturas } = masiva;
  const corre = enCurso(ejecucion);
  return (
    <>
      <p className="oculto" role="status">
        {ESTADO_MASIVA[estado][0]}
      </p>
      {ejecucion &&
        (corre || ((estado === 'calculando' || estado === 'aplicando') && ejecucion.estado === 'fallida')) && (
          <Avance ejecucion={ejecucion} />
        )}
      {observacion && estado !== 'aplicada' && (
        <Aviso tono="alerta">
          <p>
            <strong>{estado === 'rechazada' ? 'No se hizo.' : 'No se pudo aplicar.'}</strong> {observacion}
          </p>
        </Aviso>
      )}
      {puede && !corre && <Decidir masiva={masiva} />}
      {facturas > 0 &&
        (estado === 'rechazada' ? (
          <details className="pila">
            <summary>Lo que se había calculado</summary>
            <ResumenMasiva masiva={masiva} />
          </details>
        ) : (
          <>
            <ResumenMasiva masiva={masiva} />
            <FacturasDeMasiva masiva_id={masiva.id} />
          </>
        ))}
    </>
  );
}
