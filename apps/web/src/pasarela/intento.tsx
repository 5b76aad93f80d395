import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { instanteCorto } from '../core/fechas.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Dato } from '../ui/dato.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado, Estado, Fallo } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { AMBIENTE, ESTADO_INTENTO, NOVEDAD, QUE, RESOLUCION, TRANSACCION, dinero } from './nombres.ts';

const route = getRouteApi('/sala/oficina/pasarela/$referencia');
type Completo = Outputs['pasarela']['intento'];

/** One attempt of somebody to pay, and everything that was heard of it. */
export function Intento() {
  const { referencia } = route.useParams();
  const query = useQuery(trpc.pasarela.intento.queryOptions({ referencia }));
  return (
    <Page titulo="Pago en línea" migas={<Link to="/oficina/pasarela">Pagos en línea</Link>}>
      <Cargado query={query} que="Abriendo el pago…">
        {(intento) => <Detalle intento={intento} />}
      </Cargado>
    </Page>
  );
}

const RESULTADO: Record<Completo['eventos'][number]['resultado'], string> = {
  aplicado: 'Se aplicó',
  repetido: 'Ya se sabía',
  contradice: 'Contradice lo que se sabe: no se hizo nada',
  ajeno: 'De otra cosa',
  falso: 'Falso',
};

function Detalle({ intento }: { intento: Completo }) {
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'recaudo');
  const consultar = useMutation(
    trpc.pasarela.consultar.mutationOptions({
      onSuccess: () => refrescar(trpc.pasarela.pathFilter(), trpc.pagos.pathFilter(), trpc.clientes.pathFilter()),
    }),
  );
  const [estado, tono] = ESTADO_INTENTO[intento.estado];
  return (
    <>
      <section className="tarjeta" aria-label="El pago">
        <dl className="datos">
          <Dato titulo="Valor">{formatPesos(intento.valor)}</Dato>
          <Dato titulo="Estado">
            <Estado tono={tono}>{estado}</Estado>
          </Dato>
          <Dato titulo="Cuenta">
            <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta: intento.numero_cuenta }}>
              {intento.numero_cuenta}
            </Link>
          </Dato>
          <Dato titulo="Factura">
            <Link to="/oficina/facturas/$numero_factura" params={{ numero_factura: intento.numero_factura }}>
              {intento.numero_factura}
            </Link>
          </Dato>
          <Dato titulo="Qué paga">{QUE[intento.que]}</Dato>
          <Dato titulo="Recibo">{intento.recibo ?? 'Ninguno'}</Dato>
          <Dato titulo="Empezó">{instanteCorto(intento.created_at)}</Dato>
          <Dato titulo="Ambiente">{AMBIENTE[intento.ambiente]}</Dato>
          <Dato titulo="Última consulta">
            {intento.consultado_en ? instanteCorto(intento.consultado_en) : 'Ninguna'}
            {intento.proxima_consulta && `; la próxima, el ${instanteCorto(intento.proxima_consulta)}`}
          </Dato>
          <Dato titulo="Referencia">
            <code>{intento.referencia}</code>
          </Dato>
        </dl>
        {puede && (
          <>
            {consultar.error && <Fallo error={consultar.error} />}
            {consultar.data && (
              <Aviso tono={consultar.data.respondio ? 'bien' : 'alerta'} vivo>
                <p>
                  {consultar.data.respondio
                    ? 'La pasarela respondió: esto es lo que sabe.'
                    : 'La pasarela no respondió. Nada cambió: intente de nuevo en unos minutos.'}
                </p>
              </Aviso>
            )}
            <div className="acciones">
              <button
                type="button"
                className="boton otro"
                disabled={consultar.isPending}
                onClick={() => consultar.mutate({ referencia: intento.referencia })}
              >
                {consultar.isPending ? 'Preguntando…' : 'Preguntarle a la pasarela'}
              </button>
            </div>
          </>
        )}
      </section>
      <section className="pila" aria-labelledby="transacciones">
        <h2 id="transacciones">Transacciones</h2>
        {intento.transacciones.length === 0 ? (
          <p className="suave">La pasarela no ha dicho nada de este pago.</p>
        ) : (
          <Tabla
            titulo="Transacciones"
            tituloOculto
            filas={intento.transacciones}
            clave={({ id }) => id}
            columnas={[
              { titulo: 'Número', celda: ({ transaccion }) => <code>{transaccion}</code> },
              { titulo: 'Estado', celda: (una) => TRANSACCION[una.estado] },
              { titulo: 'Método', celda: ({ metodo }) => metodo || '—' },
              { titulo: 'Recibo', junta: true, celda: ({ recibo }) => recibo ?? '—' },
              {
                titulo: 'Novedad',
                celda: ({ novedad, resolucion }) =>
                  novedad ? `${NOVEDAD[novedad]}${resolucion ? `. ${RESOLUCION[resolucion]}` : ''}` : 'Ninguna',
              },
              { titulo: 'Valor', numero: true, celda: ({ valor_centavos, moneda }) => dinero(valor_centavos, moneda) },
            ]}
          />
        )}
      </section>
      {intento.eventos.length > 0 && (
        <section className="pila" aria-labelledby="eventos">
          <h2 id="eventos">Lo que dijo la pasarela</h2>
          <Tabla
            titulo="Lo que dijo la pasarela"
            tituloOculto
            filas={intento.eventos}
            clave={({ id }) => id}
            columnas={[
              { titulo: 'Llegó', junta: true, celda: ({ created_at }) => instanteCorto(created_at) },
              { titulo: 'Cómo', celda: ({ origen }) => (origen === 'evento' ? 'Avisó' : 'Se le preguntó') },
              { titulo: 'Dijo', celda: (uno) => (uno.estado ? TRANSACCION[uno.estado] : '—') },
              { titulo: 'Qué se hizo', celda: ({ resultado }) => RESULTADO[resultado] },
            ]}
          />
        </section>
      )}
    </>
  );
}
