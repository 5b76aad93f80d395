// The paper as a person sees it and a scanner reads it: rendered, and both codes decoded.
import { codigoRecaudo } from '@cunservicios/domain/documento/gs1';
import { liquidar } from '@cunservicios/domain/tarifa/liquidar';
import type { EntradaLiquidar } from '@cunservicios/domain/tarifa/liquidar';
import { describe, expect, it } from 'vitest';
import type { Calculo } from '../facturacion/calcular-cuenta.ts';
import { marinilla } from '../testing/marinilla.ts';
import { verPdf } from '../testing/ver-pdf.ts';
import type { Empresa } from './contenido.ts';
import { selectDocumentos } from './documento.queries.ts';
import type { DocumentoRow } from './documento.queries.ts';
import { facturaPdf } from './factura-pdf.ts';

const GLN = '7709998000018';
const EMPRESA: Empresa = {
  id: 'aguas',
  nombre: 'Aguas de Marinilla E.S.P.',
  nit: '811014470',
  dv: 1,
  gln: GLN,
  atencion: 'Calle 30 # 30-13',
  puntos_pago: 'Efecty',
  publicUrl: 'https://facturas.ejemplo.co',
  calendario: {},
};

const ESTADO = { ref: 1118, estimado: 0, arrastre: 0, historia: [10, 12, 16], sin_lectura: 0, en_cero: 0 };
const CALCULO: Calculo = {
  tarifa_id: 1,
  altitud_msnm: 2120,
  meses: 1,
  politica: 'retener',
  fecha: '2016-05-01',
  uso: 'residencial',
  estrato: 2,
  servicios: ['acueducto', 'alcantarillado'],
  unidades: 1,
  antes: ESTADO,
  lectura: { dial: 1132, fecha: '2016-05-31' },
  grupo: null,
  promedio: { suma: 38, n: 3 },
  en_investigacion: 0,
  despues: { ...ESTADO, ref: 1132, historia: [10, 12, 16, 14] },
};

/** A bill of the price list of Marinilla, as the database would give it. */
function documento(cambio: Partial<DocumentoRow> = {}, entrada: Partial<EntradaLiquidar> = {}): DocumentoRow {
  const { lineas, total } = liquidar({
    altitud_msnm: 2120,
    uso: 'residencial',
    estrato: 2,
    meses: 1,
    servicios: ['acueducto', 'alcantarillado'],
    tarifas: {
      acueducto: { cargo_fijo: '4276.37', consumo: '1322.96' },
      alcantarillado: { cargo_fijo: '1964.59', consumo: '923.48' },
    },
    factores: { acueducto: '-0.20', alcantarillado: '-0.20' },
    consumo_m3: 14,
    fecha: '2016-05-01',
    ...entrada,
  });
  return {
    id: 7,
    numero_factura: 'SPD000000123',
    cliente_id: 1,
    tipo: 'consumo',
    fecha_emision: '2016-06-01',
    fecha_vencimiento: '2016-06-16',
    valor_total: total,
    saldo: total,
    saldo_anterior: 0,
    en_reclamo: 0,
    anulada: false,
    observaciones: '',
    conceptos: lineas,
    consumo_m3: 14,
    metodo: 'medido',
    lectura_anterior: 1118,
    lectura_actual: 1132,
    calculo: CALCULO,
    numero_cuenta: '05440-0001',
    nombre: 'Íngrid Noreña Zuluaga',
    tipo_documento: 'CC',
    documento: '50965469',
    direccion: 'Calle 39 # 34-02',
    uso: 'residencial',
    estrato: 2,
    ruta: 'R01',
    ciclo: '1',
    periodo: '2016-05',
    periodo_desde: '2016-05-01',
    periodo_hasta: '2016-05-31',
    medidor: 'M-0004',
    causal: null,
    tarifa_desde: '2016-05-01',
    tarifa_fuente: 'Acuerdo 12',
    terceros: [],
    consumos: [
      { periodo: '2016-04', m3: 16 },
      { periodo: '2016-05', m3: 14 },
    ],
    ...cambio,
  };
}

/** Pages of a bill, their words on one line. */
async function ver(row: DocumentoRow, empresa: Empresa = EMPRESA) {
  const paginas = await verPdf(facturaPdf(row, empresa));
  return paginas.map((pagina) => ({ ...pagina, texto: pagina.texto.replace(/\s+/g, ' ') }));
}

describe('facturas.pdf', () => {
  it('carries codes that a scanner reads, for staff, the linked citizen and who has the paper', async () => {
    const { admin, as, userOf, id, tenant, reads } = await marinilla(['2016-03', '2016-04']);
    const { items } = await admin.facturas.list({ limit: 3, periodo: '2016-04' });
    const [own, foreign] = items;
    if (!own || !foreign) throw new Error('no bills');
    const { numero_factura, numero_cuenta, valor_total } = own;
    const { direccion, nombre } = await admin.clientes.get({ numero_cuenta });
    const ajustado = { ...tenant, ajustes: { ...tenant.ajustes, gln: GLN } };
    const caller = await as('admin', { tenant: ajustado });
    const { contenido, nombre: archivo } = await caller.facturas.pdf({ numero_factura });
    const [pagina] = await verPdf(contenido);
    const [row] = await selectDocumentos(reads, [own.id]);
    const valor = valor_total + (row?.saldo_anterior ?? 0);
    const referencia = `0${numero_factura.slice(3)}`;
    expect(pagina?.barras).toBe(codigoRecaudo({ gln: GLN, referencia, valor, fecha: '2016-05-16' }).hri);
    expect(pagina?.qr).toBe(
      `http://localhost:8000/factura?cuenta=${numero_cuenta}&numero=${numero_factura}&empresa=${id}`,
    );
    expect(archivo).toBe(`factura-${numero_factura}.pdf`);
    for (const parte of [nombre, direccion, numero_cuenta, numero_factura, `$ ${valor_total.toLocaleString('es-CO')}`])
      expect(pagina?.texto).toContain(parte);

    const ciudadano = await userOf('ciudadano');
    await admin.users.linkCliente({ user_id: ciudadano.id, numero_cuenta });
    const citizen = await as('ciudadano');
    expect(Buffer.isBuffer((await citizen.facturas.pdf({ numero_factura })).contenido)).toBe(true);
    await expect(citizen.facturas.pdf({ numero_factura: foreign.numero_factura })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });

    const nobody = await as('nobody');
    const publico = await nobody.facturas.pdfPublico({ numero_cuenta, numero_factura });
    const [anonima] = await verPdf(publico.contenido);
    expect(anonima?.texto).toContain(numero_factura);
    expect(anonima?.texto).not.toContain(nombre);
    expect(anonima?.texto).not.toContain(direccion);
    const wrong = nobody.facturas.pdfPublico({ numero_cuenta: foreign.numero_cuenta, numero_factura });
    await expect(wrong).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is tagged, in Spanish, with a title, and the same each time', () => {
    const datos = facturaPdf(documento(), EMPRESA);
    const texto = datos.toString('latin1');
    for (const parte of [
      '/Lang(es-CO)',
      '/MarkInfo<</Marked true>>',
      '/S/H1',
      '/S/TD',
      '/S/Figure',
      '/Alt ',
      '/Title ',
    ])
      expect(texto).toContain(parte);
    expect(facturaPdf(documento(), EMPRESA).equals(datos)).toBe(true);
  });

  it('asks for the previous balance less what is under claim, and says from when service may be suspended', async () => {
    const [pagina] = await ver(documento({ saldo_anterior: 87_450, en_reclamo: 12_000 }));
    const { valor_total } = documento();
    const pedido = valor_total + 75_450;
    expect(pagina?.texto).toContain(`TOTAL A PAGAR $ ${pedido.toLocaleString('es-CO')}`);
    expect(pagina?.texto).toContain('Saldo anterior sin pagar $ 87.450');
    expect(pagina?.texto).toContain('-$ 12.000');
    expect(pagina?.texto).toContain('suspensión desde el 17 jun 2016');
    const referencia = '0000000123';
    expect(pagina?.barras).toBe(codigoRecaudo({ gln: GLN, referencia, valor: pedido, fecha: '2016-06-16' }).hri);
  });

  it("keeps a third party's lines and their sum apart", async () => {
    const aseo = { servicio: 'aseo', codigo: 'aseo', concepto: 'Servicio de aseo', valor: 14_760 };
    const linea = { ...aseo, cantidad: '1', valor_unitario: '', formula: '', norma: '' };
    const propio = documento();
    const [pagina] = await ver(
      documento({
        conceptos: [...propio.conceptos, linea],
        valor_total: propio.valor_total + 14_760,
        calculo: { ...CALCULO, cargos: [{ ...linea, id: 1, tercero_id: 3 }] },
        terceros: [{ id: 3, nombre: 'Aseo del Oriente S.A.', nit: null, valor: 14_760 }],
      }),
    );
    expect(pagina?.texto).toContain('De otra empresa: Aseo del Oriente S.A.');
    expect(pagina?.texto).toContain('Servicios de otras empresas $ 14.760');
    expect(pagina?.texto).toContain(`Servicios de la empresa $ ${propio.valor_total.toLocaleString('es-CO')}`);
  });

  it('says plainly that there is no code, nothing to pay, or nothing more to pay', async () => {
    const [sin] = await ver(documento(), { ...EMPRESA, gln: null });
    expect([sin?.texto.includes('Sin código de recaudo'), sin?.barras]).toEqual([true, undefined]);
    const cero = { conceptos: [], valor_total: 0, saldo: 0, saldo_anterior: -5_000 };
    const [nada] = await ver(documento(cero));
    expect(nada?.texto).toContain('Saldo a favor: $ 5.000');
    expect(nada?.barras).toBeUndefined();
    const [pagada] = await ver(documento({ saldo: 0 }));
    expect([pagada?.texto.includes('PAGADA'), pagada?.barras]).toEqual([true, undefined]);
    const [anulada] = await ver(documento({ anulada: true }));
    expect([anulada?.texto.includes('ANULADA'), anulada?.barras]).toEqual([true, undefined]);
  });

  it('prints Spanish names intact and others as near as its letters allow', async () => {
    const [pagina] = await ver(
      documento({ nombre: 'Begoña Núñez “Ñata” Güell', direccion: 'N\u0303ame n.º 5 – Bélgica' }),
    );
    expect(pagina?.texto).toContain('Begoña Núñez “Ñata” Güell');
    expect(pagina?.texto).toContain('Ñame n.º 5 – Bélgica');
    const [otra] = await ver(documento({ nombre: 'Nẽngue Ɨsa 山' }));
    expect(otra?.texto).toContain('Nengue Isa ?');
  });

  it('goes on to a second page when the lines of a mixed multiusuario do not fit', async () => {
    const clases = [1, 2, 3, 4, 5, 6].map((estrato) => ({
      uso: 'residencial' as const,
      estrato,
      unidades: estrato + 1,
      factores: { acueducto: FACTORES[estrato] ?? '0', alcantarillado: FACTORES[estrato] ?? '0' },
    }));
    const row = documento({}, { clases, consumo_m3: 900 });
    const paginas = await ver(row);
    expect(paginas.length).toBe(2);
    const texto = paginas.map((pagina) => pagina.texto).join(' ');
    for (const { valor } of row.conceptos) expect(texto).toContain(Math.abs(valor).toLocaleString('es-CO'));
    expect(paginas[0]?.barras).toBeDefined();
    expect(paginas[0]?.texto).toContain('Sigue en la página siguiente');
  });
});

const FACTORES: Record<number, string> = { 1: '-0.30', 2: '-0.20', 3: '-0.05', 4: '0', 5: '0.50', 6: '0.60' };

it('reads many bills in one statement', async () => {
  const { admin, reads } = await marinilla(['2016-03']);
  const { items } = await admin.facturas.list({ limit: 100 });
  const rows = await selectDocumentos(
    reads,
    items.map((factura) => factura.id),
  );
  expect(rows.length).toBe(items.length);
  expect(rows.every((row) => facturaPdf(row, EMPRESA).length > 5_000)).toBe(true);
});
