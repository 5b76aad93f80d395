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
import { Exportar } from '../exportar/seccion.tsx';
import { Impresiones } from '../impresiones/seccion.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado, Vacio } from '../ui/states.tsx';
import { Cerrar, Liquidar } from './acciones.tsx';
import { Apartadas } from './apartadas.tsx';
import { Comparacion } from './comparacion.tsx';
import { EstadoPeriodo } from './estado.tsx';
import { Prefacturas } from './prefacturas.tsx';
import { PorMetodo } from './resumen.tsx';
import { Revision } from './revision.tsx';

const route = getRouteApi('/sala/oficina/periodos/$ciclo/$codigo');

/** One period: its run while it goes, its figures and warnings, and what comes next. */
export function Periodo() {
  const { ciclo, codigo } = route.useParams();
  const queries = useQueryClient();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
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
            <p className="oculto" role="status">
              {corriendo ? 'Trabajo en curso.' : periodo.ejecucion ? 'El trabajo terminó.' : ''}
            </p>
            {periodo.estado === 'abierto' && !corriendo && puede && (
              <div className="acciones">
                <Liquidar periodo={periodo} />
              </div>
            )}
            {periodo.estado === 'abierto' && periodo.cuentas === 0 ? (
              !corriendo && (
                <Vacio>Todavía no se ha liquidado. Importe las lecturas del periodo y después liquide.</Vacio>
              )
            ) : (
              <Liquidado periodo={periodo} corriendo={corriendo} puede={puede} />
            )}
          </>
        )}
      </Cargado>
    </Page>
  );
}

type Prop = { periodo: Outputs['periodos']['get']; corriendo: boolean; puede: boolean };

/** What the run made: what is left to do before issue, the figures, and the accounts. */
function Liquidado({ periodo, corriendo, puede }: Prop) {
  const { ciclo, codigo, estado } = periodo;
  const emitido = estado === 'emitido' || estado === 'cerrado';
  const exporta = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion', 'consulta');
  const query = useQuery(trpc.periodos.resumen.queryOptions({ ciclo, codigo }));
  return (
    <>
      <Cargado query={query}>
        {(resumen) => (
          <>
            {estado === 'liquidado' && !corriendo && <Revision periodo={periodo} resumen={resumen} puede={puede} />}
            {emitido && (
              <Aviso tono="bien">
                <p>Las facturas de este periodo están emitidas: los clientes ya las ven y pueden pagarlas.</p>
                <div className="acciones">
                  {resumen.por_advertencia.length > 0 && (
                    <Link to="/oficina/periodos/$ciclo/$codigo/critica" params={{ ciclo, codigo }}>
                      Lo que se decidió en la mesa de crítica
                    </Link>
                  )}
                  {estado === 'emitido' && !corriendo && puede && <Cerrar periodo={periodo} />}
                </div>
              </Aviso>
            )}
            {emitido && puede && <Impresiones ciclo={ciclo} codigo={codigo} />}
            {emitido && exporta && <Exportar ciclo={ciclo} codigo={codigo} />}
            <Comparacion ciclo={ciclo} codigo={codigo} />
            <Apartadas
              ciclo={ciclo}
              codigo={codigo}
              apartadas={resumen.apartadas}
              puede={puede && estado === 'liquidado' && !corriendo}
            />
            <PorMetodo grupos={resumen.por_metodo} />
          </>
        )}
      </Cargado>
      <Prefacturas ciclo={ciclo} codigo={codigo} />
    </>
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
