/** "0.2534" and "-0.2534" as "25,34": the point moves two places and the sign goes; nothing is rounded. */
export function formatPorcentaje(fraccion: string): string {
  const [entera = '', decimales = ''] = fraccion.replace('-', '').split('.');
  const digitos = decimales.padEnd(2, '0');
  const cola = digitos.slice(2).replace(/0+$/, '');
  return `${Number(`${entera}${digitos.slice(0, 2)}`)}${cola && `,${cola}`}`;
}
