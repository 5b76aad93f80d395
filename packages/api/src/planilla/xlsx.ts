// XLSX, written only: sheets of inline text, numbers and days. No formula can be in it.
import { numeroDeDia } from '@cunservicios/domain/calendario/fechas';
import { type Columna, type Planilla, sinFormula } from './planilla.ts';
import { zip } from './zip.ts';

/** What Excel takes in one sheet; more rows go on in the next one. */
export const FILAS_POR_HOJA = 1_048_576;
/** Days from 30 December 1899, where Excel's count starts, to 1 January 1970. */
const DIA_CERO = 25_569;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PRINCIPAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELACION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PAQUETE = 'http://schemas.openxmlformats.org/package/2006';
const TIPO = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Styles by their place in `styles.xml`. */
const ESTILO = { texto: 0, titulo: 1, fecha: 2, pesos: 3, numero: 4 } as const;

export function xlsxDe<T>(planilla: Planilla<T>, filasPorHoja = FILAS_POR_HOJA): AsyncGenerator<Buffer> {
  return zip(partes(planilla, filasPorHoja));
}

async function* partes<T>({ nombre, columnas, filas }: Planilla<T>, filasPorHoja: number) {
  const iterador = Symbol.asyncIterator in filas ? filas[Symbol.asyncIterator]() : filas[Symbol.iterator]();
  let hojas = 0;
  /** Rows of the last batch that its sheet had no room for. */
  let quedan: readonly T[] = [];
  const lectura = { acabo: false };
  const hoja = async function* () {
    yield `${XML}<worksheet xmlns="${PRINCIPAL}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`;
    yield columnas
      .map(
        ({ tipo }, i) => `<col min="${i + 1}" max="${i + 1}" width="${tipo === 'texto' ? 24 : 16}" customWidth="1"/>`,
      )
      .join('');
    yield `</cols><sheetData><row>${columnas.map(({ titulo }) => texto(titulo, ESTILO.titulo)).join('')}</row>`;
    for (let hay = 1; ;) {
      const tanda = quedan.length > 0 ? { done: false as const, value: quedan } : await iterador.next();
      quedan = [];
      if (tanda.done === true) {
        lectura.acabo = true;
        break;
      }
      const caben = tanda.value.slice(0, filasPorHoja - hay);
      hay += caben.length;
      yield caben.map((row) => `<row>${columnas.map((columna) => celda(columna, row)).join('')}</row>`).join('');
      if (caben.length < tanda.value.length) {
        quedan = tanda.value.slice(caben.length);
        break;
      }
    }
    yield '</sheetData></worksheet>';
  };
  while (!lectura.acabo) {
    hojas += 1;
    yield { nombre: `xl/worksheets/sheet${hojas}.xml`, contenido: hoja() };
  }
  const cada = (escribir: (n: number) => string) => Array.from({ length: hojas }, (_, i) => escribir(i + 1)).join('');
  const relaciones = (cuerpo: string) =>
    `${XML}<Relationships xmlns="${PAQUETE}/relationships">${cuerpo}</Relationships>`;
  const titulo = nombre.replace(/[[\]:*?/\\]/g, ' ').slice(0, 25);
  const otros: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PAQUETE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TIPO}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TIPO}.styles+xml"/>${cada((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TIPO}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': relaciones(`<Relationship Id="rId1" Type="${RELACION}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `${XML}<workbook xmlns="${PRINCIPAL}" xmlns:r="${RELACION}"><sheets>${cada((n) => `<sheet name="${escapar(hojas === 1 ? titulo : `${titulo} ${n}`)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relaciones(
      `${cada((n) => `<Relationship Id="rId${n}" Type="${RELACION}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="estilos" Type="${RELACION}/styles" Target="styles.xml"/>`,
    ),
    'xl/styles.xml': `${XML}<styleSheet xmlns="${PRINCIPAL}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf/></cellXfs></styleSheet>`,
  };
  for (const [parte, contenido] of Object.entries(otros)) yield { nombre: parte, contenido: [contenido] };
}

function celda<T>({ tipo, valor }: Columna<T>, row: T): string {
  const contenido = valor(row);
  if (contenido === null || contenido === '') return '<c/>';
  if (tipo === 'texto') return texto(sinFormula(String(contenido)), ESTILO.texto);
  const numero = tipo === 'fecha' ? numeroDeDia(String(contenido)) + DIA_CERO : contenido;
  return `<c s="${ESTILO[tipo]}"><v>${numero}</v></c>`;
}

const texto = (contenido: string, estilo: number) =>
  `<c s="${estilo}" t="inlineStr"><is><t xml:space="preserve">${escapar(contenido)}</t></is></c>`;

/** What XML cannot hold is dropped. */
const escapar = (contenido: string) =>
  contenido
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- control characters are what is dropped
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (letra) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letra] ?? letra);
