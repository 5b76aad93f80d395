// The CHECK of each enumerated column holds the same words as the list that zod and the rules use.
import {
  ESTADOS_CONVENIO,
  ESTADOS_CORRECCION,
  ESTADOS_MASIVA,
  OMISIONES,
  ESTADOS_NOTA,
  ESTADOS_ORDEN,
  ORIGENES_CARGO,
  ORIGENES_NOTA,
  RESULTADOS_ORDEN,
  TIPOS_CORRECCION,
  TIPOS_FACTURA,
  TIPOS_MOVIMIENTO,
  TIPOS_NOTA,
  TIPOS_ORDEN,
} from '@cunservicios/domain/cartera/listas';
import {
  ACCIONES,
  ADVERTENCIAS,
  METODOS,
  MODOS_VERTIMIENTO,
  POLITICAS,
  TIPOS_LECTURA,
} from '@cunservicios/domain/consumo/listas';
import { TIPOS_DOCUMENTO } from '@cunservicios/domain/documento/listas';
import { ESTADOS_CAJA, MEDIOS_RETIRO, TIPOS_RETIRO } from '@cunservicios/domain/recaudo/caja';
import { ESTADOS_PQR, TIPOS_PQR } from '@cunservicios/domain/pqr/listas';
import {
  AVISOS_PAGO,
  CAUSAS_REVERSO,
  ESTADOS_ARCHIVO_RECAUDO,
  ESTADOS_RECAUDO,
  ESTADOS_REVERSO,
  MEDIOS_PAGO,
  MOTIVOS_RECAUDO,
  ORIGENES_PAGO,
  RESOLUCIONES_RECAUDO,
} from '@cunservicios/domain/recaudo/listas';
import {
  AMBIENTES_PASARELA,
  ESTADOS_INTENTO,
  ESTADOS_TRANSACCION,
  NOVEDADES_PASARELA,
  ORIGENES_EVENTO,
  QUE_PAGA,
  RESOLUCIONES_PASARELA,
  RESULTADOS_EVENTO,
} from '@cunservicios/domain/recaudo/pasarela';
import { SERVICIOS, USOS } from '@cunservicios/domain/tarifa/listas';
import pg from 'pg';
import { expect, it } from 'vitest';
import { PERIODICIDADES } from '../ciclos/ciclos.schema.ts';
import { ESTADOS_CLIENTE } from '../clientes/clientes.schema.ts';
import { ESTADOS_EJECUCION, TIPOS_EJECUCION } from '../ejecuciones/ejecuciones.schema.ts';
import { ESTADOS_PERIODO } from '../periodos/periodos.schema.ts';
import { testServices } from '../testing/services.ts';
import { ROLES } from './roles.ts';

const LISTS: Record<string, readonly string[]> = {
  users_roles: ROLES,
  tenants_periodicidad: PERIODICIDADES,
  tenants_politica_desviacion: POLITICAS,
  ciclos_periodicidad: PERIODICIDADES,
  clientes_tipo_documento: TIPOS_DOCUMENTO,
  clientes_uso: USOS,
  clientes_servicios: SERVICIOS,
  clientes_estado: ESTADOS_CLIENTE,
  periodos_estado: ESTADOS_PERIODO,
  lecturas_tipo: TIPOS_LECTURA,
  ejecuciones_tipo: TIPOS_EJECUCION,
  ejecuciones_estado: ESTADOS_EJECUCION,
  archivos_codificacion: ['utf-8', 'windows-1252', 'binario'],
  prefacturas_estado: ['lista', 'apartada'],
  prefacturas_metodo: METODOS,
  facturas_metodo: METODOS,
  pagos_medio: MEDIOS_PAGO,
  pagos_origen: ORIGENES_PAGO,
  pagos_avisos: AVISOS_PAGO,
  cajas_estado: ESTADOS_CAJA,
  caja_retiros_tipo: TIPOS_RETIRO,
  caja_retiros_medio: MEDIOS_RETIRO,
  consignaciones_origen: ORIGENES_PAGO,
  reversos_causa: CAUSAS_REVERSO,
  reversos_estado: ESTADOS_REVERSO,
  archivos_recaudo_estado: ESTADOS_ARCHIVO_RECAUDO,
  recaudos_estado: ESTADOS_RECAUDO,
  recaudos_motivo: MOTIVOS_RECAUDO,
  recaudos_resolucion: RESOLUCIONES_RECAUDO,
  pasarelas_ambiente: AMBIENTES_PASARELA,
  intentos_pago_ambiente: AMBIENTES_PASARELA,
  intentos_pago_que: QUE_PAGA,
  intentos_pago_estado: ESTADOS_INTENTO,
  transacciones_pasarela_estado: ESTADOS_TRANSACCION,
  transacciones_pasarela_novedad: NOVEDADES_PASARELA,
  transacciones_pasarela_resolucion: RESOLUCIONES_PASARELA,
  eventos_pasarela_origen: ORIGENES_EVENTO,
  eventos_pasarela_resultado: RESULTADOS_EVENTO,
  eventos_pasarela_estado: ESTADOS_TRANSACCION,
  movimientos_tipo: TIPOS_MOVIMIENTO,
  facturas_tipo: TIPOS_FACTURA,
  cargos_origen: ORIGENES_CARGO,
  ordenes_tipo: TIPOS_ORDEN,
  ordenes_estado: ESTADOS_ORDEN,
  ordenes_resultado: RESULTADOS_ORDEN,
  convenios_estado: ESTADOS_CONVENIO,
  notas_tipo: TIPOS_NOTA,
  notas_origen: ORIGENES_NOTA,
  notas_estado: ESTADOS_NOTA,
  correcciones_tipo: TIPOS_CORRECCION,
  correcciones_estado: ESTADOS_CORRECCION,
  correcciones_masivas_estado: ESTADOS_MASIVA,
  correccion_facturas_omitida: OMISIONES,
  correccion_masiva_facturas_omitida: OMISIONES,
  resoluciones_advertencia: ADVERTENCIAS,
  resoluciones_accion: ACCIONES,
  vertimientos_modo: MODOS_VERTIMIENTO,
  pqrs_tipo: TIPOS_PQR,
  pqrs_estado: ESTADOS_PQR,
  pqr_eventos_tipo: ['radicada', 'estado', 'nota'],
};

it('every enumerated column of the database has the words of its list', async () => {
  const { adminUrl } = await testServices();
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where contype = 'c' and connamespace = 'public'::regnamespace and pg_get_constraintdef(oid) like '%ARRAY[%::text%'`,
  );
  await client.end();
  const found = Object.fromEntries(
    rows.map(({ name, definition }) => [
      name,
      [...definition.matchAll(/'([^']*)'::text/g)].map(([, word]) => word).sort(),
    ]),
  );
  const expected = Object.fromEntries(Object.entries(LISTS).map(([name, words]) => [name, [...words].sort()]));
  expect(found).toEqual(expected);
});
