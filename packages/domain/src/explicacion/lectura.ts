// From the dial to the m³ that the meter moved.
import type { FacturaExplicable, Frase, TrazaExplicable } from './factura-explicable.ts';
import { fechaLarga, metros, numero } from './palabras.ts';

type Tramo = { readonly desde: number; readonly hasta: number; readonly m3: number; readonly tope: number | null };

/** What the dial said before and now, part by part when the meter was changed or went round. */
export function explicarLectura({ calculo, metodo, medidor, causal }: FacturaExplicable): Frase[] {
  if (calculo === null || metodo === 'aforo') return [];
  const { antes, lectura, accion } = calculo;
  const cual = medidor === null ? 'El medidor' : `El medidor ${medidor}`;
  if (lectura === null) {
    const porque = causal === null ? '' : ` Motivo anotado por el lector: ${causal}.`;
    const ultima = antes.ref === null ? '' : ` La última lectura aceptada sigue siendo ${numero(antes.ref)}.`;
    return [frase(`${cual} no se pudo leer en este periodo.${porque}${ultima}`)];
  }
  const tomada = `El ${fechaLarga(lectura.fecha)} ${minuscula(cual)} marcaba ${numero(lectura.dial)}`;
  if (accion === 'promediar')
    return [frase(`${tomada}. La empresa revisó esa lectura y decidió no usarla en esta factura: cobra por promedio.`)];
  if (lectura.cambios?.some(({ retiro }) => retiro === null))
    return [
      frase(`${tomada}. Se cambió el medidor y el retirado no se pudo leer: el nuevo empieza a contar desde allí.`),
    ];
  if (antes.ref === null)
    return [frase(`${tomada}: es su primera lectura, el punto de partida desde el que se medirá.`)];
  const tramos = tramosDe(calculo);
  if (tramos === null)
    return [
      frase(
        `${tomada}, menos que la lectura anterior, ${numero(antes.ref)}. Una lectura menor no se acepta sin revisarla.`,
      ),
    ];
  return [
    frase(`La lectura anterior era ${numero(antes.ref)}. ${tomada}.`),
    ...tramos.map((tramo, i) => deTramo(tramo, quienMarco(i, tramos.length))),
    ...(tramos.length > 1 ? [frase(`En total: ${metros(sumaDe(tramos))}.`)] : []),
  ];
}

/** m³ that the dial moved by its stored readings; null when they do not say. */
export function avanceDe(traza: TrazaExplicable): number | null {
  const tramos = tramosDe(traza);
  return tramos && sumaDe(tramos);
}

const sumaDe = (tramos: readonly Tramo[]) => tramos.reduce((suma, { m3 }) => suma + m3, 0);

/** One part for each meter; one confirmation forgives one step back (consumo/medir.ts). */
function tramosDe({ antes, lectura }: TrazaExplicable): Tramo[] | null {
  if (antes.ref === null || lectura === null) return null;
  const { cambios = [], vuelta_digitos, dial } = lectura;
  const tramos: Tramo[] = [];
  let desde = antes.ref;
  let vueltas = vuelta_digitos ? 1 : 0;
  for (const { retiro: hasta, inicial } of [...cambios, { retiro: dial, inicial: 0 }]) {
    if (hasta === null) return null;
    if (hasta >= desde) tramos.push({ desde, hasta, m3: hasta - desde, tope: null });
    else if (vuelta_digitos && vueltas-- > 0) {
      const tope = 10 ** vuelta_digitos;
      tramos.push({ desde, hasta, m3: tope - desde + hasta, tope });
    } else return null;
    desde = inicial;
  }
  return tramos;
}

const quienMarco = (i: number, total: number) =>
  total === 1 ? '' : i === total - 1 ? 'Con el medidor nuevo: ' : 'Con el medidor retirado: ';

function deTramo({ desde, hasta, m3, tope }: Tramo, quien: string): Frase {
  if (tope === null) return frase(`${quien}${numero(hasta)} - ${numero(desde)} = ${metros(m3)}.`);
  return frase(
    `${quien}${quien === '' ? 'El' : 'el'} contador llegó a su último número y volvió a cero, lo que se confirmó: ` +
      `${numero(tope)} - ${numero(desde)} + ${numero(hasta)} = ${metros(m3)}.`,
  );
}

const minuscula = (texto: string) => texto.charAt(0).toLowerCase() + texto.slice(1);

const frase = (texto: string): Frase => ({ texto, norma: 'Ley 142/1994 art. 146' });
