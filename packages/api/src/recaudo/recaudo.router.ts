// The collections dashboard.
import { addDays, addMonths } from '@cunservicios/domain/calendario/fechas';
import { sumar } from '@cunservicios/domain/pesos';
import { MEDIOS_PAGO, ORIGENES_PAGO } from '@cunservicios/domain/recaudo/listas';
import { edadesDe } from '../cartera/edades-de.ts';
import { read, router } from '../core/trpc.ts';
import { selectFacturado, selectRecaudado } from './recaudo.queries.ts';
import { tableroRecaudo, verRecaudo } from './recaudo.schema.ts';

type Cuanto = { pagos: number; valor: number };
const total = (rows: readonly Cuanto[]) => ({
  pagos: sumar(rows.map(({ pagos }) => pagos)),
  valor: sumar(rows.map(({ valor }) => valor)),
});

export const recaudoRouter = router({
  resumen: read('admin', 'facturacion', 'recaudo', 'consulta')
    .meta({
      rest: {
        method: 'GET',
        path: '/recaudo',
        tag: 'Cartera',
        summary: 'Tablero de recaudo: lo facturado, lo recaudado y lo que está por cobrar',
        description: 'Day by day or month by month, days without money too; by means and by the way it came in.',
      },
    })
    .input(verRecaudo)
    .output(tableroRecaudo)
    .query(async ({ ctx, input }) => {
      const [cobrado, entrado, { total: cartera }] = await Promise.all([
        selectFacturado(ctx.t, input),
        selectRecaudado(ctx.t, input),
        edadesDe(ctx, 'uso'),
      ]);
      const periodos = nombres(input).map((periodo) => {
        const libro = cobrado.find((row) => row.periodo === periodo);
        const { pagos, valor } = total(entrado.filter((row) => row.periodo === periodo));
        return { periodo, facturado: libro?.facturado ?? 0, pagos, recaudado: valor, deshecho: libro?.deshecho ?? 0 };
      });
      const cifra = (cual: 'facturado' | 'pagos' | 'recaudado' | 'deshecho') => sumar(periodos.map((row) => row[cual]));
      return {
        ...input,
        periodos,
        medios: MEDIOS_PAGO.map((medio) => ({ medio, ...total(entrado.filter((row) => row.medio === medio)) })),
        origenes: ORIGENES_PAGO.map((origen) => ({ origen, ...total(entrado.filter((row) => row.origen === origen)) })),
        total: {
          facturado: cifra('facturado'),
          pagos: cifra('pagos'),
          recaudado: cifra('recaudado'),
          deshecho: cifra('deshecho'),
        },
        cartera,
      };
    }),
});

/** Every day or month of the span, with money or without. */
function nombres({ desde, hasta, por }: { desde: string; hasta: string; por: 'dia' | 'mes' }): string[] {
  const largo = por === 'dia' ? 10 : 7;
  const lista: string[] = [];
  let dia = por === 'dia' ? desde : `${desde.slice(0, 7)}-01`;
  for (; dia <= hasta; dia = por === 'dia' ? addDays(dia, 1) : addMonths(dia, 1)) lista.push(dia.slice(0, largo));
  return lista;
}
