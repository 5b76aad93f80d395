// The picture that an order's execution left.
import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import { createHash } from 'node:crypto';
import { invalid } from '../core/errors.ts';
import { insertArchivo, insertParte, selectParte } from '../importar/archivos.queries.ts';

const MARKS = { 'image/jpeg': 'ffd8ff', 'image/png': '89504e470d0a1a0a' } as const;

/** JPEG or PNG by its first bytes, whatever its sender called it. */
const tipoDe = (bytes: Buffer) =>
  (Object.keys(MARKS) as (keyof typeof MARKS)[]).find((tipo) => bytes.toString('hex', 0, 8).startsWith(MARKS[tipo]));

/** Keeps a picture. 422 when it is neither JPEG nor PNG. */
export async function storeFoto(t: TenantTx, base64: string) {
  const bytes = Buffer.from(base64, 'base64');
  if (!tipoDe(bytes)) invalid('foto', 'La foto debe ser JPEG o PNG.');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { id } = await insertArchivo(t, { sha256, bytes: bytes.length, codificacion: 'binario' });
  await insertParte(t, id, 0, bytes);
  return id;
}

export async function readFoto(t: TenantDb, id: number) {
  const { datos } = (await selectParte(t, id, 0)) ?? { datos: Buffer.alloc(0) };
  return { tipo: tipoDe(datos) ?? ('image/jpeg' as const), base64: datos.toString('base64') };
}
