// Proof of what corrects bills: notes, void bills, their series.
import type { TenantDb } from '@cunservicios/db/tenant';
import type { Hallazgo } from './verify.ts';
import {
  selectAnuladasDescuadradas,
  selectLineasAjenas,
  selectNotasDescuadradas,
  selectSeriesNotas,
} from './verify-notas.queries.ts';

export async function verifyNotas(t: TenantDb): Promise<Hallazgo[]> {
  const compare = (que: string, rows: { objeto: string; guardado: number; calculado: number }[]): Hallazgo[] =>
    rows.map(({ objeto, guardado, calculado }) => ({
      que,
      objeto,
      detalle: `dice ${guardado}, debe ser ${calculado}`,
    }));
  const series = (await selectSeriesNotas(t))
    .filter(({ numeros, mayor, ultimo }) => numeros !== ultimo || mayor !== ultimo)
    .map(({ serie, numeros, mayor, ultimo }) => ({
      que: 'serie de notas',
      objeto: serie,
      detalle: `hay ${numeros} números, el mayor es ${mayor} y la serie va en ${ultimo}`,
    }));
  return [
    ...compare('nota en el libro', await selectNotasDescuadradas(t)),
    ...compare('líneas de nota', await selectLineasAjenas(t)),
    ...compare('anulación', await selectAnuladasDescuadradas(t)),
    ...series,
  ];
}
