// Files read back by other hands: csv-parse, and a zip reader of the directory with zlib's own inflate and sum.
import { crc32, inflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { porTandas } from './archivo-de-planilla.ts';
import { csvDe } from './csv.ts';
import { type Planilla, sinFormula } from './planilla.ts';
import { xlsxDe } from './xlsx.ts';

type Fila = { texto: string; valor: number; dia: string | null };

const planilla = (filas: Fila[], tanda = 2): Planilla<Fila> => ({
  nombre: 'prueba',
  columnas: [
    { titulo: 'Texto', tipo: 'texto', valor: (row) => row.texto },
    { titulo: 'Valor', tipo: 'pesos', valor: (row) => row.valor },
    { titulo: 'Día', tipo: 'fecha', valor: (row) => row.dia },
  ],
  filas: Array.from({ length: Math.ceil(filas.length / tanda) }, (_, i) => filas.slice(i * tanda, (i + 1) * tanda)),
});

async function enBytes(piezas: AsyncIterable<string | Buffer>) {
  const todas: Buffer[] = [];
  for await (const pieza of piezas) todas.push(Buffer.from(pieza));
  return Buffer.concat(todas);
}

/** Files of a zip, by its directory; every size and sum is checked. */
function descomprimir(zip: Buffer): Record<string, string> {
  const fin = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const archivos: Record<string, string> = {};
  let lugar = zip.readUInt32LE(fin + 16);
  for (let i = 0; i < zip.readUInt16LE(fin + 10); i++) {
    expect(zip.readUInt32LE(lugar)).toBe(0x02014b50);
    const [suma, apretado, entero] = [16, 20, 24].map((donde) => zip.readUInt32LE(lugar + donde)) as [
      number,
      number,
      number,
    ];
    const largo = zip.readUInt16LE(lugar + 28);
    const nombre = zip.subarray(lugar + 46, lugar + 46 + largo).toString();
    const desde = zip.readUInt32LE(lugar + 42);
    expect(zip.readUInt32LE(desde)).toBe(0x04034b50);
    const datos = desde + 30 + zip.readUInt16LE(desde + 26);
    const contenido = inflateRawSync(zip.subarray(datos, datos + apretado));
    expect([crc32(contenido), contenido.length]).toEqual([suma, entero]);
    archivos[nombre] = contenido.toString();
    lugar += 46 + largo;
  }
  return archivos;
}

const celdas = (hoja = '') =>
  [...hoja.matchAll(/<row>(.*?)<\/row>/gs)].map(([, fila = '']) =>
    [
      ...fila.matchAll(
        /<c(?:\/>| s="(\d)"[^>]*>(?:<v>(.*?)<\/v>|<is><t xml:space="preserve">(.*?)<\/t><\/is>)<\/c>)/gs,
      ),
    ].map(([, estilo, numero, texto]) =>
      estilo === undefined ? null : numero === undefined ? texto : `${estilo}:${numero}`,
    ),
  );

it('lets no text be a formula, and leaves what is none alone', () => {
  for (const texto of ['=1+1', '+57', '-1', '@SUM(A1)', '  =1', '\t1', '\r=1', ' \t=1', '\u00a0=1', '\n=1', '＝1'])
    expect(sinFormula(texto)).toBe(`'${texto}`);
  for (const texto of ['', 'Ana', 'a=1', 'calle 1 - 2', "'=1", '5']) expect(sinFormula(texto)).toBe(texto);
});

it('writes CSV that reads back as it was, with numbers as numbers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ texto: fc.string({ unit: 'binary' }), valor: fc.maxSafeInteger(), dia: fc.constant('2026-07-31') }),
      ),
      async (filas) => {
        const csv = (await enBytes(csvDe(planilla(filas)))).toString();
        expect(csv.startsWith('\uFEFFTexto;Valor;Día\r\n')).toBe(true);
        const leidas = parse(csv, { delimiter: ';', bom: true, record_delimiter: '\r\n', relax_column_count: false });
        expect(leidas.slice(1)).toEqual(
          filas.map(({ texto, valor, dia }) => [sinFormula(texto.toWellFormed()), String(valor), dia]),
        );
      },
    ),
    { numRuns: 300 },
  );
});

it('writes XLSX with text, pesos and days, each as what it is', async () => {
  const filas = [
    { texto: '=HYPERLINK("x")&<b>', valor: -45_000, dia: '2026-07-31' },
    { texto: 'Ñandú\u0001 "1"', valor: 0, dia: null },
  ];
  const archivos = descomprimir(await enBytes(xlsxDe(planilla(filas))));
  expect(Object.keys(archivos).sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  expect(celdas(archivos['xl/worksheets/sheet1.xml'])).toEqual([
    ['Texto', 'Valor', 'Día'],
    ["'=HYPERLINK(&quot;x&quot;)&amp;&lt;b&gt;", '3:-45000', '2:46234'], // 46234: 31 July 2026 in Excel
    ['Ñandú &quot;1&quot;', '3:0', null],
  ]);
});

it('goes on in another sheet where Excel takes no more rows', async () => {
  const filas = Array.from({ length: 7 }, (_, i) => ({ texto: `t${i}`, valor: i, dia: null }));
  const archivos = descomprimir(await enBytes(xlsxDe(planilla(filas, 5), 4)));
  const hojas = [1, 2, 3].map((n) =>
    celdas(archivos[`xl/worksheets/sheet${n}.xml`])
      .slice(1)
      .map(([texto]) => texto),
  );
  expect(hojas).toEqual([['t0', 't1', 't2'], ['t3', 't4', 't5'], ['t6']]);
  expect(archivos['xl/workbook.xml']?.match(/<sheet /g)).toHaveLength(3);
});

it('breaks off when the rows break off, and reads a page only when the one before is gone', async () => {
  const leidas: (number | undefined)[] = [];
  const filas = porTandas<Fila>((ultima) => {
    leidas.push(ultima?.valor);
    if (leidas.length === 3) return Promise.reject(new Error('gone'));
    return Promise.resolve([{ texto: 'a', valor: leidas.length, dia: null }]);
  });
  await expect(enBytes(xlsxDe({ ...planilla([]), filas }))).rejects.toThrow('gone');
  expect(leidas).toEqual([undefined, 1, 2]);
  const archivo = csvDe({ ...planilla([]), filas: porTandas<Fila>(() => Promise.reject(new Error('gone'))) });
  expect((await archivo.next()).value).toContain('Texto');
});
