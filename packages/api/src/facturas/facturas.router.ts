import { estadoFactura, exigirPorPagar } from '@cunservicios/domain/cartera/saldo';
import { facturaDeReferencia } from '@cunservicios/domain/documento/gs1';
import { explicarFactura } from '@cunservicios/domain/explicacion/explicar-factura';
import { addToSaldo, selectClienteExists } from '../clientes/clientes.queries.ts';
import { cuentaVisible } from '../clientes/cuenta-visible.ts';
import { hoyDe } from '../core/clock.ts';
import { registroDeVentanilla } from '../cajas/registro-de-ventanilla.ts';
import { lockDestinos } from '../pagos/registrar-pagos.queries.ts';
import { registrarPagos } from '../pagos/registrar-pagos.ts';
import { causaDe, restablecerServicio } from '../ordenes/restablecer-servicio.ts';
import { Archivo, archivo } from '../core/archivo.ts';
import { invalid, notFound } from '../core/errors.ts';
import { visibleClientes } from '../core/identity.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { insertEvento } from '../core/transaction.queries.ts';
import { read, router, write } from '../core/trpc.ts';
import { empresaDe } from '../documento/empresa.ts';
import { facturaPdf } from '../documento/factura-pdf.ts';
import { explicable, findDocumento, findDocumentoPublico } from '../documento/find-documento.ts';
import { insertMovimiento } from '../movimientos/movimientos.queries.ts';
import { selectTarifaById } from '../tarifas/tarifas.queries.ts';
import {
  countFacturas,
  insertFactura,
  selectCalculo,
  selectFactura,
  selectFacturas,
  selectHistorial,
  type FacturaRow,
} from './facturas.queries.ts';
import {
  anularFactura as anularInput,
  byNumero,
  calculo,
  consultaPublica,
  createFactura,
  explicacion,
  factura,
  facturaConNotas,
  facturaPublica,
  historial,
  listFacturas,
  pagarFactura as pagarInput,
} from './facturas.schema.ts';
import { anularFactura } from './anular-factura.ts';
import { esNumeroDeSerie } from './numero-factura.ts';

const tag = 'Facturas';
const missing = (numero_factura: string) => notFound('la factura', numero_factura);

const toFactura = <T extends FacturaRow>(row: T, hoy: string) => ({ ...row, estado: estadoFactura(row, hoy) });
const archivoPdf = (numero_factura: string, contenido: Buffer) =>
  new Archivo(`factura-${numero_factura}.pdf`, 'application/pdf', contenido);

export const facturasRouter = router({
  list: read(...STAFF, 'ciudadano')
    .meta({
      rest: {
        method: 'GET',
        path: '/facturas',
        tag,
        summary: 'Facturas, de la más reciente a la más antigua',
        description: 'Staff see all bills; a citizen those of the accounts linked to them. Newest first.',
        list: true,
      },
    })
    .input(listFacturas)
    .output(pageOf(factura))
    .query(async ({ ctx, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      const { referencia, ...resto } = input;
      const referida = referencia === undefined ? undefined : facturaDeReferencia(referencia);
      if (referencia !== undefined && !referida) return { items: [], nextCursor: null };
      const filter = { ...resto, referida, hoy: hoyDe(ctx), visible: await visibleClientes(ctx) };
      const rows = await selectFacturas(ctx.t, { ...filter, after });
      const total = input.count ? await countFacturas(ctx.t, filter) : undefined;
      return toPage(
        rows.map((row) => toFactura(row, filter.hoy)),
        input,
        ({ id }) => [id],
        total,
      );
    }),

  get: read(...STAFF, 'ciudadano')
    .meta({
      rest: {
        method: 'GET',
        path: '/facturas/{numero_factura}',
        tag,
        summary: 'Una factura con sus conceptos y sus notas',
        etag: true,
      },
    })
    .input(byNumero)
    .output(facturaConNotas)
    .query(async ({ ctx, input: { numero_factura } }) => {
      const [row, visible] = await Promise.all([selectFactura(ctx.t, numero_factura), visibleClientes(ctx)]);
      return row && (!visible || visible.includes(row.cliente_id))
        ? toFactura(row, hoyDe(ctx))
        : missing(numero_factura);
    }),

  historial: read(...STAFF, 'ciudadano')
    .meta({
      rest: {
        method: 'GET',
        path: '/facturas/cuenta/{numero_cuenta}',
        also: [{ path: '/facturas/cliente/{numero_cuenta}' }],
        tag,
        summary: 'Historial de facturas de una cuenta',
        description: 'Bills of one account, newest first.',
        list: true,
      },
    })
    .input(historial)
    .output(pageOf(factura))
    .query(async ({ ctx, input }) => {
      const after = readCursor(input, 'string', 'number');
      const cliente_id = await cuentaVisible(ctx, input.numero_cuenta);
      const rows = await selectHistorial(ctx.t, { ...input, cliente_id, after });
      return toPage(
        rows.map((row) => toFactura(row, hoyDe(ctx))),
        input,
        ({ fecha_emision, id }) => [fecha_emision, id],
      );
    }),

  create: write('admin', 'facturacion')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/facturas',
        tag,
        summary: 'Crear una factura',
        description:
          "A bill written by hand; bills of consumption come from a period's run. 422 when the total is not the sum; 409 repeated number.",
        status: 201,
        location: ({ numero_factura }: { numero_factura: string }) => `/facturas/${encodeURIComponent(numero_factura)}`,
        example: {
          numero_factura: 'MANUAL-0001',
          cliente_id: 1,
          fecha_emision: '2026-01-15',
          fecha_vencimiento: '2026-01-30',
          valor_total: 45000,
          observaciones: 'Revisión de instalación',
          conceptos: [{ concepto: 'Revisión técnica', valor: 45000 }],
        },
      },
    })
    .input(createFactura)
    .output(factura)
    .mutation(({ ctx, input: { estado: _, observaciones, ...facts } }) =>
      ctx.tx(async (t) => {
        if (esNumeroDeSerie(facts.numero_factura))
          invalid('numero_factura', 'Esos números los da la emisión de un periodo: use otro.');
        if (!(await selectClienteExists(t, facts.cliente_id)))
          invalid('cliente_id', `No existe el cliente ${facts.cliente_id}.`);
        const { id } = await insertFactura(t, { ...facts, observaciones: observaciones ?? '' });
        const { cliente_id, valor_total: valor, fecha_emision: fecha } = facts;
        await insertMovimiento(t, { cliente_id, tipo: 'factura', valor, factura_id: id, fecha });
        await addToSaldo(t, cliente_id, valor);
        await insertEvento(t, 'factura.emitida', { numero_factura: facts.numero_factura, valor_total: valor });
        const created = toFactura(
          (await selectFactura(t, facts.numero_factura)) ?? missing(facts.numero_factura),
          hoyDe(ctx),
        );
        ctx.audit(`facturas/${facts.numero_factura}`, { despues: created });
        return created;
      }),
    ),

  pagar: write('admin', 'recaudo')
    .meta({
      idempotent: true,
      rest: {
        method: 'PATCH',
        path: '/facturas/{numero_factura}/pagar',
        tag,
        summary: 'Registrar el pago de una factura',
        description:
          'Books a payment of the bill: its whole balance unless `valor` is sent; what is more goes where `POST /pagos` says. 409 when it is already paid.',
        query: ['valor', 'medio', 'referencia'],
        example: { valor: 20000, medio: 'Efectivo', referencia: 'RC-000123' },
      },
    })
    .input(pagarInput)
    .output(factura)
    .mutation(({ ctx, input: { numero_factura, valor, medio, referencia = null } }) =>
      ctx.tx(async (t) => {
        await lockDestinos(t, { facturas: [numero_factura], cuentas: [], ids: [] });
        const antes = (await selectFactura(t, numero_factura)) ?? missing(numero_factura);
        exigirPorPagar(antes);
        const fecha_pago = hoyDe(ctx);
        const { registro, caja_id } = await registroDeVentanilla(ctx, t, medio);
        const nuevo = {
          valor: valor ?? antes.saldo,
          medio,
          referencia,
          fecha_pago,
          destino: { facturas: [{ numero_factura }] },
          incluye_reclamo: true,
        };
        const [hecho] = await registrarPagos(t, [{ ...nuevo, caja_id }], registro);
        ctx.audit(`facturas/${numero_factura}`, { despues: { ...hecho, medio, referencia } });
        return toFactura((await selectFactura(t, numero_factura)) ?? missing(numero_factura), fecha_pago);
      }),
    ),

  anular: write('admin', 'facturacion')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/facturas/{numero_factura}/anular',
        tag,
        summary: 'Anular una factura',
        description:
          'Only before any payment or note, and of an account only its last bill of consumption; its number is never used again. With `reexpedir` it answers the bill that stands in its place, else the void one. 409 otherwise: correct it with a note.',
        example: { motivo: 'Se emitió a una cuenta retirada' },
      },
    })
    .input(anularInput)
    .output(factura)
    .mutation(({ ctx, input: { numero_factura, ...facts } }) =>
      ctx.tx(async (t) => {
        const fecha = hoyDe(ctx);
        const reemplazo = await anularFactura(t, numero_factura, { ...facts, fecha, user_id: ctx.user?.id ?? null });
        const queda = reemplazo ?? numero_factura;
        const row = (await selectFactura(t, queda)) ?? missing(queda);
        await restablecerServicio(t, row.cliente_id, causaDe(ctx, `Anulación de la factura ${numero_factura}`));
        ctx.audit(`facturas/${numero_factura}`, { despues: { anulada: true, reemplazo, ...facts } });
        return toFactura(row, fecha);
      }),
    ),

  consultaPublica: read('anyone')
    .meta({
      rest: {
        method: 'GET',
        path: '/publico/factura',
        tag: 'Público',
        summary: 'Consultar una factura con los dos números del papel',
        description: 'Finds a bill by the two numbers printed on it. Anyone may ask: no name and no address come back.',
      },
    })
    .input(consultaPublica)
    .output(facturaPublica)
    .query(async ({ ctx, input: { numero_cuenta, numero_factura } }) => {
      const row = await selectFactura(ctx.t, numero_factura);
      if (row?.numero_cuenta !== numero_cuenta)
        return notFound('una factura con esos dos números:', `cuenta ${numero_cuenta}, factura ${numero_factura}`);
      return toFactura(row, hoyDe(ctx));
    }),

  calculo: read(...STAFF, 'ciudadano')
    .meta({
      rest: {
        method: 'GET',
        path: '/facturas/{numero_factura}/calculo',
        tag,
        summary: 'Cómo se calculó una factura',
        description: 'What was stored when the bill was issued: readings, history, ranges, tariff version.',
      },
    })
    .input(byNumero)
    .output(calculo)
    .query(async ({ ctx, input: { numero_factura } }) => {
      const [row, visible] = await Promise.all([selectCalculo(ctx.t, numero_factura), visibleClientes(ctx)]);
      if (!row || (visible && !visible.includes(row.cliente_id))) return missing(numero_factura);
      const tarifa = row.calculo ? await selectTarifaById(ctx.t, Number(row.calculo['tarifa_id'])) : undefined;
      return { ...row, tarifa: tarifa ?? null };
    }),

  explicacion: read(...STAFF, 'ciudadano')
    .meta({
      rest: {
        method: 'GET',
        path: '/facturas/{numero_factura}/explicacion',
        tag,
        summary: 'Una factura explicada: de la lectura a cada peso, con su norma',
        description:
          'Sections in order, each of plain Spanish sentences with the norm beside, made from what was stored at issue.',
      },
    })
    .input(byNumero)
    .output(explicacion)
    .query(async ({ ctx, input: { numero_factura } }) => ({
      numero_factura,
      secciones: explicarFactura(explicable(await findDocumento(ctx, numero_factura))),
    })),

  pdf: read(...STAFF, 'ciudadano')
    .meta({
      rest: {
        method: 'GET',
        path: '/facturas/{numero_factura}/pdf',
        tag,
        summary: 'La factura en PDF, con su código de barras y su QR',
        description: 'Tagged for screen readers. It asks for what the bill did when it was issued (Ley 142 art. 148).',
        produces: 'application/pdf',
      },
    })
    .input(byNumero)
    .output(archivo)
    .query(async ({ ctx, input: { numero_factura } }) => {
      const [row, empresa] = await Promise.all([findDocumento(ctx, numero_factura), empresaDe(ctx)]);
      return archivoPdf(numero_factura, facturaPdf(row, empresa));
    }),

  pdfPublico: read('anyone')
    .meta({
      rest: {
        method: 'GET',
        path: '/publico/factura/pdf',
        tag: 'Público',
        summary: 'La factura en PDF con los dos números del papel',
        description: 'The same paper without name and address, which the two numbers do not open.',
        produces: 'application/pdf',
      },
    })
    .input(consultaPublica)
    .output(archivo)
    .query(async ({ ctx, input }) => {
      const [row, empresa] = await Promise.all([findDocumentoPublico(ctx, input), empresaDe(ctx)]);
      const anonima = { ...row, nombre: `Suscriptor de la cuenta ${row.numero_cuenta}`, direccion: '' };
      return archivoPdf(input.numero_factura, facturaPdf(anonima, empresa));
    }),
});
