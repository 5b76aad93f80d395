// Every address behind the public room. Rooms load when they are first opened; filters live in the URL.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { homeOf } from './core/roles.ts';
import { currentUser, loadUser } from './core/session.ts';
import { Cargando, Fallo } from './ui/states.tsx';
import { NoEncontrada, PaginaDeError } from './ui/whole-page.tsx';

type Search = Record<string, unknown>;
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
/** Keeps the named parameters that have text. */
const only =
  <const K extends string>(...keys: K[]) =>
  (search: Search) =>
    Object.fromEntries(keys.map((key) => [key, text(search[key])])) as { [P in K]?: string };

const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NoEncontrada,
  errorComponent: PaginaDeError,
});

const accesoRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'acceso',
  component: lazyRouteComponent(() => import('./auth/sala.tsx'), 'SalaAcceso'),
});
const entrarRoute = createRoute({
  getParentRoute: () => accesoRoute,
  path: '/entrar',
  validateSearch: only('volver', 'hecho'),
  component: lazyRouteComponent(() => import('./auth/entrar.tsx'), 'Entrar'),
});
const recuperarRoute = createRoute({
  getParentRoute: () => accesoRoute,
  path: '/recuperar',
  component: lazyRouteComponent(() => import('./auth/recuperar.tsx'), 'Recuperar'),
});
const restablecerRoute = createRoute({
  getParentRoute: () => accesoRoute,
  path: '/restablecer',
  validateSearch: only('token'),
  component: lazyRouteComponent(() => import('./auth/restablecer.tsx'), 'Restablecer'),
});

/** Everything with a session: one frame, whose navigation depends on the roles. */
const salaRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'sala',
  beforeLoad: async ({ location }) => {
    if (!(await loadUser())) throw redirect({ to: '/entrar', search: { volver: location.href } });
  },
  component: lazyRouteComponent(() => import('./oficina/layout.tsx'), 'Sala'),
});
const inicioRoute = createRoute({
  getParentRoute: () => salaRoute,
  path: '/inicio',
  beforeLoad: () => {
    throw redirect({ to: homeOf(currentUser()?.roles ?? []) });
  },
});
const miUsuarioRoute = createRoute({
  getParentRoute: () => salaRoute,
  path: '/mi-usuario',
  component: lazyRouteComponent(() => import('./users/mi-usuario.tsx'), 'MiUsuario'),
});

const empresasRoute = createRoute({
  getParentRoute: () => salaRoute,
  path: '/empresas',
  component: lazyRouteComponent(() => import('./tenants/empresas.tsx'), 'Empresas'),
});

const oficinaRoute = createRoute({
  getParentRoute: () => salaRoute,
  path: '/oficina',
  component: lazyRouteComponent(() => import('./oficina/solo-personal.tsx'), 'SoloPersonal'),
});
const oficina = {
  inicio: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./oficina/inicio.tsx'), 'Inicio'),
  }),
  clientes: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/clientes',
    validateSearch: only('q', 'uso', 'estado', 'ciclo'),
    component: lazyRouteComponent(() => import('./clientes/buscar.tsx'), 'BuscarClientes'),
  }),
  clienteNuevo: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/clientes-nuevo',
    component: lazyRouteComponent(() => import('./clientes/crear.tsx'), 'CrearCliente'),
  }),
  cliente: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/clientes/$numero_cuenta',
    validateSearch: only('ver'),
    component: lazyRouteComponent(() => import('./clientes/cuenta.tsx'), 'Cuenta'),
  }),
  clienteLibro: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/clientes/$numero_cuenta/movimientos',
    validateSearch: only('tipo', 'factura', 'desde', 'hasta'),
    component: lazyRouteComponent(() => import('./libro/de-oficina.tsx'), 'LibroDeOficina'),
  }),
  clienteEditar: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/clientes/$numero_cuenta/editar',
    component: lazyRouteComponent(() => import('./clientes/editar.tsx'), 'EditarCliente'),
  }),
  clienteCorregir: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/clientes/$numero_cuenta/corregir',
    component: lazyRouteComponent(() => import('./correcciones/corregir.tsx'), 'CorregirCuenta'),
  }),
  clientePqr: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/clientes/$numero_cuenta/pqr',
    component: lazyRouteComponent(() => import('./pqrs/radicar.tsx'), 'RadicarPqr'),
  }),
  clienteFactura: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/clientes/$numero_cuenta/factura',
    component: lazyRouteComponent(() => import('./facturas/crear.tsx'), 'CrearFactura'),
  }),
  clienteConvenio: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/clientes/$numero_cuenta/convenio',
    component: lazyRouteComponent(() => import('./convenios/hacer.tsx'), 'HacerConvenio'),
  }),
  factura: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/facturas/$numero_factura',
    component: lazyRouteComponent(() => import('./facturas/factura.tsx'), 'Factura'),
  }),
  facturaDesviacion: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/facturas/$numero_factura/desviacion',
    component: lazyRouteComponent(() => import('./correcciones/desviacion.tsx'), 'ResolverDesviacion'),
  }),
  facturaRecuperar: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/facturas/$numero_factura/recuperar',
    component: lazyRouteComponent(() => import('./recuperaciones/recuperar.tsx'), 'RecuperarConsumo'),
  }),
  recuperaciones: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/recuperaciones',
    component: lazyRouteComponent(() => import('./recuperaciones/lista.tsx'), 'Recuperaciones'),
  }),
  periodos: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/periodos',
    validateSearch: only('ciclo', 'estado'),
    component: lazyRouteComponent(() => import('./periodos/periodos.tsx'), 'Periodos'),
  }),
  periodo: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/periodos/$ciclo/$codigo',
    validateSearch: only('estado', 'advertencia', 'metodo', 'orden', 'por', 'q'),
    component: lazyRouteComponent(() => import('./periodos/periodo.tsx'), 'Periodo'),
  }),
  critica: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/periodos/$ciclo/$codigo/critica',
    validateSearch: only('advertencia', 'critica', 'ruta', 'orden'),
    component: lazyRouteComponent(() => import('./critica/mesa.tsx'), 'MesaCritica'),
  }),
  notas: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/notas',
    validateSearch: only('estado'),
    component: lazyRouteComponent(() => import('./notas/notas.tsx'), 'Notas'),
  }),
  pagos: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/pagos',
    validateSearch: only('cuenta', 'recibo', 'referencia', 'medio', 'origen', 'desde', 'hasta'),
    component: lazyRouteComponent(() => import('./pagos/pagos.tsx'), 'Pagos'),
  }),
  pagoNuevo: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/pagos/registrar',
    validateSearch: only('cuenta', 'factura'),
    component: lazyRouteComponent(() => import('./pagos/registrar.tsx'), 'RegistrarPago'),
  }),
  reversos: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/pagos/reversos',
    validateSearch: only('estado'),
    component: lazyRouteComponent(() => import('./pagos/reversos.tsx'), 'Reversos'),
  }),
  pago: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/pagos/$pago_id',
    component: lazyRouteComponent(() => import('./pagos/pago.tsx'), 'PagoPage'),
  }),
  miCaja: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/caja',
    validateSearch: only('cuenta', 'factura'),
    component: lazyRouteComponent(() => import('./cajas/mi-caja.tsx'), 'MiCaja'),
  }),
  arqueo: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/caja/arqueo',
    component: lazyRouteComponent(() => import('./cajas/arqueo.tsx'), 'Arqueo'),
  }),
  cajas: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/cajas',
    validateSearch: only('estado', 'desde', 'hasta'),
    component: lazyRouteComponent(() => import('./cajas/cajas.tsx'), 'Cajas'),
  }),
  caja: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/cajas/$caja_id',
    component: lazyRouteComponent(() => import('./cajas/caja.tsx'), 'CajaPage'),
  }),
  pasarela: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/pasarela',
    validateSearch: only('ver', 'estado', 'cuenta'),
    component: lazyRouteComponent(() => import('./pasarela/pasarela.tsx'), 'Pasarela'),
  }),
  pagoEnLinea: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/pasarela/$referencia',
    component: lazyRouteComponent(() => import('./pasarela/intento.tsx'), 'Intento'),
  }),
  archivosRecaudo: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/archivos-recaudo',
    validateSearch: only('estado'),
    component: lazyRouteComponent(() => import('./archivos-recaudo/lista.tsx'), 'ArchivosRecaudo'),
  }),
  archivoRecaudo: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/archivos-recaudo/$archivo_recaudo_id',
    component: lazyRouteComponent(() => import('./archivos-recaudo/archivo.tsx'), 'ArchivoRecaudoPage'),
  }),
  recaudos: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/recaudos',
    validateSearch: only('estado', 'archivo'),
    component: lazyRouteComponent(() => import('./archivos-recaudo/mesa.tsx'), 'MesaDeRecaudo'),
  }),
  perfilesBanco: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/perfiles-banco',
    component: lazyRouteComponent(() => import('./archivos-recaudo/perfiles.tsx'), 'PerfilesBanco'),
  }),
  cartera: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/cartera',
    validateSearch: only('ver', 'ruta'),
    component: lazyRouteComponent(() => import('./suspension/lista.tsx'), 'PorSuspender'),
  }),
  edades: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/cartera/edades',
    validateSearch: only('por', 'ruta', 'uso', 'estrato', 'tramo'),
    component: lazyRouteComponent(() => import('./cartera/edades.tsx'), 'Edades'),
  }),
  recaudo: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/recaudo',
    validateSearch: only('desde', 'hasta', 'por'),
    component: lazyRouteComponent(() => import('./recaudo/tablero.tsx'), 'Tablero'),
  }),
  conciliacion: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/recaudo/conciliacion',
    validateSearch: only('desde', 'hasta', 'estado'),
    component: lazyRouteComponent(() => import('./recaudo/conciliacion.tsx'), 'Conciliacion'),
  }),
  consignaciones: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/recaudo/consignaciones',
    validateSearch: only('origen'),
    component: lazyRouteComponent(() => import('./recaudo/consignaciones.tsx'), 'Consignaciones'),
  }),
  ordenes: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/cartera/ordenes',
    validateSearch: only('estado', 'tipo', 'cuenta'),
    component: lazyRouteComponent(() => import('./ordenes/lista.tsx'), 'Ordenes'),
  }),
  orden: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/cartera/ordenes/$numero_orden',
    component: lazyRouteComponent(() => import('./ordenes/orden.tsx'), 'OrdenPage'),
  }),
  convenios: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/cartera/convenios',
    validateSearch: only('estado'),
    component: lazyRouteComponent(() => import('./convenios/lista.tsx'), 'Convenios'),
  }),
  convenio: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/cartera/convenios/$numero_convenio',
    component: lazyRouteComponent(() => import('./convenios/convenio.tsx'), 'Convenio'),
  }),
  parametros: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/cartera/parametros',
    component: lazyRouteComponent(() => import('./cartera/parametros.tsx'), 'Parametros'),
  }),
  terceros: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/terceros',
    validateSearch: only('periodo'),
    component: lazyRouteComponent(() => import('./terceros/terceros.tsx'), 'Terceros'),
  }),
  importar: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/importar',
    component: lazyRouteComponent(() => import('./ejecuciones/importar.tsx'), 'Importar'),
  }),
  tarifas: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/tarifas',
    validateSearch: only('creada'),
    component: lazyRouteComponent(() => import('./tarifas/tarifas.tsx'), 'Tarifas'),
  }),
  tarifaNueva: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/tarifas/nueva',
    validateSearch: only('impacto'),
    component: lazyRouteComponent(() => import('./tarifas/nueva.tsx'), 'NuevaTarifa'),
  }),
  tarifaImpacto: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/tarifas/impacto/$ejecucion_id',
    component: lazyRouteComponent(() => import('./tarifas/impacto.tsx'), 'ImpactoTarifas'),
  }),
  masivas: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/tarifas/correcciones',
    validateSearch: only('estado'),
    component: lazyRouteComponent(() => import('./masivas/lista.tsx'), 'CorreccionesMasivas'),
  }),
  masivaNueva: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/tarifas/correcciones/nueva',
    component: lazyRouteComponent(() => import('./masivas/nueva.tsx'), 'NuevaMasiva'),
  }),
  masiva: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/tarifas/correcciones/$masiva_id',
    component: lazyRouteComponent(() => import('./masivas/masiva.tsx'), 'MasivaPage'),
  }),
  pqrs: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/pqrs',
    validateSearch: only('estado', 'tipo'),
    component: lazyRouteComponent(() => import('./pqrs/cola.tsx'), 'ColaPqrs'),
  }),
  pqr: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/pqrs/$radicado',
    component: lazyRouteComponent(() => import('./pqrs/caso.tsx'), 'CasoPqr'),
  }),
  usuarios: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/usuarios',
    component: lazyRouteComponent(() => import('./users/usuarios.tsx'), 'Usuarios'),
  }),
  usuarioNuevo: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/usuarios/nuevo',
    component: lazyRouteComponent(() => import('./users/crear.tsx'), 'CrearUsuario'),
  }),
  usuario: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/usuarios/$user_id',
    component: lazyRouteComponent(() => import('./users/usuario.tsx'), 'UsuarioPage'),
  }),
  ajustes: createRoute({
    getParentRoute: () => oficinaRoute,
    path: '/ajustes',
    component: lazyRouteComponent(() => import('./tenants/ajustes.tsx'), 'AjustesEmpresa'),
  }),
};

const ciudadano = {
  cuentas: createRoute({
    getParentRoute: () => salaRoute,
    path: '/mis-cuentas',
    component: lazyRouteComponent(() => import('./ciudadano/mis-cuentas.tsx'), 'MisCuentas'),
  }),
  cuenta: createRoute({
    getParentRoute: () => salaRoute,
    path: '/mis-cuentas/$numero_cuenta',
    component: lazyRouteComponent(() => import('./ciudadano/mi-cuenta.tsx'), 'MiCuenta'),
  }),
  libro: createRoute({
    getParentRoute: () => salaRoute,
    path: '/mis-cuentas/$numero_cuenta/movimientos',
    validateSearch: only('tipo', 'factura', 'desde', 'hasta'),
    component: lazyRouteComponent(() => import('./libro/de-ciudadano.tsx'), 'LibroDeCiudadano'),
  }),
  pqrNueva: createRoute({
    getParentRoute: () => salaRoute,
    path: '/mis-cuentas/$numero_cuenta/pqr',
    component: lazyRouteComponent(() => import('./pqrs/radicar.tsx'), 'RadicarPqr'),
  }),
  factura: createRoute({
    getParentRoute: () => salaRoute,
    path: '/mis-facturas/$numero_factura',
    component: lazyRouteComponent(() => import('./facturas/factura.tsx'), 'Factura'),
  }),
  pqr: createRoute({
    getParentRoute: () => salaRoute,
    path: '/mis-pqrs/$radicado',
    component: lazyRouteComponent(() => import('./pqrs/caso.tsx'), 'CasoPqr'),
  }),
};

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    accesoRoute.addChildren([entrarRoute, recuperarRoute, restablecerRoute]),
    salaRoute.addChildren([
      inicioRoute,
      miUsuarioRoute,
      empresasRoute,
      oficinaRoute.addChildren(oficina),
      ...Object.values(ciudadano),
    ]),
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: () => <Cargando />,
  defaultErrorComponent: ({ error, reset }) => <Fallo error={error} reintentar={reset} />,
  scrollRestoration: true,
  // Plain text in the address: `?q=007` must not become the number 7.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const params = new URLSearchParams(
      Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== '') as string[][],
    );
    return params.size > 0 ? `?${params}` : '';
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
