import { z } from 'zod';
import { reliquidarCuenta } from '../facturacion/reliquidar.ts';
import { exigirSinCorridas } from '../ejecuciones/exigir-quieto.ts';
import { today } from '../core/clock.ts';
import { invalid, notFound, refuse } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import { archivo, importacion } from '../ejecuciones/ejecuciones.schema.ts';
import { importLocation, startImport } from '../importar/start-import.ts';
import { selectInstalled } from '../medidores/medidores.queries.ts';
import {
  insertLectura,
  selectClosedPeriod,
  selectPorCorregir,
  selectLectura,
  selectLecturas,
} from './lecturas.queries.ts';
import { corregirLectura, createLectura, lectura, listLecturas } from './lecturas.schema.ts';

const tag = 'Medidores y lecturas';

export const lecturasRouter = router({
  list: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/lecturas',
        tag,
        summary: 'Lecturas, de la más reciente a la más antigua',
        list: true,
      },
    })
    .input(listLecturas)
    .output(pageOf(lectura))
    .query(async ({ ctx: { t }, input }) => {
      const after = readCursor(input, 'string', 'number');
      return toPage(await selectLecturas(t, { ...input, after }), input, ({ fecha_lectura, id }) => [
        fecha_lectura,
        id,
      ]);
    }),

  causales: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/lecturas/causales',
        tag,
        summary: 'Causales de no lectura',
        description: "The utility's list of reasons why a meter could not be read; the settings change it.",
      },
    })
    .output(z.array(z.string()))
    .query(({ ctx }) => ctx.tenant.ajustes.causales),

  create: write('admin', 'facturacion', 'lector')
    .meta({
      rest: {
        method: 'POST',
        path: '/lecturas',
        tag,
        summary: 'Registrar una lectura',
        description:
          'One reading of an installed meter. 422 in the future or before its installation; 409 when it is there already or its period was issued.',
        status: 201,
        location: () => '/lecturas',
        example: { medidor: 'M-9001', fecha_lectura: '2026-01-31', lectura_m3: '12.345', tipo: 'real' },
      },
    })
    .input(createLectura)
    .output(lectura)
    .mutation(({ ctx, input: { medidor, lectura_m3 = null, causal = null, ...facts } }) => {
      if (facts.fecha_lectura > today(ctx.services.clock, ctx.tenant.zona_horaria))
        invalid('fecha_lectura', 'La fecha de la lectura está en el futuro.');
      return ctx.tx(async (t) => {
        await exigirSinCorridas(t);
        const found =
          (await selectInstalled(t, medidor)) ?? invalid('medidor', `No hay un medidor ${medidor} instalado.`);
        if (found.instalado_en && facts.fecha_lectura < found.instalado_en)
          invalid('fecha_lectura', `El medidor se instaló el ${found.instalado_en}.`);
        const closed = await selectClosedPeriod(t, found.id, facts.fecha_lectura);
        if (closed)
          refuse('periodo_no_abierto', `El periodo ${closed.codigo} ya se emitió: no admite lecturas nuevas.`);
        const { id } = await insertLectura(t, {
          ...facts,
          lectura_m3,
          causal,
          medidor_id: found.id,
          user_id: ctx.user?.id ?? null,
        });
        const created = (await selectLectura(t, id)) ?? notFound('la lectura', id);
        ctx.audit(`lecturas/${id}`, { despues: created });
        return created;
      });
    }),

  corregir: write('admin', 'facturacion', 'lector')
    .meta({
      rest: {
        method: 'POST',
        path: '/lecturas/{lectura_id}/corregir',
        tag,
        summary: 'Corregir una lectura',
        description:
          'Another reading takes its place; the first stays on record. A liquidated period is calculated again for its account. 409 when its period was issued (use a correction) or it was corrected before.',
        status: 201,
        location: () => '/lecturas',
        example: { lectura_m3: '12.5', motivo: 'Dígito mal leído, foto del medidor' },
      },
    })
    .input(corregirLectura)
    .output(lectura)
    .mutation(({ ctx, input: { lectura_id, lectura_m3 = null, causal = null, motivo } }) =>
      ctx.tx(async (t) => {
        await exigirSinCorridas(t);
        const found = (await selectPorCorregir(t, lectura_id)) ?? notFound('la lectura', lectura_id);
        const { medidor_id, fecha_lectura, tipo, cliente_id } = found;
        const closed = await selectClosedPeriod(t, medidor_id, fecha_lectura);
        if (closed)
          refuse(
            'periodo_no_abierto',
            `El periodo ${closed.codigo} ya se emitió: use una corrección, que hace las notas.`,
          );
        const user_id = ctx.user?.id ?? null;
        const { id } = await insertLectura(t, {
          medidor_id,
          fecha_lectura,
          tipo,
          lectura_m3,
          causal,
          reemplaza_id: lectura_id,
          user_id,
        });
        await reliquidarCuenta(t, ctx.tenant, cliente_id, fecha_lectura);
        const created = (await selectLectura(t, id)) ?? notFound('la lectura', id);
        ctx.audit(`lecturas/${lectura_id}`, { despues: { ...created, motivo } });
        return created;
      }),
    ),

  importar: write('admin', 'facturacion')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/lecturas/importar',
        tag,
        summary: 'Importar lecturas desde un archivo CSV',
        description:
          'Imports readings from a CSV: `medidor,fecha_lectura,lectura_m3,tipo[,causal]`. Repeating it changes nothing. Large files go on by themselves: 202 with the `ejecucion` to follow.',
        file: ['text/csv'],
        location: importLocation,
      },
    })
    .input(archivo)
    .output(importacion)
    .mutation(({ ctx, input }) => startImport(ctx, 'importar_lecturas', input.archivo)),
});
