// Which bills the pesos of a payment go to. The rule is the utility's data; this is all that reads it.
import { sumar } from '../pesos.ts';
import { ReglaError } from '../regla.ts';
import type { AvisoPago } from './listas.ts';

/** A bill of the account, as it stands. Pesos are whole, dates yyyy-mm-dd. */
export type Deuda = {
  readonly id: number;
  readonly numero_factura: string;
  readonly fecha_vencimiento: string;
  readonly saldo: number;
  /** Part of the balance under an open claim: nobody has to pay it meanwhile (Ley 142 art. 155). */
  readonly en_reclamo: number;
  readonly anulada: boolean;
};

export type ReglaAsignacion = {
  /** Bills that a payment does not name: oldest due day first, or newest. */
  readonly orden: 'antigua_primero' | 'reciente_primero';
  /** What is left over once the named bills are paid: other bills owed, or an advance at once. */
  readonly sobrante: 'otras_facturas' | 'anticipo';
};

export type Pedido = {
  /** Whole pesos, above zero. */
  readonly valor: number;
  /** Bills it names, in the order in which to pay them, each up to its own `valor` if it has one. None: the account. */
  readonly facturas?: readonly { readonly numero_factura: string; readonly valor?: number | undefined }[] | undefined;
  /** The payer says that what is under claim is to be paid too. */
  readonly incluye_reclamo?: boolean | undefined;
};

export type Asignacion = {
  readonly aplicado: readonly { readonly id: number; readonly numero_factura: string; readonly valor: number }[];
  /** Pesos that no bill takes: an advance of the account. */
  readonly anticipo: number;
  readonly avisos: readonly AvisoPago[];
};

/** Pesos of a bill that may be paid: its balance, without what is under claim unless the payer includes it. */
export const pagable = ({ saldo, en_reclamo, anulada }: Deuda, incluye_reclamo = false): number =>
  anulada ? 0 : Math.max(0, saldo - (incluye_reclamo ? 0 : en_reclamo));

/**
 * Where every peso of a payment goes: the bills it names, in their order; then, if the rule says so, the other bills
 * owed; the rest is an advance. A payment of the account goes to its bills in the order of the rule: the oldest first
 * unless the utility chose otherwise (dominio 2.10, C. Civil art. 1653). Money that came in is never refused: for a bill
 * that is paid or void it becomes an advance, with its notice. The parts add up to the payment, to the peso.
 * Throws ReglaError `validacion` for pesos that are not whole and above zero, a bill named twice, or bills that are
 * given more than the payment has.
 */
export function asignarPago(deudas: readonly Deuda[], pedido: Pedido, regla: ReglaAsignacion): Asignacion {
  exigirPesos(pedido.valor, 'valor');
  const nombradas = nombrar(deudas, pedido);
  const avisos = new Set<AvisoPago>();
  for (const { deuda } of nombradas) {
    if (deuda.anulada) avisos.add('factura_anulada');
    else if (deuda.saldo <= 0) avisos.add('factura_pagada');
  }
  const vistas = new Set(nombradas.map(({ deuda }) => deuda.id));
  const otras = deudas.filter(({ id }) => !vistas.has(id)).toSorted(porVencimiento);
  if (regla.orden === 'reciente_primero') otras.reverse();
  const siguen = nombradas.length === 0 || regla.sobrante === 'otras_facturas' ? otras : [];

  const aplicado: { id: number; numero_factura: string; valor: number }[] = [];
  let queda = pedido.valor;
  for (const { deuda, tope } of [...nombradas, ...siguen.map((una) => ({ deuda: una, tope: undefined }))]) {
    if (queda === 0) break;
    const puede = pagable(deuda, pedido.incluye_reclamo);
    const valor = Math.min(queda, puede, tope ?? puede);
    if (!pedido.incluye_reclamo && !deuda.anulada && deuda.en_reclamo > 0 && queda > valor) avisos.add('en_reclamo');
    if (valor === 0) continue;
    aplicado.push({ id: deuda.id, numero_factura: deuda.numero_factura, valor });
    queda -= valor;
  }
  if (queda > 0) avisos.add('anticipo');
  return { aplicado, anticipo: queda, avisos: [...avisos] };
}

/** Oldest due day first, and among equals the first issued. */
export const porVencimiento = (
  a: { fecha_vencimiento: string; id: number },
  b: { fecha_vencimiento: string; id: number },
): number =>
  a.fecha_vencimiento === b.fecha_vencimiento ? a.id - b.id : a.fecha_vencimiento < b.fecha_vencimiento ? -1 : 1;

function nombrar(deudas: readonly Deuda[], { valor, facturas = [] }: Pedido) {
  const porNumero = new Map(deudas.map((deuda) => [deuda.numero_factura, deuda]));
  const vistas = new Set<string>();
  const nombradas = facturas.map(({ numero_factura, valor: tope }, i) => {
    const deuda = porNumero.get(numero_factura);
    if (!deuda)
      throw new ReglaError('validacion', `La cuenta no tiene la factura ${numero_factura}.`, {
        campo: `facturas.${i}`,
      });
    if (vistas.has(numero_factura))
      throw new ReglaError('validacion', `La factura ${numero_factura} está dos veces.`, { campo: `facturas.${i}` });
    vistas.add(numero_factura);
    if (tope !== undefined) exigirPesos(tope, `facturas.${i}.valor`);
    return { deuda, tope };
  });
  if (sumar(nombradas.map(({ tope }) => tope ?? 0)) > valor)
    throw new ReglaError('validacion', 'Las facturas suman más que el valor del pago.', { campo: 'valor' });
  return nombradas;
}

function exigirPesos(valor: number, campo: string) {
  if (!Number.isSafeInteger(valor) || valor <= 0)
    throw new ReglaError('validacion', 'El valor debe ser un número entero de pesos, mayor que cero.', { campo });
}

/**
 * How pesos in favour pay what is owed: sources and bills each in their order, every source before the next. Answers
 * the pieces, each from one source to one bill.
 */
export function cruzar<F extends { readonly disponible: number }, D extends { readonly por_pagar: number }>(
  fuentes: readonly F[],
  deudas: readonly D[],
): { fuente: F; deuda: D; valor: number }[] {
  const piezas: { fuente: F; deuda: D; valor: number }[] = [];
  let i = 0;
  let falta = deudas[0]?.por_pagar ?? 0;
  for (const fuente of fuentes) {
    let queda = fuente.disponible;
    while (queda > 0) {
      const deuda = deudas[i];
      if (!deuda) return piezas;
      const valor = Math.min(queda, Math.max(falta, 0));
      if (valor > 0) piezas.push({ fuente, deuda, valor });
      queda -= valor;
      falta -= valor;
      if (falta <= 0) falta = deudas[++i]?.por_pagar ?? 0;
    }
  }
  return piezas;
}
