// A file as the answer of a procedure, with its name and media type. Over REST its bytes travel as they are.
import { z } from 'zod';

/** A whole file; where only JSON travels (tRPC) it is its base64. */
export class Archivo {
  readonly nombre: string;
  readonly tipo: string;
  readonly contenido: Buffer;

  constructor(nombre: string, tipo: string, contenido: Buffer) {
    this.nombre = nombre;
    this.tipo = tipo;
    this.contenido = contenido;
  }

  toJSON(): string {
    return this.contenido.toString('base64');
  }
}

/** A file sent while it is made or read: it may be larger than memory, so that over tRPC it is null. */
export class ArchivoPorPartes {
  readonly nombre: string;
  readonly tipo: string;
  readonly contenido: AsyncIterable<Uint8Array | string>;

  constructor(nombre: string, tipo: string, contenido: AsyncIterable<Uint8Array | string>) {
    this.nombre = nombre;
    this.tipo = tipo;
    this.contenido = contenido;
  }

  toJSON(): null {
    return null;
  }
}

export const archivo = z
  .instanceof(Archivo)
  .meta({ type: 'string', contentEncoding: 'base64', description: 'The file; over tRPC as base64' });

export const archivoPorPartes = z
  .instanceof(ArchivoPorPartes)
  .meta({ type: 'null', description: 'The file, over REST only' });
