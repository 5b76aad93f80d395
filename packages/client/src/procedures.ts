// Made by `npm run generate` from packages/api/src/router.ts.
import type { CallOptions, IdempotentOptions, WriteOptions } from './options.ts';
import type { List } from './pages.ts';

/** What a refusal is about; see docs/reference/errores.md. The last two are made by this client. */
export type ErrorCode =
  | 'json_invalido'
  | 'encabezado_invalido'
  | 'contrasena_actual_incorrecta'
  | 'propio_usuario'
  | 'enlace_vencido'
  | 'sin_sesion'
  | 'credenciales'
  | 'sesion_vencida'
  | 'sin_permiso'
  | 'otro_tenant'
  | 'no_encontrado'
  | 'ruta_desconocida'
  | 'metodo_no_permitido'
  | 'conflicto'
  | 'duplicado'
  | 'en_uso'
  | 'solo_filas_nuevas'
  | 'periodo_no_abierto'
  | 'falta_aprobacion'
  | 'misma_persona'
  | 'no_cuadra'
  | 'ejecucion_en_curso'
  | 'tarifa_en_uso'
  | 'factura_pagada'
  | 'factura_anulada'
  | 'reverso_resuelto'
  | 'sin_caja'
  | 'caja_cerrada'
  | 'caja_ajena'
  | 'cargo_en_prefactura'
  | 'suspension_no_procede'
  | 'orden_cerrada'
  | 'orden_no_procede'
  | 'convenio_terminado'
  | 'sin_norma'
  | 'factura_con_movimientos'
  | 'factura_no_es_la_ultima'
  | 'pasarela_no_activa'
  | 'novedad_resuelta'
  | 'evento_falso'
  | 'cobro_fuera_de_plazo'
  | 'nota_mayor_que_factura'
  | 'nota_resuelta'
  | 'correccion_sin_efecto'
  | 'correccion_resuelta'
  | 'correccion_con_hechos'
  | 'vista_vieja'
  | 'transicion_no_permitida'
  | 'idempotencia_en_curso'
  | 'version_vieja'
  | 'demasiado_grande'
  | 'tipo_no_admitido'
  | 'validacion'
  | 'idempotencia_distinta'
  | 'demasiados_intentos'
  | 'error_interno'
  | 'base_no_disponible'
  | 'sin_conexion'
  | 'respuesta_invalida';

export type Login = {
  username: string;
  password: string;
};

export type Tokens = {
  access_token: string;
  token_type: 'bearer';
  /** Seconds */
  expires_in: number;
  refresh_token?: string | undefined;
  user_id: number;
  email: string;
  is_admin: boolean;
  roles: ('admin' | 'facturacion' | 'recaudo' | 'atencion' | 'lector' | 'consulta' | 'ciudadano' | 'plataforma')[];
  tenant_id: string;
};

export type Refresh = {
  refresh_token?: string | undefined;
};

export type User = {
  id: number;
  email: string;
  nombre: string;
  roles: ('admin' | 'facturacion' | 'recaudo' | 'atencion' | 'lector' | 'consulta' | 'ciudadano' | 'plataforma')[];
  is_active: boolean;
  is_admin: boolean;
  tenant_id: string;
  version: number;
  created_at: string;
};

export type ForgotPassword = {
  email: string;
};

export type Done = {
  message: string;
};

export type ResetPassword = {
  token: string;
  new_password: string;
};

export type ListUsers = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  is_active?: boolean | undefined;
};

export type ById = {
  user_id: number;
};

export type CreateUser = {
  email: string;
  password: string;
  /** Default: "" */
  nombre?: string | undefined;
  /** Default: ["consulta"] */
  roles?: ('admin' | 'facturacion' | 'recaudo' | 'atencion' | 'lector' | 'consulta' | 'ciudadano' | 'plataforma')[] | undefined;
  /** Default: true */
  is_active?: boolean | undefined;
  /** true adds the role admin */
  is_admin?: boolean | undefined;
};

export type UpdateUser = {
  user_id: number;
  email?: string | undefined;
  password?: string | undefined;
  nombre?: string | undefined;
  roles?: ('admin' | 'facturacion' | 'recaudo' | 'atencion' | 'lector' | 'consulta' | 'ciudadano' | 'plataforma')[] | undefined;
  is_active?: boolean | undefined;
  is_admin?: boolean | undefined;
};

export type ChangePassword = {
  current_password: string;
  new_password: string;
};

export type LinkCliente = {
  user_id: number;
  numero_cuenta: string;
};

export type ListTenants = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
};

export type Tenant = {
  id: string;
  nombre: string;
  nit: string | null;
  dv: number | null;
  municipio: string | null;
  /** Mean altitude in metres: gives the consumption ranges */
  altitud_msnm: number;
  periodicidad: 'mensual' | 'bimestral';
  /** What to do with a significant deviation */
  politica_desviacion: 'advertir' | 'retener';
  /** Saturdays count as business days for PQR */
  sabado_habil: boolean;
  ajustes: {
    /** Estimates in a row that raise `medidor_sin_lectura_n`. Default: 3 */
    max_sin_lectura: number;
    /** Periods in a row with a dial that did not move that raise `consumo_cero`. Default: 3 */
    max_en_cero: number;
    /** What readers choose from when a meter cannot be read. Default: ["Predio cerrado","Predio desocupado","Acceso negado","Medidor tapado o inundado","Vidrio ilegible","Medidor dañado o frenado","Medidor invertido","Medidor hurtado","Sin medidor o conexión directa","Animal en el predio","Zona de riesgo","Dirección errada"] */
    causales: string[];
    /** Late interest on the next bill (Ley 142 art. 96 leaves it to the utility). Default: false */
    interes_mora: boolean;
    /** Overdue bills that allow a suspension: at most 2 when bimonthly, 3 when monthly (art. 140). Default: 2 */
    periodos_suspension: number;
    /** Business days from the notice to the first day of a suspension. Default: 5 */
    dias_aviso_suspension: number;
    /** Pesos charged for a suspensión, up to the legal ceiling; null: the ceiling (CRA 424/2007). Default: null */
    cargo_suspension: number | null;
    /** Pesos charged for a reinstalación, up to the legal ceiling; null: the ceiling (CRA 424/2007). Default: null */
    cargo_reinstalacion: number | null;
    /** Pesos charged for a corte, up to the legal ceiling; null: the ceiling (CRA 424/2007). Default: null */
    cargo_corte: number | null;
    /** Pesos charged for a reconexión, up to the legal ceiling; null: the ceiling (CRA 424/2007). Default: null */
    cargo_reconexion: number | null;
    /** A liquidated period is issued only after a second person approved it. Default: false */
    exige_aprobacion: boolean;
    /** Pesos of a note, or of all notes of a correction, above which a second person approves it. Default: 200000 */
    limite_nota: number;
    /** Which bills a payment that names none goes to first (C. Civil art. 1653: the oldest). Default: "antigua_primero" */
    asignacion_orden: 'antigua_primero' | 'reciente_primero';
    /** What a payment leaves over once the bills it names are paid: other bills owed, or an advance. Default: "otras_facturas" */
    asignacion_sobrante: 'otras_facturas' | 'anticipo';
    /** Inside a bill, after interest: the order in which its services are paid; the others follow. Default: ["acueducto","alcantarillado"] */
    asignacion_servicios: string[];
    /** Pesos of a payment above which a second person approves undoing it. Default: 200000 */
    limite_reverso: number;
    /** Cash is taken only by who has a session of the cash desk open. Default: false */
    exige_caja: boolean;
    /** Pesos missing or left over at closing a cash desk above which a second person approves. Default: 5000 */
    limite_diferencia_caja: number;
    /** GLN for the bar code that banks read (GS1-128); without it bills carry none. Default: null */
    gln: string | null;
    /** Resolution that authorises the numbers of bills, for the DIAN export. Default: "" */
    resolucion_dian: string;
    /** Where to ask and to claim, as printed on bills: office, telephone, hours. Default: "" */
    atencion: string;
    /** Where to pay, as printed on bills. Default: "" */
    puntos_pago: string;
  };
  activo: boolean;
  created_at: string;
};

export type CreateTenant = {
  id: string;
  nombre: string;
  admin_email: string;
  admin_password: string;
  nit?: string | undefined;
  dv?: number | undefined;
  municipio?: string | undefined;
  /** Mean altitude in metres: gives the consumption ranges. Default: 0 */
  altitud_msnm?: number | undefined;
  /** Default: "mensual" */
  periodicidad?: 'mensual' | 'bimestral' | undefined;
  /** What to do with a significant deviation. Default: "advertir" */
  politica_desviacion?: 'advertir' | 'retener' | undefined;
  /** Saturdays count as business days for PQR. Default: false */
  sabado_habil?: boolean | undefined;
};

export type CurrentTenant = {
  id: string;
  nombre: string;
  municipio: string | null;
  /** Mean altitude in metres: gives the consumption ranges */
  altitud_msnm: number;
  periodicidad: 'mensual' | 'bimestral';
};

export type UpdateTenant = {
  nombre?: string | undefined;
  nit?: string | null | undefined;
  dv?: number | null | undefined;
  municipio?: string | null | undefined;
  /** Mean altitude in metres: gives the consumption ranges */
  altitud_msnm?: number | undefined;
  periodicidad?: 'mensual' | 'bimestral' | undefined;
  /** What to do with a significant deviation */
  politica_desviacion?: 'advertir' | 'retener' | undefined;
  /** Saturdays count as business days for PQR */
  sabado_habil?: boolean | undefined;
  ajustes?: {
    /** Estimates in a row that raise `medidor_sin_lectura_n` */
    max_sin_lectura?: number | undefined;
    /** Periods in a row with a dial that did not move that raise `consumo_cero` */
    max_en_cero?: number | undefined;
    /** What readers choose from when a meter cannot be read */
    causales?: string[] | undefined;
    /** Late interest on the next bill (Ley 142 art. 96 leaves it to the utility) */
    interes_mora?: boolean | undefined;
    /** Overdue bills that allow a suspension: at most 2 when bimonthly, 3 when monthly (art. 140) */
    periodos_suspension?: number | undefined;
    /** Business days from the notice to the first day of a suspension */
    dias_aviso_suspension?: number | undefined;
    /** Pesos charged for a suspensión, up to the legal ceiling; null: the ceiling (CRA 424/2007) */
    cargo_suspension?: number | null | undefined;
    /** Pesos charged for a reinstalación, up to the legal ceiling; null: the ceiling (CRA 424/2007) */
    cargo_reinstalacion?: number | null | undefined;
    /** Pesos charged for a corte, up to the legal ceiling; null: the ceiling (CRA 424/2007) */
    cargo_corte?: number | null | undefined;
    /** Pesos charged for a reconexión, up to the legal ceiling; null: the ceiling (CRA 424/2007) */
    cargo_reconexion?: number | null | undefined;
    /** A liquidated period is issued only after a second person approved it */
    exige_aprobacion?: boolean | undefined;
    /** Pesos of a note, or of all notes of a correction, above which a second person approves it */
    limite_nota?: number | undefined;
    /** Which bills a payment that names none goes to first (C. Civil art. 1653: the oldest) */
    asignacion_orden?: 'antigua_primero' | 'reciente_primero' | undefined;
    /** What a payment leaves over once the bills it names are paid: other bills owed, or an advance */
    asignacion_sobrante?: 'otras_facturas' | 'anticipo' | undefined;
    /** Inside a bill, after interest: the order in which its services are paid; the others follow */
    asignacion_servicios?: string[] | undefined;
    /** Pesos of a payment above which a second person approves undoing it */
    limite_reverso?: number | undefined;
    /** Cash is taken only by who has a session of the cash desk open */
    exige_caja?: boolean | undefined;
    /** Pesos missing or left over at closing a cash desk above which a second person approves */
    limite_diferencia_caja?: number | undefined;
    /** GLN for the bar code that banks read (GS1-128); without it bills carry none */
    gln?: string | null | undefined;
    /** Resolution that authorises the numbers of bills, for the DIAN export */
    resolucion_dian?: string | undefined;
    /** Where to ask and to claim, as printed on bills: office, telephone, hours */
    atencion?: string | undefined;
    /** Where to pay, as printed on bills */
    puntos_pago?: string | undefined;
  } | undefined;
};

export type ListClientes = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  /** Words of the name, account, document, address or meter; accents do not matter */
  q?: string | undefined;
  uso?: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial' | undefined;
  estrato?: number | undefined;
  estado?: 'activo' | 'suspendido' | 'cortado' | 'retirado' | undefined;
  ciclo?: string | undefined;
  ruta?: string | undefined;
};

export type Cliente = {
  id: number;
  numero_cuenta: string;
  nombre: string;
  tipo_documento: 'CC' | 'CE' | 'TI' | 'NIT' | 'PAS' | 'PEP' | 'PPT' | null;
  documento: string | null;
  direccion: string;
  telefono: string;
  correo: string;
  uso: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial';
  estrato: number | null;
  servicios: ('acueducto' | 'alcantarillado')[];
  ciclo: string | null;
  ruta: string | null;
  orden: number;
  unidades: number;
  servicio_desde: string | null;
  servicio_hasta: string | null;
  /** Mixed multiusuario (CRA 319/2005): its units by class, instead of uso, estrato and unidades */
  clases: ({
    uso: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial';
    estrato: number | null;
    unidades: number;
  })[] | null;
  protegido: string | null;
  exento_desincentivo: string | null;
  estado: 'activo' | 'suspendido' | 'cortado' | 'retirado';
  /** Serial of the meter in place */
  medidor: string | null;
  /** What the account owes, whole pesos (the ledger in one figure) */
  saldo: number;
  /** Advances that no bill has used, already taken off `saldo` */
  saldo_favor: number;
  version: number;
  created_at: string;
  updated_at: string;
};

export type ByCuenta = {
  numero_cuenta: string;
};

export type CreateCliente = {
  numero_cuenta: string;
  nombre: string;
  direccion: string;
  /** Default: "" */
  telefono?: string | undefined;
  /** Default: "" */
  correo?: string | undefined;
  /** Default: null */
  tipo_documento?: 'CC' | 'CE' | 'TI' | 'NIT' | 'PAS' | 'PEP' | 'PPT' | null | undefined;
  /** Default: null */
  documento?: string | null | undefined;
  /** Default: "residencial" */
  uso?: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial' | undefined;
  /** 1 to 6 for uso residencial, null for the others. Default: null */
  estrato?: number | null | undefined;
  /** Default: ["acueducto","alcantarillado"] */
  servicios?: ('acueducto' | 'alcantarillado')[] | undefined;
  /** Default: null */
  ciclo?: string | null | undefined;
  /** Default: null */
  ruta?: string | null | undefined;
  /** Default: 0 */
  orden?: number | undefined;
  /** Default: 1 */
  unidades?: number | undefined;
  /** First day of service: pro-rates the first period. null: from before the records. Default: null */
  servicio_desde?: string | null | undefined;
  /** Last day of service: pro-rates the last period. Default: null */
  servicio_hasta?: string | null | undefined;
  /** Mixed multiusuario (CRA 319/2005): its units by class, instead of uso, estrato and unidades. Default: null */
  clases?: ({
    uso: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial';
    estrato: number | null;
    unidades: number;
  })[] | null | undefined;
  /** Why its service is not suspended (persons protected). Default: null */
  protegido?: string | null | undefined;
  /** Why it does not pay the desincentivo (inquilinato, hogar comunitario, área común). Default: null */
  exento_desincentivo?: string | null | undefined;
};

export type UpdateCliente = {
  numero_cuenta: string;
  nombre?: string | undefined;
  direccion?: string | undefined;
  telefono?: string | undefined;
  correo?: string | undefined;
  tipo_documento?: 'CC' | 'CE' | 'TI' | 'NIT' | 'PAS' | 'PEP' | 'PPT' | null | undefined;
  documento?: string | null | undefined;
  uso?: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial' | undefined;
  /** 1 to 6 for uso residencial, null for the others */
  estrato?: number | null | undefined;
  servicios?: ('acueducto' | 'alcantarillado')[] | undefined;
  ciclo?: string | null | undefined;
  ruta?: string | null | undefined;
  orden?: number | undefined;
  unidades?: number | undefined;
  /** First day of service: pro-rates the first period. null: from before the records */
  servicio_desde?: string | null | undefined;
  /** Last day of service: pro-rates the last period */
  servicio_hasta?: string | null | undefined;
  /** Mixed multiusuario (CRA 319/2005): its units by class, instead of uso, estrato and unidades */
  clases?: ({
    uso: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial';
    estrato: number | null;
    unidades: number;
  })[] | null | undefined;
  /** Why its service is not suspended (persons protected) */
  protegido?: string | null | undefined;
  /** Why it does not pay the desincentivo (inquilinato, hogar comunitario, área común) */
  exento_desincentivo?: string | null | undefined;
  estado?: 'activo' | 'suspendido' | 'cortado' | 'retirado' | undefined;
};

export type Importacion = {
  ejecucion_id: number;
  estado: 'pendiente' | 'en_curso' | 'terminada' | 'fallida';
  leidas: number;
  creadas: number;
  actualizadas: number;
  sin_cambio: number;
  rechazadas: number;
  /** The first 100; all of them in the file of rejected rows */
  rechazos: Rechazo[];
};

export type Rechazo = {
  linea: number;
  columna: string;
  mensaje: string;
};

export type ListMedidores = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  numero_cuenta?: string | undefined;
  serial?: string | undefined;
};

export type Medidor = {
  id: number;
  serial: string;
  numero_cuenta: string;
  digitos: number;
  instalado_en: string | null;
  lectura_instalacion: string | null;
  retirado_en: string | null;
  lectura_retiro: string | null;
  causal_retiro: string | null;
};

export type CreateMedidor = {
  numero_cuenta: string;
  serial: string;
  /** Digits of the dial, for its going round past zero. Default: 5 */
  digitos?: number | undefined;
  /** yyyy-mm-dd */
  instalado_en: string;
  lectura_instalacion?: string | undefined;
};

export type RetirarMedidor = {
  serial: string;
  /** yyyy-mm-dd */
  retirado_en: string;
  /** Its last dial; without it the period is estimated */
  lectura_retiro?: string | undefined;
  /** Why: required when nobody could read it */
  causal?: string | undefined;
  nuevo?: {
    serial: string;
    /** Digits of the dial, for its going round past zero. Default: 5 */
    digitos?: number | undefined;
    /** Default: "0" */
    lectura_instalacion?: string | undefined;
  } | undefined;
};

export type ListLecturas = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  medidor?: string | undefined;
  numero_cuenta?: string | undefined;
  /** yyyy-mm-dd */
  desde?: string | undefined;
  /** yyyy-mm-dd */
  hasta?: string | undefined;
};

export type Lectura = {
  id: number;
  medidor: string;
  numero_cuenta: string;
  /** yyyy-mm-dd */
  fecha_lectura: string;
  lectura_m3: string | null;
  tipo: 'inicial' | 'real' | 'estimada' | 'retiro';
  causal: string | null;
  /** The reading it corrects */
  reemplaza_id: number | null;
  created_at: string;
};

export type CreateLectura = {
  medidor: string;
  /** yyyy-mm-dd */
  fecha_lectura: string;
  lectura_m3?: string | undefined;
  /** Default: "real" */
  tipo?: 'inicial' | 'real' | 'estimada' | 'retiro' | undefined;
  /** Why the meter could not be read */
  causal?: string | undefined;
};

export type CorregirLectura = {
  lectura_id: number;
  lectura_m3?: string | undefined;
  /** Why there is no reading after all */
  causal?: string | undefined;
  motivo: string;
};

export type Tarifa = {
  id: number;
  /** yyyy-mm-dd */
  vigente_desde: string;
  /** Last day, when a later version exists */
  vigente_hasta: string | null;
  fuente: string;
  servicios: {
    acueducto?: {
      /** $ per suscriptor and month */
      cargo_fijo: string;
      /** $ per m³ */
      consumo: string;
    } | undefined;
    alcantarillado?: {
      /** $ per suscriptor and month */
      cargo_fijo: string;
      /** $ per m³ */
      consumo: string;
    } | undefined;
  };
  /** Subsidy (negative) or contribution (positive) of each class: "-0.40" subsidises 40 % */
  factores: {
    residencial: {
      '1': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
      '2': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
      '3': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
      '4': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
      '5': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
      '6': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
    };
    comercial: string | {
      acueducto?: string | undefined;
      alcantarillado?: string | undefined;
    };
    industrial: string | {
      acueducto?: string | undefined;
      alcantarillado?: string | undefined;
    };
    oficial: string | {
      acueducto?: string | undefined;
      alcantarillado?: string | undefined;
    };
    especial: string | {
      acueducto?: string | undefined;
      alcantarillado?: string | undefined;
    };
  };
  created_at: string;
};

export type CreateTarifa = {
  /** yyyy-mm-dd */
  vigente_desde: string;
  /** The act, resolution or file the prices come from */
  fuente: string;
  servicios: {
    acueducto?: {
      /** $ per suscriptor and month */
      cargo_fijo: string;
      /** $ per m³ */
      consumo: string;
    } | undefined;
    alcantarillado?: {
      /** $ per suscriptor and month */
      cargo_fijo: string;
      /** $ per m³ */
      consumo: string;
    } | undefined;
  };
  /** Subsidy (negative) or contribution (positive) of each class: "-0.40" subsidises 40 % */
  factores: {
    residencial: {
      '1': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
      '2': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
      '3': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
      '4': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
      '5': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
      '6': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
    };
    comercial: string | {
      acueducto?: string | undefined;
      alcantarillado?: string | undefined;
    };
    industrial: string | {
      acueducto?: string | undefined;
      alcantarillado?: string | undefined;
    };
    oficial: string | {
      acueducto?: string | undefined;
      alcantarillado?: string | undefined;
    };
    especial: string | {
      acueducto?: string | undefined;
      alcantarillado?: string | undefined;
    };
  };
};

export type Impacto = {
  /** yyyy-mm-dd */
  vigente_desde: string;
  /** The act, resolution or file the prices come from */
  fuente: string;
  servicios: {
    acueducto?: {
      /** $ per suscriptor and month */
      cargo_fijo: string;
      /** $ per m³ */
      consumo: string;
    } | undefined;
    alcantarillado?: {
      /** $ per suscriptor and month */
      cargo_fijo: string;
      /** $ per m³ */
      consumo: string;
    } | undefined;
  };
  /** Subsidy (negative) or contribution (positive) of each class: "-0.40" subsidises 40 % */
  factores: {
    residencial: {
      '1': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
      '2': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
      '3': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
      '4': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
      '5': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
      '6': string | {
        acueducto?: string | undefined;
        alcantarillado?: string | undefined;
      };
    };
    comercial: string | {
      acueducto?: string | undefined;
      alcantarillado?: string | undefined;
    };
    industrial: string | {
      acueducto?: string | undefined;
      alcantarillado?: string | undefined;
    };
    oficial: string | {
      acueducto?: string | undefined;
      alcantarillado?: string | undefined;
    };
    especial: string | {
      acueducto?: string | undefined;
      alcantarillado?: string | undefined;
    };
  };
  /** Liquidated period whose accounts and m³ the version is tried on */
  periodo: string;
  ciclo?: string | undefined;
};

export type Ejecucion = {
  id: number;
  tipo: 'liquidar' | 'emitir' | 'importar_clientes' | 'importar_lecturas' | 'importar_tarifas' | 'importar_cargos' | 'impacto_tarifas' | 'imprimir' | 'prever_correccion' | 'aplicar_correccion' | 'cargar_recaudo' | 'aplicar_recaudo';
  estado: 'pendiente' | 'en_curso' | 'terminada' | 'fallida';
  periodo: string | null;
  total: number | null;
  hechas: number;
  /** Items a second since it began */
  por_segundo: number | null;
  resultado: Record<string, unknown>;
  error: string | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
};

export type ResultadoImpacto = {
  ejecucion: Ejecucion;
  periodo: string;
  version: CreateTarifa;
  grupos: ({
    uso: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial';
    estrato: number | null;
    /** With the version of the period */
    antes: number;
    /** With the version that is tried */
    despues: number;
    cuentas: number;
    /** Accounts that would pay more */
    suben: number;
    /** Accounts that would pay less */
    bajan: number;
    /** Whole Colombian pesos */
    subsidios_antes: number;
    /** Whole Colombian pesos */
    subsidios_despues: number;
    /** Whole Colombian pesos */
    contribuciones_antes: number;
    /** Whole Colombian pesos */
    contribuciones_despues: number;
  })[];
  mayores: ({
    uso: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial';
    estrato: number | null;
    /** With the version of the period */
    antes: number;
    /** With the version that is tried */
    despues: number;
    numero_cuenta: string;
    nombre: string;
    consumo_m3: number;
  })[];
};

export type Simular = {
  /** Default: "residencial" */
  uso?: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial' | undefined;
  estrato?: number | null | undefined;
  consumo_m3: number;
  altitud_msnm?: number | undefined;
  /** Default: 1 */
  meses?: 1 | 2 | undefined;
  dias?: number | undefined;
  dias_ciclo?: number | undefined;
  unidades?: number | undefined;
  vertimiento_m3?: number | undefined;
  desincentivo?: boolean | undefined;
  servicios?: ('acueducto' | 'alcantarillado')[] | undefined;
  tarifas?: {
    acueducto?: {
      /** $ per suscriptor and month */
      cargo_fijo: string;
      /** $ per m³ */
      consumo: string;
    } | undefined;
    alcantarillado?: {
      /** $ per suscriptor and month */
      cargo_fijo: string;
      /** $ per m³ */
      consumo: string;
    } | undefined;
  } | undefined;
  factores?: {
    acueducto?: string | undefined;
    alcantarillado?: string | undefined;
  } | undefined;
  /** Day whose tariff version fills in what is left out; the tenant's today unless given. yyyy-mm-dd */
  fecha?: string | undefined;
};

export type Simulacion = {
  lineas: Linea[];
  /** Whole Colombian pesos */
  total: number;
};

export type Linea = {
  servicio: string;
  codigo: string;
  concepto: string;
  cantidad: string;
  valor_unitario: string;
  formula: string;
  norma: string;
  /** Whole Colombian pesos */
  valor: number;
};

export type Ciclo = {
  id: number;
  codigo: string;
  nombre: string;
  periodicidad: 'mensual' | 'bimestral';
  /** Accounts billed in this cycle */
  cuentas: number;
};

export type CreateCiclo = {
  codigo: string;
  nombre: string;
  periodicidad?: 'mensual' | 'bimestral' | undefined;
};

export type ListRutas = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  ciclo?: string | undefined;
};

export type Ruta = {
  id: number;
  codigo: string;
  nombre: string;
  ciclo: string;
  cuentas: number;
};

export type CreateRuta = {
  codigo: string;
  nombre: string;
  ciclo: string;
};

export type Condiciones = {
  fugas: Fuga[];
  vertimientos: Vertimiento[];
  decisiones: Decision[];
};

export type Fuga = {
  id: number;
  created_at: string;
  /** yyyy-mm-dd */
  detectada_en: string;
  /** yyyy-mm-dd */
  hasta: string;
  motivo: string;
};

export type Vertimiento = {
  id: number;
  created_at: string;
  modo: 'fuente_propia' | 'aforo';
  m3_mes: number;
  /** yyyy-mm-dd */
  desde: string;
  hasta: string | null;
  soporte: string;
};

export type Decision = {
  id: number;
  created_at: string;
  /** yyyy-mm-dd */
  solicitud_fecha: string;
  decision: string;
  /** yyyy-mm-dd */
  desde: string;
  hasta: string | null;
};

export type CreateFuga = {
  numero_cuenta: string;
  /** Day the hidden leak was found: from it on two months are billed by average. yyyy-mm-dd */
  detectada_en: string;
  /** How it was found, and the visit that did */
  motivo: string;
};

export type CreateVertimiento = {
  numero_cuenta: string;
  /** fuente_propia adds to the m³ of acueducto; aforo takes their place */
  modo: 'fuente_propia' | 'aforo';
  /** m³ a month */
  m3_mes: number;
  /** yyyy-mm-dd */
  desde: string;
  /** yyyy-mm-dd */
  hasta?: string | undefined;
  /** The gauging or declaration it rests on */
  soporte: string;
};

export type CreateDecision = {
  numero_cuenta: string;
  /** Day the entity asked for it. yyyy-mm-dd */
  solicitud_fecha: string;
  /** The express decision of the utility, with its number */
  decision: string;
  /** yyyy-mm-dd */
  desde: string;
  /** yyyy-mm-dd */
  hasta?: string | undefined;
};

export type TerminarVertimiento = {
  vertimiento_id: number;
  /** yyyy-mm-dd */
  hasta: string;
};

export type TerminarDecision = {
  decision_id: number;
  /** yyyy-mm-dd */
  hasta: string;
};

export type Desincentivo = {
  id: number;
  created_at: string;
  /** yyyy-mm-dd */
  desde: string;
  hasta: string | null;
  norma: string;
  tercero: string;
};

export type CreateDesincentivo = {
  /** yyyy-mm-dd */
  desde: string;
  /** yyyy-mm-dd */
  hasta?: string | undefined;
  norma: string;
  /** Whose money it is: the code of a third party */
  tercero: string;
};

export type TerminarDesincentivo = {
  desincentivo_id: number;
  /** yyyy-mm-dd */
  hasta: string;
};

export type Resolver = {
  codigo: string;
  ciclo?: string | undefined;
  /** Account numbers */
  cuentas: string[];
  advertencia: 'lectura_menor' | 'desviacion_significativa' | 'sin_base' | 'consumo_cero' | 'medidor_sin_lectura_n' | 'consumo_en_suspendido' | 'salto_de_ruta';
  /** confirmar: the reading stands (a lower one went round past zero); corregir: another reading replaces it; inspeccionar: somebody goes and looks; promediar: bill the average */
  accion: 'confirmar' | 'corregir' | 'inspeccionar' | 'promediar';
  /** Why; kept with the name of who decided */
  motivo: string;
  /** With corregir, of one account: what the dial really showed */
  lectura_m3?: string | undefined;
  /** Day of that reading, where there was none; last day of the period unless given. yyyy-mm-dd */
  fecha_lectura?: string | undefined;
};

export type Resueltas = {
  periodo: Periodo;
  cuentas: ({
    numero_cuenta: string;
    estado: 'lista' | 'apartada';
    metodo: 'medido' | 'regularizado' | 'promedio' | 'similares' | 'provisional' | 'sin_base' | 'fuga' | 'aforo' | null;
    consumo_m3: number | null;
    /** Before the decision */
    consumo_antes_m3: number | null;
    /** Whole Colombian pesos */
    valor_total: number;
    /** Before the decision */
    valor_antes: number;
    advertencias: string[];
  })[];
};

export type Periodo = {
  id: number;
  ciclo: string;
  codigo: string;
  /** yyyy-mm-dd */
  desde: string;
  /** yyyy-mm-dd */
  hasta: string;
  /** yyyy-mm-dd */
  fecha_emision: string;
  /** yyyy-mm-dd */
  fecha_vencimiento: string;
  estado: 'abierto' | 'liquidado' | 'emitido' | 'cerrado';
  /** Accounts liquidated or billed */
  cuentas: number;
  consumo_m3: number;
  /** Whole Colombian pesos */
  valor_total: number;
  /** When a second person approved it for issue */
  aprobado_en: string | null;
  /** The last run over this period */
  ejecucion: Ejecucion | null;
  version: number;
};

export type Comparar = {
  codigo: string;
  ciclo?: string | undefined;
  /** Default: "uso" */
  por?: 'uso' | 'estrato' | 'ruta' | undefined;
};

export type Comparacion = {
  codigo: string;
  /** Code of the period before */
  anterior: string | null;
  grupos: {
    clave: string;
    cuentas: number;
    consumo_m3: number;
    /** Whole Colombian pesos */
    valor_total: number;
    cuentas_anterior: number;
    consumo_anterior_m3: number;
    /** Whole Colombian pesos */
    valor_anterior: number;
  }[];
  salen: {
    /** Accounts billed in the period before and not in this one */
    cuentas: number;
    /** Whole Colombian pesos */
    valor_anterior: number;
  };
};

export type Aprobar = {
  codigo: string;
  ciclo?: string | undefined;
  /** Default: "" */
  motivo?: string | undefined;
};

export type ByCodigo = {
  codigo: string;
  ciclo?: string | undefined;
};

export type ListPeriodos = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  ciclo?: string | undefined;
  estado?: 'abierto' | 'liquidado' | 'emitido' | 'cerrado' | undefined;
};

export type CreatePeriodo = {
  ciclo: string;
  codigo: string;
  /** yyyy-mm-dd */
  desde: string;
  /** yyyy-mm-dd */
  hasta: string;
  /** yyyy-mm-dd */
  fecha_emision: string;
  /** yyyy-mm-dd */
  fecha_vencimiento: string;
};

export type ListPrefacturas = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  codigo: string;
  ciclo?: string | undefined;
  estado?: 'lista' | 'apartada' | undefined;
  advertencia?: 'lectura_menor' | 'desviacion_significativa' | 'sin_base' | 'consumo_cero' | 'medidor_sin_lectura_n' | 'consumo_en_suspendido' | 'salto_de_ruta' | undefined;
  metodo?: 'medido' | 'regularizado' | 'promedio' | 'similares' | 'provisional' | 'sin_base' | 'fuga' | 'aforo' | undefined;
  uso?: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial' | undefined;
  estrato?: number | undefined;
  ruta?: string | undefined;
  /** Accounts with a warning that waits for a decision, or with one decided */
  critica?: 'pendiente' | 'resuelta' | undefined;
  /** By account, or the widest change in pesos against the bill before first. Default: "cuenta" */
  orden?: 'cuenta' | 'atipicas' | undefined;
  /** Account number */
  q?: string | undefined;
};

export type Prefactura = {
  numero_cuenta: string;
  nombre: string;
  direccion: string;
  ruta: string | null;
  estado: 'lista' | 'apartada';
  /** Why the account was set apart */
  motivo: string | null;
  uso: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial';
  estrato: number | null;
  medidor: string | null;
  metodo: 'medido' | 'regularizado' | 'promedio' | 'similares' | 'provisional' | 'sin_base' | 'fuga' | 'aforo' | null;
  consumo_m3: number | null;
  /** Billed in the period before */
  consumo_anterior_m3: number | null;
  lectura_anterior: number | null;
  lectura_actual: number | null;
  desviacion: boolean;
  advertencias: ('lectura_menor' | 'desviacion_significativa' | 'sin_base' | 'consumo_cero' | 'medidor_sin_lectura_n' | 'consumo_en_suspendido' | 'salto_de_ruta')[];
  /** Whole Colombian pesos */
  valor_total: number;
  /** Of the bill before */
  valor_anterior: number | null;
  /** m³ measured before, oldest first */
  historia: number[];
  /** Average it was compared with or billed by, exact: suma / n */
  promedio: {
    suma: number;
    n: number;
  } | null;
  /** Last reading of the period, or why there is none */
  lectura: {
    /** yyyy-mm-dd */
    fecha: string;
    m3: string | null;
    causal: string | null;
  } | null;
  /** What people decided, oldest first */
  resoluciones: ({
    advertencia: 'lectura_menor' | 'desviacion_significativa' | 'sin_base' | 'consumo_cero' | 'medidor_sin_lectura_n' | 'consumo_en_suspendido' | 'salto_de_ruta';
    accion: 'confirmar' | 'corregir' | 'inspeccionar' | 'promediar';
    motivo: string;
    por: string | null;
    en: string;
  })[];
  conceptos: {
    servicio: string;
    codigo: string;
    concepto: string;
    cantidad: string;
    valor_unitario: string;
    formula: string;
    norma: string;
    /** Whole Colombian pesos */
    valor: number;
  }[];
};

export type Resumen = {
  codigo: string;
  cuentas: number;
  consumo_m3: number;
  /** Whole Colombian pesos */
  valor_total: number;
  apartadas: number;
  por_metodo: {
    clave: string;
    cuentas: number;
    consumo_m3: number;
    /** Whole Colombian pesos */
    valor_total: number;
  }[];
  por_uso: {
    clave: string;
    cuentas: number;
    consumo_m3: number;
    /** Whole Colombian pesos */
    valor_total: number;
  }[];
  por_estrato: {
    clave: string;
    cuentas: number;
    consumo_m3: number;
    /** Whole Colombian pesos */
    valor_total: number;
  }[];
  por_advertencia: {
    clave: string;
    /** Accounts that have it */
    cuentas: number;
    /** Of those, the ones nobody decided about */
    pendientes: number;
    /** Accounts somebody decided about, whether they have it still or not */
    decididas: number;
  }[];
  /** Who liquidated the period and who approved it for issue */
  aprobacion: {
    /** The utility wants a second person to approve before issue */
    exigida: boolean;
    liquido: {
      id: number;
      nombre: string;
    } | null;
    aprobo: {
      id: number;
      nombre: string;
    } | null;
  };
};

export type ListEjecuciones = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  tipo?: 'liquidar' | 'emitir' | 'importar_clientes' | 'importar_lecturas' | 'importar_tarifas' | 'importar_cargos' | 'impacto_tarifas' | 'imprimir' | 'prever_correccion' | 'aplicar_correccion' | 'cargar_recaudo' | 'aplicar_recaudo' | undefined;
};

export type ListFacturas = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  cliente_id?: number | undefined;
  numero_cuenta?: string | undefined;
  /** The payment reference of its bar code */
  referencia?: string | undefined;
  estado?: 'Pendiente' | 'Pagada' | 'Vencida' | 'Anulada' | undefined;
  periodo?: string | undefined;
  /** Issued on or after. yyyy-mm-dd */
  desde?: string | undefined;
  /** Issued on or before. yyyy-mm-dd */
  hasta?: string | undefined;
};

export type Factura = {
  id: number;
  numero_factura: string;
  /** Of a period, by hand, or of consumption recovered */
  tipo: 'consumo' | 'manual' | 'recuperacion';
  cliente_id: number;
  numero_cuenta: string;
  periodo: string | null;
  /** yyyy-mm-dd */
  fecha_emision: string;
  /** yyyy-mm-dd */
  fecha_vencimiento: string;
  /** Whole Colombian pesos */
  valor_total: number;
  /** What is still owed of this bill */
  saldo: number;
  /** What the account owed when this bill was issued */
  saldo_anterior: number;
  /** Part of it under an open claim */
  en_reclamo: number;
  /** Derived from balance and due date */
  estado: 'Pendiente' | 'Pagada' | 'Vencida' | 'Anulada';
  observaciones: string;
  conceptos: {
    servicio: string;
    codigo: string;
    /** What a person reads */
    concepto: string;
    cantidad: string;
    valor_unitario: string;
    formula: string;
    norma: string;
    /** Whole Colombian pesos */
    valor: number;
  }[];
  consumo_m3: number | null;
  /** How the m³ were found */
  metodo: 'medido' | 'regularizado' | 'promedio' | 'similares' | 'provisional' | 'sin_base' | 'fuga' | 'aforo' | null;
  lectura_anterior: number | null;
  lectura_actual: number | null;
  created_at: string;
  version: number;
};

export type ByNumero = {
  numero_factura: string;
};

export type FacturaConNotas = {
  id: number;
  numero_factura: string;
  /** Of a period, by hand, or of consumption recovered */
  tipo: 'consumo' | 'manual' | 'recuperacion';
  cliente_id: number;
  numero_cuenta: string;
  periodo: string | null;
  /** yyyy-mm-dd */
  fecha_emision: string;
  /** yyyy-mm-dd */
  fecha_vencimiento: string;
  /** Whole Colombian pesos */
  valor_total: number;
  /** What is still owed of this bill */
  saldo: number;
  /** What the account owed when this bill was issued */
  saldo_anterior: number;
  /** Part of it under an open claim */
  en_reclamo: number;
  /** Derived from balance and due date */
  estado: 'Pendiente' | 'Pagada' | 'Vencida' | 'Anulada';
  observaciones: string;
  conceptos: {
    servicio: string;
    codigo: string;
    /** What a person reads */
    concepto: string;
    cantidad: string;
    valor_unitario: string;
    formula: string;
    norma: string;
    /** Whole Colombian pesos */
    valor: number;
  }[];
  consumo_m3: number | null;
  /** How the m³ were found */
  metodo: 'medido' | 'regularizado' | 'promedio' | 'similares' | 'provisional' | 'sin_base' | 'fuga' | 'aforo' | null;
  lectura_anterior: number | null;
  lectura_actual: number | null;
  created_at: string;
  version: number;
  notas: NotaDeFactura[];
  anulacion: {
    motivo: string;
    /** yyyy-mm-dd */
    fecha: string;
    /** Number of the bill in its place */
    reemplazo: string | null;
  } | null;
};

export type NotaDeFactura = {
  id: number;
  /** Given when it is applied */
  numero: string | null;
  tipo: 'credito' | 'debito';
  /** Of its ledger entry */
  fecha: string | null;
  /** Whole Colombian pesos */
  valor: number;
  motivo: string;
  conceptos: LineaNota[];
};

export type LineaNota = {
  /** Place in the bill's `conceptos`; null: it had no such line */
  linea: number | null;
  servicio: string;
  codigo: string;
  concepto: string;
  /** Whole Colombian pesos */
  valor: number;
};

export type Historial = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  numero_cuenta: string;
};

export type CreateFactura = {
  numero_factura: string;
  cliente_id: number;
  /** yyyy-mm-dd */
  fecha_emision: string;
  /** yyyy-mm-dd */
  fecha_vencimiento: string;
  /** Whole Colombian pesos */
  valor_total: number;
  /** Taken and ignored: the state is derived */
  estado?: 'Pendiente' | 'Vencida' | undefined;
  /** Default: "" */
  observaciones?: string | null | undefined;
  conceptos: ({
    /** Default: "otros" */
    servicio?: string | undefined;
    /** Default: "otro" */
    codigo?: string | undefined;
    concepto: string;
    /** Default: "1" */
    cantidad?: string | undefined;
    /** Default: "" */
    valor_unitario?: string | undefined;
    /** Default: "" */
    formula?: string | undefined;
    /** Default: "" */
    norma?: string | undefined;
    /** Whole Colombian pesos */
    valor: number;
  })[];
};

export type PagarFactura = {
  numero_factura: string;
  /** Whole balance unless given */
  valor?: number | undefined;
  /** Default: "Efectivo" */
  medio?: 'Efectivo' | 'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo' | undefined;
  referencia?: string | undefined;
};

export type AnularFactura = {
  numero_factura: string;
  /** Why, in words that the customer may read */
  motivo: string;
  /** Issue the account's bill of that period again, with what was wrong put right */
  reexpedir?: {
    lectura_m3?: string | undefined;
    uso?: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial' | undefined;
    estrato?: number | null | undefined;
  } | undefined;
};

export type ConsultaPublica = {
  numero_cuenta: string;
  numero_factura: string;
};

export type FacturaPublica = {
  numero_factura: string;
  numero_cuenta: string;
  periodo: string | null;
  /** yyyy-mm-dd */
  fecha_emision: string;
  /** yyyy-mm-dd */
  fecha_vencimiento: string;
  /** Whole Colombian pesos */
  valor_total: number;
  /** What is still owed of this bill */
  saldo: number;
  /** Derived from balance and due date */
  estado: 'Pendiente' | 'Pagada' | 'Vencida' | 'Anulada';
  conceptos: {
    servicio: string;
    codigo: string;
    /** What a person reads */
    concepto: string;
    cantidad: string;
    valor_unitario: string;
    formula: string;
    norma: string;
    /** Whole Colombian pesos */
    valor: number;
  }[];
  consumo_m3: number | null;
  /** How the m³ were found */
  metodo: 'medido' | 'regularizado' | 'promedio' | 'similares' | 'provisional' | 'sin_base' | 'fuga' | 'aforo' | null;
  lectura_anterior: number | null;
  lectura_actual: number | null;
};

export type Calculo = {
  numero_factura: string;
  tarifa: {
    /** yyyy-mm-dd */
    vigente_desde: string;
    fuente: string;
  } | null;
  calculo: Record<string, unknown> | null;
};

export type Explicacion = {
  numero_factura: string;
  secciones: ({
    clave: 'lectura' | 'consumo' | 'comparacion' | 'rangos' | 'tarifa' | 'lineas' | 'apoyos' | 'otros_cobros' | 'total' | 'a_pagar' | 'reclamar';
    titulo: string;
    frases: {
      texto: string;
      norma: string;
    }[];
  })[];
};

export type ImprimirPeriodo = {
  codigo: string;
  ciclo?: string | undefined;
  /** One reading route alone */
  ruta?: string | undefined;
};

export type Impresiones = {
  items: ({
    id: number;
    tipo: 'liquidar' | 'emitir' | 'importar_clientes' | 'importar_lecturas' | 'importar_tarifas' | 'importar_cargos' | 'impacto_tarifas' | 'imprimir' | 'prever_correccion' | 'aplicar_correccion' | 'cargar_recaudo' | 'aplicar_recaudo';
    estado: 'pendiente' | 'en_curso' | 'terminada' | 'fallida';
    periodo: string | null;
    total: number | null;
    hechas: number;
    /** Items a second since it began */
    por_segundo: number | null;
    resultado: Record<string, unknown>;
    error: string | null;
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
    /** The route it was asked for */
    ruta: string | null;
  })[];
};

export type ByEjecucion = {
  ejecucion_id: number;
};

export type Impresos = {
  items: Impreso[];
};

export type Impreso = {
  lote: number;
  nombre: string;
  facturas: number;
  /** Null while it is not made yet */
  paginas: number | null;
  bytes: number | null;
  sha256: string | null;
};

export type ByImpreso = {
  ejecucion_id: number;
  /** Number of the file, from 0 */
  lote: number;
};

export type DocumentoDian = {
  tipo_documento: string;
  prefijo: string;
  numero: string;
  resolucion: string | null;
  /** yyyy-mm-dd */
  fecha_emision: string;
  /** yyyy-mm-dd */
  fecha_vencimiento: string;
  periodo: {
    /** yyyy-mm-dd */
    desde: string;
    /** yyyy-mm-dd */
    hasta: string;
  } | null;
  moneda: string;
  emisor: {
    /** DIAN's code */
    tipo_documento: string | null;
    documento: string | null;
    nombre: string;
    /** DIVIPOLA */
    municipio: string | null;
    dv: number | null;
  };
  cliente: {
    /** DIAN's code */
    tipo_documento: string | null;
    documento: string | null;
    nombre: string;
    /** DIVIPOLA */
    municipio: string | null;
    numero_cuenta: string;
    direccion: string;
  };
  medicion: {
    medidor: string | null;
    lectura_anterior: number | null;
    lectura_actual: number | null;
    consumo_m3: number;
    /** 1 measured, 2 estimated */
    base: 1 | 2;
  } | null;
  lineas: ({
    numero: number;
    servicio: string;
    codigo: string;
    concepto: string;
    cantidad: string;
    valor_unitario: string;
    /** Whole Colombian pesos */
    valor: number;
    /** Whose money it is, when not the utility’s */
    tercero: string | null;
  })[];
  /** Whole Colombian pesos */
  subtotal: number;
  /** Whole Colombian pesos */
  subsidios: number;
  /** Whole Colombian pesos */
  contribuciones: number;
  /** Whole Colombian pesos */
  impuestos: number;
  terceros: ({
    nombre: string;
    nit: string | null;
    /** Whole Colombian pesos */
    valor: number;
  })[];
  /** Whole Colombian pesos */
  total: number;
  /** Whole Colombian pesos */
  saldo_anterior: number;
  /** Whole Colombian pesos */
  a_pagar: number;
  referencia: string;
};

export type ControlExportacion = {
  codigo: string;
  facturas: number;
  /** Of the bills, of the ledger, of the summary by concept and of the period: all the same */
  valor_total: number;
};

export type ListNotas = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  numero_factura?: string | undefined;
  estado?: 'pendiente' | 'aprobada' | 'rechazada' | undefined;
};

export type Nota = {
  id: number;
  tipo: 'credito' | 'debito';
  /** Given when it is applied */
  numero: string | null;
  numero_factura: string;
  numero_cuenta: string;
  conceptos: LineaNota[];
  /** Whole Colombian pesos */
  valor: number;
  motivo: string;
  sustento: string | null;
  origen: 'manual' | 'correccion' | 'desviacion' | 'reversion';
  correccion_id: number | null;
  estado: 'pendiente' | 'aprobada' | 'rechazada';
  /** Of its ledger entry */
  fecha: string | null;
  /** Who wrote it */
  user_id: number | null;
  /** The second person, where one was needed */
  resuelta_por: number | null;
  resuelta_en: string | null;
  /** What the second person said */
  observacion: string | null;
  created_at: string;
};

export type CreateNota = {
  numero_factura: string;
  /** Why, in words that the customer may read */
  motivo: string;
  /** Ground of a proven fraud: the only one that lifts the five months of Ley 142 art. 150 */
  sustento?: string | undefined;
  lineas: {
    /** Place in the bill's `conceptos`, from 0 */
    linea: number;
    /** Below zero gives back, above zero charges */
    valor: number;
  }[];
};

export type ApproveNota = {
  nota_id: number;
  /** What the second person says of it */
  observacion?: string | undefined;
};

export type RejectNota = {
  nota_id: number;
  /** What the second person says of it */
  observacion: string;
};

export type ListCorrecciones = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  numero_cuenta?: string | undefined;
  estado?: 'pendiente' | 'aplicada' | 'rechazada' | undefined;
};

export type Correccion = {
  id: number;
  tipo: 'lectura' | 'clase' | 'titular' | 'tarifa' | 'desviacion';
  numero_cuenta: string;
  motivo: string;
  sustento: string | null;
  estado: 'pendiente' | 'aplicada' | 'rechazada';
  facturas: number;
  /** Whole Colombian pesos */
  diferencia: number;
  diferencia_m3: number;
  cambio: Record<string, unknown>;
  /** The correction that this one undoes */
  deshace_id: number | null;
  /** The correction of all accounts it is part of */
  masiva_id: number | null;
  /** The correction that undid this one */
  deshecha_por: number | null;
  user_id: number | null;
  resuelta_por: number | null;
  resuelta_en: string | null;
  observacion: string | null;
  created_at: string;
};

export type VistaPrevia = {
  cambio: {
    tipo: 'lectura';
    lectura_id: number;
    lectura_m3: string;
  } | {
    tipo: 'clase';
    numero_cuenta: string;
    /** First day it holds: bills of periods that begin on it or later. yyyy-mm-dd */
    desde: string;
    uso: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial';
    estrato: number | null;
  } | {
    tipo: 'titular';
    numero_cuenta: string;
    /** First day it holds: bills of periods that begin on it or later. yyyy-mm-dd */
    desde: string;
    nombre: string;
    /** Default: null */
    tipo_documento?: 'CC' | 'CE' | 'TI' | 'NIT' | 'PAS' | 'PEP' | 'PPT' | null | undefined;
    /** Default: null */
    documento?: string | null | undefined;
  } | {
    tipo: 'tarifa';
    numero_cuenta: string;
    /** First day it holds: bills of periods that begin on it or later. yyyy-mm-dd */
    desde: string;
    tarifa: CreateTarifa;
  } | {
    tipo: 'desviacion';
    numero_factura: string;
    resultado: 'confirmar' | 'promediar' | 'corregir';
    /** With `corregir`: what was consumed */
    m3?: number | undefined;
  };
  /** Ground of a proven fraud: the only one that lifts the five months of Ley 142 art. 150 */
  sustento?: string | undefined;
};

export type Vista = {
  numero_cuenta: string;
  huella: string;
  facturas: FacturaCorregida[];
  /** Whole Colombian pesos */
  debito: number;
  /** Whole Colombian pesos */
  credito: number;
  /** Whole Colombian pesos */
  diferencia: number;
  diferencia_m3: number;
  /** What is written besides the notes */
  cambios: {
    campo: string;
    antes: string;
    despues: string;
  }[];
  /** Above `ajustes.limite_nota`: a second person decides */
  requiere_aprobacion: boolean;
};

export type FacturaCorregida = {
  numero_factura: string;
  periodo: string | null;
  /** yyyy-mm-dd */
  fecha_emision: string;
  consumo_antes: number;
  consumo_despues: number;
  metodo_antes: 'medido' | 'regularizado' | 'promedio' | 'similares' | 'provisional' | 'sin_base' | 'fuga' | 'aforo';
  metodo_despues: 'medido' | 'regularizado' | 'promedio' | 'similares' | 'provisional' | 'sin_base' | 'fuga' | 'aforo';
  /** The bill with the notes of earlier corrections */
  valor_antes: number;
  /** What it should have been */
  valor_despues: number;
  /** Of its note: 0 when it gets none */
  diferencia: number;
  nota: 'credito' | 'debito' | null;
  /** Why it gets none */
  omitida: 'plazo_de_cobro' | 'mayor_que_factura' | null;
  /** Last day to charge what it left out (Ley 142 art. 150). yyyy-mm-dd */
  limite_cobro: string;
  lineas: LineaCorregida[];
};

export type LineaCorregida = {
  /** Place in the bill's `conceptos`; null: it had no such line */
  linea: number | null;
  servicio: string;
  codigo: string;
  concepto: string;
  /** Whole Colombian pesos */
  valor: number;
  /** Whole Colombian pesos */
  antes: number;
  /** Whole Colombian pesos */
  despues: number;
};

export type CreateCorreccion = {
  cambio: {
    tipo: 'lectura';
    lectura_id: number;
    lectura_m3: string;
  } | {
    tipo: 'clase';
    numero_cuenta: string;
    /** First day it holds: bills of periods that begin on it or later. yyyy-mm-dd */
    desde: string;
    uso: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial';
    estrato: number | null;
  } | {
    tipo: 'titular';
    numero_cuenta: string;
    /** First day it holds: bills of periods that begin on it or later. yyyy-mm-dd */
    desde: string;
    nombre: string;
    /** Default: null */
    tipo_documento?: 'CC' | 'CE' | 'TI' | 'NIT' | 'PAS' | 'PEP' | 'PPT' | null | undefined;
    /** Default: null */
    documento?: string | null | undefined;
  } | {
    tipo: 'tarifa';
    numero_cuenta: string;
    /** First day it holds: bills of periods that begin on it or later. yyyy-mm-dd */
    desde: string;
    tarifa: CreateTarifa;
  } | {
    tipo: 'desviacion';
    numero_factura: string;
    resultado: 'confirmar' | 'promediar' | 'corregir';
    /** With `corregir`: what was consumed */
    m3?: number | undefined;
  };
  /** Why, in words that the customer may read */
  motivo: string;
  /** Ground of a proven fraud: the only one that lifts the five months of Ley 142 art. 150 */
  sustento?: string | undefined;
  /** Of the preview: what is done is what was seen */
  huella: string;
};

export type UndoCorreccion = {
  correccion_id: number;
  /** Why, in words that the customer may read */
  motivo: string;
};

export type ApproveCorreccion = {
  correccion_id: number;
  /** What the second person says of it */
  observacion?: string | undefined;
};

export type RejectCorreccion = {
  correccion_id: number;
  /** What the second person says of it */
  observacion: string;
};

export type ListMasivas = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  estado?: 'calculando' | 'prevista' | 'pendiente' | 'aplicando' | 'aplicada' | 'rechazada' | undefined;
};

export type Masiva = {
  id: number;
  estado: 'calculando' | 'prevista' | 'pendiente' | 'aplicando' | 'aplicada' | 'rechazada';
  cambio: Record<string, unknown>;
  motivo: string;
  sustento: string | null;
  /** Day it was calculated for: the five months are counted to it. yyyy-mm-dd */
  fecha: string;
  /** Of what was calculated; to apply it */
  huella: string | null;
  cuentas: number;
  facturas: number;
  /** Whole Colombian pesos */
  debito: number;
  /** Whole Colombian pesos */
  credito: number;
  /** Bills that get no note: too late to charge, or it gives back too much */
  omitidas: number;
  resumen: ResumenMasiva;
  /** Above `ajustes.limite_nota`: a second person decides */
  requiere_aprobacion: boolean;
  /** The one that this one undoes */
  deshace_id: number | null;
  /** The run that calculates or applies it */
  ejecucion: Ejecucion | null;
  user_id: number | null;
  resuelta_por: number | null;
  resuelta_en: string | null;
  observacion: string | null;
  aplicada_en: string | null;
  created_at: string;
};

export type ResumenMasiva = {
  /** Default: [] */
  grupos: ({
    uso: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial';
    estrato: number | null;
    cuentas: number;
    /** Accounts that owe more */
    suben: number;
    /** Accounts that owe less */
    bajan: number;
    facturas: number;
    /** Whole Colombian pesos */
    debito: number;
    /** Whole Colombian pesos */
    credito: number;
    /** Bills that get no note: too late to charge, or it gives back too much */
    omitidas: number;
    /** Pesos of the bills left out */
    omitido: number;
  })[];
  /** The 20 accounts it moves most. Default: [] */
  mayores: ({
    numero_cuenta: string;
    nombre: string;
    uso: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial';
    estrato: number | null;
    facturas: number;
    /** Whole Colombian pesos */
    diferencia: number;
  })[];
  /** Of an undo: accounts that stay corrected because something later stands on it; the first 20. Default: {"cuentas":0,"numeros":[]} */
  fuera: {
    cuentas: number;
    numeros: string[];
  };
};

export type ListFacturasMasiva = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  masiva_id: number;
  numero_cuenta?: string | undefined;
};

export type FacturaMasiva = {
  numero_factura: string;
  numero_cuenta: string;
  /** The bill with the notes of earlier corrections */
  valor_antes: number;
  /** What it should have been */
  valor_despues: number;
  /** Of its note: 0 when it gets none */
  diferencia: number;
  nota: 'credito' | 'debito' | null;
  omitida: 'plazo_de_cobro' | 'mayor_que_factura' | null;
  lineas: LineaNota[];
};

export type CreateMasiva = {
  cambio: {
    tipo: 'tarifa';
    /** Bills of periods that begin on it or later. yyyy-mm-dd */
    desde: string;
    /** Last day on which those periods begin; no end unless given. yyyy-mm-dd */
    hasta?: string | undefined;
    tarifa: CreateTarifa;
  };
  /** Why, in words that the customer may read */
  motivo: string;
  /** Ground of a proven fraud: the only one that lifts the five months of Ley 142 art. 150 */
  sustento?: string | undefined;
};

export type ApplyMasiva = {
  masiva_id: number;
  /** What is done is what was seen */
  huella: string;
};

export type ApproveMasiva = {
  masiva_id: number;
  /** What the second person says of it */
  observacion?: string | undefined;
};

export type RejectMasiva = {
  masiva_id: number;
  /** What the second person says of it */
  observacion: string;
};

export type UndoMasiva = {
  masiva_id: number;
  /** Why, in words that the customer may read */
  motivo: string;
};

export type ListPagos = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  numero_cuenta?: string | undefined;
  medio?: 'Efectivo' | 'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo' | undefined;
  origen?: 'oficina' | 'caja' | 'archivo' | 'pasarela' | undefined;
  recibo?: string | undefined;
  referencia?: string | undefined;
  /** Taken in this session of a cash desk */
  caja_id?: number | undefined;
  /** Received on or after. yyyy-mm-dd */
  desde?: string | undefined;
  /** Received on or before. yyyy-mm-dd */
  hasta?: string | undefined;
};

export type Pago = {
  id: number;
  /** Number of its receipt, without gaps in the tenant */
  recibo: string;
  numero_cuenta: string;
  /** Whole Colombian pesos */
  valor: number;
  medio: 'Efectivo' | 'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo';
  referencia: string | null;
  /** Day on which the money was received. yyyy-mm-dd */
  fecha_pago: string;
  origen: 'oficina' | 'caja' | 'archivo' | 'pasarela';
  /** The session of the cash desk that took it */
  caja_id: number | null;
  /** Where every peso went, with what its advance paid later */
  facturas: {
    numero_factura: string;
    /** Whole Colombian pesos */
    valor: number;
    /** Inside the bill: `intereses`, then each service, in pesos */
    detalle: Record<string, number>;
  }[];
  /** Pesos that no bill has: in the account's favour */
  anticipo: number;
  avisos: ('factura_pagada' | 'factura_anulada' | 'en_reclamo' | 'anticipo' | 'intereses_de_mas')[];
  observaciones: string;
  /** The document that undoes it, or asks to */
  reverso: {
    id: number;
    /** Given when it is applied */
    numero: string | null;
    causa: 'cheque_devuelto' | 'contracargo' | 'cuenta_equivocada' | 'error_de_registro' | 'reembolso';
    motivo: string;
    estado: 'pendiente' | 'aplicado' | 'rechazado';
    fecha: string | null;
  } | null;
  created_at: string;
};

export type PagoConVerificacion = {
  id: number;
  /** Number of its receipt, without gaps in the tenant */
  recibo: string;
  numero_cuenta: string;
  /** Whole Colombian pesos */
  valor: number;
  medio: 'Efectivo' | 'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo';
  referencia: string | null;
  /** Day on which the money was received. yyyy-mm-dd */
  fecha_pago: string;
  origen: 'oficina' | 'caja' | 'archivo' | 'pasarela';
  /** The session of the cash desk that took it */
  caja_id: number | null;
  /** Where every peso went, with what its advance paid later */
  facturas: {
    numero_factura: string;
    /** Whole Colombian pesos */
    valor: number;
    /** Inside the bill: `intereses`, then each service, in pesos */
    detalle: Record<string, number>;
  }[];
  /** Pesos that no bill has: in the account's favour */
  anticipo: number;
  avisos: ('factura_pagada' | 'factura_anulada' | 'en_reclamo' | 'anticipo' | 'intereses_de_mas')[];
  observaciones: string;
  /** The document that undoes it, or asks to */
  reverso: {
    id: number;
    /** Given when it is applied */
    numero: string | null;
    causa: 'cheque_devuelto' | 'contracargo' | 'cuenta_equivocada' | 'error_de_registro' | 'reembolso';
    motivo: string;
    estado: 'pendiente' | 'aplicado' | 'rechazado';
    fecha: string | null;
  } | null;
  created_at: string;
  /** Printed on the receipt: with its number, anyone may check it */
  verificacion: string;
};

export type ExportarPagos = {
  numero_cuenta?: string | undefined;
  medio?: 'Efectivo' | 'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo' | undefined;
  origen?: 'oficina' | 'caja' | 'archivo' | 'pasarela' | undefined;
  recibo?: string | undefined;
  referencia?: string | undefined;
  /** Taken in this session of a cash desk */
  caja_id?: number | undefined;
  /** Received on or after. yyyy-mm-dd */
  desde?: string | undefined;
  /** Received on or before. yyyy-mm-dd */
  hasta?: string | undefined;
  /** Default: "csv" */
  formato?: 'csv' | 'xlsx' | undefined;
};

export type CreatePago = {
  /** Whole Colombian pesos */
  valor: number;
  moneda?: 'COP' | undefined;
  /** Default: "Efectivo" */
  medio?: 'Efectivo' | 'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo' | undefined;
  /** Today unless given; never after today. yyyy-mm-dd */
  fecha_pago?: string | undefined;
  /** Of whoever took the money; once in the tenant for each `medio` */
  referencia?: string | undefined;
  observaciones?: string | undefined;
  /** The bill it pays */
  numero_factura?: string | undefined;
  /** Several bills of one account, in the order in which to pay them, each up to its `valor` */
  facturas?: ({
    numero_factura: string;
    /** Whole Colombian pesos */
    valor?: number | undefined;
  })[] | undefined;
  /** The account: its bills in the order of the rule */
  numero_cuenta?: string | undefined;
  /** Pay what is under an open claim too; without it that part is left out */
  incluye_reclamo?: boolean | undefined;
};

export type SimularPago = {
  /** Whole Colombian pesos */
  valor: number;
  /** The bill it pays */
  numero_factura?: string | undefined;
  /** Several bills of one account, in the order in which to pay them, each up to its `valor` */
  facturas?: ({
    numero_factura: string;
    /** Whole Colombian pesos */
    valor?: number | undefined;
  })[] | undefined;
  /** The account: its bills in the order of the rule */
  numero_cuenta?: string | undefined;
  /** Pay what is under an open claim too; without it that part is left out */
  incluye_reclamo?: boolean | undefined;
};

export type SimulacionPago = {
  numero_cuenta: string;
  facturas: {
    numero_factura: string;
    /** Whole Colombian pesos */
    valor: number;
    /** Inside the bill: `intereses`, then each service, in pesos */
    detalle: Record<string, number>;
  }[];
  /** Whole Colombian pesos */
  anticipo: number;
  avisos: ('factura_pagada' | 'factura_anulada' | 'en_reclamo' | 'anticipo' | 'intereses_de_mas')[];
};

export type CruzarSaldo = {
  numero_cuenta: string;
};

export type Cruce = {
  numero_cuenta: string;
  facturas: {
    numero_factura: string;
    /** Whole Colombian pesos */
    valor: number;
  }[];
};

export type ConsultaRecibo = {
  recibo: string;
  verificacion: string;
};

export type ReciboPublico = {
  /** Number of its receipt, without gaps in the tenant */
  recibo: string;
  numero_cuenta: string;
  /** Whole Colombian pesos */
  valor: number;
  medio: 'Efectivo' | 'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo';
  /** Day on which the money was received. yyyy-mm-dd */
  fecha_pago: string;
  empresa: string;
  facturas: {
    numero_factura: string;
    /** Whole Colombian pesos */
    valor: number;
  }[];
  /** Whole Colombian pesos */
  anticipo: number;
  /** False once the payment was undone */
  vigente: boolean;
};

export type ListReversos = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  estado?: 'pendiente' | 'aplicado' | 'rechazado' | undefined;
};

export type Reverso = {
  id: number;
  /** Given when it is applied */
  numero: string | null;
  causa: 'cheque_devuelto' | 'contracargo' | 'cuenta_equivocada' | 'error_de_registro' | 'reembolso';
  motivo: string;
  estado: 'pendiente' | 'aplicado' | 'rechazado';
  fecha: string | null;
  pago_id: number;
  recibo: string;
  numero_cuenta: string;
  /** Of the payment */
  valor: number;
  /** Who asked for it */
  user_id: number | null;
  /** The second person, where one was needed */
  resuelto_por: number | null;
  resuelto_en: string | null;
  observacion: string | null;
  created_at: string;
};

export type ReversarPago = {
  pago_id: number;
  causa: 'cheque_devuelto' | 'contracargo' | 'cuenta_equivocada' | 'error_de_registro' | 'reembolso';
  /** Why, in words that the customer may read */
  motivo: string;
};

export type AprobarReverso = {
  reverso_id: number;
  observacion?: string | undefined;
};

export type RechazarReverso = {
  reverso_id: number;
  observacion: string;
};

export type ListCajas = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  estado?: 'abierta' | 'por_aprobar' | 'cerrada' | undefined;
  /** Of this cashier */
  user_id?: number | undefined;
  /** Opened on or after. yyyy-mm-dd */
  desde?: string | undefined;
  /** Opened on or before. yyyy-mm-dd */
  hasta?: string | undefined;
};

export type Caja = {
  id: number;
  /** Without gaps in the tenant */
  numero: string;
  cajero: {
    id: number;
    nombre: string;
  };
  /** Cash in the drawer when it was opened */
  base: number;
  estado: 'abierta' | 'por_aprobar' | 'cerrada';
  abierta_en: string;
  /** How many payments it took, those undone included */
  pagos: number;
  /** Of its payments, those undone included */
  recaudado: number;
  /** Counted less expected, all means; null while it is open */
  diferencia: number | null;
  /** Each means' difference without its sign, added up: what the limit looks at */
  descuadre: number | null;
  contada_en: string | null;
};

export type MiCaja = {
  /** Null: none is open */
  caja: CajaDetallada | null;
};

export type CajaDetallada = {
  id: number;
  /** Without gaps in the tenant */
  numero: string;
  cajero: {
    id: number;
    nombre: string;
  };
  /** Cash in the drawer when it was opened */
  base: number;
  estado: 'abierta' | 'por_aprobar' | 'cerrada';
  abierta_en: string;
  /** How many payments it took, those undone included */
  pagos: number;
  /** Of its payments, those undone included */
  recaudado: number;
  /** Counted less expected, all means; null while it is open */
  diferencia: number | null;
  /** Each means' difference without its sign, added up: what the limit looks at */
  descuadre: number | null;
  contada_en: string | null;
  por_medio: ({
    medio: 'Efectivo' | 'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo';
    /** Received */
    pagos: number;
    /** Of those, undone while it was open */
    reversos: number;
    /** Taken out */
    retiros: number;
  })[];
  /** What should be in the drawer: base + payments − undone − taken out; as it was when it was counted */
  esperado: Partial<Record<'Efectivo' | 'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo', number>>;
  contado: Partial<Record<'Efectivo' | 'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo', number>> | null;
  denominaciones: Partial<Record<'50' | '100' | '200' | '500' | '1000' | '2000' | '5000' | '10000' | '20000' | '50000' | '100000', number>> | null;
  retiros: Retiro[];
  explicacion: string | null;
  contada_por: {
    id: number;
    nombre: string;
  } | null;
  /** The second person, where one was needed */
  resuelta_por: {
    id: number;
    nombre: string;
  } | null;
  resuelta_en: string | null;
  observacion: string | null;
};

export type Retiro = {
  id: number;
  tipo: 'consignacion' | 'entrega';
  medio: 'Efectivo' | 'Cheque';
  /** Whole Colombian pesos */
  valor: number;
  referencia: string | null;
  motivo: string;
  user_id: number | null;
  created_at: string;
};

export type ByCaja = {
  caja_id: number;
};

export type AbrirCaja = {
  /** Cash that is in the drawer already, to give change */
  base: number;
};

export type RetirarDeCaja = {
  caja_id: number;
  /** `consignacion`: to the bank; `entrega`: to whoever keeps the money */
  tipo: 'consignacion' | 'entrega';
  /** Default: "Efectivo" */
  medio?: 'Efectivo' | 'Cheque' | undefined;
  /** Whole Colombian pesos */
  valor: number;
  /** Number of the bank's slip */
  referencia?: string | undefined;
  motivo: string;
};

export type CerrarCaja = {
  caja_id: number;
  /** How many notes and coins of each value */
  denominaciones: Partial<Record<'50' | '100' | '200' | '500' | '1000' | '2000' | '5000' | '10000' | '20000' | '50000' | '100000', number>>;
  /** Pesos of each means other than cash: cheques in hand, vouchers. Default: {} */
  contado?: Partial<Record<'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo', number>> | undefined;
  /** Needed when something is missing or left over */
  explicacion?: string | undefined;
};

export type AprobarCaja = {
  caja_id: number;
  observacion?: string | undefined;
};

export type RechazarCaja = {
  caja_id: number;
  observacion: string;
};

export type OpcionesPago = {
  numero_cuenta: string;
  numero_factura: string;
};

export type OpcionesDePago = {
  numero_cuenta: string;
  numero_factura: string;
  /** The utility takes payments over the gateway now */
  en_linea: boolean;
  /** No real money moves */
  de_prueba: boolean;
  /** All that the account owes */
  debe: number;
  /** Part of it under an open claim: nobody has to pay it meanwhile */
  en_reclamo: number;
  /** The part that is of this bill: `factura` leaves it out */
  factura_en_reclamo: number;
  /** Whole Colombian pesos */
  minimo: number;
  /** Without `otro_valor`, which anyone may choose */
  opciones: ({
    que: 'factura' | 'cuenta' | 'sin_reclamo' | 'otro_valor';
    /** Whole Colombian pesos */
    valor: number;
  })[];
};

export type IniciarPago = {
  numero_cuenta: string;
  numero_factura: string;
  que: 'factura' | 'cuenta' | 'sin_reclamo' | 'otro_valor';
  /** Of `otro_valor` only */
  valor?: number | undefined;
};

export type PagoIniciado = {
  referencia: string;
  /** Whole Colombian pesos */
  valor: number;
  /** The page of the gateway, with all of `datos`: open it to pay */
  direccion: string;
  datos: {
    public_key: string;
    currency: string;
    amount_in_cents: number;
    reference: string;
    signature_integrity: string;
    redirect_url: string;
  };
};

export type ByReferencia = {
  referencia: string;
};

export type EstadoDePago = {
  referencia: string;
  estado: 'creado' | 'pendiente' | 'aprobado' | 'rechazado' | 'error' | 'en_revision' | 'anulado' | 'vencido';
  /** Whole Colombian pesos */
  valor: number;
  numero_cuenta: string;
  numero_factura: string;
  transaccion: string | null;
  recibo: string | null;
  /** With the receipt, anyone may check it */
  verificacion: string | null;
  fecha_pago: string | null;
  medio: 'Efectivo' | 'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo' | null;
  de_prueba: boolean;
  created_at: string;
  resuelto_en: string | null;
};

export type ConsultarPago = {
  referencia: string;
  /** What the gateway added to the address on the way back: a hint, never trusted */
  transaccion?: string | undefined;
};

export type Pasarela = {
  /** What this server can be pointed at */
  ambientes: ('produccion' | 'pruebas' | 'simulador')[];
  configurada: boolean;
  /** New payments may begin; those under way are always finished */
  activa: boolean;
  ambiente: 'produccion' | 'pruebas' | 'simulador' | null;
  llave_publica: string | null;
  /** The gateway takes no payment below this */
  minimo: number | null;
  /** False when the secrets were sealed under another SECRET_KEY: write them again */
  legible: boolean;
  /** What to write as the events address in the gateway's panel */
  url_eventos: string;
  updated_at: string | null;
  version: number;
};

export type UpdatePasarela = {
  ambiente: 'produccion' | 'pruebas' | 'simulador';
  activa: boolean;
  llave_publica: string;
  /** Private key; write-only, kept as it is when left out */
  llave_privada?: string | undefined;
  /** Secret of the events; write-only, kept as it is when left out */
  secreto_eventos?: string | undefined;
  /** Secret of the integrity signature; write-only, kept as it is when left out */
  secreto_integridad?: string | undefined;
  /** Whole Colombian pesos. Default: 1500 */
  minimo?: number | undefined;
};

export type EventoPasarela = {
  /** The tenant */
  empresa: string;
  event: string;
  data: Record<string, unknown>;
  timestamp: number;
  signature: {
    properties: string[];
    checksum: string;
  };
};

export type EventoRecibido = {
  resultado: 'aplicado' | 'repetido' | 'contradice' | 'ajeno' | 'falso';
};

export type ListIntentos = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  estado?: 'creado' | 'pendiente' | 'aprobado' | 'rechazado' | 'error' | 'en_revision' | 'anulado' | 'vencido' | undefined;
  numero_cuenta?: string | undefined;
};

export type Intento = {
  id: number;
  referencia: string;
  numero_cuenta: string;
  numero_factura: string;
  ambiente: 'produccion' | 'pruebas' | 'simulador';
  que: 'factura' | 'cuenta' | 'sin_reclamo' | 'otro_valor';
  /** Whole Colombian pesos */
  valor: number;
  estado: 'creado' | 'pendiente' | 'aprobado' | 'rechazado' | 'error' | 'en_revision' | 'anulado' | 'vencido';
  transaccion: string | null;
  pago_id: number | null;
  recibo: string | null;
  consultas: number;
  consultado_en: string | null;
  proxima_consulta: string | null;
  resuelto_en: string | null;
  created_at: string;
};

export type IntentoCompleto = {
  id: number;
  referencia: string;
  numero_cuenta: string;
  numero_factura: string;
  ambiente: 'produccion' | 'pruebas' | 'simulador';
  que: 'factura' | 'cuenta' | 'sin_reclamo' | 'otro_valor';
  /** Whole Colombian pesos */
  valor: number;
  estado: 'creado' | 'pendiente' | 'aprobado' | 'rechazado' | 'error' | 'en_revision' | 'anulado' | 'vencido';
  transaccion: string | null;
  pago_id: number | null;
  recibo: string | null;
  consultas: number;
  consultado_en: string | null;
  proxima_consulta: string | null;
  resuelto_en: string | null;
  created_at: string;
  transacciones: TransaccionPasarela[];
  /** The first 100 that were heard */
  eventos: ({
    id: number;
    origen: 'evento' | 'consulta';
    resultado: 'aplicado' | 'repetido' | 'contradice' | 'ajeno' | 'falso';
    transaccion: string | null;
    estado: 'PENDING' | 'APPROVED' | 'DECLINED' | 'VOIDED' | 'ERROR' | null;
    valor_centavos: number | null;
    moneda: string | null;
    firmado_en: string | null;
    created_at: string;
  })[];
};

export type TransaccionPasarela = {
  id: number;
  transaccion: string;
  referencia: string;
  numero_cuenta: string | null;
  /** What was asked for */
  valor_intento: number | null;
  estado: 'PENDING' | 'APPROVED' | 'DECLINED' | 'VOIDED' | 'ERROR';
  /** In cents of its currency, as the gateway says */
  valor_centavos: number;
  moneda: string;
  metodo: string;
  pago_id: number | null;
  recibo: string | null;
  /** Why it waits, or waited, at the desk */
  novedad: 'referencia_desconocida' | 'moneda_distinta' | 'valor_distinto' | 'aprobada_dos_veces' | 'ya_registrada' | 'reverso_en_espera' | null;
  resolucion: 'registrada' | 'devuelta' | 'descartada' | 'anulada' | null;
  resuelta_por: number | null;
  resuelta_en: string | null;
  observacion: string | null;
  created_at: string;
  updated_at: string;
};

export type IntentoConsultado = {
  id: number;
  referencia: string;
  numero_cuenta: string;
  numero_factura: string;
  ambiente: 'produccion' | 'pruebas' | 'simulador';
  que: 'factura' | 'cuenta' | 'sin_reclamo' | 'otro_valor';
  /** Whole Colombian pesos */
  valor: number;
  estado: 'creado' | 'pendiente' | 'aprobado' | 'rechazado' | 'error' | 'en_revision' | 'anulado' | 'vencido';
  transaccion: string | null;
  pago_id: number | null;
  recibo: string | null;
  consultas: number;
  consultado_en: string | null;
  proxima_consulta: string | null;
  resuelto_en: string | null;
  created_at: string;
  transacciones: TransaccionPasarela[];
  /** The first 100 that were heard */
  eventos: ({
    id: number;
    origen: 'evento' | 'consulta';
    resultado: 'aplicado' | 'repetido' | 'contradice' | 'ajeno' | 'falso';
    transaccion: string | null;
    estado: 'PENDING' | 'APPROVED' | 'DECLINED' | 'VOIDED' | 'ERROR' | null;
    valor_centavos: number | null;
    moneda: string | null;
    firmado_en: string | null;
    created_at: string;
  })[];
  /** False when the gateway did not answer: nothing changed */
  respondio: boolean;
};

export type ListNovedades = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  /** Those that were resolved instead. Default: false */
  resueltas?: boolean | undefined;
};

export type ResolverNovedad = {
  transaccion_id: number;
  /** Book it as a payment; it was given back in the panel of the gateway; it is not ours */
  resolucion: 'registrada' | 'devuelta' | 'descartada';
  /** Account that gets it; that of the attempt unless given */
  numero_cuenta?: string | undefined;
  observacion: string;
};

export type ListArchivosRecaudo = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  estado?: 'cargando' | 'rechazado' | 'cargado' | 'aplicando' | 'aplicado' | undefined;
  banco?: string | undefined;
  /** Collected on or after. yyyy-mm-dd */
  desde?: string | undefined;
  /** Collected on or before. yyyy-mm-dd */
  hasta?: string | undefined;
};

export type ArchivoRecaudo = {
  id: number;
  nombre: string;
  sha256: string;
  bytes: number;
  estado: 'cargando' | 'rechazado' | 'cargado' | 'aplicando' | 'aplicado';
  /** Why it was refused, whole */
  motivo: string | null;
  /** Line of the file where it was refused */
  linea: number | null;
  banco: string | null;
  /** Collection date: the `fecha_pago` of its payments */
  fecha: string | null;
  fecha_archivo: string | null;
  hora: string | null;
  /** A for the first file of a day, B for the next */
  modificador: string | null;
  /** Account of the utility in the bank */
  cuenta: string | null;
  tipo_cuenta: string | null;
  lotes: number | null;
  /** Rows, as its control says */
  registros: number | null;
  /** Pesos of its rows, as its control says */
  total: number | null;
  /** What its total has besides whole pesos */
  centavos: number;
  /** Rows that wait for a person */
  por_resolver: number;
  /** The last run that works on it */
  ejecucion: Ejecucion | null;
  user_id: number | null;
  aplicado_por: number | null;
  aplicado_en: string | null;
  created_at: string;
};

export type ByArchivoRecaudo = {
  archivo_recaudo_id: number;
};

export type VistaArchivoRecaudo = {
  estados: ({
    estado: 'por_aplicar' | 'aplicado' | 'no_identificado' | 'duplicado' | 'devuelto' | 'invalido' | 'descartado';
    motivo: 'referencia_vacia' | 'referencia_desconocida' | 'cuenta_ambigua' | 'fila_repetida' | 'pago_registrado' | 'devuelto_por_el_banco' | 'valor_con_centavos' | 'valor_cero' | 'valor_muy_grande' | null;
    registros: number;
    /** Whole Colombian pesos */
    valor: number;
  })[];
  /** Rows to apply by the means that their channel says */
  medios: ({
    medio: 'Efectivo' | 'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo';
    registros: number;
    /** Whole Colombian pesos */
    valor: number;
  })[];
  /** Rows to apply by what they name, as the books stand: money of a bill that is paid or void goes to what else its account owes, and else is an advance */
  destinos: ({
    destino: 'factura_pendiente' | 'factura_pagada' | 'factura_anulada' | 'cuenta';
    registros: number;
    /** Whole Colombian pesos */
    valor: number;
  })[];
  /** With which it was read */
  perfil: Perfil | null;
};

export type Perfil = {
  /** First position of the reference in a detail line, from 1 */
  referencia_desde: number;
  /** Last position of the reference */
  referencia_hasta: number;
  /** What the reference names: our bill, the number of the account, or the bill and else the account */
  referencia_es: 'factura' | 'cuenta' | 'factura_o_cuenta';
  /** What fills the reference up on its left, besides blanks */
  relleno: string;
  /** Amounts end in two decimals that are not written as such */
  con_decimales: boolean;
  /** Whether the NIT of the utility carries its check digit */
  nit: 'cualquiera' | 'con_dv' | 'sin_dv';
  codificacion: 'ascii' | 'windows-1252' | 'utf-8';
  /** What numbers a row: its own field, or its line where the bank numbers none */
  secuencia: 'archivo' | 'linea';
  /** Service code (GLN) that every batch must carry; null: any */
  codigo_servicio: string | null;
};

export type ListRecaudos = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  archivo_recaudo_id?: number | undefined;
  estado?: 'por_aplicar' | 'aplicado' | 'no_identificado' | 'duplicado' | 'devuelto' | 'invalido' | 'descartado' | undefined;
  /** Only those that wait for a person, of applied files */
  por_resolver?: boolean | undefined;
  banco?: string | undefined;
  referencia?: string | undefined;
  /** yyyy-mm-dd */
  desde?: string | undefined;
  /** yyyy-mm-dd */
  hasta?: string | undefined;
};

export type Recaudo = {
  id: number;
  archivo_recaudo_id: number;
  /** Line of its file */
  linea: number;
  banco: string;
  /** yyyy-mm-dd */
  fecha: string;
  lote: number;
  secuencia: number;
  /** As the bank sent it, without what fills it up */
  referencia: string;
  /** Whole Colombian pesos */
  valor: number;
  centavos: number;
  medio: 'Efectivo' | 'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo';
  origen: string;
  canal: string;
  operacion: string;
  autorizacion: string;
  sucursal: string;
  causal_devolucion: string | null;
  estado: 'por_aplicar' | 'aplicado' | 'no_identificado' | 'duplicado' | 'devuelto' | 'invalido' | 'descartado';
  motivo: 'referencia_vacia' | 'referencia_desconocida' | 'cuenta_ambigua' | 'fila_repetida' | 'pago_registrado' | 'devuelto_por_el_banco' | 'valor_con_centavos' | 'valor_cero' | 'valor_muy_grande' | null;
  /** The row that came before with the same bank, date, batch and sequence */
  repetido_de: number | null;
  numero_cuenta: string | null;
  numero_factura: string | null;
  pago_id: number | null;
  recibo: string | null;
  resolucion: 'asignado' | 'descartado' | null;
  observacion: string | null;
  resuelto_por: number | null;
  resuelto_en: string | null;
};

export type ByRecaudo = {
  recaudo_id: number;
};

export type AsignarRecaudo = {
  recaudo_id: number;
  /** The bill it pays */
  numero_factura?: string | undefined;
  /** The account whose money it is */
  numero_cuenta?: string | undefined;
  /** Why, in words that an auditor may read */
  observacion: string;
};

export type DescartarRecaudo = {
  recaudo_id: number;
  /** Why, in words that an auditor may read */
  observacion: string;
};

export type PerfilBanco = {
  banco: string;
  nombre: string;
  perfil: Perfil;
  version: number;
  /** Who wrote it last */
  user_id: number | null;
  updated_at: string;
};

export type ByBanco = {
  banco: string;
};

export type SavePerfilBanco = {
  banco: string;
  nombre: string;
  perfil: {
    /** First position of the reference in a detail line, from 1. Default: 3 */
    referencia_desde?: number | undefined;
    /** Last position of the reference. Default: 50 */
    referencia_hasta?: number | undefined;
    /** What the reference names: our bill, the number of the account, or the bill and else the account. Default: "factura" */
    referencia_es?: 'factura' | 'cuenta' | 'factura_o_cuenta' | undefined;
    /** What fills the reference up on its left, besides blanks. Default: "0" */
    relleno?: string | undefined;
    /** Amounts end in two decimals that are not written as such. Default: true */
    con_decimales?: boolean | undefined;
    /** Whether the NIT of the utility carries its check digit. Default: "cualquiera" */
    nit?: 'cualquiera' | 'con_dv' | 'sin_dv' | undefined;
    /** Default: "ascii" */
    codificacion?: 'ascii' | 'windows-1252' | 'utf-8' | undefined;
    /** What numbers a row: its own field, or its line where the bank numbers none. Default: "archivo" */
    secuencia?: 'archivo' | 'linea' | undefined;
    /** Service code (GLN) that every batch must carry; null: any. Default: null */
    codigo_servicio?: string | null | undefined;
  };
};

export type ListMovimientos = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  numero_cuenta: string;
  tipo?: 'factura' | 'pago' | 'anticipo' | 'cruce' | 'reverso' | 'nota' | 'anulacion' | 'convenio' | undefined;
  /** Only what touches this bill */
  numero_factura?: string | undefined;
  /** yyyy-mm-dd */
  desde?: string | undefined;
  /** yyyy-mm-dd */
  hasta?: string | undefined;
};

export type Movimiento = {
  id: number;
  /** yyyy-mm-dd */
  fecha: string;
  tipo: 'factura' | 'pago' | 'anticipo' | 'cruce' | 'reverso' | 'nota' | 'anulacion' | 'convenio';
  /** Whole Colombian pesos */
  valor: number;
  /** Of the account after this entry, whatever the filters show */
  saldo: number;
  /** The bill it touches */
  numero_factura: string | null;
  /** Of a cruce, the bill on the other side */
  contra_factura: string | null;
  pago_id: number | null;
  /** Of that payment */
  recibo: string | null;
  nota_id: number | null;
  numero_nota: string | null;
  numero_convenio: string | null;
  /** Of the document that undid the payment */
  numero_reverso: string | null;
  detalle: Record<string, number> | null;
  created_at: string;
};

export type SaldoExplicado = {
  numero_cuenta: string;
  /** Whole Colombian pesos */
  saldo: number;
  resumen: string;
  partes: ({
    clase: 'vencida' | 'por_vencer' | 'en_reclamo' | 'convenio' | 'factura_a_favor' | 'anticipo';
    /** Signed: the parts add up to `saldo` */
    valor: number;
    texto: string;
    /** Number of the bill, the agreement or the receipt it speaks of */
    de: string;
  })[];
  /** The last ones, undone ones too */
  pagos: {
    recibo: string;
    texto: string;
  }[];
};

export type ByDias = {
  numero_cuenta: string;
  /** yyyy-mm-dd */
  desde: string;
  /** yyyy-mm-dd */
  hasta: string;
};

export type EstadoDeCuenta = {
  numero_cuenta: string;
  nombre: string;
  direccion: string;
  /** yyyy-mm-dd */
  desde: string;
  /** yyyy-mm-dd */
  hasta: string;
  /** Before the first day */
  saldo_inicial: number;
  /** Sum of the entries above zero */
  cargos: number;
  /** Sum of the entries below zero, as a figure above zero */
  abonos: number;
  /** After the last day */
  saldo_final: number;
  movimientos: ({
    id: number;
    /** yyyy-mm-dd */
    fecha: string;
    tipo: 'factura' | 'pago' | 'anticipo' | 'cruce' | 'reverso' | 'nota' | 'anulacion' | 'convenio';
    /** The entry in words */
    concepto: string;
    numero_factura: string | null;
    /** Whole Colombian pesos */
    valor: number;
    /** After this entry */
    saldo: number;
  })[];
};

export type ArchivoDeEstado = {
  numero_cuenta: string;
  /** yyyy-mm-dd */
  desde: string;
  /** yyyy-mm-dd */
  hasta: string;
  /** Default: "pdf" */
  formato?: 'csv' | 'xlsx' | 'pdf' | undefined;
};

export type ListRecuperaciones = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  numero_cuenta?: string | undefined;
};

export type Recuperacion = {
  numero_factura: string;
  numero_cuenta: string;
  factura_omitida: string;
  m3: number;
  facturado_m3: number;
  fundamento_tecnico: string;
  fundamento_legal: string;
  fraude: string | null;
  /** yyyy-mm-dd */
  limite: string;
  /** yyyy-mm-dd */
  fecha_emision: string;
  /** yyyy-mm-dd */
  fecha_vencimiento: string;
  /** Whole Colombian pesos */
  valor_total: number;
  /** Whole Colombian pesos */
  saldo: number;
  anulada: boolean;
  conceptos: {
    servicio: string;
    codigo: string;
    /** What a person reads */
    concepto: string;
    cantidad: string;
    valor_unitario: string;
    formula: string;
    norma: string;
    /** Whole Colombian pesos */
    valor: number;
  }[];
  created_at: string;
};

export type ByRecuperacion = {
  numero_factura: string;
};

export type SimularRecuperacion = {
  /** The bill that should have had the m³ */
  factura_omitida: string;
  /** Whole m³ not billed */
  m3: number;
};

export type SimulacionRecuperacion = {
  /** m³ already charged of that period */
  facturado_m3: number;
  conceptos: {
    servicio: string;
    codigo: string;
    /** What a person reads */
    concepto: string;
    cantidad: string;
    valor_unitario: string;
    formula: string;
    norma: string;
    /** Whole Colombian pesos */
    valor: number;
  }[];
  /** Whole Colombian pesos */
  valor_total: number;
  /** Last day it may be charged without proven fraud. yyyy-mm-dd */
  limite: string;
};

export type CreateRecuperacion = {
  /** The bill that should have had the m³ */
  factura_omitida: string;
  /** Whole m³ not billed */
  m3: number;
  /** How the m³ were found: visit, meter test, gauging */
  fundamento_tecnico: string;
  /** Law and clause of the contract */
  fundamento_legal: string;
  /** Evidence of the user's fraud: with it the limit of five months does not hold */
  fraude?: string | undefined;
  /** yyyy-mm-dd */
  fecha_vencimiento: string;
};

export type Tercero = {
  id: number;
  codigo: string;
  nombre: string;
  nit: string | null;
  version: number;
};

export type ByTercero = {
  tercero: string;
};

export type CreateTercero = {
  codigo: string;
  nombre: string;
  /** Default: null */
  nit?: string | null | undefined;
};

export type UpdateTercero = {
  tercero: string;
  nombre?: string | undefined;
  nit?: string | null | undefined;
};

export type FacturadoTercero = {
  tercero: string;
  nombre: string;
  facturas: number;
  /** On the bills as they were issued */
  valor: number;
  /** What applied notes of those bills moved since */
  notas: number;
  /** Whole Colombian pesos */
  neto: number;
};

export type ListCargos = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  numero_cuenta: string;
  estado?: 'pendiente' | 'facturado' | 'anulado' | undefined;
};

export type Cargo = {
  id: number;
  numero_cuenta: string;
  origen: 'tercero' | 'orden' | 'convenio' | 'recuperacion' | 'otro';
  /** What it comes from; unique within its origin */
  referencia: string;
  servicio: string;
  codigo: string;
  concepto: string;
  formula: string;
  norma: string;
  /** Whole Colombian pesos */
  valor: number;
  tercero: string | null;
  /** Goes on the first bill whose period ends on this day or later. yyyy-mm-dd */
  desde: string;
  /** Last day it may be billed (Ley 142 of 1994 art. 150) */
  limite: string | null;
  estado: 'pendiente' | 'facturado' | 'anulado';
  numero_factura: string | null;
  anulado_motivo: string | null;
  created_at: string;
};

export type CreateCargo = {
  numero_cuenta: string;
  /** Number of the paper it comes from: the same one adds nothing twice */
  referencia: string;
  /** What the citizen reads on the bill */
  concepto: string;
  /** Whole Colombian pesos */
  valor: number;
  /** Its ground: contract, resolution, act */
  norma: string;
  /** Default: "" */
  formula?: string | undefined;
  /** Today unless given. yyyy-mm-dd */
  desde?: string | undefined;
  /** The bill that should have had it: five months after it, it may not be billed any more */
  factura_omitida?: string | undefined;
};

export type AnularCargo = {
  cargo_id: number;
  motivo: string;
};

export type TasaMora = {
  mes: string;
  /** Simple yearly rate, exact decimal text */
  tasa_anual: string;
  /** Interés bancario corriente of the month */
  interes_bancario: string | null;
  norma: string;
  created_at: string;
};

export type SetTasaMora = {
  mes: string;
  tasa_anual: string;
  /** Default: null */
  interes_bancario?: string | null | undefined;
  /** Where the rate comes from */
  norma: string;
};

export type SalarioMinimo = {
  anio: number;
  /** Whole Colombian pesos */
  valor: number;
  norma: string;
  propio: boolean;
};

export type SetSalarioMinimo = {
  anio: number;
  /** Whole Colombian pesos */
  valor: number;
  norma: string;
};

export type VerEdades = {
  /** Default: "ruta" */
  por?: 'ruta' | 'ciclo' | 'estrato' | 'uso' | undefined;
};

export type Edades = {
  /** yyyy-mm-dd */
  hoy: string;
  grupos: ({
    /** Not due yet */
    por_vencer: number;
    /** Overdue by up to 30 days */
    d30: number;
    /** 31 to 60 days */
    d60: number;
    /** 61 to 90 days */
    d90: number;
    /** 91 to 180 days */
    d180: number;
    /** 181 to 360 days */
    d360: number;
    /** More than 360 days */
    mas: number;
    /** Sum of the six above */
    vencido: number;
    /** Under an open claim, due or not */
    en_reclamo: number;
    /** Of agreements, not on a bill yet */
    convenio: number;
    /** Advances and bills below zero, as a figure below zero */
    a_favor: number;
    /** Whole Colombian pesos */
    saldo: number;
    cuentas: number;
    /** Null: accounts without it */
    clave: string | null;
    nombre: string;
  })[];
  total: CifrasEdades;
  /** Sum of the balances of all accounts: equals `total.saldo` */
  saldo_cuentas: number;
};

export type CifrasEdades = {
  /** Not due yet */
  por_vencer: number;
  /** Overdue by up to 30 days */
  d30: number;
  /** 31 to 60 days */
  d60: number;
  /** 61 to 90 days */
  d90: number;
  /** 91 to 180 days */
  d180: number;
  /** 181 to 360 days */
  d360: number;
  /** More than 360 days */
  mas: number;
  /** Sum of the six above */
  vencido: number;
  /** Under an open claim, due or not */
  en_reclamo: number;
  /** Of agreements, not on a bill yet */
  convenio: number;
  /** Advances and bills below zero, as a figure below zero */
  a_favor: number;
  /** Whole Colombian pesos */
  saldo: number;
  cuentas: number;
};

export type ListCuentasEdades = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  ruta?: string | undefined;
  uso?: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial' | undefined;
  estrato?: number | undefined;
  /** Only accounts that owe something of this age */
  tramo?: 'd30' | 'd60' | 'd90' | 'd180' | 'd360' | 'mas' | undefined;
  /** `vencido`: who owes most comes first. Default: "cuenta" */
  orden?: 'cuenta' | 'vencido' | undefined;
};

export type CuentaEdades = {
  numero_cuenta: string;
  nombre: string;
  ruta: string | null;
  uso: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial';
  estrato: number | null;
  /** Pay-by date of the oldest bill that is overdue */
  desde: string | null;
  /** Not due yet */
  por_vencer: number;
  /** Overdue by up to 30 days */
  d30: number;
  /** 31 to 60 days */
  d60: number;
  /** 61 to 90 days */
  d90: number;
  /** 91 to 180 days */
  d180: number;
  /** 181 to 360 days */
  d360: number;
  /** More than 360 days */
  mas: number;
  /** Sum of the six above */
  vencido: number;
  /** Under an open claim, due or not */
  en_reclamo: number;
  /** Of agreements, not on a bill yet */
  convenio: number;
  /** Advances and bills below zero, as a figure below zero */
  a_favor: number;
  /** Whole Colombian pesos */
  saldo: number;
};

export type ArchivoEdades = {
  ruta?: string | undefined;
  uso?: 'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial' | undefined;
  estrato?: number | undefined;
  /** Only accounts that owe something of this age */
  tramo?: 'd30' | 'd60' | 'd90' | 'd180' | 'd360' | 'mas' | undefined;
  /** Default: "cuenta" */
  por?: 'ruta' | 'ciclo' | 'estrato' | 'uso' | 'cuenta' | undefined;
  /** `csv`: for Excel in Colombia (UTF-8 with BOM, `;`). `xlsx`: with numbers and dates as such. Default: "csv" */
  formato?: 'csv' | 'xlsx' | undefined;
};

export type VerRecaudo = {
  /** yyyy-mm-dd */
  desde: string;
  /** yyyy-mm-dd */
  hasta: string;
  /** Default: "dia" */
  por?: 'dia' | 'mes' | undefined;
};

export type TableroRecaudo = {
  /** yyyy-mm-dd */
  desde: string;
  /** yyyy-mm-dd */
  hasta: string;
  periodos: {
    /** Day (yyyy-mm-dd) or month (yyyy-mm) */
    periodo: string;
    /** Bills and notes of those days, less void ones */
    facturado: number;
    pagos: number;
    /** Payments received on those days */
    recaudado: number;
    /** Payments undone on those days, whenever they came */
    deshecho: number;
  }[];
  medios: ({
    medio: 'Efectivo' | 'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo';
    pagos: number;
    /** Whole Colombian pesos */
    valor: number;
  })[];
  origenes: ({
    origen: 'oficina' | 'caja' | 'archivo' | 'pasarela';
    pagos: number;
    /** Whole Colombian pesos */
    valor: number;
  })[];
  total: {
    /** Whole Colombian pesos */
    facturado: number;
    pagos: number;
    /** Whole Colombian pesos */
    recaudado: number;
    /** Whole Colombian pesos */
    deshecho: number;
  };
  /** As of today */
  cartera: CifrasEdades;
};

export type VerConciliacion = {
  /** yyyy-mm-dd */
  desde: string;
  /** yyyy-mm-dd */
  hasta: string;
};

export type Conciliacion = {
  /** yyyy-mm-dd */
  desde: string;
  /** yyyy-mm-dd */
  hasta: string;
  renglones: ({
    /** yyyy-mm-dd */
    dia: string;
    origen: 'oficina' | 'caja' | 'archivo' | 'pasarela';
    /** Of collection files; null for the other ways in */
    banco: string | null;
    /** Of its profile */
    nombre_banco: string | null;
    /** What the bank’s files, the gateway or the counts of the cash desks say */
    informado: number | null;
    /** Payments booked, less those undone */
    registrado: number;
    /** What should reach the bank */
    por_consignar: number;
    /** Deposits written down for that day */
    consignado: number;
    /** Of what was booked */
    medios: ({
      medio: 'Efectivo' | 'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo';
      /** Whole Colombian pesos */
      valor: number;
    })[];
    estado: 'cuadra' | 'pendiente' | 'difiere';
    diferencias: ({
      clase: 'por_aplicar' | 'por_resolver' | 'devuelto' | 'descartado' | 'deshecho' | 'conteo' | 'cajas_abiertas' | 'sin_explicar' | 'falta_consignar' | 'consignado_de_mas';
      valor: number;
      /** What to do */
      texto: string;
    })[];
  })[];
  total: {
    /** Whole Colombian pesos */
    informado: number;
    /** Whole Colombian pesos */
    registrado: number;
    /** Whole Colombian pesos */
    por_consignar: number;
    /** Whole Colombian pesos */
    consignado: number;
  };
};

export type ArchivoConciliacion = {
  /** yyyy-mm-dd */
  desde: string;
  /** yyyy-mm-dd */
  hasta: string;
  /** `csv`: for Excel in Colombia (UTF-8 with BOM, `;`). `xlsx`: with numbers and dates as such. Default: "csv" */
  formato?: 'csv' | 'xlsx' | undefined;
};

export type ListConsignaciones = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  origen?: 'oficina' | 'caja' | 'archivo' | 'pasarela' | undefined;
  banco?: string | undefined;
  /** Of collection on or after. yyyy-mm-dd */
  desde?: string | undefined;
  /** Of collection on or before. yyyy-mm-dd */
  hasta?: string | undefined;
};

export type Consignacion = {
  id: number;
  origen: 'oficina' | 'caja' | 'archivo' | 'pasarela';
  banco: string;
  /** yyyy-mm-dd */
  fecha: string;
  /** yyyy-mm-dd */
  dia: string;
  /** Below zero: it undoes another */
  valor: number;
  referencia: string;
  observaciones: string;
  /** The one that it undoes */
  anula_id: number | null;
  /** Another one undid it */
  anulada: boolean;
  user_id: number | null;
  created_at: string;
};

export type CreateConsignacion = {
  /** Whose money: of the bank’s own collection, of the cash desk …. Default: "archivo" */
  origen?: 'oficina' | 'caja' | 'archivo' | 'pasarela' | undefined;
  banco: string;
  /** On the statement of the bank; never after today. yyyy-mm-dd */
  fecha: string;
  /** Day whose collection it is; that of `fecha` unless given. yyyy-mm-dd */
  dia?: string | undefined;
  /** Whole Colombian pesos */
  valor: number;
  referencia: string;
  /** Default: "" */
  observaciones?: string | undefined;
};

export type AnularConsignacion = {
  consignacion_id: number;
  motivo: string;
};

export type CargarConsignaciones = {
  /** The text of the CSV */
  archivo: string;
};

export type ConsignacionesCargadas = {
  leidas: number;
  creadas: number;
  /** Rows that were there already */
  repetidas: number;
};

export type ListPorSuspender = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  /** Only those with no exclusion, or only those with one */
  procede?: boolean | undefined;
  ruta?: string | undefined;
};

export type PorSuspender = {
  numero_cuenta: string;
  nombre: string;
  direccion: string;
  ruta: string | null;
  estado: 'activo' | 'suspendido' | 'cortado' | 'retirado';
  /** Overdue bills with balance not under claim */
  vencidas: number;
  /** Their balance not under claim */
  deuda: number;
  /** Pay-by day of the oldest. yyyy-mm-dd */
  desde: string;
  /** Why it is not suspended */
  exclusiones: ('reclamo' | 'convenio' | 'protegido' | 'sin_servicio' | 'orden')[];
  /** The same as sentences */
  razones: string[];
  protegido: string | null;
  /** Standing notice, and the first day it may be suspended */
  aviso: {
    /** yyyy-mm-dd */
    fecha: string;
    /** yyyy-mm-dd */
    suspension_desde: string;
  } | null;
};

export type AvisarSuspension = {
  cuentas: string[];
  /** How it was delivered, and to whom */
  medio: string;
  /** Day of delivery; today unless given. yyyy-mm-dd */
  fecha?: string | undefined;
};

export type ResultadoSuspension = {
  numero_cuenta: string;
  hecho: boolean;
  detalle: string;
  numero_orden: string | null;
};

export type OrdenarSuspension = {
  cuentas: string[];
  /** Day of the field work; today unless given. yyyy-mm-dd */
  programada_para?: string | undefined;
};

export type ListOrdenes = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  numero_cuenta?: string | undefined;
  estado?: 'pendiente' | 'ejecutada' | 'anulada' | undefined;
  tipo?: 'suspension' | 'reinstalacion' | 'corte' | 'reconexion' | 'inspeccion' | undefined;
};

export type Orden = {
  id: number;
  numero_orden: string;
  numero_cuenta: string;
  direccion: string;
  ruta: string | null;
  medidor: string | null;
  tipo: 'suspension' | 'reinstalacion' | 'corte' | 'reconexion' | 'inspeccion';
  estado: 'pendiente' | 'ejecutada' | 'anulada';
  motivo: string;
  /** yyyy-mm-dd */
  programada_para: string;
  /** Until when the service must be back */
  limite: string | null;
  /** Pending after its limit */
  atrasada: boolean;
  resultado: 'efectiva' | 'no_efectiva' | null;
  evidencia: string | null;
  con_foto: boolean;
  operario: string | null;
  ejecutada_en: string | null;
  /** What its execution charged */
  cargo: number | null;
  anulada_motivo: string | null;
  version: number;
  created_at: string;
};

export type ByOrden = {
  numero_orden: string;
};

export type CreateOrden = {
  numero_cuenta: string;
  tipo: 'suspension' | 'reinstalacion' | 'corte' | 'reconexion' | 'inspeccion';
  motivo: string;
  /** Today unless given. yyyy-mm-dd */
  programada_para?: string | undefined;
};

export type EjecutarOrden = {
  numero_orden: string;
  resultado: 'efectiva' | 'no_efectiva';
  /** What was done and seen: seal, reading, who was there */
  evidencia: string;
  /** Who did it; the user, unless given */
  operario?: string | undefined;
  /** Now unless given */
  ejecutada_en?: string | undefined;
  /** A JPEG or PNG picture, base64 */
  foto?: string | undefined;
};

export type AnularOrden = {
  numero_orden: string;
  motivo: string;
};

export type Foto = {
  tipo: 'image/jpeg' | 'image/png';
  base64: string;
};

export type ListConvenios = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  numero_cuenta?: string | undefined;
  estado?: 'vigente' | 'cumplido' | 'incumplido' | undefined;
};

export type ConvenioResumen = {
  id: number;
  numero_convenio: string;
  numero_cuenta: string;
  estado: 'vigente' | 'cumplido' | 'incumplido';
  /** yyyy-mm-dd */
  fecha: string;
  /** Whole Colombian pesos */
  capital: number;
  /** Principal not billed yet: its balance in the ledger */
  saldo: number;
  tasa_anual: string;
  /** yyyy-mm-dd */
  primera_cuota: string;
  cuotas: number;
  terminado_en: string | null;
  terminado_motivo: string | null;
  version: number;
  created_at: string;
};

export type ByConvenio = {
  numero_convenio: string;
};

export type Convenio = {
  id: number;
  numero_convenio: string;
  numero_cuenta: string;
  estado: 'vigente' | 'cumplido' | 'incumplido';
  /** yyyy-mm-dd */
  fecha: string;
  /** Whole Colombian pesos */
  capital: number;
  /** Principal not billed yet: its balance in the ledger */
  saldo: number;
  tasa_anual: string;
  /** yyyy-mm-dd */
  primera_cuota: string;
  cuotas: number;
  terminado_en: string | null;
  terminado_motivo: string | null;
  version: number;
  created_at: string;
  plan: ({
    cuota: number;
    /** yyyy-mm-dd */
    vence: string;
    /** Whole Colombian pesos */
    capital: number;
    /** Whole Colombian pesos */
    interes: number;
    /** The bill that carries it */
    numero_factura: string | null;
  })[];
  /** What it covers */
  facturas: {
    numero_factura: string;
    /** Whole Colombian pesos */
    valor: number;
  }[];
};

export type CreateConvenio = {
  numero_cuenta: string;
  /** Unpaid bills it covers; all those not under claim, unless given */
  facturas?: string[] | undefined;
  cuotas: number;
  /** Simple yearly rate. Default: "0" */
  tasa_anual?: string | undefined;
  /** yyyy-mm-dd */
  primera_cuota: string;
};

export type SimulacionConvenio = {
  /** Whole Colombian pesos */
  capital: number;
  /** Whole Colombian pesos */
  intereses: number;
  facturas: {
    numero_factura: string;
    /** Whole Colombian pesos */
    valor: number;
  }[];
  plan: {
    cuota: number;
    /** yyyy-mm-dd */
    vence: string;
    /** Whole Colombian pesos */
    capital: number;
    /** Whole Colombian pesos */
    interes: number;
  }[];
};

export type IncumplirConvenio = {
  numero_convenio: string;
  motivo: string;
};

export type ListPqrs = {
  /** Default: 100 */
  limit?: number | undefined;
  /** Default: 0 */
  skip?: number | undefined;
  cursor?: string | undefined;
  /** Also answer how many there are in all. Default: false */
  count?: boolean | undefined;
  cliente_id?: number | undefined;
  numero_cuenta?: string | undefined;
  tipo?: 'Petición' | 'Queja' | 'Reclamo' | 'Sugerencia' | 'Denuncia' | 'Recurso' | undefined;
  estado?: 'Recibido' | 'En trámite' | 'Respondido' | 'Cerrado' | undefined;
};

export type PqrResumen = {
  id: number;
  radicado: string;
  tipo: 'Petición' | 'Queja' | 'Reclamo' | 'Sugerencia' | 'Denuncia' | 'Recurso';
  estado: 'Recibido' | 'En trámite' | 'Respondido' | 'Cerrado';
  asunto: string;
  descripcion: string;
  cliente_id: number;
  numero_cuenta: string;
  /** yyyy-mm-dd */
  fecha_radicacion: string;
  /** What the desk works by: 15 business days, the day of filing counted. yyyy-mm-dd */
  limite_seguro: string;
  /** What triggers silence: 15 business days, the day of filing not counted. yyyy-mm-dd */
  limite_legal: string;
  created_at: string;
  version: number;
};

export type ByRadicado = {
  radicado: string;
};

export type Pqr = {
  id: number;
  radicado: string;
  tipo: 'Petición' | 'Queja' | 'Reclamo' | 'Sugerencia' | 'Denuncia' | 'Recurso';
  estado: 'Recibido' | 'En trámite' | 'Respondido' | 'Cerrado';
  asunto: string;
  descripcion: string;
  cliente_id: number;
  numero_cuenta: string;
  /** yyyy-mm-dd */
  fecha_radicacion: string;
  /** What the desk works by: 15 business days, the day of filing counted. yyyy-mm-dd */
  limite_seguro: string;
  /** What triggers silence: 15 business days, the day of filing not counted. yyyy-mm-dd */
  limite_legal: string;
  created_at: string;
  version: number;
  /** The rule that gave the deadline */
  regla_plazo: string;
  eventos: ({
    tipo: 'radicada' | 'estado' | 'nota';
    de_estado: string | null;
    a_estado: string | null;
    nota: string;
    autor: string | null;
    created_at: string;
  })[];
};

export type CreatePqr = {
  tipo: 'Petición' | 'Queja' | 'Reclamo' | 'Sugerencia' | 'Denuncia' | 'Recurso';
  asunto: string;
  descripcion: string;
  cliente_id: number;
};

export type ChangeEstado = {
  radicado: string;
  estado: 'Recibido' | 'En trámite' | 'Respondido' | 'Cerrado';
  /** Default: "" */
  nota?: string | undefined;
};

export type FestivosDe = {
  anio: number;
};

export type PlazoDe = {
  /** yyyy-mm-dd */
  recibido: string;
  /** Default: 15 */
  dias?: number | undefined;
};

export type Plazo = {
  /** yyyy-mm-dd */
  recibido: string;
  dias: number;
  /** yyyy-mm-dd */
  limite_legal: string;
  /** yyyy-mm-dd */
  limite_seguro: string;
};

/** Every procedure, by noun. */
export type Procedures = {
  auth: {
    /**
     * Iniciar sesión
     *
     * Signs in with e-mail and password. 401 `credenciales` in the same time for known and unknown e-mails; 429 while a pause runs.
     *
     * `POST /api/auth/login`; roles: anyone.
     */
    login: (input: Login, options?: WriteOptions) => Promise<Tokens>;
    /**
     * Renovar la sesión
     *
     * Exchanges a refresh token (body, or the web's cookie) for a new pair; a repeated one ends its family.
     *
     * `POST /api/auth/refresh`; roles: anyone.
     */
    refresh: (input?: Refresh, options?: WriteOptions) => Promise<Tokens>;
    /**
     * Cerrar la sesión
     *
     * Ends this session: its refresh tokens stop working.
     *
     * `POST /api/auth/logout`; roles: anyone.
     */
    logout: (input?: Refresh, options?: WriteOptions) => Promise<void>;
    /**
     * Cerrar todas las sesiones
     *
     * Ends every session of the user, on every device.
     *
     * `POST /api/auth/logout-all`; roles: signed_in.
     */
    logoutAll: (input?: undefined, options?: WriteOptions) => Promise<void>;
    /**
     * El usuario de la sesión
     *
     * `GET /api/auth/me`; roles: signed_in.
     */
    me: (input?: undefined, options?: CallOptions) => Promise<User>;
    /**
     * Pedir un enlace para restablecer la contraseña
     *
     * Sends a link to set a new password, good for 30 minutes. Answers the same whether or not the e-mail is known.
     *
     * `POST /api/auth/forgot-password`; roles: anyone.
     */
    forgotPassword: (input: ForgotPassword, options?: WriteOptions) => Promise<Done>;
    /**
     * Poner una contraseña nueva con el enlace recibido
     *
     * Sets a new password with the link's token; every session of the user ends. 400 `enlace_vencido`.
     *
     * `POST /api/auth/reset-password`; roles: anyone.
     */
    resetPassword: (input: ResetPassword, options?: WriteOptions) => Promise<Done>;
  };
  users: {
    /**
     * Usuarios de la empresa
     *
     * `GET /api/users`; roles: admin.
     */
    list: List<ListUsers, User>;
    /**
     * El usuario de la sesión
     *
     * `GET /api/users/me`; roles: signed_in.
     */
    me: (input?: undefined, options?: CallOptions) => Promise<User>;
    /**
     * Un usuario
     *
     * `GET /api/users/{user_id}`; roles: signed_in.
     */
    get: (input: ById, options?: CallOptions) => Promise<User>;
    /**
     * Crear un usuario
     *
     * `POST /api/users`; roles: admin.
     */
    create: (input: CreateUser, options?: WriteOptions) => Promise<User>;
    /**
     * Cambiar un usuario
     *
     * One's own e-mail and name; an administrator also roles, state and password. Taking away one's own role is a 400.
     *
     * `PUT /api/users/{user_id}`; roles: signed_in.
     */
    update: (input: UpdateUser, options?: WriteOptions) => Promise<User>;
    /**
     * Eliminar un usuario
     *
     * `DELETE /api/users/{user_id}`; roles: admin.
     */
    delete: (input: ById, options?: WriteOptions) => Promise<void>;
    /**
     * Cambiar la contraseña propia
     *
     * Every older token of the user stops working. 400 when the current password is wrong.
     *
     * `POST /api/users/change-password`; roles: signed_in.
     */
    changePassword: (input: ChangePassword, options?: WriteOptions) => Promise<Done>;
    /**
     * Cuentas vinculadas a un usuario
     *
     * Accounts that a citizen's user may see.
     *
     * `GET /api/users/{user_id}/clientes`; roles: signed_in.
     */
    linkedClientes: (input: ById, options?: CallOptions) => Promise<{
      numero_cuenta: string;
      nombre: string;
    }[]>;
    /**
     * Vincular una cuenta a un usuario
     *
     * `POST /api/users/{user_id}/clientes`; roles: admin, atencion.
     */
    linkCliente: (input: LinkCliente, options?: WriteOptions) => Promise<void>;
    /**
     * Desvincular una cuenta
     *
     * `DELETE /api/users/{user_id}/clientes/{numero_cuenta}`; roles: admin, atencion.
     */
    unlinkCliente: (input: LinkCliente, options?: WriteOptions) => Promise<void>;
  };
  tenants: {
    /**
     * Empresas de la instalación
     *
     * `GET /api/tenants`; roles: plataforma.
     */
    list: List<ListTenants, Tenant>;
    /**
     * Crear una empresa con su primer administrador
     *
     * Makes a utility and its first administrator. 409 when the id is taken.
     *
     * `POST /api/tenants`; roles: plataforma.
     */
    create: (input: CreateTenant, options?: WriteOptions) => Promise<Tenant>;
    /**
     * La empresa de esta dirección
     *
     * The utility of this request, as anyone may know it.
     *
     * `GET /api/tenants/actual`; roles: anyone.
     */
    current: (input?: undefined, options?: CallOptions) => Promise<CurrentTenant>;
    /**
     * Ajustes de la empresa
     *
     * The settings of one's own utility.
     *
     * `GET /api/tenants/actual/ajustes`; roles: admin.
     */
    settings: (input?: undefined, options?: CallOptions) => Promise<Tenant>;
    /**
     * Cambiar los ajustes de la empresa
     *
     * Altitude, deviation policy and business days count from the next run or case on; issued bills keep theirs.
     *
     * `PATCH /api/tenants/actual/ajustes`; roles: admin.
     */
    update: (input?: UpdateTenant, options?: WriteOptions) => Promise<Tenant>;
  };
  clientes: {
    /**
     * Clientes (cuentas)
     *
     * `GET /api/clientes`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListClientes, Cliente>;
    /**
     * Un cliente por su número de cuenta
     *
     * Staff see every account; a citizen only those linked to them, the others do not exist (404).
     *
     * `GET /api/clientes/{numero_cuenta}`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    get: (input: ByCuenta, options?: CallOptions) => Promise<Cliente>;
    /**
     * Crear un cliente
     *
     * `POST /api/clientes`; roles: admin, atencion.
     */
    create: (input: CreateCliente, options?: WriteOptions) => Promise<Cliente>;
    /**
     * Cambiar un cliente
     *
     * Changes what is sent and leaves the rest. With If-Match, 412 when somebody changed it before.
     *
     * `PUT /api/clientes/{numero_cuenta}`; roles: admin, atencion.
     */
    update: (input: UpdateCliente, options?: WriteOptions) => Promise<Cliente>;
    /**
     * Eliminar un cliente sin movimientos
     *
     * Only an account without bills, meters or cases can be deleted: 409 otherwise (retire it instead).
     *
     * `DELETE /api/clientes/{numero_cuenta}`; roles: admin, atencion.
     */
    delete: (input: ByCuenta, options?: WriteOptions) => Promise<void>;
    /**
     * Importar clientes desde un archivo CSV
     *
     * Imports accounts (and their meters) from a CSV: columns as in the example `clientes.csv`. Repeating it changes nothing. Large files go on by themselves: 202 with the `ejecucion` to follow.
     *
     * `POST /api/clientes/importar`; roles: admin, atencion.
     */
    importar: (input: { archivo: string }, options?: IdempotentOptions) => Promise<Importacion>;
  };
  medidores: {
    /**
     * Medidores, los instalados y los retirados
     *
     * `GET /api/medidores`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListMedidores, Medidor>;
    /**
     * Instalar un medidor en una cuenta
     *
     * Installs a meter at an account. With `lectura_instalacion` that reading is the starting point. 409 when one is in place.
     *
     * `POST /api/medidores`; roles: admin, atencion, facturacion.
     */
    create: (input: CreateMedidor, options?: WriteOptions) => Promise<Medidor>;
    /**
     * Retirar o cambiar un medidor
     *
     * Takes a meter away with its last dial and, with `nuevo`, installs another in its place the same day: the period bills both parts. 409 when that day was already issued.
     *
     * `POST /api/medidores/{serial}/retirar`; roles: admin, atencion, facturacion.
     */
    retirar: (input: RetirarMedidor, options?: WriteOptions) => Promise<Medidor>;
  };
  lecturas: {
    /**
     * Lecturas, de la más reciente a la más antigua
     *
     * `GET /api/lecturas`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListLecturas, Lectura>;
    /**
     * Causales de no lectura
     *
     * The utility's list of reasons why a meter could not be read; the settings change it.
     *
     * `GET /api/lecturas/causales`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    causales: (input?: undefined, options?: CallOptions) => Promise<string[]>;
    /**
     * Registrar una lectura
     *
     * One reading of an installed meter. 422 in the future or before its installation; 409 when it is there already or its period was issued.
     *
     * `POST /api/lecturas`; roles: admin, facturacion, lector.
     */
    create: (input: CreateLectura, options?: WriteOptions) => Promise<Lectura>;
    /**
     * Corregir una lectura
     *
     * Another reading takes its place; the first stays on record. A liquidated period is calculated again for its account. 409 when its period was issued (use a correction) or it was corrected before.
     *
     * `POST /api/lecturas/{lectura_id}/corregir`; roles: admin, facturacion, lector.
     */
    corregir: (input: CorregirLectura, options?: WriteOptions) => Promise<Lectura>;
    /**
     * Importar lecturas desde un archivo CSV
     *
     * Imports readings from a CSV: `medidor,fecha_lectura,lectura_m3,tipo[,causal]`. Repeating it changes nothing. Large files go on by themselves: 202 with the `ejecucion` to follow.
     *
     * `POST /api/lecturas/importar`; roles: admin, facturacion.
     */
    importar: (input: { archivo: string }, options?: IdempotentOptions) => Promise<Importacion>;
  };
  tarifas: {
    /**
     * Versiones de las tarifas
     *
     * Tariffs are public: anyone may read them, the newest version first.
     *
     * `GET /api/tarifas`; roles: anyone.
     */
    list: List<ListTenants, Tarifa>;
    /**
     * Crear una versión de tarifas
     *
     * A new version. 422 with every broken legal limit; 409 when a period of its time was already liquidated.
     *
     * `POST /api/tarifas`; roles: admin, facturacion.
     */
    create: (input: CreateTarifa, options?: WriteOptions) => Promise<Tarifa>;
    /**
     * Importar versiones de tarifas
     *
     * A file of versions (`tarifas.json`): all of it, or nothing with every error named.
     *
     * `POST /api/tarifas/importar`; roles: admin, facturacion.
     */
    importar: (input: { archivo: string }, options?: IdempotentOptions) => Promise<Importacion>;
    /**
     * Medir qué harían otras tarifas
     *
     * Tries a version that need not exist on all the accounts of a liquidated period, and changes nothing. Follow the `ejecucion`, then read its result at `/tarifas/impacto/{ejecucion_id}`.
     *
     * `POST /api/tarifas/impacto`; roles: admin, facturacion.
     */
    impacto: (input: Impacto, options?: WriteOptions) => Promise<Ejecucion>;
    /**
     * El resultado de una medición de impacto
     *
     * By use and estrato, and the accounts that change most; empty while the run goes on.
     *
     * `GET /api/tarifas/impacto/{ejecucion_id}`; roles: admin, facturacion, consulta.
     */
    resultadoImpacto: (input: {
      ejecucion_id: number;
    }, options?: CallOptions) => Promise<ResultadoImpacto>;
    /**
     * Simular una factura
     *
     * What a consumption would cost, line by line. What is left out comes from the tenant and its version of `fecha`.
     *
     * `POST /api/tarifas/simular`; roles: anyone.
     */
    simular: (input: Simular, options?: CallOptions) => Promise<Simulacion>;
  };
  ciclos: {
    /**
     * Ciclos de facturación
     *
     * `GET /api/ciclos`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListTenants, Ciclo>;
    /**
     * Crear un ciclo
     *
     * `POST /api/ciclos`; roles: admin, facturacion.
     */
    create: (input: CreateCiclo, options?: WriteOptions) => Promise<Ciclo>;
  };
  rutas: {
    /**
     * Rutas de lectura
     *
     * `GET /api/rutas`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListRutas, Ruta>;
    /**
     * Crear una ruta
     *
     * `POST /api/rutas`; roles: admin, facturacion.
     */
    create: (input: CreateRuta, options?: WriteOptions) => Promise<Ruta>;
  };
  condiciones: {
    /**
     * Condiciones especiales de una cuenta
     *
     * Hidden leaks, discharge and decisions of use especial of an account, newest first.
     *
     * `GET /api/clientes/{numero_cuenta}/condiciones`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    get: (input: {
      numero_cuenta: string;
    }, options?: CallOptions) => Promise<Condiciones>;
    /**
     * Registrar una fuga imperceptible
     *
     * From its detection two months are billed at the average of the account (Ley 142/1994 art. 146). 409 when that time was issued.
     *
     * `POST /api/clientes/{numero_cuenta}/fugas`; roles: admin, facturacion, atencion.
     */
    createFuga: (input: CreateFuga, options?: WriteOptions) => Promise<Fuga>;
    /**
     * Registrar el vertimiento de una cuenta
     *
     * An own source adds its m³ to alcantarillado; a gauged discharge takes their place. It counts for periods that begin on or after `desde`.
     *
     * `POST /api/clientes/{numero_cuenta}/vertimientos`; roles: admin, facturacion.
     */
    createVertimiento: (input: CreateVertimiento, options?: WriteOptions) => Promise<Vertimiento>;
    /**
     * Registrar la decisión de uso especial
     *
     * Request, express decision and dates (Decreto 229/2002 art. 3). Outside its dates the account is set apart.
     *
     * `POST /api/clientes/{numero_cuenta}/decisiones-especial`; roles: admin, facturacion.
     */
    createDecision: (input: CreateDecision, options?: WriteOptions) => Promise<Decision>;
    /**
     * Terminar un vertimiento
     *
     * `PATCH /api/vertimientos/{vertimiento_id}`; roles: admin, facturacion.
     */
    endVertimiento: (input: TerminarVertimiento, options?: WriteOptions) => Promise<Vertimiento>;
    /**
     * Terminar una decisión de uso especial
     *
     * `PATCH /api/decisiones-especial/{decision_id}`; roles: admin, facturacion.
     */
    endDecision: (input: TerminarDecision, options?: WriteOptions) => Promise<Decision>;
    /**
     * Desincentivos por consumo excesivo
     *
     * `GET /api/desincentivos`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    listDesincentivos: (input?: undefined, options?: CallOptions) => Promise<Desincentivo[]>;
    /**
     * Activar el desincentivo por consumo excesivo
     *
     * From `desde`, residential consumption above twice the básico pays the reference price again (CRA 039/2024); the money is booked as a third party’s.
     *
     * `POST /api/desincentivos`; roles: admin, facturacion.
     */
    createDesincentivo: (input: CreateDesincentivo, options?: WriteOptions) => Promise<Desincentivo>;
    /**
     * Terminar el desincentivo
     *
     * `PATCH /api/desincentivos/{desincentivo_id}`; roles: admin, facturacion.
     */
    endDesincentivo: (input: TerminarDesincentivo, options?: WriteOptions) => Promise<Desincentivo>;
  };
  critica: {
    /**
     * Resolver una advertencia de una o varias cuentas
     *
     * Decides about a warning of accounts of a liquidated period, with who and why; their prefacturas are calculated again at once.
     *
     * `POST /api/periodos/{codigo}/resoluciones`; roles: admin, facturacion.
     */
    resolver: (input: Resolver, options?: WriteOptions) => Promise<Resueltas>;
    /**
     * Un periodo frente al anterior, por uso, estrato o ruta
     *
     * A liquidated period against the bills before of the same accounts, and who is left out.
     *
     * `GET /api/periodos/{codigo}/comparacion`; roles: admin, facturacion, atencion, consulta.
     */
    comparar: (input: Comparar, options?: CallOptions) => Promise<Comparacion>;
    /**
     * Aprobar un periodo liquidado para emitirlo
     *
     * A second person, not who liquidated it, approves a period for issue. A change to any account takes it back. 409 `misma_persona`.
     *
     * `POST /api/periodos/{codigo}/aprobar`; roles: admin, facturacion.
     */
    aprobar: (input: Aprobar, options?: WriteOptions) => Promise<Periodo>;
    /**
     * Volver a liquidar las cuentas apartadas
     *
     * Tries the accounts that were set apart again, after their reason was mended. The others stay as they are.
     *
     * `POST /api/periodos/{codigo}/reintentar`; roles: admin, facturacion.
     */
    reintentar: (input: ByCodigo, options?: WriteOptions) => Promise<Periodo>;
  };
  periodos: {
    /**
     * Periodos de facturación, del más reciente al más antiguo
     *
     * `GET /api/periodos`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListPeriodos, Periodo>;
    /**
     * Un periodo con sus totales y su última corrida
     *
     * `GET /api/periodos/{codigo}`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    get: (input: ByCodigo, options?: CallOptions) => Promise<Periodo>;
    /**
     * Abrir un periodo
     *
     * `POST /api/periodos`; roles: admin, facturacion.
     */
    create: (input: CreatePeriodo, options?: WriteOptions) => Promise<Periodo>;
    /**
     * Liquidar un periodo
     *
     * Starts the billing run of a period: makes its prefacturas, again if they were there. Follow the `ejecucion`.
     *
     * `POST /api/periodos/{codigo}/liquidar`; roles: admin, facturacion.
     */
    liquidar: (input: ByCodigo, options?: WriteOptions) => Promise<Ejecucion>;
    /**
     * Cerrar un periodo emitido
     *
     * Nothing more is done in a closed period. 409 unless it is issued.
     *
     * `POST /api/periodos/{codigo}/cerrar`; roles: admin, facturacion.
     */
    cerrar: (input: ByCodigo, options?: WriteOptions) => Promise<Periodo>;
    /**
     * Emitir las facturas de un periodo
     *
     * Issues the bills of a liquidated period: gap-free numbers, ledger entries, events. It cannot be undone.
     *
     * `POST /api/periodos/{codigo}/emitir`; roles: admin, facturacion.
     */
    emitir: (input: ByCodigo, options?: WriteOptions) => Promise<Ejecucion>;
    /**
     * Prefacturas de un periodo con sus advertencias
     *
     * The result of the billing run, to be reviewed before issue.
     *
     * `GET /api/periodos/{codigo}/prefacturas`; roles: admin, facturacion, atencion, consulta.
     */
    prefacturas: List<ListPrefacturas, Prefactura>;
    /**
     * Totales de un periodo
     *
     * A period in figures: by method, use, estrato and warning.
     *
     * `GET /api/periodos/{codigo}/resumen`; roles: admin, facturacion, atencion, consulta.
     */
    resumen: (input: ByCodigo, options?: CallOptions) => Promise<Resumen>;
  };
  ejecuciones: {
    /**
     * Trabajos largos: corridas e importaciones
     *
     * `GET /api/ejecuciones`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListEjecuciones, Ejecucion>;
    /**
     * Avance de un trabajo largo
     *
     * `GET /api/ejecuciones/{ejecucion_id}`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    get: (input: {
      ejecucion_id: number;
    }, options?: CallOptions) => Promise<Ejecucion>;
    /**
     * Filas rechazadas de una importación (CSV)
     *
     * The rejected rows of an import as a CSV: line, column, reason and the row as it came. At most 100,000.
     *
     * `GET /api/ejecuciones/{ejecucion_id}/rechazos`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    rechazos: (input: {
      ejecucion_id: number;
    }, options?: CallOptions) => Promise<string>;
  };
  facturas: {
    /**
     * Facturas, de la más reciente a la más antigua
     *
     * Staff see all bills; a citizen those of the accounts linked to them. Newest first.
     *
     * `GET /api/facturas`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    list: List<ListFacturas, Factura>;
    /**
     * Una factura con sus conceptos y sus notas
     *
     * `GET /api/facturas/{numero_factura}`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    get: (input: ByNumero, options?: CallOptions) => Promise<FacturaConNotas>;
    /**
     * Historial de facturas de una cuenta
     *
     * Bills of one account, newest first.
     *
     * `GET /api/facturas/cuenta/{numero_cuenta}`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    historial: List<Historial, Factura>;
    /**
     * Crear una factura
     *
     * A bill written by hand; bills of consumption come from a period's run. 422 when the total is not the sum; 409 repeated number.
     *
     * `POST /api/facturas`; roles: admin, facturacion.
     */
    create: (input: CreateFactura, options?: IdempotentOptions) => Promise<Factura>;
    /**
     * Registrar el pago de una factura
     *
     * Books a payment of the bill: its whole balance unless `valor` is sent; what is more goes where `POST /pagos` says. 409 when it is already paid.
     *
     * `PATCH /api/facturas/{numero_factura}/pagar`; roles: admin, recaudo.
     */
    pagar: (input: PagarFactura, options?: IdempotentOptions) => Promise<Factura>;
    /**
     * Anular una factura
     *
     * Only before any payment or note, and of an account only its last bill of consumption; its number is never used again. With `reexpedir` it answers the bill that stands in its place, else the void one. 409 otherwise: correct it with a note.
     *
     * `POST /api/facturas/{numero_factura}/anular`; roles: admin, facturacion.
     */
    anular: (input: AnularFactura, options?: IdempotentOptions) => Promise<Factura>;
    /**
     * Consultar una factura con los dos números del papel
     *
     * Finds a bill by the two numbers printed on it. Anyone may ask: no name and no address come back.
     *
     * `GET /api/publico/factura`; roles: anyone.
     */
    consultaPublica: (input: ConsultaPublica, options?: CallOptions) => Promise<FacturaPublica>;
    /**
     * Cómo se calculó una factura
     *
     * What was stored when the bill was issued: readings, history, ranges, tariff version.
     *
     * `GET /api/facturas/{numero_factura}/calculo`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    calculo: (input: ByNumero, options?: CallOptions) => Promise<Calculo>;
    /**
     * Una factura explicada: de la lectura a cada peso, con su norma
     *
     * Sections in order, each of plain Spanish sentences with the norm beside, made from what was stored at issue.
     *
     * `GET /api/facturas/{numero_factura}/explicacion`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    explicacion: (input: ByNumero, options?: CallOptions) => Promise<Explicacion>;
    /**
     * La factura en PDF, con su código de barras y su QR
     *
     * Tagged for screen readers. It asks for what the bill did when it was issued (Ley 142 art. 148).
     *
     * `GET /api/facturas/{numero_factura}/pdf`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    pdf: (input: ByNumero, options?: CallOptions) => Promise<string>;
    /**
     * La factura en PDF con los dos números del papel
     *
     * The same paper without name and address, which the two numbers do not open.
     *
     * `GET /api/publico/factura/pdf`; roles: anyone.
     */
    pdfPublico: (input: ConsultaPublica, options?: CallOptions) => Promise<string>;
  };
  impresiones: {
    /**
     * Imprimir las facturas de un periodo, en orden de reparto
     *
     * Starts a print run: PDF files of 1,000 bills in walking order (route, place). Follow the `ejecucion`; then list its files. 409 before the period is issued.
     *
     * `POST /api/periodos/{codigo}/imprimir`; roles: admin, facturacion.
     */
    create: (input: ImprimirPeriodo, options?: WriteOptions) => Promise<Ejecucion>;
    /**
     * Impresiones de un periodo, de la más reciente a la más antigua
     *
     * The last 20, running or ended, each with the route it was asked for.
     *
     * `GET /api/periodos/{codigo}/impresiones`; roles: admin, facturacion.
     */
    list: (input: ByCodigo, options?: CallOptions) => Promise<Impresiones>;
    /**
     * Archivos de una impresión, en orden de reparto
     *
     * Files come one by one: those that are made can be downloaded while the run goes on.
     *
     * `GET /api/ejecuciones/{ejecucion_id}/archivos`; roles: admin, facturacion.
     */
    archivos: (input: ByEjecucion, options?: CallOptions) => Promise<Impresos>;
    /**
     * Descargar un archivo de una impresión (PDF)
     *
     * `GET /api/ejecuciones/{ejecucion_id}/archivos/{lote}`; roles: admin, facturacion.
     */
    archivo: (input: ByImpreso, options?: CallOptions) => Promise<null>;
  };
  exportar: {
    /**
     * Una factura con los datos del documento equivalente de la DIAN
     *
     * 409 `no_cuadra` unless lines, total and ledger say the same.
     *
     * `GET /api/facturas/{numero_factura}/dian`; roles: admin, facturacion, consulta.
     */
    dian: (input: ByNumero, options?: CallOptions) => Promise<DocumentoDian>;
    /**
     * La misma en XML, con los nombres de UBL 2.1
     *
     * Without signature nor CUDE: the technology provider adds them.
     *
     * `GET /api/facturas/{numero_factura}/dian/xml`; roles: admin, facturacion, consulta.
     */
    dianXml: (input: ByNumero, options?: CallOptions) => Promise<string>;
    /**
     * Total de control de un periodo emitido
     *
     * The sums that its exports end with; 409 `no_cuadra` when bills, ledger and period differ.
     *
     * `GET /api/periodos/{codigo}/control`; roles: admin, facturacion, consulta.
     */
    control: (input: ByCodigo, options?: CallOptions) => Promise<ControlExportacion>;
    /**
     * Las facturas de un periodo para la DIAN, una por línea (JSON)
     *
     * One document a line; the last line is the control total. 409 `no_cuadra` before anything is sent.
     *
     * `GET /api/periodos/{codigo}/dian`; roles: admin, facturacion, consulta.
     */
    periodoDian: (input: ByCodigo, options?: CallOptions) => Promise<null>;
    /**
     * Las facturas de un periodo para la DIAN (XML)
     *
     * One `Invoice` a bill inside `Documentos`; `Control` comes last. 409 `no_cuadra` before anything is sent.
     *
     * `GET /api/periodos/{codigo}/dian/xml`; roles: admin, facturacion, consulta.
     */
    periodoDianXml: (input: ByCodigo, options?: CallOptions) => Promise<null>;
    /**
     * Facturación de un periodo para el SUI (CSV)
     *
     * One row an account: basis of consumption (1 measured, 2 estimated), state of the meter (1 none, 2 not working, 3 working), m³ and values by concept. The last row, CONTROL, equals the books.
     *
     * `GET /api/periodos/{codigo}/sui`; roles: admin, facturacion, consulta.
     */
    sui: (input: ByCodigo, options?: CallOptions) => Promise<null>;
  };
  notas: {
    /**
     * Notas crédito y débito, de la más reciente a la más antigua
     *
     * With `estado=pendiente`, those that wait for a second person.
     *
     * `GET /api/notas`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListNotas, Nota>;
    /**
     * Una nota con sus líneas
     *
     * `GET /api/notas/{nota_id}`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    get: (input: {
      nota_id: number;
    }, options?: CallOptions) => Promise<Nota>;
    /**
     * Hacer una nota crédito o débito de una factura
     *
     * Up to `ajustes.limite_nota` it is applied at once; above it waits for a second person. 409 a debit later than five months after the bill (Ley 142 art. 150), or a credit of more than was charged.
     *
     * `POST /api/notas`; roles: admin, facturacion.
     */
    create: (input: CreateNota, options?: IdempotentOptions) => Promise<Nota>;
    /**
     * Aprobar una nota que espera
     *
     * Applies it: number, ledger entry, balances. 409 for who wrote it, or when its term has passed since.
     *
     * `POST /api/notas/{nota_id}/aprobar`; roles: admin, facturacion.
     */
    approve: (input: ApproveNota, options?: WriteOptions) => Promise<Nota>;
    /**
     * Rechazar una nota que espera
     *
     * It moves nothing and takes no number. 409 for who wrote it.
     *
     * `POST /api/notas/{nota_id}/rechazar`; roles: admin, facturacion.
     */
    reject: (input: RejectNota, options?: WriteOptions) => Promise<Nota>;
  };
  correcciones: {
    /**
     * Correcciones, de la más reciente a la más antigua
     *
     * `GET /api/correcciones`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListCorrecciones, Correccion>;
    /**
     * Una corrección
     *
     * `GET /api/correcciones/{correccion_id}`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    get: (input: {
      correccion_id: number;
    }, options?: CallOptions) => Promise<Correccion>;
    /**
     * Ver lo que haría una corrección
     *
     * Every bill that the change touches, before and after by line, the difference in pesos and m³, and its note. Debits later than five months after their bill are left out (Ley 142 art. 150). Changes nothing.
     *
     * `POST /api/correcciones/previa`; roles: admin, facturacion.
     */
    preview: (input: VistaPrevia, options?: CallOptions) => Promise<Vista>;
    /**
     * Aplicar una corrección que se vio antes
     *
     * With the `huella` of its preview: the notes of all bills, the reading, the account, the consumption it goes on from, in one transaction. 409 when the books moved since. Above `ajustes.limite_nota` it waits for a second person.
     *
     * `POST /api/correcciones`; roles: admin, facturacion.
     */
    create: (input: CreateCorreccion, options?: IdempotentOptions) => Promise<Correccion>;
    /**
     * Deshacer una corrección
     *
     * The exact opposite notes, and bills, account and consumption as they stood. 409 when something later stands on it: a bill, another correction, money given back.
     *
     * `POST /api/correcciones/{correccion_id}/deshacer`; roles: admin, facturacion.
     */
    undo: (input: UndoCorreccion, options?: IdempotentOptions) => Promise<Correccion>;
    /**
     * Aprobar una corrección que espera
     *
     * Applies it as it was seen. 409 for who asked for it, or when the books moved since.
     *
     * `POST /api/correcciones/{correccion_id}/aprobar`; roles: admin, facturacion.
     */
    approve: (input: ApproveCorreccion, options?: WriteOptions) => Promise<Correccion>;
    /**
     * Rechazar una corrección que espera
     *
     * Nothing of it is done. 409 for who asked for it.
     *
     * `POST /api/correcciones/{correccion_id}/rechazar`; roles: admin, facturacion.
     */
    reject: (input: RejectCorreccion, options?: WriteOptions) => Promise<Correccion>;
  };
  masivas: {
    /**
     * Correcciones de todas las cuentas, de la más reciente a la más antigua
     *
     * `GET /api/correcciones-masivas`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListMasivas, Masiva>;
    /**
     * Una corrección de todas las cuentas, con sus sumas
     *
     * By use and estrato, the accounts it moves most, and how far its run is.
     *
     * `GET /api/correcciones-masivas/{masiva_id}`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    get: (input: {
      masiva_id: number;
    }, options?: CallOptions) => Promise<Masiva>;
    /**
     * Las facturas que toca, una por una
     *
     * `GET /api/correcciones-masivas/{masiva_id}/facturas`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    facturas: List<ListFacturasMasiva, FacturaMasiva>;
    /**
     * Calcular una corrección de tarifas de todas las cuentas
     *
     * What every bill of those periods should have been with the version, and the notes that would make up for it. Changes nothing: follow its `ejecucion`, see it, then apply it with its `huella`.
     *
     * `POST /api/correcciones-masivas`; roles: admin, facturacion.
     */
    create: (input: CreateMasiva, options?: IdempotentOptions) => Promise<Masiva>;
    /**
     * Aplicar una corrección que se vio
     *
     * All its notes in one transaction. Above `ajustes.limite_nota` it waits for another person than the one who calculated it. When the books moved since, its run ends with the reason and nothing is done. Again after a run that broke off, it goes on.
     *
     * `POST /api/correcciones-masivas/{masiva_id}/aplicar`; roles: admin, facturacion.
     */
    aplicar: (input: ApplyMasiva, options?: WriteOptions) => Promise<Masiva>;
    /**
     * Aprobar y aplicar una corrección que espera
     *
     * Applies it as it was seen. 409 for who calculated it.
     *
     * `POST /api/correcciones-masivas/{masiva_id}/aprobar`; roles: admin, facturacion.
     */
    approve: (input: ApproveMasiva, options?: WriteOptions) => Promise<Masiva>;
    /**
     * Rechazar o desistir de una corrección que no se ha aplicado
     *
     * Nothing of it is done, and what was calculated is let go. 409 while a run works on it.
     *
     * `POST /api/correcciones-masivas/{masiva_id}/rechazar`; roles: admin, facturacion.
     */
    reject: (input: RejectMasiva, options?: WriteOptions) => Promise<Masiva>;
    /**
     * Calcular cómo se deshace una corrección de todas las cuentas
     *
     * The exact opposite notes as another correction, to be seen and applied like any. Accounts with something later on top (another correction, money given back) stay corrected and are named.
     *
     * `POST /api/correcciones-masivas/{masiva_id}/deshacer`; roles: admin, facturacion.
     */
    undo: (input: UndoMasiva, options?: IdempotentOptions) => Promise<Masiva>;
  };
  pagos: {
    /**
     * Pagos, del más reciente al más antiguo
     *
     * Staff see all payments; a citizen those of the accounts linked to them. In the order of booking.
     *
     * `GET /api/pagos`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    list: List<ListPagos, Pago>;
    /**
     * Un pago: a dónde fue cada peso
     *
     * `GET /api/pagos/{pago_id}`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    get: (input: {
      pago_id: number;
    }, options?: CallOptions) => Promise<PagoConVerificacion>;
    /**
     * El recibo de un pago en PDF
     *
     * Half a letter sheet: where every peso went when it came in, and a QR where anyone may check it. Undone, it says so.
     *
     * `GET /api/pagos/{pago_id}/recibo`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    recibo: (input: {
      pago_id: number;
    }, options?: CallOptions) => Promise<string>;
    /**
     * Pagos de un filtro, como archivo (CSV, XLSX)
     *
     * All that the filters of `GET /pagos` find, newest first, sent while they are read. A row a payment.
     *
     * `GET /api/pagos/exportar`; roles: admin, recaudo, consulta.
     */
    exportar: (input?: ExportarPagos, options?: CallOptions) => Promise<null>;
    /**
     * Registrar un pago
     *
     * Of one bill, several, or an account; partial, above what is owed, or dated before today. By a cashier with a session open it is of their session (`origen` caja). The answer says where every peso went: by the utility's rule (`ajustes.asignacion_*`), what is under claim left out unless `incluye_reclamo`, what nothing takes as an advance that the next issue uses. 409 `duplicado` for a `medio` and `referencia` booked already: with an Idempotency-Key a repeated call gets the first answer instead.
     *
     * `POST /api/pagos`; roles: admin, recaudo.
     */
    create: (input: CreatePago, options?: IdempotentOptions) => Promise<PagoConVerificacion>;
    /**
     * A dónde iría un pago, antes de hacerlo
     *
     * Nothing is booked. A citizen may ask for the accounts linked to them.
     *
     * `POST /api/pagos/simular`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    simular: (input: SimularPago, options?: CallOptions) => Promise<SimulacionPago>;
    /**
     * Pagar lo que una cuenta debe con su saldo a favor
     *
     * Now, instead of at the next issue: advances, and what credit notes gave back beyond a bill. Does nothing when there is nothing in favour or nothing owed.
     *
     * `POST /api/clientes/{numero_cuenta}/cruzar-saldo`; roles: admin, recaudo.
     */
    cruzar: (input: CruzarSaldo, options?: IdempotentOptions) => Promise<Cruce>;
    /**
     * Comprobar un recibo con su número y su código
     *
     * Whether a receipt is ours and still stands; both are printed on it. No name comes back.
     *
     * `GET /api/publico/recibo`; roles: anyone.
     */
    consultaPublica: (input: ConsultaRecibo, options?: CallOptions) => Promise<ReciboPublico>;
  };
  reversos: {
    /**
     * Reversos de pagos, del más reciente al más antiguo
     *
     * With `estado=pendiente`, those that wait for a second person.
     *
     * `GET /api/reversos`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListReversos, Reverso>;
    /**
     * Deshacer un pago
     *
     * A new document that takes back exactly what the payment did, also what its advance paid later. Up to `ajustes.limite_reverso` at once; above it waits for a second person. 409 `duplicado` when it was undone already.
     *
     * `POST /api/pagos/{pago_id}/reversar`; roles: admin, recaudo.
     */
    create: (input: ReversarPago, options?: IdempotentOptions) => Promise<Reverso>;
    /**
     * Aprobar un reverso que espera
     *
     * Applies it: number, ledger entries, balances. 409 for who asked for it.
     *
     * `POST /api/reversos/{reverso_id}/aprobar`; roles: admin, recaudo.
     */
    approve: (input: AprobarReverso, options?: IdempotentOptions) => Promise<Reverso>;
    /**
     * Rechazar un reverso que espera
     *
     * The payment stands as it was. 409 for who asked for it.
     *
     * `POST /api/reversos/{reverso_id}/rechazar`; roles: admin, recaudo.
     */
    reject: (input: RechazarReverso, options?: WriteOptions) => Promise<Reverso>;
  };
  cajas: {
    /**
     * Turnos de caja, del más reciente al más antiguo
     *
     * With `estado=por_aprobar`, those whose difference waits for a second person.
     *
     * `GET /api/cajas`; roles: admin, recaudo, consulta.
     */
    list: List<ListCajas, Caja>;
    /**
     * La caja que tengo abierta, con sus totales de ahora
     *
     * `GET /api/cajas/mia`; roles: admin, recaudo.
     */
    mine: (input?: undefined, options?: CallOptions) => Promise<MiCaja>;
    /**
     * Un turno de caja: lo que entró, lo que salió y lo que se contó
     *
     * Its payments are `GET /pagos?caja_id=`.
     *
     * `GET /api/cajas/{caja_id}`; roles: admin, recaudo, consulta.
     */
    get: (input: ByCaja, options?: CallOptions) => Promise<CajaDetallada>;
    /**
     * Abrir la caja
     *
     * From now on the payments that this user books at the counter are of this session. 409 `duplicado` when they have one open.
     *
     * `POST /api/cajas`; roles: admin, recaudo.
     */
    open: (input: AbrirCaja, options?: IdempotentOptions) => Promise<CajaDetallada>;
    /**
     * Sacar dinero de la caja: al banco o a quien lo guarda
     *
     * Never more than there should be of that means. It is not changed afterwards.
     *
     * `POST /api/cajas/{caja_id}/retiros`; roles: admin, recaudo.
     */
    withdraw: (input: RetirarDeCaja, options?: IdempotentOptions) => Promise<CajaDetallada>;
    /**
     * Arquear y cerrar la caja
     *
     * What was counted against what the database expects. No difference closes; one needs `explicacion`, and above `ajustes.limite_diferencia_caja` waits for a second person. Either way the session takes no more payments.
     *
     * `POST /api/cajas/{caja_id}/cerrar`; roles: admin, recaudo.
     */
    close: (input: CerrarCaja, options?: WriteOptions) => Promise<CajaDetallada>;
    /**
     * Aprobar la diferencia de una caja y cerrarla
     *
     * 409 `misma_persona` for its cashier and for whoever counted it.
     *
     * `POST /api/cajas/{caja_id}/aprobar`; roles: admin, recaudo.
     */
    approve: (input: AprobarCaja, options?: WriteOptions) => Promise<CajaDetallada>;
    /**
     * Devolver una caja para que se cuente otra vez
     *
     * It is open again. 409 when its cashier has opened another one meanwhile.
     *
     * `POST /api/cajas/{caja_id}/rechazar`; roles: admin, recaudo.
     */
    reject: (input: RechazarCaja, options?: WriteOptions) => Promise<CajaDetallada>;
  };
  pagar: {
    /**
     * Qué se puede pagar con los dos números del papel
     *
     * Choices and their pesos: this bill, all that the account owes, the same without what is under claim.
     *
     * `GET /api/publico/pagar`; roles: anyone.
     */
    opciones: (input: OpcionesPago, options?: CallOptions) => Promise<OpcionesDePago>;
    /**
     * Empezar un pago en línea
     *
     * Writes the attempt down under an unpredictable reference and answers what the checkout of the gateway needs, signed. Nothing is paid yet. 409 `pasarela_no_activa` when the utility takes no payments online.
     *
     * `POST /api/publico/pagar`; roles: anyone.
     */
    iniciar: (input: IniciarPago, options?: IdempotentOptions) => Promise<PagoIniciado>;
    /**
     * Cómo va un pago en línea
     *
     * Whoever has the reference of the attempt may ask. Pending is said as long as no answer has come.
     *
     * `GET /api/publico/pagar/{referencia}`; roles: anyone.
     */
    estado: (input: ByReferencia, options?: CallOptions) => Promise<EstadoDePago>;
    /**
     * Preguntarle de nuevo a la pasarela por un pago
     *
     * At most once in five seconds for one attempt; in between, and when the gateway does not answer, it says what is known.
     *
     * `POST /api/publico/pagar/{referencia}/consultar`; roles: anyone.
     */
    consultar: (input: ConsultarPago, options?: WriteOptions) => Promise<EstadoDePago>;
  };
  pasarela: {
    /**
     * Ajustes de la pasarela de pagos
     *
     * Without its secrets: nobody reads them again.
     *
     * `GET /api/pasarela`; roles: admin, recaudo.
     */
    get: (input?: undefined, options?: CallOptions) => Promise<Pasarela>;
    /**
     * Cambiar los ajustes de la pasarela
     *
     * Keys and secrets are copied from the panel of the gateway; those left out stay as they are. They are sealed before they are stored. The address follows from `ambiente`: a utility cannot name another.
     *
     * `PUT /api/pasarela`; roles: admin.
     */
    update: (input: UpdatePasarela, options?: WriteOptions) => Promise<Pasarela>;
    /**
     * Recibir un evento de la pasarela
     *
     * The gateway calls it. The checksum says whether it is the gateway; amount, currency and reference are held against our record. 200 for what was understood, also when it was known already; 403 `evento_falso`.
     *
     * `POST /api/pasarela/eventos/{empresa}`; roles: anyone.
     */
    evento: (input: EventoPasarela, options?: WriteOptions) => Promise<EventoRecibido>;
    /**
     * Pagos en línea que la gente empezó, del más reciente al más antiguo
     *
     * `GET /api/pasarela/intentos`; roles: admin, recaudo, consulta, atencion.
     */
    intentos: List<ListIntentos, Intento>;
    /**
     * Un pago en línea con todo lo que la pasarela dijo de él
     *
     * `GET /api/pasarela/intentos/{referencia}`; roles: admin, recaudo, consulta, atencion.
     */
    intento: (input: ByReferencia, options?: CallOptions) => Promise<IntentoCompleto>;
    /**
     * Preguntarle de nuevo a la pasarela por un intento
     *
     * Whatever its state. `respondio` says whether the gateway answered: nothing changes when it does not.
     *
     * `POST /api/pasarela/intentos/{referencia}/consultar`; roles: admin, recaudo.
     */
    consultar: (input: ByReferencia, options?: WriteOptions) => Promise<IntentoConsultado>;
    /**
     * Dinero de la pasarela que espera una decisión
     *
     * Approved transactions that do not agree with an attempt of ours: nothing of them is booked by itself.
     *
     * `GET /api/pasarela/novedades`; roles: admin, recaudo, consulta, atencion.
     */
    novedades: List<ListNovedades, TransaccionPasarela>;
    /**
     * Decidir qué se hace con una novedad de la pasarela
     *
     * `registrada` books it as a payment of an account; `devuelta` and `descartada` only say what was done. 409 `novedad_resuelta` when it was decided already.
     *
     * `POST /api/pasarela/novedades/{transaccion_id}/resolver`; roles: admin, recaudo.
     */
    resolver: (input: ResolverNovedad, options?: IdempotentOptions) => Promise<TransaccionPasarela>;
  };
  archivosRecaudo: {
    /**
     * Archivos de recaudo, del más reciente al más antiguo
     *
     * Also those that were refused, with their reason.
     *
     * `GET /api/archivos-recaudo`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListArchivosRecaudo, ArchivoRecaudo>;
    /**
     * Un archivo de recaudo y su avance
     *
     * `GET /api/archivos-recaudo/{archivo_recaudo_id}`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    get: (input: ByArchivoRecaudo, options?: CallOptions) => Promise<ArchivoRecaudo>;
    /**
     * Lo que haría un archivo al aplicarlo, o lo que hizo
     *
     * Sums by state, means and what the rows name. The rows themselves: GET /recaudos with its id.
     *
     * `GET /api/archivos-recaudo/{archivo_recaudo_id}/vista`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    vista: (input: ByArchivoRecaudo, options?: CallOptions) => Promise<VistaArchivoRecaudo>;
    /**
     * Cargar un archivo de recaudo (Asobancaria 2001)
     *
     * Reads it without paying anything; a large one in the background: follow its `ejecucion`. A file that is not right (counts, totals, order, encoding, NIT of another utility, cut short) is refused whole with its line, and stays in the list with its reason. 409 `duplicado` for a file that is there already.
     *
     * `POST /api/archivos-recaudo`; roles: admin, recaudo.
     */
    create: (input: { archivo: string }, options?: IdempotentOptions) => Promise<ArchivoRecaudo>;
    /**
     * Aplicar los pagos de un archivo que se vio
     *
     * Books each row that was identified as a payment, in the background: follow its `ejecucion`. Rows that were not identified or are duplicates wait for a person. Again after a run that broke off, it goes on.
     *
     * `POST /api/archivos-recaudo/{archivo_recaudo_id}/aplicar`; roles: admin, recaudo.
     */
    aplicar: (input: ByArchivoRecaudo, options?: WriteOptions) => Promise<ArchivoRecaudo>;
  };
  recaudos: {
    /**
     * Filas de los archivos de recaudo
     *
     * In the order in which they came in; `por_resolver` leaves those that wait for a person.
     *
     * `GET /api/recaudos`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListRecaudos, Recaudo>;
    /**
     * Una fila de un archivo de recaudo
     *
     * `GET /api/recaudos/{recaudo_id}`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    get: (input: ByRecaudo, options?: CallOptions) => Promise<Recaudo>;
    /**
     * Decir de quién es el dinero de una fila, y pagarlo
     *
     * Books the whole pesos of a row that was not identified, is a duplicate or has cents as a payment of that bill or account. 409 for a row that is resolved, or whose file was not applied.
     *
     * `POST /api/recaudos/{recaudo_id}/asignar`; roles: admin, recaudo.
     */
    asignar: (input: AsignarRecaudo, options?: IdempotentOptions) => Promise<Recaudo>;
    /**
     * Descartar una fila: no es dinero por aplicar
     *
     * Books nothing; the row stays with its reason. 409 for a row that is resolved.
     *
     * `POST /api/recaudos/{recaudo_id}/descartar`; roles: admin, recaudo.
     */
    descartar: (input: DescartarRecaudo, options?: WriteOptions) => Promise<Recaudo>;
  };
  perfilesBanco: {
    /**
     * Lo que cada banco hace a su manera en sus archivos
     *
     * A bank without a profile is read as the format was published.
     *
     * `GET /api/perfiles-banco`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: (input?: undefined, options?: CallOptions) => Promise<PerfilBanco[]>;
    /**
     * El perfil de un banco
     *
     * `GET /api/perfiles-banco/{banco}`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    get: (input: ByBanco, options?: CallOptions) => Promise<PerfilBanco>;
    /**
     * Guardar el perfil de un banco
     *
     * It counts for the files that come in from now on; each file keeps the profile it was read with.
     *
     * `PUT /api/perfiles-banco/{banco}`; roles: admin, recaudo.
     */
    save: (input: SavePerfilBanco, options?: WriteOptions) => Promise<PerfilBanco>;
  };
  movimientos: {
    /**
     * Movimientos de una cuenta
     *
     * The ledger of one account, newest first, with what caused each entry and the balance after it. Its balance is the sum.
     *
     * `GET /api/movimientos`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    list: List<ListMovimientos, Movimiento>;
    /**
     * Por qué el saldo de una cuenta es el que es
     *
     * Bill by bill, what is under claim, agreements that no bill carries yet, what is in favour and where it came from. 409 `no_cuadra` when the books do not add up.
     *
     * `GET /api/clientes/{numero_cuenta}/saldo`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    saldo: (input: {
      numero_cuenta: string;
    }, options?: CallOptions) => Promise<SaldoExplicado>;
  };
  estadoDeCuenta: {
    /**
     * Estado de una cuenta entre dos días
     *
     * Opening balance, entries by their day with the balance after each, closing balance. At most five years.
     *
     * `GET /api/clientes/{numero_cuenta}/estado-de-cuenta`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    get: (input: ByDias, options?: CallOptions) => Promise<EstadoDeCuenta>;
    /**
     * El mismo como archivo (PDF, CSV, XLSX)
     *
     * The PDF is tagged; each of its pages says the balance it starts and ends with.
     *
     * `GET /api/clientes/{numero_cuenta}/estado-de-cuenta/archivo`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    archivo: (input: ArchivoDeEstado, options?: CallOptions) => Promise<string | null>;
  };
  recuperaciones: {
    /**
     * Facturas de consumo recuperado
     *
     * Bills of consumption that was not billed in time, newest first.
     *
     * `GET /api/recuperaciones`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListRecuperaciones, Recuperacion>;
    /**
     * Fundamentos de una recuperación
     *
     * `GET /api/recuperaciones/{numero_factura}`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    get: (input: ByRecuperacion, options?: CallOptions) => Promise<Recuperacion>;
    /**
     * Ver cuánto cobraría una recuperación de consumo
     *
     * The m³ at the tariff and ranges of their own period; nothing is written.
     *
     * `POST /api/recuperaciones/simular`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    simular: (input: SimularRecuperacion, options?: CallOptions) => Promise<SimulacionRecuperacion>;
    /**
     * Facturar consumo recuperado
     *
     * A document of its own with its technical and legal ground and its calculation. 409 more than five months after the bill that should have had it, unless fraud is proven (Ley 142 of 1994 art. 150).
     *
     * `POST /api/recuperaciones`; roles: admin, facturacion.
     */
    create: (input: CreateRecuperacion, options?: IdempotentOptions) => Promise<Recuperacion>;
  };
  terceros: {
    /**
     * Terceros que facturan con la empresa
     *
     * `GET /api/terceros`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListTenants, Tercero>;
    /**
     * Un tercero
     *
     * `GET /api/terceros/{tercero}`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    get: (input: ByTercero, options?: CallOptions) => Promise<Tercero>;
    /**
     * Crear un tercero
     *
     * Somebody whose lines are billed with those of the utility, with a subtotal of their own.
     *
     * `POST /api/terceros`; roles: admin, facturacion.
     */
    create: (input: CreateTercero, options?: WriteOptions) => Promise<Tercero>;
    /**
     * Cambiar un tercero
     *
     * `PATCH /api/terceros/{tercero}`; roles: admin, facturacion.
     */
    update: (input: UpdateTercero, options?: WriteOptions) => Promise<Tercero>;
    /**
     * Eliminar un tercero sin cargos
     *
     * 409 once something was charged for it.
     *
     * `DELETE /api/terceros/{tercero}`; roles: admin, facturacion.
     */
    delete: (input: ByTercero, options?: WriteOptions) => Promise<void>;
    /**
     * Dinero de terceros facturado en un periodo
     *
     * Sum of the subtotals of each third party on the bills of a period, and what their notes moved of it.
     *
     * `GET /api/terceros/facturado/{codigo}`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    facturado: (input: ByCodigo, options?: CallOptions) => Promise<FacturadoTercero[]>;
  };
  cargos: {
    /**
     * Cargos de una cuenta: pendientes, facturados y anulados
     *
     * Lines that wait for the next bill of an account, and those that went with one. Newest first.
     *
     * `GET /api/cargos`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListCargos, Cargo>;
    /**
     * Crear un cargo para la próxima factura
     *
     * A line by hand with its ground. 409 when it comes more than five months after the bill that should have had it (Ley 142 of 1994 art. 150), or its reference was used.
     *
     * `POST /api/cargos`; roles: admin, facturacion.
     */
    create: (input: CreateCargo, options?: IdempotentOptions) => Promise<Cargo>;
    /**
     * Anular un cargo que no se ha facturado
     *
     * 409 once it is on a bill, or a liquidated period counts on it.
     *
     * `POST /api/cargos/{cargo_id}/anular`; roles: admin, facturacion.
     */
    anular: (input: AnularCargo, options?: WriteOptions) => Promise<Cargo>;
    /**
     * Importar cargos de terceros desde un archivo CSV
     *
     * Lines of third parties from a CSV: `numero_cuenta,tercero,referencia,codigo,concepto,valor,desde`. A reference counts once for its third party: repeating the file changes nothing.
     *
     * `POST /api/cargos/importar`; roles: admin, facturacion.
     */
    importar: (input: { archivo: string }, options?: IdempotentOptions) => Promise<Importacion>;
  };
  parametros: {
    /**
     * Tasas de mora de cada mes
     *
     * Late interest of uses that are not residential, the newest month first.
     *
     * `GET /api/parametros/tasas-mora`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    tasasMora: List<ListTenants, TasaMora>;
    /**
     * Cargar la tasa de mora de un mes
     *
     * Simple yearly rate of late interest of a month. 422 above 1.5 times the interés bancario corriente, when it is given (C. de Co. art. 884). Bills already issued keep the rate they had.
     *
     * `PUT /api/parametros/tasas-mora/{mes}`; roles: admin, facturacion.
     */
    setTasaMora: (input: SetTasaMora, options?: WriteOptions) => Promise<TasaMora>;
    /**
     * Salarios mínimos por año
     *
     * Minimum wages that cap charges (CRA 424/2007): those of the program and those of the utility.
     *
     * `GET /api/parametros/salarios-minimos`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    salarios: (input?: undefined, options?: CallOptions) => Promise<SalarioMinimo[]>;
    /**
     * Cargar el salario mínimo de un año
     *
     * It counts instead of what the program brings for that year.
     *
     * `PUT /api/parametros/salarios-minimos/{anio}`; roles: admin, facturacion.
     */
    setSalario: (input: SetSalarioMinimo, options?: WriteOptions) => Promise<SalarioMinimo>;
  };
  edades: {
    /**
     * Cartera por edades, hoy
     *
     * By days past the pay-by date. What is not due, under claim, in agreements or in favour stands apart; all of it adds up to the balances of the accounts.
     *
     * `GET /api/cartera/edades`; roles: admin, facturacion, recaudo, atencion, consulta.
     */
    resumen: (input?: VerEdades, options?: CallOptions) => Promise<Edades>;
    /**
     * Las cuentas de la cartera por edades
     *
     * By account, or who owes most first (`orden=vencido`: only those that owe something overdue).
     *
     * `GET /api/cartera/edades/cuentas`; roles: admin, facturacion, recaudo, atencion, consulta.
     */
    cuentas: List<ListCuentasEdades, CuentaEdades>;
    /**
     * La cartera por edades como archivo (CSV, XLSX)
     *
     * By account, or by group. Accounts are read and sent in pages.
     *
     * `GET /api/cartera/edades/archivo`; roles: admin, facturacion, recaudo, atencion, consulta.
     */
    archivo: (input?: ArchivoEdades, options?: CallOptions) => Promise<null>;
  };
  recaudo: {
    /**
     * Tablero de recaudo: lo facturado, lo recaudado y lo que está por cobrar
     *
     * Day by day or month by month, days without money too; by means and by the way it came in.
     *
     * `GET /api/recaudo`; roles: admin, facturacion, recaudo, consulta.
     */
    resumen: (input: VerRecaudo, options?: CallOptions) => Promise<TableroRecaudo>;
  };
  conciliacion: {
    /**
     * Conciliación por día y banco
     *
     * For collection files by bank, for the cash desk, the gateway and the office by day: reported, booked, deposited, and each difference with what to do.
     *
     * `GET /api/conciliacion`; roles: admin, facturacion, recaudo, consulta.
     */
    resumen: (input: VerConciliacion, options?: CallOptions) => Promise<Conciliacion>;
    /**
     * La misma como archivo (CSV, XLSX)
     *
     * `GET /api/conciliacion/archivo`; roles: admin, facturacion, recaudo, consulta.
     */
    archivo: (input: ArchivoConciliacion, options?: CallOptions) => Promise<null>;
  };
  consignaciones: {
    /**
     * Consignaciones en los bancos, la última anotada primero
     *
     * `GET /api/consignaciones`; roles: admin, facturacion, recaudo, consulta.
     */
    list: List<ListConsignaciones, Consignacion>;
    /**
     * Anotar una consignación
     *
     * As the statement of the bank says. 409 `duplicado` for the same bank, reference, date and value.
     *
     * `POST /api/consignaciones`; roles: admin, recaudo.
     */
    create: (input: CreateConsignacion, options?: IdempotentOptions) => Promise<Consignacion>;
    /**
     * Anular una consignación con otra opuesta
     *
     * Answers the opposite one: nothing is deleted.
     *
     * `POST /api/consignaciones/{consignacion_id}/anular`; roles: admin, recaudo.
     */
    anular: (input: AnularConsignacion, options?: IdempotentOptions) => Promise<Consignacion>;
    /**
     * Cargar consignaciones desde un CSV
     *
     * Columns `banco,fecha,valor,referencia` and, where they are there, `dia,origen,observaciones`; up to 5,000 rows. All or none: 422 names lines and columns. Rows that are there already are counted and left.
     *
     * `POST /api/consignaciones/cargar`; roles: admin, recaudo.
     */
    cargar: (input: CargarConsignaciones, options?: WriteOptions) => Promise<ConsignacionesCargadas>;
  };
  suspension: {
    /**
     * Cuentas por suspender, y por qué algunas no
     *
     * Accounts with as many overdue bills as the utility waits for (Ley 142 of 1994 art. 140), with the exclusions of each: open claim, agreement, protected, service not active, order pending.
     *
     * `GET /api/suspensiones`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListPorSuspender, PorSuspender>;
    /**
     * Registrar el aviso previo de suspensión
     *
     * Notes for up to 100 accounts that the notice was delivered; each is answered.
     *
     * `POST /api/suspensiones/avisos`; roles: admin, facturacion.
     */
    avisar: (input: AvisarSuspension, options?: WriteOptions) => Promise<ResultadoSuspension[]>;
    /**
     * Ordenar la suspensión de cuentas avisadas
     *
     * An order for each of up to 100 accounts whose notice has run out and that nothing excludes.
     *
     * `POST /api/suspensiones/ordenes`; roles: admin, facturacion.
     */
    ordenar: (input: OrdenarSuspension, options?: WriteOptions) => Promise<ResultadoSuspension[]>;
  };
  ordenes: {
    /**
     * Órdenes de trabajo en terreno
     *
     * Orders to suspend, restore, cut, reconnect or inspect, newest first.
     *
     * `GET /api/ordenes`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListOrdenes, Orden>;
    /**
     * Una orden
     *
     * `GET /api/ordenes/{numero_orden}`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    get: (input: ByOrden, options?: CallOptions) => Promise<Orden>;
    /**
     * Ordenar un trabajo en una cuenta
     *
     * An inspection, a cut, or a service to restore. Suspensions for arrears are ordered from their list, after the notice. One of the same kind that is pending is answered again.
     *
     * `POST /api/ordenes`; roles: admin, facturacion, atencion.
     */
    create: (input: CreateOrden, options?: IdempotentOptions) => Promise<Orden>;
    /**
     * Registrar la ejecución de una orden con su evidencia
     *
     * Closes an order. `efectiva` changes the state of the service and charges for it up to the share of the minimum wage of CRA 424 of 2007; `no_efectiva` does neither. 409 when it was closed before, `sin_norma` when the minimum wage of the year is not loaded.
     *
     * `POST /api/ordenes/{numero_orden}/ejecutar`; roles: admin, facturacion, atencion, lector.
     */
    ejecutar: (input: EjecutarOrden, options?: IdempotentOptions) => Promise<Orden>;
    /**
     * Anular una orden pendiente
     *
     * `POST /api/ordenes/{numero_orden}/anular`; roles: admin, facturacion.
     */
    anular: (input: AnularOrden, options?: WriteOptions) => Promise<Orden>;
    /**
     * Foto de la ejecución
     *
     * `GET /api/ordenes/{numero_orden}/foto`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    foto: (input: ByOrden, options?: CallOptions) => Promise<Foto>;
  };
  convenios: {
    /**
     * Convenios de pago
     *
     * `GET /api/convenios`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    list: List<ListConvenios, ConvenioResumen>;
    /**
     * Un convenio con sus cuotas y las facturas que cubre
     *
     * `GET /api/convenios/{numero_convenio}`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    get: (input: ByConvenio, options?: CallOptions) => Promise<Convenio>;
    /**
     * Ver las cuotas de un convenio antes de firmarlo
     *
     * What would be covered and its instalments; nothing is written.
     *
     * `POST /api/convenios/simular`; roles: admin, facturacion, recaudo, atencion, lector, consulta.
     */
    simular: (input: CreateConvenio, options?: CallOptions) => Promise<SimulacionConvenio>;
    /**
     * Firmar un convenio de pago
     *
     * Moves what the covered bills owe to an agreement; each instalment goes on the bill of its month. Suspension is frozen, and a suspended service comes back. 409 when the account has an agreement in force.
     *
     * `POST /api/convenios`; roles: admin, facturacion, atencion.
     */
    create: (input: CreateConvenio, options?: IdempotentOptions) => Promise<Convenio>;
    /**
     * Declarar incumplido un convenio
     *
     * What was not billed yet goes back to the bills it came from; its instalments are taken back.
     *
     * `POST /api/convenios/{numero_convenio}/incumplir`; roles: admin, facturacion.
     */
    incumplir: (input: IncumplirConvenio, options?: WriteOptions) => Promise<Convenio>;
  };
  pqrs: {
    /**
     * Peticiones, quejas, reclamos y recursos
     *
     * Staff see all cases; a citizen those of the accounts linked to them. Newest first.
     *
     * `GET /api/pqrs`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    list: List<ListPqrs, PqrResumen>;
    /**
     * Un caso con todo lo que le ha pasado
     *
     * `GET /api/pqrs/{radicado}`; roles: admin, facturacion, recaudo, atencion, lector, consulta, ciudadano.
     */
    get: (input: ByRadicado, options?: CallOptions) => Promise<Pqr>;
    /**
     * Radicar un caso
     *
     * Files a case: radicado and both limits of 15 business days (Ley 142 of 1994 art. 158) from today.
     *
     * `POST /api/pqrs`; roles: admin, atencion, facturacion, recaudo, consulta, lector, ciudadano.
     */
    create: (input: CreatePqr, options?: IdempotentOptions) => Promise<Pqr>;
    /**
     * Cambiar el estado de un caso
     *
     * Moves a case along its states; a move that is not allowed is a 409 and changes nothing.
     *
     * `PATCH /api/pqrs/{radicado}/estado`; roles: admin, atencion.
     */
    changeEstado: (input: ChangeEstado, options?: WriteOptions) => Promise<Pqr>;
  };
  calendario: {
    /**
     * Festivos nacionales de un año
     *
     * National holidays of a year (Ley 51 of 1983, Ley 2578 of 2026), computed.
     *
     * `GET /api/calendario/festivos`; roles: anyone.
     */
    festivos: (input: FestivosDe, options?: CallOptions) => Promise<{
      /** yyyy-mm-dd */
      fecha: string;
      nombre: string;
    }[]>;
    /**
     * Fecha límite de un plazo en días hábiles
     *
     * Both limits of a term in business days, with the utility's own non-working days.
     *
     * `GET /api/calendario/plazo`; roles: anyone.
     */
    plazo: (input: PlazoDe, options?: CallOptions) => Promise<Plazo>;
  };
};
