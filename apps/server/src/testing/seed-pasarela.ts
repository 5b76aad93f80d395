// A payment gateway with something of everything: settings, an attempt of somebody to pay, money that waits at the desk.
import { eventoFirmado } from '../simulador/evento.ts';

/** Its keys: the same as in the example of the document, so that calling that changes nothing. */
export const LLAVES = {
  llave_publica: 'pub_test_EJEMPLO0123456789',
  llave_privada: 'prv_test_EJEMPLO0123456789',
  secreto_eventos: 'test_events_EJEMPLO',
  secreto_integridad: 'test_integrity_EJEMPLO',
};

const transaccion = (id: string, reference: string) => ({
  id,
  status: 'APPROVED' as const,
  amount_in_cents: 900_000,
  reference,
  currency: 'COP',
  payment_method_type: 'PSE',
  created_at: new Date().toISOString(),
  finalized_at: null,
});

/** A signed event of an approved transaction. */
export const evento = (id: string, reference: string) =>
  eventoFirmado(LLAVES.secreto_eventos, transaccion(id, reference));

type Ok = (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>;

/** Fills the gateway of a tenant over its API. `papel` are the two numbers of a bill that is owed. */
export async function seedPasarela(
  ok: Ok,
  tenant_id: string,
  papel: { numero_cuenta: string; numero_factura: string },
) {
  await ok('PUT', '/api/pasarela', { ambiente: 'pruebas', activa: true, ...LLAVES });
  const { referencia } = await ok('POST', '/api/publico/pagar', { ...papel, que: 'otro_valor', valor: 5_000 });
  await ok('POST', `/api/pasarela/eventos/${tenant_id}`, evento('sin-dueno-1', 'venta-de-otra-cosa'));
  const [novedad] = (await ok('GET', '/api/pasarela/novedades')) as unknown as { id: number }[];
  return { referencia, transaccion_id: novedad?.id };
}
