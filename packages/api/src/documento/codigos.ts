// Bar code and QR as rectangles of whole modules.
import bwipjs from 'bwip-js/node';
import qrcode from 'qrcode';

type Rectangulos = (readonly [number, number, number, number])[];

/** Bars of a GS1-128 code, one module high, and how many modules wide it is without its quiet zones. */
export function barrasGs1(hri: string): { ancho: number; barras: Rectangulos } {
  const [simbolo] = bwipjs.raw({ bcid: 'gs1-128', text: hri });
  if (!simbolo || !('sbs' in simbolo)) throw new Error('bwip-js drew no bars.');
  const barras: Rectangulos = [];
  let x = 0;
  for (const [i, ancho] of simbolo.sbs.entries()) {
    if (i % 2 === 0) barras.push([x, 0, ancho, 1]);
    x += ancho;
  }
  return { ancho: x, barras };
}

/** A QR code as runs of dark modules, and how many modules a side has without its quiet zone. */
export function cuadrosQr(texto: string): { lado: number; cuadros: Rectangulos } {
  const { modules } = qrcode.create(texto, { errorCorrectionLevel: 'M' });
  const { size: lado, data } = modules;
  const cuadros: Rectangulos = [];
  for (let fila = 0; fila < lado; fila += 1) {
    let desde = -1;
    for (let columna = 0; columna <= lado; columna += 1) {
      const oscuro = columna < lado && data[fila * lado + columna] === 1;
      if (oscuro && desde < 0) desde = columna;
      if (!oscuro && desde >= 0) {
        cuadros.push([desde, fila, columna - desde, 1]);
        desde = -1;
      }
    }
  }
  return { lado, cuadros };
}
