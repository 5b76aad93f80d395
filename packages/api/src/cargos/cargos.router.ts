// Lines that wait for a bill: what other parts of the program charge, what is imported, and what is written by hand.
import { limiteCobro } from '@cunservicios/domain/plazos/plazos';
import type { TenantTx } from '@cunservicios/db/tenant';
import { selectClienteId } from '../clientes/clientes.queries.ts';
import { today } from '../core/clock.ts';
import { invalid, notFound, refuse } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import { archivo, importacion } from '../ejecuciones/ejecuciones.schema.ts';
import { selectFactura } from '../facturas/facturas.queries.ts';
import { importLocation, startImport } from '../importar/start-import.ts';
import { anularCargos } from './anular-cargos.ts';
import { insertCargo, lockCargo, selectCargo, selectCargos } from './cargos.queries.ts';
import { anularCargo, cargo, createCargo, listCargos } from './cargos.schema.ts';

const tag = 'Cargos';
const missing = (id: number) => notFound('el cargo', id);

export const cargosRouter = router({
  list: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/cargos',
        tag,
        summary: 'Cargos de una cuenta: pendientes, facturados y anulados',
        description: 'Lines that wait for the next bill of an account, and those that went with one. Newest first.',
        list: true,
      },
    })
    .input(listCargos)
    .output(pageOf(cargo))
    .query(async ({ ctx: { t }, input: { numero_cuenta, ...input } }) => {
      const [after] = readCursor(input, 'number') ?? [];
      const cliente = (await selectClienteId(t, numero_cuenta)) ?? notFound('la cuenta', numero_cuenta);
      return toPage(await selectCargos(t, { ...input, cliente_id: cliente.id, after }), input, ({ id }) => [id]);
    }),

  create: write('admin', 'facturacion')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/cargos',
        tag,
        summary: 'Crear un cargo para la próxima factura',
        description:
          'A line by hand with its ground. 409 when it comes more than five months after the bill that should have had it (Ley 142 of 1994 art. 150), or its reference was used.',
        status: 201,
        location: () => '/cargos',
        example: {
          numero_cuenta: '05440-0001',
          referencia: 'ACTA-2026-118',
          concepto: 'Cambio de llave de paso',
          valor: 38_000,
          norma: 'Contrato de condiciones uniformes, cláusula 18; acta 118 firmada por el usuario',
        },
      },
    })
    .input(createCargo)
    .output(cargo)
    .mutation(({ ctx, input: { numero_cuenta, factura_omitida, desde, ...facts } }) => {
      const hoy = today(ctx.services.clock, ctx.tenant.zona_horaria);
      return ctx.tx(async (t) => {
        const cliente =
          (await selectClienteId(t, numero_cuenta)) ??
          invalid('numero_cuenta', `No existe la cuenta ${numero_cuenta}.`);
        const limite = factura_omitida === undefined ? null : await limiteDe(t, cliente.id, factura_omitida);
        if (limite !== null && hoy > limite)
          refuse('cobro_fuera_de_plazo', `Se podía cobrar hasta el ${limite} (Ley 142, art. 150).`);
        const { id } = await insertCargo(t, {
          ...facts,
          cliente_id: cliente.id,
          origen: 'otro',
          servicio: 'otros',
          codigo: 'otro',
          desde: desde ?? hoy,
          limite,
          user_id: ctx.user?.id ?? null,
        });
        const created = (await selectCargo(t, id)) ?? missing(id);
        ctx.audit(`cargos/${id}`, { despues: created });
        return created;
      });
    }),

  anular: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/cargos/{cargo_id}/anular',
        tag,
        summary: 'Anular un cargo que no se ha facturado',
        description: '409 once it is on a bill, or a liquidated period counts on it.',
        example: { motivo: 'El usuario ya lo pagó en la oficina' },
      },
    })
    .input(anularCargo)
    .output(cargo)
    .mutation(({ ctx, input: { cargo_id, motivo } }) =>
      ctx.tx(async (t) => {
        const row = (await lockCargo(t, cargo_id)) ?? missing(cargo_id);
        if (row.factura_id !== null) refuse('solo_filas_nuevas', 'El cargo ya se facturó: se corrige con una nota.');
        if (row.anulado_en !== null) refuse('solo_filas_nuevas', 'El cargo ya estaba anulado.');
        if (row.origen === 'convenio')
          refuse('solo_filas_nuevas', 'Es la cuota de un convenio: se anula al declarar el convenio incumplido.');
        await anularCargos(t, row.cliente_id, [cargo_id], { motivo, ahora: ctx.services.clock.now() });
        ctx.audit(`cargos/${cargo_id}`, { despues: { anulado: motivo } });
        return (await selectCargo(t, cargo_id)) ?? missing(cargo_id);
      }),
    ),

  importar: write('admin', 'facturacion')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/cargos/importar',
        tag,
        summary: 'Importar cargos de terceros desde un archivo CSV',
        description:
          'Lines of third parties from a CSV: `numero_cuenta,tercero,referencia,codigo,concepto,valor,desde`. A reference counts once for its third party: repeating the file changes nothing.',
        file: ['text/csv'],
        location: importLocation,
      },
    })
    .input(archivo)
    .output(importacion)
    .mutation(({ ctx, input }) => startImport(ctx, 'importar_cargos', input.archivo)),
});

async function limiteDe(t: TenantTx, cliente_id: number, numero_factura: string) {
  const factura = await selectFactura(t, numero_factura);
  if (factura?.cliente_id !== cliente_id)
    return invalid('factura_omitida', `La cuenta no tiene una factura ${numero_factura}.`);
  return limiteCobro(factura.fecha_emision);
}
