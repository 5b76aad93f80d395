// The one road by which money enters the books: a payment of the counter, of a program, of a bank's file, of the gateway.
import { randomBytes } from 'node:crypto';
import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import { type Asignacion, asignarPago } from '@cunservicios/domain/recaudo/asignar';
import { INTERESES, type PorComponente, componentes } from '@cunservicios/domain/recaudo/componentes';
import type { MedioPago, OrigenPago } from '@cunservicios/domain/recaudo/listas';
import type { Ajustes } from '../core/ajustes.schema.ts';
import { invalid, notFound } from '../core/errors.ts';
import { repartirEn } from '../movimientos/repartir-en.ts';
import { type DeudaRow, selectDeudas } from '../movimientos/deudas.queries.ts';
import { restablecerServicio } from '../ordenes/restablecer-servicio.ts';
import { numeroDeRecibo } from './numero-recibo.ts';
import {
  type AsientoDePago,
  type PagoAsignado,
  insertPagos,
  lockDestinos,
  selectDestinos,
  selectPorRestablecer,
} from './registrar-pagos.queries.ts';

export type NuevoPago = {
  /** Whole pesos, above zero. */
  valor: number;
  medio: MedioPago;
  /** Of whoever took the money; with `medio` it is unique in the tenant. */
  referencia: string | null;
  /** Day on which the money was received, today or before. */
  fecha_pago: string;
  /** Bills of one account, in the order in which to pay them; or the account. */
  destino:
    | { facturas: { numero_factura: string; valor?: number | undefined }[] }
    | { numero_cuenta: string }
    | { cliente_id: number };
  incluye_reclamo?: boolean | undefined;
  observaciones?: string | undefined;
  caja_id?: number | null | undefined;
};

/** A payment as it is booked: its row, its account, and where every peso went. */
export type PagoRegistrado = Hecho & { pago_id: number; recibo: number; created_at: string };

type Hecho = PagoAsignado & {
  numero_cuenta: string;
  facturas: (Asignacion['aplicado'][number] & { detalle: PorComponente })[];
  anticipo: number;
};

export type Registro = {
  origen: OrigenPago;
  user_id: number | null;
  ahora: Date;
  zona_horaria: string;
  hoy: string;
  ajustes: Ajustes;
};

/**
 * Books payments, in their order, in the transaction it is given: each gets its receipt, its pesos go where the rule of
 * the utility says (`asignarPago`), and a service taken for what is paid now gets its order to come back. Accounts are
 * held in one order, so payments of the same accounts wait for each other and never block each other.
 * 404 for a bill or an account that does not exist, 422 for bills of several accounts, 409 `duplicado` for a `medio` and
 * `referencia` that were booked already.
 */
export async function registrarPagos(
  t: TenantTx,
  pagos: readonly NuevoPago[],
  registro: Registro,
): Promise<PagoRegistrado[]> {
  const destinos = nombrados(pagos);
  const cuentas = await lockDestinos(t, destinos);
  const [{ hechos, asientos }, porRestablecer] = await Promise.all([
    asignar(t, { cuentas, facturas: destinos.facturas }, pagos, registro),
    selectPorRestablecer(
      t,
      cuentas.map(({ id }) => id),
    ),
  ]);
  const nuevos = await insertPagos(t, hechos, asientos);
  for (const cliente_id of porRestablecer) {
    const recibos = nuevos.flatMap(({ recibo }, i) =>
      hechos[i]?.cliente_id === cliente_id ? [numeroDeRecibo(recibo)] : [],
    );
    await restablecerServicio(t, cliente_id, { ...registro, motivo: `Pago con recibo ${recibos.join(', ')}` });
  }
  return nuevos.map(({ id: pago_id, ...nuevo }, i) => ({ ...(hechos[i] as Hecho), ...nuevo, pago_id }));
}

/** What `registrarPagos` would do with a payment as the account stands, without doing it. Same errors. */
export async function simularPago(t: TenantDb, pago: NuevoPago, registro: Registro): Promise<Hecho> {
  const destinos = nombrados([pago]);
  const cuentas = await selectDestinos(t, destinos);
  const { hechos } = await asignar(t, { cuentas, facturas: destinos.facturas }, [pago], registro);
  return hechos[0] ?? notFound('el pago', 1);
}

type Cuenta = { id: number; numero_cuenta: string };

const facturasDe = ({ destino }: NuevoPago) => ('facturas' in destino ? destino.facturas : []);

const nombrados = (pagos: readonly NuevoPago[]) => ({
  facturas: pagos.flatMap((pago) => facturasDe(pago).map(({ numero_factura }) => numero_factura)),
  cuentas: pagos.flatMap(({ destino }) => ('numero_cuenta' in destino ? [destino.numero_cuenta] : [])),
  ids: pagos.flatMap(({ destino }) => ('cliente_id' in destino ? [destino.cliente_id] : [])),
});

/** Where every peso goes. A payment finds the bills as the ones before it leave them. */
async function asignar(
  t: TenantDb,
  { cuentas, facturas }: { cuentas: Cuenta[]; facturas: string[] },
  pagos: readonly NuevoPago[],
  registro: Registro,
) {
  const porCuenta = new Map(cuentas.map(({ id }): [number, Viva[]] => [id, []]));
  const porNumero = new Map<string, Viva>();
  const ids = cuentas.map(({ id }) => id);
  for (const deuda of (await selectDeudas(t, ids, facturas)) as Viva[]) {
    porCuenta.get(deuda.cliente_id)?.push(deuda);
    porNumero.set(deuda.numero_factura, deuda);
  }
  const hechos: Hecho[] = [];
  const asientos: AsientoDePago[] = [];
  for (const pago of pagos) {
    const { id: cliente_id, numero_cuenta } = cuentaDe(pago, cuentas, porNumero);
    const deudas = porCuenta.get(cliente_id) ?? [];
    const { valor, fecha_pago, incluye_reclamo } = pago;
    const pedido = { valor, facturas: facturasDe(pago), incluye_reclamo };
    const { aplicado, anticipo, avisos } = asignarPago(deudas, pedido, reglaDe(registro.ajustes));
    const comun = { pago: hechos.length + 1, cliente_id, fecha: fecha_pago };
    const partes = aplicado.map((parte) => {
      const deuda = porNumero.get(parte.numero_factura) as Viva;
      const detalle = repartirEn(deuda, parte.valor, registro.ajustes.asignacion_servicios);
      deuda.saldo -= parte.valor;
      asientos.push({ ...comun, tipo: 'pago', valor: -parte.valor, factura_id: parte.id, detalle });
      return { ...parte, detalle };
    });
    if (anticipo > 0) asientos.push({ ...comun, tipo: 'anticipo', valor: -anticipo, factura_id: null });
    const todos = deudas.some((deuda) => cobraInteresDespues(deuda, fecha_pago))
      ? [...avisos, 'intereses_de_mas' as const]
      : [...avisos];
    hechos.push({
      cliente_id,
      numero_cuenta,
      valor,
      fecha_pago,
      medio: pago.medio,
      referencia: pago.referencia,
      origen: registro.origen,
      caja_id: pago.caja_id ?? null,
      user_id: registro.user_id,
      observaciones: pago.observaciones ?? '',
      avisos: todos,
      verificacion: randomBytes(8).toString('hex'),
      facturas: partes,
      anticipo,
    });
  }
  return { hechos, asientos };
}

/** A bill whose balance goes down as the payments of a batch take from it. */
type Viva = Omit<DeudaRow, 'saldo'> & { saldo: number };

/** A bill issued after the day on which the money was received charged interest up to its cut-off. */
const cobraInteresDespues = ({ fecha_emision, lineas }: Viva, fecha_pago: string) =>
  fecha_emision > fecha_pago && (componentes(lineas)[INTERESES] ?? 0) > 0;

const reglaDe = ({ asignacion_orden, asignacion_sobrante }: Ajustes) => ({
  orden: asignacion_orden,
  sobrante: asignacion_sobrante,
});

function cuentaDe({ destino }: NuevoPago, cuentas: Cuenta[], facturas: Map<string, Viva>): Cuenta {
  if (!('facturas' in destino)) {
    const [campo, buscado] =
      'cliente_id' in destino
        ? (['id', destino.cliente_id] as const)
        : (['numero_cuenta', destino.numero_cuenta] as const);
    return cuentas.find((cuenta) => cuenta[campo] === buscado) ?? notFound('la cuenta', buscado);
  }
  const duenos = destino.facturas.map(
    ({ numero_factura }) => facturas.get(numero_factura)?.cliente_id ?? notFound('la factura', numero_factura),
  );
  const [dueno] = duenos;
  if (duenos.some((otro) => otro !== dueno))
    invalid('facturas', 'Las facturas son de cuentas distintas: haga un pago por cada cuenta.');
  return cuentas.find(({ id }) => id === dueno) ?? invalid('facturas', 'Escriba al menos una factura.');
}
