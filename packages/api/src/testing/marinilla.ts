// A utility with the accounts and readings of examples/marinilla and its first months billed.
import { readFileSync } from 'node:fs';
import { addDays, addMonths } from '@cunservicios/domain/calendario/fechas';
import { newTenant } from './tenant.ts';

const example = (name: string) =>
  readFileSync(new URL(`../../../../examples/marinilla/${name}`, import.meta.url), 'utf8');

/** Bills `meses`, one after the other, of all 92 accounts. */
export async function marinilla(meses: string[], politica_desviacion: 'advertir' | 'retener' = 'retener') {
  const tenant = await newTenant({
    nombre: 'Aguas de Marinilla E.S.P.',
    nit: '811014470',
    municipio: '05440',
    altitud_msnm: 2120,
    politica_desviacion,
  });
  const admin = await tenant.as('admin');
  await admin.tarifas.importar({ archivo: example('tarifas.json') });
  await admin.clientes.importar({ archivo: example('clientes.csv') });
  await admin.lecturas.importar({ archivo: example('lecturas-reales.csv') });
  for (const codigo of meses) {
    const desde = `${codigo}-01`;
    const emision = addMonths(desde, 1);
    const fechas = {
      desde,
      hasta: addDays(emision, -1),
      fecha_emision: emision,
      fecha_vencimiento: addDays(emision, 15),
    };
    await admin.periodos.create({ ciclo: '1', codigo, ...fechas });
    await tenant.run((await admin.periodos.liquidar({ codigo })).id);
    await tenant.run((await admin.periodos.emitir({ codigo })).id);
  }
  return { ...tenant, admin };
}
