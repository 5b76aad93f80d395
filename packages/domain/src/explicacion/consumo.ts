// How the m³ of a bill were found: one answer for each method.
import { REGLAS_DESVIACION, compararConsumo } from '../consumo/desviacion.ts';
import type { Metodo } from '../consumo/listas.ts';
import type { Promedio } from '../consumo/promedio.ts';
import { redondearProducto } from '../pesos.ts';
import { vigenteEn } from '../vigencia.ts';
import type { FacturaExplicable, Frase, TrazaExplicable } from './factura-explicable.ts';
import { avanceDe } from './lectura.ts';
import { metros, numero, plural, promedioEscrito } from './palabras.ts';

const ART_146 = 'Ley 142/1994 art. 146';
const ART_149 = 'Ley 142/1994 art. 149';

type Explicar = (traza: TrazaExplicable, m3: number) => Frase[];

const POR_METODO: Record<Metodo, Explicar> = {
  medido: (_, m3) => [frase(`Se cobra lo que avanzó el medidor: ${metros(m3)}.`)],

  regularizado: (traza, m3) => {
    const { antes, despues } = traza;
    const avance = avanceDe(traza) ?? 0;
    const restas = [
      ...(antes.estimado > 0 ? [`${metros(antes.estimado)} que ya se le habían cobrado por promedio`] : []),
      ...(antes.arrastre < 0 ? [`${metros(-antes.arrastre)} que tenía a su favor`] : []),
    ];
    const neto = avance - antes.estimado + antes.arrastre;
    const cuenta = [avance, antes.estimado, -antes.arrastre].filter((n, i) => i === 0 || n > 0).map(numero);
    const frases = [
      frase(
        `El medidor se volvió a leer. Del total avanzado se descuentan ${restas.join(' y ')}: ${cuenta.join(' - ')} = ${metros(neto)}.`,
      ),
      frase(`Se cobran ${metros(m3)}.`),
    ];
    if (despues.arrastre < 0)
      frases.push(
        frase(
          `Lo cobrado de más, ${metros(-despues.arrastre)}, queda a su favor y se descuenta en el próximo periodo.`,
        ),
      );
    return frases;
  },

  promedio: (traza, m3) => [
    frase('Como no hubo medición y no es culpa suya, se cobra su propio promedio.'),
    ...propio(traza, m3),
    frase('Cuando el medidor se vuelva a leer, estos m³ se descuentan de lo que marque.'),
  ],

  similares: ({ promedio, uso, estrato }, m3) => [
    frase(
      'Como no hubo medición y la cuenta no tiene periodos medidos, se cobra el promedio de los suscriptores parecidos.',
    ),
    ...(promedio === null
      ? []
      : [
          frase(
            `${plural(promedio.n, 'cuenta', 'cuentas')} de uso ${claseDe(uso, estrato)}, medidas en este periodo, suman ${metros(promedio.suma)}: ` +
              `el promedio es ${promedioEscrito(promedio)} m³, que redondeado da ${metros(m3)}.`,
          ),
        ]),
  ],

  provisional: (traza, m3) => [
    frase(
      `El medidor avanzó ${metros(m3 + traza.en_investigacion)}, una desviación significativa: mientras se investiga no se cobra lo medido, sino el promedio.`,
      ART_149,
    ),
    ...promedioRedondeado(traza, m3, ART_149),
    frase(
      traza.en_investigacion >= 0
        ? `Quedan en investigación ${metros(traza.en_investigacion)}: se cobrarán solo si se aclara que se consumieron.`
        : `Quedan en investigación ${metros(-traza.en_investigacion)} de menos: si se aclara que no se consumieron, se le devuelven.`,
      ART_149,
    ),
  ],

  sin_base: (_, m3) => [
    frase(
      `No hubo medición y no hay con qué estimar: ni periodos medidos de la cuenta ni suscriptores parecidos. Se cobran ${metros(m3)}.`,
    ),
  ],

  fuga: (traza, m3) => {
    const avance = avanceDe(traza);
    const medida = avance === null ? '' : ` El medidor avanzó ${metros(avance)}.`;
    return [
      frase(
        `Se detectó una fuga imperceptible: mientras corren los dos meses para repararla se cobra el promedio, no lo medido.${medida}`,
      ),
      ...promedioRedondeado(traza, m3),
      frase('Después de ese plazo se cobra lo que marque el medidor, se haya reparado o no.'),
    ];
  },

  aforo: (_, m3) => [
    frase(
      `La cuenta no tiene medidor de acueducto: se cobran ${metros(m3)} de acueducto y lo que se le afora de vertimiento.`,
    ),
  ],
};

/** The m³ billed and how they were found. */
export function explicarConsumo({ calculo, metodo, consumo_m3 }: FacturaExplicable): Frase[] {
  if (calculo === null || metodo === null || consumo_m3 === null) return [];
  const frases = POR_METODO[metodo](calculo, consumo_m3);
  const { vertimiento, meses } = calculo;
  if (vertimiento) {
    const propio = vertimiento.m3_mes * meses;
    frases.push(
      frase(
        vertimiento.modo === 'aforo'
          ? `El alcantarillado se cobra por lo que se le midió de vertimiento: ${metros(propio)}.`
          : `Tiene una fuente propia: el alcantarillado se cobra por ${numero(consumo_m3)} + ${numero(propio)} = ${metros(consumo_m3 + propio)}.`,
      ),
    );
  }
  return frases;
}

/** The comparison with earlier periods and whether it is a significant deviation. Only what was measured cleanly is compared. */
export function explicarComparacion({ calculo, metodo, consumo_m3 }: FacturaExplicable): Frase[] {
  if (calculo === null || consumo_m3 === null || (metodo !== 'medido' && metodo !== 'provisional')) return [];
  const { antes, grupo, meses, fecha, accion } = calculo;
  const medido = consumo_m3 + calculo.en_investigacion;
  const { norma } = vigenteEn(REGLAS_DESVIACION, fecha, 'límites de desviación');
  const { base, promedio, umbral_pct, desviacion } = compararConsumo(medido, {
    historia: antes.historia,
    grupo,
    meses,
    fecha,
  });
  if (base === null || promedio === null)
    return [frase('Todavía no hay periodos medidos con qué comparar este consumo.', norma)];
  const quien =
    base === 'historico'
      ? `El promedio de sus últimos ${plural(promedio.n, 'periodo medido', 'periodos medidos')} es`
      : `Sin historia propia, se compara con el promedio de ${plural(promedio.n, 'cuenta parecida', 'cuentas parecidas')}, que es`;
  return [
    frase(`${quien} ${promedioEscrito(promedio)} m³. ${diferencia(medido, promedio)}`, norma),
    frase(
      `La norma llama desviación significativa a un aumento o una disminución de más de ${umbral_pct} %: ${
        desviacion ? 'este consumo lo es' : 'este consumo no lo es'
      }.${desviacion && metodo === 'medido' ? cobrada(accion) : ''}`,
      norma,
    ),
  ];
}

const cobrada = (accion: string | undefined) =>
  accion === 'confirmar'
    ? ' La empresa la revisó y la confirmó: se cobra lo medido.'
    : ' Se cobra lo medido y la empresa debe revisar la causa.';

function propio({ antes, promedio }: TrazaExplicable, m3: number): Frase[] {
  if (promedio === null) return [];
  const usados = antes.historia.slice(-promedio.n);
  const suma =
    usados.length > 1 ? `${usados.map(numero).join(' + ')} = ${metros(promedio.suma)}` : metros(promedio.suma);
  return [
    frase(
      `Sus últimos ${plural(promedio.n, 'periodo medido', 'periodos medidos')}: ${suma}. ` +
        `El promedio es ${promedioEscrito(promedio)} m³, que redondeado da ${metros(m3)}.`,
    ),
  ];
}

/** The average that stands in for the measurement: the account's own, or without history that of its like. */
function promedioRedondeado({ antes, promedio }: TrazaExplicable, m3: number, norma?: string): Frase[] {
  if (promedio === null) return [];
  const { n } = promedio;
  const deQuien =
    antes.historia.length > 0
      ? `sus últimos ${plural(n, 'periodo medido', 'periodos medidos')}`
      : plural(n, 'cuenta parecida medida en este periodo', 'cuentas parecidas medidas en este periodo');
  return [frase(`El promedio de ${deQuien} es ${promedioEscrito(promedio)} m³: se cobran ${metros(m3)}.`, norma)];
}

function diferencia(medido: number, { suma, n }: Promedio): string {
  if (suma === 0) return `Este periodo: ${metros(medido)}.`;
  const decimas = redondearProducto(Math.abs(medido * n - suma), 1000, suma);
  if (decimas === 0) return `Este periodo: ${metros(medido)}, lo mismo.`;
  const porcentaje = `${numero(Math.floor(decimas / 10))}${decimas % 10 === 0 ? '' : `,${decimas % 10}`} %`;
  return `Este periodo: ${metros(medido)}, ${porcentaje} ${medido * n > suma ? 'más' : 'menos'}.`;
}

const claseDe = (uso: string, estrato: number | null) => (estrato === null ? uso : `${uso} estrato ${estrato}`);

const frase = (texto: string, norma = ART_146): Frase => ({ texto, norma });
