import { describe, expect, it } from 'vitest';
import { verify } from '../facturacion/verify.ts';
import { tamper } from '../testing/tamper.ts';
import { newUtility } from '../testing/utility.ts';

const motivo = 'Se cobró lo que no era';

/**
 * February of A, 30 m³: desincentivo of 8 m³ × $ 100 for the fund, two lines of aseo of different operators with the
 * same words, and a line of the utility's own.
 */
async function conTerceros() {
  const u = await newUtility();
  const { admin } = u;
  await u.cuenta('A');
  for (const codigo of ['fonam', 'aseo', 'otro']) await admin.terceros.create({ codigo, nombre: codigo });
  await admin.condiciones.createDesincentivo({ desde: '2026-02-01', norma: 'CRA 039/2024', tercero: 'fonam' });
  await u.mes('2026-01', { A: 30 });
  const aseo = (tercero: string, n: number, valor: number) => `A,${tercero},${n},aseo,Aseo,${valor},2026-02-01`;
  await admin.cargos.importar({
    archivo: `numero_cuenta,tercero,referencia,codigo,concepto,valor,desde\n${aseo('aseo', 1, 18_500)}\n${aseo('otro', 2, 7_000)}\n`,
  });
  await admin.cargos.create({
    numero_cuenta: 'A',
    referencia: 'ACTA',
    concepto: 'Llave',
    valor: 900,
    norma: 'Contrato',
    desde: '2026-02-01',
  });
  await u.mes('2026-02', { A: 60 });
  const [factura] = (await admin.facturas.historial({ numero_cuenta: 'A' })).items;
  const { numero_factura, conceptos } = await admin.facturas.get({ numero_factura: factura!.numero_factura });
  const linea = (que: string, nth = 0) =>
    conceptos.flatMap((found, i) => ([found.codigo, found.concepto].includes(que) ? [i] : []))[nth] ?? -1;
  const note = (lineas: { linea: number; valor: number }[]) => admin.notas.create({ numero_factura, motivo, lineas });
  const notas = async () =>
    Object.fromEntries(
      (await admin.terceros.facturado({ codigo: '2026-02' })).map(({ tercero, valor, notas, neto }) => [
        tercero,
        [valor, notas, neto],
      ]),
    );
  const books = async () => (await verify(u.reads)).hallazgos;
  return { ...u, linea, note, notas, books };
}

describe('a note on lines of third parties', () => {
  it('moves the part of each, and nothing of theirs with a line of the utility', async () => {
    const { linea, note, notas, books } = await conTerceros();
    expect(await notas()).toEqual({ fonam: [800, 0, 800], aseo: [18_500, 0, 18_500], otro: [7_000, 0, 7_000] });
    await note([
      { linea: linea('desincentivo'), valor: -300 },
      { linea: linea('aseo', 1), valor: -7_000 },
      { linea: linea('consumo_basico'), valor: -10 },
      { linea: linea('Llave'), valor: -5 },
    ]);
    await note([{ linea: linea('aseo'), valor: 500 }]);
    expect(await notas()).toEqual({ fonam: [800, -300, 500], aseo: [18_500, 500, 19_000], otro: [7_000, -7_000, 0] });
    expect(await books()).toEqual([]);
  });

  it('moves it when it is applied: not while it waits for a second person, nor rejected', async () => {
    const { linea, note, notas, books, as, tenant } = await conTerceros();
    tenant.ajustes.limite_nota = 1_000;
    const [una, otra] = [
      await note([{ linea: linea('aseo'), valor: -2_000 }]),
      await note([{ linea: linea('aseo'), valor: -3_000 }]),
    ];
    expect(await notas()).toMatchObject({ aseo: [18_500, 0, 18_500] });
    const second = await as('facturacion');
    await second.notas.approve({ nota_id: una.id });
    await second.notas.reject({ nota_id: otra.id, observacion: 'No era' });
    expect(await notas()).toMatchObject({ aseo: [18_500, -2_000, 16_500] });
    expect(await books()).toEqual([]);
  });

  it('of a correction moves the desincentivo with the reading, and its undo gives it back', async () => {
    const { admin, notas, books } = await conTerceros();
    const [lectura] = (await admin.lecturas.list({ medidor: 'M-A', desde: '2026-02-28', hasta: '2026-02-28' })).items;
    // 27 m³: 5 above the range instead of 8.
    const cambio = { tipo: 'lectura' as const, lectura_id: lectura!.id, lectura_m3: '57' };
    const { huella } = await admin.correcciones.preview({ cambio });
    const { id: correccion_id } = await admin.correcciones.create({ cambio, motivo, huella });
    expect(await notas()).toMatchObject({ fonam: [800, -300, 500], aseo: [18_500, 0, 18_500] });
    expect(await books()).toEqual([]);
    await admin.correcciones.undo({ correccion_id, motivo });
    expect(await notas()).toMatchObject({ fonam: [800, 0, 800] });
    expect(await books()).toEqual([]);
  });

  it.each([
    ['of another value', `update nota_terceros set valor = valor - 1 where tenant_id = $T`],
    ['gone', `delete from nota_terceros where tenant_id = $T`],
    [
      'of somebody else',
      `update nota_terceros set tercero_id = (select max(id) from terceros where tenant_id = $T) where tenant_id = $T`,
    ],
  ])('is found %s', async (_, statement) => {
    const { linea, note, books, services, id } = await conTerceros();
    await note([{ linea: linea('aseo'), valor: -500 }]);
    expect(await tamper(services.adminUrl, statement.replaceAll('$T', `'${id}'`))).toBe(1);
    expect((await books()).map(({ que }) => que)).toContain('nota de terceros');
  });
});
