// A small utility ready to bill: tariffs in round figures, one cycle, and a month at a time.
import { addDays, addMonths } from '@cunservicios/domain/calendario/fechas';
import { newTenant } from './tenant.ts';

type Facts = Parameters<typeof newTenant>[0];

/** $ 1.000 a month and $ 100 a m³ of acueducto, half of it for alcantarillado; estrato 2 pays 20 % less, estrato 5 half more. */
export const TARIFA = {
  vigente_desde: '2020-01-01',
  fuente: 'Tarifas de prueba',
  servicios: {
    acueducto: { cargo_fijo: '1000', consumo: '100' },
    alcantarillado: { cargo_fijo: '500', consumo: '50' },
  },
  factores: {
    residencial: { '1': '-0.70', '2': '-0.20', '3': '0', '4': '0', '5': '0.50', '6': '0.60' },
    comercial: '0.50',
    industrial: '0.30',
    oficial: '0',
    especial: '0',
  },
};

export async function newUtility({ meses = 1, ...facts }: Facts & { meses?: 1 | 2 } = {}) {
  const world = await newTenant({ altitud_msnm: 2120, ...facts });
  const admin = await world.as('admin');
  await admin.tarifas.create(TARIFA);
  await admin.ciclos.create({ codigo: '1', nombre: 'Uno', periodicidad: meses === 2 ? 'bimestral' : 'mensual' });

  /** An account with its meter at `dial` since the first of January 2026. */
  const cuenta = async (
    numero_cuenta: string,
    {
      dial = '0',
      digitos = 5,
      ...facts
    }: Parameters<typeof world.build.cliente>[0] & { dial?: string; digitos?: number } = {},
  ) => {
    const cliente = await world.build.cliente({ numero_cuenta, ciclo: '1', estrato: 3, ...facts });
    await admin.medidores.create({
      numero_cuenta,
      serial: `M-${numero_cuenta}`,
      digitos,
      instalado_en: '2026-01-01',
      lectura_instalacion: dial,
    });
    return cliente;
  };

  const leer = (numero_cuenta: string, fecha_lectura: string, lectura_m3: number | string) =>
    admin.lecturas.create({ medidor: `M-${numero_cuenta}`, fecha_lectura, lectura_m3: String(lectura_m3) });

  /** Opens the period of `codigo` (its first month), takes its readings by account on its last day, and liquidates it. */
  const liquidar = async (codigo: string, lecturas: Record<string, number | string> = {}) => {
    const desde = `${codigo}-01`;
    const emision = addMonths(desde, meses);
    const hasta = addDays(emision, -1);
    await admin.periodos.create({
      ciclo: '1',
      codigo,
      desde,
      hasta,
      fecha_emision: emision,
      fecha_vencimiento: addDays(emision, 15),
    });
    for (const [cuenta, m3] of Object.entries(lecturas)) await leer(cuenta, hasta, m3);
    await world.run((await admin.periodos.liquidar({ codigo })).id);
  };
  const emitir = async (codigo: string) => world.run((await admin.periodos.emitir({ codigo })).id);
  const mes = async (codigo: string, lecturas: Record<string, number | string> = {}) => {
    await liquidar(codigo, lecturas);
    await emitir(codigo);
  };
  /** Prefacturas by account. */
  const prefacturas = async (codigo: string) => {
    const { items } = await admin.periodos.prefacturas({ codigo, limit: 100 });
    return Object.fromEntries(items.map((item) => [item.numero_cuenta, item]));
  };
  return { ...world, admin, cuenta, leer, liquidar, emitir, mes, prefacturas };
}
