import type { TenantTx } from '@cunservicios/db/tenant';
import { type CondicionesConvenio, type Cuota, cuotasDeConvenio } from '@cunservicios/domain/cartera/convenio';
import { sumar } from '@cunservicios/domain/pesos';
import { insertCargo } from '../cargos/cargos.queries.ts';
import { invalid, refuse } from '../core/errors.ts';
import { insertEvento, takeNumbers } from '../core/transaction.queries.ts';
import { apartarPrefacturas } from '../facturacion/apartar-prefacturas.ts';
import { addToFacturaSaldo } from '../facturas/facturas.queries.ts';
import { lockCuentasPorId } from '../movimientos/deudas.queries.ts';
import { insertMovimiento } from '../movimientos/movimientos.queries.ts';
import { lockServicio } from '../ordenes/ordenes.queries.ts';
import {
  insertConvenio,
  insertCuota,
  insertCubiertas,
  lockPorPagar,
  type selectPorPagar,
} from './convenios.queries.ts';

type PorPagar = Awaited<ReturnType<typeof selectPorPagar>>;
type Condiciones = Omit<CondicionesConvenio, 'capital'>;

/** The bills an agreement covers and its instalments. 409 for a bill under claim, 422 for one that is not owed. */
export function planear(porPagar: PorPagar, facturas: string[] | undefined, condiciones: Condiciones) {
  const cubiertas = facturas === undefined ? porPagar.filter(({ en_reclamo }) => en_reclamo === 0) : [];
  for (const numero of new Set(facturas)) {
    const factura = porPagar.find(({ numero_factura }) => numero_factura === numero);
    if (!factura) return invalid('facturas', `La cuenta no debe nada de una factura ${numero}.`);
    if (factura.en_reclamo > 0)
      refuse(
        'conflicto',
        `La factura ${numero} tiene dinero en reclamo: no entra en un convenio hasta que se resuelva.`,
      );
    cubiertas.push(factura);
  }
  if (cubiertas.length === 0) refuse('conflicto', 'La cuenta no tiene deuda que entre en un convenio.');
  const capital = sumar(cubiertas.map(({ saldo }) => saldo));
  return { cubiertas, capital, plan: cuotasDeConvenio({ ...condiciones, capital }) };
}

/**
 * Moves what the covered bills owe to an agreement, in the ledger: the balance of the account does not change. Each
 * instalment becomes a charge of its month. A liquidation that counts on the old debt is set apart.
 */
export async function firmarConvenio(
  t: TenantTx,
  cliente_id: number,
  { facturas, user_id, ...condiciones }: Condiciones & { facturas: string[] | undefined; user_id: number | null },
) {
  await lockCuentasPorId(t, [cliente_id]);
  const { cubiertas, capital, plan } = planear(await lockPorPagar(t, cliente_id), facturas, condiciones);
  await apartarPrefacturas(t, cliente_id);
  await lockServicio(t, cliente_id);
  const { fecha, tasa_anual, primera_cuota } = condiciones;
  const numero_convenio = `CNV${String(await takeNumbers(t, 'convenios')).padStart(7, '0')}`;
  const row = { numero_convenio, cliente_id, fecha, capital, tasa_anual, primera_cuota, user_id };
  const { id: convenio_id } = await insertConvenio(t, row);
  await insertCubiertas(
    t,
    cubiertas.map(({ id, saldo }) => ({ convenio_id, factura_id: id, valor: saldo })),
  );
  const asiento = { cliente_id, tipo: 'convenio' as const, convenio_id, fecha };
  for (const { id, saldo } of cubiertas) {
    await insertMovimiento(t, { ...asiento, valor: -saldo, factura_id: id });
    await addToFacturaSaldo(t, id, -saldo);
  }
  await insertMovimiento(t, { ...asiento, valor: capital, factura_id: null });
  for (const cuota of plan)
    await cargar(t, { cliente_id, convenio_id, numero_convenio, de: plan.length, user_id }, cuota);
  await insertEvento(t, 'convenio.firmado', { numero_convenio, capital, cuotas: plan.length });
  return numero_convenio;
}

type De = { cliente_id: number; convenio_id: number; numero_convenio: string; de: number; user_id: number | null };

/** The charges of an instalment: its principal, and its interest apart, which bears no interest when it is late. */
async function cargar(t: TenantTx, { convenio_id, numero_convenio, de, ...comun }: De, cuota: Cuota) {
  const charge = {
    ...comun,
    origen: 'convenio' as const,
    servicio: 'convenio',
    desde: cuota.vence,
    norma: `Convenio de pago ${numero_convenio}`,
  };
  const referencia = `convenio:${convenio_id}:${cuota.cuota}`;
  const nombre = `cuota ${cuota.cuota} de ${de} del convenio ${numero_convenio}`;
  const capital = { codigo: 'cuota_convenio', concepto: `C${nombre.slice(1)}`, valor: cuota.capital, referencia };
  const { id: cargo_id } = await insertCargo(t, { ...charge, ...capital });
  const interes = {
    codigo: 'interes_convenio',
    concepto: `Intereses de la ${nombre}`,
    valor: cuota.interes,
    referencia: `${referencia}:interes`,
  };
  const cargo_interes_id = cuota.interes > 0 ? (await insertCargo(t, { ...charge, ...interes })).id : null;
  await insertCuota(t, { ...cuota, convenio_id, cargo_id, cargo_interes_id });
}
