import type { Outputs } from '../core/trpc.ts';

export type Condiciones = Outputs['condiciones']['get'];

/** What still counts on a day, and what has ended before it. */
export function separar({ fugas, vertimientos, decisiones }: Condiciones, dia: string) {
  const where = (past: boolean) => {
    const kept = <T extends { hasta: string | null }>(rows: T[]) =>
      rows.filter(({ hasta }) => (hasta !== null && hasta < dia) === past);
    return { fugas: kept(fugas), vertimientos: kept(vertimientos), decisiones: kept(decisiones) };
  };
  return { vigentes: where(false), pasadas: where(true) };
}

export const cuantas = ({ fugas, vertimientos, decisiones }: Condiciones) =>
  fugas.length + vertimientos.length + decisiones.length;
