// Collection files of banks: bring one in, see what it would do, apply it.
import { medioDeCanal } from '@cunservicios/domain/recaudo/recaudo-de-banco';
import type { MedioPago } from '@cunservicios/domain/recaudo/listas';
import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { ReadContext, WriteContext } from '../core/context.ts';
import { ERRORES, notFound, refuse, toRefusal } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import { insertEjecucion, selectEjecucion } from '../ejecuciones/ejecuciones.queries.ts';
import { ejecutar } from '../ejecuciones/ejecutar.ts';
import { showEjecucion } from '../ejecuciones/show-ejecucion.ts';
import { startEjecucion } from '../ejecuciones/start-ejecucion.ts';
import { dropArchivo, storeArchivo } from '../importar/archivo.ts';
import {
  type ArchivoRecaudoRow,
  insertArchivoRecaudo,
  lockArchivoRecaudo,
  selectArchivoPorHash,
  selectArchivoRecaudo,
  selectArchivosRecaudo,
  selectCanales,
  selectDestinosDe,
  selectEstados,
  setArchivoRecaudo,
} from './archivos-recaudo.queries.ts';
import {
  archivoRecaudo,
  byArchivoRecaudo,
  createArchivoRecaudo,
  listArchivosRecaudo,
  vistaArchivoRecaudo,
} from './archivos-recaudo.schema.ts';
import type { ParametrosRecaudo } from './cargar-archivo.ts';

const tag = 'Archivos de recaudo';
const missing = (id: number) => notFound('el archivo de recaudo', id);
/** Files up to this size are read while the caller waits, some 3,000 rows; larger ones in the background. */
const AT_ONCE_BYTES = 512 * 1024;
const location = ({ id }: { id: number }) => `/archivos-recaudo/${id}`;

export const archivosRecaudoRouter = router({
  list: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/archivos-recaudo',
        tag,
        summary: 'Archivos de recaudo, del más reciente al más antiguo',
        description: 'Also those that were refused, with their reason.',
        list: true,
      },
    })
    .input(listArchivosRecaudo)
    .output(pageOf(archivoRecaudo))
    .query(async ({ ctx, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      const { items, ...rest } = toPage(await selectArchivosRecaudo(ctx.t, { ...input, after }), input, ({ id }) => [
        id,
      ]);
      return { ...rest, items: await Promise.all(items.map((row) => conEjecucion(ctx, ctx.t, row))) };
    }),

  get: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/archivos-recaudo/{archivo_recaudo_id}',
        tag,
        summary: 'Un archivo de recaudo y su avance',
      },
    })
    .input(byArchivoRecaudo)
    .output(archivoRecaudo)
    .query(({ ctx, input: { archivo_recaudo_id } }) => show(ctx, ctx.t, archivo_recaudo_id)),

  vista: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/archivos-recaudo/{archivo_recaudo_id}/vista',
        tag,
        summary: 'Lo que haría un archivo al aplicarlo, o lo que hizo',
        description: 'Sums by state, means and what the rows name. The rows themselves: GET /recaudos with its id.',
      },
    })
    .input(byArchivoRecaudo)
    .output(vistaArchivoRecaudo)
    .query(async ({ ctx: { t }, input: { archivo_recaudo_id: id } }) => {
      const { perfil } = (await selectArchivoRecaudo(t, id)) ?? missing(id);
      const [estados, canales, destinos] = await Promise.all([
        selectEstados(t, id),
        selectCanales(t, id),
        selectDestinosDe(t, id),
      ]);
      return { estados, medios: porMedio(canales), destinos, perfil };
    }),

  create: write('admin', 'recaudo')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/archivos-recaudo',
        tag,
        summary: 'Cargar un archivo de recaudo (Asobancaria 2001)',
        description:
          'Reads it without paying anything; a large one in the background: follow its `ejecucion`. A file that is not right (counts, totals, order, encoding, NIT of another utility, cut short) is refused whole with its line, and stays in the list with its reason. 409 `duplicado` for a file that is there already.',
        file: ['text/plain', 'application/octet-stream'],
        status: 202,
        location,
      },
    })
    .input(createArchivoRecaudo)
    .output(archivoRecaudo)
    .mutation(({ ctx, input: { archivo, nombre = '' } }) => recibir(ctx, nombre, archivo)),

  aplicar: write('admin', 'recaudo')
    .meta({
      rest: {
        method: 'POST',
        path: '/archivos-recaudo/{archivo_recaudo_id}/aplicar',
        tag,
        summary: 'Aplicar los pagos de un archivo que se vio',
        description:
          'Books each row that was identified as a payment, in the background: follow its `ejecucion`. Rows that were not identified or are duplicates wait for a person. Again after a run that broke off, it goes on.',
        status: 202,
        location,
      },
    })
    .input(byArchivoRecaudo)
    .output(archivoRecaudo)
    .mutation(({ ctx, input: { archivo_recaudo_id: id } }) =>
      ctx.tx(async (t) => {
        const antes = (await lockArchivoRecaudo(t, id)) ?? missing(id);
        if (antes.estado === 'rechazado') refuse('conflicto', `El archivo se rechazó. ${antes.motivo}`);
        if (antes.estado === 'aplicado') refuse('conflicto', 'El archivo ya se aplicó.');
        if (antes.estado === 'cargando' || !(await quieto(t, antes)))
          refuse('ejecucion_en_curso', 'El archivo se está leyendo o aplicando. Espere a que termine.');
        const parametros: ParametrosRecaudo = { archivo_recaudo_id: id };
        const { id: ejecucion_id } = await startEjecucion(ctx, t, { tipo: 'aplicar_recaudo', parametros });
        await setArchivoRecaudo(t, id, {
          estado: 'aplicando',
          ejecucion_id,
          ...(antes.aplicado_en === null && {
            aplicado_por: ctx.user?.id ?? null,
            aplicado_en: ctx.services.clock.now().toISOString(),
          }),
        });
        ctx.audit(`archivos-recaudo/${id}`, { antes: { estado: antes.estado }, despues: { estado: 'aplicando' } });
        return show(ctx, t, id);
      }),
    ),
});

/** Whether no run works on a file: none yet, or the last one came to an end. */
async function quieto(t: TenantDb, { estado, ejecucion_id }: { estado: string; ejecucion_id: number | null }) {
  if (estado === 'cargado' || ejecucion_id === null) return true;
  return (await selectEjecucion(t, ejecucion_id))?.estado === 'fallida';
}

/** Keeps the bytes and reads them: at once if they are few, else in the background. */
async function recibir(ctx: WriteContext, nombre: string, content: string | AsyncIterable<Uint8Array>) {
  const { services, tenant } = ctx;
  const { id: archivo_id, ...guardado } = await storeArchivo(services, tenant.id, content);
  const waits = guardado.bytes <= AT_ONCE_BYTES;
  let used = false;
  const work = async (t: TenantTx) => {
    const antes = await selectArchivoPorHash(t, guardado.sha256);
    if (antes) return deNuevo(ctx, t, antes);
    const row = { ...guardado, archivo_id, nombre, user_id: ctx.user?.id ?? null };
    const { id } = await insertArchivoRecaudo(t, row);
    await cargar(ctx, t, { id, archivo_id }, { waits });
    ctx.audit(`archivos-recaudo/${id}`, { despues: { nombre, ...guardado } });
    used = true;
    return show(ctx, t, id);
  };
  // A file that is refused is answered as such, as it is when it was read in the background.
  const run = ({ ejecucion }: { ejecucion: { id: number } | null }) =>
    ejecutar(services, tenant, ejecucion?.id ?? 0, { final: true }).catch((error: unknown) => {
      if (ERRORES[toRefusal(error).code][0] >= 500) throw error;
    });
  try {
    const { id } = await ctx.tx(work, { sent: guardado.sha256, after: waits ? run : undefined });
    ctx.answer.status = 202;
    return await show(ctx, ctx.t, id);
  } finally {
    if (!used) await dropArchivo(services.tenants, tenant.id, archivo_id);
  }
}

async function cargar(
  ctx: WriteContext,
  t: TenantTx,
  { id, archivo_id }: { id: number; archivo_id: number },
  { waits }: { waits: boolean },
) {
  const parametros: ParametrosRecaudo = { archivo_recaudo_id: id };
  const facts = { tipo: 'cargar_recaudo' as const, archivo_id, parametros };
  const { id: ejecucion_id } = waits
    ? await insertEjecucion(t, { ...facts, user_id: ctx.user?.id ?? null })
    : await startEjecucion(ctx, t, facts);
  await setArchivoRecaudo(t, id, { ejecucion_id });
}

/** The same bytes again: 409, unless reading them broke off for a fault of ours; then it goes on. */
async function deNuevo(ctx: WriteContext, t: TenantTx, { id }: { id: number }) {
  const antes = (await lockArchivoRecaudo(t, id)) ?? missing(id);
  if (antes.estado !== 'cargando' || !(await quieto(t, antes)))
    refuse('duplicado', `Ese archivo ya se cargó: es el archivo ${id}${antes.nombre ? ` (${antes.nombre})` : ''}.`);
  await cargar(ctx, t, antes, { waits: antes.bytes <= AT_ONCE_BYTES });
  return show(ctx, t, id);
}

async function conEjecucion({ services }: ReadContext, t: TenantDb, row: ArchivoRecaudoRow) {
  const ejecucion = row.ejecucion_id === null ? undefined : await selectEjecucion(t, row.ejecucion_id);
  return { ...row, ejecucion: ejecucion ? showEjecucion(ejecucion, services) : null };
}

const show = async (ctx: ReadContext, t: TenantDb, id: number) =>
  conEjecucion(ctx, t, (await selectArchivoRecaudo(t, id)) ?? missing(id));

type Suma = { registros: number; valor: number };

function porMedio(canales: (Suma & { canal: string })[]) {
  const medios = new Map<MedioPago, Suma>();
  for (const { canal, registros, valor } of canales) {
    const medio = medioDeCanal(canal);
    const antes = medios.get(medio) ?? { registros: 0, valor: 0 };
    medios.set(medio, { registros: antes.registros + registros, valor: antes.valor + valor });
  }
  return [...medios].map(([medio, suma]) => ({ medio, ...suma }));
}
