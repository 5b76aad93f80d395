// Exports against the books: what leaves adds up to the ledger, and nothing leaves when it does not.
import { parse } from 'csv-parse/sync';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { marinilla } from '../testing/marinilla.ts';
import { refusalOf } from '../testing/refusal.ts';
import type { DocumentoDian } from './documento-dian.ts';

const CODIGO = { codigo: '2016-03' };

async function textOf({ contenido }: { contenido: AsyncIterable<Uint8Array | string> }) {
  let texto = '';
  for await (const parte of contenido) texto += String(parte);
  return texto;
}

async function tamper(url: string, statement: string, values: unknown[]) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`set session_replication_role = replica`);
  await client.query(statement, values);
  await client.end();
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe('exports of a period', () => {
  it('add up to the books, document by document and row by row', async () => {
    const { admin, as } = await marinilla(['2016-03', '2016-04']);
    const consulta = await as('consulta');
    const { valor_total, cuentas } = await admin.periodos.get(CODIGO);
    const control = await consulta.exportar.control(CODIGO);
    expect(control).toEqual({ codigo: '2016-03', facturas: cuentas, valor_total });
    const facturas = (await admin.facturas.list({ limit: 100, periodo: '2016-03' })).items;

    const lineas = (await textOf(await consulta.exportar.periodoDian(CODIGO))).trimEnd().split('\n');
    const documentos = lineas.slice(0, -1).map((linea) => JSON.parse(linea) as DocumentoDian);
    expect(JSON.parse(lineas.at(-1) ?? '')).toEqual({ control: { facturas: cuentas, valor_total } });
    expect(documentos.map(({ numero }) => numero)).toEqual(
      facturas.map(({ numero_factura }) => numero_factura).toSorted(),
    );
    expect(sum(documentos.map(({ total }) => total))).toBe(valor_total);
    for (const { total, subtotal, subsidios, contribuciones, lineas: suyas } of documentos) {
      expect(sum(suyas.map(({ valor }) => valor))).toBe(total);
      expect(subtotal - subsidios + contribuciones).toBe(total);
      expect(subsidios).toBeGreaterThanOrEqual(0);
    }

    const xml = await textOf(await consulta.exportar.periodoDianXml(CODIGO));
    const pagar = [...xml.matchAll(/<cbc:PayableAmount currencyID="COP">(-?\d+)\.00</g)].map(([, valor]) =>
      Number(valor),
    );
    expect([pagar.length, sum(pagar)]).toEqual([cuentas, valor_total]);
    expect(xml).toContain(`<Control facturas="${cuentas}" valorTotal="${valor_total}"/>`);

    const csv = await textOf(await consulta.exportar.sui(CODIGO));
    const filas = parse<Record<string, string>>(csv, { columns: true });
    const cuerpo = filas.slice(0, -1);
    expect(filas.at(-1)).toMatchObject({
      numero_cuenta: 'CONTROL',
      numero_factura: String(cuentas),
      valor_total: String(valor_total),
    });
    for (const fila of cuerpo) {
      const factura = facturas.find(({ numero_factura }) => numero_factura === fila['numero_factura']);
      const columnas = Object.entries(fila).filter(([nombre]) =>
        /^(acueducto|alcantarillado)_|^otros|^terceros/.test(nombre),
      );
      expect(sum(columnas.map(([, valor]) => Number(valor)))).toBe(factura?.valor_total);
      expect(fila['base_consumo']).toBe(factura?.metodo === 'medido' || factura?.metodo === 'regularizado' ? '1' : '2');
      expect(fila['divipola']).toBe('05440');
    }
    expect(cuerpo.length).toBe(cuentas);
  });

  it.each([
    ['the total of the period', 'update periodos set valor_total = valor_total + 1 where tenant_id = $1'],
    [
      'a ledger entry',
      `update movimientos set valor = valor + 1 where tenant_id = $1 and id = (select min(id) from movimientos where tenant_id = $1)`,
    ],
    [
      'a bill',
      `update facturas set valor_total = valor_total + 1, conceptos = jsonb_set(conceptos, '{0,valor}', to_jsonb((conceptos -> 0 ->> 'valor')::bigint + 1))
       where tenant_id = $1 and id = (select min(id) from facturas where tenant_id = $1)`,
    ],
    [
      'the summary',
      `update periodo_conceptos set valor = valor + 1 where tenant_id = $1 and codigo = 'cargo_fijo' and uso = 'residencial' and estrato = 1 and servicio = 'acueducto'`,
    ],
  ])('are refused when somebody changed %s', async (_, statement) => {
    const { admin, id, services } = await marinilla(['2016-03']);
    await tamper(services.adminUrl, statement, [id]);
    for (const exportar of [
      () => admin.exportar.control(CODIGO),
      () => admin.exportar.periodoDian(CODIGO),
      () => admin.exportar.periodoDianXml(CODIGO),
      () => admin.exportar.sui(CODIGO),
    ])
      expect(await refusalOf(exportar())).toBe('no_cuadra');
  });

  it('break off when the books change on the way', async () => {
    const { admin, id, services } = await marinilla(['2016-03']);
    const archivo = await admin.exportar.sui(CODIGO);
    await tamper(
      services.adminUrl,
      'update facturas set anulada = true where tenant_id = $1 and id = (select max(id) from facturas where tenant_id = $1)',
      [id],
    );
    await expect(textOf(archivo)).rejects.toThrow('the books');
  });

  it('wait for the period to be issued', async () => {
    const { admin } = await marinilla([]);
    const fechas = {
      desde: '2016-03-01',
      hasta: '2016-03-31',
      fecha_emision: '2016-04-01',
      fecha_vencimiento: '2016-04-16',
    };
    await admin.periodos.create({ ciclo: '1', codigo: '2016-03', ...fechas });
    expect(await refusalOf(admin.exportar.sui(CODIGO))).toBe('periodo_no_abierto');
  });
});

describe('the export of a bill', () => {
  it('has what DIAN asks for, in JSON and in XML', async () => {
    const { admin, build } = await marinilla([]);
    const cliente = await build.cliente({ nombre: 'Pérez & <Hijos>', tipo_documento: 'NIT', documento: '900123818-0' });
    const { numero_factura } = await build.factura({ cliente_id: cliente.id, valor_total: 45_000 });
    expect(await admin.exportar.dian({ numero_factura })).toMatchObject({
      tipo_documento: '60',
      numero: numero_factura,
      fecha_emision: '2026-06-20',
      emisor: { tipo_documento: '31', documento: '811014470', municipio: '05440' },
      cliente: { tipo_documento: '31', documento: '900123818', nombre: 'Pérez & <Hijos>' },
      medicion: null,
      subtotal: 45_000,
      total: 45_000,
    });
    const { contenido, tipo } = await admin.exportar.dianXml({ numero_factura });
    const xml = contenido.toString();
    expect(tipo).toBe('application/xml');
    expect(xml).toContain('<cbc:Name>Pérez &amp; &lt;Hijos&gt;</cbc:Name>');
    expect(xml).toContain('<cbc:InvoiceTypeCode>60</cbc:InvoiceTypeCode>');
    // Every element that is opened is closed, in order.
    const abiertos: string[] = [];
    for (const [, cierre, nombre, solo] of xml.matchAll(/<(\/?)([A-Za-z:]+)[^>]*?(\/?)>/g)) {
      if (solo) continue;
      const esperado = cierre ? abiertos.pop() : (abiertos.push(nombre ?? ''), nombre);
      expect(nombre).toBe(esperado);
    }
    expect(abiertos).toEqual([]);
  });

  it('is refused when its ledger entry says otherwise', async () => {
    const { admin, build, id, services } = await marinilla([]);
    const { numero_factura } = await build.factura();
    await tamper(services.adminUrl, 'update movimientos set valor = valor - 1 where tenant_id = $1', [id]);
    expect(await refusalOf(admin.exportar.dian({ numero_factura }))).toBe('no_cuadra');
    expect(await refusalOf(admin.exportar.dianXml({ numero_factura }))).toBe('no_cuadra');
  });
});
