// The real road: 92 real meters, twelve months, both policies, every figure of the oracle.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newTenant } from '../testing/tenant.ts';
import { addDays, addMonths } from '@cunservicios/domain/calendario/fechas';

const example = (name: string) =>
  readFileSync(new URL(`../../../../examples/marinilla/${name}`, import.meta.url), 'utf8');
const oracle = JSON.parse(
  readFileSync(new URL('../../../domain/test-data/facturacion-real.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, Esperado>>;

type Esperado = {
  resumen: { cuentas: number; m3: number; total: number; por_metodo: Record<string, number>; desviaciones: number };
  cuentas: Record<string, { m3: number; metodo: string; desviacion: boolean; total: number }>;
};

describe.each(['advertir', 'retener'] as const)('Marinilla, política %s', (politica_desviacion) => {
  it('bills every account of every month as the oracle says', async () => {
    const { altitud_msnm } = JSON.parse(example('tarifas.json')) as { altitud_msnm: number };
    const { as, run, services } = await newTenant({ altitud_msnm, politica_desviacion });
    const admin = await as('admin');
    expect(await admin.tarifas.importar({ archivo: example('tarifas.json') })).toMatchObject({
      creadas: 2,
      rechazadas: 0,
    });
    expect(await admin.clientes.importar({ archivo: example('clientes.csv') })).toMatchObject({
      creadas: 92,
      rechazadas: 0,
    });
    expect(await admin.lecturas.importar({ archivo: example('lecturas-reales.csv') })).toMatchObject({
      creadas: 1161,
      rechazadas: 0,
    });
    expect(await admin.lecturas.importar({ archivo: example('lecturas-reales.csv') })).toMatchObject({
      creadas: 0,
      sin_cambio: 1161,
    });
    for (const [codigo, esperado] of Object.entries(oracle[politica_desviacion] ?? {})) {
      const desde = `${codigo}-01`;
      const emision = addMonths(desde, 1);
      await admin.periodos.create({
        ciclo: '1',
        codigo,
        desde,
        hasta: addDays(emision, -1),
        fecha_emision: emision,
        fecha_vencimiento: addDays(emision, 15),
      });
      await run((await admin.periodos.liquidar({ codigo })).id);
      const resumen = await admin.periodos.resumen({ codigo });
      expect(resumen).toMatchObject({
        cuentas: esperado.resumen.cuentas,
        consumo_m3: esperado.resumen.m3,
        valor_total: esperado.resumen.total,
      });
      expect(Object.fromEntries(resumen.por_metodo.map(({ clave, cuentas }) => [clave, cuentas]))).toEqual(
        esperado.resumen.por_metodo,
      );
      const prefacturas = (await admin.periodos.prefacturas({ codigo, estado: 'lista' })).items;
      const cuentas = Object.fromEntries(
        prefacturas.map((p) => [
          p.numero_cuenta,
          { m3: p.consumo_m3, metodo: p.metodo, desviacion: p.desviacion, total: p.valor_total },
        ]),
      );
      expect(cuentas).toEqual(esperado.cuentas);
      await run((await admin.periodos.emitir({ codigo })).id);
      expect(await admin.periodos.get({ codigo })).toMatchObject({
        estado: 'emitido',
        cuentas: esperado.resumen.cuentas,
        valor_total: esperado.resumen.total,
      });
    }
    expect(services.faults).toEqual([]);
  });
});
