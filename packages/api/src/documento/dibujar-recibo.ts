// A receipt on the upper half of a sheet; a payment of many bills takes the whole sheet, and more.
import { INTERESES, type PorComponente } from '@cunservicios/domain/recaudo/componentes';
import { cuadrosQr } from './codigos.ts';
import { type Empresa, nitDe } from './contenido.ts';
import { AZUL, AZUL_SUAVE, BLANCO, DERECHA, GRIS, IZQUIERDA, RAYA, ROJO, fechaCorta, pesos } from './estilo.ts';
import { type Pagina, nuevaPagina } from './pdf/pagina.ts';
import { cuerpoQueCabe, partirHasta } from './pdf/texto.ts';
import type { ReciboRow } from './recibo.queries.ts';

export type ContenidoRecibo = Omit<ReciboRow, 'recibo' | 'caja'> & {
  empresa: Empresa;
  recibo: string;
  caja: string | null;
  /** Day and hour in which it was booked. */
  registrado: string;
  /** Address that the QR opens: anyone may check the receipt there. */
  pagina: string;
};

const MEDIA_HOJA = 396;
const FIN_DE_HOJA = 740;
const ARRIBA = 190;
const FILA = 12;
/** What the sums and the foot under the last bill need. */
const PIE = 106;
const ABONO = 470;
const DETALLE = 140;

export function dibujarRecibo(c: ContenidoRecibo): Pagina[] {
  const filas = c.facturas.map(filaDe);
  const alto = filas.reduce((suma, fila) => suma + altoDe(fila), 0) + 16;
  const hasta = ARRIBA + alto + PIE <= MEDIA_HOJA ? MEDIA_HOJA : FIN_DE_HOJA;
  const paginas: Pagina[] = [];
  let pagina = nueva(paginas, c);
  let { y, resto } = dibujarFilas(pagina, filas, ARRIBA, hasta - PIE);
  while (resto.length > 0) {
    pagina.marca('P', () => pagina.texto(DERECHA, y + 12, 'Sigue en la página siguiente', pequeno('derecha')));
    pagina = nueva(paginas, c);
    ({ y, resto } = dibujarFilas(pagina, resto, ARRIBA, FIN_DE_HOJA - PIE));
  }
  dibujarSumas(pagina, c, y + 4);
  if (hasta === MEDIA_HOJA) pagina.linea(IZQUIERDA, DERECHA, MEDIA_HOJA, GRIS, { trazos: '3 3' });
  return paginas;
}

const pequeno = (alinear: 'izquierda' | 'derecha' | 'centro') => ({ cuerpo: 7, color: GRIS, alinear });

function nueva(paginas: Pagina[], c: ContenidoRecibo) {
  const pagina = nuevaPagina({ etiquetada: true });
  paginas.push(pagina);
  dibujarCabecera(pagina, c);
  dibujarValor(pagina, c);
  dibujarQr(pagina, c);
  return pagina;
}

function dibujarCabecera(p: Pagina, c: ContenidoRecibo) {
  const { empresa } = c;
  p.grupo('Sect', () => {
    p.marca('H1', () => {
      const cuerpo = cuerpoQueCabe(empresa.nombre, { fuente: 'negrita', cuerpo: 15 }, 330, 9);
      const [nombre = ''] = partirHasta(empresa.nombre, { fuente: 'negrita', cuerpo }, 330, 1);
      p.texto(IZQUIERDA, 48, nombre, { cuerpo, fuente: 'negrita', color: AZUL });
    });
    p.marca('P', () =>
      p.texto(IZQUIERDA, 61, [nitDe(empresa), 'Recibo de pago'].filter(Boolean).join('  ·  '), {
        cuerpo: 8,
        color: GRIS,
      }),
    );
    p.marca('P', () =>
      p.texto(DERECHA, 48, `Recibo ${c.recibo}`, { cuerpo: 13, fuente: 'negrita', alinear: 'derecha' }),
    );
    p.marca('P', () =>
      p.texto(DERECHA, 61, `Recibido el ${fechaCorta(c.fecha_pago)}`, { cuerpo: 8, color: GRIS, alinear: 'derecha' }),
    );
    p.linea(IZQUIERDA, DERECHA, 69, AZUL, { grosor: 1.5 });
  });
  p.grupo('Sect', () => {
    p.marca('P', () => {
      p.texto(IZQUIERDA, 84, 'Cuenta de', pequeno('izquierda'));
      for (const [i, linea] of partirHasta(c.nombre, { fuente: 'negrita', cuerpo: 11 }, 264, 2).entries())
        p.texto(IZQUIERDA, 97 + i * 12, linea, { cuerpo: 11, fuente: 'negrita' });
    });
    const datos: [x: number, y: number, ancho: number, rotulo: string, valor: string][] = [
      [IZQUIERDA, 126, 96, 'Número de cuenta', c.numero_cuenta],
      [140, 126, 76, 'Medio', c.medio],
      [222, 126, 84, 'Referencia', c.referencia ?? '-'],
      [IZQUIERDA, 152, 96, 'Registrado el', c.registrado],
      [
        140,
        152,
        166,
        'Recibió',
        [c.recibido_por ?? 'Un programa', c.caja && `caja ${c.caja}`].filter(Boolean).join(', '),
      ],
    ];
    for (const [x, y, ancho, rotulo, valor] of datos)
      p.marca('P', () => {
        p.texto(x, y, rotulo, pequeno('izquierda'));
        const cuerpo = cuerpoQueCabe(valor, { fuente: 'negrita', cuerpo: 9 }, ancho, 6.5);
        const [texto = ''] = partirHasta(valor, { fuente: 'negrita', cuerpo }, ancho, 1);
        p.texto(x, y + 11, texto, { cuerpo, fuente: 'negrita' });
      });
  });
}

/** How much; undone, in red and with the word first. */
function dibujarValor(p: Pagina, { valor, reverso }: ContenidoRecibo) {
  const [x, ancho, alto] = [318, 158, 88] as const;
  const y = 80;
  // Lower when nothing stands below it.
  const baja = reverso ? 0 : 7;
  const centro = x + ancho / 2;
  const tinta = reverso ? ROJO : BLANCO;
  p.caja(x, y, ancho, alto, reverso ? BLANCO : AZUL);
  if (reverso) p.marco(x, y, ancho, alto, ROJO, 2);
  p.marca('P', () => {
    const titulo = reverso ? 'REVERSADO' : 'VALOR RECIBIDO';
    p.texto(centro, y + 26 + baja, titulo, {
      cuerpo: reverso ? 19 : 9,
      fuente: 'negrita',
      color: tinta,
      alinear: 'centro',
    });
    const cuanto = pesos(valor);
    const cuerpo = cuerpoQueCabe(cuanto, { fuente: 'negrita', cuerpo: 24 }, ancho - 16, 11);
    p.texto(centro, y + 53 + baja, cuanto, { cuerpo, fuente: 'negrita', color: tinta, alinear: 'centro' });
    if (reverso)
      p.texto(centro, y + 72, `Se deshizo el ${fechaCorta(reverso.fecha)}`, {
        cuerpo: 8,
        color: ROJO,
        alinear: 'centro',
      });
  });
}

const LADO_QR = 80;

function dibujarQr(p: Pagina, { pagina }: ContenidoRecibo) {
  const { lado, cuadros } = cuadrosQr(pagina);
  const x = DERECHA - LADO_QR;
  p.marca(
    'Figure',
    () => {
      p.modulos(x, 80, [LADO_QR / lado, LADO_QR / lado], cuadros);
      p.texto(x + LADO_QR / 2, 170, 'Compruebe este recibo', pequeno('centro'));
    },
    `Código QR de la página donde se comprueba este recibo: ${pagina}`,
  );
}

type Fila = { numero: string; detalle: string[]; valor: number; queda: number };

function filaDe({ numero_factura, valor, detalle, queda }: ReciboRow['facturas'][number]): Fila {
  return {
    numero: numero_factura,
    detalle: partirHasta(escribirDetalle(detalle), { cuerpo: 8 }, ABONO - DETALLE - 66, 3),
    valor,
    queda,
  };
}

/** "Intereses $ 120, acueducto $ 3.400": interest first, as it is paid. */
function escribirDetalle(detalle: PorComponente): string {
  const partes = Object.entries(detalle)
    .filter(([, valor]) => valor !== 0)
    .toSorted(([a], [b]) => Number(b === INTERESES) - Number(a === INTERESES) || (a < b ? -1 : 1))
    .map(([componente, valor]) => `${NOMBRES[componente] ?? componente}\u00a0${pesos(valor).replace(' ', '\u00a0')}`)
    .join(', ');
  return partes.charAt(0).toUpperCase() + partes.slice(1);
}
const NOMBRES: Record<string, string> = { [INTERESES]: 'intereses', otros: 'otros cobros' };

const altoDe = ({ detalle }: Fila) => FILA + (detalle.length - 1) * 9.5;

function dibujarFilas(p: Pagina, filas: Fila[], arriba: number, hasta: number) {
  let y = arriba;
  let hechas = 0;
  p.grupo('Table', () => {
    p.grupo('TR', () => {
      p.caja(IZQUIERDA, y, DERECHA - IZQUIERDA, 14, AZUL_SUAVE);
      const titular = { cuerpo: 7.5, fuente: 'negrita', color: AZUL } as const;
      p.marca('TH', () => p.texto(IZQUIERDA + 4, y + 9.8, 'Factura', titular));
      p.marca('TH', () => p.texto(DETALLE, y + 9.8, 'A qué fue', titular));
      p.marca('TH', () => p.texto(ABONO, y + 9.8, 'Pagado', { ...titular, alinear: 'derecha' }));
      p.marca('TH', () => p.texto(DERECHA - 4, y + 9.8, 'Queda debiendo', { ...titular, alinear: 'derecha' }));
    });
    y += 16;
    for (const fila of filas) {
      const alto = altoDe(fila);
      if (y + alto > hasta) break;
      const base = y + 9;
      p.grupo('TR', () => {
        const cuerpo = cuerpoQueCabe(fila.numero, { cuerpo: 8.5, fuente: 'negrita' }, DETALLE - IZQUIERDA - 8, 6);
        p.marca('TH', () => p.texto(IZQUIERDA + 4, base, fila.numero, { cuerpo, fuente: 'negrita' }));
        p.marca('TD', () => {
          for (const [i, linea] of fila.detalle.entries()) p.texto(DETALLE, base + i * 9.5, linea, { cuerpo: 8 });
        });
        p.marca('TD', () => p.texto(ABONO, base, pesos(fila.valor), { cuerpo: 8.5, alinear: 'derecha' }));
        p.marca('TD', () => p.texto(DERECHA - 4, base, pesos(fila.queda), { cuerpo: 8.5, alinear: 'derecha' }));
      });
      y += alto;
      hechas += 1;
    }
  });
  p.linea(IZQUIERDA, DERECHA, y + 1, RAYA);
  return { y, resto: filas.slice(hechas) };
}

function dibujarSumas(p: Pagina, c: ContenidoRecibo, arriba: number) {
  let y = arriba + 10;
  const filas: [string, number][] = [];
  if (c.anticipo > 0) filas.push(['A favor de la cuenta, para la próxima factura', c.anticipo]);
  filas.push(['Total recibido', c.valor]);
  p.grupo('Table', () => {
    for (const [rotulo, valor] of filas) {
      const fuente = rotulo === 'Total recibido' ? 'negrita' : 'normal';
      p.grupo('TR', () => {
        p.marca('TH', () => p.texto(ABONO - 70, y, rotulo, { cuerpo: 9, fuente, alinear: 'derecha' }));
        p.marca('TD', () => p.texto(ABONO, y, pesos(valor), { cuerpo: 9, fuente, alinear: 'derecha' }));
      });
      y += 13;
    }
  });
  const textos = [
    c.saldo > 0
      ? `Después de este pago la cuenta debía ${pesos(c.saldo)}.`
      : c.saldo < 0
        ? `Después de este pago la cuenta tenía ${pesos(-c.saldo)} a favor.`
        : 'Después de este pago la cuenta no debía nada.',
    ...(c.reverso
      ? [
          `Este pago se deshizo el ${fechaCorta(c.reverso.fecha)} con el documento ${c.reverso.numero}: ${c.reverso.motivo}. Ya no vale como comprobante.`,
        ]
      : []),
    ...(c.observaciones === '' ? [] : [c.observaciones]),
  ];
  y += 4;
  p.grupo('Sect', () => {
    for (const [i, texto] of textos.entries())
      for (const linea of partirHasta(texto, { cuerpo: 8.5 }, DERECHA - IZQUIERDA, 2)) {
        p.marca('P', () => p.texto(IZQUIERDA, y, linea, { cuerpo: 8.5, color: c.reverso && i === 1 ? ROJO : GRIS }));
        y += 11;
      }
    p.marca('P', () => p.texto(IZQUIERDA, y + 2, comprobar(c), { cuerpo: 7.5, color: GRIS }));
  });
}

/** What the QR says, for who has only the paper. */
const comprobar = ({ pagina, recibo, verificacion }: ContenidoRecibo) =>
  `Se comprueba en ${pagina.replace(/^https?:\/\//, '').replace(/\?.*/, '')} con el número ${recibo} y el código ${verificacion.replace(/(.{4})(?=.)/g, '$1 ')}`;
