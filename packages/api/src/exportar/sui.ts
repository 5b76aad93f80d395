// A period as SUI asks for it, account by account. The columns are ours until the annex is settled (dominio 7).
import type { Metodo } from '@cunservicios/domain/consumo/listas';
import { CODIGOS, SERVICIOS } from '@cunservicios/domain/tarifa/listas';
import { stringify } from 'csv-stringify/sync';
import type { DocumentoRow } from '../documento/documento.queries.ts';
import { lineasConDueno } from '../documento/lineas-con-dueno.ts';
import { sinFormula } from '../planilla/planilla.ts';
import type { Control } from './control.ts';

/** 1 measured, 2 average or estimated (dominio 2.2). */
export const baseDeConsumo = (metodo: Metodo): 1 | 2 => (metodo === 'medido' || metodo === 'regularizado' ? 1 : 2);

const NO_FUNCIONA = /da[ñn]ad|frenad|invertid|hurtad|ilegible/i;

/** 1 no meter, 2 not working, 3 working: by the reason that the reader noted. */
const estadoDelMedidor = ({ medidor, causal }: DocumentoRow): 1 | 2 | 3 =>
  medidor === null ? 1 : causal !== null && NO_FUNCIONA.test(causal) ? 2 : 3;

const CLAVES = SERVICIOS.flatMap((servicio) => CODIGOS.map((codigo) => `${servicio}_${codigo}`));
const COLUMNAS = [
  'numero_cuenta',
  'numero_factura',
  'divipola',
  'uso',
  'estrato',
  'estado_medidor',
  'base_consumo',
  'lectura_anterior',
  'lectura_actual',
  'consumo_m3',
  ...CLAVES,
  'otros_cobros',
  'terceros',
  'valor_total',
];

const fila = (valores: Record<string, string | number | null>) =>
  stringify([COLUMNAS.map((columna) => valores[columna] ?? '')], { cast: { string: (texto) => sinFormula(texto) } });

export const encabezadoSui = stringify([COLUMNAS]);

/** One account: its consumption and what each concept came to; the columns of values add up to `valor_total`. */
export function filaSui(row: DocumentoRow, municipio: string | null): string {
  const valores: Record<string, number> = { otros_cobros: 0, terceros: 0 };
  for (const { linea, tercero } of lineasConDueno(row)) {
    const clave = `${linea.servicio}_${linea.codigo}`;
    const columna = tercero ? 'terceros' : CLAVES.includes(clave) ? clave : 'otros_cobros';
    valores[columna] = (valores[columna] ?? 0) + linea.valor;
  }
  return fila({
    ...valores,
    numero_cuenta: row.numero_cuenta,
    numero_factura: row.numero_factura,
    divipola: municipio,
    uso: row.uso,
    estrato: row.estrato,
    estado_medidor: estadoDelMedidor(row),
    base_consumo: row.metodo === null ? null : baseDeConsumo(row.metodo),
    lectura_anterior: row.lectura_anterior,
    lectura_actual: row.lectura_actual,
    consumo_m3: row.consumo_m3,
    valor_total: row.valor_total,
  });
}

/** The last row: how many bills and what they come to, equal to the books. */
export const controlSui = ({ facturas, valor_total }: Control) =>
  fila({ numero_cuenta: 'CONTROL', numero_factura: facturas, valor_total });
