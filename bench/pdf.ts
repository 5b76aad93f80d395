// The paper: CPU of one bill with both codes, a print run of 1,000, and as the peer a bare pdfkit page of the same words
// without codes, bars or boxes. Targets of the issue: a bill under 15 ms CPU, the run under 5 s.
// FACTURAS=1000 (default).
import { finished } from 'node:stream/promises';
import { barrasGs1, cuadrosQr } from '@cunservicios/api/documento/codigos';
import { archivoDeFacturas } from '@cunservicios/api/documento/archivo-de-facturas';
import { contenidoDe } from '@cunservicios/api/documento/contenido';
import { selectDocumentos } from '@cunservicios/api/documento/documento.queries';
import { dibujarFactura } from '@cunservicios/api/documento/dibujar-factura';
import { empresaDe } from '@cunservicios/api/documento/empresa';
import { facturaPdf } from '@cunservicios/api/documento/factura-pdf';
import { selectImpresos } from '@cunservicios/api/documento/impresos.queries';
import { findTenant } from '@cunservicios/api/core/identity';
import { insertEjecucion } from '@cunservicios/api/ejecuciones/ejecuciones.queries';
import { ejecutar } from '@cunservicios/api/ejecuciones/ejecutar';
import pdfkit from 'pdfkit';
import { TENANT, fillUtility, line, open, peakMemory, readMonth, seconds } from './entorno.ts';

const FACTURAS = Number(process.env['FACTURAS'] ?? 1_000);
const entorno = await open();
const { owner, services } = entorno;
await fillUtility(entorno, FACTURAS);
await owner.query(
  `update tenants set nit = '811014470', dv = 1, ajustes = '{"gln": "7709998000018"}' where id = '${TENANT}'`,
);
const tenant = await findTenant(services, TENANT);
const t = services.tenants.reads(TENANT);

async function run(tipo: 'liquidar' | 'emitir' | 'imprimir', facts: { periodo_id?: number; parametros?: object }) {
  const { id } = await services.tenants.transaction(TENANT, (tx) =>
    insertEjecucion(tx, { tipo, user_id: null, ...facts }),
  );
  const before = process.cpuUsage();
  const measured = await peakMemory(() => seconds(() => ejecutar(services, tenant, id, { final: true })));
  const { user, system } = process.cpuUsage(before);
  return { id, ...measured, cpu: (user + system) / 1e6 };
}

let periodo_id = 0;
for (const mes of ['01', '02', '03', '04', '05', '06', '07']) {
  const { rows } = await owner.query(
    `insert into periodos (tenant_id, ciclo_id, codigo, desde, hasta, fecha_emision, fecha_vencimiento)
     select tenant_id, id, '2026-${mes}', '2026-${mes}-01', '2026-${mes}-28', '2026-${mes}-28', '2026-${mes}-28' from ciclos returning id`,
  );
  periodo_id = Number(rows[0].id);
  await readMonth(entorno, `2026-${mes}-28`);
  await run('liquidar', { periodo_id });
  await run('emitir', { periodo_id });
}
await owner.query('analyze');
const ids = (await owner.query('select id from facturas where periodo_id = $1 order by id', [periodo_id])).rows.map(
  ({ id }) => Number(id),
);
const empresa = await empresaDe({ services, tenant, t });
const antes = Math.round(process.memoryUsage().rss / 2 ** 20);
const impresa = await run('imprimir', { parametros: { periodo_id, periodo: '2026-07' } });
const impresos = await selectImpresos(t, impresa.id);
line(`print run of ${FACTURAS}`, {
  s: impresa.result,
  'CPU s': impresa.cpu,
  'ms/factura': (impresa.result * 1e3) / FACTURAS,
  'MB before': antes,
  'MB at most': impresa.megabytes,
  'file MB': impresos.reduce((sum, impreso) => sum + (impreso.bytes ?? 0), 0) / 2 ** 20,
});
const documentos = await selectDocumentos(t, ids);

/** Milliseconds of CPU that each of the bills takes; the first are for the compiler. */
function cpuPerBill(work: (row: (typeof documentos)[number]) => unknown) {
  for (const row of documentos.slice(0, 200)) work(row);
  const before = process.cpuUsage();
  for (const row of documentos) work(row);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3 / documentos.length;
}

const etiquetada = cpuPerBill((row) => facturaPdf(row, empresa));
const ligera = cpuPerBill((row) => dibujarFactura(contenidoDe(row, empresa), { etiquetada: false })[0]?.contenido());
const codigos = cpuPerBill((row) => {
  const { recaudo, pagina } = contenidoDe(row, empresa);
  return [recaudo && barrasGs1(recaudo.hri), cuadrosQr(pagina)];
});
const contenidos = cpuPerBill((row) => contenidoDe(row, empresa));
const bytes = facturaPdf(documentos[0]!, empresa).length;
line('one bill, tagged, both codes', { 'CPU ms': etiquetada, KB: bytes / 1024 });
line('one bill, light, drawn', {
  'CPU ms': ligera,
  'of it the codes': codigos - contenidos,
  'of it the content': contenidos,
});

let escritos = 0;
const soloArchivo = await seconds(async () => {
  for await (const pieza of archivoDeFacturas(t, empresa, 'medida', ids)) escritos += pieza.length;
});
line('the same without keeping the file', { s: soloArchivo, MB: escritos / 2 ** 20 });

/** The words of a bill on a bare page of pdfkit. */
function write(pdf: PDFKit.PDFDocument, { conceptos, nombre, direccion, numero_factura }: (typeof documentos)[number]) {
  pdf.font('Helvetica-Bold').fontSize(12).text(`${nombre} ${numero_factura}`, 36, 40, { lineBreak: false });
  pdf.font('Helvetica').fontSize(8).text(direccion, 36, 56, { lineBreak: false });
  for (const [i, { concepto, cantidad, valor_unitario, valor }] of conceptos.entries()) {
    const y = 80 + i * 12;
    for (const [x, texto] of [
      [36, concepto],
      [250, cantidad],
      [300, valor_unitario],
      [360, String(valor)],
    ] as const)
      pdf.text(texto, x, y, { lineBreak: false });
  }
  for (let i = 0; i < 35; i++)
    pdf.text('Se cobra lo que avanzó el medidor: 14 m³.', 400, 80 + i * 9, { lineBreak: false });
}
const beforePeer = process.cpuUsage();
const peer = await seconds(async () => {
  const pdf = new pdfkit({ size: 'LETTER', autoFirstPage: false, margin: 0 });
  pdf.resume();
  for (const row of documentos) write(pdf.addPage(), row);
  pdf.end();
  await finished(pdf);
});
const { user, system } = process.cpuUsage(beforePeer);
line(`peer: pdfkit, ${FACTURAS} bare pages, no codes`, { s: peer, 'CPU ms/page': (user + system) / 1e3 / FACTURAS });
line('ratio, the whole print run against bare pages', { ratio: impresa.result / peer });
await entorno.close();
