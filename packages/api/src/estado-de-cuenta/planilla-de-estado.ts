import type { Planilla } from '../planilla/planilla.ts';
import type { EstadoDeCuenta } from './estado-de-cuenta.schema.ts';

type Fila = { fecha: string; concepto: string; numero_factura: string | null; valor: number | null; saldo: number };

/** The entries between a row of the opening balance and one of the closing balance. */
export function planillaDeEstado(estado: EstadoDeCuenta): Planilla<Fila> {
  const { numero_cuenta, desde, hasta, saldo_inicial, saldo_final, movimientos } = estado;
  const borde = (fecha: string, concepto: string, saldo: number) => ({
    fecha,
    concepto,
    saldo,
    numero_factura: null,
    valor: null,
  });
  return {
    nombre: `estado-${numero_cuenta}-${desde}-${hasta}`,
    columnas: [
      { titulo: 'Fecha', tipo: 'fecha', valor: ({ fecha }) => fecha },
      { titulo: 'Concepto', tipo: 'texto', valor: ({ concepto }) => concepto },
      { titulo: 'Factura', tipo: 'texto', valor: ({ numero_factura }) => numero_factura },
      { titulo: 'Cargo', tipo: 'pesos', valor: ({ valor }) => (valor !== null && valor > 0 ? valor : null) },
      { titulo: 'Abono', tipo: 'pesos', valor: ({ valor }) => (valor !== null && valor < 0 ? -valor : null) },
      { titulo: 'Saldo', tipo: 'pesos', valor: ({ saldo }) => saldo },
    ],
    filas: [[borde(desde, 'Saldo inicial', saldo_inicial)], movimientos, [borde(hasta, 'Saldo final', saldo_final)]],
  };
}
