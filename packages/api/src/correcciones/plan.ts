// What a correction will do, seen before it is done.
import { createHash } from 'node:crypto';
import type { TipoCorreccion } from '@cunservicios/domain/cartera/listas';
import { tipoDeNota, valorDe } from '@cunservicios/domain/cartera/nota';
import type { EstadoConsumo } from '@cunservicios/domain/consumo/medir';
import { sumar } from '@cunservicios/domain/pesos';
import { limiteCobro } from '@cunservicios/domain/plazos/plazos';
import type { TenantTx } from '@cunservicios/db/tenant';
import { canonical } from '../core/canonical.ts';
import type { FacturaEnCadena } from './cadena.queries.ts';
import type { Tocada } from './reliquidar.ts';

/** Something a correction writes besides its notes; `antes` is what its undo writes back. */
export type Escritura = {
  campo: string;
  antes: string;
  despues: string;
  write: (t: TenantTx) => Promise<void>;
};

export type Plan = {
  tipo: TipoCorreccion;
  cliente_id: number;
  numero_cuenta: string;
  tocadas: Tocada[];
  /** Consumption of the account from its last bill on, when that changes. */
  estado: { factura_id: number; antes: EstadoConsumo; despues: EstadoConsumo } | null;
  escrituras: Escritura[];
  /** A version of the tariffs that bills name as 0: its id once it is saved. */
  version?: { id: number };
  /** Kept for the undo. */
  antes: object;
};

export const totalesDe = ({ tocadas }: Plan) => {
  const valores = tocadas.map(({ lineas }) => valorDe(lineas));
  return {
    facturas: tocadas.length,
    debito: sumar(valores.filter((valor) => valor > 0)),
    credito: sumar(valores.filter((valor) => valor < 0)),
    diferencia: sumar(valores),
    diferencia_m3: sumar(tocadas.map(({ factura, debida }) => debida.consumo_m3 - factura.consumo_m3)),
  };
};

/** Pesos that a correction moves, either way: what the limit of one person is held against. */
export function pesosMovidos(plan: Plan) {
  const { debito, credito } = totalesDe(plan);
  return debito - credito;
}

/** A plan as a table: one row per bill, with its lines. */
export function vistaDe(plan: Plan, limite_nota: number) {
  const { debito, credito, diferencia, diferencia_m3 } = totalesDe(plan);
  return {
    numero_cuenta: plan.numero_cuenta,
    huella: huellaDe(plan),
    facturas: plan.tocadas.map(filaDe),
    debito,
    credito,
    diferencia,
    diferencia_m3,
    cambios: plan.escrituras.map(({ campo, antes, despues }) => ({ campo, antes, despues })),
    requiere_aprobacion: pesosMovidos(plan) > limite_nota,
  };
}

function filaDe({ factura, metodo_antes, valor_antes, debida, lineas, omitida }: Tocada) {
  const diferencia = valorDe(lineas);
  const { numero_factura, periodo, fecha_emision } = factura;
  return {
    numero_factura,
    periodo,
    fecha_emision,
    consumo_antes: factura.consumo_m3,
    consumo_despues: debida.consumo_m3,
    metodo_antes,
    metodo_despues: debida.metodo,
    valor_antes,
    valor_despues: debida.valor_total,
    diferencia,
    nota: lineas.length > 0 ? tipoDeNota(diferencia) : null,
    omitida,
    limite_cobro: limiteCobro(fecha_emision),
    lineas: lineas.map((linea) => {
      const antes = cobrado(factura, linea);
      return { ...linea, antes, despues: antes + linea.valor };
    }),
  };
}

const cobrado = (
  { conceptos, corregido }: FacturaEnCadena,
  linea: { servicio: string; codigo: string; concepto: string },
) =>
  sumar(
    [...conceptos, ...corregido]
      .filter(
        ({ servicio, codigo, concepto }) =>
          servicio === linea.servicio && codigo === linea.codigo && concepto === linea.concepto,
      )
      .map(({ valor }) => valor),
  );

/** What was seen, in 64 signs: another one says that the books moved since. */
export function huellaDe({ tipo, numero_cuenta, tocadas, estado, escrituras }: Plan) {
  const seen = {
    tipo,
    numero_cuenta,
    facturas: tocadas.map(filaDe),
    estado: estado && [estado.factura_id, estado.antes, estado.despues].map(canonical),
    cambios: escrituras.map(({ campo, antes, despues }) => [campo, antes, despues]),
  };
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex');
}
