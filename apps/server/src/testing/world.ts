// A small utility with one of everything. Two of them have the same numbers, so a forgotten filter collides;
// every free text holds the tenant's mark, so a leak shows.
import { NIT, archivoDe } from '@cunservicios/api/testing/archivo-recaudo';
import { createPool } from '@cunservicios/db/pool';
import type { Values } from './example-request.ts';
import { seedPasarela } from './seed-pasarela.ts';
import type { TestServer } from './start.ts';

export type World = Awaited<ReturnType<typeof makeWorld>>;

// What names a thing of one tenant alone: with another's, a call must find nothing.
const OWN_NAMES = [
  'user_id',
  'radicado',
  'ejecucion_id',
  'cliente_id',
  'cargo_id',
  'pago_id',
  'reverso_id',
  'archivo_recaudo_id',
  'recaudo_id',
  'consignacion_id',
  'caja_id',
  'referencia',
  'transaccion_id',
  'nota_id',
  'correccion_id',
  'masiva_id',
  'lectura_id',
  'vertimiento_id',
  'decision_id',
  'desincentivo_id',
];

/** Makes the tenant. `values` puts its things in place of the document's examples. */
export async function makeWorld(server: TestServer, mark: string) {
  const tenant = await server.createTenant();
  const admin = await tenant.as('admin');
  const ok = async (...request: Parameters<typeof admin>) => {
    const { status, text, json } = await admin(...request);
    if (status >= 300) throw new Error(`${request[0]} ${request[1]}: ${status} ${text}`);
    return json as Record<string, unknown>;
  };
  const factores = {
    residencial: { '1': '-0.30', '2': '-0.20', '3': '0', '4': '0', '5': '0.50', '6': '0.60' },
    comercial: '0.50',
    industrial: '0.30',
    oficial: '0',
    especial: '0',
  };
  await ok('POST', '/api/tarifas', {
    vigente_desde: '2020-01-01',
    fuente: mark,
    servicios: { acueducto: { cargo_fijo: '1', consumo: '1' } },
    factores,
  });
  await ok('POST', '/api/ciclos', { codigo: '1', nombre: mark });
  await ok('POST', '/api/rutas', { codigo: 'R1', nombre: mark, ciclo: '1' });
  const dates = {
    desde: '2026-01-01',
    hasta: '2026-01-31',
    fecha_emision: '2026-02-01',
    fecha_vencimiento: '2026-02-16',
  };
  await ok('POST', '/api/periodos', { ciclo: '1', codigo: '2026-01', ...dates });
  const { id: cliente_id } = await ok('POST', '/api/clientes', {
    numero_cuenta: 'C-1',
    nombre: mark,
    direccion: mark,
    estrato: 2,
    ciclo: '1',
    ruta: 'R1',
  });
  await ok('POST', '/api/medidores', {
    numero_cuenta: 'C-1',
    serial: 'M-1',
    digitos: 5,
    instalado_en: '2026-01-01',
    lectura_instalacion: '0',
  });
  const factura = {
    numero_factura: 'F-1',
    cliente_id,
    fecha_emision: '2026-01-15',
    fecha_vencimiento: '2026-01-30',
    observaciones: mark,
  };
  await ok('POST', '/api/facturas', {
    ...factura,
    valor_total: 45_000,
    conceptos: [{ concepto: mark, valor: 45_000 }],
  });
  await ok('POST', '/api/terceros', { codigo: 'aseo', nombre: mark });
  const { id: cargo_id } = await ok('POST', '/api/cargos', {
    numero_cuenta: 'C-1',
    referencia: 'ACTA-1',
    concepto: mark,
    valor: 1_000,
    norma: mark,
  });
  const pagar = async (valor: number) =>
    (await ok('POST', '/api/pagos', { numero_cuenta: 'C-1', valor, medio: 'Transferencia', observaciones: mark }))[
      'id'
    ];
  const pago_id = await pagar(10);
  await ok('PATCH', '/api/tenants/actual/ajustes', { nit: NIT });
  const { id: archivo_recaudo_id } = await ok(
    'POST',
    `/api/archivos-recaudo?nombre=${mark}`,
    archivoDe([{ referencia: '7', valor: 7 }]),
    { 'content-type': 'text/plain' },
  );
  await ok('PUT', '/api/perfiles-banco/007', { nombre: mark, perfil: {} });
  const [fila] = (await ok('GET', '/api/recaudos')) as unknown as { id: number }[];
  const undoing = { causa: 'error_de_registro', motivo: `${mark} ${mark}` };
  const { id: reverso_id } = await ok('POST', `/api/pagos/${String(await pagar(5))}/reversar`, undoing);
  const deposito = { origen: 'caja', banco: '007', fecha: '2026-01-31', valor: 10, referencia: mark };
  const { id: consignacion_id } = await ok('POST', '/api/consignaciones', deposito);
  const { id: nota_id } = await ok('POST', '/api/notas', {
    numero_factura: 'F-1',
    motivo: `${mark} ${mark}`,
    lineas: [{ linea: 0, valor: -1 }],
  });
  const { id: moroso } = await ok('POST', '/api/clientes', {
    numero_cuenta: 'C-2',
    nombre: mark,
    direccion: mark,
    estrato: 2,
  });
  await ok('POST', '/api/facturas', {
    ...factura,
    numero_factura: 'F-2',
    cliente_id: moroso,
    valor_total: 9_000,
    conceptos: [{ concepto: mark, valor: 9_000 }],
  });
  await ok('POST', '/api/convenios', { numero_cuenta: 'C-2', cuotas: 2, primera_cuota: '2030-01-15' });
  await ok('POST', '/api/ordenes', { numero_cuenta: 'C-1', tipo: 'inspeccion', motivo: mark });
  const cambio = { tipo: 'titular', numero_cuenta: 'C-1', desde: '2026-01-01', nombre: `${mark} ${mark}` };
  const { huella } = await ok('POST', '/api/correcciones/previa', { cambio });
  const { id: correccion_id } = await ok('POST', '/api/correcciones', { cambio, motivo: `${mark} ${mark}`, huella });
  const corregida = { fuente: mark, servicios: { acueducto: { cargo_fijo: '1', consumo: '2' } }, factores };
  const { id: masiva_id } = await ok('POST', '/api/correcciones-masivas', {
    cambio: { tipo: 'tarifa', desde: '2026-01-01', tarifa: { ...corregida, vigente_desde: '2020-01-02' } },
    motivo: `${mark} ${mark}`,
  });
  const medidor = { numero_cuenta: 'C-2', serial: 'M-2', digitos: 5, instalado_en: '2026-01-01' };
  await ok('POST', '/api/medidores', { ...medidor, lectura_instalacion: '0' });
  const desde = '2029-01-01';
  const { id: vertimiento_id } = await ok('POST', '/api/clientes/C-2/vertimientos', {
    modo: 'aforo',
    m3_mes: 1,
    desde,
    soporte: mark,
  });
  const { id: decision_id } = await ok('POST', '/api/clientes/C-2/decisiones-especial', {
    solicitud_fecha: desde,
    decision: mark,
    desde,
  });
  const desincentivo = { desde, norma: mark, tercero: 'aseo' };
  const { id: desincentivo_id } = await ok('POST', '/api/desincentivos', desincentivo);
  const { radicado } = await ok('POST', '/api/pqrs', {
    tipo: 'Queja',
    asunto: mark,
    descripcion: `${mark} ${mark}`,
    cliente_id,
  });
  const { id: user_id } = await ok('POST', '/api/users', {
    email: `${mark.toLowerCase()}@prueba.co`,
    password: 'una contraseña',
    nombre: mark,
  });
  const { ejecucion_id } = await ok(
    'POST',
    '/api/clientes/importar',
    `numero_cuenta,nombre,direccion,uso,estrato\nX,${mark},,residencial,2\n`,
    { 'content-type': 'text/csv' },
  );
  const [lectura] = (await ok('GET', '/api/lecturas?medidor=M-2')) as unknown as { id: number }[];
  const ciudadano = await tenant.userOf('ciudadano');
  await ok('POST', `/api/users/${ciudadano.id}/clientes`, { numero_cuenta: 'C-1' });

  const { id: caja_id } = await ok('POST', '/api/cajas', { base: 5 });
  const retiro = { tipo: 'entrega', valor: 1, motivo: mark };
  await ok('POST', `/api/cajas/${String(caja_id)}/retiros`, retiro);
  const pasarela = await seedPasarela(ok, tenant.id, { numero_cuenta: 'C-1', numero_factura: 'F-1' });

  const things: Record<string, unknown> = {
    numero_cuenta: 'C-1',
    numero_factura: 'F-1',
    codigo: '2026-01',
    radicado,
    ejecucion_id,
    user_id,
    cliente_id,
    cargo_id,
    tercero: 'aseo',
    pago_id,
    reverso_id,
    archivo_recaudo_id,
    recaudo_id: fila?.id,
    banco: '007',
    consignacion_id,
    caja_id,
    ...pasarela,
    recibo: 'RC000000001',
    nota_id,
    correccion_id,
    masiva_id,
    medidor: 'M-1',
    serial: 'M-2',
    lectura_id: lectura?.id,
    vertimiento_id,
    decision_id,
    desincentivo_id,
    ciclo: '1',
  };
  const used = new Map<string, Set<string>>();
  return {
    tenant,
    /** For an operation called by the user `self`: their own id when asking for their own tenant's things. */
    values: (id: string, self: number): Values => {
      const names = new Set<string>();
      used.set(id, names);
      const take = (name: string) => {
        names.add(name);
        return name === 'user_id' && mark === 'PROPIO' ? self : things[name];
      };
      return {
        parameter: take,
        body: (example) => {
          if (id === 'archivosRecaudo.create') return 'nada\n';
          if (id.endsWith('.importar')) return id.startsWith('tarifas') ? '{"versiones":[]}' : 'nada\n';
          if (typeof example !== 'object' || example === null) return example;
          // `referencia` of a body is whoever sends it's own; in a path it names an attempt to pay.
          const replaced = Object.keys(example).filter((name) => name !== 'referencia' && OWN_NAMES.includes(name));
          return { ...example, ...Object.fromEntries(replaced.map((name) => [name, take(name)])) };
        },
      };
    },
    /** Whether the last request to this operation named a thing that only this tenant has. */
    names: (id: string) => OWN_NAMES.some((name) => used.get(id)?.has(name)),
  };
}

/** A fingerprint of everything a tenant has, table by table. */
export async function contentsOf(adminUrl: string, tenant_id: string): Promise<Record<string, string>> {
  const pool = createPool({ url: adminUrl, sessionSettings: false });
  try {
    const { rows: tables } = await pool.query(
      `select table_name from information_schema.columns where column_name = 'tenant_id' and table_schema = 'public' order by 1`,
    );
    const contents: Record<string, string> = {};
    for (const { table_name } of tables as { table_name: string }[]) {
      const { rows } = await pool.query(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as it from ${table_name} t where tenant_id = $1`,
        [tenant_id],
      );
      contents[table_name] = rows[0].it;
    }
    return contents;
  } finally {
    await pool.end();
  }
}
