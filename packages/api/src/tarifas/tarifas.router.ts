import { liquidar } from '@cunservicios/domain/tarifa/liquidar';
import { factorDe } from '@cunservicios/domain/tarifa/version';
import { today } from '../core/clock.ts';
import { invalid, notFound, refuse } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import { selectEjecucion, selectParametros } from '../ejecuciones/ejecuciones.queries.ts';
import { archivo, byId, ejecucion, importacion } from '../ejecuciones/ejecuciones.schema.ts';
import { showEjecucion } from '../ejecuciones/show-ejecucion.ts';
import { startEjecucion } from '../ejecuciones/start-ejecucion.ts';
import { importLocation, startImport } from '../importar/start-import.ts';
import { findPeriodo } from '../periodos/find-periodo.ts';
import type { ParametrosImpacto } from './correr-impacto.ts';
import type { Impacto } from './impacto.ts';
import { exigirTarifa, saveTarifa } from './save-tarifa.ts';
import { selectTarifaVigente, selectTarifas } from './tarifas.queries.ts';
import { createTarifa, impacto, listTarifas, resultadoImpacto, simulacion, simular, tarifa } from './tarifas.schema.ts';

const tag = 'Tarifas';

const EJEMPLO = {
  fuente: 'Acuerdo 012 de 2025',
  servicios: {
    acueducto: { cargo_fijo: '4276.37', consumo: '1322.96' },
    alcantarillado: { cargo_fijo: '1964.59', consumo: '923.48' },
  },
  factores: {
    residencial: { '1': '-0.30', '2': '-0.20', '3': '0', '4': '0', '5': '0.50', '6': '0.60' },
    comercial: '0.50',
    industrial: '0.30',
    oficial: '0',
    especial: '0',
  },
};

export const tarifasRouter = router({
  list: read('anyone')
    .meta({
      rest: {
        method: 'GET',
        path: '/tarifas',
        tag,
        summary: 'Versiones de las tarifas',
        description: 'Tariffs are public: anyone may read them, the newest version first.',
        list: true,
      },
    })
    .input(listTarifas)
    .output(pageOf(tarifa))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'string') ?? [];
      return toPage(await selectTarifas(t, { ...input, after }), input, ({ vigente_desde }) => [vigente_desde]);
    }),

  create: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/tarifas',
        tag,
        summary: 'Crear una versión de tarifas',
        description:
          'A new version. 422 with every broken legal limit; 409 when a period of its time was already liquidated.',
        status: 201,
        location: () => '/tarifas',
        example: { ...EJEMPLO, vigente_desde: '2026-01-01' },
      },
    })
    .input(createTarifa)
    .output(tarifa)
    .mutation(({ ctx, input }) =>
      ctx.tx(async (t) => {
        const { accion, tarifa: saved } = await saveTarifa(t, input, ctx.user?.id ?? null);
        ctx.audit(`tarifas/${saved.vigente_desde}`, { despues: { accion, ...input } });
        return { ...saved, vigente_hasta: null };
      }),
    ),

  importar: write('admin', 'facturacion')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/tarifas/importar',
        tag,
        summary: 'Importar versiones de tarifas',
        description: 'A file of versions (`tarifas.json`): all of it, or nothing with every error named.',
        file: ['application/json'],
        location: importLocation,
      },
    })
    .input(archivo)
    .output(importacion)
    .mutation(({ ctx, input }) => startImport(ctx, 'importar_tarifas', input.archivo)),

  impacto: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/tarifas/impacto',
        tag,
        summary: 'Medir qué harían otras tarifas',
        description:
          'Tries a version that need not exist on all the accounts of a liquidated period, and changes nothing. Follow the `ejecucion`, then read its result at `/tarifas/impacto/{ejecucion_id}`.',
        status: 202,
        location: ({ id }: { id: number }) => `/tarifas/impacto/${id}`,
        example: { ...EJEMPLO, vigente_desde: '2030-01-01', periodo: '2016-03' },
      },
    })
    .input(impacto)
    .output(ejecucion)
    .mutation(({ ctx, input: { periodo: codigo, ciclo, ...version } }) =>
      ctx.tx(async (t) => {
        exigirTarifa(version);
        const found = await findPeriodo(t, { codigo, ciclo });
        if (found.estado === 'abierto')
          refuse('periodo_no_abierto', `El periodo ${codigo} no está liquidado: elija uno que ya lo esté.`);
        const parametros: ParametrosImpacto = { periodo_id: found.id, periodo: codigo, version };
        return startEjecucion(ctx, t, { tipo: 'impacto_tarifas', parametros });
      }),
    ),

  resultadoImpacto: read('admin', 'facturacion', 'consulta')
    .meta({
      rest: {
        method: 'GET',
        path: '/tarifas/impacto/{ejecucion_id}',
        tag,
        summary: 'El resultado de una medición de impacto',
        description: 'By use and estrato, and the accounts that change most; empty while the run goes on.',
      },
    })
    .input(byId)
    .output(resultadoImpacto)
    .query(async ({ ctx: { t, services }, input: { ejecucion_id } }) => {
      const row = await selectEjecucion(t, ejecucion_id);
      if (row?.tipo !== 'impacto_tarifas') return notFound('la medición', ejecucion_id);
      const { periodo, version } = (await selectParametros(t, ejecucion_id)) as ParametrosImpacto;
      const vacio: Impacto = { grupos: [], mayores: [] };
      return { ejecucion: showEjecucion(row, services), periodo, version, ...vacio, ...row.resultado };
    }),

  simular: read('anyone')
    .meta({
      rest: {
        method: 'POST',
        path: '/tarifas/simular',
        tag,
        summary: 'Simular una factura',
        description:
          'What a consumption would cost, line by line. What is left out comes from the tenant and its version of `fecha`.',
        example: {
          uso: 'residencial',
          estrato: 2,
          consumo_m3: 12,
          altitud_msnm: 2600,
          tarifas: { acueducto: { cargo_fijo: '9850.40', consumo: '2713.85' } },
          factores: { acueducto: '-0.40' },
        },
      },
    })
    .input(simular)
    .output(simulacion)
    .query(async ({ ctx, input }) => {
      const { uso, estrato = null, fecha = today(ctx.services.clock, ctx.tenant.zona_horaria) } = input;
      const { altitud_msnm = ctx.tenant.altitud_msnm, tarifas, ...rest } = input;
      const vigente = tarifas && input.factores ? undefined : await selectTarifaVigente(ctx.t, fecha);
      const precios =
        tarifas ??
        vigente?.servicios ??
        invalid('tarifas', `No hay tarifas cargadas para el ${fecha}: envíe tarifas y factores.`);
      const servicios =
        input.servicios ?? (['acueducto', 'alcantarillado'] as const).filter((servicio) => precios[servicio]);
      const factoresDeClase = Object.fromEntries(
        servicios.map((servicio) => [
          servicio,
          input.factores?.[servicio] ?? (vigente ? factorDe(vigente.factores, uso, estrato, servicio) : '0'),
        ]),
      );
      return liquidar({
        ...rest,
        estrato,
        altitud_msnm,
        fecha,
        servicios,
        tarifas: precios,
        factores: factoresDeClase,
      });
    }),
});
