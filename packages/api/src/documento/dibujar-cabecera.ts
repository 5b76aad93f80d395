// Above: who bills, whom, how much and until when.
import type { Contenido } from './contenido.ts';
import {
  AZUL,
  AZUL_SUAVE,
  BLANCO,
  COLUMNA,
  DERECHA,
  FIN_DETALLE,
  GRIS,
  IZQUIERDA,
  ROJO,
  fechaCorta,
  pesos,
} from './estilo.ts';
import type { Pagina } from './pdf/pagina.ts';
import { cuerpoQueCabe, partirHasta } from './pdf/texto.ts';

export function dibujarCabecera(p: Pagina, c: Contenido) {
  const { empresa } = c;
  p.grupo('Sect', () => {
    p.marca('H1', () => {
      const cuerpo = cuerpoQueCabe(empresa.nombre, { fuente: 'negrita', cuerpo: 17 }, FIN_DETALLE - IZQUIERDA, 9);
      const [nombre = ''] = partirHasta(empresa.nombre, { fuente: 'negrita', cuerpo }, FIN_DETALLE - IZQUIERDA, 1);
      p.texto(IZQUIERDA, 50, nombre, { cuerpo, fuente: 'negrita', color: AZUL });
    });
    p.marca('P', () => {
      const datos = [empresa.nit, 'Factura de servicios públicos domiciliarios'].filter(Boolean).join('  ·  ');
      p.texto(IZQUIERDA, 64, datos, { cuerpo: 8, color: GRIS });
    });
    p.marca('P', () => {
      p.texto(DERECHA, 46, `Factura ${c.numero}`, { cuerpo: 12, fuente: 'negrita', alinear: 'derecha' });
      p.texto(DERECHA, 58, `Expedida el ${fechaCorta(c.emision)}`, { cuerpo: 8, color: GRIS, alinear: 'derecha' });
      if (c.periodo) {
        const { desde, hasta, dias } = c.periodo;
        const texto = `Periodo: ${fechaCorta(desde)} a ${fechaCorta(hasta)} (${dias} días)`;
        p.texto(DERECHA, 68, texto, { cuerpo: 8, color: GRIS, alinear: 'derecha' });
      }
    });
    p.linea(IZQUIERDA, DERECHA, 75, AZUL, { grosor: 1.5 });
  });
}

/** Name and place on the left, what is asked on the right. */
export function dibujarCliente(p: Pagina, c: Contenido) {
  p.grupo('Sect', () => {
    const ancho = FIN_DETALLE - IZQUIERDA;
    const cuerpo = partirHasta(c.nombre, { fuente: 'negrita', cuerpo: 12 }, ancho, 2).length > 1 ? 10.5 : 12;
    const lineas = partirHasta(c.nombre, { fuente: 'negrita', cuerpo }, ancho, 2);
    let y = 95;
    p.marca('P', () => {
      for (const linea of lineas) {
        p.texto(IZQUIERDA, y, linea, { cuerpo, fuente: 'negrita' });
        y += cuerpo + 1.5;
      }
    });
    p.marca('P', () => {
      for (const linea of partirHasta(c.direccion, { cuerpo: 9 }, ancho, 2)) {
        p.texto(IZQUIERDA, y, linea, { cuerpo: 9 });
        y += 11;
      }
    });
    const datos: [string, string][] = [
      ['Cuenta', c.cuenta],
      ['Uso', c.clase],
      ['Medidor', c.medidor ?? 'Sin medidor'],
      ['Ruta', c.ruta ?? '-'],
    ];
    // Four columns of their own widths under the address.
    const columnas = [IZQUIERDA, IZQUIERDA + 98, IZQUIERDA + 210, IZQUIERDA + 306];
    const anchos = [92, 106, 90, 44];
    for (const [i, [rotulo, valor]] of datos.entries()) {
      const x = columnas[i] ?? IZQUIERDA;
      p.marca('P', () => {
        p.texto(x, 150, rotulo, { cuerpo: 7, color: GRIS });
        const hueco = anchos[i] ?? 60;
        const caben = cuerpoQueCabe(valor, { fuente: 'negrita', cuerpo: i === 0 ? 11 : 9 }, hueco, 6);
        const [texto = ''] = partirHasta(valor, { fuente: 'negrita', cuerpo: caben }, hueco, 1);
        p.texto(x, 162, texto, { cuerpo: caben, fuente: 'negrita' });
      });
    }
    dibujarTotal(p, c);
  });
}

function dibujarTotal(p: Pagina, { totales, vencimiento, suspension, estado }: Contenido) {
  const ancho = DERECHA - COLUMNA;
  const centro = COLUMNA + ancho / 2;
  const aviso =
    suspension !== null && totales.a_pagar > 0 ? `Puede haber suspensión desde el ${fechaCorta(suspension)}` : null;
  // Lower when nothing stands below it.
  const y = aviso === null && estado === null ? 106 : 99;
  p.caja(COLUMNA, 84, ancho, 84, AZUL);
  p.marca('P', () => {
    p.texto(centro, y, 'TOTAL A PAGAR', { cuerpo: 8.5, color: BLANCO, alinear: 'centro' });
    const valor = pesos(totales.a_pagar);
    const cuerpo = cuerpoQueCabe(valor, { fuente: 'negrita', cuerpo: 25 }, ancho - 16, 12);
    p.texto(centro, y + 25, valor, { cuerpo, fuente: 'negrita', color: BLANCO, alinear: 'centro' });
  });
  p.marca('P', () => {
    const texto =
      totales.a_pagar > 0
        ? `Pague hasta el ${fechaCorta(vencimiento)}`
        : totales.a_favor > 0
          ? `Saldo a favor: ${pesos(totales.a_favor)}`
          : 'No tiene nada que pagar';
    p.texto(centro, y + 42, texto, { cuerpo: 10, fuente: 'negrita', color: BLANCO, alinear: 'centro' });
    if (aviso !== null && estado === null)
      p.texto(centro, y + 56, aviso, { cuerpo: 7.5, color: AZUL_SUAVE, alinear: 'centro' });
  });
  if (estado === null) return;
  p.caja(COLUMNA, 152, ancho, 16, BLANCO);
  p.marco(COLUMNA, 152, ancho, 16, ROJO, 1);
  p.marca('P', () => {
    const texto = estado === 'PAGADA' ? 'PAGADA: no la pague otra vez' : 'ANULADA: no la pague';
    p.texto(centro, 163, texto, { cuerpo: 8.5, fuente: 'negrita', color: ROJO, alinear: 'centro' });
  });
}
