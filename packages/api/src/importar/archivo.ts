// A file kept in the database in pieces, so that an import survives the server that received it.
import { createHash } from 'node:crypto';
import type { TenantDb, Tenants } from '@cunservicios/db/tenant';
import type { Services } from '../core/context.ts';
import { invalid } from '../core/errors.ts';
import {
  deleteArchivo,
  insertArchivo,
  insertParte,
  selectArchivo,
  selectParte,
  setArchivo,
} from './archivos.queries.ts';

const PART = 128 * 1024; // larger ones live until a full collection: 390 MB instead of 280 for any file

/** Stores a file as it arrives, with flat memory, and notes whether it is UTF-8 (else windows-1252, as Excel writes). */
export async function storeArchivo(
  { tenants }: Services,
  tenant_id: string,
  content: string | AsyncIterable<Uint8Array>,
) {
  const unknown = { sha256: '', bytes: 0, codificacion: 'utf-8' as const };
  const { id } = await tenants.transaction(tenant_id, (t) => insertArchivo(t, unknown));
  try {
    const hash = createHash('sha256');
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let utf8 = true;
    let bytes = 0;
    let parte = 0;
    for await (const piece of pieces(content)) {
      hash.update(piece);
      bytes += piece.length;
      utf8 &&= decodes(decoder, piece);
      const number = parte++;
      await tenants.transaction(tenant_id, (t) => insertParte(t, id, number, piece));
    }
    if (bytes === 0) invalid('archivo', 'El archivo está vacío.');
    const codificacion = utf8 && decodes(decoder, undefined) ? 'utf-8' : 'windows-1252';
    const sha256 = hash.digest('hex');
    await tenants.transaction(tenant_id, (t) => setArchivo(t, id, { sha256, bytes, codificacion }));
    return { id, bytes, sha256 };
  } catch (error) {
    await dropArchivo(tenants, tenant_id, id);
    throw error;
  }
}

/** Lets go of a file that nothing came of; that it stays behind must not hide why. */
export const dropArchivo = (tenants: Tenants, tenant_id: string, id: number) =>
  tenants.transaction(tenant_id, (t) => deleteArchivo(t, id)).catch(() => {});

function decodes(decoder: InstanceType<typeof TextDecoder>, piece: Uint8Array | undefined) {
  try {
    decoder.decode(piece, { stream: piece !== undefined });
    return true;
  } catch {
    return false;
  }
}

async function* pieces(content: string | AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  if (typeof content === 'string') {
    const all = Buffer.from(content, 'utf8');
    for (let at = 0; at < all.length; at += PART) yield all.subarray(at, at + PART);
    return;
  }
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    held.push(chunk);
    size += chunk.length;
    if (size < PART) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

/** The bytes of a stored file, piece by piece. */
export async function* readPartes(t: TenantDb, id: number): AsyncGenerator<Buffer> {
  for (let parte = 0; ; parte++) {
    const found = await selectParte(t, id, parte);
    if (!found) return;
    yield found.datos;
  }
}

/** The text of a stored file, piece by piece. */
export async function* readArchivo(t: TenantDb, id: number): AsyncGenerator<string> {
  const { codificacion } = await selectArchivo(t, id);
  const decoder = new TextDecoder(codificacion);
  for await (const datos of readPartes(t, id)) yield decoder.decode(datos, { stream: true });
  yield decoder.decode();
}
