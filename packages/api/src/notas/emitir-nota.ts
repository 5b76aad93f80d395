import type { TenantTx } from '@cunservicios/db/tenant';
import type { OrigenNota } from '@cunservicios/domain/cartera/listas';
import { type LineaNota, tipoDeNota, valorDe } from '@cunservicios/domain/cartera/nota';
import { limiteCobro } from '@cunservicios/domain/plazos/plazos';
import { cobroOportuno } from '@cunservicios/domain/plazos/plazos';
import { addToSaldo } from '../clientes/clientes.queries.ts';
import { refuse } from '../core/errors.ts';
import { insertEvento, takeNumbers } from '../core/transaction.queries.ts';
import { addToFacturaSaldo } from '../facturas/facturas.queries.ts';
import { insertMovimiento } from '../movimientos/movimientos.queries.ts';
import { insertNotaTerceros } from './nota-terceros.queries.ts';
import { insertNota } from './notas.queries.ts';
import { SERIES_NOTAS, numeroDeNota } from './numero-nota.ts';

type Factura = { id: number; numero_factura: string; cliente_id: number; fecha_emision: string };

/** 409 `cobro_fuera_de_plazo` for a debit later than five months after the bill, unless a fraud is grounded (art. 150). */
export function exigirEnPlazo(factura: Factura, valor: number, sustento: string | null, hoy: string) {
  if (valor <= 0 || sustento !== null || cobroOportuno(factura.fecha_emision, hoy)) return;
  refuse(
    'cobro_fuera_de_plazo',
    `Lo que dejó de cobrar la factura ${factura.numero_factura} se podía cobrar hasta el ${limiteCobro(factura.fecha_emision)} (Ley 142, art. 150). Solo un fraude probado lo permite después: escriba su sustento.`,
  );
}

/** Takes the number of a note that is applied now, and writes its ledger entry, both balances and third parties' part. */
export async function asentarNota(
  t: TenantTx,
  factura: Factura,
  { valor, fecha, write }: { valor: number; fecha: string; write: (numero: string) => Promise<number> },
) {
  const tipo = tipoDeNota(valor);
  const numero = numeroDeNota(tipo, await takeNumbers(t, SERIES_NOTAS[tipo]));
  const nota_id = await write(numero);
  const { cliente_id, numero_factura } = factura;
  await insertMovimiento(t, { cliente_id, tipo: 'nota', valor, factura_id: factura.id, nota_id, fecha });
  await addToFacturaSaldo(t, factura.id, valor);
  await addToSaldo(t, cliente_id, valor);
  await insertNotaTerceros(t, nota_id);
  await insertEvento(t, 'nota.emitida', { numero, numero_factura, valor });
  return { nota_id, numero };
}

/** Writes a note and applies it at once. */
export const emitirNota = (
  t: TenantTx,
  factura: Factura,
  {
    conceptos,
    fecha,
    ...facts
  }: {
    conceptos: readonly LineaNota[];
    motivo: string;
    sustento: string | null;
    origen: OrigenNota;
    correccion_id: number | null;
    fecha: string;
    user_id: number | null;
  },
) => {
  const valor = valorDe(conceptos);
  return asentarNota(t, factura, {
    valor,
    fecha,
    write: async (numero) => {
      const row = { ...facts, tipo: tipoDeNota(valor), numero, factura_id: factura.id, conceptos, valor, fecha };
      return (await insertNota(t, { ...row, estado: 'aprobada' })).id;
    },
  });
};
