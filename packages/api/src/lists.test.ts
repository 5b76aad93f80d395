// Every list of the API over tables large enough to matter: PostgreSQL must find its pages by an index.
// oxlint-disable no-underscore-dangle -- tRPC keeps the procedures of a router under _def
import { createPool } from '@cunservicios/db/pool';
import { openTenants } from '@cunservicios/db/tenant';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Meta } from './core/trpc.ts';
import { appRouter, createCaller } from './router.ts';
import { newTenant } from './testing/tenant.ts';

const ROWS = 20_000;
/** A tenant has a handful of these: reading them whole is the plan. */
const SMALL = ['tenants', 'ciclos', 'rutas', 'tarifas', 'periodos', 'terceros', 'tasas_mora', 'salarios_minimos'];
/** Counts every account of a cycle, which may be all of them. */
const COUNTS_ALL = { 'ciclos.list': ['clientes'] } as Record<string, string[]>;

const page = { limit: 20 };
/** The filters of each list that must not walk a table; a new list without its line here fails. */
const CASES: Record<string, object[]> = {
  'users.list': [{}, { is_active: true }],
  'tenants.list': [{}],
  'clientes.list': [{}, { ruta: 'R1' }, { ciclo: '1' }, { estado: 'activo' }, { uso: 'residencial', estrato: 2 }],
  'medidores.list': [{}, { numero_cuenta: 'C-77' }, { serial: 'M-77' }],
  'lecturas.list': [{}, { numero_cuenta: 'C-77' }, { medidor: 'M-77' }],
  'tarifas.list': [{}],
  'ciclos.list': [{}],
  'rutas.list': [{}],
  'periodos.list': [{}, { ciclo: '1' }],
  'periodos.prefacturas': [
    { codigo: '2026-01' },
    { codigo: '2026-01', metodo: 'medido' },
    { codigo: '2026-01', q: 'C-77' },
    { codigo: '2026-01', orden: 'atipicas' },
    { codigo: '2026-01', critica: 'pendiente' },
    { codigo: '2026-01', critica: 'resuelta', advertencia: 'consumo_cero' },
    { codigo: '2026-01', estado: 'apartada' },
  ],
  'ejecuciones.list': [{}],
  'facturas.list': [
    {},
    { numero_cuenta: 'C-77' },
    { periodo: '2026-01' },
    { estado: 'Pendiente' },
    { referencia: '0000000077' },
    { referencia: '99000000000077' },
    { desde: '2026-01-01' },
  ],
  'facturas.historial': [{ numero_cuenta: 'C-77' }],
  'pagos.list': [{}, { numero_cuenta: 'C-77' }, { recibo: 'RC000000077' }, { caja_id: 7 }],
  'pasarela.intentos': [{}, { estado: 'creado' }, { numero_cuenta: 'C-77' }],
  'pasarela.novedades': [{}, { resueltas: true }],
  'cajas.list': [{}, { estado: 'abierta' }, { estado: 'por_aprobar' }, { user_id: 7 }],
  'reversos.list': [{}, { estado: 'pendiente' }],
  'archivosRecaudo.list': [{}, { estado: 'rechazado' }, { banco: '007', desde: '2026-06-01' }],
  'recaudos.list': [
    {},
    { archivo_recaudo_id: 77 },
    { archivo_recaudo_id: 77, estado: 'duplicado' },
    { por_resolver: true },
    { referencia: '77' },
    { banco: '007', desde: '2026-06-01', hasta: '2026-06-30' },
  ],
  'notas.list': [{}, { numero_factura: 'F-77' }, { estado: 'pendiente' }],
  'correcciones.list': [{}, { numero_cuenta: 'C-77' }, { estado: 'pendiente' }],
  'masivas.list': [{}, { estado: 'pendiente' }],
  'masivas.facturas': [{ masiva_id: 1 }],
  'movimientos.list': [
    { numero_cuenta: 'C-77' },
    { numero_cuenta: 'C-77', tipo: 'factura' },
    { numero_cuenta: 'C-77', numero_factura: 'F-77', desde: '2026-01-01', hasta: '2026-12-31' },
  ],
  'terceros.list': [{}],
  'cargos.list': [{ numero_cuenta: 'C-77' }, { numero_cuenta: 'C-77', estado: 'pendiente' }],
  'parametros.tasasMora': [{}],
  'suspension.list': [{}, { procede: true }, { ruta: 'R1' }],
  'recuperaciones.list': [{}, { numero_cuenta: 'C-77' }],
  'edades.cuentas': [{}, { ruta: 'R1' }, { tramo: 'mas', uso: 'residencial', estrato: 2 }],
  'consignaciones.list': [{}, { origen: 'caja' }, { banco: '007' }, { desde: '2026-01-01', hasta: '2026-12-31' }],
  'convenios.list': [{}, { estado: 'vigente' }, { numero_cuenta: 'C-77' }],
  'ordenes.list': [{}, { estado: 'pendiente' }, { tipo: 'inspeccion' }, { numero_cuenta: 'C-77' }],
  'pqrs.list': [{}, { numero_cuenta: 'C-77' }, { estado: 'Recibido' }],
};

type Statement = { text: string; values: unknown[] };

const lists = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: { meta?: Meta } }>)
  .filter(([, { _def }]) => _def.meta?.rest?.list)
  .map(([path]) => path);

let owner: pg.Client;
let run: (path: string, input: object) => Promise<Statement[]>;
let tenant_id: string;

beforeAll(async () => {
  const { services, id, contextOf, userOf } = await newTenant();
  tenant_id = id;
  owner = new pg.Client({ connectionString: services.adminUrl });
  await owner.connect();
  await fill(owner, id);
  const statements: Statement[] = [];
  const pool = createPool({ url: services.adminUrl, max: 2 });
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  /** Notes what travels over a connection. */
  pool.connect = (async () => {
    const client = await connect();
    return new Proxy(client, {
      get: (target, name) => {
        const value = Reflect.get(target, name) as unknown;
        if (name !== 'query') return typeof value === 'function' ? value.bind(target) : value;
        return (query: Statement) => {
          statements.push({ text: query.text, values: query.values ?? [] });
          return target.query(query as never);
        };
      },
    });
  }) as typeof pool.connect;
  const user = { ...(await userOf('admin')), roles: ['admin' as const, 'plataforma' as const] };
  const caller = createCaller({ ...contextOf(user), services: { ...services, tenants: openTenants(pool) } });
  run = async (path, input) => {
    statements.length = 0;
    const [noun, verb] = path.split('.') as [string, string];
    const procedure = (caller as unknown as Record<string, Record<string, (input: object) => Promise<unknown>>>)[
      noun
    ]?.[verb];
    await procedure?.({ ...page, ...input });
    return statements.filter(({ text }) => !text.includes('set_config'));
  };
});
afterAll(() => owner.end());

describe('lists by index', () => {
  it('has cases for every list of the router', () => {
    expect(Object.keys(CASES).sort()).toEqual(lists.toSorted());
  });

  it.each(
    Object.entries(CASES).flatMap(([path, inputs]) =>
      inputs.map((input) => [path, JSON.stringify(input), input] as const),
    ),
  )('%s %s', async (path, _, input) => {
    const statements = await run(path, input);
    expect(statements.length).toBeGreaterThan(0);
    for (const { text, values } of statements)
      expect((await scans(text, values)).filter((table) => !COUNTS_ALL[path]?.includes(table))).toEqual([]);
  });
});

/** Large tables that the statement would read whole, in the eyes of the program's role. */
async function scans(text: string, values: unknown[]) {
  await owner.query('begin');
  await owner.query(`select set_config('role', 'cunservicios_app', true), set_config('app.tenant', $1, true)`, [
    tenant_id,
  ]);
  const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
  await owner.query('rollback');
  return rows
    .flatMap((row) => /Seq Scan on (\w+)/.exec(row['QUERY PLAN'])?.[1] ?? [])
    .filter((table) => !SMALL.includes(table));
}

/** 20,000 accounts with a meter, a reading, a bill, a payment and a case each; the triggers have nothing to say. */
async function fill(client: pg.Client, id: string) {
  const n = `generate_series(1, ${ROWS}) n`;
  await client.query(`
    set session_replication_role = replica;
    insert into ciclos (tenant_id, codigo, nombre, periodicidad) values ('${id}', '1', 'Uno', 'mensual');
    insert into rutas (tenant_id, ciclo_id, codigo, nombre) select '${id}', k.id, 'R' || r, 'R' from ciclos k, generate_series(1, 50) r where k.tenant_id = '${id}';
    insert into periodos (tenant_id, ciclo_id, codigo, desde, hasta, fecha_emision, fecha_vencimiento)
      select '${id}', id, '2026-01', '2026-01-01', '2026-01-31', '2026-02-01', '2026-02-16' from ciclos where tenant_id = '${id}';
    insert into users (tenant_id, email, password_hash, roles) select '${id}', 'u' || n || '@x.co', '-', '{consulta}' from ${n};
    insert into clientes (tenant_id, numero_cuenta, nombre, direccion, uso, estrato, ciclo_id, ruta_id)
      select '${id}', 'C-' || n, 'N', 'D', 'residencial', 2, k.id, r.id from ${n}
      join ciclos k on k.tenant_id = '${id}' join rutas r on r.tenant_id = '${id}' and r.codigo = 'R' || (1 + n % 50);
    insert into medidores (tenant_id, cliente_id, serial) select tenant_id, id, 'M-' || substr(numero_cuenta, 3) from clientes where tenant_id = '${id}';
    insert into lecturas (tenant_id, medidor_id, fecha_lectura, lectura_m3, tipo) select tenant_id, id, '2026-01-31', 1, 'real' from medidores where tenant_id = '${id}';
    insert into prefacturas (tenant_id, periodo_id, cliente_id, estado, uso, estrato, metodo, consumo_m3, advertencias)
      select c.tenant_id, p.id, c.id, 'lista', c.uso, c.estrato, 'medido', 1, case when c.id % 20 = 0 then '{consumo_cero}'::text[] else '{}' end from clientes c join periodos p on p.tenant_id = c.tenant_id where c.tenant_id = '${id}';
    insert into resoluciones (tenant_id, periodo_id, cliente_id, advertencia, accion, motivo)
      select tenant_id, periodo_id, cliente_id, 'consumo_cero', 'confirmar', '' from prefacturas where tenant_id = '${id}' and advertencias <> '{}';
    insert into facturas (tenant_id, numero_factura, cliente_id, periodo_id, fecha_emision, fecha_vencimiento, valor_total, saldo, conceptos)
      select c.tenant_id, 'F' || c.id, c.id, p.id, '2026-02-01', '2030-02-16', 10, 10, '[{"valor": 10, "servicio": "", "codigo": "", "concepto": "", "cantidad": "", "valor_unitario": "", "formula": "", "norma": ""}]' from clientes c join periodos p on p.tenant_id = c.tenant_id where c.tenant_id = '${id}';
    insert into pagos (tenant_id, cliente_id, valor, medio, fecha_pago, recibo, verificacion)
      select tenant_id, id, 1, 'PSE', '2026-02-02', id, lpad(to_hex(id), 16, '0') from clientes where tenant_id = '${id}';
    insert into cajas (tenant_id, numero, user_id, base, estado, abierta_en, denominaciones, contado, esperado, diferencia, descuadre, contada_en)
      select tenant_id, id, id, 0, 'cerrada', now(), '{}', '{"Efectivo": 0}', '{}', 0, 0, now() from users where tenant_id = '${id}';
    insert into intentos_pago (tenant_id, referencia, cliente_id, factura_id, ambiente, que, valor, estado, created_at)
      select tenant_id, 'P' || lpad(to_hex(id), 32, '0'), cliente_id, id, 'pruebas', 'factura', 1, case when id % 100 = 0 then 'creado' else 'rechazado' end, now() from facturas where tenant_id = '${id}';
    insert into transacciones_pasarela (tenant_id, transaccion, referencia, estado, valor_centavos, moneda, metodo, novedad, resolucion, resuelta_en, created_at, updated_at)
      select tenant_id, 'T' || id, 'R', 'APPROVED', 100, 'COP', 'PSE', 'valor_distinto',
        case when id % 100 <> 0 then 'devuelta' end, case when id % 100 <> 0 then now() end, now(), now() from facturas where tenant_id = '${id}';
    insert into reversos (tenant_id, pago_id, causa, motivo, estado) select tenant_id, id, 'reembolso', 'x', 'pendiente' from pagos where tenant_id = '${id}';
    insert into movimientos (tenant_id, cliente_id, tipo, valor, factura_id, fecha) select tenant_id, cliente_id, 'factura', 10, id, '2026-02-01' from facturas where tenant_id = '${id}';
    insert into correcciones (tenant_id, tipo, cliente_id, cambio, motivo, huella, estado)
      select tenant_id, 'titular', id, '{}', '-', '-', case when id % 100 = 0 then 'pendiente' else 'rechazada' end from clientes where tenant_id = '${id}';
    insert into notas (tenant_id, tipo, factura_id, conceptos, valor, motivo, origen, estado)
      select tenant_id, 'credito', id, '[{"linea": 0, "servicio": "", "codigo": "", "concepto": "", "valor": -1}]', -1, '-', 'manual', case when id % 100 = 0 then 'pendiente' else 'rechazada' end from facturas where tenant_id = '${id}';
    insert into pqrs (tenant_id, radicado, tipo, asunto, descripcion, cliente_id, fecha_radicacion, limite_seguro, limite_legal, regla_plazo)
      select tenant_id, 'R' || id, 'Queja', 'a', 'b', id, '2026-01-01', '2026-01-20', '2026-01-21', '' from clientes where tenant_id = '${id}';
    insert into cargos (tenant_id, cliente_id, origen, referencia, servicio, codigo, concepto, valor, desde)
      select tenant_id, id, 'otro', 'R' || id, 's', 'c', 'c', 1, '2026-01-01' from clientes where tenant_id = '${id}';
    insert into avisos_suspension (tenant_id, cliente_id, factura_id, fecha, suspension_desde, medio, vencidas, deuda)
      select tenant_id, cliente_id, id, '2026-03-01', '2026-03-08', 'm', 1, 10 from facturas where tenant_id = '${id}';
    insert into convenios (tenant_id, numero_convenio, cliente_id, fecha, capital, primera_cuota)
      select tenant_id, 'V' || id, id, '2026-01-01', 1, '2026-02-01' from clientes where tenant_id = '${id}';
    insert into convenio_cuotas (tenant_id, convenio_id, cuota, vence, capital, interes, cargo_id)
      select v.tenant_id, v.id, 1, '2026-02-01', 1, 0, x.id from convenios v join cargos x on x.tenant_id = v.tenant_id and x.cliente_id = v.cliente_id where v.tenant_id = '${id}';
    insert into recuperaciones (tenant_id, factura_id, omitida_id, m3, fundamento_tecnico, fundamento_legal, limite, entrada)
      select tenant_id, id, id, 1, 't', 'l', '2026-07-01', '{"facturado_m3": 1}' from facturas where tenant_id = '${id}';
    insert into ordenes (tenant_id, numero_orden, cliente_id, tipo, motivo, fecha, programada_para)
      select tenant_id, 'O' || id, id, 'inspeccion', 'm', '2026-01-01', '2026-01-01' from clientes where tenant_id = '${id}';
    insert into correcciones_masivas (tenant_id, id, cambio, motivo, estado, fecha)
      select '${id}', row_number() over (), '{}', '-', 'rechazada', '2026-01-01' from ${n};
    insert into correccion_masiva_facturas (tenant_id, masiva_id, factura_id, conceptos, consumo_m3, calculo, lineas, valor_antes, valor_despues, diferencia)
      select tenant_id, 1 + id % 50, id, '[]', 0, '{}', '[]', 0, 0, 0 from facturas where tenant_id = '${id}';
    insert into archivos_recaudo (tenant_id, id, archivo_id, sha256, bytes, estado, motivo, aplicado_en, banco, fecha, modificador, lotes, registros, total, perfil)
      select '${id}', row_number() over (), 1, n, 1, case when n % 50 = 0 then 'rechazado' else 'aplicado' end,
        case when n % 50 = 0 then '-' end, case when n % 50 > 0 then now() end, '007', date '2026-01-01' + n % 300, 'A', 1, 1, 1, '{}' from ${n};
    insert into recaudos (tenant_id, archivo_recaudo_id, linea, banco, fecha, lote, secuencia, referencia, valor, origen, canal, operacion,
        autorizacion, entidad, sucursal, estado, cliente_id, pago_id)
      select tenant_id, 1 + id % 500, id, '007', '2026-06-30', 1, id, id, 1, '', '', '', '', '', '', case when id % 50 = 0 then 'duplicado' else 'aplicado' end,
        cliente_id, case when id % 50 = 0 then null else id end from pagos where tenant_id = '${id}';
    insert into consignaciones (tenant_id, origen, banco, fecha, dia, valor, referencia)
      select '${id}', case when n % 2 = 0 then 'caja' else 'archivo' end, lpad((n % 30)::text, 3, '0'), '2026-02-02', '2026-02-01', 1, n::text from ${n};
    insert into ejecuciones (tenant_id, tipo, estado) select '${id}', 'importar_lecturas', 'terminada' from ${n};
    set session_replication_role = origin; analyze`);
}
