// Writes collection files, for examples and tests: what `lectorAsobancaria` reads, always in lines of 162.
import { ReglaError } from '../regla.ts';
import {
  CAMPOS,
  type DetalleRecaudo,
  type EncabezadoRecaudo,
  LARGO,
  type LoteRecaudo,
  PERFIL_COMUN,
  type PerfilBanco,
  type Posiciones,
} from './asobancaria-campos.ts';

type Campo = readonly [Posiciones, string];

function linea(tipo: string, campos: readonly Campo[]): string {
  let texto = tipo;
  for (const [[desde, hasta], valor] of campos) {
    if (valor.length !== hasta - desde + 1)
      throw new ReglaError('validacion', `"${valor}" no cabe en las posiciones ${desde} a ${hasta}.`, {
        campo: 'archivo',
      });
    texto = texto.padEnd(desde - 1) + valor;
  }
  return texto.padEnd(LARGO);
}

const largo = ([desde, hasta]: Posiciones) => hasta - desde + 1;
const cifras = (posiciones: Posiciones, n: number | bigint | string): Campo => [
  posiciones,
  String(n).padStart(largo(posiciones), '0'),
];
const letras = (posiciones: Posiciones, texto: string): Campo => [posiciones, texto.padEnd(largo(posiciones))];
const dia = (posiciones: Posiciones, fecha: string): Campo => [posiciones, fecha.replaceAll('-', '')];

/** The lines of a file, without their ends; batches and details may be as many as one likes. */
export function* escribirAsobancaria(
  encabezado: EncabezadoRecaudo,
  lotes: Iterable<LoteRecaudo>,
  perfil: PerfilBanco = PERFIL_COMUN,
): Generator<string> {
  const a = CAMPOS.archivo;
  yield linea('01', [
    cifras(a.nit, encabezado.nit),
    dia(a.fecha, encabezado.fecha),
    cifras(a.banco, encabezado.banco),
    letras(a.cuenta, encabezado.cuenta),
    dia(a.fecha_archivo, encabezado.fecha_archivo),
    cifras(a.hora, encabezado.hora),
    letras(a.modificador, encabezado.modificador),
    letras(a.tipo_cuenta, encabezado.tipo_cuenta),
  ]);
  let registros = 0;
  let total = 0n;
  for (const { codigo_servicio, lote, detalles } of lotes) {
    yield linea('05', [letras(CAMPOS.lote.codigo_servicio, codigo_servicio), cifras(CAMPOS.lote.lote, lote)]);
    let delLote = 0;
    let suma = 0n;
    for (const detalle of detalles) {
      const valor = bruto(detalle, perfil);
      yield lineaDetalle(detalle, valor, perfil);
      delLote++;
      suma += valor;
    }
    const c = CAMPOS.control_lote;
    yield linea('08', [cifras(c.registros, delLote), cifras(c.total, suma), cifras(c.lote, lote)]);
    registros += delLote;
    total += suma;
  }
  const c = CAMPOS.control_archivo;
  yield linea('09', [cifras(c.registros, registros), cifras(c.total, total)]);
}

const bruto = ({ valor, centavos }: DetalleRecaudo, { con_decimales }: PerfilBanco) =>
  con_decimales ? BigInt(valor) * 100n + BigInt(centavos) : BigInt(valor);

function lineaDetalle(detalle: DetalleRecaudo, valor: bigint, perfil: PerfilBanco): string {
  const c = CAMPOS.detalle;
  const posiciones: Posiciones = [perfil.referencia_desde, perfil.referencia_hasta];
  const referencia = detalle.referencia.padStart(largo(posiciones), perfil.relleno);
  const antes = '0'.repeat(perfil.referencia_desde - c.referencia[0]);
  const despues = '0'.repeat(c.referencia[1] - perfil.referencia_hasta);
  return linea('06', [
    [c.referencia, antes + referencia + despues],
    cifras(c.valor, valor),
    cifras(c.origen, detalle.origen),
    cifras(c.canal, detalle.canal),
    cifras(c.operacion, detalle.operacion),
    cifras(c.autorizacion, detalle.autorizacion),
    cifras(c.entidad, detalle.entidad),
    cifras(c.sucursal, detalle.sucursal),
    cifras(c.secuencia, detalle.secuencia),
    cifras(c.causal, detalle.causal_devolucion ?? ''),
  ]);
}
