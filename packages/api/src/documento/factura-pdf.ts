import { contenidoDe, type Empresa } from './contenido.ts';
import { dibujarFactura } from './dibujar-factura.ts';
import type { DocumentoRow } from './documento.queries.ts';
import { nuevoPdf } from './pdf/archivo-pdf.ts';

/** One bill as a file that a screen reader can read. */
export function facturaPdf(row: DocumentoRow, empresa: Empresa): Buffer {
  const pdf = nuevoPdf({ titulo: `Factura ${row.numero_factura}, ${empresa.nombre}`, etiquetado: true });
  const paginas = dibujarFactura(contenidoDe(row, empresa), { etiquetada: true });
  return Buffer.concat([pdf.inicio(), ...paginas.map((pagina) => pdf.pagina(pagina)), pdf.fin()]);
}
