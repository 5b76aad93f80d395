import { DIMENSIONES } from '@cunservicios/api/critica/critica.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { nombrePeriodo } from '../core/fechas.ts';
import { mayuscula } from '../core/mayuscula.ts';
import { contar, entero, variacion } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { BarrasDobles, ClaveBarras } from '../ui/barras.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { Pestanas } from '../ui/tabs.tsx';

const route = getRouteApi('/sala/oficina/periodos/$ciclo/$codigo');

type Por = (typeof DIMENSIONES)[number];
const TITULO: Record<Por, string> = { uso: 'Por uso', estrato: 'Por estrato', ruta: 'Por ruta' };

/** The period against the one before, along a dimension, and who is left out. */
export function Comparacion({ ciclo, codigo }: { ciclo: string; codigo: string }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const por = DIMENSIONES.find((each) => each === search.por) ?? 'uso';
  return (
    <section className="pila" aria-labelledby="comparacion">
      <h2 id="comparacion">Frente al periodo anterior</h2>
      <Pestanas
        nombre="Comparar por"
        abierta={por}
        abrir={(elegida) => void navigate({ search: { ...search, por: elegida }, resetScroll: false })}
        pestanas={DIMENSIONES.map((id) => ({
          id,
          titulo: TITULO[id],
          contenido: () => <Comparada ciclo={ciclo} codigo={codigo} por={id} />,
        }))}
      />
    </section>
  );
}

function Comparada({ ciclo, codigo, por }: { ciclo: string; codigo: string; por: Por }) {
  const query = useQuery(
    trpc.critica.comparar.queryOptions({ ciclo, codigo, por }, { placeholderData: keepPreviousData }),
  );
  const rutas = useQuery(trpc.rutas.list.queryOptions({ ciclo, limit: 100 }, { enabled: por === 'ruta' }));
  const nombre = (clave: string) => {
    if (por === 'uso') return mayuscula(clave);
    if (por === 'estrato') return clave === '' ? 'Sin estrato' : `Estrato ${clave}`;
    const ruta = rutas.data?.items.find((each) => each.codigo === clave);
    return clave === '' ? 'Sin ruta' : ruta && ruta.nombre !== clave ? `${clave}: ${ruta.nombre}` : clave;
  };
  return (
    <Cargado query={query} que="Comparando…">
      {({ anterior, grupos, salen }) => (
        <div className="pila">
          {anterior === null ? (
            <p className="suave">Es el primer periodo del ciclo: no hay otro con que compararlo.</p>
          ) : (
            <ClaveBarras antes={mayuscula(nombrePeriodo(anterior))} ahora={mayuscula(nombrePeriodo(codigo))} />
          )}
          <Grupos grupos={grupos} dimension={mayuscula(por)} nombre={nombre} />
          {salen.cuentas > 0 && anterior !== null && (
            <Aviso tono="alerta">
              <p>
                <strong>
                  {contar(salen.cuentas, 'cuenta que se facturó', 'cuentas que se facturaron')} en{' '}
                  {nombrePeriodo(anterior)} no {salen.cuentas === 1 ? 'está' : 'están'} en este periodo.
                </strong>{' '}
                Entonces sumaron {formatPesos(salen.valor_anterior)}. Suelen ser retiros o cambios de ciclo: revise que
                lo sean.
              </p>
            </Aviso>
          )}
        </div>
      )}
    </Cargado>
  );
}

type Grupo = Outputs['critica']['comparar']['grupos'][number];

function Grupos({
  grupos,
  dimension,
  nombre,
}: {
  grupos: Grupo[];
  dimension: string;
  nombre: (clave: string) => string;
}) {
  const max = Math.max(...grupos.flatMap(({ valor_total, valor_anterior }) => [valor_total, valor_anterior]), 1);
  return (
    <Tabla
      titulo={`${dimension}: cuentas, metros cúbicos y pesos, antes y ahora`}
      tituloOculto
      filas={grupos}
      clave={({ clave }) => clave}
      columnas={[
        { titulo: dimension, celda: ({ clave }) => nombre(clave) },
        {
          titulo: 'Cuentas',
          numero: true,
          celda: ({ cuentas, cuentas_anterior }) => <Dos antes={entero(cuentas_anterior)} ahora={entero(cuentas)} />,
        },
        {
          titulo: 'm³',
          numero: true,
          celda: ({ consumo_m3, consumo_anterior_m3 }) => (
            <Dos antes={entero(consumo_anterior_m3)} ahora={entero(consumo_m3)} />
          ),
        },
        {
          titulo: 'Valor',
          numero: true,
          celda: ({ valor_total, valor_anterior }) => (
            <Dos antes={formatPesos(valor_anterior)} ahora={formatPesos(valor_total)} />
          ),
        },
        {
          titulo: 'Cambio',
          numero: true,
          celda: ({ valor_total, valor_anterior }) => variacion(valor_anterior, valor_total),
        },
        {
          titulo: 'En barras',
          celda: ({ valor_total, valor_anterior }) => (
            <BarrasDobles antes={valor_anterior} ahora={valor_total} max={max} />
          ),
        },
      ]}
    />
  );
}

/** Before above, small; now below. On a phone, one after the other. */
const Dos = ({ antes, ahora }: { antes: string; ahora: string }) => (
  <span className="dos">
    <span className="suave chico">
      <span className="oculto">antes </span>
      {antes}
    </span>
    <span>
      <span className="oculto">, ahora </span>
      {ahora}
    </span>
  </span>
);
