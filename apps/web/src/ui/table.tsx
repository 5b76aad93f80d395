import type { ReactNode } from 'react';

export type Columna<T> = {
  titulo: string;
  celda: (row: T) => ReactNode;
  /** Right-aligned, equal digits. */
  numero?: boolean;
  /** Never broken over two lines: codes, dates. */
  junta?: boolean;
};

const clase = ({ numero, junta }: { numero?: boolean | undefined; junta?: boolean | undefined }) =>
  numero ? 'numero' : junta ? 'junta' : undefined;

type Props<T> = {
  titulo: string;
  columnas: [Columna<T>, ...Columna<T>[]];
  filas: readonly T[];
  clave: (row: T) => string | number;
  /** The caption is said, not shown: a heading above says the same. */
  tituloOculto?: boolean;
  pie?: ReactNode;
};

/**
 * A native table; the first column is the header of its row. On a phone each row is a card: the roles
 * are written out because a browser drops them from a table that is not displayed as one.
 */
export function Tabla<T>({ titulo, columnas, filas, clave, tituloOculto = false, pie }: Props<T>) {
  const [first, ...rest] = columnas;
  return (
    <div className="tabla-marco">
      <table className="tabla apilable" role="table">
        <caption className={tituloOculto ? 'oculto' : undefined}>{titulo}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columnas.map(({ titulo, ...rest }) => (
              <th key={titulo} scope="col" role="columnheader" className={clase(rest)}>
                {titulo}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {filas.map((fila) => (
            <tr key={clave(fila)} role="row">
              <th scope="row" role="rowheader" className={clase(first)}>
                {first.celda(fila)}
              </th>
              {rest.map(({ titulo, celda, ...look }) => (
                <td key={titulo} role="cell" data-titulo={titulo} className={clase(look)}>
                  <span>{celda(fila)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {pie}
      </table>
    </div>
  );
}
