// A utility in which the document's examples mean something: the accounts, readings and tariffs of
// examples/marinilla, a bill, a case, a liquidated period, and a user for each need.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { insertReset } from '@cunservicios/api/auth/auth.queries';
import { insertCorreccion } from '@cunservicios/api/correcciones/correcciones.queries';
import { NIT, archivoDe } from '@cunservicios/api/testing/archivo-recaudo';
import { newSecret } from '@cunservicios/api/core/tokens';
import { addDays, addMonths } from '@cunservicios/domain/calendario/fechas';
import { seedCajas } from './seed-cajas.ts';
import { seedMasivas } from './seed-masivas.ts';
import { LLAVES, evento, seedPasarela } from './seed-pasarela.ts';
import type { TestServer } from './start.ts';
import type { Call } from './tenant.ts';

const file = (name: string) => readFileSync(new URL(`../../../../examples/marinilla/${name}`, import.meta.url), 'utf8');
const PLANO = { 'content-type': 'text/plain' };
const CSV = { 'content-type': 'text/csv' };
const JSON_FILE = { 'content-type': 'application/json' };

const PAPEL = { numero_cuenta: 'PAPEL-1', nombre: 'Ana', direccion: 'Calle 1', estrato: 1 };

/** Fills a tenant; answers how to call as its administrator and what to put in place of an example. */
export async function seedExamples(server: TestServer) {
  const tenant = await server.createTenant(undefined, ['admin', 'plataforma']);
  const nobody = await tenant.as('nobody');
  const signIn = async () => {
    const { json } = await nobody('POST', '/api/auth/login', { username: tenant.email, password: tenant.password });
    return json as { access_token: string; refresh_token: string };
  };
  // Signs in for every call: some of them end every session.
  const call: Call = async (method, path, body, headers) =>
    nobody(method, path, body, { authorization: `Bearer ${(await signIn()).access_token}`, ...headers });
  const ok = async (...request: Parameters<Call>) => {
    const { status, text, json } = await call(...request);
    if (status >= 300) throw new Error(`${request[0]} ${request[1]}: ${status} ${text}`);
    return json as Record<string, unknown>;
  };

  await ok('POST', '/api/tarifas/importar', file('tarifas.json'), JSON_FILE);
  const { ejecucion_id } = await ok('POST', '/api/clientes/importar', file('clientes.csv'), CSV);
  await ok('POST', '/api/lecturas/importar', file('lecturas-reales.csv'), CSV);
  const { id: cliente_id } = await ok('GET', '/api/clientes/05440-0001');
  for (const numero_cuenta of ['SIN-USO-1', 'SIN-USO-2'])
    await ok('POST', '/api/clientes', { numero_cuenta, nombre: 'Ana', direccion: 'Calle 1', estrato: 1 });
  await ok('POST', '/api/ciclos', { codigo: '9', nombre: 'Vacío' });
  // The one bill that a print run and the exports have.
  const medida = { numero_cuenta: 'PAPEL-1', serial: 'PAPEL-1', digitos: 5, instalado_en: '2016-05-31' };
  await ok('POST', '/api/clientes', { ...PAPEL, ciclo: '9' });
  await ok('POST', '/api/medidores', { ...medida, lectura_instalacion: '0' });
  await ok('POST', '/api/lecturas', {
    medidor: 'PAPEL-1',
    fecha_lectura: '2016-06-30',
    lectura_m3: '12',
    tipo: 'real',
  });
  for (const [ciclo, codigo] of [
    ['1', '2016-03'],
    ['9', '2016-06'],
    ['9', '2017-01'],
  ] as const)
    await ok('POST', '/api/periodos', {
      ciclo,
      codigo,
      desde: `${codigo}-01`,
      hasta: addDays(addMonths(`${codigo}-01`, 1), -1),
      fecha_emision: addMonths(`${codigo}-01`, 1),
      fecha_vencimiento: addMonths(`${codigo}-15`, 1),
    });
  for (const numero_factura of ['SEMILLA-1', 'SEMILLA-2', 'SEMILLA-3'])
    await ok('POST', '/api/facturas', {
      numero_factura,
      cliente_id,
      fecha_emision: '2026-01-15',
      fecha_vencimiento: '2026-01-30',
      valor_total: 450_000,
      conceptos: [{ concepto: 'Revisión', valor: 450_000 }],
    });
  // Above the limit of one person, and somebody else's: the administrator may decide.
  const facturacion = await tenant.as('facturacion');
  const pendingNota = async (valor: number) => {
    const body = { numero_factura: 'SEMILLA-3', motivo: 'Por aprobar', lineas: [{ linea: 0, valor }] };
    const { json } = await facturacion('POST', '/api/notas', body);
    return (json as { id: number }).id;
  };
  const notas = { aprobar: await pendingNota(-300_000), rechazar: await pendingNota(-400_000) };
  const recaudo = await tenant.as('recaudo');
  const pagar = async (body: object) => ((await recaudo('POST', '/api/pagos', body)).json as { id: number }).id;
  const pendingReverso = async (referencia: string) => {
    const grande = await pagar({ numero_cuenta: '05440-0007', valor: 300_000, medio: 'Cheque', referencia });
    const body = { causa: 'cheque_devuelto', motivo: 'Sin fondos' };
    return ((await recaudo('POST', `/api/pagos/${grande}/reversar`, body)).json as { id: number }).id;
  };
  const pago_id = await pagar({ numero_cuenta: '05440-0007', valor: 12_000 });
  const reversos = { aprobar: await pendingReverso('CH-1'), rechazar: await pendingReverso('CH-2') };
  await ok('PATCH', '/api/tenants/actual/ajustes', { nit: NIT });
  const cargar = async (referencias: string[], modificador: string) => {
    const filas = referencias.map((referencia, i) => ({ referencia, valor: 1_000, secuencia: Number(referencia) + i }));
    const { id } = await ok('POST', '/api/archivos-recaudo', archivoDe(filas, { modificador }), PLANO);
    return Number(id);
  };
  const archivos_recaudo = { aplicado: await cargar(['100', '200'], 'A'), cargado: await cargar(['300'], 'B') };
  const delArchivo = `/api/archivos-recaudo/${archivos_recaudo.aplicado}`;
  await ok('POST', `${delArchivo}/aplicar`);
  await until(async () => (await ok('GET', delArchivo))['estado'] === 'aplicado');
  const [por_asignar, por_descartar] = (await ok('GET', '/api/recaudos?por_resolver=true')) as unknown as {
    id: number;
  }[];
  await ok('PUT', '/api/perfiles-banco/007', { nombre: 'Banco', perfil: {} });
  const { recibo, verificacion } = await ok('GET', `/api/pagos/${pago_id}`);
  const deposito = { origen: 'oficina', banco: '007', fecha: '2026-01-31', valor: 12_000, referencia: 'SEMILLA' };
  const { id: consignacion_id } = await ok('POST', '/api/consignaciones', deposito);
  const titular = (n: number, more = {}) => ({
    tipo: 'titular',
    numero_cuenta: `05440-000${n}`,
    desde: '2026-01-01',
    nombre: 'Ana Gómez',
    tipo_documento: 'CC',
    documento: '43123456',
    ...more,
  });
  const previa = async (cambio: object) =>
    (await ok('POST', '/api/correcciones/previa', { cambio }))['huella'] as string;
  const pendingCorreccion = async (n: number) => {
    const cambio = titular(n);
    const huella = await previa(cambio);
    const { id } = await ok('GET', `/api/clientes/${cambio.numero_cuenta}`);
    const row = { tipo: 'titular', cliente_id: Number(id), cambio, motivo: 'Venta', sustento: null, huella } as const;
    const nothing = {
      facturas: 0,
      diferencia: 0,
      diferencia_m3: 0,
      antes: {},
      estado_antes: null,
      estado_despues: null,
    };
    const saved = await server.tenants.transaction(tenant.id, (t) =>
      insertCorreccion(t, { ...row, deshace_id: null, user_id: null }, 'pendiente', nothing),
    );
    return saved.id;
  };
  // Of no imported account: importing them again would stand in the way of its undo.
  const cambio = titular(0, { numero_cuenta: 'SIN-USO-2' });
  const applied = { cambio, motivo: 'Venta del predio', huella: await previa(cambio) };
  const correcciones = {
    aprobar: await pendingCorreccion(2),
    rechazar: await pendingCorreccion(3),
    deshacer: (await ok('POST', '/api/correcciones', applied))['id'],
  };
  const { radicado } = await ok('POST', '/api/pqrs', {
    tipo: 'Queja',
    asunto: 'Sin agua',
    descripcion: 'No llega agua desde ayer.',
    cliente_id,
  });
  for (const codigo of ['fondo', 'sin-cargos', 'fonam']) await ok('POST', '/api/terceros', { codigo, nombre: codigo });
  const { id: cargo_id } = await ok('POST', '/api/cargos', {
    numero_cuenta: '05440-0001',
    referencia: 'SEMILLA',
    concepto: 'Cambio de llave',
    valor: 38_000,
    norma: 'Contrato de condiciones uniformes',
  });
  // Somebody else liquidates, so that the caller is the second person who approves.
  const correr = async (codigo: string, paso: 'liquidar' | 'emitir', estado: string) => {
    await facturacion('POST', `/api/periodos/${codigo}/${paso}`);
    await until(async () => (await ok('GET', `/api/periodos/${codigo}`))['estado'] === estado);
  };
  await correr('2016-03', 'liquidar', 'liquidado');
  await correr('2016-06', 'liquidar', 'liquidado');
  await correr('2016-06', 'emitir', 'emitido');
  for (const numero_cuenta of ['05440-0005', '05440-0006'])
    await ok('POST', '/api/facturas', {
      numero_factura: `MOROSA-${numero_cuenta}`,
      cliente_id: (await ok('GET', `/api/clientes/${numero_cuenta}`))['id'],
      fecha_emision: '2026-01-15',
      fecha_vencimiento: '2026-01-30',
      valor_total: 90_000,
      conceptos: [{ concepto: 'Revisión', valor: 90_000 }],
    });
  const plazos = { numero_cuenta: '05440-0005', cuotas: 3, primera_cuota: '2030-01-15' };
  const { numero_convenio } = await ok('POST', '/api/convenios', plazos);
  const { numero_factura: recuperada } = await ok('POST', '/api/recuperaciones', {
    factura_omitida: 'SPD000000001',
    m3: 5,
    fundamento_tecnico: 'Medidor frenado según prueba de laboratorio',
    fundamento_legal: 'Ley 142 de 1994, art. 150',
    fraude: 'Acta 45: derivación antes del medidor',
    fecha_vencimiento: '2030-01-31',
  });
  const order = (motivo: string, numero_cuenta: string) =>
    ok('POST', '/api/ordenes', { numero_cuenta, tipo: 'inspeccion', motivo });
  const { numero_orden } = await order('Revisar fugas', '05440-0002');
  const { numero_orden: por_anular } = await order('Por error', '05440-0003');
  const { numero_orden: con_foto } = await order('Con foto', '05440-0004');
  await ok('POST', `/api/ordenes/${String(con_foto)}/ejecutar`, {
    resultado: 'efectiva',
    evidencia: 'Sello en su sitio',
    foto: '/9j/4AAQ',
  });

  const { id: impresion } = await ok('POST', '/api/periodos/2016-06/imprimir');
  await until(async () => (await ok('GET', `/api/ejecuciones/${Number(impresion)}`))['estado'] === 'terminada');
  const deVecino = '/api/clientes/05440-0008';
  const { id: vertimiento_id } = await ok('POST', `${deVecino}/vertimientos`, {
    modo: 'aforo',
    m3_mes: 1,
    desde: '2029-01-01',
    soporte: 'Aforo',
  });
  const { id: decision_id } = await ok('POST', `${deVecino}/decisiones-especial`, {
    solicitud_fecha: '2029-01-01',
    decision: 'Resolución',
    desde: '2029-01-01',
  });
  const { id: desincentivo_id } = await ok('POST', '/api/desincentivos', {
    desde: '2020-01-01',
    hasta: '2020-12-31',
    norma: 'CRA',
    tercero: 'fondo',
  });

  const [lectura] = (await ok('GET', '/api/lecturas?medidor=M-0089&limit=1')) as unknown as { id: number }[];

  const version = JSON.parse(file('tarifas.json')).versiones[0];
  const { id: impacto } = await ok('POST', '/api/tarifas/impacto', { ...version, periodo: '2016-03' });

  const masivas = await seedMasivas(server, tenant.id, facturacion, until);

  const papel = { numero_cuenta: '05440-0001', numero_factura: 'SEMILLA-3' };
  const pasarela = await seedPasarela(ok, tenant.id, papel);

  const [lector, consulta] = await Promise.all([tenant.userOf('lector'), tenant.userOf('consulta')]);
  const reset = newSecret();
  const expira = new Date(Date.now() + 600_000).toISOString();
  await server.tenants.transaction(tenant.id, (t) =>
    insertReset(t, { token_hash: reset.hash, user_id: lector.id, expira }),
  );
  const { refresh_token } = await signIn();
  const cajas = await seedCajas(server, tenant);

  const values: Record<string, unknown> = {
    user_id: lector.id,
    numero_factura: 'SEMILLA-1',
    radicado,
    ejecucion_id,
    codigo: '2016-03',
    cargo_id,
    pago_id,
    archivo_recaudo_id: archivos_recaudo.cargado,
    recaudo_id: por_asignar?.id,
    consignacion_id,
    recibo,
    ...pasarela,
    lectura_id: lectura?.id,
    vertimiento_id,
    decision_id,
    desincentivo_id,
    numero_orden,
    numero_convenio,
    tercero: 'fondo',
  };
  const special: Record<string, Record<string, unknown>> = {
    'recuperaciones.get': { numero_factura: recuperada },
    'ordenes.anular': { numero_orden: por_anular },
    'ordenes.foto': { numero_orden: con_foto },
    'medidores.retirar': { serial: 'M-0090' },
    'terceros.delete': { tercero: 'sin-cargos' },
    'tarifas.resultadoImpacto': { ejecucion_id: impacto },
    'exportar.control': { codigo: '2016-06' },
    'exportar.periodoDian': { codigo: '2016-06' },
    'exportar.periodoDianXml': { codigo: '2016-06' },
    'exportar.sui': { codigo: '2016-06' },
    'impresiones.create': { codigo: '2016-06' },
    'impresiones.list': { codigo: '2016-06' },
    'impresiones.archivos': { ejecucion_id: impresion },
    'impresiones.archivo': { ejecucion_id: impresion },
    'users.delete': { user_id: consulta.id },
    'clientes.delete': { numero_cuenta: 'SIN-USO-1' },
    'facturas.anular': { numero_factura: 'SEMILLA-2' },
    'cajas.get': { caja_id: cajas.retirar },
    'cajas.withdraw': { caja_id: cajas.retirar },
    'cajas.close': { caja_id: cajas.cerrar },
    'cajas.approve': { caja_id: cajas.aprobar },
    'cajas.reject': { caja_id: cajas.rechazar },
    'recaudos.descartar': { recaudo_id: por_descartar?.id },
    'reversos.approve': { reverso_id: reversos.aprobar },
    'reversos.reject': { reverso_id: reversos.rechazar },
    'pasarela.evento': { empresa: tenant.id },
    'pagar.opciones': papel,
    'pagos.consultaPublica': { verificacion },
    'notas.get': { nota_id: notas.aprobar },
    'notas.approve': { nota_id: notas.aprobar },
    'notas.reject': { nota_id: notas.rechazar },
    'periodos.liquidar': { codigo: '2017-01' },
    'periodos.cerrar': { codigo: '2016-06' },
    'correcciones.get': { correccion_id: correcciones.aprobar },
    'correcciones.approve': { correccion_id: correcciones.aprobar },
    'correcciones.reject': { correccion_id: correcciones.rechazar },
    'correcciones.undo': { correccion_id: correcciones.deshacer },
    ...masivas.parameters,
  };
  const fields: Record<string, object> = {
    'auth.login': { username: tenant.email, password: tenant.password },
    'auth.refresh': { refresh_token },
    'auth.resetPassword': { token: reset.secret },
    'users.changePassword': { current_password: tenant.password },
    'facturas.create': { cliente_id },
    'pagar.iniciar': { ...papel, que: 'otro_valor', valor: 5_000 },
    'pasarela.update': LLAVES,
    'pasarela.evento': evento('sin-dueno-2', 'otra-venta'),
    'notas.create': { numero_factura: 'SEMILLA-1' },
    'correcciones.preview': { cambio: titular(5) },
    ...masivas.bodies,
    'correcciones.create': { huella: await previa(titular(1)) },
    'pqrs.create': { cliente_id },
  };
  const files: Record<string, string> = {
    'clientes.importar': file('clientes.csv'),
    'lecturas.importar': file('lecturas-reales.csv'),
    'tarifas.importar': file('tarifas.json'),
    'archivosRecaudo.create': archivoDe([{ referencia: '400', valor: 1_000 }], { modificador: 'C' }),
    'cargos.importar': 'numero_cuenta,tercero,referencia,codigo,concepto,valor,desde\n',
  };
  return {
    tenant,
    call,
    /** What stands in this database where the document has an example. */
    parameter: (operation: string, name: string) => special[operation]?.[name] ?? values[name],
    body: (operation: string, example: unknown) =>
      files[operation] ?? (operation in fields ? { ...(example as object), ...fields[operation] } : example),
  };
}

async function until(done: () => Promise<boolean>) {
  for (let tries = 0; tries < 200; tries++) {
    if (await done()) return;
    await sleep(50);
  }
  throw new Error('It did not happen within 10 s.');
}
