// The run that prints a period: each chunk is one file, made and kept in one transaction.
import { createHash } from 'node:crypto';
import type { TenantTx } from '@cunservicios/db/tenant';
import type { Services, Tenant } from '../core/context.ts';
import { refuse } from '../core/errors.ts';
import { type EjecucionRow, selectParametros } from '../ejecuciones/ejecuciones.queries.ts';
import { eachLote, finish, planLotes } from '../ejecuciones/por-lotes.ts';
import { insertArchivo, insertParte, setArchivo } from '../importar/archivos.queries.ts';
import { archivoDeFacturas } from './archivo-de-facturas.ts';
import type { Empresa } from './contenido.ts';
import { empresaDe } from './empresa.ts';
import {
  countImpresos,
  insertImpresos,
  selectFacturasDeImpreso,
  selectImpresos,
  setImpreso,
} from './impresos.queries.ts';

const FACTURAS_POR_ARCHIVO = 1_000;
const PARTE = 128 * 1024;

/** What a print run is asked: the bills of a period, of one route or of all. */
export type ParametrosImpresion = { periodo_id: number; periodo: string; ruta?: string | undefined };

export async function correrImpresion(services: Services, tenant: Tenant, ejecucion: EjecucionRow) {
  const run = { services, tenant, ejecucion };
  const t = services.tenants.reads(tenant.id);
  const { periodo_id, periodo, ruta } = (await selectParametros(t, ejecucion.id)) as ParametrosImpresion;
  const prefijo = ['facturas', periodo, ruta].filter(Boolean).join('-');
  await planLotes(run, 1, async () => {
    // A run killed between its two plans finds the first one made.
    if ((await countImpresos(t, ejecucion.id)) === 0)
      await services.tenants.transaction(tenant.id, (tx) =>
        insertImpresos(tx, ejecucion.id, { periodo_id, prefijo, ruta, size: FACTURAS_POR_ARCHIVO }),
      );
    const impresos = await selectImpresos(t, ejecucion.id);
    if (impresos.length === 0) refuse('conflicto', 'No hay facturas que imprimir en ese periodo y ruta.');
    return {
      lotes: impresos.map(({ lote, facturas }) => {
        const desde = lote * FACTURAS_POR_ARCHIVO;
        return { desde, hasta: desde + facturas };
      }),
      total: impresos.reduce((suma, { facturas }) => suma + facturas, 0),
    };
  });
  const empresa = await empresaDe({ services, tenant, t });
  await eachLote(
    run,
    1,
    (tx, { lote }) => imprimir(tx, empresa, { ejecucion_id: ejecucion.id, lote, titulo: prefijo }),
    1,
  );
  await finish(run, async (tx) => {
    const impresos = await selectImpresos(tx, ejecucion.id);
    const sumar = (de: (impreso: (typeof impresos)[number]) => number | null) =>
      impresos.reduce((suma, impreso) => suma + (de(impreso) ?? 0), 0);
    return {
      archivos: impresos.length,
      facturas: sumar(({ facturas }) => facturas),
      paginas: sumar(({ paginas }) => paginas),
      bytes: sumar(({ bytes }) => bytes),
    };
  });
}

/** One file: made, hashed and stored as it grows. */
async function imprimir(
  t: TenantTx,
  empresa: Empresa,
  { ejecucion_id, lote, titulo }: { ejecucion_id: number; lote: number; titulo: string },
) {
  const ids = await selectFacturasDeImpreso(t, ejecucion_id, lote);
  const { id: archivo_id } = await insertArchivo(t, { sha256: '', bytes: 0, codificacion: 'binario' });
  const hash = createHash('sha256');
  let bytes = 0;
  let parte = 0;
  let juntas: Buffer[] = [];
  let juntos = 0;
  const guardar = async () => {
    const datos = Buffer.concat(juntas);
    juntas = [];
    juntos = 0;
    hash.update(datos);
    bytes += datos.length;
    await insertParte(t, archivo_id, parte++, datos);
  };
  const piezas = archivoDeFacturas(t, empresa, titulo, ids);
  let paso = await piezas.next();
  for (; !paso.done; paso = await piezas.next()) {
    juntas.push(paso.value);
    juntos += paso.value.length;
    if (juntos >= PARTE) await guardar();
  }
  await guardar();
  await setArchivo(t, archivo_id, { sha256: hash.digest('hex'), bytes, codificacion: 'binario' });
  await setImpreso(t, ejecucion_id, lote, { archivo_id, paginas: paso.value });
  return { hechas: ids.length };
}
