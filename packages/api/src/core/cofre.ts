// Secrets of a utility at rest: AES-256-GCM under a key derived from the server's SECRET_KEY. What seals one secret of
// one tenant opens nothing else: tenant and name are associated data.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export type Cofre = {
  /** The text that is kept of a secret. */
  cerrar: (tenant_id: string, nombre: string, secreto: string) => string;
  /** The secret again; undefined when it was sealed under another SECRET_KEY, for another tenant, or was touched. */
  abrir: (tenant_id: string, nombre: string, sellado: string) => string | undefined;
  /** A secret that is always the same for this server and this name. */
  derivar: (nombre: string) => string;
};

const FORMA = 'v1.';
const NONCE = 12;
const TAG = 16;

/** `secret` is the server's SECRET_KEY. */
export function createCofre(secret: string): Cofre {
  const derived = (info: string) => Buffer.from(hkdfSync('sha256', secret, '', `cunservicios ${info}`, 32));
  const key = derived('cofre v1');
  const about = (tenant_id: string, nombre: string) => Buffer.from(JSON.stringify([tenant_id, nombre]));
  return {
    cerrar: (tenant_id, nombre, secreto) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(about(tenant_id, nombre));
      const sealed = Buffer.concat([cipher.update(secreto, 'utf8'), cipher.final()]);
      return FORMA + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    abrir: (tenant_id, nombre, sellado) => {
      if (!sellado.startsWith(FORMA)) return undefined;
      const bytes = Buffer.from(sellado.slice(FORMA.length), 'base64url');
      if (bytes.length < NONCE + TAG) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG })
        .setAAD(about(tenant_id, nombre))
        .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
    derivar: (nombre) => derived(nombre).toString('hex'),
  };
}
