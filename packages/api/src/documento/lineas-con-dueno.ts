import type { LineaExplicable } from '@cunservicios/domain/explicacion/factura-explicable';
import type { DocumentoRow } from './documento.queries.ts';

type Tercero = DocumentoRow['terceros'][number];

/** Each line of a bill and whose money it is; undefined: the utility's. */
export function lineasConDueno({
  conceptos,
  calculo,
  terceros,
}: Pick<DocumentoRow, 'conceptos' | 'calculo' | 'terceros'>): {
  linea: LineaExplicable;
  tercero: Tercero | undefined;
}[] {
  const cargos = calculo?.cargos ?? [];
  const primero = conceptos.length - cargos.length; // the charges that waited come after all other lines
  return conceptos.map((linea, i) => {
    const dueno = linea.codigo === 'desincentivo' ? calculo?.desincentivo?.tercero_id : cargos[i - primero]?.tercero_id;
    return { linea, tercero: terceros.find(({ id }) => id === dueno) };
  });
}
