// Asking the gateway for what it knows. Its answers are data of a stranger: bounded in time and size, and read by a schema.
import { z } from 'zod';
import type { AvisoTransaccion } from './aplicar-transaccion.ts';
import { transaccionWompi } from './pasarela.schema.ts';

const MOST_BYTES = 256 * 1024;
const respuesta = z.looseObject({ data: z.union([transaccionWompi, z.array(transaccionWompi).max(100)]) });

/** The gateway did not answer in time, or not with what it should. */
export class SinRespuesta extends Error {}

type Donde = { api: string; llave_privada: string; espera: number };

/**
 * Transactions of the gateway by its number or by our reference; none when it knows none. It goes to `api` and nowhere
 * else: no redirects. Throws SinRespuesta.
 */
export async function preguntar(
  { api, llave_privada, espera }: Donde,
  por: { transaccion: string } | { referencia: string },
): Promise<AvisoTransaccion[]> {
  const path =
    'transaccion' in por
      ? `/transactions/${encodeURIComponent(por.transaccion)}`
      : `/transactions?reference=${encodeURIComponent(por.referencia)}`;
  try {
    const answer = await fetch(api + path, {
      headers: { accept: 'application/json', authorization: `Bearer ${llave_privada}` },
      redirect: 'error',
      signal: AbortSignal.timeout(espera),
    });
    if (answer.status === 404) {
      await answer.body?.cancel();
      return [];
    }
    if (!answer.ok) throw new SinRespuesta(`status ${answer.status}`);
    const { data } = respuesta.parse(JSON.parse(await readAtMost(answer, MOST_BYTES)));
    return (Array.isArray(data) ? data : [data]).map((una) => avisoDe(una, una.finalized_at ?? una.created_at));
  } catch (error) {
    throw error instanceof SinRespuesta ? error : new SinRespuesta('no answer', { cause: error });
  }
}

/** A transaction as the gateway writes it, as we take it; `momento` is an instant of whoever vouches for it. */
export function avisoDe(
  una: z.infer<typeof transaccionWompi>,
  momento: string | number | null | undefined,
): AvisoTransaccion {
  const instant = new Date(momento ?? Number.NaN);
  return {
    transaccion: una.id,
    referencia: una.reference,
    estado: una.status,
    centavos: una.amount_in_cents,
    moneda: una.currency,
    metodo: una.payment_method_type ?? '',
    momento: Number.isNaN(instant.getTime()) ? undefined : instant,
  };
}

async function readAtMost({ body }: Response, limit: number) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > limit) throw new SinRespuesta('too much');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
