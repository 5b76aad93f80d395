// The layout of Asobancaria 2001 collection files as data (dominio 5.2), and what banks do differently.

/** First and last position of a field in its line, from 1. */
export type Posiciones = readonly [number, number];

export const LARGO = 162;
/** The public writer leaves the last blank out: accepted, never written. */
export const LARGO_MENOR = 161;

export const CAMPOS = {
  archivo: {
    nit: [3, 12],
    fecha: [13, 20],
    banco: [21, 23],
    cuenta: [24, 40],
    fecha_archivo: [41, 48],
    hora: [49, 52],
    modificador: [53, 53],
    tipo_cuenta: [54, 55],
  },
  lote: { codigo_servicio: [3, 15], lote: [16, 19] },
  detalle: {
    referencia: [3, 50],
    valor: [51, 64],
    origen: [65, 66],
    canal: [67, 68],
    operacion: [69, 74],
    autorizacion: [75, 80],
    entidad: [81, 83],
    sucursal: [84, 87],
    secuencia: [88, 94],
    causal: [95, 97],
  },
  control_lote: { registros: [3, 11], total: [12, 29], lote: [30, 33] },
  control_archivo: { registros: [3, 11], total: [12, 29] },
} as const satisfies Record<string, Record<string, Posiciones>>;

export const REFERENCIAS_DE = ['factura', 'cuenta', 'factura_o_cuenta'] as const;
export const FORMAS_NIT = ['cualquiera', 'con_dv', 'sin_dv'] as const;
export const CODIFICACIONES = ['ascii', 'windows-1252', 'utf-8'] as const;
export const SECUENCIAS = ['archivo', 'linea'] as const;

/** What a bank does its own way. */
export type PerfilBanco = {
  /** Where in the detail line the reference is; some banks put other things in those 48 positions too. */
  readonly referencia_desde: number;
  readonly referencia_hasta: number;
  /** What the reference names: our bill, or the number of the account. */
  readonly referencia_es: (typeof REFERENCIAS_DE)[number];
  /** What fills the reference up, besides blanks. */
  readonly relleno: string;
  /** Amounts carry two decimals that are not written as such. */
  readonly con_decimales: boolean;
  /** How the NIT of the utility is written. */
  readonly nit: (typeof FORMAS_NIT)[number];
  readonly codificacion: (typeof CODIFICACIONES)[number];
  /** Whether the sequence of a row is the one it carries, or its line, for banks that do not number their rows. */
  readonly secuencia: (typeof SECUENCIAS)[number];
  /** Service code (GLN) that every batch must carry; null: any. */
  readonly codigo_servicio: string | null;
};

/** The layout as it was published. */
export const PERFIL_COMUN: PerfilBanco = {
  referencia_desde: 3,
  referencia_hasta: 50,
  referencia_es: 'factura',
  relleno: '0',
  con_decimales: true,
  nit: 'cualquiera',
  codificacion: 'ascii',
  secuencia: 'archivo',
  codigo_servicio: null,
};

export type EncabezadoRecaudo = {
  /** Ten digits, as the bank writes it. */
  readonly nit: string;
  /** Day on which the money was received, yyyy-mm-dd. */
  readonly fecha: string;
  readonly banco: string;
  readonly cuenta: string;
  readonly fecha_archivo: string;
  /** hhmm. */
  readonly hora: string;
  /** A for the first file of a day, B for the next. */
  readonly modificador: string;
  readonly tipo_cuenta: string;
};

export type DetalleRecaudo = {
  readonly lote: number;
  readonly secuencia: number;
  /** Without what fills it up. */
  readonly referencia: string;
  /** Whole pesos. */
  readonly valor: number;
  readonly centavos: number;
  readonly origen: string;
  readonly canal: string;
  readonly operacion: string;
  readonly autorizacion: string;
  readonly entidad: string;
  readonly sucursal: string;
  /** Why the bank gave the money back; null: it did not. */
  readonly causal_devolucion: string | null;
};

export type LoteRecaudo = {
  readonly codigo_servicio: string;
  readonly lote: number;
  readonly detalles: Iterable<DetalleRecaudo>;
};
