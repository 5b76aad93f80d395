// What is owed by its age, as of today.
import { TRAMOS } from '@cunservicios/domain/cartera/edades';
import { archivoPorPartes } from '../core/archivo.ts';
import { hoyDe } from '../core/clock.ts';
import { readCursor, toPage } from '../core/page.ts';
import { pageOf } from '../core/schema.ts';
import { read, router } from '../core/trpc.ts';
import { PLANILLAS, archivoDePlanilla, porTandas } from '../planilla/archivo-de-planilla.ts';
import type { Columna } from '../planilla/planilla.ts';
import { edadesDe } from './edades-de.ts';
import { type Cifras, type CuentaEdades, selectCuentasEdades, selectMorosos } from './edades.queries.ts';
import { archivoEdades, cuentaEdades, edades, listCuentasEdades, verEdades } from './edades.schema.ts';

const tag = 'Cartera';
const MIRAN = ['admin', 'facturacion', 'recaudo', 'atencion', 'consulta'] as const;
const TANDA = 1_000;
const pesos = <T extends Cifras>(titulo: string, cifra: keyof Cifras): Columna<T> => ({
  titulo,
  tipo: 'pesos',
  valor: (row) => row[cifra],
});
const COLUMNAS: Columna<Cifras>[] = [
  pesos('Por vencer', 'por_vencer'),
  ...TRAMOS.map(({ nombre, clave }) => pesos(nombre, clave)),
  pesos('Vencido', 'vencido'),
  pesos('En reclamo', 'en_reclamo'),
  pesos('Convenios por facturar', 'convenio'),
  pesos('A favor', 'a_favor'),
  pesos('Saldo', 'saldo'),
];
const DE_CUENTA: Columna<CuentaEdades>[] = [
  { titulo: 'Cuenta', tipo: 'texto', valor: ({ numero_cuenta }) => numero_cuenta },
  { titulo: 'Nombre', tipo: 'texto', valor: ({ nombre }) => nombre },
  { titulo: 'Ruta', tipo: 'texto', valor: ({ ruta }) => ruta },
  { titulo: 'Uso', tipo: 'texto', valor: ({ uso }) => uso },
  { titulo: 'Estrato', tipo: 'numero', valor: ({ estrato }) => estrato },
  { titulo: 'Vencido desde', tipo: 'fecha', valor: ({ desde }) => desde },
];

export const edadesRouter = router({
  resumen: read(...MIRAN)
    .meta({
      rest: {
        method: 'GET',
        path: '/cartera/edades',
        tag,
        summary: 'Cartera por edades, hoy',
        description:
          'By days past the pay-by date. What is not due, under claim, in agreements or in favour stands apart; all of it adds up to the balances of the accounts.',
      },
    })
    .input(verEdades)
    .output(edades)
    .query(({ ctx, input }) => edadesDe(ctx, input.por)),

  cuentas: read(...MIRAN)
    .meta({
      rest: {
        method: 'GET',
        path: '/cartera/edades/cuentas',
        tag,
        summary: 'Las cuentas de la cartera por edades',
        description: 'By account, or who owes most first (`orden=vencido`: only those that owe something overdue).',
        list: true,
      },
    })
    .input(listCuentasEdades)
    .output(pageOf(cuentaEdades))
    .query(async ({ ctx, input: { orden, ...input } }) => {
      const limit = input.limit + 1;
      if (orden === 'vencido') {
        const after = readCursor(input, 'number', 'number');
        const rows = await selectMorosos(ctx.t, { hoy: hoyDe(ctx), tramos: TRAMOS }, { ...input, limit, after });
        return toPage(rows, input, ({ vencido, id }) => [vencido, id]);
      }
      const [after] = readCursor(input, 'number') ?? [];
      const rows = await selectCuentasEdades(ctx.t, { hoy: hoyDe(ctx), tramos: TRAMOS }, { ...input, limit, after });
      return toPage(rows, input, ({ id }) => [id]);
    }),

  archivo: read(...MIRAN)
    .meta({
      rest: {
        method: 'GET',
        path: '/cartera/edades/archivo',
        tag,
        summary: 'La cartera por edades como archivo (CSV, XLSX)',
        description: 'By account, or by group. Accounts are read and sent in pages.',
        produces: PLANILLAS,
      },
    })
    .input(archivoEdades)
    .output(archivoPorPartes)
    .query(async ({ ctx, input: { por, formato, ...cuales } }) => {
      const hoy = hoyDe(ctx);
      const nombre = `cartera-por-${por}-${hoy}`;
      if (por === 'cuenta') {
        const filas = porTandas<CuentaEdades>((ultima) =>
          selectCuentasEdades(ctx.t, { hoy, tramos: TRAMOS }, { ...cuales, after: ultima?.id, limit: TANDA }),
        );
        return archivoDePlanilla({ nombre, columnas: [...DE_CUENTA, ...COLUMNAS], filas }, formato);
      }
      const { grupos, total } = await edadesDe(ctx, por);
      const filas = [[...grupos, { ...total, clave: null, nombre: 'Total' }]];
      type Fila = (typeof filas)[number][number];
      const deGrupo: Columna<Fila>[] = [
        { titulo: por, tipo: 'texto', valor: ({ clave }) => clave },
        { titulo: 'Nombre', tipo: 'texto', valor: (grupo) => grupo.nombre },
        { titulo: 'Cuentas', tipo: 'numero', valor: ({ cuentas }) => cuentas },
      ];
      return archivoDePlanilla({ nombre, columnas: [...deGrupo, ...COLUMNAS], filas }, formato);
    }),
});
