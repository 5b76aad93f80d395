import { formatNumero, formatPesos } from '@cunservicios/domain/pesos';

/** "12.431" */
export const entero = (n: number) => (n < 0 ? `-${formatNumero(String(-n))}` : formatNumero(String(n)));

/** "12 m³", or a dash where nothing is known. */
export const metros = (n: number | null) => (n === null ? '—' : `${entero(n)} m³`);

export const contar = (n: number, uno: string, varios: string) => `${entero(n)} ${n === 1 ? uno : varios}`;

/** "+3,2 %", only to be read; a dash where there is nothing to compare with. */
export function variacion(antes: number, ahora: number) {
  if (antes === 0) return '—';
  const porcentaje = Math.round((ahora / antes - 1) * 1000) / 10;
  return `${porcentaje > 0 ? '+' : ''}${porcentaje.toString().replace('.', ',')}\u00a0%`;
}

/** "+$ 1.200", "-$ 300": a change in pesos. */
export const conSigno = (pesos: number) => `${pesos > 0 ? '+' : ''}${formatPesos(pesos)}`;

/** What a dial showed: "999.500" is "999,5 m³". */
export function dial(lectura: string) {
  const [m3 = '', decimales = ''] = lectura.split('.');
  const resto = decimales.replace(/0+$/, '');
  return `${formatNumero(m3)}${resto && `,${resto}`} m³`;
}

/** "$ 1,2 M", "$ 340 mil": where a chart has no room for all digits. */
export function pesosCortos(pesos: number): string {
  const largo = Math.abs(pesos);
  const [divisor, unidad] =
    largo >= 999_500_000 ? [1e9, ' mil M'] : largo >= 999_500 ? [1e6, ' M'] : largo >= 1_000 ? [1e3, ' mil'] : [1, ''];
  const cuanto = largo / divisor;
  const escrito =
    divisor > 1 && cuanto < 10
      ? (Math.round(cuanto * 10) / 10).toString().replace('.', ',')
      : String(Math.round(cuanto));
  return `${pesos < 0 ? '-' : ''}$ ${escrito}${unidad}`;
}
