import { formatPesos } from '@cunservicios/domain/pesos';
import { useQuery } from '@tanstack/react-query';
import { fechaLarga, instanteCorto } from '../core/fechas.ts';
import { readProblem } from '../core/problem.ts';
import { Dato } from '../ui/dato.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { type EstadoDePago, consultarPago } from './consultas.ts';

type Estado = EstadoDePago['estado'];
type Tono = 'info' | 'bien' | 'alerta' | 'mal';

/** What a person is told: nothing is called paid before it is, and nothing failed before it has. */
const DICE: Record<Estado, { titulo: string; tono: Tono; texto: string; deNuevo?: boolean }> = {
  creado: {
    titulo: 'Esperando la respuesta del banco',
    tono: 'alerta',
    texto:
      'Todavía no sabemos si el pago se hizo. Si ya pagó, no pague otra vez: la respuesta llega en unos minutos y esta página se actualiza sola.',
    deNuevo: true,
  },
  pendiente: {
    titulo: 'Su pago está pendiente',
    tono: 'alerta',
    texto:
      'El banco recibió la orden y aún no responde. No pague otra vez. Esta página se actualiza sola; también puede cerrarla y volver después con la misma dirección.',
  },
  aprobado: {
    titulo: 'Pago aprobado',
    tono: 'bien',
    texto: 'El pago quedó registrado en su cuenta.',
  },
  rechazado: {
    titulo: 'El banco rechazó el pago',
    tono: 'mal',
    texto: 'No se cobró nada. Puede intentar con otro medio, o preguntar en su banco por qué.',
    deNuevo: true,
  },
  error: {
    titulo: 'El pago no se pudo hacer',
    tono: 'mal',
    texto: 'La pasarela de pagos falló y no se cobró nada. Puede intentar de nuevo.',
    deNuevo: true,
  },
  en_revision: {
    titulo: 'Su pago está en revisión',
    tono: 'alerta',
    texto:
      'Llegó dinero que no coincide con lo que se pidió. La empresa lo revisa y lo aplica a su cuenta o se lo devuelve. Guarde la referencia por si pregunta.',
  },
  anulado: {
    titulo: 'El pago se devolvió',
    tono: 'alerta',
    texto: 'La pasarela anuló el pago y devolvió el dinero al medio con que pagó. La cuenta sigue debiendo ese valor.',
    deNuevo: true,
  },
  vencido: {
    titulo: 'El pago no se completó',
    tono: 'mal',
    texto: 'Pasó el tiempo sin que la pasarela supiera de un pago. No se cobró nada.',
    deNuevo: true,
  },
};

const espera = (estado: Estado | undefined) => estado === 'creado' || estado === 'pendiente';
const SEGUIDO_MS = 4_000;
const DESPUES_MS = 20_000;

/** Where the gateway sends people back to: what became of the payment, honestly, until it is known. */
export function EstadoPago() {
  const params = new URLSearchParams(location.search);
  const referencia = params.get('referencia')?.trim() ?? '';
  const transaccion = params.get('id')?.trim() || undefined;
  const asked = /^P[0-9a-f]{32}$/.test(referencia);
  const query = useQuery({
    queryKey: ['pago', referencia],
    queryFn: () => consultarPago({ referencia, transaccion }),
    enabled: asked,
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      espera(data?.estado) && (dataUpdateCount < 30 ? SEGUIDO_MS : DESPUES_MS),
  });
  const unknown = !asked || (query.isError && readProblem(query.error).status === 404);
  if (unknown)
    return (
      <Page titulo="No encontramos ese pago">
        <Aviso tono="alerta" vivo>
          <p>
            Revise que la dirección esté completa, o <a href="/">consulte su factura</a>: si pagó, ahí se ve.
          </p>
        </Aviso>
      </Page>
    );
  return (
    <Page titulo={query.data ? DICE[query.data.estado].titulo : 'Su pago'}>
      <Cargado query={query} que="Preguntando por el pago…">
        {(pago) => <Resultado pago={pago} />}
      </Cargado>
    </Page>
  );
}

function Resultado({ pago }: { pago: EstadoDePago }) {
  const { estado, numero_cuenta, numero_factura } = pago;
  const { tono, texto, deNuevo } = DICE[estado];
  const papel = new URLSearchParams({ cuenta: numero_cuenta, numero: numero_factura }).toString();
  return (
    <>
      <Aviso tono={tono} vivo>
        <p>{texto}</p>
      </Aviso>
      {pago.de_prueba && (
        <Aviso>
          <p>Es un pago de prueba: no se movió dinero.</p>
        </Aviso>
      )}
      <section className="tarjeta" aria-label="El pago">
        <dl className="datos">
          <div>
            <dt>Valor</dt>
            <dd className="grande cifra">{formatPesos(pago.valor)}</dd>
          </div>
          {pago.recibo && <Dato titulo="Recibo">{pago.recibo}</Dato>}
          <Dato titulo="Cuenta">{numero_cuenta}</Dato>
          {pago.fecha_pago && <Dato titulo="Fecha">{fechaLarga(pago.fecha_pago)}</Dato>}
          {!pago.fecha_pago && <Dato titulo="Empezó">{instanteCorto(pago.created_at)}</Dato>}
          {pago.medio && <Dato titulo="Medio">{pago.medio}</Dato>}
          <Dato titulo="Referencia">
            <code>{pago.referencia}</code>
          </Dato>
          {pago.transaccion && (
            <Dato titulo="Número en la pasarela">
              <code>{pago.transaccion}</code>
            </Dato>
          )}
        </dl>
        <div className="acciones no-imprime">
          {pago.recibo && pago.verificacion && (
            <a
              className="boton principal"
              href={`/recibo?${new URLSearchParams({ numero: pago.recibo, codigo: pago.verificacion }).toString()}`}
            >
              Comprobar el recibo
            </a>
          )}
          {estado === 'aprobado' && (
            <button type="button" className="boton otro" onClick={() => print()}>
              Imprimir
            </button>
          )}
          {deNuevo && (
            <a className={estado === 'creado' ? 'boton otro' : 'boton principal'} href={`/pagar?${papel}`}>
              {estado === 'creado' ? 'No pagué: empezar de nuevo' : 'Intentar de nuevo'}
            </a>
          )}
          <a className="boton otro" href={`/factura?${papel}`}>
            Ver la factura
          </a>
        </div>
      </section>
    </>
  );
}
