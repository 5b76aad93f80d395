// A PDF 1.7 file, written piece by piece: a run of a million pages holds one page at a time.
import { deflateSync } from 'node:zlib';
import { ALTO, ANCHO, type Nodo, type Pagina } from './pagina.ts';

// Objects whose number is known before they are written.
const CATALOGO = 1;
const PAGINAS = 2;
const NORMAL = 3;
const NEGRITA = 4;
const INFO = 5;
const ESTRUCTURA = 6;
const PADRES = 7;

/**
 * Writes a file: `inicio` once, `pagina` for each page in order, `fin` once; their pieces in order are the file. The
 * same pages give the same bytes. A tagged file keeps its structure until the end, so it is for a few pages.
 */
export function nuevoPdf({ titulo, etiquetado }: { titulo: string; etiquetado: boolean }) {
  const posiciones: number[] = [];
  const hojas: number[] = [];
  const estructuras: { pagina: Pagina; hoja: number }[] = [];
  let escritos = 0;
  let ultimo: number = PADRES;

  const salida = (pieza: Buffer) => {
    escritos += pieza.length;
    return pieza;
  };
  const texto = (contenido: string) => salida(Buffer.from(contenido, 'latin1'));
  const objeto = (numero: number, cuerpo: string) => {
    posiciones[numero] = escritos;
    return texto(`${numero} 0 obj\n${cuerpo}\nendobj\n`);
  };
  const flujo = (numero: number, contenido: string) => {
    const datos = deflateSync(Buffer.from(contenido, 'latin1'), { level: 5 });
    const cabeza = `${numero} 0 obj\n<</Length ${datos.length}/Filter/FlateDecode>>\nstream\n`;
    posiciones[numero] = escritos;
    return salida(
      Buffer.concat([Buffer.from(cabeza, 'latin1'), datos, Buffer.from('\nendstream\nendobj\n', 'latin1')]),
    );
  };
  const fuente = (numero: number, nombre: string) =>
    objeto(numero, `<</Type/Font/Subtype/Type1/BaseFont/${nombre}/Encoding/WinAnsiEncoding>>`);

  /** The structure tree, depth first; each page's marked pieces lead back to their nodes. */
  function estructura(): Buffer[] {
    const piezas: Buffer[] = [];
    const padres = estructuras.map(() => [] as string[]);
    const escribir = (nodo: Nodo, padre: number, hoja: number, indice: number): number => {
      const numero = ++ultimo;
      const hijos = nodo.hijos.map((hijo) => {
        if (!('marca' in hijo)) return `${escribir(hijo, numero, hoja, indice)} 0 R`;
        (padres[indice] ??= [])[hijo.marca] = `${numero} 0 R`;
        return String(hijo.marca);
      });
      const alt = nodo.alt === undefined ? '' : `/Alt ${unicode(nodo.alt)}`;
      piezas.push(
        objeto(numero, `<</Type/StructElem/S/${nodo.tipo}/P ${padre} 0 R/Pg ${hoja} 0 R${alt}/K[${hijos.join(' ')}]>>`),
      );
      return numero;
    };
    const raices = estructuras.map(({ pagina, hoja }, i) => escribir(pagina.raiz, ESTRUCTURA, hoja, i));
    const nums = padres.map((marcas, i) => `${i} [${marcas.join(' ')}]`).join(' ');
    piezas.push(
      objeto(
        ESTRUCTURA,
        `<</Type/StructTreeRoot/K[${raices.map((r) => `${r} 0 R`).join(' ')}]/ParentTree ${PADRES} 0 R/ParentTreeNextKey ${estructuras.length}>>`,
      ),
      objeto(PADRES, `<</Nums[${nums}]>>`),
    );
    return piezas;
  }

  return {
    inicio: () =>
      Buffer.concat([
        texto('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'),
        fuente(NORMAL, 'Helvetica'),
        fuente(NEGRITA, 'Helvetica-Bold'),
        objeto(INFO, `<</Title ${unicode(titulo)}/Producer(Cunservicios)>>`),
      ]),

    pagina(pagina: Pagina) {
      const [contenido, hoja] = [++ultimo, ++ultimo];
      const etiquetas = etiquetado ? `/StructParents ${estructuras.length}/Tabs/S` : '';
      if (etiquetado) estructuras.push({ pagina, hoja });
      hojas.push(hoja);
      return Buffer.concat([
        flujo(contenido, pagina.contenido()),
        objeto(
          hoja,
          `<</Type/Page/Parent ${PAGINAS} 0 R/MediaBox[0 0 ${ANCHO} ${ALTO}]/Resources<</Font<</N ${NORMAL} 0 R/B ${NEGRITA} 0 R>>>>/Contents ${contenido} 0 R${etiquetas}>>`,
        ),
      ]);
    },

    fin() {
      const piezas = etiquetado ? estructura() : [];
      const accesible = etiquetado
        ? `/MarkInfo<</Marked true>>/StructTreeRoot ${ESTRUCTURA} 0 R/ViewerPreferences<</DisplayDocTitle true>>`
        : '';
      piezas.push(
        objeto(PAGINAS, `<</Type/Pages/Count ${hojas.length}/Kids[${hojas.map((h) => `${h} 0 R`).join(' ')}]>>`),
        objeto(CATALOGO, `<</Type/Catalog/Pages ${PAGINAS} 0 R/Lang(es-CO)${accesible}>>`),
      );
      const tabla = escritos;
      const filas = Array.from({ length: ultimo }, (_, i) => {
        const posicion = posiciones[i + 1];
        return posicion === undefined ? '0000000000 65535 f \n' : `${String(posicion).padStart(10, '0')} 00000 n \n`;
      });
      piezas.push(
        texto(
          `xref\n0 ${ultimo + 1}\n0000000000 65535 f \n${filas.join('')}trailer\n<</Size ${ultimo + 1}/Root ${CATALOGO} 0 R/Info ${INFO} 0 R>>\nstartxref\n${tabla}\n%%EOF\n`,
        ),
      );
      return Buffer.concat(piezas);
    },
  };
}

/** A text string in UTF-16, as titles and descriptions are written. */
function unicode(texto: string): string {
  const datos = Buffer.from(`\ufeff${texto}`, 'utf16le').swap16();
  return `<${datos.toString('hex')}>`;
}
