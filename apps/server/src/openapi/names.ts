// Names of the schemas in the document: those under which the features export them.
import * as archivosRecaudo from '@cunservicios/api/archivos-recaudo/archivos-recaudo.schema';
import * as perfilesBanco from '@cunservicios/api/archivos-recaudo/perfiles-banco.schema';
import * as auth from '@cunservicios/api/auth/auth.schema';
import * as cajas from '@cunservicios/api/cajas/cajas.schema';
import * as calendario from '@cunservicios/api/calendario/calendario.schema';
import * as cargos from '@cunservicios/api/cargos/cargos.schema';
import * as edades from '@cunservicios/api/cartera/edades.schema';
import * as parametros from '@cunservicios/api/cartera/parametros.schema';
import * as ciclos from '@cunservicios/api/ciclos/ciclos.schema';
import * as clientes from '@cunservicios/api/clientes/clientes.schema';
import * as conciliacion from '@cunservicios/api/conciliacion/conciliacion.schema';
import * as consignaciones from '@cunservicios/api/conciliacion/consignaciones.schema';
import * as condiciones from '@cunservicios/api/condiciones/condiciones.schema';
import * as convenios from '@cunservicios/api/convenios/convenios.schema';
import * as critica from '@cunservicios/api/critica/critica.schema';
import * as documento from '@cunservicios/api/documento/documento.schema';
import * as correcciones from '@cunservicios/api/correcciones/correcciones.schema';
import * as masivas from '@cunservicios/api/masivas/masivas.schema';
import * as ejecuciones from '@cunservicios/api/ejecuciones/ejecuciones.schema';
import * as estadoDeCuenta from '@cunservicios/api/estado-de-cuenta/estado-de-cuenta.schema';
import * as exportar from '@cunservicios/api/exportar/exportar.schema';
import * as facturas from '@cunservicios/api/facturas/facturas.schema';
import * as lecturas from '@cunservicios/api/lecturas/lecturas.schema';
import * as medidores from '@cunservicios/api/medidores/medidores.schema';
import * as movimientos from '@cunservicios/api/movimientos/movimientos.schema';
import * as notas from '@cunservicios/api/notas/notas.schema';
import * as ordenes from '@cunservicios/api/ordenes/ordenes.schema';
import * as pagos from '@cunservicios/api/pagos/pagos.schema';
import * as pasarela from '@cunservicios/api/pasarela/pasarela.schema';
import * as periodos from '@cunservicios/api/periodos/periodos.schema';
import * as pqrs from '@cunservicios/api/pqrs/pqrs.schema';
import * as recaudo from '@cunservicios/api/recaudo/recaudo.schema';
import * as recuperaciones from '@cunservicios/api/recuperaciones/recuperaciones.schema';
import * as suspension from '@cunservicios/api/suspension/suspension.schema';
import * as tarifas from '@cunservicios/api/tarifas/tarifas.schema';
import * as tenants from '@cunservicios/api/tenants/tenants.schema';
import * as terceros from '@cunservicios/api/terceros/terceros.schema';
import * as users from '@cunservicios/api/users/users.schema';
import { z } from 'zod';

const MODULES: Record<string, unknown>[] = [
  auth,
  users,
  tenants,
  clientes,
  medidores,
  lecturas,
  tarifas,
  ciclos,
  periodos,
  critica,
  condiciones,
  ejecuciones,
  documento,
  exportar,
  facturas,
  notas,
  correcciones,
  masivas,
  pagos,
  cajas,
  pasarela,
  archivosRecaudo,
  perfilesBanco,
  movimientos,
  estadoDeCuenta,
  terceros,
  cargos,
  parametros,
  edades,
  recaudo,
  conciliacion,
  consignaciones,
  suspension,
  ordenes,
  convenios,
  recuperaciones,
  pqrs,
  calendario,
];

/** Objects and lists of the schema modules by identity; the first module to export one names it. */
export function schemaNames(): Map<z.ZodType, string> {
  const names = new Map<z.ZodType, string>();
  const taken = new Set<string>();
  for (const [name, schema] of MODULES.flatMap((module) => Object.entries(module))) {
    if (!(schema instanceof z.ZodObject) || names.has(schema)) continue;
    const pascal = name.charAt(0).toUpperCase() + name.slice(1);
    if (taken.has(pascal)) continue; // `byId` of two features: parameters, never shown by name
    taken.add(pascal);
    names.set(schema, pascal);
  }
  return names;
}
