import { formatPesos } from '@cunservicios/domain/pesos';
import { useQuery } from '@tanstack/react-query';
import { empresa } from '../core/empresa.ts';
import { fechaLarga } from '../core/fechas.ts';
import { readProblem } from '../core/problem.ts';
import { Dato } from '../ui/dato.tsx';
import { Texto } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { reciboPublico } from './consultas.ts';

/** Whether a receipt is ours and still stands: its QR leads here, and both things printed on it open it. */
export function ComprobarRecibo() {
  const params = new URLSearchParams(location.search);
  const numero = params.get('numero')?.trim() ?? '';
  const codigo = (params.get('codigo') ?? '').replaceAll(/\s/g, '').toLowerCase();
  const asked = numero !== '' && codigo !== '';
  const query = useQuery({ ...reciboPublico({ recibo: numero, verificacion: codigo }), enabled: asked });
  const notFound = query.isError && [404, 422].includes(readProblem(query.error).status);

  if (!asked || notFound)
    return (
      <Page titulo={notFound ? 'No encontramos ese recibo' : 'Compruebe un recibo de pago'}>
        {notFound && (
          <Aviso tono="alerta" vivo>
            <p>
              Ningún recibo tiene ese número con ese código. Revise que estén escritos como en el papel; si lo están, el
              recibo no es nuestro.
            </p>
          </Aviso>
        )}
        <section className="tarjeta estrecho" aria-label="Comprobar un recibo">
          <BuscarRecibo numero={numero} codigo={codigo} />
        </section>
      </Page>
    );
  return (
    <Page titulo={`Recibo ${numero}`} migas={<a href="/recibo">Comprobar otro recibo</a>}>
      <Cargado query={query} que="Buscando el recibo…">
        {({ vigente, valor, numero_cuenta, fecha_pago, medio, facturas, anticipo, empresa: nombre }) => (
          <>
            <Aviso tono={vigente ? 'bien' : 'mal'}>
              <strong>{vigente ? 'Recibo vigente' : 'Este pago se deshizo'}</strong>
              <p>
                {vigente
                  ? `${nombre} recibió este pago.`
                  : `El recibo fue de ${nombre}, pero ya no vale como comprobante: el pago se quitó de la cuenta.`}
              </p>
            </Aviso>
            <section className="tarjeta" aria-label="Datos del recibo">
              <dl className="datos">
                <Dato titulo="Valor">
                  <span className="grande cifra">{formatPesos(valor)}</span>
                </Dato>
                <Dato titulo="Cuenta">{numero_cuenta}</Dato>
                <Dato titulo="Recibido el">{fechaLarga(fecha_pago)}</Dato>
                <Dato titulo="Medio">{medio}</Dato>
              </dl>
              <Tabla
                titulo="A dónde fue el pago"
                filas={[
                  ...facturas.map(({ numero_factura, valor: parte }) => [`Factura ${numero_factura}`, parte] as const),
                  ...(anticipo > 0 ? [['A favor de la cuenta', anticipo] as const] : []),
                ]}
                clave={([que]) => que}
                columnas={[
                  { titulo: 'Qué pagó', celda: ([que]) => que },
                  { titulo: 'Valor', numero: true, celda: ([, parte]) => formatPesos(parte) },
                ]}
              />
            </section>
          </>
        )}
      </Cargado>
    </Page>
  );
}

/** A plain form: it goes to /recibo?numero=…&codigo=…, the address of the QR. */
const BuscarRecibo = ({ numero, codigo }: { numero: string; codigo: string }) => (
  <form className="formulario" action="/recibo" method="get">
    <Texto
      etiqueta="Número del recibo"
      ayuda="Arriba a la derecha. Por ejemplo: RC000000123"
      name="numero"
      defaultValue={numero}
      maxLength={20}
      autoComplete="off"
      required
    />
    <Texto
      etiqueta="Código"
      ayuda="Al final del recibo: dieciséis letras y números."
      name="codigo"
      defaultValue={codigo}
      maxLength={30}
      autoComplete="off"
      required
    />
    {empresa() !== 'public' && <input type="hidden" name="empresa" value={empresa()} />}
    <div>
      <button type="submit" className="boton principal">
        Comprobar
      </button>
    </div>
  </form>
);
