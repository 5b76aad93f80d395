import type { TenantTx } from '@cunservicios/db/tenant';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { toRefusal } from '../core/errors.ts';
import { refusalOf } from '../testing/refusal.ts';
import { newTenant } from '../testing/tenant.ts';

const DIA = '2026-06-25';
const SIGUIENTE = '2026-06-26';

async function utility() {
  const u = await newTenant();
  return { ...u, recaudo: await u.as('recaudo'), consulta: await u.as('consulta') };
}
type Utility = Awaited<ReturnType<typeof utility>>;

const renglones = async ({ consulta }: Utility) => {
  const { renglones: todos } = await consulta.conciliacion.resumen({ desde: DIA, hasta: '2026-07-01' });
  return todos.map(({ dia, origen, banco, informado, registrado, consignado, estado, diferencias }) => ({
    de: [dia, origen, banco].filter(Boolean).join(' '),
    cifras: [informado, registrado, consignado],
    estado,
    clases: diferencias.map(({ clase, valor }) => `${clase} ${valor}`),
  }));
};

/** A bank's file as the reader leaves it, each row in the state that is said. */
async function archivo(
  { id, services, build, recaudo }: Utility,
  banco: string,
  filas: [estado: string, valor: number][],
) {
  const { id: cliente_id, numero_cuenta } = await build.cliente();
  const total = filas.reduce((suma, [, valor]) => suma + valor, 0);
  const archivo_id = await services.tenants.transaction(id, async ({ db, tenant_id }: TenantTx) => {
    const bytes = await sql<{
      id: number;
    }>`insert into archivos (tenant_id, sha256, bytes, codificacion) values (${tenant_id}, ${banco}, 1, 'utf-8') returning id`.execute(
      db,
    );
    const { rows } = await sql<{ id: number }>`
      insert into archivos_recaudo (tenant_id, archivo_id, sha256, bytes, estado, banco, fecha, modificador, lotes, registros, total, perfil)
      values (${tenant_id}, ${bytes.rows[0]?.id}, ${banco}, 1, 'cargado', ${banco}, ${DIA}::date, 'A', 1, ${filas.length}, ${total}, '{}') returning id`.execute(
      db,
    );
    return rows[0]?.id;
  });
  for (const [i, [estado, valor]] of filas.entries()) {
    const pago =
      estado === 'aplicado'
        ? await recaudo.pagos.create({
            numero_cuenta,
            valor,
            medio: 'Archivo',
            referencia: `${banco}-${i}`,
            fecha_pago: DIA,
          })
        : undefined;
    await services.tenants.transaction(id, async ({ db, tenant_id }: TenantTx) => {
      await sql`
        insert into recaudos (tenant_id, archivo_recaudo_id, linea, banco, fecha, lote, secuencia, referencia, valor, origen, canal, operacion, autorizacion,
          entidad, sucursal, estado, cliente_id, pago_id, resolucion, observacion, resuelto_en)
        values (${tenant_id}, ${archivo_id}, ${i + 3}, ${banco}, ${DIA}::date, 1, ${i + 1}, 'R', ${valor}, '', '', '', '', '', '', ${estado},
          ${cliente_id}, ${pago?.id ?? null}::bigint, ${estado === 'descartado' ? 'descartado' : null}, ${estado === 'descartado' ? 'x' : null},
          ${estado === 'descartado' ? '2026-06-26' : null}::timestamptz)`.execute(db);
    });
  }
}

describe('conciliacion', () => {
  it('squares a bank file with its payments and its deposit', async () => {
    const u = await utility();
    // Booked as the office does here; the reader of files books them as of a file: the origin is what tells them apart.
    await archivo(u, '007', [
      ['por_aplicar', 500],
      ['no_identificado', 40],
      ['devuelto', 10],
      ['descartado', 5],
      ['invalido', 1],
    ]);
    await u.recaudo.consignaciones.create({ banco: '007', fecha: SIGUIENTE, dia: DIA, valor: 541, referencia: 'D-1' });
    expect(await renglones(u)).toEqual([
      {
        de: `${DIA} archivo 007`,
        cifras: [556, 0, 541],
        estado: 'pendiente',
        clases: ['por_aplicar 500', 'por_resolver 41', 'devuelto 10', 'descartado 5'],
      },
    ]);
  });

  it('counts what was applied as booked, and says what was undone', async () => {
    const u = await utility();
    await archivo(u, '051', [
      ['aplicado', 300],
      ['aplicado', 200],
    ]);
    const { items } = await u.recaudo.pagos.list({ referencia: '051-1' });
    await u.recaudo.reversos.create({
      pago_id: items[0]?.id ?? 0,
      causa: 'cuenta_equivocada',
      motivo: 'Era de otra cuenta',
    });
    const [banco] = (await renglones(u)).filter(({ de }) => de.includes('archivo'));
    expect(banco).toEqual({
      de: `${DIA} archivo 051`,
      cifras: [500, 300, 0],
      estado: 'pendiente',
      clases: ['deshecho 200', 'falta_consignar 500'],
    });
  });

  it('squares what the office and the cash desk took with their deposits, by day', async () => {
    const u = await utility();
    const { numero_cuenta } = await u.build.cliente();
    await u.recaudo.pagos.create({
      numero_cuenta,
      valor: 700,
      medio: 'Transferencia',
      referencia: 'T',
      fecha_pago: DIA,
    });
    const caja = await u.recaudo.cajas.open({ base: 1_000 });
    await u.recaudo.pagos.create({ numero_cuenta, valor: 2_000, medio: 'Efectivo' });
    expect(await renglones(u)).toEqual([
      {
        de: '2026-07-01 caja',
        cifras: [2_000, 2_000, 0],
        estado: 'pendiente',
        clases: ['cajas_abiertas 1', 'falta_consignar 2000'],
      },
      { de: `${DIA} oficina`, cifras: [null, 700, 0], estado: 'pendiente', clases: ['falta_consignar 700'] },
    ]);
    await u.recaudo.cajas.close({
      caja_id: caja.id,
      denominaciones: { 1000: 2 },
      explicacion: 'Se dio mal un cambio',
    });
    await u.recaudo.consignaciones.create({
      origen: 'caja',
      banco: '007',
      fecha: '2026-07-01',
      valor: 1_000,
      referencia: 'X',
    });
    await u.recaudo.consignaciones.create({ origen: 'oficina', banco: '007', fecha: DIA, valor: 700, referencia: 'Y' });
    expect(await renglones(u)).toEqual([
      { de: '2026-07-01 caja', cifras: [1_000, 2_000, 1_000], estado: 'difiere', clases: ['conteo -1000'] },
      { de: `${DIA} oficina`, cifras: [null, 700, 700], estado: 'cuadra', clases: [] },
    ]);
    const hoja = await u.consulta.conciliacion.archivo({ desde: DIA, hasta: '2026-07-01' });
    let csv = '';
    for await (const pieza of hoja.contenido) csv += String(pieza);
    expect(csv.split('\r\n')[1]).toBe(
      '2026-07-01;caja;;1000;2000;1000;1000;difiere;En el conteo de las cajas faltan $ 1.000: vea la explicación de cada cierre.',
    );
  });

  it('squares the gateway with its payments, transaction by transaction', async () => {
    const u = await utility();
    const { numero_cuenta } = await u.build.cliente();
    const { id: pago_id } = await u.recaudo.pagos.create({ numero_cuenta, valor: 300, medio: 'PSE', fecha_pago: DIA });
    const transaccion = (
      nombre: string,
      datos: {
        valor: number;
        estado?: string;
        pago_id?: number;
        novedad?: string;
        resolucion?: string;
        moneda?: string;
      },
    ) =>
      u.services.tenants.transaction(
        u.id,
        ({ db, tenant_id }: TenantTx) =>
          sql`
          insert into transacciones_pasarela (tenant_id, transaccion, referencia, estado, valor_centavos, moneda, metodo, pago_id, novedad, resolucion,
            resuelta_en, created_at, updated_at)
          values (${tenant_id}, ${nombre}, ${nombre}, ${datos.estado ?? 'APPROVED'}, ${datos.valor * 100}, ${datos.moneda ?? 'COP'}, 'PSE', ${datos.pago_id ?? null}::bigint,
            ${datos.novedad ?? null}, ${datos.resolucion ?? null}, ${datos.resolucion ? '2026-06-26' : null}::timestamptz,
            '2026-06-26T03:00:00Z', '2026-06-26T03:00:00Z')`.execute(db), // still the 25th in Bogotá
      );
    await transaccion('t1', { valor: 300, pago_id });
    await transaccion('t2', { valor: 50, novedad: 'referencia_desconocida' });
    await transaccion('t3', { valor: 7, novedad: 'aprobada_dos_veces', resolucion: 'devuelta' });
    await transaccion('t4', { valor: 9_999, estado: 'DECLINED' });
    await transaccion('t5', { valor: 9_999, moneda: 'USD', novedad: 'moneda_distinta' });
    const [pasarela] = (await renglones(u)).filter(({ de }) => de.includes('pasarela'));
    expect(pasarela).toEqual({
      de: `${DIA} pasarela`,
      cifras: [357, 0, 0], // booked by the office here, not by the gateway
      estado: 'difiere',
      clases: ['por_resolver 50', 'descartado 7', 'sin_explicar 300', 'falta_consignar 350'],
    });
  });

  it.each([
    ['2026-07-02', '2026-07-01'],
    ['2026-01-01', '2026-07-01'],
  ])('refuses %s to %s', async (desde, hasta) => {
    const { consulta } = await utility();
    expect(await refusalOf(consulta.conciliacion.resumen({ desde, hasta }))).toBe('validacion');
  });
});

describe('consignaciones', () => {
  const una = { origen: 'caja' as const, banco: '007', fecha: DIA, valor: 100, referencia: 'A-1' };

  it('are undone by an opposite row, once', async () => {
    const u = await utility();
    const { id: consignacion_id } = await u.recaudo.consignaciones.create(una);
    const pedido = { consignacion_id, motivo: 'Era de otro día' };
    const opuesta = await u.recaudo.consignaciones.anular(pedido);
    expect(opuesta).toMatchObject({ valor: -100, anula_id: consignacion_id, observaciones: 'Era de otro día' });
    expect(await refusalOf(u.recaudo.consignaciones.anular(pedido))).toBe('duplicado');
    expect(await refusalOf(u.recaudo.consignaciones.anular({ ...pedido, consignacion_id: opuesta.id }))).toBe(
      'conflicto',
    );
    const { items } = await u.consulta.consignaciones.list({ desde: DIA, hasta: DIA, banco: '007', origen: 'caja' });
    expect(items.map(({ valor, anulada }) => [valor, anulada])).toEqual([
      [-100, false],
      [100, true],
    ]);
    expect(await renglones(u)).toEqual([]); // a day on which nothing is left says nothing
  });

  it('stand once for a bank, a reference, a day and a value', async () => {
    const { recaudo } = await utility();
    await recaudo.consignaciones.create(una);
    expect(await refusalOf(recaudo.consignaciones.create(una))).toBe('duplicado');
    await recaudo.consignaciones.create({ ...una, valor: 101 });
  });

  it('never change', async () => {
    const { id, services, recaudo } = await utility();
    await recaudo.consignaciones.create(una);
    const cambiar = services.tenants.transaction(id, ({ db }) => sql`update consignaciones set valor = 5`.execute(db));
    await expect(cambiar).rejects.toThrow(/permission denied|solo/i);
  });

  it.each([
    [{ ...una, fecha: '2026-07-02' }],
    [{ ...una, dia: SIGUIENTE }],
    [{ ...una, valor: 0 }],
    [{ ...una, valor: 0.5 }],
    [{ ...una, banco: '7' }],
    [{ ...una, referencia: ' ' }],
  ])('refuse %j', async (mala) => {
    const { recaudo } = await utility();
    expect(await refusalOf(recaudo.consignaciones.create(mala))).toBe('validacion');
  });

  it('come from a CSV, all or none, and once', async () => {
    const { recaudo, consulta } = await utility();
    const archivo = `Banco;Fecha;Día;Valor;Referencia;Origen\r\n007;${SIGUIENTE};${DIA};1000;A;\r\n051;${DIA};;2000;B;caja\r\n`;
    expect(await recaudo.consignaciones.cargar({ archivo })).toEqual({ leidas: 2, creadas: 2, repetidas: 0 });
    expect(await recaudo.consignaciones.cargar({ archivo })).toEqual({ leidas: 2, creadas: 0, repetidas: 2 });
    const { items } = await consulta.consignaciones.list({});
    expect(items.map(({ banco, dia, origen, valor }) => [banco, dia, origen, valor])).toEqual([
      ['051', DIA, 'caja', 2_000],
      ['007', DIA, 'archivo', 1_000],
    ]);
    const malo = `banco,fecha,valor,referencia\n007,${DIA},5,C\n7,${DIA},"1.000",D\n007,2026-07-09,5,E\n`;
    const refusal = toRefusal(await recaudo.consignaciones.cargar({ archivo: malo }).catch((error: unknown) => error));
    expect(refusal.errors?.map(({ path }) => path)).toEqual(['línea 3, banco', 'línea 3, valor', 'línea 4, fecha']);
    expect((await consulta.consignaciones.list({})).items).toHaveLength(2);
    expect(await refusalOf(recaudo.consignaciones.cargar({ archivo: 'banco,fecha\n' }))).toBe('validacion');
    expect(await refusalOf(recaudo.consignaciones.cargar({ archivo: 'banco,fecha,valor,referencia\n' }))).toBe(
      'validacion',
    );
  });
});
