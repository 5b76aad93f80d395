import type { FacturaExplicable } from '@cunservicios/domain/explicacion/factura-explicable';
import type { ReadContext } from '../core/context.ts';
import { notFound } from '../core/errors.ts';
import { visibleClientes } from '../core/identity.ts';
import { type DocumentoRow, selectDocumentos, selectFacturaId } from './documento.queries.ts';

/** A bill with what stands around it, for staff and for the citizen it is linked to. 404 for everybody else. */
export async function findDocumento(ctx: ReadContext, numero_factura: string): Promise<DocumentoRow> {
  const [found, visible] = await Promise.all([selectFacturaId(ctx.t, numero_factura), visibleClientes(ctx)]);
  const [row] =
    found && (!visible || visible.includes(found.cliente_id)) ? await selectDocumentos(ctx.t, [found.id]) : [];
  return row ?? notFound('la factura', numero_factura);
}

/** The same by the two numbers printed on the paper: whoever has them may see it. */
export async function findDocumentoPublico(
  { t }: ReadContext,
  { numero_cuenta, numero_factura }: { numero_cuenta: string; numero_factura: string },
): Promise<DocumentoRow> {
  const found = await selectFacturaId(t, numero_factura);
  const [row] = found ? await selectDocumentos(t, [found.id]) : [];
  return row?.numero_cuenta === numero_cuenta
    ? row
    : notFound('una factura con esos dos números:', `cuenta ${numero_cuenta}, factura ${numero_factura}`);
}

/** A bill as `explicarFactura` takes it. */
export const explicable = (row: DocumentoRow): FacturaExplicable => ({
  ...row,
  periodo:
    row.periodo === null || row.periodo_desde === null || row.periodo_hasta === null
      ? null
      : { codigo: row.periodo, desde: row.periodo_desde, hasta: row.periodo_hasta },
  tarifa:
    row.tarifa_desde === null || row.tarifa_fuente === null
      ? null
      : { vigente_desde: row.tarifa_desde, fuente: row.tarifa_fuente },
});
