// Why an account owes what it owes, in plain sentences whose figures add up to its balance.
import { diffDays } from '../calendario/fechas.ts';
import { fechaLarga, plural } from '../explicacion/palabras.ts';
import { formatPesos, sumar } from '../pesos.ts';
import type { MedioPago } from './listas.ts';

/** What is read of an account. Pesos are whole, dates yyyy-mm-dd. */
export type SaldoExplicable = {
  readonly hoy: string;
  /** Of the account: above zero it owes. */
  readonly saldo: number;
  /** Bills whose balance is not zero, in the order in which they are to be told. */
  readonly facturas: readonly {
    readonly numero_factura: string;
    readonly fecha_vencimiento: string;
    readonly saldo: number;
    readonly en_reclamo: number;
  }[];
  /** Agreements, with what no bill carries yet. */
  readonly convenios: readonly {
    readonly numero_convenio: string;
    readonly saldo: number;
    readonly proxima: string | null;
  }[];
  /** What is left of payments and no bill has used. */
  readonly anticipos: readonly { readonly recibo: string; readonly fecha: string; readonly valor: number }[];
  /** Newest first. */
  readonly pagos: readonly {
    readonly recibo: string;
    readonly fecha: string;
    readonly valor: number;
    readonly medio: MedioPago;
    /** Day on which it was undone, and by which document. */
    readonly reverso: { readonly numero: string; readonly fecha: string } | null;
  }[];
};

export const CLASES_SALDO = ['vencida', 'por_vencer', 'en_reclamo', 'convenio', 'factura_a_favor', 'anticipo'] as const;
export type ClaseSaldo = (typeof CLASES_SALDO)[number];

/** A sentence with the signed pesos it stands for, and what it speaks of. */
export type ParteSaldo = { clase: ClaseSaldo; valor: number; texto: string; de: string };
export type SaldoExplicado = {
  resumen: string;
  partes: ParteSaldo[];
  pagos: { recibo: string; texto: string }[];
  /** Sum of the parts less the balance: zero unless the books are wrong. */
  diferencia: number;
};

export function explicarSaldo(cuenta: SaldoExplicable): SaldoExplicado {
  const partes = [
    ...cuenta.facturas.flatMap((factura) => deFactura(factura, cuenta.hoy)),
    ...cuenta.convenios.map(deConvenio),
    ...cuenta.anticipos.map(deAnticipo),
  ].filter(({ valor }) => valor !== 0);
  return {
    resumen: resumir(cuenta.saldo, partes),
    partes,
    pagos: cuenta.pagos.map((pago) => ({ recibo: pago.recibo, texto: dePago(pago) })),
    diferencia: sumar(partes.map(({ valor }) => valor)) - cuenta.saldo,
  };
}

function deFactura(
  { numero_factura: de, fecha_vencimiento, saldo, en_reclamo }: SaldoExplicable['facturas'][number],
  hoy: string,
): ParteSaldo[] {
  if (saldo < 0)
    return [
      {
        clase: 'factura_a_favor',
        valor: saldo,
        de,
        texto: `La factura ${de} tiene ${formatPesos(-saldo)} a favor: se le pagó o se le restó más de lo que cobraba.`,
      },
    ];
  const reclamado = Math.min(Math.max(en_reclamo, 0), saldo);
  const debe = saldo - reclamado;
  const dias = diffDays(fecha_vencimiento, hoy);
  const plazo =
    dias > 0
      ? `venció el ${fechaLarga(fecha_vencimiento)}, hace ${plural(dias, 'día', 'días')}`
      : dias === 0
        ? 'vence hoy'
        : `puede pagarla hasta el ${fechaLarga(fecha_vencimiento)}`;
  return [
    {
      clase: dias > 0 ? 'vencida' : 'por_vencer',
      valor: debe,
      de,
      texto: `La factura ${de} debe ${formatPesos(debe)}: ${plazo}.`,
    },
    {
      clase: 'en_reclamo',
      valor: reclamado,
      de,
      texto: `De la factura ${de} están en reclamo ${formatPesos(reclamado)}: no hay que pagarlos mientras se resuelve.`,
    },
  ];
}

function deConvenio({ numero_convenio: de, saldo, proxima }: SaldoExplicable['convenios'][number]): ParteSaldo {
  const cuando = proxima === null ? '' : ` La próxima cuota vence el ${fechaLarga(proxima)}.`;
  return {
    clase: 'convenio',
    valor: saldo,
    de,
    texto: `Del convenio ${de} faltan por facturar cuotas por ${formatPesos(saldo)}.${cuando}`,
  };
}

const deAnticipo = ({ recibo: de, fecha, valor }: SaldoExplicable['anticipos'][number]): ParteSaldo => ({
  clase: 'anticipo',
  valor: -valor,
  de,
  texto: `Del pago ${de}, del ${fechaLarga(fecha)}, quedan ${formatPesos(valor)} a favor: pagarán la próxima factura.`,
});

function dePago({ recibo, fecha, valor, medio, reverso }: SaldoExplicable['pagos'][number]): string {
  const pago = `El ${fechaLarga(fecha)} se recibieron ${formatPesos(valor)} (${medio}, recibo ${recibo})`;
  return reverso === null
    ? `${pago}.`
    : `${pago}, y el pago se deshizo el ${fechaLarga(reverso.fecha)} con el documento ${reverso.numero}: no cuenta.`;
}

const NOMBRES: Record<ClaseSaldo, string> = {
  vencida: 'vencidos',
  por_vencer: 'por vencer',
  en_reclamo: 'en reclamo',
  convenio: 'de convenios por facturar',
  factura_a_favor: 'a favor en facturas',
  anticipo: 'a favor de pagos',
};

function resumir(saldo: number, partes: readonly ParteSaldo[]): string {
  const queda =
    saldo > 0
      ? `La cuenta debe ${formatPesos(saldo)}`
      : saldo < 0
        ? `La cuenta tiene ${formatPesos(-saldo)} a favor`
        : 'La cuenta no debe nada';
  const sumas = CLASES_SALDO.map((clase) => {
    const suma = sumar(partes.filter((parte) => parte.clase === clase).map(({ valor }) => valor));
    return { suma, texto: `${formatPesos(Math.abs(suma))} ${NOMBRES[clase]}` };
  }).filter(({ suma }) => suma !== 0);
  if (sumas.length < 2) return `${queda}.`;
  const cuenta = sumas.map(({ suma, texto }, i) =>
    i === 0 ? (suma < 0 ? `menos ${texto}` : texto) : `${suma < 0 ? 'menos' : 'más'} ${texto}`,
  );
  return `${queda}: ${cuenta.join(', ')}.`;
}
