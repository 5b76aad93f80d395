import { formatPesos } from '@cunservicios/domain/pesos';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import '../cartera/cartera.css';
import { fechaLarga, instanteCorto } from '../core/fechas.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Dato } from '../ui/dato.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { AnularOrden } from './anular.tsx';
import { Ejecutar } from './ejecutar.tsx';
import { ORDEN, RESULTADO } from './nombres.ts';
import { EstadoOrden, useAhora } from './plazo.tsx';
import { tiempoHasta } from './tiempo.ts';
import type { Orden } from './tipos.ts';

const route = getRouteApi('/sala/oficina/cartera/ordenes/$numero_orden');

/** One order: what is asked, until when, and what was done. */
export function OrdenPage() {
  const { numero_orden } = route.useParams();
  const roles = useUser()?.roles ?? [];
  const query = useQuery(trpc.ordenes.get.queryOptions({ numero_orden }));
  const pendiente = query.data?.estado === 'pendiente';
  return (
    <Page
      titulo={query.data ? `${ORDEN[query.data.tipo].nombre} ${numero_orden}` : `Orden ${numero_orden}`}
      ventana={`Orden ${numero_orden}`}
      migas={<Link to="/oficina/cartera/ordenes">Órdenes</Link>}
      acciones={pendiente && hasRole(roles, 'admin', 'facturacion') && <AnularOrden numero_orden={numero_orden} />}
    >
      <Cargado query={query} que="Abriendo la orden…">
        {(orden) => (
          <>
            <Limite orden={orden} />
            <Resumen orden={orden} />
            {orden.estado === 'ejecutada' && <Hecho orden={orden} />}
            {orden.estado === 'anulada' && (
              <Aviso>
                <strong>Orden anulada</strong>
                <p>{orden.anulada_motivo}</p>
              </Aviso>
            )}
            {pendiente && hasRole(roles, 'admin', 'facturacion', 'atencion', 'lector') && <Ejecutar orden={orden} />}
          </>
        )}
      </Cargado>
    </Page>
  );
}

/** The 24 hours in which the service must be back. */
function Limite({ orden: { estado, limite } }: { orden: Orden }) {
  const ahora = useAhora();
  if (estado !== 'pendiente' || limite === null) return null;
  const { tono, texto } = tiempoHasta(limite, ahora);
  return (
    <Aviso tono={tono}>
      <strong>{texto}</strong>
      <p>
        El servicio debe estar de vuelta antes del {instanteCorto(limite)}: 24 horas desde que se pagó o se firmó el
        convenio (Decreto-ley 19 de 2012, art. 42).
      </p>
    </Aviso>
  );
}

const Resumen = ({ orden }: { orden: Orden }) => (
  <section className="tarjeta" aria-label="Datos de la orden">
    <dl className="datos">
      <Dato titulo="Estado">
        <EstadoOrden orden={orden} />
      </Dato>
      <Dato titulo="Cuenta">
        <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta: orden.numero_cuenta }}>
          {orden.numero_cuenta}
        </Link>
      </Dato>
      <Dato titulo="Dirección">
        {orden.direccion}
        {orden.ruta && <span className="suave chico"> (ruta {orden.ruta})</span>}
      </Dato>
      <Dato titulo="Medidor">{orden.medidor ?? 'Sin medidor'}</Dato>
      <Dato titulo="Para el">{fechaLarga(orden.programada_para)}</Dato>
      <Dato titulo="Motivo">{orden.motivo}</Dato>
      <Dato titulo="Ordenada">{instanteCorto(orden.created_at)}</Dato>
    </dl>
  </section>
);

const Hecho = ({ orden }: { orden: Orden }) => (
  <section className="tarjeta" aria-labelledby="hecho">
    <h2 id="hecho">Lo que se hizo</h2>
    <dl className="datos">
      <Dato titulo="Resultado">{orden.resultado && RESULTADO[orden.resultado]}</Dato>
      <Dato titulo="Cuándo">{orden.ejecutada_en && instanteCorto(orden.ejecutada_en)}</Dato>
      <Dato titulo="Quién">{orden.operario}</Dato>
      <Dato titulo="Cobró">{orden.cargo === null ? 'Nada' : `${formatPesos(orden.cargo)}, en la próxima factura`}</Dato>
    </dl>
    <p className="prosa">{orden.evidencia}</p>
    {orden.con_foto && <Foto numero_orden={orden.numero_orden} />}
  </section>
);

function Foto({ numero_orden }: { numero_orden: string }) {
  const query = useQuery(trpc.ordenes.foto.queryOptions({ numero_orden }, { staleTime: Infinity }));
  return (
    <Cargado query={query} que="Trayendo la foto…">
      {({ tipo, base64 }) => (
        <img className="foto-orden" src={`data:${tipo};base64,${base64}`} alt={`Foto de la orden ${numero_orden}`} />
      )}
    </Cargado>
  );
}
