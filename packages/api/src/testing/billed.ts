// A utility whose accounts were billed month by month from dials: what corrections are tried on.
import { addDays, addMonths } from '@cunservicios/domain/calendario/fechas';
import { newTenant } from './tenant.ts';

const FACTORES = {
  residencial: { '1': '-0.30', '2': '-0.20', '3': '0', '4': '0', '5': '0.50', '6': '0.60' },
  comercial: '0.50',
  industrial: '0.30',
  oficial: '0',
  especial: '0',
};

export const TARIFA = {
  vigente_desde: '2025-01-01',
  fuente: 'Prueba',
  servicios: { acueducto: { cargo_fijo: '4276.37', consumo: '1322.96' } },
  factores: FACTORES,
};

/**
 * Accounts C-1, C-2… of estrato 2 (2,120 m: básico up to 11 m³), with the dial each showed on the eve of `from` and at
 * the end of each month from then on (null: not read), and as many periods billed as asked.
 */
export async function newBilled({
  dials,
  months = Math.max(...dials.map((dial) => dial.length)) - 1,
  politica_desviacion = 'advertir',
  from = '2026-01-01',
}: {
  dials: (number | null)[][];
  months?: number;
  politica_desviacion?: 'advertir' | 'retener';
  from?: string;
}) {
  const month = (n: number) => addMonths(from, n).slice(0, 7);
  const t = await newTenant({ altitud_msnm: 2120, politica_desviacion });
  const admin = await t.as('admin');
  await admin.tarifas.create(TARIFA);
  const rows = dials.map((_, i) => `C-${i + 1},Ana ${i + 1},Calle ${i + 1},residencial,2,acueducto,1,R01,M-${i + 1}`);
  await admin.clientes.importar({
    archivo: `numero_cuenta,nombre,direccion,uso,estrato,servicios,ciclo,ruta,medidor\n${rows.join('\n')}\n`,
  });
  const readings = dials.flatMap((dial, i) =>
    dial.map((m3, n) => {
      const fecha = addDays(`${month(n)}-01`, -1);
      return n === 0
        ? `M-${i + 1},${fecha},${m3},inicial,`
        : `M-${i + 1},${fecha},${m3 ?? ''},real,${m3 === null ? 'CERRADO' : ''}`;
    }),
  );
  await admin.lecturas.importar({ archivo: `medidor,fecha_lectura,lectura_m3,tipo,causal\n${readings.join('\n')}\n` });
  let billed = 0;
  const liquidate = async () => {
    const codigo = month(billed);
    const emision = addMonths(`${codigo}-01`, 1);
    await admin.periodos.create({
      ciclo: '1',
      codigo,
      desde: billed === 0 ? addDays(from, -1) : `${codigo}-01`,
      hasta: addDays(emision, -1),
      fecha_emision: emision,
      fecha_vencimiento: addDays(emision, 15),
    });
    await t.run((await admin.periodos.liquidar({ codigo })).id);
    return codigo;
  };
  const emit = async (codigo: string) => {
    await t.run((await admin.periodos.emitir({ codigo })).id);
    billed += 1;
  };
  const bill = async () => emit(await liquidate());
  for (let n = 0; n < months; n++) await bill();
  /** Bills of an account, oldest first. */
  const bills = async (numero_cuenta = 'C-1') => (await admin.facturas.historial({ numero_cuenta })).items.toReversed();
  return { ...t, admin, liquidate, emit, bill, bills };
}
