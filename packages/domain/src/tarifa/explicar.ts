// A line as a person reads it: on paper, on the screen and in the answer to a PQR.
import { fraccion, textoDecimal, textoFraccion } from '../decimal.ts';
import type { Razon } from '../decimal.ts';
import { formatNumero, formatPesos } from '../pesos.ts';
import { exacto } from './calcular.ts';
import type { Renglon } from './calcular.ts';
import type { Codigo, Servicio } from './listas.ts';
import type { Medida } from './medida.ts';

export type Linea = {
  readonly servicio: Servicio;
  readonly codigo: Codigo;
  /** What the citizen reads: "Consumo básico de acueducto". */
  readonly concepto: string;
  /** Months × units × days for a fixed charge, m³ for the rest: exact, "11" or "221/30". */
  readonly cantidad: string;
  /** $ per month or per m³, exact decimal, signed: cantidad × valor_unitario is the exact value. */
  readonly valor_unitario: string;
  readonly formula: string;
  readonly norma: string;
  /** Whole pesos. */
  readonly valor: number;
};

const FRASES: Record<Codigo, string> = {
  cargo_fijo: 'Cargo fijo de',
  consumo_basico: 'Consumo básico de',
  consumo_complementario: 'Consumo complementario de',
  consumo_suntuario: 'Consumo suntuario de',
  consumo: 'Consumo de',
  subsidio_cargo_fijo: 'Subsidio al cargo fijo de',
  subsidio_consumo_basico: 'Subsidio al consumo básico de',
  contribucion_cargo_fijo: 'Contribución sobre el cargo fijo de',
  contribucion_consumo: 'Contribución sobre el consumo de',
  desincentivo: 'Desincentivo por consumo excesivo de',
};

/** Where each line comes from; the ranges name the resolution of their dated table instead. */
const NORMAS: Record<Codigo, string | null> = {
  cargo_fijo: 'Ley 142/1994 art. 90',
  consumo_basico: null,
  consumo_complementario: null,
  consumo_suntuario: null,
  consumo: 'Ley 142/1994 art. 90',
  subsidio_cargo_fijo: 'Ley 1450/2011 art. 125',
  subsidio_consumo_basico: 'Ley 1450/2011 art. 125',
  contribucion_cargo_fijo: 'Ley 1450/2011 art. 125',
  contribucion_consumo: 'Ley 1450/2011 art. 125',
  desincentivo: 'CRA 039/2024',
};

/**
 * The line with its texts. Formulas show the exact value and its rounding:
 * "11 m³ × $ 2.713,85 = 29.852,35 → $ 29.852". Decimals without end are cut with "…".
 */
export function explicar(renglon: Renglon, medida: Medida, normaRangos: string): Linea {
  const { codigo, servicio, clase, cantidad, unitario, valor } = renglon;
  return {
    servicio: servicio.servicio,
    codigo,
    concepto: `${FRASES[codigo]} ${servicio.servicio}${clase.etiqueta}`,
    cantidad: textoCantidad(cantidad),
    valor_unitario: unitario.texto,
    formula: `${factores(renglon, medida)} = ${textoExacto(renglon)} → ${formatPesos(valor)}`,
    norma: NORMAS[codigo] ?? normaRangos,
    valor,
  };
}

function factores(
  { codigo, servicio, clase, cantidad, unitario }: Renglon,
  { meses, dias, dias_ciclo }: Medida,
): string {
  const porcion = servicio.signo === 0 ? '' : `${servicio.signo < 0 ? '-' : ''}${servicio.porcentaje} × `;
  if (codigo === 'cargo_fijo' || codigo === 'subsidio_cargo_fijo' || codigo === 'contribucion_cargo_fijo') {
    const unidades = clase.unidades === 1 ? '' : `${clase.unidades} unidades × `;
    const prorrata = dias === dias_ciclo ? '' : `${dias}/${dias_ciclo} días × `;
    const base = `${unidades}${meses} ${meses === 1 ? 'mes' : 'meses'} × ${prorrata}${servicio.cargo_fijo.visible}`;
    return codigo === 'cargo_fijo' ? base : porcion + base;
  }
  const base = `${visible(textoCantidad(cantidad))} m³ × `;
  return unitario === servicio.consumo ? base + unitario.visible : `${porcion}${base}${servicio.consumo.visible}`;
}

function textoCantidad({ n, d }: Razon): string {
  if (d === 1) return String(n);
  const f = fraccion(BigInt(n), BigInt(d));
  return textoDecimal(f) ?? textoFraccion(f);
}

const visible = (cantidad: string) => (cantidad.includes('/') ? cantidad : formatNumero(cantidad));

/** "29.852,35", or with decimals that never end "14.634,03…". */
function textoExacto(renglon: Renglon): string {
  const { cantidad, unitario } = renglon;
  const n = cantidad.n * unitario.n;
  if (cantidad.d === 1 && Number.isSafeInteger(n)) return conSigno(decimalRapido(Math.abs(n), unitario.d), n < 0);
  const f = exacto(renglon);
  const magnitud = f.n < 0n ? -f.n : f.n;
  const cerrado = textoDecimal({ n: magnitud, d: f.d });
  if (cerrado !== null) return conSigno(cerrado, f.n < 0n);
  const centesimas = String((magnitud * 100n) / f.d).padStart(3, '0');
  return `${conSigno(`${centesimas.slice(0, -2)}.${centesimas.slice(-2)}`, f.n < 0n)}…`;
}

const conSigno = (texto: string, negativo: boolean) => (negativo ? '-' : '') + formatNumero(texto);

/** n / d as decimal text when d is a power of ten: the common case, without BigInt. */
function decimalRapido(n: number, d: number): string {
  if (d === 1) return String(n);
  const escala = String(d).length - 1;
  const digitos = String(n).padStart(escala + 1, '0');
  let fin = digitos.length;
  const punto = fin - escala;
  while (fin > punto && digitos.charCodeAt(fin - 1) === 48) fin -= 1;
  return fin === punto ? digitos.slice(0, punto) : `${digitos.slice(0, punto)}.${digitos.slice(punto, fin)}`;
}
