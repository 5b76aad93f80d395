// The statement on paper: on each page the balance it begins with, its entries, the balance it ends with.
import type { Empresa } from '../documento/contenido.ts';
import { AZUL, AZUL_SUAVE, BLANCO, DERECHA, GRIS, IZQUIERDA, RAYA, fechaCorta, pesos } from '../documento/estilo.ts';
import { nuevoPdf } from '../documento/pdf/archivo-pdf.ts';
import { type Pagina, nuevaPagina } from '../documento/pdf/pagina.ts';
import { cuerpoQueCabe, partirHasta } from '../documento/pdf/texto.ts';
import type { EstadoDeCuenta } from './estado-de-cuenta.schema.ts';

type De = { empresa: Empresa; hoy: string };
type Movimiento = EstadoDeCuenta['movimientos'][number];

/** Where the columns of numbers end, and the wide ones begin. */
const COLUMNAS = { fecha: IZQUIERDA + 4, concepto: 108, factura: 318, cargo: 456, abono: 514, saldo: DERECHA - 4 };
const ALTO_FILA = 17;
const PRIMERA = 232;
const SIGUIENTE = 104;
const FIN = 728;

const caben = (desde: number) => Math.floor((FIN - desde) / ALTO_FILA) - 3; // heads, what comes, what goes on

export function estadoPdf(estado: EstadoDeCuenta, de: De): Buffer {
  const pdf = nuevoPdf({
    titulo: `Estado de la cuenta ${estado.numero_cuenta}, ${de.empresa.nombre}`,
    etiquetado: true,
  });
  const inicio = pdf.inicio();
  const hojas = repartir(estado.movimientos);
  let saldo = estado.saldo_inicial;
  const paginas = hojas.map((movimientos, i) => {
    const pagina = nuevaPagina({ etiquetada: true });
    dibujarCabeza(pagina, estado, de, i === 0);
    saldo = dibujarTabla(pagina, movimientos, {
      y: i === 0 ? PRIMERA : SIGUIENTE,
      saldo,
      viene: i === 0 ? `Saldo antes del ${fechaCorta(estado.desde)}` : 'Viene de la página anterior',
      va: i === hojas.length - 1 ? `Saldo al ${fechaCorta(estado.hasta)}` : 'Pasa a la página siguiente',
    });
    pagina.marca('P', () => {
      const texto = `Página ${i + 1} de ${hojas.length}  ·  Hecho el ${fechaCorta(de.hoy)}`;
      pagina.texto(DERECHA, 762, texto, { cuerpo: 8, color: GRIS, alinear: 'derecha' });
    });
    return pdf.pagina(pagina);
  });
  return Buffer.concat([inicio, ...paginas, pdf.fin()]);
}

/** Entries of each page; one page at least. */
function repartir(movimientos: readonly Movimiento[]): (readonly Movimiento[])[] {
  const hojas = [movimientos.slice(0, caben(PRIMERA))];
  for (let desde = caben(PRIMERA); desde < movimientos.length; desde += caben(SIGUIENTE))
    hojas.push(movimientos.slice(desde, desde + caben(SIGUIENTE)));
  return hojas;
}

function dibujarCabeza(p: Pagina, estado: EstadoDeCuenta, { empresa }: De, primera: boolean) {
  const ancho = 330;
  p.grupo('Sect', () => {
    p.marca(primera ? 'H1' : 'P', () => {
      const [nombre = ''] = partirHasta(empresa.nombre, { fuente: 'negrita', cuerpo: 14 }, ancho, 1);
      p.texto(IZQUIERDA, 48, nombre, { cuerpo: 14, fuente: 'negrita', color: AZUL });
    });
    p.marca('P', () => {
      p.texto(DERECHA, 48, `Cuenta ${estado.numero_cuenta}`, { cuerpo: 11, fuente: 'negrita', alinear: 'derecha' });
    });
    p.marca(primera ? 'H2' : 'P', () => {
      const texto = `Estado de cuenta del ${fechaCorta(estado.desde)} al ${fechaCorta(estado.hasta)}`;
      p.texto(IZQUIERDA, 66, texto, { cuerpo: 10 });
    });
    if (empresa.nit)
      p.marca('P', () =>
        p.texto(DERECHA, 66, `NIT ${empresa.nit}${empresa.dv === null ? '' : `-${empresa.dv}`}`, {
          cuerpo: 8,
          color: GRIS,
          alinear: 'derecha',
        }),
      );
    p.linea(IZQUIERDA, DERECHA, 76, AZUL, { grosor: 1.5 });
  });
  if (primera) dibujarResumen(p, estado);
}

function dibujarResumen(p: Pagina, { nombre, direccion, saldo_inicial, cargos, abonos, saldo_final }: EstadoDeCuenta) {
  p.grupo('Sect', () => {
    for (const [y, dato, fuente] of [
      [100, nombre, 'negrita'],
      [114, direccion, 'normal'],
    ] as const)
      p.marca('P', () => {
        const [texto = ''] = partirHasta(dato, { fuente, cuerpo: 10.5 }, DERECHA - IZQUIERDA, 1);
        p.texto(IZQUIERDA, y, texto, { cuerpo: 10.5, fuente });
      });
    const ancho = (DERECHA - IZQUIERDA) / 4;
    const cifras = [
      ['Saldo inicial', saldo_inicial],
      ['Cargos', cargos],
      ['Abonos', -abonos],
      ['Saldo final', saldo_final],
    ] as const;
    for (const [i, [titulo, valor]] of cifras.entries()) {
      const ultima = i === cifras.length - 1;
      const x = IZQUIERDA + i * ancho;
      p.caja(x, 132, ancho - (ultima ? 0 : 6), 58, ultima ? AZUL : AZUL_SUAVE);
      p.marca('P', () => {
        p.texto(x + 10, 152, titulo, { cuerpo: 8.5, color: ultima ? BLANCO : GRIS });
        p.texto(x + 10, 174, pesos(valor), { cuerpo: 13, fuente: 'negrita', ...(ultima && { color: BLANCO }) });
      });
    }
    if (saldo_final < 0)
      p.marca('P', () =>
        p.texto(DERECHA, 206, 'Un saldo bajo cero está a favor de la cuenta.', {
          cuerpo: 8,
          color: GRIS,
          alinear: 'derecha',
        }),
      );
  });
}

type Tabla = { y: number; saldo: number; viene: string; va: string };

/** Draws the entries of a page; answers the balance that they end with. */
function dibujarTabla(p: Pagina, movimientos: readonly Movimiento[], { y: desde, saldo, viene, va }: Tabla): number {
  let y = desde;
  const numero = (x: number, valor: number | null) =>
    p.marca('TD', () => p.texto(x, y, valor === null ? '' : pesos(valor), { cuerpo: 9, alinear: 'derecha' }));
  const borde = (texto: string, valor: number) => {
    p.caja(IZQUIERDA, y - 12, DERECHA - IZQUIERDA, ALTO_FILA, AZUL_SUAVE);
    p.grupo('TR', () => {
      p.marca('TH', () => p.texto(COLUMNAS.concepto, y, texto, { cuerpo: 9, fuente: 'negrita' }));
      p.marca('TD', () =>
        p.texto(COLUMNAS.saldo, y, pesos(valor), { cuerpo: 9, fuente: 'negrita', alinear: 'derecha' }),
      );
    });
    y += ALTO_FILA;
  };
  p.grupo('Table', () => {
    p.grupo('TR', () => {
      for (const [titulo, x, derecha] of [
        ['Fecha', COLUMNAS.fecha, false],
        ['Concepto', COLUMNAS.concepto, false],
        ['Factura', COLUMNAS.factura, false],
        ['Cargo', COLUMNAS.cargo, true],
        ['Abono', COLUMNAS.abono, true],
        ['Saldo', COLUMNAS.saldo, true],
      ] as const)
        p.marca('TH', () =>
          p.texto(x, y, titulo, { cuerpo: 8.5, color: GRIS, alinear: derecha ? 'derecha' : 'izquierda' }),
        );
    });
    y += ALTO_FILA;
    borde(viene, saldo);
    for (const { fecha, concepto, numero_factura, valor, saldo: despues } of movimientos) {
      p.grupo('TR', () => {
        const escrito = { cuerpo: 9 };
        const ancho = COLUMNAS.factura - COLUMNAS.concepto - 6;
        const chico = { cuerpo: cuerpoQueCabe(concepto, escrito, ancho, 6.5) };
        const [que = ''] = partirHasta(concepto, chico, ancho, 1);
        const [factura = ''] = partirHasta(numero_factura ?? '', escrito, 84, 1);
        p.marca('TD', () => p.texto(COLUMNAS.fecha, y, fechaCorta(fecha), escrito));
        p.marca('TD', () => p.texto(COLUMNAS.concepto, y, que, chico));
        p.marca('TD', () => p.texto(COLUMNAS.factura, y, factura, escrito));
        numero(COLUMNAS.cargo, valor > 0 ? valor : null);
        numero(COLUMNAS.abono, valor < 0 ? -valor : null);
        numero(COLUMNAS.saldo, despues);
      });
      p.linea(IZQUIERDA, DERECHA, y + 5, RAYA);
      y += ALTO_FILA;
    }
    borde(va, movimientos.at(-1)?.saldo ?? saldo);
  });
  return movimientos.at(-1)?.saldo ?? saldo;
}
