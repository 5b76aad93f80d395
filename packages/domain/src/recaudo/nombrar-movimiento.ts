// An entry of the ledger in the words of whoever asks about their account.
import type { TipoMovimiento } from '../cartera/listas.ts';

export type CausaMovimiento = {
  readonly tipo: TipoMovimiento;
  readonly valor: number;
  readonly numero_factura: string | null;
  /** Of a cruce, the bill on the other side. */
  readonly contra_factura: string | null;
  readonly recibo: string | null;
  readonly numero_nota: string | null;
  readonly numero_convenio: string | null;
  readonly numero_reverso: string | null;
};

/** "Pago, recibo RC000000007". The bill that it touches stands beside it and is not repeated. */
export function nombrarMovimiento(causa: CausaMovimiento): string {
  const { tipo, valor, recibo } = causa;
  switch (tipo) {
    case 'factura':
      return 'Factura';
    case 'pago':
      return `Pago, recibo ${recibo}`;
    case 'anticipo':
      return `Pago que queda a favor, recibo ${recibo}`;
    case 'nota':
      return `Nota ${valor > 0 ? 'débito' : 'crédito'} ${causa.numero_nota}`;
    case 'anulacion':
      return 'Factura anulada';
    case 'reverso':
      return `Pago deshecho, documento ${causa.numero_reverso} del recibo ${recibo}`;
    case 'convenio':
      return nombrarConvenio(causa);
    case 'cruce':
      return nombrarCruce(causa);
  }
  return tipo satisfies never;
}

function nombrarCruce({ valor, numero_factura, contra_factura, recibo }: CausaMovimiento): string {
  if (numero_factura === null) return `A favor del recibo ${recibo} que paga la factura ${contra_factura}`;
  if (valor > 0) return `A favor que paga la factura ${contra_factura}`;
  return contra_factura === null
    ? `Pagada con lo que estaba a favor, recibo ${recibo}`
    : `Pagada con lo que sobraba de la factura ${contra_factura}`;
}

function nombrarConvenio({ valor, numero_factura, numero_convenio }: CausaMovimiento): string {
  if (numero_factura === null)
    return valor > 0
      ? `Convenio ${numero_convenio}: deuda que se paga por cuotas`
      : `Convenio ${numero_convenio}: cuotas que pasan a facturas`;
  return valor > 0
    ? `Deuda que vuelve del convenio ${numero_convenio}`
    : `Deuda que pasa al convenio ${numero_convenio}`;
}
