// A bill as DIAN's documento equivalente of public utilities asks for it (type 60; dominio 5.6). Signing and sending it,
// with its CUDE, is the technology provider's work.
import { DOCUMENTOS, type TipoDocumento } from '@cunservicios/domain/documento/listas';
import { referenciaDePago } from '@cunservicios/domain/documento/gs1';
import { cuentaPorPagar } from '@cunservicios/domain/documento/por-pagar';
import { sumar } from '@cunservicios/domain/pesos';
import type { DocumentoRow } from '../documento/documento.queries.ts';
import { lineasConDueno } from '../documento/lineas-con-dueno.ts';
import { baseDeConsumo } from './sui.ts';

export type Emisor = {
  nombre: string;
  nit: string | null;
  dv: number | null;
  municipio: string | null;
  resolucion_dian: string;
};

export type DocumentoDian = ReturnType<typeof documentoDian>;

const esSubsidio = (codigo: string) => codigo.startsWith('subsidio');
const esContribucion = (codigo: string) => codigo.startsWith('contribucion');

/** total = lineas − subsidios + contribuciones; water and sewage are excluded from IVA, so taxes are zero. */
export function documentoDian(row: DocumentoRow, { nombre, nit, dv, municipio, resolucion_dian }: Emisor) {
  const { conceptos } = row;
  const suma = (cuales: (codigo: string) => boolean) =>
    sumar(conceptos.filter(({ codigo }) => cuales(codigo)).map(({ valor }) => valor));
  const tipo = row.tipo_documento as TipoDocumento | null;
  return {
    tipo_documento: '60',
    prefijo: /^[A-Z]*/.exec(row.numero_factura)?.[0] ?? '',
    numero: row.numero_factura,
    resolucion: resolucion_dian === '' ? null : resolucion_dian,
    fecha_emision: row.fecha_emision,
    fecha_vencimiento: row.fecha_vencimiento,
    periodo:
      row.periodo_desde === null || row.periodo_hasta === null
        ? null
        : { desde: row.periodo_desde, hasta: row.periodo_hasta },
    moneda: 'COP',
    emisor: { tipo_documento: DOCUMENTOS.NIT.codigo_dian, documento: nit, dv, nombre, municipio },
    cliente: {
      tipo_documento: tipo === null ? null : DOCUMENTOS[tipo].codigo_dian,
      documento: row.documento,
      nombre: row.nombre,
      numero_cuenta: row.numero_cuenta,
      direccion: row.direccion,
      municipio,
    },
    medicion:
      row.consumo_m3 === null || row.metodo === null
        ? null
        : {
            medidor: row.medidor,
            lectura_anterior: row.lectura_anterior,
            lectura_actual: row.lectura_actual,
            consumo_m3: row.consumo_m3,
            base: baseDeConsumo(row.metodo),
          },
    lineas: lineasConDueno(row).map(({ linea, tercero }, i) => ({
      numero: i + 1,
      servicio: linea.servicio,
      codigo: linea.codigo,
      concepto: linea.concepto,
      cantidad: linea.cantidad,
      valor_unitario: linea.valor_unitario,
      valor: linea.valor,
      tercero: tercero?.nombre ?? null,
    })),
    subtotal: suma((codigo) => !esSubsidio(codigo) && !esContribucion(codigo)),
    subsidios: 0 - suma(esSubsidio),
    contribuciones: suma(esContribucion),
    impuestos: 0,
    terceros: row.terceros.map(({ nombre: quien, nit: suyo, valor }) => ({ nombre: quien, nit: suyo, valor })),
    total: row.valor_total,
    saldo_anterior: row.saldo_anterior,
    a_pagar: cuentaPorPagar(row).a_pagar,
    referencia: referenciaDePago(row),
  };
}
