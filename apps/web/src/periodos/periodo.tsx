import { formatPesos } from '@cunservicios/domain/pesos';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { fechaCorta, fechaLarga, nombrePeriodo } from '../core/fechas.ts';
import { mayuscula } from '../core/mayuscula.ts';
import { contar, entero } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Avance, enCurso } from '../ejecuciones/avance.tsx';
import { Page } from '../ui/page.tsx';
import { Cargado, Vacio } from '../ui/states.tsx';
import { AccionesPeriodo } from './acciones.tsx';
import { EstadoPeriodo } from './estado.tsx';
import { Prefacturas } from './prefacturas.tsx';
import { Resumen } from './resumen.tsx';

const route = getRouteApi('/sala/oficina/periodos/$ciclo/$codigo');

/** One period: its run while it goes, its figures and warnings, and what comes next. */
export function Periodo() {
  const { ciclo, codigo } = route.useParams();
  const queries = useQueryClient();
  const roles = useUser()?.roles ?? [];
  const query = useQuery(
    trpc.periodos.get.queryOptions(
      { ciclo, codigo },
      { refetchInterval: ({ state }) => (enCurso(state.data?.ejecucion) ? 1000 : false) },
    ),
  );
  const corriendo = enCurso(query.data?.ejecucion);

  // What the run made is read again when it ends.
  useEffect(() => {
    if (!corriendo) void queries.invalidateQueries(trpc.periodos.pathFilter());
  }, [corriendo, queries]);

  return (
    <Page
      titulo={mayuscula(nombrePeriodo(codigo))}
      ventana={`Periodo ${codigo}, ciclo ${ciclo}`}
      migas={<Link to="/oficina/periodos">Periodos</Link>}
      bajada={`Ciclo ${ciclo}, periodo ${codigo}`}
    >
      <Cargado query={query} que="Abriendo el periodo…">
        {(periodo) => (
          <>
            <Ficha periodo={periodo} />
            {periodo.ejecucion && <Avance ejecucion={periodo.ejecucion} />}
            {hasRole(roles, 'admin', 'facturacion') && !corriendo && <AccionesPeriodo periodo={periodo} />}
            <p className="oculto" role="status">
              {corriendo ? 'Trabajo en curso.' : periodo.ejecucion ? 'El trabajo terminó.' : ''}
            </p>
            {periodo.estado === 'abierto' && periodo.cuentas === 0 ? (
              !corriendo && (
                <Vacio>Todavía no se ha liquidado. Importe las lecturas del periodo y después liquide.</Vacio>
              )
            ) : (
              <>
                <Resumen ciclo={ciclo} codigo={codigo} />
                <Prefacturas ciclo={ciclo} codigo={codigo} />
              </>
            )}
          </>
        )}
      </Cargado>
    </Page>
  );
}

function Ficha({ periodo }: { periodo: Outputs['periodos']['get'] }) {
  const { estado, desde, hasta, fecha_emision, fecha_vencimiento, cuentas, consumo_m3, valor_total } = periodo;
  return (
    <section className="tarjeta" aria-label="Resumen del periodo">
      <dl className="datos">
        <div>
          <dt>Estado</dt>
          <dd>
            <EstadoPeriodo estado={estado} />
          </dd>
        </div>
        <div>
          <dt>Valor</dt>
          <dd className="grande cifra">{formatPesos(valor_total)}</dd>
        </div>
        <div>
          <dt>Consumo</dt>
          <dd className="grande cifra">{entero(consumo_m3)} m³</dd>
        </div>
        <div>
          <dt>Facturas</dt>
          <dd>{contar(cuentas, 'cuenta', 'cuentas')}</dd>
        </div>
        <div>
          <dt>Días</dt>
          <dd>
            {fechaCorta(desde)} a {fechaCorta(hasta)}
          </dd>
        </div>
        <div>
          <dt>Se emite</dt>
          <dd>{fechaLarga(fecha_emision)}</dd>
        </div>
        <div>
          <dt>Vence</dt>
          <dd>{fechaLarga(fecha_vencimiento)}</dd>
        </div>
      </dl>
    </section>
  );
}
