// What a bill says on paper (Ley 142 art. 148, dominio 2.9), before anybody decides where it stands.
import { diffDays } from '@cunservicios/domain/calendario/fechas';
import { type Calendario, sumarDiasHabiles } from '@cunservicios/domain/calendario/habiles';
import type { Metodo } from '@cunservicios/domain/consumo/listas';
import { type CodigoRecaudo, codigoRecaudo, referenciaDePago } from '@cunservicios/domain/documento/gs1';
import { cuentaPorPagar } from '@cunservicios/domain/documento/por-pagar';
import { explicarFactura } from '@cunservicios/domain/explicacion/explicar-factura';
import type { ClaveSeccion, Frase, LineaExplicable } from '@cunservicios/domain/explicacion/factura-explicable';
import { promedioEscrito } from '@cunservicios/domain/explicacion/palabras';
import { formatDecimal, formatNumero } from '@cunservicios/domain/pesos';
import { CODIGOS, SERVICIOS } from '@cunservicios/domain/tarifa/listas';
import type { DocumentoRow } from './documento.queries.ts';
import { explicable } from './find-documento.ts';
import { lineasConDueno } from './lineas-con-dueno.ts';
import { paginaPublica } from './pagina-publica.ts';

/** The utility as its bills show it. */
export type Empresa = {
  id: string;
  nombre: string;
  nit: string | null;
  dv: number | null;
  gln: string | null;
  atencion: string;
  puntos_pago: string;
  /** Address of the web, where the page of a bill is. */
  publicUrl: string;
  calendario: Calendario;
};

export type LineaImpresa = { concepto: string; cantidad: string; precio: string; valor: number };
export type GrupoImpreso = { titulo: string; lineas: LineaImpresa[]; subtotal: number };

export type Contenido = ReturnType<typeof contenidoDe>;

const METODOS_IMPRESOS: Record<Metodo, string> = {
  medido: 'Medido',
  regularizado: 'Medido, menos lo estimado antes',
  promedio: 'Promedio de la cuenta',
  similares: 'Promedio de usuarios parecidos',
  provisional: 'Promedio, en investigación',
  sin_base: 'Sin medición',
  fuga: 'Promedio, por fuga',
  aforo: 'Aforo',
};

/**
 * Everything on the paper. The total asks for what the bill did when it was issued, less what is under claim: payments
 * made since are not on it. A bill already paid or void carries no code to pay it again.
 */
export function contenidoDe(row: DocumentoRow, empresa: Empresa) {
  const { a_pagar, a_favor } = cuentaPorPagar(row);
  const secciones = explicarFactura(explicable(row));
  const frases = (...claves: ClaveSeccion[]): Frase[] =>
    secciones.filter(({ clave }) => claves.includes(clave)).flatMap((seccion) => seccion.frases);
  const { propios, terceros } = gruposDe(row);
  const estado = row.anulada ? 'ANULADA' : row.saldo <= 0 && row.valor_total > 0 ? 'PAGADA' : null;
  const recaudo = estado === null && a_pagar > 0 ? recaudoDe(row, empresa.gln, a_pagar) : null;
  const deuda = row.saldo_anterior - row.en_reclamo > 0;
  return {
    empresa: { ...empresa, nit: nitDe(empresa) },
    estado: estado,
    numero: row.numero_factura,
    cuenta: row.numero_cuenta,
    nombre: row.nombre,
    direccion: row.direccion,
    clase: claseDe(row),
    ruta: row.ruta,
    medidor: row.medidor,
    emision: row.fecha_emision,
    vencimiento: row.fecha_vencimiento,
    // The bill says from when; who is really suspended is decided by the list of arrears and its exclusions.
    suspension: deuda ? sumarDiasHabiles(row.fecha_vencimiento, 1, empresa.calendario) : null,
    periodo:
      row.periodo_desde === null || row.periodo_hasta === null
        ? null
        : {
            desde: row.periodo_desde,
            hasta: row.periodo_hasta,
            dias: diffDays(row.periodo_desde, row.periodo_hasta) + 1,
          },
    consumo:
      row.metodo === null || row.consumo_m3 === null
        ? null
        : {
            anterior: row.lectura_anterior,
            actual: row.lectura_actual,
            m3: row.consumo_m3,
            metodo: METODOS_IMPRESOS[row.metodo],
          },
    consumos: row.consumos,
    propios,
    terceros,
    totales: {
      propio: sumaDe(propios),
      terceros: sumaDe(terceros),
      factura: row.valor_total,
      saldo_anterior: row.saldo_anterior,
      en_reclamo: row.en_reclamo,
      a_pagar,
      a_favor,
    },
    explicacion: frases('lectura', 'consumo', 'comparacion', 'rangos', 'tarifa'),
    reclamar: frases('reclamar'),
    observaciones: row.observaciones,
    recaudo,
    sin_recaudo: estado === null && a_pagar > 0 && recaudo === null,
    // Both numbers of the paper open the page of the public room.
    pagina: paginaPublica(empresa, 'factura', { cuenta: row.numero_cuenta, numero: row.numero_factura }),
  };
}

const sumaDe = (grupos: GrupoImpreso[]) => grupos.reduce((suma, { subtotal }) => suma + subtotal, 0);

/** "NIT 811.014.470-1". */
export const nitDe = ({ nit, dv }: Empresa) =>
  nit === null ? null : `NIT ${formatNumero(nit)}${dv === null ? '' : `-${dv}`}`;

function claseDe({ uso, estrato, calculo }: DocumentoRow) {
  const clases = calculo?.clases;
  if (clases) return `Multiusuario, ${clases.reduce((suma, { unidades }) => suma + unidades, 0)} unidades`;
  const clase =
    uso === 'residencial' ? `Residencial, estrato ${estrato ?? ''}` : uso.charAt(0).toUpperCase() + uso.slice(1);
  return calculo && calculo.unidades > 1 ? `${clase}, ${calculo.unidades} unidades` : clase;
}

/** An amount that ten digits do not hold, or a GLN that is not there: the bill goes without the code. */
function recaudoDe(row: DocumentoRow, gln: string | null, valor: number): CodigoRecaudo | null {
  if (gln === null || valor > 9_999_999_999) return null;
  return codigoRecaudo({ gln, referencia: referenciaDePago(row), valor, fecha: row.fecha_vencimiento });
}

type Dueno = { nombre: string; lineas: LineaExplicable[] };

/** Lines by service, other charges last, and other people's lines by whose they are. */
function gruposDe(row: DocumentoRow) {
  const propios = new Map<string, Dueno>();
  const ajenos = new Map<string, Dueno>();
  for (const { linea, tercero } of lineasConDueno(row)) {
    const grupos = tercero ? ajenos : propios;
    const nombre = tercero ? tercero.nombre : grupoDe(linea);
    const grupo = grupos.get(nombre) ?? { nombre, lineas: [] };
    grupo.lineas.push(linea);
    grupos.set(nombre, grupo);
  }
  return { propios: [...propios.values()].map(imprimir), terceros: [...ajenos.values()].map(imprimir) };
}

const OTROS = 'Otros cobros';

function grupoDe({ servicio, codigo }: LineaExplicable) {
  const deTarifa =
    (SERVICIOS as readonly string[]).includes(servicio) && (CODIGOS as readonly string[]).includes(codigo);
  return deTarifa ? servicio.charAt(0).toUpperCase() + servicio.slice(1) : OTROS;
}

const imprimir = ({ nombre: titulo, lineas }: Dueno): GrupoImpreso => ({
  titulo,
  lineas: lineas.map((linea) => lineaImpresa(linea, titulo)),
  subtotal: lineas.reduce((suma, { valor }) => suma + valor, 0),
});

function lineaImpresa({ concepto, codigo, cantidad, valor_unitario, valor }: LineaExplicable, titulo: string) {
  const cargoFijo = codigo.endsWith('cargo_fijo');
  const unidad = cargoFijo
    ? cantidad === '1'
      ? ' mes'
      : ' meses'
    : (CODIGOS as readonly string[]).includes(codigo)
      ? ' m³'
      : '';
  return {
    // Under its service's name a line need not repeat it.
    concepto: concepto.replace(` de ${titulo.toLowerCase()}`, ''),
    cantidad: valor_unitario === '' ? '' : `${cantidadEscrita(cantidad)}${unidad}`,
    precio: valor_unitario === '' ? '' : precioEscrito(valor_unitario),
    valor,
  };
}

/** "64/3" of a mixed multiusuario as "21,33…". */
function cantidadEscrita(cantidad: string) {
  const [suma, n] = cantidad.split('/');
  if (suma === undefined || n === undefined) return /^\d+(\.\d+)?$/.test(cantidad) ? formatNumero(cantidad) : cantidad;
  return promedioEscrito({ suma: Number(suma), n: Number(n) });
}

/** A price of the tariff; a line that came from elsewhere may hold any text. */
const precioEscrito = (valor: string) => (/^-?\d+(\.\d+)?$/.test(valor) ? formatDecimal(valor) : valor);
