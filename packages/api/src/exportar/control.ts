// An export leaves only when it says what the books say.
import type { TenantDb } from '@cunservicios/db/tenant';
import { formatPesos, sumar } from '@cunservicios/domain/pesos';
import { refuse } from '../core/errors.ts';
import { type DocumentoRow, selectDocumentos } from '../documento/documento.queries.ts';
import { selectCuadre } from '../facturacion/emitir.queries.ts';
import { findPeriodo } from '../periodos/find-periodo.ts';
import { selectCargoEnLibro, selectIdsDePeriodo } from './exportar.queries.ts';

const LEIDAS = 200;

/** The sums that an export carries at its end. */
export type Control = { facturas: number; valor_total: number };

/**
 * An issued period whose bills, ledger, summary by concept and total are one sum. 409 `periodo_no_abierto` before it is
 * issued, `no_cuadra` when they are not.
 */
export async function periodoCuadrado(t: TenantDb, cual: { codigo: string; ciclo?: string | undefined }) {
  const periodo = await findPeriodo(t, cual);
  if (periodo.estado !== 'emitido' && periodo.estado !== 'cerrado')
    refuse('periodo_no_abierto', `El periodo ${periodo.codigo} no está emitido: todavía no tiene facturas.`);
  const { facturas, total_facturas, total_libro, total_conceptos } = await selectCuadre(t, periodo.id);
  const { valor_total, cuentas } = periodo;
  if ([total_facturas, total_libro, total_conceptos].some((total) => total !== valor_total) || facturas !== cuentas)
    refuse(
      'no_cuadra',
      `El periodo ${periodo.codigo} no cuadra: facturas ${formatPesos(total_facturas)} (${facturas}), libro ${formatPesos(total_libro)}, ` +
        `conceptos ${formatPesos(total_conceptos)}, periodo ${formatPesos(valor_total)} (${cuentas}). Ejecute «cunservicios verify».`,
    );
  return { periodo, control: { facturas, valor_total } satisfies Control };
}

/** Throws `no_cuadra` unless the lines, the total and the ledger of a bill say the same. */
export async function exigirCuadre(t: TenantDb, { id, numero_factura, conceptos, valor_total, anulada }: DocumentoRow) {
  if (anulada) refuse('factura_anulada', `La factura ${numero_factura} está anulada: no se exporta.`);
  const lineas = sumar(conceptos.map(({ valor }) => valor));
  const libro = await selectCargoEnLibro(t, id);
  if (lineas !== valor_total || libro !== valor_total)
    refuse(
      'no_cuadra',
      `La factura ${numero_factura} no cuadra: líneas ${formatPesos(lineas)}, total ${formatPesos(valor_total)}, libro ${formatPesos(libro)}.`,
    );
}

/**
 * The text of an export: `cada` writes a bill, `fin` what comes after the last. Reads in pages; when what went out does
 * not add up to the control (the books changed on the way) it breaks off, so that nobody takes half a file for a whole.
 */
export async function* exportarPeriodo(
  t: TenantDb,
  periodo_id: number,
  control: Control,
  { inicio, cada, fin }: { inicio: string; cada: (row: DocumentoRow) => string; fin: (control: Control) => string },
): AsyncGenerator<string> {
  const suma = { facturas: 0, valor_total: 0 };
  if (inicio !== '') yield inicio;
  for (let after = 0; ;) {
    const ids = await selectIdsDePeriodo(t, periodo_id, after, LEIDAS);
    if (ids.length === 0) break;
    const rows = (await selectDocumentos(t, ids)).toSorted((a, b) => a.id - b.id);
    yield rows.map(cada).join('');
    suma.facturas += rows.length;
    for (const row of rows) suma.valor_total += sumar(row.conceptos.map(({ valor }) => valor));
    after = ids.at(-1) ?? after;
  }
  if (suma.facturas !== control.facturas || suma.valor_total !== control.valor_total)
    throw new Error(
      `The export of period ${periodo_id} gives ${JSON.stringify(suma)}, the books ${JSON.stringify(control)}.`,
    );
  yield fin(control);
}
