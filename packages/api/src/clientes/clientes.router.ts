import { defined } from '../core/defined.ts';
import { notFound, refuse } from '../core/errors.ts';
import { visibleClientes } from '../core/identity.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { checkVersion } from '../core/transaction.ts';
import { insertEvento } from '../core/transaction.queries.ts';
import { read, router, write } from '../core/trpc.ts';
import { archivo, importacion } from '../ejecuciones/ejecuciones.schema.ts';
import { importLocation, startImport } from '../importar/start-import.ts';
import { checkCliente, findRoute, searchText, searchWords } from './cliente-facts.ts';
import {
  countClientes,
  deleteCliente,
  insertCliente,
  lockCliente,
  selectCliente,
  selectClientes,
  setCliente,
} from './clientes.queries.ts';
import { byCuenta, cliente, createCliente, listClientes, updateCliente } from './clientes.schema.ts';

const tag = 'Clientes';
const missing = (numero_cuenta: string) => notFound('la cuenta', numero_cuenta);
const example = {
  numero_cuenta: '05440-9001',
  nombre: 'Ana Gómez',
  direccion: 'Calle 30 # 20-15',
  telefono: '3001234567',
  correo: 'ana@ejemplo.co',
  estrato: 3,
};

export const clientesRouter = router({
  list: read(...STAFF)
    .meta({ rest: { method: 'GET', path: '/clientes', tag, summary: 'Clientes (cuentas)', list: true } })
    .input(listClientes)
    .output(pageOf(cliente))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      const filter = { ...input, words: searchWords(input.q ?? '') };
      const rows = await selectClientes(t, { ...filter, after });
      return toPage(rows, input, ({ id }) => [id], input.count ? await countClientes(t, filter) : undefined);
    }),

  get: read(...STAFF, 'ciudadano')
    .meta({
      rest: {
        method: 'GET',
        path: '/clientes/{numero_cuenta}',
        tag,
        summary: 'Un cliente por su número de cuenta',
        description: 'Staff see every account; a citizen only those linked to them, the others do not exist (404).',
        etag: true,
      },
    })
    .input(byCuenta)
    .output(cliente)
    .query(async ({ ctx, input: { numero_cuenta } }) => {
      const [row, visible] = await Promise.all([selectCliente(ctx.t, numero_cuenta), visibleClientes(ctx)]);
      return row && (!visible || visible.includes(row.id)) ? row : missing(numero_cuenta);
    }),

  create: write('admin', 'atencion')
    .meta({
      rest: {
        method: 'POST',
        path: '/clientes',
        tag,
        summary: 'Crear un cliente',
        status: 201,
        example,
        location: ({ numero_cuenta }: { numero_cuenta: string }) => `/clientes/${encodeURIComponent(numero_cuenta)}`,
      },
    })
    .input(createCliente)
    .output(cliente)
    .mutation(({ ctx, input: { ciclo, ruta, ...written } }) => {
      const facts = checkCliente(written);
      return ctx.tx(async (t) => {
        await insertCliente(t, { ...facts, ...(await findRoute(t, { ciclo, ruta })), busqueda: searchText(facts) });
        const created = (await selectCliente(t, facts.numero_cuenta)) ?? missing(facts.numero_cuenta);
        ctx.audit(`clientes/${facts.numero_cuenta}`, { despues: created });
        return created;
      });
    }),

  update: write('admin', 'atencion')
    .meta({
      rest: {
        method: 'PUT',
        path: '/clientes/{numero_cuenta}',
        also: [{ method: 'PATCH' }],
        tag,
        summary: 'Cambiar un cliente',
        description: 'Changes what is sent and leaves the rest. With If-Match, 412 when somebody changed it before.',
        etag: true,
        example: { telefono: '3017654321' },
      },
    })
    .input(updateCliente)
    .output(cliente)
    .mutation(({ ctx, input: { numero_cuenta, ciclo, ruta, ...facts } }) =>
      ctx.tx(async (t) => {
        const locked = (await lockCliente(t, numero_cuenta)) ?? missing(numero_cuenta);
        checkVersion(ctx, locked.version);
        const before = await selectCliente(t, numero_cuenta);
        const change = defined(facts);
        const after = checkCliente({ ...locked, clases: before?.clases ?? null, ...change });
        const route =
          ciclo === undefined && ruta === undefined
            ? {}
            : await findRoute(t, { ciclo: ciclo ?? null, ruta: ruta === undefined ? (before?.ruta ?? null) : ruta });
        await setCliente(t, locked.id, {
          ...change,
          ...route,
          documento: after.documento,
          busqueda: searchText(after),
        });
        const updated = (await selectCliente(t, numero_cuenta)) ?? missing(numero_cuenta);
        ctx.audit(`clientes/${numero_cuenta}`, { antes: before, despues: updated });
        await insertEvento(t, 'cliente.actualizado', { numero_cuenta });
        return updated;
      }),
    ),

  delete: write('admin', 'atencion')
    .meta({
      rest: {
        method: 'DELETE',
        path: '/clientes/{numero_cuenta}',
        tag,
        summary: 'Eliminar un cliente sin movimientos',
        description:
          'Only an account without bills, meters or cases can be deleted: 409 otherwise (retire it instead).',
        status: 204,
        etag: true,
      },
    })
    .input(byCuenta)
    .mutation(({ ctx, input: { numero_cuenta } }) =>
      ctx.tx(async (t) => {
        const before = (await lockCliente(t, numero_cuenta)) ?? missing(numero_cuenta);
        checkVersion(ctx, before.version);
        await deleteCliente(t, before.id).catch((error: unknown) => {
          if ((error as { code?: string }).code !== '23503') throw error;
          refuse('en_uso', 'La cuenta tiene facturas, medidor o casos: no se elimina. Cámbiela al estado «retirado».');
        });
        ctx.audit(`clientes/${numero_cuenta}`, { antes: before });
      }),
    ),

  importar: write('admin', 'atencion')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/clientes/importar',
        tag,
        summary: 'Importar clientes desde un archivo CSV',
        description:
          'Imports accounts (and their meters) from a CSV: columns as in the example `clientes.csv`. Repeating it changes nothing. Large files go on by themselves: 202 with the `ejecucion` to follow.',
        file: ['text/csv'],
        location: importLocation,
      },
    })
    .input(archivo)
    .output(importacion)
    .mutation(({ ctx, input }) => startImport(ctx, 'importar_clientes', input.archivo)),
});
