import type { TenantDb } from '@cunservicios/db/tenant';
import { fechaEnBogota } from '@cunservicios/domain/calendario/fechas';
import { porTandas } from '../planilla/archivo-de-planilla.ts';
import type { Planilla } from '../planilla/planilla.ts';
import { numeroDeRecibo } from './numero-recibo.ts';
import { type PagoRow, selectPagos } from './pagos.queries.ts';

const TANDA = 500;
type Filtro = Omit<Parameters<typeof selectPagos>[1], 'limit' | 'skip' | 'after'>;

/** The payments of a filter, newest first, read while they leave. `zona` is that of the utility. */
export const planillaDePagos = (t: TenantDb, filtro: Filtro, zona: string): Planilla<PagoRow> => ({
  nombre: 'pagos',
  columnas: [
    { titulo: 'Recibo', tipo: 'texto', valor: ({ recibo }) => numeroDeRecibo(recibo) },
    { titulo: 'Recibido', tipo: 'fecha', valor: ({ fecha_pago }) => fecha_pago },
    { titulo: 'Registrado', tipo: 'fecha', valor: ({ created_at }) => fechaEnBogota(new Date(created_at), zona) },
    { titulo: 'Cuenta', tipo: 'texto', valor: ({ numero_cuenta }) => numero_cuenta },
    { titulo: 'Valor', tipo: 'pesos', valor: ({ valor }) => valor },
    { titulo: 'Medio', tipo: 'texto', valor: ({ medio }) => medio },
    { titulo: 'Referencia', tipo: 'texto', valor: ({ referencia }) => referencia },
    { titulo: 'Origen', tipo: 'texto', valor: ({ origen }) => origen },
    {
      titulo: 'Facturas',
      tipo: 'texto',
      valor: ({ facturas }) => facturas.map(({ numero_factura, valor }) => `${numero_factura}: ${valor}`).join(', '),
    },
    { titulo: 'A favor', tipo: 'pesos', valor: ({ anticipo }) => anticipo },
    {
      titulo: 'Estado',
      tipo: 'texto',
      valor: ({ reverso }) => (reverso?.estado === 'aplicado' ? 'deshecho' : 'vigente'),
    },
    { titulo: 'Observaciones', tipo: 'texto', valor: ({ observaciones }) => observaciones },
  ],
  // The list reads one row more than its page.
  filas: porTandas((ultima) => selectPagos(t, { ...filtro, limit: TANDA - 1, skip: 0, after: ultima?.id })),
});
