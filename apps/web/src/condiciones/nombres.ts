/** What makes an account be billed unlike others: its name, what it does to the bill, and where that comes from. */
export const CONDICION = {
  fuga: {
    nombre: 'Fuga imperceptible',
    corto: 'Se cobra el promedio por dos meses',
    hace: 'Desde que se detectó, dos meses se cobran por el promedio de la cuenta mientras el usuario la repara. Después se cobra lo que marque el medidor, se haya reparado o no.',
    norma: 'Ley 142 de 1994, art. 146',
  },
  vertimiento: {
    nombre: 'Vertimiento propio',
    corto: 'El alcantarillado no va por el agua del acueducto',
    hace: 'Cambia los metros cúbicos de alcantarillado. Una fuente propia (pozo, quebrada) suma los suyos a los del acueducto; un vertimiento aforado los reemplaza. Vale para los periodos que empiecen desde su fecha.',
    norma: 'Conceptos CRA 44271 de 2010 y 6691 de 2014',
  },
  decision: {
    nombre: 'Decisión de uso especial',
    corto: 'Para una entidad sin ánimo de lucro',
    hace: 'Respalda que la cuenta se cobre como uso especial entre sus fechas. Cuando deja de regir, la cuenta queda apartada y no se factura hasta registrar otra decisión o cambiar el uso.',
    norma: 'Decreto 229 de 2002, art. 3, num. 3.37',
  },
  fechas: {
    nombre: 'Fechas del servicio',
    corto: 'Empezó o terminó a mitad de un periodo',
    hace: 'En el periodo en que empieza o termina el servicio, el cargo fijo y los límites de consumo se cobran solo por los días que hubo servicio.',
    norma:
      'No se cobra servicio no prestado: Ley 142 de 1994, art. 148; la proporción por días es criterio del programa',
  },
  clases: {
    nombre: 'Unidades de distinta clase',
    corto: 'Viviendas y locales con un solo medidor',
    hace: 'Los metros cúbicos se reparten por igual entre las unidades, y cada una paga la tarifa de su clase. Reemplaza el uso, el estrato y las unidades de la cuenta.',
    norma: 'Resolución CRA 319 de 2005',
  },
  protegido: {
    nombre: 'Usuario protegido',
    corto: 'No se le suspende el servicio',
    hace: 'La cuenta no se suspende aunque deba. La factura no cambia y la deuda sigue.',
    norma: 'Concepto SSPD 271 de 2019',
  },
  exento_desincentivo: {
    nombre: 'Exento del desincentivo',
    corto: 'Inquilinato, hogar comunitario, área común',
    hace: 'No paga el cobro adicional por consumo excesivo cuando la empresa lo tiene activo.',
    norma: 'Resolución CRA 039 de 2024',
  },
} as const;

/** What is done to the meter in place. */
export const MEDIDOR = {
  cambiar: {
    nombre: 'Cambiar el medidor',
    corto: 'Se retira uno y se pone otro el mismo día',
    hace: 'El periodo cobra las dos partes: lo que marcó el que se retira hasta ese día, y lo que marque el nuevo desde entonces.',
    norma: 'Ley 142 de 1994, arts. 144 a 146',
  },
  retirar: {
    nombre: 'Retirar el medidor',
    corto: 'La cuenta queda sin medidor',
    hace: 'Se cobra lo que marcó hasta ese día. Después no hay qué medir: hasta que se instale otro, el consumo se estima.',
    norma: 'Ley 142 de 1994, art. 146',
  },
} as const;

export type ClaveCondicion = keyof typeof CONDICION;
export type ClaveMedidor = keyof typeof MEDIDOR;
