// The road of one monthly period, by the procedures a user has: open, liquidar, emitir.
import { addDays, addMonths } from '@cunservicios/domain/calendario/fechas';
import type { createCaller } from '@cunservicios/api/router';

export type Caller = ReturnType<typeof createCaller>;

/** Waits until a run has ended, or does it; throws when it failed. */
export type Follow = (ejecucion: { id: number }) => Promise<void>;

/** Dates of a monthly period `yyyy-mm`: issued on the first of the next month, due 15 days later. */
export function monthlyPeriod(codigo: string) {
  const desde = `${codigo}-01`;
  const fecha_emision = addMonths(desde, 1);
  return {
    codigo,
    desde,
    hasta: addDays(fecha_emision, -1),
    fecha_emision,
    fecha_vencimiento: addDays(fecha_emision, 15),
  };
}

type Month = { ciclo: string; codigo: string };

/** Opens a period unless it is there, and liquidates it unless it was. Answers whether it waits for its issue. */
export async function liquidarMonth(caller: Caller, follow: Follow, { ciclo, codigo }: Month) {
  const found = (await caller.periodos.list({ ciclo })).items.find((periodo) => periodo.codigo === codigo);
  const { estado } = found ?? (await caller.periodos.create({ ciclo, ...monthlyPeriod(codigo) }));
  if (estado === 'abierto') await follow(await caller.periodos.liquidar({ codigo, ciclo }));
  return estado === 'abierto' || estado === 'liquidado';
}

/** Takes a period to issued bills from wherever it is. Answers its summary. */
export async function billMonth(caller: Caller, follow: Follow, month: Month) {
  if (await liquidarMonth(caller, follow, month)) await follow(await caller.periodos.emitir(month));
  return caller.periodos.resumen(month);
}

/** Codes of the months from one to another, both included. */
export function months(first: string, last: string) {
  const codes: string[] = [];
  for (let month = `${first}-01`; month.slice(0, 7) <= last; month = addMonths(month, 1)) codes.push(month.slice(0, 7));
  return codes;
}
