// Day by day: what is reported, what was booked, what reached the bank, and what to do where they differ.
import { conciliar, porConsignar } from '@cunservicios/domain/recaudo/conciliar';
import { sumar } from '@cunservicios/domain/pesos';
import { POR_RESOLVER } from '@cunservicios/domain/recaudo/listas';
import { archivoPorPartes } from '../core/archivo.ts';
import type { ReadContext } from '../core/context.ts';
import { read, router } from '../core/trpc.ts';
import { PLANILLAS, archivoDePlanilla } from '../planilla/archivo-de-planilla.ts';
import type { Columna } from '../planilla/planilla.ts';
import { selectConciliacion } from './conciliacion.queries.ts';
import { type Renglon, archivoConciliacion, conciliacion, verConciliacion } from './conciliacion.schema.ts';

const tag = 'Conciliación';
const MIRAN = ['admin', 'facturacion', 'recaudo', 'consulta'] as const;

async function renglonesDe(ctx: ReadContext, dias: { desde: string; hasta: string }): Promise<Renglon[]> {
  const rows = await selectConciliacion(ctx.t, { ...dias, zona: ctx.tenant.zona_horaria, esperan: POR_RESOLVER });
  return rows
    .map((row) => ({ ...row, por_consignar: porConsignar(row), ...conciliar(row) }))
    .filter(
      ({ informado, registrado, consignado, diferencias }) =>
        informado || registrado || consignado || diferencias.length > 0,
    );
}

const COLUMNAS: Columna<Renglon>[] = [
  { titulo: 'Día', tipo: 'fecha', valor: ({ dia }) => dia },
  { titulo: 'Origen', tipo: 'texto', valor: ({ origen }) => origen },
  { titulo: 'Banco', tipo: 'texto', valor: ({ banco }) => banco },
  { titulo: 'Informado', tipo: 'pesos', valor: ({ informado }) => informado },
  { titulo: 'Registrado', tipo: 'pesos', valor: ({ registrado }) => registrado },
  { titulo: 'Por consignar', tipo: 'pesos', valor: ({ por_consignar }) => por_consignar },
  { titulo: 'Consignado', tipo: 'pesos', valor: ({ consignado }) => consignado },
  { titulo: 'Estado', tipo: 'texto', valor: ({ estado }) => estado },
  { titulo: 'Qué hacer', tipo: 'texto', valor: ({ diferencias }) => diferencias.map(({ texto }) => texto).join(' ') },
];

export const conciliacionRouter = router({
  resumen: read(...MIRAN)
    .meta({
      rest: {
        method: 'GET',
        path: '/conciliacion',
        tag,
        summary: 'Conciliación por día y banco',
        description:
          'For collection files by bank, for the cash desk, the gateway and the office by day: reported, booked, deposited, and each difference with what to do.',
      },
    })
    .input(verConciliacion)
    .output(conciliacion)
    .query(async ({ ctx, input }) => {
      const renglones = await renglonesDe(ctx, input);
      const de = (cifra: 'informado' | 'registrado' | 'por_consignar' | 'consignado') =>
        sumar(renglones.map((renglon) => renglon[cifra] ?? 0));
      return {
        ...input,
        renglones,
        total: {
          informado: de('informado'),
          registrado: de('registrado'),
          por_consignar: de('por_consignar'),
          consignado: de('consignado'),
        },
      };
    }),

  archivo: read(...MIRAN)
    .meta({
      rest: {
        method: 'GET',
        path: '/conciliacion/archivo',
        tag,
        summary: 'La misma como archivo (CSV, XLSX)',
        produces: PLANILLAS,
      },
    })
    .input(archivoConciliacion)
    .output(archivoPorPartes)
    .query(async ({ ctx, input: { formato, ...dias } }) => {
      const filas = [await renglonesDe(ctx, dias)];
      return archivoDePlanilla(
        { nombre: `conciliacion-${dias.desde}-${dias.hasta}`, columnas: COLUMNAS, filas },
        formato,
      );
    }),
});
