import { formatPesos } from '@cunservicios/domain/pesos';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { fechaLarga, instanteCorto } from '../core/fechas.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Dato } from '../ui/dato.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { AvisosDePago } from './avisos.tsx';
import { Deshacer } from './deshacer.tsx';
import { NOMBRE_CAUSA, NOMBRE_ORIGEN } from './nombres.ts';
import { Partes } from './partes.tsx';
import { BotonRecibo } from './recibo.tsx';
import { ResolverReverso } from './resolver-reverso.tsx';

const route = getRouteApi('/sala/oficina/pagos/$pago_id');
type Pago = Outputs['pagos']['get'];

/** One payment: where every peso went, its receipt, and its undoing. */
export function PagoPage() {
  const { pago_id } = route.useParams();
  const [hecho, setHecho] = useState('');
  const query = useQuery(trpc.pagos.get.queryOptions({ pago_id: Number(pago_id) }));
  return (
    <Page
      titulo={query.data ? `Recibo ${query.data.recibo}` : 'Pago'}
      migas={<Link to="/oficina/pagos">Pagos</Link>}
      acciones={query.data && <BotonRecibo {...query.data} />}
    >
      <Cargado query={query} que="Abriendo el pago…">
        {(pago) => (
          <>
            {hecho && (
              <Aviso tono="bien" vivo>
                {hecho}
              </Aviso>
            )}
            <Reverso pago={pago} />
            <Datos pago={pago} />
            <AvisosDePago avisos={pago.avisos} />
            <section className="pila" aria-labelledby="partes">
              <h2 id="partes">A dónde fue cada peso</h2>
              <Partes titulo="A dónde fue cada peso" reparto={pago} />
            </section>
            <Acciones pago={pago} hecho={setHecho} />
          </>
        )}
      </Cargado>
    </Page>
  );
}

const Datos = ({ pago }: { pago: Pago }) => (
  <section className="tarjeta" aria-label="Datos del pago">
    <dl className="datos">
      <Dato titulo="Valor">
        <span className="grande cifra">{formatPesos(pago.valor)}</span>
      </Dato>
      <Dato titulo="Cuenta">
        <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta: pago.numero_cuenta }}>
          {pago.numero_cuenta}
        </Link>
      </Dato>
      <Dato titulo="Recibido el">{fechaLarga(pago.fecha_pago)}</Dato>
      <Dato titulo="Registrado">{instanteCorto(pago.created_at)}</Dato>
      <Dato titulo="Medio">{pago.medio}</Dato>
      <Dato titulo="Referencia">{pago.referencia ?? '—'}</Dato>
      <Dato titulo="Por dónde entró">
        {pago.caja_id === null ? (
          NOMBRE_ORIGEN[pago.origen]
        ) : (
          <Link to="/oficina/cajas/$caja_id" params={{ caja_id: String(pago.caja_id) }}>
            Caja
          </Link>
        )}
      </Dato>
      {pago.observaciones && <Dato titulo="Observaciones">{pago.observaciones}</Dato>}
    </dl>
  </section>
);

/** The document that undoes it, or the question whether to. */
function Reverso({ pago: { reverso, recibo, valor } }: { pago: Pago }) {
  const user = useUser();
  const pendientes = useQuery(
    trpc.reversos.list.queryOptions({ estado: 'pendiente' }, { enabled: reverso?.estado === 'pendiente' }),
  );
  if (!reverso) return null;
  const causa = `${NOMBRE_CAUSA[reverso.causa]}: ${reverso.motivo}`;
  if (reverso.estado === 'aplicado')
    return (
      <Aviso tono="mal">
        <strong>
          Este pago se deshizo{reverso.fecha && ` el ${fechaLarga(reverso.fecha)}`}, documento {reverso.numero}.
        </strong>
        <p>{causa}</p>
      </Aviso>
    );
  const pedido = pendientes.data?.items.find(({ id }) => id === reverso.id);
  return (
    <Aviso tono="alerta">
      <strong>Alguien pidió deshacer este pago: espera a otra persona.</strong>
      <p>{causa}</p>
      {pedido?.user_id === user?.id ? (
        <p>Usted lo pidió: decide otra persona.</p>
      ) : (
        pedido &&
        hasRole(user?.roles ?? [], 'admin', 'recaudo') && (
          <ResolverReverso reverso={{ id: reverso.id, recibo, valor }} />
        )
      )}
    </Aviso>
  );
}

function Acciones({ pago, hecho }: { pago: Pago; hecho: (mensaje: string) => void }) {
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'recaudo');
  if (!puede || pago.reverso) return null;
  return (
    <div className="acciones no-imprime">
      <Deshacer pago={pago} hecho={hecho} />
    </div>
  );
}
