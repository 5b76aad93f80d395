// A PDF as a person and a scanner see it: its pages as pictures, their words, and the codes on them.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

// Both come as WebAssembly, so that no test needs a program of the machine; zxing would fetch its own from a CDN.
const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer } });

/** Renders at about 216 dots an inch, what a cheap scanner sees. */
export async function verPdf(datos: Uint8Array, { conCodigos = true } = {}) {
  const library = await PDFiumLibrary.init(); // one that has closed a document fails on the next
  const document = await library.loadDocument(datos);
  const paginas: { texto: string; barras: string | undefined; qr: string | undefined }[] = [];
  for (const page of document.pages()) {
    const texto = page.getText();
    if (!conCodigos) {
      paginas.push({ texto, barras: undefined, qr: undefined });
      continue;
    }
    const { width, height, data } = await page.render({ scale: 3, render: 'bitmap' });
    const image = { width, height, data: new Uint8ClampedArray(data), colorSpace: 'srgb' as const };
    const codes = await readBarcodes(image, { formats: ['Code128', 'QRCode'], tryHarder: true });
    const found = (format: RegExp) => codes.find((code) => format.test(code.format))?.text;
    paginas.push({ texto, barras: found(/128/), qr: found(/QR/) });
  }
  document.destroy();
  library.destroy();
  return paginas;
}
