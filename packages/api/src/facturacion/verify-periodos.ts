// Proof of the totals of issued periods: added up again from their bills while those are recomputed.
import type { TenantDb } from '@cunservicios/db/tenant';
import { type FacturaCalculada, selectConceptosEmitidos, selectPeriodosEmitidos } from './verify.queries.ts';
import type { Hallazgo } from './verify.ts';

type Totales = { cuentas: number; consumo_m3: number; valor_total: number };
type Concepto = { facturas: number; valor: number };

/** Takes the bills one by one; `compare` says which totals are not theirs. Holds a few sums a period, however many bills. */
export function sumarPeriodos() {
  const totales = new Map<number, Totales>();
  const conceptos = new Map<string, Concepto>();

  const add = ({ periodo_id, anulada, consumo_m3, valor_total, conceptos: lineas, calculo }: FacturaCalculada) => {
    if (periodo_id === null || anulada) return;
    const total = totales.get(periodo_id) ?? { cuentas: 0, consumo_m3: 0, valor_total: 0 };
    total.cuentas += 1;
    total.consumo_m3 += consumo_m3;
    total.valor_total += valor_total;
    totales.set(periodo_id, total);
    const suyas = new Set<string>(); // a bill counts once for a concept, in how many lines it may be
    for (const { servicio, codigo, valor } of lineas) {
      const clave = [periodo_id, servicio, codigo, calculo.uso, calculo.estrato ?? 0].join('\n');
      const concepto = conceptos.get(clave) ?? { facturas: 0, valor: 0 };
      if (!suyas.has(clave)) concepto.facturas += 1;
      suyas.add(clave);
      concepto.valor += valor;
      conceptos.set(clave, concepto);
    }
  };

  const compare = async (t: TenantDb): Promise<Hallazgo[]> => {
    const hallazgos: Hallazgo[] = [];
    const differs = (objeto: string, campo: string, guardado: number, calculado: number) => {
      if (guardado === calculado) return;
      const detalle = `${campo}: dice ${guardado}, debe ser ${calculado}`;
      hallazgos.push({ que: 'resumen de periodo', objeto, detalle });
    };
    const periodos = await selectPeriodosEmitidos(t);
    for (const { id, codigo, ...guardado } of periodos) {
      const suyo = totales.get(id);
      for (const campo of ['cuentas', 'consumo_m3', 'valor_total'] as const)
        differs(codigo, campo, guardado[campo], suyo?.[campo] ?? 0);
    }
    const codigos = new Map(periodos.map(({ id, codigo }) => [id, codigo]));
    for (const { periodo_id, servicio, codigo, uso, estrato, facturas, valor } of await selectConceptosEmitidos(t)) {
      const clave = [periodo_id, servicio, codigo, uso, estrato].join('\n');
      const suyo = conceptos.get(clave) ?? { facturas: 0, valor: 0 };
      conceptos.delete(clave);
      const objeto = `${codigos.get(periodo_id)} ${servicio} ${codigo} ${uso} ${estrato}`;
      differs(objeto, 'facturas', facturas, suyo.facturas);
      differs(objeto, 'valor', valor, suyo.valor);
    }
    for (const [clave, { valor }] of conceptos) differs(clave.replaceAll('\n', ' '), 'valor', 0, valor);
    return hallazgos;
  };
  return { add, compare };
}
