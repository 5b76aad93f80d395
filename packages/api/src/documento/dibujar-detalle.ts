// On the left: every line, and how they add up to the total.
import type { Contenido, GrupoImpreso } from './contenido.ts';
import { AZUL, AZUL_SUAVE, FIN_DETALLE, GRIS, IZQUIERDA, RAYA, TALON, pesos } from './estilo.ts';
import type { Pagina } from './pdf/pagina.ts';
import { partirHasta } from './pdf/texto.ts';

/** One row of the detail, with its height in rows. */
type Fila =
  | { tipo: 'titulo'; texto: string }
  | { tipo: 'linea'; textos: string[]; cantidad: string; precio: string; valor: number }
  | { tipo: 'subtotal'; texto: string; valor: number };

const CANTIDAD = IZQUIERDA + 238;
const PRECIO = IZQUIERDA + 296;
const ANCHO_CONCEPTO = 186;
export const ARRIBA = 184;

export type Medidas = { fila: number; cuerpo: number };
const AMPLIAS: Medidas = { fila: 11.6, cuerpo: 8 };
const APRETADAS: Medidas = { fila: 9.6, cuerpo: 7 };

/** The rows, and the measures at which they fit above `hasta`: tight ones where there are many. */
export function prepararDetalle({ propios, terceros, totales }: Contenido, hasta: number) {
  const filasCon = ({ cuerpo }: Medidas) => [
    ...propios.flatMap((grupo) => filasDe(grupo, cuerpo, 'Subtotal')),
    ...terceros.flatMap((grupo) => filasDe(grupo, cuerpo, 'Recaudo para', true)),
  ];
  const amplias = filasCon(AMPLIAS);
  const espacio = hasta - ARRIBA - 16 - altoTotales(totales);
  const medidas = altoDe(amplias, AMPLIAS) <= espacio ? AMPLIAS : APRETADAS;
  return { filas: medidas === AMPLIAS ? amplias : filasCon(APRETADAS), medidas };
}

function filasDe({ titulo, lineas, subtotal }: GrupoImpreso, cuerpo: number, rotulo: string, ajeno = false): Fila[] {
  return [
    { tipo: 'titulo', texto: ajeno ? `De otra empresa: ${titulo}` : titulo },
    ...lineas.map(({ concepto, cantidad, precio, valor }): Fila => {
      const textos = partirHasta(concepto, { cuerpo }, ANCHO_CONCEPTO, 2);
      return { tipo: 'linea', textos, cantidad, precio, valor };
    }),
    { tipo: 'subtotal', texto: `${rotulo} ${ajeno ? titulo : titulo.toLowerCase()}`, valor: subtotal },
  ];
}

const altoFila = (fila: Fila, medidas: Medidas) =>
  fila.tipo === 'linea' ? medidas.fila + (fila.textos.length - 1) * (medidas.cuerpo + 0.8) : medidas.fila + 1.5;
const altoDe = (filas: Fila[], medidas: Medidas) => filas.reduce((suma, fila) => suma + altoFila(fila, medidas), 0);

/** Draws rows until the page is full; answers where it ended and what is left for the next page. */
export function dibujarDetalle(p: Pagina, filas: Fila[], medidas: Medidas, arriba: number, hasta: number) {
  let y = arriba;
  let hechas = 0;
  p.grupo('Table', () => {
    p.grupo('TR', () => {
      p.caja(IZQUIERDA, y, FIN_DETALLE - IZQUIERDA, 14, AZUL_SUAVE);
      const titular = { cuerpo: 7.5, fuente: 'negrita', color: AZUL } as const;
      p.marca('TH', () => p.texto(IZQUIERDA + 4, y + 9.8, 'Lo que se cobra', titular));
      p.marca('TH', () => p.texto(CANTIDAD, y + 9.8, 'Cantidad', { ...titular, alinear: 'derecha' }));
      p.marca('TH', () => p.texto(PRECIO, y + 9.8, 'Precio', { ...titular, alinear: 'derecha' }));
      p.marca('TH', () => p.texto(FIN_DETALLE - 4, y + 9.8, 'Valor', { ...titular, alinear: 'derecha' }));
    });
    y += 16;
    for (const fila of filas) {
      const alto = altoFila(fila, medidas);
      if (y + alto > hasta) break;
      p.grupo('TR', () => dibujarFila(p, fila, y + medidas.fila - 3, medidas));
      y += alto;
      hechas += 1;
      if (fila.tipo === 'subtotal') p.linea(IZQUIERDA, FIN_DETALLE, y - 0.5, RAYA);
    }
  });
  return { y, resto: filas.slice(hechas) };
}

function dibujarFila(p: Pagina, fila: Fila, y: number, { cuerpo }: Medidas) {
  const derecha = { cuerpo, alinear: 'derecha' } as const;
  if (fila.tipo === 'titulo')
    return p.marca('TH', () => p.texto(IZQUIERDA + 4, y, fila.texto, { cuerpo: cuerpo + 0.5, fuente: 'negrita' }));
  if (fila.tipo === 'subtotal') {
    p.marca('TD', () => p.texto(IZQUIERDA + 4, y, fila.texto, { cuerpo, color: GRIS }));
    return p.marca('TD', () => p.texto(FIN_DETALLE - 4, y, pesos(fila.valor), { ...derecha, fuente: 'negrita' }));
  }
  p.marca('TD', () => {
    for (const [i, texto] of fila.textos.entries()) p.texto(IZQUIERDA + 12, y + i * (cuerpo + 0.8), texto, { cuerpo });
  });
  p.marca('TD', () => p.texto(CANTIDAD, y, fila.cantidad, derecha));
  p.marca('TD', () => p.texto(PRECIO, y, fila.precio, derecha));
  return p.marca('TD', () => p.texto(FIN_DETALLE - 4, y, pesos(fila.valor), derecha));
}

const FILA_TOTAL = 13;

/** What adds up to the total; a row that would say zero is left out. */
function filasTotales({ factura, terceros, propio, saldo_anterior, en_reclamo }: Contenido['totales']) {
  const filas: [string, number][] = [];
  if (terceros !== 0) filas.push(['Servicios de la empresa', propio], ['Servicios de otras empresas', terceros]);
  filas.push(['Valor de esta factura', factura]);
  if (saldo_anterior > 0) filas.push(['Saldo anterior sin pagar', saldo_anterior]);
  if (saldo_anterior < 0) filas.push(['Saldo a su favor', saldo_anterior]);
  if (en_reclamo > 0) filas.push(['En reclamo: no tiene que pagarlo mientras se resuelve', -en_reclamo]);
  return filas;
}

export const altoTotales = (totales: Contenido['totales']) => filasTotales(totales).length * FILA_TOTAL + 26;

/** Draws the sums and answers where they end. */
export function dibujarTotales(p: Pagina, { totales }: Contenido, arriba: number) {
  let y = arriba + 6;
  p.grupo('Table', () => {
    for (const [rotulo, valor] of filasTotales(totales)) {
      p.grupo('TR', () => {
        p.marca('TH', () => p.texto(IZQUIERDA + 4, y + 9, rotulo, { cuerpo: 8.5 }));
        p.marca('TD', () => p.texto(FIN_DETALLE - 4, y + 9, pesos(valor), { cuerpo: 8.5, alinear: 'derecha' }));
      });
      y += FILA_TOTAL;
    }
    p.grupo('TR', () => {
      p.caja(IZQUIERDA, y + 1, FIN_DETALLE - IZQUIERDA, 17, AZUL_SUAVE);
      const fuerte = { cuerpo: 11, fuente: 'negrita', color: AZUL } as const;
      p.marca('TH', () => p.texto(IZQUIERDA + 4, y + 13.5, 'Total a pagar', fuerte));
      p.marca('TD', () =>
        p.texto(FIN_DETALLE - 4, y + 13.5, pesos(totales.a_pagar), { ...fuerte, alinear: 'derecha' }),
      );
    });
  });
  return y + 18;
}

/** Room for the detail of the first page: above the totals, which are above the part of the bank. */
export const finDetalle = (totales: Contenido['totales']) => TALON - 12 - altoTotales(totales);
