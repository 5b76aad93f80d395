import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { fechaLarga, instanteCorto } from '../core/fechas.ts';
import { contar, entero } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Avance, enCurso } from '../ejecuciones/avance.tsx';
import { useRefrescoAlTerminar } from '../ejecuciones/use-refresco-al-terminar.ts';
import { Dato } from '../ui/dato.tsx';
import { BotonVentana, Confirmar } from '../ui/dialog.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado, Estado } from '../ui/states.tsx';
import { FilasDeArchivo } from './filas.tsx';
import { ESTADO_ARCHIVO } from './nombres.ts';
import { VistaArchivo } from './vista.tsx';

const route = getRouteApi('/sala/oficina/archivos-recaudo/$archivo_recaudo_id');
type ArchivoRecaudo = Outputs['archivosRecaudo']['get'];

/** One file: its progress, what it would do or did, and the button that applies it. */
export function ArchivoRecaudoPage() {
  const archivo_recaudo_id = Number(route.useParams().archivo_recaudo_id);
  const query = useQuery(
    trpc.archivosRecaudo.get.queryOptions(
      { archivo_recaudo_id },
      { refetchInterval: ({ state }) => (enCurso(state.data?.ejecucion) ? 1000 : false) },
    ),
  );
  useRefrescoAlTerminar(enCurso(query.data?.ejecucion));
  const { data } = query;
  return (
    <Page
      titulo={data?.nombre || `Archivo de recaudo ${archivo_recaudo_id}`}
      ventana={`Archivo de recaudo ${archivo_recaudo_id}`}
      migas={<Link to="/oficina/archivos-recaudo">Archivos de recaudo</Link>}
      bajada={
        data && (
          <>
            <Estado tono={ESTADO_ARCHIVO[data.estado][1]}>{ESTADO_ARCHIVO[data.estado][0]}</Estado> Cargado el{' '}
            {instanteCorto(data.created_at)}
          </>
        )
      }
    >
      <Cargado query={query} que="Trayendo el archivo…">
        {(archivo) => <Contenido archivo={archivo} />}
      </Cargado>
    </Page>
  );
}

function Contenido({ archivo }: { archivo: ArchivoRecaudo }) {
  const { id, estado, ejecucion, motivo, por_resolver } = archivo;
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'recaudo');
  const corre = enCurso(ejecucion);
  const seDetuvo = ejecucion?.estado === 'fallida' && (estado === 'cargando' || estado === 'aplicando');
  return (
    <>
      {ejecucion && (corre || seDetuvo) && <Avance ejecucion={ejecucion} />}
      {estado === 'rechazado' && (
        <Aviso tono="mal">
          <strong>El archivo no entró: nada de él se pagó.</strong>
          <p>{motivo}</p>
          <p>Pida al banco el archivo correcto, o corrija el perfil del banco, y cárguelo de nuevo.</p>
        </Aviso>
      )}
      {archivo.registros !== null && <Encabezado archivo={archivo} />}
      {puede && !corre && (estado === 'cargado' || (estado === 'aplicando' && seDetuvo)) && (
        <Aplicar archivo={archivo} />
      )}
      {estado === 'aplicado' && por_resolver > 0 && (
        <Aviso tono="alerta">
          <p>
            <strong>{contar(por_resolver, 'fila espera', 'filas esperan')} a que alguien decida.</strong>{' '}
            <Link to="/oficina/recaudos" search={{ archivo: String(id) }}>
              Resolver
            </Link>
          </p>
        </Aviso>
      )}
      {archivo.registros !== null && estado !== 'rechazado' && estado !== 'cargando' && (
        <>
          <VistaArchivo archivo={archivo} />
          <FilasDeArchivo archivo_recaudo_id={id} />
        </>
      )}
    </>
  );
}

function Encabezado({ archivo }: { archivo: ArchivoRecaudo }) {
  const { banco, fecha, fecha_archivo, modificador, cuenta, lotes, registros, total, centavos } = archivo;
  return (
    <section className="tarjeta" aria-label="Lo que dice el archivo">
      <dl className="datos">
        <div>
          <dt>Total</dt>
          <dd className="grande cifra">
            {formatPesos(total ?? 0)}
            {centavos > 0 && `,${String(centavos).padStart(2, '0')}`}
          </dd>
        </div>
        <Dato titulo="Filas">
          {entero(registros ?? 0)} en {contar(lotes ?? 0, 'lote', 'lotes')}
        </Dato>
        <Dato titulo="Recaudado el">{fecha ? fechaLarga(fecha) : '—'}</Dato>
        <Dato titulo="Banco">{banco}</Dato>
        <Dato titulo="Cuenta">{cuenta || '—'}</Dato>
        <Dato titulo="Escrito por el banco">
          {fecha_archivo ? fechaLarga(fecha_archivo) : '—'}, archivo {modificador}
        </Dato>
      </dl>
    </section>
  );
}

function Aplicar({ archivo: { id, estado } }: { archivo: ArchivoRecaudo }) {
  const aplicar = useMutation(
    trpc.archivosRecaudo.aplicar.mutationOptions({
      onSuccess: () => refrescar(trpc.archivosRecaudo.pathFilter()),
    }),
  );
  const boton = estado === 'aplicando' ? 'Seguir aplicando' : 'Aplicar los pagos';
  return (
    <div className="acciones">
      <BotonVentana boton={boton}>
        {(cerrar) => (
          <Confirmar
            accion={boton}
            mutacion={aplicar}
            hacer={() => aplicar.mutate({ archivo_recaudo_id: id }, { onSuccess: cerrar })}
            cerrar={cerrar}
          >
            <p>
              Cada fila identificada se registra como un pago con su recibo. Un pago no se borra: si sobra, se reversa.
              Las filas sin identificar y las repetidas quedan en la mesa para resolverlas.
            </p>
          </Confirmar>
        )}
      </BotonVentana>
    </div>
  );
}
