// Reads a collection file line by line, with flat memory: the file is right as a whole or refused with the line.
import { esFecha } from '../calendario/fechas.ts';
import { ReglaError } from '../regla.ts';
import {
  CAMPOS,
  type DetalleRecaudo,
  type EncabezadoRecaudo,
  LARGO,
  LARGO_MENOR,
  type PerfilBanco,
  type Posiciones,
} from './asobancaria-campos.ts';

export type Esperado = {
  /** Of the utility, without its check digit. */
  readonly nit: string;
  readonly dv: number;
  /** No money is received after today. */
  readonly hoy: string;
  readonly perfilDe: (banco: string) => PerfilBanco;
};

export type ArchivoLeido = EncabezadoRecaudo & {
  readonly lotes: number;
  readonly registros: number;
  /** Whole pesos and what is left of them, of the control of the file. */
  readonly total: number;
  readonly centavos: number;
  readonly perfil: PerfilBanco;
};

export type DetalleLeido = DetalleRecaudo & { readonly linea: number };

/** A file refused whole, and where. */
function rechazar(linea: number, mensaje: string): never {
  throw new ReglaError('validacion', `Línea ${linea}: ${mensaje}`, { campo: 'archivo', linea });
}

const NOMBRES: Record<string, string> = {
  '01': 'encabezado del archivo (01)',
  '05': 'encabezado de lote (05)',
  '06': 'detalle (06)',
  '08': 'control de lote (08)',
  '09': 'control del archivo (09)',
};

/** What may follow each record; '' is the beginning. */
const SIGUE: Record<string, readonly string[]> = {
  '': ['01'],
  '01': ['05', '09'],
  '05': ['06', '08'],
  '06': ['06', '08'],
  '08': ['05', '09'],
  '09': [],
};

type Suma = { registros: number; total: bigint };

/**
 * A reader of one file: give it each line without its end, then `terminar`. Answers each detail as it comes; throws
 * ReglaError `validacion`, with the line in its words and in `detalle.linea`, at the first thing that is not right: order
 * of the records, length, characters, numbers, NIT, dates, counts and totals of batches and file, an end too early.
 */
export function lectorAsobancaria(esperado: Esperado) {
  let linea = 0;
  let anterior = '';
  let vacias = false;
  let encabezado: EncabezadoRecaudo | undefined;
  let perfil: PerfilBanco | undefined;
  let lote = 0;
  let lotes = 0;
  let delLote: Suma = { registros: 0, total: 0n };
  const delArchivo: Suma = { registros: 0, total: 0n };

  const leer = (texto: string): DetalleLeido | undefined => {
    linea++;
    if (texto === '' || texto === '\u001a') {
      vacias = true;
      return undefined;
    }
    if (vacias) rechazar(linea - 1, 'está vacía en medio del archivo.');
    if ((perfil ?? esperado.perfilDe(campo(texto, CAMPOS.archivo.banco))).codificacion === 'ascii')
      exigirAscii(texto, linea);
    if (texto.length !== LARGO && texto.length !== LARGO_MENOR)
      rechazar(
        linea,
        `tiene ${texto.length} posiciones y deben ser ${LARGO}: está cortada o el archivo no es Asobancaria 2001.`,
      );
    const tipo = texto.slice(0, 2);
    const pueden = SIGUE[anterior] ?? [];
    if (!pueden.includes(tipo))
      rechazar(
        linea,
        pueden.length === 0
          ? 'hay registros después del control del archivo (09).'
          : `se esperaba ${pueden.map((uno) => NOMBRES[uno]).join(' o ')} y hay ${NOMBRES[tipo] ?? `un registro "${tipo}"`}.`,
      );
    anterior = tipo;
    if (tipo === '06' && perfil) {
      const { detalle, bruto } = leerDetalle(texto, linea, lote, perfil);
      delLote.registros++;
      delLote.total += bruto;
      return detalle;
    }
    if (tipo === '01') ({ encabezado, perfil } = leerEncabezado(texto, linea, esperado));
    if (tipo === '05') {
      lote = abrirLote(texto, linea, perfil);
      lotes++;
      delLote = { registros: 0, total: 0n };
    }
    if (tipo === '08') {
      const cerrado = numero(texto, CAMPOS.control_lote.lote, linea, 'el número de lote');
      if (cerrado !== lote) rechazar(linea, `el control es del lote ${cerrado} y el lote abierto es el ${lote}.`);
      exigirSuma(texto, linea, delLote, 'el lote', perfil);
      delArchivo.registros += delLote.registros;
      delArchivo.total += delLote.total;
    }
    if (tipo === '09') exigirSuma(texto, linea, delArchivo, 'el archivo', perfil);
    return undefined;
  };

  const terminar = (): ArchivoLeido => {
    if (!encabezado || !perfil || anterior !== '09')
      rechazar(linea, 'el archivo termina aquí sin su control (09): llegó cortado.');
    const { con_decimales } = perfil;
    const total = Number(con_decimales ? delArchivo.total / 100n : delArchivo.total);
    if (!Number.isSafeInteger(total)) rechazar(linea, 'el total del archivo es demasiado grande.');
    const centavos = con_decimales ? Number(delArchivo.total % 100n) : 0;
    return { ...encabezado, lotes, registros: delArchivo.registros, total, centavos, perfil };
  };

  return { leer, terminar };
}

const campo = (texto: string, [desde, hasta]: Posiciones) => texto.slice(desde - 1, hasta);

function digitos(texto: string, posiciones: Posiciones, linea: number, que: string): string {
  const hallado = campo(texto, posiciones);
  if (!/^\d+$/.test(hallado))
    rechazar(
      linea,
      `${que} (posiciones ${posiciones[0]} a ${posiciones[1]}) debe tener solo dígitos y trae "${hallado}".`,
    );
  return hallado;
}

/** At most 14 digits: a number holds them exactly. */
const numero = (...args: Parameters<typeof digitos>) => Number(digitos(...args));

function exigirAscii(texto: string, linea: number) {
  const raro = /[^\u0020-\u007e]/.exec(texto);
  if (raro)
    rechazar(
      linea,
      `la posición ${raro.index + 1} tiene un carácter que no es del formato: el archivo está en otra codificación (revise el perfil del banco).`,
    );
}

function dia(texto: string, posiciones: Posiciones, linea: number, que: string): string {
  const ymd = digitos(texto, posiciones, linea, que);
  const fecha = `${ymd.slice(0, 4)}-${ymd.slice(4, 6)}-${ymd.slice(6)}`;
  if (!esFecha(fecha)) rechazar(linea, `${que} "${ymd}" no es una fecha que exista.`);
  return fecha;
}

function leerEncabezado(texto: string, linea: number, { nit, dv, hoy, perfilDe }: Esperado) {
  const c = CAMPOS.archivo;
  const banco = digitos(texto, c.banco, linea, 'el código del banco');
  const perfil = perfilDe(banco);
  const encabezado: EncabezadoRecaudo = {
    nit: digitos(texto, c.nit, linea, 'el NIT'),
    fecha: dia(texto, c.fecha, linea, 'la fecha de recaudo'),
    banco,
    cuenta: campo(texto, c.cuenta).trim(),
    fecha_archivo: dia(texto, c.fecha_archivo, linea, 'la fecha del archivo'),
    hora: digitos(texto, c.hora, linea, 'la hora'),
    modificador: campo(texto, c.modificador),
    tipo_cuenta: campo(texto, c.tipo_cuenta).trim(),
  };
  const formas = { con_dv: `${nit}${dv}`.padStart(10, '0'), sin_dv: nit.padStart(10, '0') };
  const valen = perfil.nit === 'cualquiera' ? Object.values(formas) : [formas[perfil.nit]];
  if (!valen.includes(encabezado.nit))
    rechazar(linea, `el archivo es del NIT ${encabezado.nit} y el de la empresa es ${nit}-${dv}: es de otra empresa.`);
  if (!/^[A-Z]$/.test(encabezado.modificador))
    rechazar(linea, `el modificador (posición 53) debe ser una letra de A a Z y trae "${encabezado.modificador}".`);
  if (encabezado.fecha > hoy) rechazar(linea, `la fecha de recaudo ${encabezado.fecha} es posterior a hoy.`);
  return { encabezado, perfil };
}

function abrirLote(texto: string, linea: number, perfil: PerfilBanco | undefined): number {
  const codigo = campo(texto, CAMPOS.lote.codigo_servicio).trim();
  const debe = perfil?.codigo_servicio ?? null;
  if (debe !== null && codigo !== debe)
    rechazar(linea, `el lote es del servicio ${codigo} y el del perfil del banco es ${debe}.`);
  return numero(texto, CAMPOS.lote.lote, linea, 'el número de lote');
}

function leerDetalle(texto: string, linea: number, lote: number, perfil: PerfilBanco) {
  const c = CAMPOS.detalle;
  const bruto = numero(texto, c.valor, linea, 'el valor');
  const secuencia = numero(texto, c.secuencia, linea, 'la secuencia');
  const causal = campo(texto, c.causal).trim();
  const detalle: DetalleLeido = {
    linea,
    lote,
    secuencia: perfil.secuencia === 'linea' ? linea : secuencia,
    referencia: sinRelleno(campo(texto, [perfil.referencia_desde, perfil.referencia_hasta]), perfil.relleno),
    valor: perfil.con_decimales ? Math.floor(bruto / 100) : bruto,
    centavos: perfil.con_decimales ? bruto % 100 : 0,
    origen: campo(texto, c.origen).trim(),
    canal: campo(texto, c.canal).trim(),
    operacion: campo(texto, c.operacion).trim(),
    autorizacion: campo(texto, c.autorizacion).trim(),
    entidad: campo(texto, c.entidad).trim(),
    sucursal: campo(texto, c.sucursal).trim(),
    causal_devolucion: /^0*$/.test(causal) ? null : causal,
  };
  return { detalle, bruto: BigInt(bruto) };
}

function sinRelleno(texto: string, relleno: string): string {
  const recortado = texto.trim();
  let i = 0;
  while (i < recortado.length && recortado[i] === relleno) i++;
  return recortado.slice(i).trim();
}

function exigirSuma(texto: string, linea: number, suma: Suma, que: string, perfil: PerfilBanco | undefined) {
  const enPesos = (n: bigint) =>
    perfil?.con_decimales === false ? `$ ${n}` : `$ ${n / 100n},${String(n % 100n).padStart(2, '0')}`;
  const { registros: posRegistros, total: posTotal } = CAMPOS.control_archivo;
  const registros = numero(texto, posRegistros, linea, 'el número de registros');
  if (registros !== suma.registros)
    rechazar(linea, `el control dice ${registros} registros y ${que} trae ${suma.registros}.`);
  const total = BigInt(digitos(texto, posTotal, linea, 'el total'));
  if (total !== suma.total)
    rechazar(linea, `el control dice un total de ${enPesos(total)} y ${que} suma ${enPesos(suma.total)}.`);
}
