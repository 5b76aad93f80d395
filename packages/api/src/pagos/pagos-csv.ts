import type { TenantDb } from '@cunservicios/db/tenant';
import { stringify } from 'csv-stringify/sync';
import { numeroDeRecibo } from './numero-recibo.ts';
import { type PagoRow, selectPagos } from './pagos.queries.ts';

const COLUMNAS = [
  'recibo',
  'fecha_pago',
  'registrado',
  'numero_cuenta',
  'valor',
  'medio',
  'referencia',
  'origen',
  'facturas',
  'a_favor',
  'estado',
  'observaciones',
];
const PAGINA = 500;

type Filtro = Omit<Parameters<typeof selectPagos>[1], 'limit' | 'skip' | 'after'>;

/** Rows of a CSV file, read page by page: memory stays flat however many there are. */
export async function* pagosCsv(t: TenantDb, filtro: Filtro): AsyncGenerator<string> {
  yield stringify([COLUMNAS]);
  for (let after: number | undefined; ;) {
    const rows = await selectPagos(t, { ...filtro, limit: PAGINA - 1, skip: 0, after });
    if (rows.length > 0) yield stringify(rows.map(fila), { escape_formulas: true });
    after = rows.at(-1)?.id;
    if (rows.length < PAGINA) return;
  }
}

const fila = (pago: PagoRow) => [
  numeroDeRecibo(pago.recibo),
  pago.fecha_pago,
  pago.created_at,
  pago.numero_cuenta,
  pago.valor,
  pago.medio,
  pago.referencia ?? '',
  pago.origen,
  pago.facturas.map(({ numero_factura, valor }) => `${numero_factura}: ${valor}`).join('; '),
  pago.anticipo,
  pago.reverso?.estado === 'aplicado' ? 'deshecho' : 'vigente',
  pago.observaciones,
];
