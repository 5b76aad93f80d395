// What DIAN and SUI ask for, from the ledger, each with the total that must equal the books.
import { Archivo, ArchivoPorPartes, archivo, archivoPorPartes } from '../core/archivo.ts';
import type { ReadContext } from '../core/context.ts';
import { notFound } from '../core/errors.ts';
import { read, router } from '../core/trpc.ts';
import { findDocumento } from '../documento/find-documento.ts';
import { byNumero } from '../facturas/facturas.schema.ts';
import { byCodigo } from '../periodos/periodos.schema.ts';
import { selectTenant } from '../tenants/tenants.queries.ts';
import { exigirCuadre, exportarPeriodo, periodoCuadrado } from './control.ts';
import { dianXml } from './dian-xml.ts';
import { type Emisor, documentoDian } from './documento-dian.ts';
import { controlExportacion, documentoDian as documentoDianSchema } from './exportar.schema.ts';
import { controlSui, encabezadoSui, filaSui } from './sui.ts';

const EXPORTAN = ['admin', 'facturacion', 'consulta'] as const;
const XML = 'application/xml';
const NDJSON = 'application/x-ndjson';

async function emisorDe({ services, tenant }: ReadContext): Promise<Emisor> {
  const found = (await selectTenant(services.tenants.none, tenant.id)) ?? notFound('la empresa', tenant.id);
  return { ...found, resolucion_dian: tenant.ajustes.resolucion_dian };
}

async function dianDe(ctx: ReadContext, numero_factura: string) {
  const [row, emisor] = await Promise.all([findDocumento(ctx, numero_factura), emisorDe(ctx)]);
  await exigirCuadre(ctx.t, row);
  return documentoDian(row, emisor);
}

export const exportarRouter = router({
  dian: read(...EXPORTAN)
    .meta({
      rest: {
        method: 'GET',
        path: '/facturas/{numero_factura}/dian',
        tag: 'Facturas',
        summary: 'Una factura con los datos del documento equivalente de la DIAN',
        description: '409 `no_cuadra` unless lines, total and ledger say the same.',
      },
    })
    .input(byNumero)
    .output(documentoDianSchema)
    .query(({ ctx, input }) => dianDe(ctx, input.numero_factura)),

  dianXml: read(...EXPORTAN)
    .meta({
      rest: {
        method: 'GET',
        path: '/facturas/{numero_factura}/dian/xml',
        tag: 'Facturas',
        summary: 'La misma en XML, con los nombres de UBL 2.1',
        description: 'Without signature nor CUDE: the technology provider adds them.',
        produces: XML,
      },
    })
    .input(byNumero)
    .output(archivo)
    .query(async ({ ctx, input: { numero_factura } }) => {
      const xml = `<?xml version="1.0" encoding="UTF-8"?>\n${dianXml(await dianDe(ctx, numero_factura))}`;
      return new Archivo(`dian-${numero_factura}.xml`, XML, Buffer.from(xml));
    }),

  control: read(...EXPORTAN)
    .meta({
      rest: {
        method: 'GET',
        path: '/periodos/{codigo}/control',
        tag: 'Periodos',
        summary: 'Total de control de un periodo emitido',
        description: 'The sums that its exports end with; 409 `no_cuadra` when bills, ledger and period differ.',
      },
    })
    .input(byCodigo)
    .output(controlExportacion)
    .query(async ({ ctx, input }) => {
      const { periodo, control } = await periodoCuadrado(ctx.t, input);
      return { codigo: periodo.codigo, ...control };
    }),

  periodoDian: read(...EXPORTAN)
    .meta({
      rest: {
        method: 'GET',
        path: '/periodos/{codigo}/dian',
        tag: 'Periodos',
        summary: 'Las facturas de un periodo para la DIAN, una por línea (JSON)',
        description:
          'One document a line; the last line is the control total. 409 `no_cuadra` before anything is sent.',
        produces: NDJSON,
      },
    })
    .input(byCodigo)
    .output(archivoPorPartes)
    .query(async ({ ctx, input }) => {
      const [{ periodo, control }, emisor] = await Promise.all([periodoCuadrado(ctx.t, input), emisorDe(ctx)]);
      const lineas = exportarPeriodo(ctx.t, periodo.id, control, {
        inicio: '',
        cada: (row) => `${JSON.stringify(documentoDian(row, emisor))}\n`,
        fin: (total) => `${JSON.stringify({ control: total })}\n`,
      });
      return new ArchivoPorPartes(`dian-${periodo.codigo}.ndjson`, NDJSON, lineas);
    }),

  periodoDianXml: read(...EXPORTAN)
    .meta({
      rest: {
        method: 'GET',
        path: '/periodos/{codigo}/dian/xml',
        tag: 'Periodos',
        summary: 'Las facturas de un periodo para la DIAN (XML)',
        description:
          'One `Invoice` a bill inside `Documentos`; `Control` comes last. 409 `no_cuadra` before anything is sent.',
        produces: XML,
      },
    })
    .input(byCodigo)
    .output(archivoPorPartes)
    .query(async ({ ctx, input }) => {
      const [{ periodo, control }, emisor] = await Promise.all([periodoCuadrado(ctx.t, input), emisorDe(ctx)]);
      const xml = exportarPeriodo(ctx.t, periodo.id, control, {
        inicio: '<?xml version="1.0" encoding="UTF-8"?>\n<Documentos>\n',
        cada: (row) => dianXml(documentoDian(row, emisor)),
        fin: ({ facturas, valor_total }) =>
          `<Control facturas="${facturas}" valorTotal="${valor_total}"/>\n</Documentos>\n`,
      });
      return new ArchivoPorPartes(`dian-${periodo.codigo}.xml`, XML, xml);
    }),

  sui: read(...EXPORTAN)
    .meta({
      rest: {
        method: 'GET',
        path: '/periodos/{codigo}/sui',
        tag: 'Periodos',
        summary: 'Facturación de un periodo para el SUI (CSV)',
        description:
          'One row an account: basis of consumption (1 measured, 2 estimated), state of the meter (1 none, 2 not working, 3 working), m³ and values by concept. The last row, CONTROL, equals the books.',
        produces: 'text/csv',
      },
    })
    .input(byCodigo)
    .output(archivoPorPartes)
    .query(async ({ ctx, input }) => {
      const [{ periodo, control }, { municipio }] = await Promise.all([periodoCuadrado(ctx.t, input), emisorDe(ctx)]);
      const csv = exportarPeriodo(ctx.t, periodo.id, control, {
        inicio: encabezadoSui,
        cada: (row) => filaSui(row, municipio),
        fin: controlSui,
      });
      return new ArchivoPorPartes(`sui-${periodo.codigo}.csv`, 'text/csv', csv);
    }),
});
