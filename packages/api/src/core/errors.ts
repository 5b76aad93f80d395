// Every refusal a caller can meet: its code, status and title stand in this table, which is also
// published (docs/reference/errores.md). Nothing else turns an exception into an answer.
import { isConnectionError } from '@cunservicios/db/tenant';
import { ReglaError } from '@cunservicios/domain/regla';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';

type TrpcCode = TRPCError['code'];

export const ERRORES = {
  json_invalido: [400, 'El cuerpo no es JSON válido'],
  encabezado_invalido: [400, 'Un encabezado no es válido'],
  contrasena_actual_incorrecta: [400, 'La contraseña actual no es correcta'],
  propio_usuario: [400, 'No puede hacer esto con su propio usuario'],
  enlace_vencido: [400, 'El enlace ya no sirve'],
  sin_sesion: [401, 'Falta iniciar sesión'],
  credenciales: [401, 'El correo o la contraseña no son correctos'],
  sesion_vencida: [401, 'La sesión venció'],
  sin_permiso: [403, 'Su usuario no tiene permiso'],
  otro_tenant: [403, 'La sesión es de otra empresa'],
  no_encontrado: [404, 'No existe'],
  ruta_desconocida: [404, 'La dirección no existe'],
  metodo_no_permitido: [405, 'Método no permitido'],
  conflicto: [409, 'Choca con lo que ya existe'],
  duplicado: [409, 'Ya existe'],
  en_uso: [409, 'Está en uso'],
  solo_filas_nuevas: [409, 'Este registro no se cambia'],
  periodo_no_abierto: [409, 'El periodo no admite este paso'],
  falta_aprobacion: [409, 'Falta la aprobación de una segunda persona'],
  misma_persona: [409, 'Debe hacerlo otra persona'],
  no_cuadra: [409, 'Los totales no coinciden con los libros'],
  ejecucion_en_curso: [409, 'Ya hay una ejecución en curso'],
  tarifa_en_uso: [409, 'La versión de tarifas ya se usó'],
  factura_pagada: [409, 'La factura ya está pagada'],
  factura_anulada: [409, 'La factura está anulada'],
  reverso_resuelto: [409, 'El reverso ya se resolvió'],
  sin_caja: [409, 'No tiene una caja abierta'],
  caja_cerrada: [409, 'La caja no está abierta'],
  caja_ajena: [409, 'La caja es de otra persona'],
  cargo_en_prefactura: [409, 'Una liquidación ya cuenta con este cargo'],
  suspension_no_procede: [409, 'La suspensión no procede'],
  orden_cerrada: [409, 'La orden ya se ejecutó o se anuló'],
  orden_no_procede: [409, 'La orden no procede'],
  convenio_terminado: [409, 'El convenio no está vigente'],
  sin_norma: [409, 'Falta un dato con fecha que la norma exige'],
  factura_con_movimientos: [409, 'La factura ya tiene pagos o notas'],
  factura_no_es_la_ultima: [409, 'No es la última factura de la cuenta'],
  pasarela_no_activa: [409, 'La empresa no recibe pagos en línea'],
  novedad_resuelta: [409, 'La novedad ya se resolvió'],
  evento_falso: [403, 'El evento no viene de la pasarela'],
  cobro_fuera_de_plazo: [409, 'Pasó el plazo para cobrar'],
  nota_mayor_que_factura: [409, 'La nota devuelve más de lo cobrado'],
  nota_resuelta: [409, 'La nota ya se resolvió'],
  correccion_sin_efecto: [409, 'No hay nada que corregir'],
  correccion_resuelta: [409, 'La corrección ya se resolvió'],
  correccion_con_hechos: [409, 'Hay hechos posteriores que dependen de esto'],
  vista_vieja: [409, 'Los libros cambiaron desde la vista previa'],
  transicion_no_permitida: [409, 'El caso no puede pasar a ese estado'],
  idempotencia_en_curso: [409, 'La misma operación está en curso'],
  version_vieja: [412, 'Alguien cambió este registro antes'],
  demasiado_grande: [413, 'El contenido es demasiado grande'],
  tipo_no_admitido: [415, 'Tipo de contenido no admitido'],
  validacion: [422, 'Hay datos por corregir'],
  idempotencia_distinta: [422, 'La clave de idempotencia ya se usó con otros datos'],
  demasiados_intentos: [429, 'Demasiados intentos'],
  error_interno: [500, 'Error interno'],
  base_no_disponible: [503, 'El servicio no está disponible por un momento'],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof ERRORES;
export type FieldError = { path: string; message: string };

/** An answer of refusal, whatever the door (RFC 9457 with `code` and, on 422, `errors`). */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: ErrorCode;
  errors?: FieldError[];
};

/** A refusal thrown inside a procedure. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly errors: FieldError[] | undefined;
  readonly retryAfter: number | undefined;

  constructor(
    code: ErrorCode,
    detail: string,
    { errors, retryAfter }: { errors?: FieldError[]; retryAfter?: number } = {},
  ) {
    super(detail);
    this.name = 'Refusal';
    this.code = code;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }
}

export function refuse(code: ErrorCode, detail: string, more?: ConstructorParameters<typeof Refusal>[2]): never {
  throw new Refusal(code, detail, more);
}

/** 404 in this tenant: what belongs to another tenant does not exist either. */
export const notFound = (que: string, cual: string | number): never =>
  refuse('no_encontrado', `No existe ${que} ${cual}. Revise el número.`);

/** 422 about one field of the input. */
export const invalid = (path: string, message: string): never =>
  refuse('validacion', message, { errors: [{ path, message }] });

const BY_CONSTRAINT: Record<string, [ErrorCode, string]> = {
  users_email_unico: ['duplicado', 'Ya hay un usuario con ese correo.'],
  tenants_pkey: ['duplicado', 'Ya existe una empresa con ese identificador.'],
  clientes_numero_cuenta_unico: ['duplicado', 'Ya existe un cliente con ese número de cuenta.'],
  facturas_numero_unico: ['duplicado', 'Ya existe una factura con ese número.'],
  facturas_una_por_periodo: ['duplicado', 'Esa cuenta ya tiene factura en este periodo.'],
  medidores_serial_instalado: ['duplicado', 'Ese medidor ya está instalado en otra cuenta.'],
  medidores_cliente_instalado: ['duplicado', 'La cuenta ya tiene un medidor instalado: retírelo primero.'],
  ciclos_codigo_unico: ['duplicado', 'Ya existe un ciclo con ese código.'],
  rutas_codigo_unico: ['duplicado', 'Ya existe una ruta con ese código.'],
  periodos_codigo_unico: ['duplicado', 'Ese ciclo ya tiene un periodo con ese código.'],
  periodos_sin_cruce: ['conflicto', 'Las fechas se cruzan con las de otro periodo del ciclo.'],
  tarifas_vigencia_unica: ['duplicado', 'Ya hay una versión de tarifas que rige desde esa fecha.'],
  lecturas_reemplaza: ['duplicado', 'Esa lectura ya se corrigió: corrija la que la reemplazó.'],
  lecturas_unica: ['duplicado', 'Ese medidor ya tiene una lectura de ese tipo en esa fecha.'],
  pagos_referencia_unica: ['duplicado', 'Ya se registró un pago con ese medio y esa referencia.'],
  reversos_uno_por_pago: ['duplicado', 'Ese pago ya tiene un reverso.'],
  reversos_segunda_persona: ['misma_persona', 'Quien pidió el reverso no lo aprueba: pídalo a otra persona.'],
  reverso_congelado: ['reverso_resuelto', 'Un reverso no cambia.'],
  archivos_recaudo_unico: ['duplicado', 'Ese archivo de recaudo ya se cargó.'],
  archivo_recaudo_congelado: ['solo_filas_nuevas', 'Un archivo de recaudo no cambia.'],
  recaudo_congelado: ['solo_filas_nuevas', 'Esa fila ya se resolvió: no cambia.'],
  cajas_una_abierta: ['duplicado', 'Ya hay una caja abierta a su nombre: ciérrela antes de abrir otra.'],
  caja_cerrada: ['caja_cerrada', 'La caja ya se contó o se cerró: no admite más movimientos.'],
  caja_ajena: ['caja_ajena', 'La caja es de otra persona.'],
  caja_congelada: ['caja_cerrada', 'Una caja cerrada no cambia.'],
  cajas_segunda_persona: [
    'misma_persona',
    'Quien lleva o contó la caja no aprueba su diferencia: pídalo a otra persona.',
  ],
  consignaciones_referencia_unica: [
    'duplicado',
    'Esa consignación ya está: mismo banco, referencia, fecha y valor. Si es otra, escriba una referencia distinta.',
  ],
  consignaciones_anulada_una_vez: ['duplicado', 'Esa consignación ya está anulada.'],
  consignaciones_fechas: ['validacion', 'El día del recaudo no puede ser posterior al de la consignación.'],
  intento_congelado: ['solo_filas_nuevas', 'Un intento de pago no cambia.'],
  transaccion_congelada: ['novedad_resuelta', 'Esa transacción ya se resolvió.'],
  cargos_referencia_unica: ['duplicado', 'Ya hay un cargo con esa referencia.'],
  cargo_congelado: [
    'solo_filas_nuevas',
    'Un cargo no cambia: se anula antes de facturarse, o se corrige con una nota.',
  ],
  vertimientos_sin_cruce: ['conflicto', 'Las fechas se cruzan con las de otro vertimiento de la cuenta.'],
  vertimientos_fechas: ['validacion', 'La última fecha no puede ser anterior a la primera.'],
  decisiones_especial_sin_cruce: ['conflicto', 'Las fechas se cruzan con las de otra decisión de la cuenta.'],
  decisiones_especial_fechas: ['validacion', 'La última fecha no puede ser anterior a la primera.'],
  desincentivos_sin_cruce: ['conflicto', 'Las fechas se cruzan con las de otro desincentivo.'],
  desincentivos_fechas: ['validacion', 'La última fecha no puede ser anterior a la primera.'],
  clientes_servicio_fechas: ['validacion', 'El servicio no puede terminar antes de empezar.'],
  medidores_fechas: ['validacion', 'El medidor no puede retirarse antes de su instalación.'],
  terceros_codigo_unico: ['duplicado', 'Ya existe un tercero con ese código.'],
  avisos_suspension_unico: ['duplicado', 'Ese aviso ya está registrado con esa fecha.'],
  ordenes_una_pendiente: ['duplicado', 'La cuenta ya tiene pendiente una orden de ese tipo.'],
  orden_cerrada: ['orden_cerrada', 'Esta orden ya se ejecutó o se anuló.'],
  convenios_uno_vigente: ['duplicado', 'La cuenta ya tiene un convenio vigente.'],
  convenio_terminado: ['convenio_terminado', 'Un convenio firmado no cambia.'],
  ejecuciones_una_por_periodo: [
    'ejecucion_en_curso',
    'Este periodo ya tiene una ejecución en curso: espere a que termine.',
  ],
  solo_filas_nuevas: ['solo_filas_nuevas', 'Este registro no se cambia: se corrige con otro documento.'],
  factura_congelada: ['solo_filas_nuevas', 'Una factura emitida no cambia: se corrige con una nota.'],
  nota_congelada: ['nota_resuelta', 'Una nota no cambia: se corrige con otra nota.'],
  notas_segunda_persona: ['misma_persona', 'Quien hizo la nota no la aprueba: pídalo a otra persona.'],
  correccion_congelada: ['correccion_resuelta', 'Una corrección no cambia: se deshace con otra.'],
  correcciones_segunda_persona: ['misma_persona', 'Quien pidió la corrección no la aprueba: pídalo a otra persona.'],
  correcciones_deshace: ['correccion_con_hechos', 'Esa corrección ya se deshizo o espera a que alguien lo apruebe.'],
  periodo_solo_avanza: ['periodo_no_abierto', 'Un periodo no vuelve a un estado anterior.'],
  tarifa_congelada: ['tarifa_en_uso', 'Esta versión de tarifas ya se usó: cree una versión nueva con otra fecha.'],
};

type PgError = Error & { code?: string; constraint?: string };

/** Turns anything thrown into a Refusal; what it does not know is `error_interno`, to be logged by the door. */
export function toRefusal(thrown: unknown): Refusal {
  const error = thrown instanceof TRPCError && thrown.cause ? thrown.cause : thrown;
  if (error instanceof Refusal) return error;
  if (error instanceof ReglaError) {
    const code = error.code in ERRORES ? (error.code as ErrorCode) : 'validacion';
    return new Refusal(
      code,
      error.message,
      code === 'validacion' ? { errors: [{ path: fieldOf(error), message: error.message }] } : {},
    );
  }
  if (error instanceof z.core.$ZodError) return fieldErrors(error);
  const fromDatabase = databaseRefusal(error as PgError);
  if (fromDatabase) return fromDatabase;
  if (thrown instanceof TRPCError) {
    if (thrown.code === 'NOT_FOUND')
      return new Refusal('ruta_desconocida', 'Esa dirección no existe en este servicio.');
    if (thrown.code === 'METHOD_NOT_SUPPORTED')
      return new Refusal('metodo_no_permitido', 'Use el otro método para esta operación.');
    if (thrown.code === 'PARSE_ERROR' || thrown.code === 'BAD_REQUEST')
      return new Refusal('json_invalido', 'El cuerpo de la petición no se pudo leer. Envíe JSON válido.');
    if (thrown.code === 'PAYLOAD_TOO_LARGE')
      return new Refusal('demasiado_grande', 'El contenido es demasiado grande.');
    if (thrown.code === 'UNSUPPORTED_MEDIA_TYPE') return new Refusal('tipo_no_admitido', 'Envíe application/json.');
  }
  return internal(error);
}

/** The field a broken rule is about, when it says so. */
function fieldOf({ detalle }: ReglaError) {
  const campo = detalle?.['campo'];
  return typeof campo === 'string' ? campo : '';
}

const internal = (cause: unknown) =>
  Object.assign(
    new Refusal(
      'error_interno',
      'Algo falló de nuestro lado. Intente de nuevo; si sigue, informe el número de la petición.',
    ),
    {
      cause,
    },
  );

/** An answer that its own schema refuses is our fault, never the caller's. */
export const brokenAnswer = internal;

function fieldErrors(error: z.core.$ZodError) {
  const errors = error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'Este campo no existe aquí.' }));
    return [{ path: issue.path.join('.'), message: issue.message }];
  });
  const first = errors[0];
  const detail = first ? `${first.path ? `${first.path}: ` : ''}${first.message}` : 'Revise los datos enviados.';
  return new Refusal('validacion', detail, { errors });
}

function databaseRefusal(error: PgError) {
  const known = error?.constraint ? BY_CONSTRAINT[error.constraint] : undefined;
  if (known) return new Refusal(...known);
  if (error?.code === '23503') return new Refusal('en_uso', 'Otros registros dependen de este: no se puede eliminar.');
  if (error?.code === '55P03')
    return new Refusal('conflicto', 'Otra persona está cambiando lo mismo: intente de nuevo.');
  const unavailable = error?.code === '57014' || error?.code === '53300' || isConnectionError(error);
  if (unavailable)
    return new Refusal('base_no_disponible', 'La base de datos no responde. Intente de nuevo en unos segundos.', {
      retryAfter: 2,
    });
  return undefined;
}

/** The body of the answer. */
export function toProblem(refusal: Refusal, requestId: string): Problem {
  const [status, title] = ERRORES[refusal.code];
  return {
    type: `urn:cunservicios:error:${refusal.code}`,
    title,
    status,
    detail: refusal.message,
    instance: requestId,
    code: refusal.code,
    ...(refusal.errors && { errors: refusal.errors }),
  };
}

const TRPC_CODES: Record<number, TrpcCode> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_SUPPORTED',
  409: 'CONFLICT',
  412: 'PRECONDITION_FAILED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
};

/** The same refusal as tRPC carries it. */
export const toTrpcError = (refusal: Refusal) =>
  new TRPCError({
    code: TRPC_CODES[ERRORES[refusal.code][0]] ?? 'INTERNAL_SERVER_ERROR',
    message: refusal.message,
    cause: refusal,
  });
