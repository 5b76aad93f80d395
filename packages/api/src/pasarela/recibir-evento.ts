import { MONEDA, type ResultadoEvento } from '@cunservicios/domain/recaudo/pasarela';
import { ReglaError } from '@cunservicios/domain/regla';
import type { z } from 'zod';
import { canonical } from '../core/canonical.ts';
import type { Context } from '../core/context.ts';
import { notFound, refuse } from '../core/errors.ts';
import { type PasarelaAbierta, abrirPasarela } from './abrir-pasarela.ts';
import { aplicarTransaccion, registroDePasarela } from './aplicar-transaccion.ts';
import { esAutentico, sha256 } from './firma.ts';
import { type eventoPasarela, transaccionWompi } from './pasarela.schema.ts';
import { avisoDe } from './preguntar.ts';
import { insertEventoPasarela } from './transacciones.queries.ts';

const TRANSACCION = 'transaction.updated';

/**
 * An event of the gateway, from anyone who knows the address: nothing is believed before its checksum is right, and
 * then its amount, currency and reference are held against our record. 404 for a utility without gateway, 403
 * `evento_falso`. Money that does not agree goes to the desk and the answer is 200: sent again it would not agree either.
 */
export async function recibirEvento(
  { services, tenant, ip }: Context,
  evento: z.infer<typeof eventoPasarela>,
): Promise<ResultadoEvento> {
  const pasarela = await abrirPasarela(services, services.tenants.reads(tenant.id));
  if (!pasarela) return notFound('una pasarela de pagos en la empresa', tenant.id);
  if (evento.event !== TRANSACCION) return 'ajeno';
  const heard = {
    origen: 'evento' as const,
    huella: sha256(canonical(evento)),
    direccion_ip: ip,
    created_at: services.clock.now().toISOString(),
  };
  if (!autentico(evento, pasarela)) {
    await services.tenants.transaction(tenant.id, (t) =>
      insertEventoPasarela(t, { ...heard, resultado: 'falso', autentico: false }),
    );
    refuse('evento_falso', 'La firma del evento no es de la pasarela de esta empresa.');
  }
  // Seconds or milliseconds: cadenaDeEvento let through 10 or 13 digits.
  const firmado = evento.timestamp < 1e12 ? evento.timestamp * 1_000 : evento.timestamp;
  const aviso = avisoDe(transaccionWompi.parse(evento.data['transaction']), firmado);
  return services.tenants.transaction(tenant.id, async (t) => {
    const resultado = await aplicarTransaccion(t, aviso, registroDePasarela(services, tenant));
    await insertEventoPasarela(t, {
      ...heard,
      resultado,
      autentico: true,
      transaccion: aviso.transaccion,
      referencia: aviso.referencia,
      estado: aviso.estado,
      valor_centavos: aviso.centavos,
      moneda: aviso.moneda || MONEDA,
      firmado_en: new Date(firmado).toISOString(),
    });
    return resultado;
  });
}

function autentico(evento: Parameters<typeof esAutentico>[0], { secretos }: PasarelaAbierta) {
  // Without its secret nothing can be told: not 4xx, so that the gateway sends it again once the secret is written anew.
  if (!secretos) throw new Error('The secrets of the gateway cannot be opened with this SECRET_KEY.');
  try {
    return esAutentico(evento, secretos.secreto_eventos);
  } catch (error) {
    if (error instanceof ReglaError) return false;
    throw error;
  }
}
