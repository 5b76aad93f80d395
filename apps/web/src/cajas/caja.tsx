import { formatPesos } from '@cunservicios/domain/pesos';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { instanteCorto } from '../core/fechas.ts';
import { conSigno } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Dato } from '../ui/dato.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado, Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import { ESTADO_CAJA, NOMBRE_RETIRO, TONO_CAJA } from './nombres.ts';
import { PagosDeCaja } from './pagos-de-caja.tsx';
import { ResolverCaja } from './resolver-caja.tsx';
import { TablaMedios } from './tabla-medios.tsx';

const route = getRouteApi('/sala/oficina/cajas/$caja_id');
type Caja = Outputs['cajas']['get'];

/** One session, to be looked at, decided on and printed. */
export function CajaPage() {
  const { caja_id } = route.useParams();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'recaudo', 'consulta');
  const query = useQuery(trpc.cajas.get.queryOptions({ caja_id: Number(caja_id) }, { enabled: puede }));
  if (!puede) return <Prohibida quien="quienes reciben o revisan pagos" />;
  return (
    <Page
      titulo={query.data ? `Caja ${query.data.numero}` : 'Caja'}
      migas={<Link to="/oficina/cajas">Cajas</Link>}
      acciones={
        query.data && (
          <button type="button" className="boton otro" onClick={() => print()}>
            Imprimir
          </button>
        )
      }
    >
      <Cargado query={query} que="Abriendo la caja…">
        {(caja) => (
          <>
            <Espera caja={caja} />
            <Datos caja={caja} />
            <section className="pila" aria-labelledby="medios">
              <h2 id="medios">Por medio de pago</h2>
              <TablaMedios caja={caja} />
            </section>
            <Contado caja={caja} />
            <Retiros caja={caja} />
            <PagosDeCaja caja_id={caja.id} />
          </>
        )}
      </Cargado>
    </Page>
  );
}

function Espera({ caja }: { caja: Caja }) {
  const user = useUser();
  if (caja.estado !== 'por_aprobar') return null;
  const mia = user !== undefined && [caja.cajero.id, caja.contada_por?.id].includes(user.id);
  return (
    <Aviso tono="alerta">
      <strong>La diferencia espera a otra persona.</strong>
      <p>{caja.explicacion}</p>
      {mia ? (
        <p>Usted llevó o contó esta caja: decide otra persona.</p>
      ) : (
        hasRole(user?.roles ?? [], 'admin', 'recaudo') && <ResolverCaja caja={caja} />
      )}
    </Aviso>
  );
}

const Datos = ({ caja }: { caja: Caja }) => (
  <section className="tarjeta" aria-label="Datos de la caja">
    <dl className="datos">
      <Dato titulo="Cajero">{caja.cajero.nombre}</Dato>
      <Dato titulo="Estado">
        <Estado tono={TONO_CAJA[caja.estado]}>{ESTADO_CAJA[caja.estado]}</Estado>
      </Dato>
      <Dato titulo="Abierta">{instanteCorto(caja.abierta_en)}</Dato>
      <Dato titulo="Contada">
        {caja.contada_en === null ? '—' : instanteCorto(caja.contada_en)}
        {caja.contada_por && caja.contada_por.id !== caja.cajero.id && `, por ${caja.contada_por.nombre}`}
      </Dato>
      <Dato titulo="Pagos">{caja.pagos}</Dato>
      <Dato titulo="Recibido">{formatPesos(caja.recaudado)}</Dato>
      <Dato titulo="Diferencia">
        {caja.diferencia === null ? '—' : caja.diferencia === 0 ? formatPesos(0) : conSigno(caja.diferencia)}
      </Dato>
      {caja.explicacion && <Dato titulo="Explicación">{caja.explicacion}</Dato>}
      {caja.resuelta_por && (
        <Dato titulo="Segunda persona">
          {caja.resuelta_por.nombre}
          {caja.observacion && `: ${caja.observacion}`}
        </Dato>
      )}
    </dl>
  </section>
);

function Contado({ caja: { denominaciones } }: { caja: Caja }) {
  const filas = Object.entries(denominaciones ?? {})
    .map(([pieza, n = 0]) => ({ pieza: Number(pieza), n }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.pieza - a.pieza);
  if (filas.length === 0) return null;
  return (
    <section className="pila estrecho" aria-labelledby="contado">
      <h2 id="contado">Billetes y monedas</h2>
      <Tabla
        titulo="Billetes y monedas contados"
        tituloOculto
        filas={filas}
        clave={({ pieza }) => pieza}
        columnas={[
          { titulo: 'De', celda: ({ pieza }) => formatPesos(pieza) },
          { titulo: 'Cuántos', numero: true, celda: ({ n }) => n },
          { titulo: 'Suman', numero: true, celda: ({ pieza, n }) => formatPesos(pieza * n) },
        ]}
      />
    </section>
  );
}

function Retiros({ caja: { retiros } }: { caja: Caja }) {
  if (retiros.length === 0) return null;
  return (
    <section className="pila" aria-labelledby="retiros">
      <h2 id="retiros">Dinero que salió de la caja</h2>
      <Tabla
        titulo="Dinero que salió de la caja"
        tituloOculto
        filas={retiros}
        clave={({ id }) => id}
        columnas={[
          { titulo: 'Cuándo', celda: ({ created_at }) => instanteCorto(created_at) },
          { titulo: 'A dónde', celda: ({ tipo }) => NOMBRE_RETIRO[tipo] },
          { titulo: 'Qué', celda: ({ medio }) => medio },
          { titulo: 'Número', celda: ({ referencia }) => referencia ?? '—' },
          { titulo: 'Motivo', celda: ({ motivo }) => motivo },
          { titulo: 'Valor', numero: true, celda: ({ valor }) => formatPesos(valor) },
        ]}
      />
    </section>
  );
}
