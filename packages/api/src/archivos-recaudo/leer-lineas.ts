// Lines of a stored collection file, streamed, in the encoding that the profile of its bank says.
import type { TenantDb } from '@cunservicios/db/tenant';
import { CAMPOS, LARGO, type PerfilBanco } from '@cunservicios/domain/recaudo/asobancaria-campos';
import { invalid } from '../core/errors.ts';
import { readPartes } from '../importar/archivo.ts';

// What is no line of the format is not collected to its end: the reader refuses it for its length.
const MOST = LARGO * 8;

/** Without their ends, CRLF or LF. 422 when the bytes are not the encoding of the profile. */
export async function* leerLineas(
  t: TenantDb,
  archivo_id: number,
  perfilDe: (banco: string) => PerfilBanco,
): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let resto = '';
  let linea = 0;
  for await (const datos of readPartes(t, archivo_id)) {
    decoder ??= decoderDe(perfilDe(bancoDe(datos)));
    const lineas = (resto + decodificar(decoder, datos, linea)).split('\n');
    resto = lineas.pop() ?? '';
    for (const una of lineas) yield sinRetorno(una);
    linea += lineas.length;
    if (resto.length > MOST) {
      yield resto;
      return;
    }
  }
  if (decoder) resto += decodificar(decoder, undefined, linea);
  if (resto !== '') yield sinRetorno(resto);
}

const sinRetorno = (linea: string) => (linea.endsWith('\r') ? linea.slice(0, -1) : linea);

const bancoDe = (primera: Buffer) => {
  const [desde, hasta] = CAMPOS.archivo.banco;
  return primera.subarray(desde - 1, hasta).toString('latin1');
};

// Bytes beyond ASCII become characters that the reader refuses with their place.
const decoderDe = ({ codificacion }: PerfilBanco) =>
  new TextDecoder(codificacion === 'ascii' ? 'latin1' : codificacion, { fatal: true });

function decodificar(decoder: InstanceType<typeof TextDecoder>, datos: Buffer | undefined, linea: number) {
  try {
    return decoder.decode(datos, { stream: datos !== undefined });
  } catch {
    return invalid(
      'archivo',
      `Después de la línea ${linea}: el archivo no está en ${decoder.encoding}. Revise la codificación en el perfil del banco.`,
    );
  }
}
