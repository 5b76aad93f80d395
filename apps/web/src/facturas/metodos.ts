import type { Metodo } from '@cunservicios/domain/consumo/listas';

/** How the m³ of a bill were found, for people. */
export const METODO: Record<Metodo, { nombre: string; explica: string }> = {
  medido: { nombre: 'Medido', explica: 'Es la diferencia entre dos lecturas del medidor.' },
  regularizado: {
    nombre: 'Medido después de estimar',
    explica: 'El medidor se volvió a leer: se descuenta lo que ya se había facturado por promedio.',
  },
  promedio: {
    nombre: 'Promedio de la cuenta',
    explica:
      'El medidor no se pudo leer. Se factura el promedio de sus periodos anteriores y se ajusta con la próxima lectura (Ley 142 de 1994, art. 146).',
  },
  similares: {
    nombre: 'Promedio de cuentas similares',
    explica:
      'El medidor no se pudo leer y la cuenta no tiene historia. Se factura el promedio de cuentas del mismo uso y estrato.',
  },
  provisional: {
    nombre: 'Provisional, en investigación',
    explica:
      'El consumo se salió de lo habitual. Mientras se investiga se factura el promedio (Ley 142 de 1994, art. 149).',
  },
  fuga: {
    nombre: 'Promedio por fuga',
    explica:
      'Hay una fuga que no se ve. Mientras se repara, hasta por dos meses, se cobra el promedio (Ley 142, art. 146).',
  },
  aforo: {
    nombre: 'Aforo',
    explica: 'La cuenta no tiene medidor: se cobra el volumen aforado de su vertimiento.',
  },
  sin_base: {
    nombre: 'Sin base para estimar',
    explica: 'No hay lectura ni historia con que estimar: se facturan 0 m³.',
  },
};
