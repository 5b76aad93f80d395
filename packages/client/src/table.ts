// Made by `npm run generate` from packages/api/src/router.ts.

/** How each procedure is called. */
export const PROCEDURES = {
  auth: {
    login: 'mutation',
    refresh: 'mutation',
    logout: 'mutation',
    logoutAll: 'mutation',
    me: 'query',
    forgotPassword: 'mutation',
    resetPassword: 'mutation',
  },
  users: {
    list: 'list',
    me: 'query',
    get: 'query',
    create: 'mutation',
    update: 'mutation',
    delete: 'mutation',
    changePassword: 'mutation',
    linkedClientes: 'query',
    linkCliente: 'mutation',
    unlinkCliente: 'mutation',
  },
  tenants: {
    list: 'list',
    create: 'mutation',
    current: 'query',
    settings: 'query',
    update: 'mutation',
  },
  clientes: {
    list: 'list',
    get: 'query',
    create: 'mutation',
    update: 'mutation',
    delete: 'mutation',
    importar: 'idempotent',
  },
  medidores: {
    list: 'list',
    create: 'mutation',
  },
  lecturas: {
    list: 'list',
    create: 'mutation',
    importar: 'idempotent',
  },
  tarifas: {
    list: 'list',
    create: 'mutation',
    importar: 'idempotent',
    simular: 'query',
  },
  ciclos: {
    list: 'list',
    create: 'mutation',
  },
  rutas: {
    list: 'list',
    create: 'mutation',
  },
  critica: {
    resolver: 'mutation',
    comparar: 'query',
    aprobar: 'mutation',
    reintentar: 'mutation',
  },
  periodos: {
    list: 'list',
    get: 'query',
    create: 'mutation',
    liquidar: 'mutation',
    cerrar: 'mutation',
    emitir: 'mutation',
    prefacturas: 'list',
    resumen: 'query',
  },
  ejecuciones: {
    list: 'list',
    get: 'query',
    rechazos: 'query',
  },
  facturas: {
    list: 'list',
    get: 'query',
    historial: 'list',
    create: 'idempotent',
    pagar: 'idempotent',
    anular: 'idempotent',
    consultaPublica: 'query',
    calculo: 'query',
    explicacion: 'query',
  },
  notas: {
    list: 'list',
    get: 'query',
    create: 'idempotent',
    approve: 'mutation',
    reject: 'mutation',
  },
  pagos: {
    list: 'list',
  },
  movimientos: {
    list: 'list',
  },
  terceros: {
    list: 'list',
    get: 'query',
    create: 'mutation',
    update: 'mutation',
    delete: 'mutation',
    facturado: 'query',
  },
  cargos: {
    list: 'list',
    create: 'idempotent',
    anular: 'mutation',
    importar: 'idempotent',
  },
  parametros: {
    tasasMora: 'list',
    setTasaMora: 'mutation',
    salarios: 'query',
    setSalario: 'mutation',
  },
  pqrs: {
    list: 'list',
    get: 'query',
    create: 'idempotent',
    changeEstado: 'mutation',
  },
  calendario: {
    festivos: 'query',
    plazo: 'query',
  },
} as const;

/** Those that anyone may call: no session is opened for them. */
export const PUBLIC: readonly string[] = [
  'auth.login',
  'auth.refresh',
  'auth.logout',
  'auth.forgotPassword',
  'auth.resetPassword',
  'tenants.current',
  'tarifas.list',
  'tarifas.simular',
  'facturas.consultaPublica',
  'calendario.festivos',
  'calendario.plazo',
];
