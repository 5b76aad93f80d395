// Twelve months of a synthetic utility, lived through its own procedures on a clock that moves.
import { readFileSync } from 'node:fs';
import type { Clock } from '@cunservicios/api/core/clock';
import type { Context, Services } from '@cunservicios/api/core/context';
import { findTenant } from '@cunservicios/api/core/identity';
import { ejecutar } from '@cunservicios/api/ejecuciones/ejecutar';
import { createCaller } from '@cunservicios/api/router';
import { addDays, addMonths, fechaEnBogota } from '@cunservicios/domain/calendario/fechas';
import { type Caller, type Follow, billMonth, liquidarMonth, monthlyPeriod, months } from './bill-month.ts';
import { type Odd, clientesCsv, lecturasCsv, sequence } from './synthetic.ts';

const MONTHS = 12;
/** Something to decide at the desk, by account. */
const ODD: Record<number, Odd> = { 6: 'menor', 14: 38, 29: 25, 48: 'sin_lectura', 58: 61, 77: 'menor', 93: 30 };
/** Where the prices of the example are from, and what a bill prints; the GLN is the one of the worked case. */
const EMPRESA = {
  altitud_msnm: 2120,
  nit: '900123818',
  municipio: '05440',
  ajustes: {
    gln: '7709998000018',
    atencion: 'Calle 10 # 5-20, de lunes a viernes de 8 a 12 y de 2 a 5',
    puntos_pago: 'Bancos, corresponsales y PSE',
  },
};
const TARIFAS = new URL('../../../../examples/marinilla/tarifas.json', import.meta.url);

/** Fills an empty tenant: accounts, meters, a year of bills, the last month to be reviewed, payments (not everybody pays), cases. Today comes from its clock. */
export async function seedDemo(services: Services, tenant_id: string, cuentas = 120) {
  let now = services.clock.now();
  const clock: Clock = { now: () => now };
  const moved: Services = { ...services, clock };
  let tenant = await findTenant(services, tenant_id);
  const user: Context['user'] = {
    id: 0,
    email: 'demostracion',
    nombre: 'Demostración',
    roles: ['admin', 'plataforma'],
    token_version: 0,
  };
  const callerOf = () => createCaller({ services: moved, tenant, user, ip: 'demo', request_id: 'demo', answer: {} });
  await callerOf().tenants.update(EMPRESA);
  tenant = await findTenant(services, tenant_id);
  const caller = callerOf();
  const follow: Follow = ({ id }) => ejecutar(moved, tenant, id, { final: true });
  const at = (fecha: string) => (now = new Date(`${fecha}T15:00:00Z`));

  const today = fechaEnBogota(now, tenant.zona_horaria);
  const thisMonth = `${today.slice(0, 7)}-01`;
  const codigos = months(addMonths(thisMonth, -MONTHS).slice(0, 7), addMonths(thisMonth, -1).slice(0, 7));
  const periodos = codigos.map(monthlyPeriod);
  await caller.tarifas.create(tariffsFrom(periodos[0]?.desde ?? thisMonth));
  await caller.clientes.importar({ archivo: clientesCsv(cuentas) });
  await caller.lecturas.importar({ archivo: lecturasCsv(cuentas, periodos, ODD) });
  const random = sequence(23);
  for (const { codigo, fecha_emision } of periodos) {
    at(fecha_emision > today ? today : fecha_emision);
    const month = { ciclo: '1', codigo };
    // The last month waits for whoever tries the warnings desk and the review before issue.
    if (codigo === codigos.at(-1)) {
      await liquidarMonth(caller, follow, month);
      break;
    }
    await billMonth(caller, follow, month);
    await pay(caller, codigo, random, (days) => at([addDays(fecha_emision, days), today].sort()[0] ?? today));
  }
  await fileCases(caller, today, at);
}

/** The reference prices of the example, in force from the first month. */
function tariffsFrom(vigente_desde: string) {
  const { versiones } = JSON.parse(readFileSync(TARIFAS, 'utf8')) as {
    versiones: Parameters<Caller['tarifas']['create']>[0][];
  };
  const [version] = versiones;
  if (!version) throw new Error('The example has no tariffs.');
  return { ...version, vigente_desde, fuente: 'Demostración, con los precios de ESPA Marinilla de mayo de 2016' };
}

const MEDIOS = ['Efectivo', 'PSE', 'Corresponsal', 'Transferencia'] as const;

/** Most pay within the term, some never, a few a part. Those of one day pay at the same time. */
async function pay(caller: Caller, periodo: string, random: () => number, at: (days: number) => void) {
  const payments: { day: number; numero_factura: string; medio: (typeof MEDIOS)[number]; valor?: number }[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await caller.facturas.list({ periodo, estado: 'Pendiente', cursor });
    for (const { numero_factura, saldo } of items) {
      const [habit, day, means] = [random(), random(), random()];
      if (habit < 0.08) continue;
      const medio = MEDIOS[Math.floor(means * MEDIOS.length)] ?? 'Efectivo';
      const partial = habit < 0.12 && saldo > 20_000;
      payments.push({ day: 2 + Math.floor(day * 12), numero_factura, medio, ...(partial && { valor: 10_000 }) });
    }
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  for (const [day, ofDay] of Map.groupBy(payments, (payment) => payment.day)) {
    at(day);
    await Promise.all(ofDay.map(({ day: _, ...payment }) => caller.facturas.pagar(payment)));
  }
}

const CASES = [
  [
    -40,
    '1000-0023',
    'Reclamo',
    'Consumo muy alto',
    'Este mes el consumo es cuatro veces el de siempre y en la casa no cambió nada.',
    ['En trámite', 'Respondido', 'Cerrado'],
  ],
  [
    -18,
    '1000-0008',
    'Petición',
    'Copia de la factura',
    'Solicito copia de la factura del mes pasado porque no llegó a la casa.',
    ['En trámite', 'Respondido'],
  ],
  [
    -16,
    '1000-0041',
    'Queja',
    'El lector no entra',
    'El lector deja la factura con promedio aunque siempre hay alguien en la casa.',
    ['En trámite'],
  ],
  [
    -3,
    '1000-0015',
    'Reclamo',
    'Estrato equivocado',
    'La factura dice estrato 4 y el predio es estrato 3 según la alcaldía.',
    [],
  ],
  [-1, '1000-0032', 'Sugerencia', 'Punto de pago', 'Sería bueno tener un punto de pago en el barrio El Carmen.', []],
] as const;

async function fileCases(caller: Caller, today: string, at: (fecha: string) => void) {
  for (const [days, numero_cuenta, tipo, asunto, descripcion, moves] of CASES) {
    at(addDays(today, days));
    const { id: cliente_id } = await caller.clientes.get({ numero_cuenta });
    const { radicado } = await caller.pqrs.create({ tipo, asunto, descripcion, cliente_id });
    for (const [i, estado] of moves.entries()) {
      at([addDays(today, days + 4 * (i + 1)), today].sort()[0] ?? today);
      await caller.pqrs.changeEstado({ radicado, estado });
    }
  }
}
