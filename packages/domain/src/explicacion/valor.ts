// From the m³ to the pesos: ranges, tariff, each line, and what is to be paid.
import { addMonths } from '../calendario/fechas.ts';
import { cuentaPorPagar } from '../documento/por-pagar.ts';
import { formatPesos, sumar } from '../pesos.ts';
import { CODIGOS, SERVICIOS } from '../tarifa/listas.ts';
import { rangosDe } from '../tarifa/rangos.ts';
import type { FacturaExplicable, Frase, LineaExplicable } from './factura-explicable.ts';
import { enumerar, fechaLarga, metros, numero, plural } from './palabras.ts';

/** Up to where consumption is básico and complementario at this altitude, and how the m³ fall into it. */
export function explicarRangos({ calculo, conceptos, consumo_m3 }: FacturaExplicable): Frase[] {
  if (calculo === null || consumo_m3 === null) return [];
  const { uso, altitud_msnm, meses, unidades, fecha, prorrata, clases } = calculo;
  const { basico_m3, complementario_m3, norma } = rangosDe(altitud_msnm, fecha);
  if (clases)
    return [
      {
        texto: `El multiusuario tiene ${enumerar(clases.map((c) => `${plural(c.unidades, 'unidad', 'unidades')} de ${claseDe(c)}`))}: los m³ se reparten por igual entre las unidades y cada clase paga su tarifa.`,
        norma: 'CRA 319/2005',
      },
    ];
  if (uso !== 'residencial')
    return [{ texto: `El uso ${uso} no tiene rangos: todos los m³ tienen el mismo precio.`, norma }];
  const veces = meses * unidades;
  const frases = [
    `El municipio está a ${numero(altitud_msnm)} metros de altura. A esa altura el consumo básico llega hasta ${metros(basico_m3)} al mes ` +
      `por suscriptor, y el complementario hasta ${metros(complementario_m3)}; lo demás es suntuario.`,
  ];
  if (veces > 1)
    frases.push(
      `Por ${enumerar([...(meses > 1 ? [plural(meses, 'mes', 'meses')] : []), ...(unidades > 1 ? [plural(unidades, 'unidad', 'unidades')] : [])])} ` +
        `los límites son ${metros(basico_m3 * veces)} y ${metros(complementario_m3 * veces)}.`,
    );
  if (prorrata)
    frases.push(
      `Se prestó el servicio ${prorrata.dias} de los ${prorrata.dias_ciclo} días del ciclo: límites y cargo fijo van en esa proporción.`,
    );
  const partes = conceptos.flatMap(({ servicio, codigo, cantidad }) => {
    const rango =
      servicio === 'acueducto' ? /^consumo_(basico|complementario|suntuario)$/.exec(codigo)?.[1] : undefined;
    return rango && /^\d+$/.test(cantidad) ? [`${metros(Number(cantidad))} de ${NOMBRES_RANGO[rango] ?? rango}`] : [];
  });
  if (partes.length > 0) frases.push(`De sus ${metros(consumo_m3)} hay ${enumerar(partes)}.`);
  return frases.map((texto) => ({ texto, norma }));
}

const NOMBRES_RANGO: Record<string, string> = {
  basico: 'consumo básico',
  complementario: 'complementario',
  suntuario: 'suntuario',
};

/** Which version of the tariffs, and why that one. */
export function explicarTarifa({ tarifa, calculo, periodo }: FacturaExplicable): Frase[] {
  if (tarifa === null) return [];
  const dia = periodo?.desde ?? calculo?.fecha;
  const porque =
    dia === undefined ? '' : `, porque es la que estaba vigente el primer día del periodo, ${fechaLarga(dia)}`;
  return [
    {
      texto: `Los precios son los que rigen desde el ${fechaLarga(tarifa.vigente_desde)} (${tarifa.fuente})${porque}.`,
      norma: 'Ley 142/1994 arts. 90 y 125',
    },
  ];
}

/** A line that the tariff makes; the others were waiting for the bill. */
const esPropia = ({ servicio, codigo }: LineaExplicable) =>
  (SERVICIOS as readonly string[]).includes(servicio) && (CODIGOS as readonly string[]).includes(codigo);
const esApoyo = ({ codigo }: LineaExplicable) => codigo.startsWith('subsidio_') || codigo.startsWith('contribucion_');

const deLinea = ({ concepto, formula, norma, valor }: LineaExplicable): Frase => ({
  texto: formula === '' ? `${concepto}: ${formatPesos(valor)}.` : `${concepto}: ${formula}.`,
  norma: norma === '' ? 'Ley 142/1994 art. 148' : norma,
});

/** Each line of the utility's services down to its peso. */
export function explicarLineas({ conceptos }: FacturaExplicable): Frase[] {
  const propias = conceptos.filter((linea) => esPropia(linea) && !esApoyo(linea));
  if (propias.length === 0) return [];
  return [
    ...propias.map(deLinea),
    {
      texto: 'Cada línea se calcula exacta y se redondea una sola vez, al peso más cercano.',
      norma: 'Ley 142/1994 art. 148',
    },
  ];
}

/** Subsidies received and contributions made, line by line and together. */
export function explicarApoyos({ conceptos, calculo }: FacturaExplicable): Frase[] {
  const lineas = conceptos.filter((linea) => esPropia(linea) && esApoyo(linea));
  const norma = 'Ley 142/1994 art. 89; Ley 1450/2011 art. 125';
  if (lineas.length === 0)
    return calculo === null
      ? []
      : [{ texto: `El ${claseDe(calculo)} paga la tarifa plena: ni subsidio ni contribución.`, norma }];
  const valor = sumar(lineas.map((linea) => linea.valor));
  const juntos =
    valor <= 0
      ? `En total recibe ${formatPesos(-valor)} de subsidio por ser ${calculo ? claseDe(calculo) : 'de su estrato'}.`
      : `En total aporta ${formatPesos(valor)} de contribución, con la que se pagan subsidios a otros usuarios.`;
  return [...lineas.map(deLinea), { texto: juntos, norma }];
}

const claseDe = ({ uso, estrato }: { uso: string; estrato: number | null }) =>
  estrato === null ? `uso ${uso}` : `estrato ${estrato}`;

/** Interest, charges of orders and agreements, and other people's money. */
export function explicarOtros({ conceptos, terceros }: FacturaExplicable): Frase[] {
  return [
    ...conceptos.filter((linea) => !esPropia(linea)).map(deLinea),
    ...terceros.map(({ nombre, valor }) => ({
      texto: `${formatPesos(valor)} de esta factura son de ${nombre}: la empresa solo los recauda.`,
      norma: 'Ley 142/1994 arts. 147 y 148',
    })),
  ];
}

/** The total as the sum of the lines. */
export const explicarTotal = ({ conceptos, valor_total }: FacturaExplicable): Frase[] => [
  {
    texto: `La suma de ${conceptos.length === 1 ? 'la línea' : `las ${conceptos.length} líneas`} de la factura es ${formatPesos(valor_total)}.`,
    norma: 'Ley 142/1994 art. 148',
  },
];

/** Total, previous balance and amount under claim, and until when. */
export function explicarPorPagar(factura: FacturaExplicable): Frase[] {
  const { valor_total, saldo_anterior, en_reclamo, fecha_vencimiento } = factura;
  const { a_pagar, a_favor } = cuentaPorPagar(factura);
  const norma = 'Ley 142/1994 arts. 148 y 155';
  const frases: string[] = [];
  if (saldo_anterior > 0) frases.push(`Al emitir la factura la cuenta debía ${formatPesos(saldo_anterior)} de antes.`);
  if (saldo_anterior < 0) frases.push(`Al emitir la factura la cuenta tenía ${formatPesos(-saldo_anterior)} a favor.`);
  if (en_reclamo > 0)
    frases.push(`Hay ${formatPesos(en_reclamo)} en reclamo: mientras se resuelve no tiene que pagarlos.`);
  if (saldo_anterior !== 0 || en_reclamo > 0) {
    const cuenta = [
      formatPesos(valor_total),
      ...(saldo_anterior === 0 ? [] : [`${saldo_anterior > 0 ? '+' : '-'} ${formatPesos(Math.abs(saldo_anterior))}`]),
      ...(en_reclamo > 0 ? [`- ${formatPesos(en_reclamo)}`] : []),
    ].join(' ');
    frases.push(
      a_favor > 0 ? `${cuenta}: le quedan ${formatPesos(a_favor)} a favor.` : `${cuenta} = ${formatPesos(a_pagar)}.`,
    );
  }
  frases.push(
    a_pagar === 0
      ? 'No tiene nada que pagar por esta factura.'
      : `Pague ${formatPesos(a_pagar)} a más tardar el ${fechaLarga(fecha_vencimiento)}.`,
  );
  return frases.map((texto) => ({ texto, norma }));
}

/** How to claim, until when, and what comes after. */
export const explicarReclamo = ({ fecha_emision }: FacturaExplicable): Frase[] => [
  {
    texto: `Puede reclamar esta factura hasta el ${fechaLarga(addMonths(fecha_emision, 5))}, cinco meses después de expedida, sin abogado.`,
    norma: 'Ley 142/1994 art. 154',
  },
  {
    texto: 'No tiene que pagar lo que reclama para que lo atiendan; pague lo que no reclama.',
    norma: 'Ley 142/1994 art. 155',
  },
  { texto: 'La empresa responde en 15 días hábiles.', norma: 'Ley 142/1994 art. 158' },
  {
    texto:
      'Si la respuesta no lo convence, en los cinco días siguientes puede pedir a la empresa que la revise (reposición) y, en el mismo escrito, que decida la Superservicios (apelación).',
    norma: 'Ley 142/1994 arts. 154 y 159',
  },
];
