// SHA-256 over what the domain says is signed, and comparing without telling how far it was right.
import { createHash, timingSafeEqual } from 'node:crypto';
import { type EventoFirmado, MONEDA, cadenaDeEvento, cadenaDeIntegridad } from '@cunservicios/domain/recaudo/pasarela';

export const sha256 = (texto: string): string => createHash('sha256').update(texto).digest('hex');

/** Integrity signature of a checkout; `centavos` of pesos. */
export const firmaDeIntegridad = (referencia: string, centavos: number, secreto: string): string =>
  sha256(cadenaDeIntegridad(referencia, centavos, MONEDA, secreto));

/** Whether an event is signed with the secret: plain SHA-256, letters of either case, constant time. Throws `evento_falso`
 * for an event whose signature covers too little to mean anything. */
export function esAutentico(evento: EventoFirmado & { signature: { checksum: string } }, secreto: string): boolean {
  const expected = sha256(cadenaDeEvento(evento, secreto));
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(evento.signature.checksum.toLowerCase()));
}
