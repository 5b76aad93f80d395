import { ADVERTENCIAS } from '@cunservicios/domain/consumo/listas';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { nombrePeriodo } from '../core/fechas.ts';
import { mayuscula } from '../core/mayuscula.ts';
import { contar, entero } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Avance, enCurso } from '../ejecuciones/avance.tsx';
import { ADVERTENCIA } from '../periodos/advertencias.ts';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado, Vacio } from '../ui/states.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import './critica.css';
import { Pendientes } from './pendientes.tsx';

const route = getRouteApi('/sala/oficina/periodos/$ciclo/$codigo/critica');

/** The warnings of a period, one pile for each, to be decided about before its bills are issued. */
export function MesaCritica() {
  const { ciclo, codigo } = route.useParams();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion', 'atencion', 'consulta');
  const periodo = useQuery(
    trpc.periodos.get.queryOptions(
      { ciclo, codigo },
      { enabled: puede, refetchInterval: ({ state }) => (enCurso(state.data?.ejecucion) ? 1000 : false) },
    ),
  );
  const resumen = useQuery(trpc.periodos.resumen.queryOptions({ ciclo, codigo }, { enabled: puede }));
  if (!puede) return <Prohibida quien="quienes llevan facturación o atención" />;
  return (
    <Page
      titulo="Mesa de crítica"
      ventana={`Mesa de crítica de ${codigo}, ciclo ${ciclo}`}
      migas={
        <Link to="/oficina/periodos/$ciclo/$codigo" params={{ ciclo, codigo }}>
          {mayuscula(nombrePeriodo(codigo))}, ciclo {ciclo}
        </Link>
      }
      bajada="Cuentas que una persona debe mirar antes de emitir. Cada decisión queda con su nombre y su motivo."
    >
      <Cargado query={periodo} que="Abriendo la mesa…">
        {(found) => (
          <Cargado query={resumen} que="Contando las advertencias…">
            {({ por_advertencia }) => <Mesa periodo={found} advertencias={por_advertencia} />}
          </Cargado>
        )}
      </Cargado>
    </Page>
  );
}

type Grupo = Outputs['periodos']['resumen']['por_advertencia'][number];

function Mesa({ periodo, advertencias }: { periodo: Outputs['periodos']['get']; advertencias: Grupo[] }) {
  const search = route.useSearch();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  const pilas = ADVERTENCIAS.flatMap((clave) => {
    const found = advertencias.find((each) => each.clave === clave);
    return found ? [{ ...found, clave }] : [];
  });
  const abierta =
    pilas.find(({ clave }) => clave === search.advertencia) ??
    pilas.find(({ pendientes }) => pendientes > 0) ??
    pilas[0];
  if (enCurso(periodo.ejecucion) && periodo.ejecucion) return <Avance ejecucion={periodo.ejecucion} />;
  if (periodo.estado === 'abierto' && periodo.cuentas === 0)
    return <Vacio>El periodo no se ha liquidado. Las advertencias aparecen después de liquidar.</Vacio>;
  if (!abierta) return <Vacio>Ninguna cuenta de este periodo tiene advertencias. Puede emitir.</Vacio>;
  const faltan = pilas.reduce((sum, { pendientes }) => sum + pendientes, 0);
  const todas = pilas.reduce((sum, { pendientes, decididas }) => sum + pendientes + decididas, 0);
  return (
    <>
      {periodo.estado !== 'liquidado' && (
        <Aviso>El periodo ya se emitió: aquí queda lo que se decidió. Una factura se corrige con una nota.</Aviso>
      )}
      <div className="avance-mesa">
        <p>
          {faltan === 0 ? (
            <strong>Todo está decidido.</strong>
          ) : (
            <>
              <strong>
                Quedan {entero(faltan)} de {entero(todas)}
              </strong>{' '}
              por decidir
            </>
          )}
        </p>
        <progress aria-label="Advertencias decididas" max={Math.max(todas, 1)} value={todas - faltan} />
      </div>
      <nav aria-label="Advertencias" className="montones">
        <ul>
          {pilas.map(({ clave, pendientes, decididas }) => (
            <li key={clave}>
              <Link
                to="."
                search={{ ...search, advertencia: clave }}
                aria-current={clave === abierta.clave ? 'page' : undefined}
                resetScroll={false}
              >
                {ADVERTENCIA[clave]}{' '}
                <span className="cuenta-monton">
                  {entero(pendientes)}
                  <span className="oculto"> de {contar(pendientes + decididas, 'cuenta', 'cuentas')}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Pendientes
        key={abierta.clave}
        periodo={periodo}
        grupo={abierta}
        siguiente={pilas.find(({ clave, pendientes }) => clave !== abierta.clave && pendientes > 0)}
        puede={puede && periodo.estado === 'liquidado'}
      />
    </>
  );
}
