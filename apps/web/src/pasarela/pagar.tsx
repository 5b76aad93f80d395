import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { pesosEscritos } from '../core/escrito.ts';
import { readProblem } from '../core/problem.ts';
import { Grupo, Texto } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado, Fallo } from '../ui/states.tsx';
import type { Outputs } from '../publico/consultas.ts';
import { iniciarPago, opcionesPago } from './consultas.ts';

type Opciones = Outputs['pagar']['opciones'];
type Que = Opciones['opciones'][number]['que'];

/** What to pay of what is owed, and from here to the page of the gateway. */
export function Pagar() {
  const params = new URLSearchParams(location.search);
  const papel = {
    numero_cuenta: params.get('cuenta')?.trim() ?? '',
    numero_factura: params.get('numero')?.trim() ?? '',
  };
  const asked = papel.numero_cuenta !== '' && papel.numero_factura !== '';
  const query = useQuery({ ...opcionesPago(papel), enabled: asked });
  const volver = `/factura?${new URLSearchParams({ cuenta: papel.numero_cuenta, numero: papel.numero_factura }).toString()}`;
  return (
    <Page
      titulo="Pagar en línea"
      migas={<a href={asked ? volver : '/'}>{asked ? `Factura ${papel.numero_factura}` : 'Consultar una factura'}</a>}
    >
      {asked ? (
        <Cargado query={query} que="Buscando lo que debe la cuenta…">
          {(opciones) => <QuePagar opciones={opciones} />}
        </Cargado>
      ) : (
        <Aviso tono="alerta">
          <p>
            Para pagar, <a href="/">busque primero su factura</a> con los dos números del papel.
          </p>
        </Aviso>
      )}
    </Page>
  );
}

function QuePagar({ opciones }: { opciones: Opciones }) {
  if (!opciones.en_linea)
    return (
      <Aviso tono="alerta">
        <strong>Por ahora no se puede pagar en línea</strong>
        <p>La empresa no recibe pagos por internet. Pague en los puntos que dice su factura.</p>
      </Aviso>
    );
  if (opciones.debe === 0)
    return (
      <Aviso tono="bien">
        <strong>No debe nada</strong>
        <p>La cuenta {opciones.numero_cuenta} está al día.</p>
      </Aviso>
    );
  return <Formulario opciones={opciones} />;
}

/** What a choice pays, as the account stands. */
const textoDe = (que: Que, { en_reclamo, factura_en_reclamo }: Opciones) =>
  ({
    factura: factura_en_reclamo > 0 ? 'Esta factura, menos lo que está en reclamo' : 'Esta factura',
    cuenta: en_reclamo > 0 ? 'Todo lo que debe la cuenta, también lo que reclama' : 'Todo lo que debe la cuenta',
    sin_reclamo: 'Todo lo que debe la cuenta, menos lo que está en reclamo',
    otro_valor: 'Otro valor',
  })[que];

function Formulario({ opciones: todas }: { opciones: Opciones }) {
  const { opciones, en_reclamo, minimo, de_prueba, ...papel } = todas;
  const [que, setQue] = useState<Que>(opciones[0]?.que ?? 'otro_valor');
  const [escrito, setEscrito] = useState('');
  const [error, setError] = useState<string>();
  const iniciar = useMutation({
    mutationFn: iniciarPago,
    onSuccess: ({ direccion }) => location.assign(direccion),
  });
  // Back from the gateway's page with the browser's arrow: the page is as it was left, and can be used again.
  const { reset } = iniciar;
  useEffect(() => {
    const shown = (event: PageTransitionEvent) => event.persisted && reset();
    addEventListener('pageshow', shown);
    return () => removeEventListener('pageshow', shown);
  }, [reset]);

  const otro = pesosEscritos.setValueAs(escrito);
  const valor = que === 'otro_valor' ? otro : (opciones.find((una) => una.que === que)?.valor ?? 0);
  const problema = iniciar.error ? readProblem(iniciar.error) : undefined;
  const delValor = problema?.errors?.find(({ path }) => path === 'valor')?.message;
  const going = iniciar.isPending || iniciar.isSuccess;

  const enviar = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const falta =
      que === 'otro_valor' && !(Number.isSafeInteger(otro) && otro > 0)
        ? 'Escriba un valor en pesos, como 20.000.'
        : valor < minimo
          ? `En línea se paga desde ${formatPesos(minimo)}.`
          : undefined;
    setError(falta);
    if (falta) return form.querySelector<HTMLInputElement>('[name=valor]')?.focus();
    const { numero_cuenta, numero_factura } = papel;
    return iniciar.mutate({ numero_cuenta, numero_factura, que, ...(que === 'otro_valor' && { valor: otro }) });
  };

  return (
    <>
      {de_prueba && (
        <Aviso tono="alerta">
          <strong>Pagos de prueba</strong>
          <p>Aquí no se paga de verdad: la empresa está probando sus pagos en línea.</p>
        </Aviso>
      )}
      {en_reclamo > 0 && (
        <Aviso>
          <strong>Hay {formatPesos(en_reclamo)} en reclamo</strong>
          <p>
            No tiene que pagarlos mientras le responden, y nadie puede suspenderle el servicio por ellos (Ley 142 de
            1994, art. 155). Puede pagar solo lo que no reclama.
          </p>
        </Aviso>
      )}
      <section className="tarjeta estrecho" aria-label="Qué quiere pagar">
        <form className="formulario" noValidate onSubmit={enviar}>
          {problema && !delValor && <Fallo error={iniciar.error} />}
          <Grupo etiqueta="Qué quiere pagar" ayuda={`De la cuenta ${papel.numero_cuenta}.`}>
            {opciones.map((una) => (
              <Opcion key={una.que} valor={una.que} elegida={que} elegir={setQue}>
                {textoDe(una.que, todas)}: <span className="cifra">{formatPesos(una.valor)}</span>
              </Opcion>
            ))}
            <Opcion valor="otro_valor" elegida={que} elegir={setQue}>
              {textoDe('otro_valor', todas)}
            </Opcion>
          </Grupo>
          {que === 'otro_valor' && (
            <Texto
              etiqueta="Cuánto quiere pagar"
              ayuda="En pesos, sin centavos. Va primero a esta factura y después a lo más antiguo que deba la cuenta; lo que sobre queda a favor."
              name="valor"
              inputMode="numeric"
              autoComplete="off"
              value={escrito}
              onChange={({ target }) => setEscrito(target.value)}
              error={error ?? delValor}
            />
          )}
          {que !== 'otro_valor' && error && <Fallo error={{ status: 422, code: 'validacion', detail: error }} />}
          <div>
            <button type="submit" className="boton principal" disabled={going}>
              {going ? 'Abriendo la página de pago…' : valor > 0 ? `Ir a pagar ${formatPesos(valor)}` : 'Ir a pagar'}
            </button>
          </div>
          <p className="suave chico">
            Va a la página de la pasarela de pagos, con PSE o tarjeta. Aquí no se piden ni se guardan los datos de su
            banco. Al terminar vuelve aquí, con el recibo.
          </p>
        </form>
      </section>
    </>
  );
}

type PropsOpcion = { valor: Que; elegida: Que; elegir: (que: Que) => void; children: ReactNode };

const Opcion = ({ valor, elegida, elegir, children }: PropsOpcion) => (
  <label className="opcion">
    <input type="radio" name="que" value={valor} checked={elegida === valor} onChange={() => elegir(valor)} />
    <span>{children}</span>
  </label>
);
