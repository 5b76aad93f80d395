import { useState } from 'react';

/** Hex of 128 random bits; `crypto.randomUUID` exists only on https. */
const newClave = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');

/** The Idempotency-Key of a form: a second press sends the same one. `renovar` after success, for the next case. */
export function useClave() {
  const [clave, setClave] = useState(newClave);
  return { contexto: { trpc: { context: { key: clave } } }, renovar: () => setClave(newClave()) };
}
