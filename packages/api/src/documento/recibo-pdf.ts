import { fechaEnBogota } from '@cunservicios/domain/calendario/fechas';
import type { Empresa } from './contenido.ts';
import { dibujarRecibo } from './dibujar-recibo.ts';
import { fechaCorta } from './estilo.ts';
import { paginaPublica } from './pagina-publica.ts';
import { nuevoPdf } from './pdf/archivo-pdf.ts';
import type { ReciboRow } from './recibo.queries.ts';

/** The numbers of a receipt as they are printed; the row has them bare. */
type Numeros = { recibo: string; caja: string | null };

/** The receipt of a payment as a file that a screen reader can read, the same each time until the payment is undone. */
export function reciboPdf(row: ReciboRow, { recibo, caja }: Numeros, empresa: Empresa, zona: string): Buffer {
  const pdf = nuevoPdf({ titulo: `Recibo ${recibo}, ${empresa.nombre}`, etiquetado: true });
  const instante = new Date(row.created_at);
  const hora = instante.toLocaleTimeString('es-CO', {
    timeZone: zona,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  const paginas = dibujarRecibo({
    ...row,
    empresa,
    recibo,
    caja,
    registrado: `${fechaCorta(fechaEnBogota(instante, zona))}, ${hora}`,
    pagina: paginaPublica(empresa, 'recibo', { numero: recibo, codigo: row.verificacion }),
  });
  return Buffer.concat([pdf.inicio(), ...paginas.map((pagina) => pdf.pagina(pagina)), pdf.fin()]);
}
