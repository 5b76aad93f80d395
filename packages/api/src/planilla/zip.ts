// A zip written while its files are made: each one's size and sum follow it (data descriptors), so nothing is held.
// node:zlib compresses and sums; up to 4 GB a file and in all, without the 64-bit form.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

type Archivo = { nombre: string; contenido: AsyncIterable<string> | Iterable<string> };

const VERSION = 20;
/** Sizes follow the data; names are UTF-8. */
const MARCAS = 0x0808;
const DEFLATE = 8;
/** 1 January 1980: the same content gives the same bytes. */
const FECHA = 0x0021;

export async function* zip(archivos: AsyncIterable<Archivo>): AsyncGenerator<Buffer> {
  const directorio: Buffer[] = [];
  let escritos = 0;
  for await (const { nombre, contenido } of archivos) {
    const desde = escritos;
    const encabezado = Buffer.concat([
      bytes([0x04034b50, 4], ...comunes({ suma: 0, apretado: 0, entero: 0 }, nombre)),
      Buffer.from(nombre),
    ]);
    escritos += encabezado.length;
    yield encabezado;
    const medida = { suma: 0, apretado: 0, entero: 0 };
    const fuente = async function* () {
      for await (const texto of contenido) {
        const pieza = Buffer.from(texto);
        medida.suma = crc32(pieza, medida.suma);
        medida.entero += pieza.length;
        yield pieza;
      }
    };
    const deflate = createDeflateRaw({ level: 6 });
    // A failure of the source destroys the compressor, and its reader below throws.
    pipeline(Readable.from(fuente()), deflate, () => {});
    for await (const pieza of deflate as AsyncIterable<Buffer>) {
      medida.apretado += pieza.length;
      yield pieza;
    }
    const { suma, apretado, entero } = medida;
    const detras = bytes([0x08074b50, 4], [suma, 4], [apretado, 4], [entero, 4]);
    escritos += apretado + detras.length;
    yield detras;
    directorio.push(
      bytes([0x02014b50, 4], [VERSION, 2], ...comunes(medida, nombre), [0, 2], [0, 2], [0, 2], [0, 4], [desde, 4]),
      Buffer.from(nombre),
    );
  }
  const indice = Buffer.concat(directorio);
  const cuantos = directorio.length / 2;
  yield Buffer.concat([
    indice,
    bytes([0x06054b50, 4], [0, 2], [0, 2], [cuantos, 2], [cuantos, 2], [indice.length, 4], [escritos, 4], [0, 2]),
  ]);
}

type Numero = readonly [valor: number, tamano: 2 | 4];
type Medida = { suma: number; apretado: number; entero: number };

/** What the header of a file and its line of the directory share. */
const comunes = ({ suma, apretado, entero }: Medida, nombre: string): Numero[] => [
  [VERSION, 2],
  [MARCAS, 2],
  [DEFLATE, 2],
  [0, 2],
  [FECHA, 2],
  [suma, 4],
  [apretado, 4],
  [entero, 4],
  [Buffer.byteLength(nombre), 2],
  [0, 2],
];

function bytes(...numeros: Numero[]): Buffer {
  const salida = Buffer.alloc(numeros.reduce((suma, [, tamano]) => suma + tamano, 0));
  let lugar = 0;
  for (const [valor, tamano] of numeros) lugar = salida.writeUIntLE(valor, lugar, tamano);
  return salida;
}
