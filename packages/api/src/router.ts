// Every procedure of Cunservicios. The doors, the document, the access table and the client are made from it.
import { archivosRecaudoRouter } from './archivos-recaudo/archivos-recaudo.router.ts';
import { perfilesBancoRouter } from './archivos-recaudo/perfiles-banco.router.ts';
import { recaudosRouter } from './archivos-recaudo/recaudos.router.ts';
import { authRouter } from './auth/auth.router.ts';
import { cajasRouter } from './cajas/cajas.router.ts';
import { calendarioRouter } from './calendario/calendario.router.ts';
import { cargosRouter } from './cargos/cargos.router.ts';
import { edadesRouter } from './cartera/edades.router.ts';
import { parametrosRouter } from './cartera/parametros.router.ts';
import { ciclosRouter, rutasRouter } from './ciclos/ciclos.router.ts';
import { clientesRouter } from './clientes/clientes.router.ts';
import { conciliacionRouter } from './conciliacion/conciliacion.router.ts';
import { consignacionesRouter } from './conciliacion/consignaciones.router.ts';
import { condicionesRouter } from './condiciones/condiciones.router.ts';
import { criticaRouter } from './critica/critica.router.ts';
import { conveniosRouter } from './convenios/convenios.router.ts';
import { correccionesRouter } from './correcciones/correcciones.router.ts';
import { createCaller as callerOf, router } from './core/trpc.ts';
import { ejecucionesRouter } from './ejecuciones/ejecuciones.router.ts';
import { estadoDeCuentaRouter } from './estado-de-cuenta/estado-de-cuenta.router.ts';
import { exportarRouter } from './exportar/exportar.router.ts';
import { facturasRouter } from './facturas/facturas.router.ts';
import { impresionesRouter } from './documento/impresiones.router.ts';
import { lecturasRouter } from './lecturas/lecturas.router.ts';
import { masivasRouter } from './masivas/masivas.router.ts';
import { medidoresRouter } from './medidores/medidores.router.ts';
import { movimientosRouter } from './movimientos/movimientos.router.ts';
import { notasRouter } from './notas/notas.router.ts';
import { ordenesRouter } from './ordenes/ordenes.router.ts';
import { pagosRouter } from './pagos/pagos.router.ts';
import { reversosRouter } from './pagos/reversos.router.ts';
import { pagarRouter } from './pasarela/pagar.router.ts';
import { pasarelaRouter } from './pasarela/pasarela.router.ts';
import { periodosRouter } from './periodos/periodos.router.ts';
import { pqrsRouter } from './pqrs/pqrs.router.ts';
import { recaudoRouter } from './recaudo/recaudo.router.ts';
import { recuperacionesRouter } from './recuperaciones/recuperaciones.router.ts';
import { suspensionRouter } from './suspension/suspension.router.ts';
import { tarifasRouter } from './tarifas/tarifas.router.ts';
import { tenantsRouter } from './tenants/tenants.router.ts';
import { tercerosRouter } from './terceros/terceros.router.ts';
import { usersRouter } from './users/users.router.ts';

export const appRouter = router({
  auth: authRouter,
  users: usersRouter,
  tenants: tenantsRouter,
  clientes: clientesRouter,
  medidores: medidoresRouter,
  lecturas: lecturasRouter,
  tarifas: tarifasRouter,
  ciclos: ciclosRouter,
  rutas: rutasRouter,
  condiciones: condicionesRouter,
  critica: criticaRouter,
  periodos: periodosRouter,
  ejecuciones: ejecucionesRouter,
  facturas: facturasRouter,
  impresiones: impresionesRouter,
  exportar: exportarRouter,
  notas: notasRouter,
  correcciones: correccionesRouter,
  masivas: masivasRouter,
  pagos: pagosRouter,
  reversos: reversosRouter,
  cajas: cajasRouter,
  pagar: pagarRouter,
  pasarela: pasarelaRouter,
  archivosRecaudo: archivosRecaudoRouter,
  recaudos: recaudosRouter,
  perfilesBanco: perfilesBancoRouter,
  movimientos: movimientosRouter,
  estadoDeCuenta: estadoDeCuentaRouter,
  recuperaciones: recuperacionesRouter,
  terceros: tercerosRouter,
  cargos: cargosRouter,
  parametros: parametrosRouter,
  edades: edadesRouter,
  recaudo: recaudoRouter,
  conciliacion: conciliacionRouter,
  consignaciones: consignacionesRouter,
  suspension: suspensionRouter,
  ordenes: ordenesRouter,
  convenios: conveniosRouter,
  pqrs: pqrsRouter,
  calendario: calendarioRouter,
});

export type AppRouter = typeof appRouter;

/** The in-process door: tests, command line, jobs. */
export const createCaller = callerOf(appRouter);
