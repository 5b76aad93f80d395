// One page as a list of drawing operators, with the tree of what they mean for a reader that does not see.
import { type Fuente, aWinAnsi, anchoDe } from './texto.ts';

/** Letter, upright, in points. */
export const ANCHO = 612;
export const ALTO = 792;

/** Red, green and blue from 0 to 1. */
export type Color = readonly [number, number, number];
export const NEGRO: Color = [0, 0, 0];

/** A node of the structure tree: other nodes, or a marked piece of the page's content. */
export type Nodo = { tipo: string; hijos: (Nodo | { marca: number })[]; alt?: string };

type TextoOpciones = {
  cuerpo: number;
  fuente?: Fuente;
  color?: Color;
  /** `x` is the left end, the right end or the middle. */
  alinear?: 'izquierda' | 'derecha' | 'centro';
};

export type Pagina = ReturnType<typeof nuevaPagina>;

/** Coordinates start at the upper left corner and grow downwards; the `y` of a text is its base line. */
export function nuevaPagina({ etiquetada }: { etiquetada: boolean }) {
  const ops: string[] = [];
  const raiz: Nodo = { tipo: 'Document', hijos: [] };
  const pila: Nodo[] = [raiz];
  let marcas = 0;
  let marcada = false;
  let color = '';

  /** What nobody marked is decoration: a screen reader passes over it. */
  const poner = (operadores: string) => {
    ops.push(!etiquetada || marcada ? operadores : `/Artifact BMC ${operadores} EMC`);
  };
  const pintar = ([r, g, b]: Color, letra: 'rg' | 'RG') => `${n(r)} ${n(g)} ${n(b)} ${letra} `;
  /** Colour of fill, only where it changes. */
  const tinta = (nueva: Color) => {
    const operador = pintar(nueva, 'rg');
    if (operador === color) return '';
    color = operador;
    return operador;
  };
  const agregar = (nodo: Nodo) => (pila.at(-1) ?? raiz).hijos.push(nodo);

  const pagina = {
    raiz,
    contenido: () => ops.join('\n'),
    marcas: () => marcas,

    texto(x: number, y: number, texto: string, opciones: TextoOpciones) {
      const { cuerpo, fuente = 'normal', alinear = 'izquierda' } = opciones;
      const escrito = aWinAnsi(texto);
      const ancho = alinear === 'izquierda' ? 0 : anchoDe(escrito, { fuente, cuerpo });
      const desde = x - (alinear === 'derecha' ? ancho : alinear === 'centro' ? ancho / 2 : 0);
      const letras = escrito.replace(/[\\()]/g, String.raw`\$&`);
      poner(
        `${tinta(opciones.color ?? NEGRO)}BT /${fuente === 'negrita' ? 'B' : 'N'} ${n(cuerpo)} Tf ${n(desde)} ${n(ALTO - y)} Td (${letras}) Tj ET`,
      );
    },

    caja(x: number, y: number, ancho: number, alto: number, relleno: Color) {
      poner(`${tinta(relleno)}${n(x)} ${n(ALTO - y - alto)} ${n(ancho)} ${n(alto)} re f`);
    },

    marco(x: number, y: number, ancho: number, alto: number, borde: Color, grosor = 0.6) {
      poner(`${pintar(borde, 'RG')}${n(grosor)} w ${n(x)} ${n(ALTO - y - alto)} ${n(ancho)} ${n(alto)} re S`);
    },

    linea(x1: number, x2: number, y: number, borde: Color, { grosor = 0.5, trazos = '' } = {}) {
      const patron = trazos === '' ? '' : `[${trazos}] 0 d `;
      const entero = trazos === '' ? '' : ' [] 0 d';
      poner(
        `${pintar(borde, 'RG')}${n(grosor)} w ${patron}${n(x1)} ${n(ALTO - y)} m ${n(x2)} ${n(ALTO - y)} l S${entero}`,
      );
    },

    /** Black rectangles in whole modules of `ancho` by `alto` points from a corner, growing right and down. */
    modulos(
      x: number,
      y: number,
      [ancho, alto]: readonly [number, number],
      rectangulos: readonly (readonly [number, number, number, number])[],
    ) {
      const trazado = rectangulos.map(([a, b, c, d]) => `${a} ${b} ${c} ${d} re`).join('\n');
      poner(`${tinta(NEGRO)}q ${n4(ancho)} 0 0 ${n4(-alto)} ${n(x)} ${n(ALTO - y)} cm\n${trazado}\nf Q`);
    },

    /** A node that holds others: `Sect`, `Table`, `TR`, `L`. */
    grupo(tipo: string, dibujar: () => void) {
      if (!etiquetada) return dibujar();
      const nodo: Nodo = { tipo, hijos: [] };
      agregar(nodo);
      pila.push(nodo);
      dibujar();
      pila.pop();
    },

    /** A piece of content with its meaning: `P`, `H1`, `TD`, or `Figure` with what it shows in words. */
    marca(tipo: string, dibujar: () => void, alt?: string) {
      if (!etiquetada) return dibujar();
      const marca = marcas++;
      agregar({ tipo, hijos: [{ marca }], ...(alt !== undefined && { alt }) });
      ops.push(`/${tipo} <</MCID ${marca}>> BDC`);
      marcada = true;
      dibujar();
      marcada = false;
      ops.push('EMC');
    },
  };
  return pagina;
}

const n = (valor: number) => String(Math.round(valor * 100) / 100);
const n4 = (valor: number) => String(Math.round(valor * 10_000) / 10_000);
