import { addDays, esFecha } from '@cunservicios/domain/calendario/fechas';
import { formatPesos } from '@cunservicios/domain/pesos';
import { ESTADOS_CONCILIACION } from '@cunservicios/domain/recaudo/conciliar';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { fechaCorta, hoy } from '../core/fechas.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { BotonDescargar } from '../ui/boton-descargar.tsx';
import { Dato } from '../ui/dato.tsx';
import { Filtro } from '../ui/filtro.tsx';
import { Cargado, Estado, Vacio } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { EntreDias } from './entre-dias.tsx';
import { NOMBRE_ORIGEN } from '../pagos/nombres.ts';
import { ESTADO_CONCILIACION } from './nombres.ts';
import { PaginaRecaudo, useVeRecaudo } from './secciones.tsx';

type Renglon = Outputs['conciliacion']['resumen']['renglones'][number];
const route = getRouteApi('/sala/oficina/recaudo/conciliacion');

/** Day by day: what is reported, booked and deposited, and what to do where they differ. */
export function Conciliacion() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const puede = useVeRecaudo();
  const hasta = search.hasta && esFecha(search.hasta) ? search.hasta : hoy();
  const desde = search.desde && esFecha(search.desde) ? search.desde : addDays(hasta, -14);
  const estado = ESTADOS_CONCILIACION.find((each) => each === search.estado);
  const query = useQuery(
    trpc.conciliacion.resumen.queryOptions({ desde, hasta }, { enabled: puede, placeholderData: keepPreviousData }),
  );
  return (
    <PaginaRecaudo
      seccion="Conciliación"
      bajada="De cada día: lo que dice el banco o el conteo de las cajas, lo que se registró y lo que se consignó."
    >
      <EntreDias desde={desde} hasta={hasta} elegir={(dias) => void navigate({ search: { ...search, ...dias } })}>
        <Filtro
          etiqueta="Mostrar"
          todos="Todos los días"
          valor={estado}
          opciones={ESTADOS_CONCILIACION}
          nombre={(each) => ESTADO_CONCILIACION[each].nombre}
          elegir={(elegido) => void navigate({ search: { ...search, estado: elegido } })}
        />
      </EntreDias>
      <Cargado query={query} que="Comparando…">
        {({ renglones, total }) => {
          const vistos = renglones.filter((renglon) => estado === undefined || renglon.estado === estado);
          return (
            <>
              <section className="tarjeta" aria-label="Totales">
                <dl className="datos">
                  <Dato titulo="Registrado">{formatPesos(total.registrado)}</Dato>
                  <Dato titulo="Por consignar">{formatPesos(total.por_consignar)}</Dato>
                  <Dato titulo="Consignado">{formatPesos(total.consignado)}</Dato>
                  <Dato titulo="Falta en los bancos">
                    <span className="grande cifra">{formatPesos(total.por_consignar - total.consignado)}</span>
                  </Dato>
                </dl>
              </section>
              {vistos.length === 0 ? (
                <Vacio>{estado ? 'Ningún día está así.' : 'No hay recaudo ni consignaciones en esos días.'}</Vacio>
              ) : (
                <Dias renglones={vistos} />
              )}
              <div className="acciones">
                {(['xlsx', 'csv'] as const).map((formato) => (
                  <BotonDescargar
                    key={formato}
                    path={`/conciliacion/archivo?desde=${desde}&hasta=${hasta}&formato=${formato}`}
                    nombre={`conciliacion-${desde}-${hasta}.${formato}`}
                    texto={formato === 'xlsx' ? 'Descargar en Excel' : 'Descargar en CSV'}
                  />
                ))}
              </div>
            </>
          );
        }}
      </Cargado>
    </PaginaRecaudo>
  );
}

const Dias = ({ renglones }: { renglones: Renglon[] }) => (
  <Tabla
    titulo="Días, el último primero"
    tituloOculto
    filas={renglones}
    clave={({ dia, origen, banco }) => `${dia} ${origen} ${banco}`}
    columnas={[
      { titulo: 'Día', junta: true, celda: ({ dia }) => fechaCorta(dia) },
      { titulo: 'De dónde', celda: (renglon) => <Origen renglon={renglon} /> },
      {
        titulo: 'Informado',
        numero: true,
        celda: ({ informado }) => (informado === null ? '—' : formatPesos(informado)),
      },
      { titulo: 'Registrado', numero: true, celda: ({ registrado }) => formatPesos(registrado) },
      { titulo: 'Por consignar', numero: true, celda: ({ por_consignar }) => formatPesos(por_consignar) },
      { titulo: 'Consignado', numero: true, celda: ({ consignado }) => formatPesos(consignado) },
      { titulo: 'Estado', celda: (renglon) => <QueHacer renglon={renglon} /> },
    ]}
  />
);

const Origen = ({ renglon: { origen, banco, nombre_banco, medios } }: { renglon: Renglon }) => (
  <>
    {banco ? `${nombre_banco ?? 'Banco'} (${banco}), su archivo` : NOMBRE_ORIGEN[origen]}
    {medios.length > 0 && (
      <span className="suave chico bloque">
        {medios.map(({ medio, valor }) => `${medio} ${formatPesos(valor)}`).join(' · ')}
      </span>
    )}
  </>
);

const QueHacer = ({ renglon: { estado, diferencias } }: { renglon: Renglon }) => (
  <>
    <Estado tono={ESTADO_CONCILIACION[estado].tono}>{ESTADO_CONCILIACION[estado].nombre}</Estado>
    {diferencias.length > 0 && (
      <ul className="lista-llana">
        {diferencias.map(({ clase, texto }) => (
          <li key={clase}>{texto}</li>
        ))}
      </ul>
    )}
  </>
);
