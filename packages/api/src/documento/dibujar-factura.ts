// A bill on its pages: one, unless its lines are more than fit.
import type { Contenido } from './contenido.ts';
import { dibujarCabecera, dibujarCliente } from './dibujar-cabecera.ts';
import { dibujarColumna, explicarBajoElDetalle } from './dibujar-consumo.ts';
import { ARRIBA, dibujarDetalle, dibujarTotales, finDetalle, prepararDetalle } from './dibujar-detalle.ts';
import { dibujarTalon } from './dibujar-talon.ts';
import { FIN_DETALLE, GRIS } from './estilo.ts';
import { type Pagina, nuevaPagina } from './pdf/pagina.ts';

const FIN_DE_HOJA = 760;

export function dibujarFactura(contenido: Contenido, { etiquetada }: { etiquetada: boolean }): Pagina[] {
  const primera = nuevaPagina({ etiquetada });
  dibujarCabecera(primera, contenido);
  dibujarCliente(primera, contenido);
  const hasta = finDetalle(contenido.totales);
  const { filas, medidas } = prepararDetalle(contenido, hasta + 12);
  const { y, resto } = dibujarDetalle(primera, filas, medidas, ARRIBA, hasta);
  if (resto.length > 0) sigue(primera, y + 8);
  const fin = dibujarTotales(primera, contenido, resto.length > 0 ? y + 10 : y);
  dibujarColumna(primera, contenido, explicarBajoElDetalle(primera, contenido, fin));
  dibujarTalon(primera, contenido);
  const paginas = [primera];
  for (let faltan = resto; faltan.length > 0;) {
    const otra = nuevaPagina({ etiquetada });
    dibujarCabecera(otra, contenido);
    const parte = dibujarDetalle(otra, faltan, medidas, 86, FIN_DE_HOJA);
    if (parte.resto.length > 0) sigue(otra, parte.y + 10);
    paginas.push(otra);
    faltan = parte.resto;
  }
  return paginas;
}

const sigue = (pagina: Pagina, y: number) =>
  pagina.marca('P', () =>
    pagina.texto(FIN_DETALLE, y, 'Sigue en la página siguiente', { cuerpo: 7, color: GRIS, alinear: 'derecha' }),
  );
