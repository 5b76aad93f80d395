// Many bills in one file, piece by piece: only one page and a handful of bills are held.
import { setImmediate as turno } from 'node:timers/promises';
import type { TenantDb } from '@cunservicios/db/tenant';
import { contenidoDe, type Empresa } from './contenido.ts';
import { dibujarFactura } from './dibujar-factura.ts';
import { selectDocumentos } from './documento.queries.ts';
import { nuevoPdf } from './pdf/archivo-pdf.ts';

const LEIDAS = 50;
const SEGUIDAS = 4; // then others get their turn: some 10 ms

/** The pieces of a PDF with these bills in this order, untagged: for a printer. Returns how many pages it has. */
export async function* archivoDeFacturas(
  t: TenantDb,
  empresa: Empresa,
  titulo: string,
  ids: number[],
): AsyncGenerator<Buffer, number> {
  const pdf = nuevoPdf({ titulo, etiquetado: false });
  let hojas = 0;
  let dibujadas = 0;
  yield pdf.inicio();
  for (let desde = 0; desde < ids.length; desde += LEIDAS) {
    const tanda = ids.slice(desde, desde + LEIDAS);
    const rows = new Map((await selectDocumentos(t, tanda)).map((row) => [row.id, row]));
    for (const id of tanda) {
      const row = rows.get(id);
      if (!row) continue;
      for (const pagina of dibujarFactura(contenidoDe(row, empresa), { etiquetada: false })) {
        hojas += 1;
        yield pdf.pagina(pagina);
      }
      dibujadas += 1;
      if (dibujadas % SEGUIDAS === 0) await turno();
    }
  }
  yield pdf.fin();
  return hojas;
}
