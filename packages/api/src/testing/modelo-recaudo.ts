// The books of one account as a child would keep them: what the program must agree with, whatever happens in which order.
// It knows nothing of how the program does it.

export type Paso =
  | { que: 'factura'; valor: number; mes: number }
  | { que: 'pago'; valor: number; a: 'cuenta' | 'factura' | 'varias'; cual: number; incluye_reclamo: boolean }
  | { que: 'nota'; cual: number; parte: number; sube: boolean }
  | { que: 'reverso'; cual: number }
  | { que: 'cruce' }
  | { que: 'reclamo'; cual: number; parte: number }
  | { que: 'convenio' }
  | { que: 'incumplir' };

type Factura = { vence: string; cobrado: number; saldo: number; reclamo: number };
type Pago = { valor: number; reversado: boolean; en: Map<number, number>; anticipo: number };

export const nuevaCuenta = () => ({
  facturas: [] as Factura[],
  pagos: [] as Pago[],
  /** Pesos that an agreement took from each bill. */
  convenio: undefined as Map<number, number> | undefined,
});
export type Cuenta = ReturnType<typeof nuevaCuenta>;

const suma = (valores: Iterable<number>) => [...valores].reduce((a, b) => a + b, 0);
export const favor = ({ pagos }: Cuenta) => suma(pagos.map(({ anticipo }) => anticipo));
export const saldo = (cuenta: Cuenta) =>
  suma(cuenta.facturas.map((factura) => factura.saldo)) - favor(cuenta) + suma(cuenta.convenio?.values() ?? []);

/** Bills in the order in which money reaches them: the oldest due day first, then the first written. */
const enOrden = ({ facturas }: Cuenta) =>
  facturas
    .map((factura, i) => ({ factura, i }))
    .toSorted((a, b) => (a.factura.vence < b.factura.vence ? -1 : a.factura.vence > b.factura.vence ? 1 : a.i - b.i));

const libre = ({ saldo: debe, reclamo }: Factura, incluye: boolean) => Math.max(0, debe - (incluye ? 0 : reclamo));

/** What a payment names: nothing, one bill, or two with a limit on the first. */
export function nombradas(cuenta: Cuenta, { a, cual, valor }: Extract<Paso, { que: 'pago' }>) {
  const n = cuenta.facturas.length;
  if (a === 'cuenta' || n === 0) return [];
  if (a === 'factura' || n === 1) return [{ i: cual % n, tope: undefined }];
  return [
    { i: cual % n, tope: Math.ceil(valor / 3) },
    { i: (cual + 1) % n, tope: undefined },
  ];
}

export function pagar(cuenta: Cuenta, paso: Extract<Paso, { que: 'pago' }>) {
  const pago: Pago = { valor: paso.valor, reversado: false, en: new Map(), anticipo: paso.valor };
  const primero = nombradas(cuenta, paso);
  const despues = enOrden(cuenta).filter(({ i }) => !primero.some((una) => una.i === i));
  for (const { i, tope = Infinity } of [...primero, ...despues.map(({ i }) => ({ i, tope: undefined }))]) {
    const factura = cuenta.facturas[i] as Factura;
    mover(pago, factura, i, Math.min(pago.anticipo, tope, libre(factura, paso.incluye_reclamo)));
  }
  cuenta.pagos.push(pago);
}

function mover(pago: Pago, factura: Factura, i: number, valor: number) {
  if (valor <= 0) return;
  pago.anticipo -= valor;
  pago.en.set(i, (pago.en.get(i) ?? 0) + valor);
  factura.saldo -= valor;
}

export function cruzar(cuenta: Cuenta) {
  const debe = enOrden(cuenta);
  for (const fuente of cuenta.facturas)
    for (const { factura } of debe) {
      const valor = Math.min(Math.max(0, -fuente.saldo), libre(factura, false));
      fuente.saldo += valor;
      factura.saldo -= valor;
    }
  for (const pago of cuenta.pagos)
    for (const { factura, i } of debe) mover(pago, factura, i, Math.min(pago.anticipo, libre(factura, false)));
}

export function reversar(cuenta: Cuenta, pago: Pago) {
  for (const [i, valor] of pago.en) (cuenta.facturas[i] as Factura).saldo += valor;
  Object.assign(pago, { reversado: true, anticipo: 0 });
}

/** Bills that an agreement signed now would take. */
export const porConvenir = ({ facturas }: Cuenta) =>
  facturas.flatMap((factura, i) => (factura.saldo > 0 && factura.reclamo === 0 ? [i] : []));

export function convenir(cuenta: Cuenta) {
  cuenta.convenio = new Map();
  for (const i of porConvenir(cuenta)) {
    const factura = cuenta.facturas[i] as Factura;
    cuenta.convenio.set(i, factura.saldo);
    factura.saldo = 0;
  }
}

export function incumplir(cuenta: Cuenta) {
  for (const [i, valor] of cuenta.convenio ?? []) (cuenta.facturas[i] as Factura).saldo += valor;
  cuenta.convenio = undefined;
}
