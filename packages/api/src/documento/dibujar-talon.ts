// Below: the part that the bank keeps, with the bar code, and the QR of the bill's page.
import { barrasGs1, cuadrosQr } from './codigos.ts';
import type { Contenido } from './contenido.ts';
import { DERECHA, GRIS, IZQUIERDA, RAYA, TALON, fechaCorta, pesos } from './estilo.ts';
import type { Pagina } from './pdf/pagina.ts';
import { partirHasta } from './pdf/texto.ts';

/** Width of a module of the bar code: 0.265 mm; GS1 asks for 0.25 at least. */
const MODULO = 0.75;
const ALTO_BARRAS = 50;
const LADO_QR = 78;

export function dibujarTalon(p: Pagina, c: Contenido) {
  p.linea(IZQUIERDA, DERECHA, TALON, GRIS, { trazos: '3 3' });
  p.grupo('Sect', () => {
    p.marca('P', () => {
      const [quien = ''] = partirHasta(
        [c.empresa.nombre, c.empresa.nit].filter(Boolean).join('  ·  '),
        { fuente: 'negrita', cuerpo: 8 },
        330,
        1,
      );
      p.texto(IZQUIERDA, TALON + 14, quien, { cuerpo: 8, fuente: 'negrita' });
    });
    dibujarDatos(p, c);
    dibujarRecaudo(p, c);
    dibujarQr(p, c);
  });
}

function dibujarDatos(p: Pagina, { cuenta, numero, totales, vencimiento }: Contenido) {
  const filas: [string, string][] = [
    ['Cuenta', cuenta],
    ['Factura', numero],
    ['Pague hasta', fechaCorta(vencimiento)],
    ['Total a pagar', pesos(totales.a_pagar)],
  ];
  const x = 394;
  for (const [i, [rotulo, valor]] of filas.entries()) {
    const y = TALON + 22 + i * 23;
    p.marca('P', () => {
      p.texto(x, y, rotulo, { cuerpo: 6.5, color: GRIS });
      const fuerte = i === filas.length - 1;
      const [texto = ''] = partirHasta(valor, { fuente: 'negrita', cuerpo: fuerte ? 11 : 9 }, 96, 1);
      p.texto(x, y + (fuerte ? 12 : 10), texto, { cuerpo: fuerte ? 11 : 9, fuente: 'negrita' });
    });
  }
}

function dibujarRecaudo(p: Pagina, { recaudo, sin_recaudo, estado, totales, empresa }: Contenido) {
  const y = TALON + 26;
  if (recaudo) {
    const { ancho, barras } = barrasGs1(recaudo.hri);
    const izquierda = IZQUIERDA + 10 * MODULO; // the quiet zone
    p.marca(
      'Figure',
      () => {
        p.modulos(izquierda, y, [MODULO, ALTO_BARRAS], barras);
        p.texto(izquierda + (ancho * MODULO) / 2, y + ALTO_BARRAS + 10, recaudo.hri, {
          cuerpo: 6.8,
          alinear: 'centro',
        });
      },
      `Código de barras para el recaudo: ${recaudo.hri}`,
    );
    return;
  }
  p.marco(IZQUIERDA, y, 340, ALTO_BARRAS + 12, RAYA);
  const textos = sin_recaudo
    ? [
        'Sin código de recaudo',
        empresa.puntos_pago === ''
          ? 'Pague en la oficina de la empresa con el número de cuenta y de factura.'
          : `Pague en: ${empresa.puntos_pago}`,
      ]
    : [
        estado === 'ANULADA' ? 'Factura anulada' : estado === 'PAGADA' ? 'Factura pagada' : 'Nada que pagar',
        totales.a_favor > 0
          ? `Le quedan ${pesos(totales.a_favor)} a favor.`
          : 'No hay código de recaudo porque no hay nada que cobrar.',
      ];
  p.marca('P', () => {
    p.texto(IZQUIERDA + 170, y + 26, textos[0] ?? '', {
      cuerpo: 11,
      fuente: 'negrita',
      color: GRIS,
      alinear: 'centro',
    });
    for (const [i, linea] of partirHasta(textos[1] ?? '', { cuerpo: 7.5 }, 320, 2).entries())
      p.texto(IZQUIERDA + 170, y + 40 + i * 9, linea, { cuerpo: 7.5, color: GRIS, alinear: 'centro' });
  });
}

function dibujarQr(p: Pagina, { pagina }: Contenido) {
  const { lado, cuadros } = cuadrosQr(pagina);
  const modulo = LADO_QR / lado;
  const x = DERECHA - LADO_QR;
  p.marca(
    'Figure',
    () => {
      p.modulos(x, TALON + 14, [modulo, modulo], cuadros);
      p.texto(x + LADO_QR / 2, TALON + 26 + LADO_QR, 'Ver esta factura y su', {
        cuerpo: 6.5,
        color: GRIS,
        alinear: 'centro',
      });
      p.texto(x + LADO_QR / 2, TALON + 33.5 + LADO_QR, 'explicación completa', {
        cuerpo: 6.5,
        color: GRIS,
        alinear: 'centro',
      });
    },
    `Código QR de la página de esta factura: ${pagina}`,
  );
}
