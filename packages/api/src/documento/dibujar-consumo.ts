// On the right: the meter, the last periods, why this amount, and how to claim.
import { formatNumero } from '@cunservicios/domain/pesos';
import type { Contenido } from './contenido.ts';
import { AZUL, COLUMNA, DERECHA, FIN_DETALLE, GRIS, IZQUIERDA, RAYA, TALON, periodoCorto } from './estilo.ts';
import type { Color, Pagina } from './pdf/pagina.ts';
import { cuerpoQueCabe, partir } from './pdf/texto.ts';

const ANCHO = DERECHA - COLUMNA;
const BARRA: Color = [0.62, 0.74, 0.83];
const metros = (m3: number) => formatNumero(String(m3));

/** The column; `explicada` says that the sentences found room under the detail. */
export function dibujarColumna(p: Pagina, c: Contenido, explicada: boolean) {
  let y = 184;
  if (c.consumo) {
    titulo(p, DE_COLUMNA, y, 'Su consumo');
    y = dibujarLecturas(p, c.consumo, y + 14);
    if (c.consumos.length > 1) y = dibujarBarras(p, c.consumos, y + 6);
    y += 8;
  }
  const { atencion, puntos_pago } = c.empresa;
  const contacto = [atencion, puntos_pago && `Pague en: ${puntos_pago}`].filter((texto) => texto !== '');
  const reclamar = [...c.reclamar.map(({ texto }) => texto), ...contacto].flatMap((texto) => partes(texto, DE_COLUMNA));
  if (!explicada && c.explicacion.length > 0) {
    const hasta = TALON - 14 - (reclamar.length * DE_COLUMNA.paso + 18);
    y = dibujarExplicacion(p, c.explicacion, { ...DE_COLUMNA, arriba: y, hasta }) + 4;
  }
  titulo(p, DE_COLUMNA, y, 'Si no está de acuerdo');
  parrafo(p, DE_COLUMNA, reclamar, y + 15 + DE_COLUMNA.cuerpo);
}

type Texto = { x: number; ancho: number; cuerpo: number; paso: number };

const DE_COLUMNA: Texto = { x: COLUMNA, ancho: ANCHO, cuerpo: 7.2, paso: 8.7 };
const DE_DETALLE: Texto = { x: IZQUIERDA, ancho: FIN_DETALLE - IZQUIERDA, cuerpo: 8, paso: 10 };

/** Under the detail, where most bills have room, the sentences stand whole and larger. False when they do not fit. */
export function explicarBajoElDetalle(p: Pagina, { explicacion }: Contenido, arriba: number): boolean {
  const lineas = explicacion.flatMap(({ texto }) => partes(texto, DE_DETALLE)).length;
  const hasta = TALON - 12;
  if (lineas === 0 || arriba + 32 + lineas * DE_DETALLE.paso > hasta) return false;
  dibujarExplicacion(p, explicacion, { ...DE_DETALLE, arriba: arriba + 16, hasta });
  return true;
}

const partes = (texto: string, { cuerpo, ancho }: Texto) => partir(texto, { cuerpo }, ancho);

function titulo(p: Pagina, { x, ancho }: Texto, y: number, texto: string) {
  p.marca('H2', () => p.texto(x, y + 9, texto, { cuerpo: 9, fuente: 'negrita', color: AZUL }));
  p.linea(x, x + ancho, y + 12.5, RAYA);
}

function parrafo(p: Pagina, { x, cuerpo, paso }: Texto, lineas: string[], arriba: number) {
  p.marca('P', () => {
    for (const [i, linea] of lineas.entries()) p.texto(x, arriba + i * paso, linea, { cuerpo });
  });
  return arriba + lineas.length * paso;
}

/** Whole sentences while there is room; what is left out is on the page that the QR opens. */
function dibujarExplicacion(
  p: Pagina,
  frases: Contenido['explicacion'],
  { arriba, hasta, ...donde }: Texto & { arriba: number; hasta: number },
) {
  titulo(p, donde, arriba, 'Por qué este valor');
  let y = arriba + 15 + donde.cuerpo;
  const aviso = partes('La explicación completa, con la norma de cada paso, está en la página del código QR.', donde);
  for (const [i, { texto }] of frases.entries()) {
    const lineas = partes(texto, donde);
    const ultima = i === frases.length - 1;
    if (y + (lineas.length + (ultima ? 0 : aviso.length)) * donde.paso > hasta) return parrafo(p, donde, aviso, y);
    y = parrafo(p, donde, lineas, y);
  }
  return y;
}

function dibujarLecturas(
  p: Pagina,
  { anterior, actual, m3, metodo }: NonNullable<Contenido['consumo']>,
  arriba: number,
) {
  const filas: [string, string][] = [
    ['Lectura actual', actual === null ? 'No se leyó' : metros(actual)],
    ['Lectura anterior', anterior === null ? '-' : metros(anterior)],
    ['Cómo se determinó', metodo],
  ];
  let y = arriba + 9;
  p.grupo('Table', () => {
    for (const [rotulo, valor] of filas) {
      p.grupo('TR', () => {
        p.marca('TH', () => p.texto(COLUMNA, y, rotulo, { cuerpo: 8, color: GRIS }));
        const cuerpo = cuerpoQueCabe(valor, { cuerpo: 8 }, ANCHO - 72, 5.5);
        p.marca('TD', () => p.texto(DERECHA, y, valor, { cuerpo, alinear: 'derecha' }));
      });
      y += 11;
    }
    p.grupo('TR', () => {
      p.marca('TH', () => p.texto(COLUMNA, y + 3, 'Consumo', { cuerpo: 10, fuente: 'negrita' }));
      p.marca('TD', () =>
        p.texto(DERECHA, y + 3, `${metros(m3)} m³`, { cuerpo: 12, fuente: 'negrita', color: AZUL, alinear: 'derecha' }),
      );
    });
  });
  return y + 8;
}

/** Bars of the periods before, and this one darker; each with its figure. */
function dibujarBarras(p: Pagina, consumos: Contenido['consumos'], arriba: number) {
  const ALTO = 52;
  const base = arriba + 10 + ALTO;
  const paso = ANCHO / 7;
  const mayor = Math.max(1, ...consumos.map(({ m3 }) => m3));
  const enPalabras = consumos.map(({ periodo, m3 }) => `${periodo}: ${m3} m³`).join('; ');
  p.marca(
    'Figure',
    () => {
      for (const [i, { periodo, m3 }] of consumos.entries()) {
        const ultimo = i === consumos.length - 1;
        const centro = COLUMNA + paso * (7 - consumos.length + i + 0.5);
        const alto = (ALTO * m3) / mayor;
        if (alto > 0) p.caja(centro - 8, base - alto, 16, alto, ultimo ? AZUL : BARRA);
        const fuente = ultimo ? 'negrita' : 'normal';
        p.texto(centro, base - alto - 2.5, metros(m3), { cuerpo: 7, fuente, alinear: 'centro' });
        p.texto(centro, base + 8, periodoCorto(periodo), { cuerpo: 6, fuente, color: GRIS, alinear: 'centro' });
      }
      p.linea(COLUMNA, DERECHA, base, RAYA);
    },
    `Consumo de los últimos periodos. ${enPalabras}.`,
  );
  return base + 12;
}
