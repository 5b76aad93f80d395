import { createHash } from 'node:crypto';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { marinilla } from '../testing/marinilla.ts';
import { refusalOf } from '../testing/refusal.ts';
import { verPdf } from '../testing/ver-pdf.ts';

async function bytesOf(contenido: AsyncIterable<Uint8Array | string>) {
  const partes: Uint8Array[] = [];
  for await (const parte of contenido) partes.push(Buffer.from(parte));
  return Buffer.concat(partes);
}

describe('impresiones', () => {
  it('prints a period in walking order, one file for up to 1,000 bills', async () => {
    const { admin, run } = await marinilla(['2016-03']);
    const { id } = await admin.impresiones.create({ codigo: '2016-03' });
    expect((await admin.impresiones.archivos({ ejecucion_id: id })).items).toEqual([]);
    await run(id);
    const facturas = (await admin.facturas.list({ limit: 100, periodo: '2016-03' })).items;
    expect(await admin.ejecuciones.get({ ejecucion_id: id })).toMatchObject({
      estado: 'terminada',
      total: facturas.length,
      hechas: facturas.length,
      resultado: { archivos: 1, facturas: facturas.length, paginas: facturas.length },
    });
    const [impreso] = (await admin.impresiones.archivos({ ejecucion_id: id })).items;
    const { contenido, nombre } = await admin.impresiones.archivo({ ejecucion_id: id, lote: 0 });
    const datos = await bytesOf(contenido);
    expect(nombre).toBe('facturas-2016-03-0001.pdf');
    expect(impreso).toMatchObject({
      bytes: datos.length,
      sha256: createHash('sha256').update(datos).digest('hex'),
      facturas: facturas.length,
    });

    const clientes = new Map(
      (await admin.clientes.list({ limit: 100 })).items.map((cliente) => [cliente.numero_cuenta, cliente]),
    );
    const lugar = ({ numero_cuenta }: (typeof facturas)[number]) => {
      const cliente = clientes.get(numero_cuenta);
      return `${cliente?.ruta} ${String(cliente?.orden).padStart(6, '0')}`;
    };
    const esperadas = facturas
      .toSorted((a, b) => (lugar(a) < lugar(b) ? -1 : 1))
      .map((factura) => factura.numero_factura);
    const paginas = await verPdf(datos, { conCodigos: false });
    expect(paginas.map(({ texto }) => /Factura (SPD\d{9})/.exec(texto)?.[1])).toEqual(esperadas);
  });

  it('goes on after a kill with the same files, and prints a route alone', async () => {
    const { admin, run, services, id: tenant_id } = await marinilla(['2016-03']);
    const [una, otra] = [
      await admin.impresiones.create({ codigo: '2016-03' }),
      await admin.impresiones.create({ codigo: '2016-03', ruta: 'R01' }),
    ];
    await run(una.id);
    const client = new pg.Client({ connectionString: services.adminUrl });
    await client.connect();
    // As a kill leaves it right after planning: the chunk not done, its file not there.
    const values = [tenant_id, una.id];
    const [antes] = (await admin.impresiones.archivos({ ejecucion_id: una.id })).items;
    await client.query(`update impresos set archivo_id = null where tenant_id = $1 and ejecucion_id = $2`, values);
    await client.query(
      `update ejecucion_lotes set terminado_en = null where tenant_id = $1 and ejecucion_id = $2`,
      values,
    );
    await client.query(
      `update ejecuciones set estado = 'en_curso', hechas = 0 where tenant_id = $1 and id = $2`,
      values,
    );
    await client.query(`update clientes set orden = 1000 - orden where tenant_id = $1`, [tenant_id]);
    await client.end();
    expect(await refusalOf(admin.impresiones.archivo({ ejecucion_id: una.id, lote: 0 }))).toBe('conflicto');
    await run(una.id);
    expect((await admin.impresiones.archivos({ ejecucion_id: una.id })).items[0]?.sha256).toBe(antes?.sha256);

    await run(otra.id);
    const { resultado } = await admin.ejecuciones.get({ ejecucion_id: otra.id });
    const deRuta = (await admin.clientes.list({ limit: 100, ruta: 'R01' })).items.length;
    expect(resultado['facturas']).toBeLessThanOrEqual(deRuta);
    expect(resultado['facturas']).toBeGreaterThan(0);

    const { items } = await admin.impresiones.list({ codigo: '2016-03' });
    expect(items.map(({ id, ruta, estado }) => [id, ruta, estado])).toEqual([
      [otra.id, 'R01', 'terminada'],
      [una.id, null, 'terminada'],
    ]);
  });

  it('refuses a period without bills and a route without them', async () => {
    const { admin, run } = await marinilla(['2016-03']);
    await admin.periodos.create({
      ciclo: '1',
      codigo: '2016-04',
      desde: '2016-04-01',
      hasta: '2016-04-30',
      fecha_emision: '2016-05-01',
      fecha_vencimiento: '2016-05-16',
    });
    expect(await refusalOf(admin.impresiones.create({ codigo: '2016-04' }))).toBe('periodo_no_abierto');
    expect((await admin.impresiones.list({ codigo: '2016-04' })).items).toEqual([]);
    const { id } = await admin.impresiones.create({ codigo: '2016-03', ruta: 'NO-HAY' });
    await expect(run(id)).rejects.toThrow('No hay facturas que imprimir');
    expect(await admin.ejecuciones.get({ ejecucion_id: id })).toMatchObject({
      estado: 'fallida',
      error: expect.stringContaining('No hay facturas que imprimir'),
    });
    expect(await refusalOf(admin.impresiones.archivo({ ejecucion_id: id, lote: 0 }))).toBe('no_encontrado');
  });
});
