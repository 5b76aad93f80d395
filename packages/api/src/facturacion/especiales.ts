// What some accounts of a chunk bring to a period, by account.
import type { TenantDb } from '@cunservicios/db/tenant';
import { CODIGOS_INTERES, type FacturaEnMora, principalEnMora } from '@cunservicios/domain/cartera/intereses';
import type { Accion } from '@cunservicios/domain/consumo/listas';
import type { Vertimiento } from '@cunservicios/domain/consumo/vertimiento';
import type { CargoPendiente } from './calcular-cuenta.ts';
import {
  type Estadia,
  selectCargosPendientes,
  selectEspecialesVencidos,
  selectEstadias,
  selectFugas,
  selectResoluciones,
  selectVencidas,
  selectVertimientos,
} from './especiales.queries.ts';
import type { Corrida } from './liquidar-lote.ts';
import type { Rango } from './liquidar.queries.ts';

export type Especiales = {
  acciones: Map<number, Accion>;
  fugas: Map<number, { detectada_en: string; hasta: string }>;
  vertimientos: Map<number, Vertimiento>;
  especialesVencidos: Set<number>;
  cargos: Map<number, CargoPendiente[]>;
  estadias: Map<number, Estadia[]>;
  vencidas: Map<number, FacturaEnMora[]>;
};

export async function leerEspeciales(
  t: TenantDb,
  { periodo, mora }: Pick<Corrida, 'periodo' | 'mora'>,
  rango: Rango,
): Promise<Especiales> {
  // Sent together: they travel in one go over the connection of the transaction.
  const [acciones, fugas, vertimientos, vencidos, cargos, estadias, vencidas] = await Promise.all([
    selectResoluciones(t, periodo, rango),
    selectFugas(t, periodo, rango),
    selectVertimientos(t, periodo, rango),
    selectEspecialesVencidos(t, periodo, rango),
    selectCargosPendientes(t, periodo, rango),
    selectEstadias(t, periodo, rango),
    mora ? selectVencidas(t, periodo, rango, CODIGOS_INTERES) : [],
  ]);
  return {
    acciones: new Map(acciones.map(({ cliente_id, accion }) => [cliente_id, accion])),
    fugas: new Map(fugas.map(({ cliente_id, ...fuga }) => [cliente_id, fuga])),
    vertimientos: new Map(vertimientos.map(({ cliente_id, modo, m3_mes }) => [cliente_id, { modo, m3_mes }])),
    especialesVencidos: new Set(vencidos.map(({ cliente_id }) => cliente_id)),
    cargos: agrupar(cargos, ({ cliente_id: _, ...cargo }) => cargo),
    estadias: agrupar(estadias, (estadia) => estadia),
    vencidas: agrupar(vencidas, ({ numero, vencimiento, desde, ...factura }) => ({
      numero,
      vencimiento,
      desde,
      principal: principalEnMora(factura),
    })),
  };
}

function agrupar<T extends { cliente_id: number }, V>(rows: T[], de: (row: T) => V) {
  const cuentas = new Map<number, V[]>();
  for (const row of rows) {
    const known = cuentas.get(row.cliente_id);
    if (known) known.push(de(row));
    else cuentas.set(row.cliente_id, [de(row)]);
  }
  return cuentas;
}
