import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@cunservicios/db/embedded';
import { pagosEnLibros } from './pagos-en-libros.ts';
import { servidor } from './servidores.ts';
import { tormenta } from './tormenta.ts';

type Options = Omit<Parameters<typeof tormenta>[0], 'servidor'>;

/** A server with its own PostgreSQL, a storm over it, and what its books say after: lost, doubled or changed payments. */
export async function simulacro(options: Options) {
  const dataDir = mkdtempSync(join(tmpdir(), 'cunservicios-tormenta-'));
  try {
    const uno = await servidor(dataDir);
    const result = await tormenta({ ...options, servidor: uno });
    await uno.stop();
    const server = await startEmbedded({ dir: dataDir });
    const { pagos, hallazgos } = await pagosEnLibros(server.adminUrl);
    await server.stop();
    const porReferencia = Map.groupBy(pagos, ({ referencia }) => referencia);
    const perdidos = [...result.reconocidos].filter(([referencia, dicho]) => {
      const [pago] = porReferencia.get(referencia) ?? [];
      return pago?.recibo !== dicho.recibo || pago.valor !== dicho.valor;
    });
    const dobles = [...porReferencia.values()].filter(({ length }) => length > 1);
    return { ...result, pagos: pagos.length, perdidos, dobles, hallazgos };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
