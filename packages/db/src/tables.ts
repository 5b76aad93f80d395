// Generated from the migrated database by `npm run generate`. Do not edit.
import type { ColumnType, Generated } from 'kysely';

/** A jsonb column: read as the value, written as its JSON text. */
export type Json<Written> = ColumnType<unknown, Written, Written>;

export interface AjustesConsumo {
  tenant_id: string;
  id: Generated<number>;
  cliente_id: number;
  factura_id: number;
  estado: Json<string>;
  motivo: string;
  user_id: number | null;
  created_at: Generated<string>;
  correccion_id: number | null;
}

export interface Anulaciones {
  tenant_id: string;
  factura_id: number;
  motivo: string;
  reemplazo_id: number | null;
  fecha: string;
  user_id: number | null;
  created_at: Generated<string>;
}

export interface ArchivoPartes {
  tenant_id: string;
  archivo_id: number;
  parte: number;
  datos: Buffer;
}

export interface Archivos {
  tenant_id: string;
  id: Generated<number>;
  sha256: string;
  bytes: number;
  codificacion: 'utf-8' | 'windows-1252' | 'binario';
  created_at: Generated<string>;
}

export interface ArchivosRecaudo {
  tenant_id: string;
  id: Generated<number>;
  archivo_id: number;
  nombre: Generated<string>;
  sha256: string;
  bytes: number;
  estado: Generated<'cargando' | 'rechazado' | 'cargado' | 'aplicando' | 'aplicado'>;
  motivo: string | null;
  linea: number | null;
  banco: string | null;
  fecha: string | null;
  fecha_archivo: string | null;
  hora: string | null;
  modificador: string | null;
  cuenta: string | null;
  tipo_cuenta: string | null;
  lotes: number | null;
  registros: number | null;
  total: number | null;
  centavos: Generated<number>;
  perfil: Json<string | null>;
  ejecucion_id: number | null;
  user_id: number | null;
  aplicado_por: number | null;
  aplicado_en: string | null;
  created_at: Generated<string>;
}

export interface Auditoria {
  tenant_id: string;
  id: Generated<number>;
  user_id: number | null;
  procedimiento: string;
  objeto: string;
  antes: Json<string | null>;
  despues: Json<string | null>;
  direccion_ip: string | null;
  request_id: string | null;
  created_at: Generated<string>;
}

export interface AvisosSuspension {
  tenant_id: string;
  id: Generated<number>;
  cliente_id: number;
  factura_id: number;
  fecha: string;
  suspension_desde: string;
  medio: string;
  vencidas: number;
  deuda: number;
  user_id: number | null;
  created_at: Generated<string>;
}

export interface CajaRetiros {
  tenant_id: string;
  id: Generated<number>;
  caja_id: number;
  tipo: 'consignacion' | 'entrega';
  medio: 'Efectivo' | 'Cheque';
  valor: number;
  referencia: string | null;
  motivo: string;
  user_id: number | null;
  created_at: Generated<string>;
}

export interface Cajas {
  tenant_id: string;
  id: Generated<number>;
  numero: number;
  user_id: number;
  base: number;
  estado: Generated<'abierta' | 'por_aprobar' | 'cerrada'>;
  abierta_en: string;
  denominaciones: Json<string | null>;
  contado: Json<string | null>;
  esperado: Json<string | null>;
  diferencia: number | null;
  descuadre: number | null;
  explicacion: string | null;
  contada_en: string | null;
  contada_por: number | null;
  resuelta_por: number | null;
  resuelta_en: string | null;
  observacion: string | null;
  created_at: Generated<string>;
}

export interface Cargos {
  tenant_id: string;
  id: Generated<number>;
  cliente_id: number;
  origen: 'tercero' | 'orden' | 'convenio' | 'recuperacion' | 'otro';
  referencia: string;
  servicio: string;
  codigo: string;
  concepto: string;
  cantidad: Generated<string>;
  valor_unitario: Generated<string>;
  formula: Generated<string>;
  norma: Generated<string>;
  valor: number;
  tercero_id: number | null;
  desde: string;
  limite: string | null;
  factura_id: number | null;
  anulado_en: string | null;
  anulado_motivo: string | null;
  user_id: number | null;
  created_at: Generated<string>;
}

export interface Ciclos {
  tenant_id: string;
  id: Generated<number>;
  codigo: string;
  nombre: string;
  periodicidad: 'mensual' | 'bimestral';
  version: Generated<number>;
}

export interface Clientes {
  tenant_id: string;
  id: Generated<number>;
  numero_cuenta: string;
  nombre: string;
  tipo_documento: 'CC' | 'CE' | 'TI' | 'NIT' | 'PAS' | 'PEP' | 'PPT' | null;
  documento: string | null;
  direccion: string;
  telefono: Generated<string>;
  correo: Generated<string>;
  uso: Generated<'residencial' | 'comercial' | 'industrial' | 'oficial' | 'especial'>;
  estrato: number | null;
  servicios: Generated<('acueducto' | 'alcantarillado')[]>;
  ciclo_id: number | null;
  ruta_id: number | null;
  orden: Generated<number>;
  unidades: Generated<number>;
  estado: Generated<'activo' | 'suspendido' | 'cortado' | 'retirado'>;
  saldo: Generated<number>;
  busqueda: Generated<string>;
  version: Generated<number>;
  created_at: Generated<string>;
  updated_at: Generated<string>;
  servicio_desde: string | null;
  servicio_hasta: string | null;
  clases: Json<string | null>;
  exento_desincentivo: string | null;
  protegido: string | null;
  saldo_favor: Generated<number>;
}

export interface Consignaciones {
  tenant_id: string;
  id: Generated<number>;
  origen: 'oficina' | 'caja' | 'archivo' | 'pasarela';
  banco: string;
  fecha: string;
  dia: string;
  valor: number;
  referencia: string;
  observaciones: Generated<string>;
  anula_id: number | null;
  user_id: number | null;
  created_at: Generated<string>;
}

export interface ConvenioCuotas {
  tenant_id: string;
  convenio_id: number;
  cuota: number;
  vence: string;
  capital: number;
  interes: number;
  cargo_id: number;
  cargo_interes_id: number | null;
}

export interface ConvenioFacturas {
  tenant_id: string;
  convenio_id: number;
  factura_id: number;
  valor: number;
}

export interface Convenios {
  tenant_id: string;
  id: Generated<number>;
  numero_convenio: string;
  cliente_id: number;
  estado: Generated<'vigente' | 'cumplido' | 'incumplido'>;
  fecha: string;
  capital: number;
  tasa_anual: Generated<string>;
  primera_cuota: string;
  terminado_en: string | null;
  terminado_motivo: string | null;
  user_id: number | null;
  version: Generated<number>;
  created_at: Generated<string>;
}

export interface CorreccionFacturas {
  tenant_id: string;
  correccion_id: number;
  factura_id: number;
  conceptos: Json<string>;
  consumo_m3: number;
  calculo: Json<string>;
  diferencia: number;
  omitida: 'plazo_de_cobro' | 'mayor_que_factura' | null;
}

export interface CorreccionMasivaFacturas {
  tenant_id: string;
  masiva_id: number;
  factura_id: number;
  base_id: number | null;
  conceptos: Json<string>;
  consumo_m3: number;
  calculo: Json<string>;
  lineas: Json<string>;
  valor_antes: number;
  valor_despues: number;
  diferencia: number;
  omitida: 'plazo_de_cobro' | 'mayor_que_factura' | null;
}

export interface Correcciones {
  tenant_id: string;
  id: Generated<number>;
  tipo: 'lectura' | 'clase' | 'titular' | 'tarifa' | 'desviacion';
  cliente_id: number;
  cambio: Json<string>;
  motivo: string;
  sustento: string | null;
  huella: string;
  estado: 'pendiente' | 'aplicada' | 'rechazada';
  facturas: Generated<number>;
  diferencia: Generated<number>;
  diferencia_m3: Generated<number>;
  antes: Json<string | undefined>;
  estado_antes: Json<string | null>;
  estado_despues: Json<string | null>;
  aplicada_en: string | null;
  deshace_id: number | null;
  user_id: number | null;
  resuelta_por: number | null;
  resuelta_en: string | null;
  observacion: string | null;
  created_at: Generated<string>;
  masiva_id: number | null;
}

export interface CorreccionesMasivas {
  tenant_id: string;
  id: Generated<number>;
  cambio: Json<string>;
  motivo: string;
  sustento: string | null;
  estado: 'calculando' | 'prevista' | 'pendiente' | 'aplicando' | 'aplicada' | 'rechazada';
  fecha: string;
  ejecucion_id: number | null;
  huella: string | null;
  resumen: Json<string | undefined>;
  cuentas: Generated<number>;
  facturas: Generated<number>;
  debito: Generated<number>;
  credito: Generated<number>;
  omitidas: Generated<number>;
  aplicada_en: string | null;
  deshace_id: number | null;
  user_id: number | null;
  resuelta_por: number | null;
  resuelta_en: string | null;
  observacion: string | null;
  created_at: Generated<string>;
}

export interface DecisionesEspecial {
  tenant_id: string;
  id: Generated<number>;
  cliente_id: number;
  solicitud_fecha: string;
  decision: string;
  desde: string;
  hasta: string | null;
  user_id: number | null;
  created_at: Generated<string>;
}

export interface Desincentivos {
  tenant_id: string;
  id: Generated<number>;
  desde: string;
  hasta: string | null;
  norma: string;
  tercero_id: number;
  user_id: number | null;
  created_at: Generated<string>;
}

export interface EjecucionLotes {
  tenant_id: string;
  ejecucion_id: number;
  fase: Generated<number>;
  lote: number;
  desde: number;
  hasta: number;
  resultado: Json<string | undefined>;
  terminado_en: string | null;
}

export interface EjecucionRechazos {
  tenant_id: string;
  ejecucion_id: number;
  linea: number;
  columna: string;
  mensaje: string;
  fila: string;
}

export interface Ejecuciones {
  tenant_id: string;
  id: Generated<number>;
  tipo: 'liquidar' | 'emitir' | 'importar_clientes' | 'importar_lecturas' | 'importar_tarifas' | 'importar_cargos' | 'impacto_tarifas' | 'imprimir' | 'prever_correccion' | 'aplicar_correccion' | 'cargar_recaudo' | 'aplicar_recaudo';
  estado: Generated<'pendiente' | 'en_curso' | 'terminada' | 'fallida'>;
  periodo_id: number | null;
  archivo_id: number | null;
  total: number | null;
  hechas: Generated<number>;
  resultado: Json<string | undefined>;
  error: string | null;
  user_id: number | null;
  created_at: Generated<string>;
  started_at: string | null;
  finished_at: string | null;
  parametros: Json<string | undefined>;
}

export interface Eventos {
  tenant_id: string;
  id: Generated<number>;
  tipo: string;
  datos: Json<string>;
  created_at: Generated<string>;
}

export interface EventosPasarela {
  tenant_id: string;
  id: Generated<number>;
  origen: 'evento' | 'consulta';
  resultado: 'aplicado' | 'repetido' | 'contradice' | 'ajeno' | 'falso';
  autentico: boolean;
  huella: string;
  transaccion: string | null;
  referencia: string | null;
  estado: 'PENDING' | 'APPROVED' | 'DECLINED' | 'VOIDED' | 'ERROR' | null;
  valor_centavos: number | null;
  moneda: string | null;
  firmado_en: string | null;
  direccion_ip: string | null;
  created_at: string;
}

export interface FacturaTerceros {
  tenant_id: string;
  factura_id: number;
  tercero_id: number;
  valor: number;
}

export interface Facturas {
  tenant_id: string;
  id: Generated<number>;
  numero_factura: string;
  cliente_id: number;
  periodo_id: number | null;
  fecha_emision: string;
  fecha_vencimiento: string;
  valor_total: number;
  saldo: number;
  anulada: Generated<boolean>;
  observaciones: Generated<string>;
  conceptos: Json<string>;
  consumo_m3: number | null;
  metodo: 'medido' | 'regularizado' | 'promedio' | 'similares' | 'provisional' | 'sin_base' | 'fuga' | 'aforo' | null;
  lectura_anterior: number | null;
  lectura_actual: number | null;
  calculo: Json<string | null>;
  version: Generated<number>;
  created_at: Generated<string>;
  tipo: Generated<'consumo' | 'manual' | 'recuperacion'>;
  saldo_anterior: Generated<number>;
  en_reclamo: Generated<number>;
}

export interface Festivos {
  tenant_id: string;
  fecha: string;
  nombre: string;
}

export interface Fugas {
  tenant_id: string;
  id: Generated<number>;
  cliente_id: number;
  detectada_en: string;
  hasta: string;
  motivo: string;
  user_id: number | null;
  created_at: Generated<string>;
}

export interface Idempotencia {
  tenant_id: string;
  procedimiento: string;
  user_id: number;
  clave: string;
  cuerpo_sha256: string;
  respuesta: Json<string>;
  expira: string;
}

export interface Impresos {
  tenant_id: string;
  ejecucion_id: number;
  lote: number;
  nombre: string;
  facturas: number[];
  archivo_id: number | null;
  paginas: number | null;
}

export interface IntentosAcceso {
  tenant_id: string;
  clave: string;
  fallos: number;
  ultimo: string;
}

export interface IntentosPago {
  tenant_id: string;
  id: Generated<number>;
  referencia: string;
  cliente_id: number;
  factura_id: number;
  ambiente: 'produccion' | 'pruebas' | 'simulador';
  que: 'factura' | 'cuenta' | 'sin_reclamo' | 'otro_valor';
  valor: number;
  estado: Generated<'creado' | 'pendiente' | 'aprobado' | 'rechazado' | 'error' | 'en_revision' | 'anulado' | 'vencido'>;
  transaccion_id: number | null;
  pago_id: number | null;
  consultas: Generated<number>;
  consultado_en: string | null;
  proxima_consulta: string | null;
  resuelto_en: string | null;
  created_at: string;
}

export interface Lecturas {
  tenant_id: string;
  id: Generated<number>;
  medidor_id: number;
  fecha_lectura: string;
  lectura_m3: string | null;
  tipo: 'inicial' | 'real' | 'estimada' | 'retiro';
  causal: string | null;
  reemplaza_id: number | null;
  user_id: number | null;
  created_at: Generated<string>;
}

export interface Medidores {
  tenant_id: string;
  id: Generated<number>;
  cliente_id: number;
  serial: string;
  digitos: Generated<number>;
  instalado_en: string | null;
  lectura_instalacion: string | null;
  retirado_en: string | null;
  lectura_retiro: string | null;
  version: Generated<number>;
  created_at: Generated<string>;
  causal_retiro: string | null;
}

export interface Movimientos {
  tenant_id: string;
  id: Generated<number>;
  cliente_id: number;
  tipo: 'factura' | 'pago' | 'anticipo' | 'cruce' | 'reverso' | 'nota' | 'anulacion' | 'convenio';
  valor: number;
  factura_id: number | null;
  pago_id: number | null;
  fecha: string;
  created_at: Generated<string>;
  nota_id: number | null;
  convenio_id: number | null;
  reverso_id: number | null;
  contra_factura_id: number | null;
  detalle: Json<string | null>;
}

export interface NotaTerceros {
  tenant_id: string;
  nota_id: number;
  tercero_id: number;
  valor: number;
}

export interface Notas {
  tenant_id: string;
  id: Generated<number>;
  tipo: 'credito' | 'debito';
  numero: string | null;
  factura_id: number;
  conceptos: Json<string>;
  valor: number;
  motivo: string;
  sustento: string | null;
  origen: 'manual' | 'correccion' | 'desviacion' | 'reversion';
  correccion_id: number | null;
  estado: 'pendiente' | 'aprobada' | 'rechazada';
  fecha: string | null;
  user_id: number | null;
  resuelta_por: number | null;
  resuelta_en: string | null;
  observacion: string | null;
  created_at: Generated<string>;
}

export interface Ordenes {
  tenant_id: string;
  id: Generated<number>;
  numero_orden: string;
  cliente_id: number;
  tipo: 'suspension' | 'reinstalacion' | 'corte' | 'reconexion' | 'inspeccion';
  estado: Generated<'pendiente' | 'ejecutada' | 'anulada'>;
  motivo: string;
  aviso_id: number | null;
  fecha: string;
  programada_para: string;
  limite: string | null;
  resultado: 'efectiva' | 'no_efectiva' | null;
  evidencia: string | null;
  foto_id: number | null;
  operario: string | null;
  ejecutada_en: string | null;
  anulada_motivo: string | null;
  cerrada_por: number | null;
  user_id: number | null;
  version: Generated<number>;
  created_at: Generated<string>;
}

export interface Pagos {
  tenant_id: string;
  id: Generated<number>;
  cliente_id: number;
  valor: number;
  medio: 'Efectivo' | 'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo';
  referencia: string | null;
  fecha_pago: string;
  user_id: number | null;
  created_at: Generated<string>;
  recibo: number;
  verificacion: string;
  origen: Generated<'oficina' | 'caja' | 'archivo' | 'pasarela'>;
  caja_id: number | null;
  avisos: Generated<('factura_pagada' | 'factura_anulada' | 'en_reclamo' | 'anticipo' | 'intereses_de_mas')[]>;
  observaciones: Generated<string>;
}

export interface Pasarelas {
  tenant_id: string;
  ambiente: 'produccion' | 'pruebas' | 'simulador';
  activa: boolean;
  llave_publica: string;
  llave_privada: string;
  secreto_eventos: string;
  secreto_integridad: string;
  minimo: number;
  user_id: number | null;
  version: Generated<number>;
  updated_at: string;
}

export interface PerfilesBanco {
  tenant_id: string;
  banco: string;
  perfil: Json<string>;
  version: Generated<number>;
  user_id: number | null;
  created_at: Generated<string>;
  updated_at: Generated<string>;
  nombre: Generated<string>;
}

export interface PeriodoConceptos {
  tenant_id: string;
  periodo_id: number;
  servicio: string;
  codigo: string;
  uso: string;
  estrato: number;
  facturas: number;
  valor: number;
}

export interface Periodos {
  tenant_id: string;
  id: Generated<number>;
  ciclo_id: number;
  codigo: string;
  desde: string;
  hasta: string;
  fecha_emision: string;
  fecha_vencimiento: string;
  estado: Generated<'abierto' | 'liquidado' | 'emitido' | 'cerrado'>;
  cuentas: Generated<number>;
  consumo_m3: Generated<number>;
  valor_total: Generated<number>;
  version: Generated<number>;
  created_at: Generated<string>;
  liquidado_por: number | null;
  aprobado_por: number | null;
  aprobado_en: string | null;
}

export interface PqrEventos {
  tenant_id: string;
  id: Generated<number>;
  pqr_id: number;
  tipo: 'radicada' | 'estado' | 'nota';
  de_estado: string | null;
  a_estado: string | null;
  nota: Generated<string>;
  user_id: number | null;
  created_at: Generated<string>;
}

export interface Pqrs {
  tenant_id: string;
  id: Generated<number>;
  radicado: string;
  tipo: 'Petición' | 'Queja' | 'Reclamo' | 'Sugerencia' | 'Denuncia' | 'Recurso';
  estado: Generated<'Recibido' | 'En trámite' | 'Respondido' | 'Cerrado'>;
  asunto: string;
  descripcion: string;
  cliente_id: number;
  fecha_radicacion: string;
  limite_seguro: string;
  limite_legal: string;
  regla_plazo: string;
  version: Generated<number>;
  created_at: Generated<string>;
}

export interface Prefacturas {
  tenant_id: string;
  periodo_id: number;
  cliente_id: number;
  estado: 'lista' | 'apartada';
  motivo: string | null;
  uso: string;
  estrato: number | null;
  medidor_id: number | null;
  metodo: 'medido' | 'regularizado' | 'promedio' | 'similares' | 'provisional' | 'sin_base' | 'fuga' | 'aforo' | null;
  consumo_m3: number | null;
  lectura_anterior: number | null;
  lectura_actual: number | null;
  desviacion: Generated<boolean>;
  advertencias: Generated<string[]>;
  valor_total: Generated<number>;
  conceptos: Json<string | undefined>;
  calculo: Json<string | undefined>;
  ruta_id: number | null;
  valor_anterior: number | null;
  consumo_anterior_m3: number | null;
}

export interface Recaudos {
  tenant_id: string;
  id: Generated<number>;
  archivo_recaudo_id: number;
  linea: number;
  banco: string;
  fecha: string;
  lote: number;
  secuencia: number;
  referencia: string;
  valor: number;
  centavos: Generated<number>;
  origen: string;
  canal: string;
  operacion: string;
  autorizacion: string;
  entidad: string;
  sucursal: string;
  causal_devolucion: string | null;
  estado: 'por_aplicar' | 'aplicado' | 'no_identificado' | 'duplicado' | 'devuelto' | 'invalido' | 'descartado';
  motivo: 'referencia_vacia' | 'referencia_desconocida' | 'cuenta_ambigua' | 'fila_repetida' | 'pago_registrado' | 'devuelto_por_el_banco' | 'valor_con_centavos' | 'valor_cero' | 'valor_muy_grande' | null;
  repetido_de: number | null;
  cliente_id: number | null;
  factura_id: number | null;
  pago_id: number | null;
  resolucion: 'asignado' | 'descartado' | null;
  observacion: string | null;
  resuelto_por: number | null;
  resuelto_en: string | null;
}

export interface Recuperaciones {
  tenant_id: string;
  factura_id: number;
  omitida_id: number;
  m3: number;
  fundamento_tecnico: string;
  fundamento_legal: string;
  fraude: string | null;
  limite: string;
  entrada: Json<string>;
  user_id: number | null;
  created_at: Generated<string>;
}

export interface Resoluciones {
  tenant_id: string;
  id: Generated<number>;
  periodo_id: number;
  cliente_id: number;
  advertencia: 'lectura_menor' | 'desviacion_significativa' | 'sin_base' | 'consumo_cero' | 'medidor_sin_lectura_n' | 'consumo_en_suspendido' | 'salto_de_ruta';
  accion: 'confirmar' | 'corregir' | 'inspeccionar' | 'promediar';
  lectura_id: number | null;
  motivo: string;
  user_id: number | null;
  created_at: Generated<string>;
}

export interface Restablecimientos {
  tenant_id: string;
  token_hash: string;
  user_id: number;
  expira: string;
  usado_en: string | null;
}

export interface Reversos {
  tenant_id: string;
  id: Generated<number>;
  numero: string | null;
  pago_id: number;
  causa: 'cheque_devuelto' | 'contracargo' | 'cuenta_equivocada' | 'error_de_registro' | 'reembolso';
  motivo: string;
  estado: 'pendiente' | 'aplicado' | 'rechazado';
  fecha: string | null;
  user_id: number | null;
  resuelto_por: number | null;
  resuelto_en: string | null;
  observacion: string | null;
  created_at: Generated<string>;
  caja_id: number | null;
}

export interface Rutas {
  tenant_id: string;
  id: Generated<number>;
  ciclo_id: number;
  codigo: string;
  nombre: string;
  version: Generated<number>;
}

export interface SalariosMinimos {
  tenant_id: string;
  anio: number;
  valor: number;
  norma: string;
  user_id: number | null;
  created_at: Generated<string>;
}

export interface Series {
  tenant_id: string;
  nombre: string;
  ultimo: number;
}

export interface Sessions {
  tenant_id: string;
  id: Generated<number>;
  user_id: number;
  familia: string;
  token_hash: string;
  expira: string;
  usada_en: string | null;
  revocada_en: string | null;
  created_at: Generated<string>;
}

export interface Tarifas {
  tenant_id: string;
  id: Generated<number>;
  vigente_desde: string;
  fuente: string;
  servicios: Json<string>;
  factores: Json<string>;
  user_id: number | null;
  created_at: Generated<string>;
}

export interface TasasMora {
  tenant_id: string;
  mes: string;
  tasa_anual: string;
  interes_bancario: string | null;
  norma: string;
  user_id: number | null;
  created_at: Generated<string>;
}

export interface Tenants {
  id: string;
  nombre: string;
  nit: string | null;
  dv: number | null;
  municipio: string | null;
  altitud_msnm: Generated<number>;
  periodicidad: Generated<'mensual' | 'bimestral'>;
  politica_desviacion: Generated<'advertir' | 'retener'>;
  sabado_habil: Generated<boolean>;
  zona_horaria: Generated<string>;
  activo: Generated<boolean>;
  created_at: Generated<string>;
  ajustes: Json<string | undefined>;
}

export interface Terceros {
  tenant_id: string;
  id: Generated<number>;
  codigo: string;
  nombre: string;
  nit: string | null;
  version: Generated<number>;
}

export interface TransaccionesPasarela {
  tenant_id: string;
  id: Generated<number>;
  transaccion: string;
  referencia: string;
  intento_id: number | null;
  estado: 'PENDING' | 'APPROVED' | 'DECLINED' | 'VOIDED' | 'ERROR';
  valor_centavos: number;
  moneda: string;
  metodo: string;
  pago_id: number | null;
  novedad: 'referencia_desconocida' | 'moneda_distinta' | 'valor_distinto' | 'aprobada_dos_veces' | 'ya_registrada' | 'reverso_en_espera' | null;
  resolucion: 'registrada' | 'devuelta' | 'descartada' | 'anulada' | null;
  resuelta_por: number | null;
  resuelta_en: string | null;
  observacion: string | null;
  created_at: string;
  updated_at: string;
}

export interface UserClientes {
  tenant_id: string;
  user_id: number;
  cliente_id: number;
  created_at: Generated<string>;
}

export interface Users {
  tenant_id: string;
  id: Generated<number>;
  email: string;
  nombre: Generated<string>;
  password_hash: string;
  roles: ('admin' | 'facturacion' | 'recaudo' | 'atencion' | 'lector' | 'consulta' | 'ciudadano' | 'plataforma')[];
  is_active: Generated<boolean>;
  token_version: Generated<number>;
  version: Generated<number>;
  created_at: Generated<string>;
}

export interface Vertimientos {
  tenant_id: string;
  id: Generated<number>;
  cliente_id: number;
  desde: string;
  hasta: string | null;
  modo: 'fuente_propia' | 'aforo';
  m3_mes: number;
  soporte: string;
  user_id: number | null;
  created_at: Generated<string>;
}

export interface Database {
  ajustes_consumo: AjustesConsumo;
  anulaciones: Anulaciones;
  archivo_partes: ArchivoPartes;
  archivos: Archivos;
  archivos_recaudo: ArchivosRecaudo;
  auditoria: Auditoria;
  avisos_suspension: AvisosSuspension;
  caja_retiros: CajaRetiros;
  cajas: Cajas;
  cargos: Cargos;
  ciclos: Ciclos;
  clientes: Clientes;
  consignaciones: Consignaciones;
  convenio_cuotas: ConvenioCuotas;
  convenio_facturas: ConvenioFacturas;
  convenios: Convenios;
  correccion_facturas: CorreccionFacturas;
  correccion_masiva_facturas: CorreccionMasivaFacturas;
  correcciones: Correcciones;
  correcciones_masivas: CorreccionesMasivas;
  decisiones_especial: DecisionesEspecial;
  desincentivos: Desincentivos;
  ejecucion_lotes: EjecucionLotes;
  ejecucion_rechazos: EjecucionRechazos;
  ejecuciones: Ejecuciones;
  eventos: Eventos;
  eventos_pasarela: EventosPasarela;
  factura_terceros: FacturaTerceros;
  facturas: Facturas;
  festivos: Festivos;
  fugas: Fugas;
  idempotencia: Idempotencia;
  impresos: Impresos;
  intentos_acceso: IntentosAcceso;
  intentos_pago: IntentosPago;
  lecturas: Lecturas;
  medidores: Medidores;
  movimientos: Movimientos;
  nota_terceros: NotaTerceros;
  notas: Notas;
  ordenes: Ordenes;
  pagos: Pagos;
  pasarelas: Pasarelas;
  perfiles_banco: PerfilesBanco;
  periodo_conceptos: PeriodoConceptos;
  periodos: Periodos;
  pqr_eventos: PqrEventos;
  pqrs: Pqrs;
  prefacturas: Prefacturas;
  recaudos: Recaudos;
  recuperaciones: Recuperaciones;
  resoluciones: Resoluciones;
  restablecimientos: Restablecimientos;
  reversos: Reversos;
  rutas: Rutas;
  salarios_minimos: SalariosMinimos;
  series: Series;
  sessions: Sessions;
  tarifas: Tarifas;
  tasas_mora: TasasMora;
  tenants: Tenants;
  terceros: Terceros;
  transacciones_pasarela: TransaccionesPasarela;
  user_clientes: UserClientes;
  users: Users;
  vertimientos: Vertimientos;
}
