// Loading, error, offline, forbidden, empty: the states every page can be in.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { readProblem } from '../core/problem.ts';

type Tono = 'info' | 'bien' | 'alerta' | 'mal';

/** A message in the page. `vivo` reads it out when it appears. */
export const Aviso = ({
  tono = 'info',
  vivo = false,
  children,
}: {
  tono?: Tono;
  vivo?: boolean;
  children: ReactNode;
}) => (
  <div className={`aviso ${tono}`} role={vivo ? (tono === 'mal' ? 'alert' : 'status') : undefined}>
    {children}
  </div>
);

export const Estado = ({ tono, children }: { tono?: Tono | undefined; children: ReactNode }) => (
  <span className={`estado ${tono ?? ''}`}>{children}</span>
);

export const Cargando = ({ que = 'Cargando…' }: { que?: string }) => (
  <div className="esqueleto" role="status">
    <span className="oculto">{que}</span>
    <i />
    <i />
    <i />
  </div>
);

export const Vacio = ({ children }: { children: ReactNode }) => <div className="vacio">{children}</div>;

export function Fallo({ error, reintentar }: { error: unknown; reintentar?: (() => void) | undefined }) {
  const { status, detail, instance } = readProblem(error);
  const title =
    status === 403
      ? 'Sin permiso'
      : status === 404
        ? 'No se encontró'
        : status === 599
          ? 'Sin conexión'
          : 'No se pudo completar';
  const mayPass = status >= 500 || status === 429;
  return (
    <Aviso tono={status === 404 || status === 403 ? 'alerta' : 'mal'} vivo>
      <strong>{title}</strong>
      <p>{detail}</p>
      {status >= 500 && status !== 599 && instance && (
        <p className="chico">
          Número de la petición: <code>{instance}</code>
        </p>
      )}
      {mayPass && reintentar && (
        <div>
          <button type="button" className="boton otro" onClick={reintentar}>
            Intentar de nuevo
          </button>
        </div>
      )}
    </Aviso>
  );
}

const SinConexion = () => (
  <Aviso tono="alerta" vivo>
    <strong>Sin conexión</strong>
    <p>Se mostrará en cuanto vuelva la conexión. No hace falta recargar la página.</p>
  </Aviso>
);

/** What is asked of a query here: one of pages has it too. */
type Query<T> = Pick<UseQueryResult<T, unknown>, 'data' | 'error' | 'isError' | 'fetchStatus'> & {
  refetch: () => Promise<unknown>;
};
type Loaded<T> = { query: Query<T>; que?: string; children: (data: T) => ReactNode };

/** What a query brought, or the state it is in. Older data stays visible under a failed refresh. */
export function Cargado<T>({ query, que, children }: Loaded<T>) {
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <Fallo error={query.error} reintentar={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) return <Fallo error={query.error} reintentar={() => void query.refetch()} />;
  if (query.fetchStatus === 'paused') return <SinConexion />;
  return <Cargando {...(que && { que })} />;
}
