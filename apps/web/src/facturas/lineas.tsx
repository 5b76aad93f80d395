import { formatDecimal, formatNumero, formatPesos } from '@cunservicios/domain/pesos';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import './lineas.css';

export type Linea = {
  servicio: string;
  concepto: string;
  cantidad: string;
  valor_unitario: string;
  formula: string;
  norma: string;
  valor: number;
};

type Origen = { lectura?: string | undefined; tarifa?: string | undefined };
type Props = { titulo: string; lineas: readonly Linea[]; total: number; origen?: Origen };

/** The lines of a bill; each opens to show where its amount comes from. */
export function Lineas({ titulo, lineas, total, origen = {} }: Props) {
  const servicios = [...new Set(lineas.map(({ servicio }) => servicio))];
  return (
    <div className="tabla-marco">
      <table className="tabla lineas">
        <caption>
          {titulo}
          <span className="suave chico"> Toque una línea para ver de dónde sale.</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Concepto</th>
            <th scope="col" className="numero">
              Valor
            </th>
          </tr>
        </thead>
        {servicios.map((servicio) => {
          const suyas = lineas.filter((linea) => linea.servicio === servicio);
          return (
            <tbody key={servicio}>
              {suyas.map((linea, i) => (
                <FilaLinea key={i} linea={linea} origen={origen} />
              ))}
              {servicios.length > 1 && (
                <tr className="subtotal">
                  <th scope="row">Subtotal de {servicio}</th>
                  <td className="numero">{formatPesos(suyas.reduce((sum, { valor }) => sum + valor, 0))}</td>
                </tr>
              )}
            </tbody>
          );
        })}
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td className="numero">{formatPesos(total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function FilaLinea({ linea, origen }: { linea: Linea; origen: Origen }) {
  const [abierta, setAbierta] = useState(false);
  const id = useId();
  const esConsumo = /consumo/i.test(linea.concepto);
  const explained = linea.formula !== '' || linea.norma !== '';
  if (!explained) {
    return (
      <tr>
        <th scope="row">{linea.concepto}</th>
        <td className="numero">{formatPesos(linea.valor)}</td>
      </tr>
    );
  }
  return (
    <>
      <tr>
        <th scope="row">
          <button
            type="button"
            className="abre-linea"
            aria-expanded={abierta}
            aria-controls={id}
            onClick={() => setAbierta(!abierta)}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M6 4l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="2" />
            </svg>
            {linea.concepto}
          </button>
        </th>
        <td className="numero">{formatPesos(linea.valor)}</td>
      </tr>
      <tr id={id} hidden={!abierta} className="explica">
        <td colSpan={2}>
          <dl>
            {esConsumo && origen.lectura && <Dato titulo="Lectura">{origen.lectura}</Dato>}
            {origen.tarifa && <Dato titulo="Tarifa">{origen.tarifa}</Dato>}
            <Dato titulo="Cálculo">
              <span className="formula">{linea.formula.replaceAll('$ ', '$\u00a0')}</span>
            </Dato>
            <Dato titulo="Redondeo">{redondeo(linea)}</Dato>
            {linea.norma && <Dato titulo="Norma">{linea.norma}</Dato>}
          </dl>
        </td>
      </tr>
    </>
  );
}

const Dato = ({ titulo, children }: { titulo: string; children: ReactNode }) => (
  <div>
    <dt>{titulo}</dt>
    <dd>{children}</dd>
  </div>
);

/** The exact value stands in the formula between "=" and "→". */
function redondeo({ formula, cantidad, valor_unitario, valor }: Linea) {
  const exacto = /= (.+?) →/.exec(formula)?.[1];
  const partes = exacto
    ? `El valor exacto, ${exacto.startsWith('-') ? `-$ ${exacto.slice(1)}` : `$ ${exacto}`},`
    : `${cantidadVisible(cantidad)} por ${unitarioVisible(valor_unitario)}`;
  return `${partes} se redondea una sola vez, al peso más cercano: ${formatPesos(valor)}.`;
}

const cantidadVisible = (cantidad: string) => (/^\d+(\.\d+)?$/.test(cantidad) ? formatNumero(cantidad) : cantidad);
const unitarioVisible = (valor: string) => (/^-?\d+(\.\d+)?$/.test(valor) ? formatDecimal(valor) : valor);
