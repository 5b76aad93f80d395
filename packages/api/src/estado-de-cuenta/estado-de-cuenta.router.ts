// What happened in an account between two days, to read, to keep and to hand over.
import { nombrarMovimiento } from '@cunservicios/domain/recaudo/nombrar-movimiento';
import { sumar } from '@cunservicios/domain/pesos';
import { cuentaVisible } from '../clientes/cuenta-visible.ts';
import { Archivo, archivo, archivoPorPartes } from '../core/archivo.ts';
import { hoyDe } from '../core/clock.ts';
import type { ReadContext } from '../core/context.ts';
import { notFound } from '../core/errors.ts';
import { STAFF } from '../core/roles.ts';
import { read, router } from '../core/trpc.ts';
import { empresaDe } from '../documento/empresa.ts';
import { numeroDeRecibo } from '../pagos/numero-recibo.ts';
import { PLANILLAS, archivoDePlanilla } from '../planilla/archivo-de-planilla.ts';
import { selectEstadoDeCuenta } from './estado-de-cuenta.queries.ts';
import { type EstadoDeCuenta, archivoDeEstado, byDias, estadoDeCuenta } from './estado-de-cuenta.schema.ts';
import { estadoPdf } from './estado-pdf.ts';
import { planillaDeEstado } from './planilla-de-estado.ts';

const tag = 'Pagos';
const PDF = 'application/pdf';

type Pedido = { numero_cuenta: string; desde: string; hasta: string };

async function estadoDe(ctx: ReadContext, { numero_cuenta, desde, hasta }: Pedido): Promise<EstadoDeCuenta> {
  const cliente_id = await cuentaVisible(ctx, numero_cuenta);
  const row = (await selectEstadoDeCuenta(ctx.t, cliente_id, desde, hasta)) ?? notFound('la cuenta', numero_cuenta);
  const movimientos = row.movimientos.map((uno) => ({
    ...uno,
    concepto: nombrarMovimiento({ ...uno, recibo: uno.recibo === null ? null : numeroDeRecibo(uno.recibo) }),
  }));
  const valores = movimientos.map(({ valor }) => valor);
  return {
    ...row,
    desde,
    hasta,
    cargos: sumar(valores.filter((valor) => valor > 0)),
    abonos: 0 - sumar(valores.filter((valor) => valor < 0)),
    movimientos,
  };
}

export const estadoDeCuentaRouter = router({
  get: read(...STAFF, 'ciudadano')
    .meta({
      rest: {
        method: 'GET',
        path: '/clientes/{numero_cuenta}/estado-de-cuenta',
        tag,
        summary: 'Estado de una cuenta entre dos días',
        description:
          'Opening balance, entries by their day with the balance after each, closing balance. At most five years.',
      },
    })
    .input(byDias)
    .output(estadoDeCuenta)
    .query(({ ctx, input }) => estadoDe(ctx, input)),

  archivo: read(...STAFF, 'ciudadano')
    .meta({
      rest: {
        method: 'GET',
        path: '/clientes/{numero_cuenta}/estado-de-cuenta/archivo',
        tag,
        summary: 'El mismo como archivo (PDF, CSV, XLSX)',
        description: 'The PDF is tagged; each of its pages says the balance it starts and ends with.',
        produces: [PDF, ...PLANILLAS],
      },
    })
    .input(archivoDeEstado)
    .output(archivo.or(archivoPorPartes))
    .query(async ({ ctx, input: { formato, ...pedido } }) => {
      const estado = await estadoDe(ctx, pedido);
      if (formato !== 'pdf') return archivoDePlanilla(planillaDeEstado(estado), formato);
      const nombre = `estado-${estado.numero_cuenta}-${estado.desde}-${estado.hasta}.pdf`;
      return new Archivo(nombre, PDF, estadoPdf(estado, { empresa: await empresaDe(ctx), hoy: hoyDe(ctx) }));
    }),
});
