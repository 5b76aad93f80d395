import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { toRefusal } from '../core/errors.ts';
import { newTenant } from '../testing/tenant.ts';
import { refusalOf } from '../testing/refusal.ts';

const CLIENTES =
  'numero_cuenta,nombre,direccion,uso,estrato,ciclo,ruta,medidor\nC-1,José Peña,Calle 1,residencial,2,1,R01,M-1\nC-2,Ana Ríos,Calle 2,comercial,,1,R01,M-2\n';

async function utility() {
  const t = await newTenant();
  const admin = await t.as('admin');
  await admin.clientes.importar({ archivo: CLIENTES });
  return {
    ...t,
    admin,
    readings: (archivo: string | AsyncIterable<Uint8Array>) => admin.lecturas.importar({ archivo }),
  };
}

const HEAD = 'medidor,fecha_lectura,lectura_m3,tipo';

async function* bytes(...parts: (string | Buffer)[]) {
  for (const part of parts) yield Buffer.from(part as string);
}

describe('clientes.importar', () => {
  it('makes accounts, routes and meters; again it changes nothing; changed rows are updated', async () => {
    const { admin } = await utility();
    expect(await admin.clientes.importar({ archivo: CLIENTES })).toMatchObject({
      leidas: 2,
      creadas: 0,
      sin_cambio: 2,
      rechazadas: 0,
    });
    expect(await admin.clientes.importar({ archivo: CLIENTES.replace('Calle 2', 'Calle 3') })).toMatchObject({
      actualizadas: 1,
      sin_cambio: 1,
    });
    expect(await admin.clientes.get({ numero_cuenta: 'C-1' })).toMatchObject({
      nombre: 'José Peña',
      ciclo: '1',
      ruta: 'R01',
      medidor: 'M-1',
    });
    expect((await admin.clientes.list({ q: 'jose PENA' })).items).toHaveLength(1);
  });

  it.each([
    ['C-9,Ana,Calle,residencial,,,,', 'estrato'],
    ['C-9,Ana,Calle,comercial,3,,,', 'estrato'],
    ['C-9,Ana,Calle,residencial,7,,,', 'estrato'],
    ['C-9,Ana,Calle,otro,1,,,', 'uso'],
    [',Ana,Calle,residencial,1,,,', 'numero_cuenta'],
    ['C-9,Ana,Calle,residencial,1,,,M-1', 'medidor'],
  ])('rejects %s naming line and column, and keeps the rest', async (row, columna) => {
    const { admin } = await utility();
    const result = await admin.clientes.importar({ archivo: `${CLIENTES}${row}\nC-3,Luz,Calle 4,residencial,1,,,\n` });
    expect(result).toMatchObject({ leidas: 4, creadas: 1, rechazadas: 1, rechazos: [{ linea: 4, columna }] });
    expect(await admin.ejecuciones.rechazos({ ejecucion_id: result.ejecucion_id })).toContain(columna);
  });
});

describe('an import with an Idempotency-Key', () => {
  const file = `${HEAD}\nM-1,2026-06-01,7,inicial\n`;
  const big = () => bytes(`${HEAD}\nM-1,2026-06-01,7,inicial\n`, ' '.repeat(600_000));
  async function keyed() {
    const t = await utility();
    const answers: { replayed?: boolean; status?: number }[] = [];
    const readings = async (archivo: string | AsyncIterable<Uint8Array>, idempotency_key = 'k') => {
      const answer: { replayed?: boolean; status?: 202 } = {};
      answers.push(answer);
      return (await t.as('admin', { idempotency_key, answer })).lecturas.importar({ archivo });
    };
    const kept = async () => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from archivos`.execute(t.reads.db);
      return [(await t.admin.ejecuciones.list({ tipo: 'importar_lecturas' })).items.length, rows[0]?.n];
    };
    return { ...t, readings, kept, answers };
  }

  it('answers the first answer again to the same bytes, starts no second run and keeps no second file', async () => {
    const { readings, kept, answers } = await keyed();
    const first = await readings(file);
    expect(first).toMatchObject({ estado: 'terminada', creadas: 1 });
    expect(await readings(bytes(file.slice(0, 20), file.slice(20)))).toEqual(first);
    expect(answers.map(({ replayed }) => replayed)).toEqual([undefined, true]);
    expect(await kept()).toEqual([1, 2]); // with the file of the accounts
    expect(await readings(file, 'otra')).toMatchObject({ creadas: 0, sin_cambio: 1 });
  });

  it('refuses the key with other bytes', async () => {
    const { readings, kept } = await keyed();
    await readings(file);
    expect(await refusalOf(readings(`${file}M-2,2026-06-01,7,inicial\n`))).toBe('idempotencia_distinta');
    expect(await kept()).toEqual([1, 2]);
  });

  it('answers 202 again while and after a large file goes on', async () => {
    const { readings, kept, answers, run } = await keyed();
    const first = await readings(big());
    expect(first).toMatchObject({ estado: 'pendiente', leidas: 0 });
    expect(await readings(big())).toEqual(first);
    await run(first.ejecucion_id);
    expect(await readings(big())).toEqual(first);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(await kept()).toEqual([1, 2]);
  });

  it('frees the key of a file that was refused as a whole', async () => {
    const { readings } = await keyed();
    for (let tries = 0; tries < 2; tries++) expect(await refusalOf(readings('medidor,fecha\n'))).toBe('validacion');
    expect(await readings(file)).toMatchObject({ creadas: 1 });
  });

  it('lets one of two at the same moment in', async () => {
    const { readings, kept } = await keyed();
    const both = await Promise.allSettled([readings(file), readings(file)]);
    const ends = both.map((one) => (one.status === 'fulfilled' ? 'answered' : toRefusal(one.reason).code));
    expect(ends).toContain('answered');
    expect(['answered', 'idempotencia_en_curso']).toEqual(expect.arrayContaining(ends));
    expect(await kept()).toEqual([1, 2]);
  });
});

describe('lecturas.importar', () => {
  it.each([
    ['commas', `${HEAD}\nM-1,2026-06-01,12.345,inicial\n`],
    ['semicolons and a decimal comma', `${HEAD.replaceAll(',', ';')}\nM-1;2026-06-01;12,345;inicial\n`],
    ['tabs', `${HEAD.replaceAll(',', '\t')}\nM-1\t2026-06-01\t12.345\tinicial\n`],
    ['BOM, CRLF and empty lines', `\ufeff${HEAD}\r\n\r\nM-1,2026-06-01,12.345,inicial\r\n\r\n`],
    [
      'quotes, capitals and spaces in the header',
      `Medidor, Fecha Lectura ,"Lectura_M3",TIPO\n"M-1",2026-06-01,"12,345",inicial`,
    ],
  ])('reads %s', async (_, archivo) => {
    const { readings, admin } = await utility();
    expect(await readings(archivo)).toMatchObject({ leidas: 1, creadas: 1, rechazadas: 0 });
    expect((await admin.lecturas.list({ medidor: 'M-1' })).items).toMatchObject([
      { lectura_m3: '12.345', fecha_lectura: '2026-06-01' },
    ]);
  });

  it('reads Latin-1 as Excel writes it, cut anywhere', async () => {
    const { readings, admin } = await utility();
    const file = Buffer.from(`${HEAD},causal\nM-1,2026-06-01,,real,baño cerrado\n`, 'latin1');
    const cut = file.indexOf(0xf1) + 1;
    expect(await readings(bytes(file.subarray(0, cut), file.subarray(cut)))).toMatchObject({ creadas: 1 });
    expect((await admin.lecturas.list({ medidor: 'M-1' })).items).toMatchObject([{ causal: 'baño cerrado' }]);
  });

  it('keeps UTF-8 whole when a character is cut between two pieces', async () => {
    const { readings, admin } = await utility();
    const file = Buffer.from(`${HEAD},causal\nM-1,2026-06-01,,real,baño\n`);
    const cut = file.indexOf(0xc3) + 1;
    await readings(bytes(file.subarray(0, cut), file.subarray(cut)));
    expect((await admin.lecturas.list({ medidor: 'M-1' })).items).toMatchObject([{ causal: 'baño' }]);
  });

  it.each([
    ['M-9,2026-06-01,1,real', 'medidor'],
    ['M-1,2026-02-30,1,real', 'fecha_lectura'],
    ['M-1,2027-01-01,1,real', 'fecha_lectura'],
    ['M-1,2026-06-01,-1,real', 'lectura_m3'],
    ['M-1,2026-06-01,1.2345,real', 'lectura_m3'],
    ['M-1,2026-06-01,1e9,real', 'lectura_m3'],
    ['M-1,2026-06-01,,real', 'lectura_m3'],
    ['M-1,2026-06-01,1,otra', 'tipo'],
    ['M-1,2026-06-02,8,real', 'lectura_m3'],
  ])('rejects %s by line and column, and keeps the rest', async (row, columna) => {
    const { readings } = await utility();
    const result = await readings(`${HEAD}\nM-1,2026-06-02,7,real\n${row}\nM-2,2026-06-02,9,real\n`);
    expect(result).toMatchObject({ leidas: 3, creadas: 2, rechazadas: 1, rechazos: [{ linea: 3, columna }] });
  });

  it('refuses a file without its columns, of an unknown column, empty, or no CSV at all, and says so', async () => {
    const { readings } = await utility();
    for (const archivo of ['', 'medidor,fecha\n', `${HEAD},color\n`, `${HEAD}\n"M-1,2026-06-01,1,real\n`])
      expect(await refusalOf(readings(archivo))).toBe('validacion');
  });

  it('does not take a reading of an issued period', async () => {
    const { readings, admin, run } = await utility();
    await admin.tarifas.create(tarifas());
    await readings(
      `${HEAD}\nM-1,2026-05-01,1,inicial\nM-1,2026-05-31,9,real\nM-2,2026-05-01,1,inicial\nM-2,2026-05-31,5,real\n`,
    );
    await admin.periodos.create({
      ciclo: '1',
      codigo: '2026-05',
      desde: '2026-05-01',
      hasta: '2026-05-31',
      fecha_emision: '2026-06-01',
      fecha_vencimiento: '2026-06-16',
    });
    await run((await admin.periodos.liquidar({ codigo: '2026-05' })).id);
    await run((await admin.periodos.emitir({ codigo: '2026-05' })).id);
    expect(await readings(`${HEAD}\nM-1,2026-05-30,8,real\nM-1,2026-05-31,9,real\n`)).toMatchObject({
      sin_cambio: 1,
      rechazos: [{ linea: 2, columna: 'fecha_lectura' }],
    });
    expect(
      await refusalOf(admin.lecturas.create({ medidor: 'M-1', fecha_lectura: '2026-05-30', lectura_m3: '8' })),
    ).toBe('periodo_no_abierto');
    expect(await refusalOf(admin.tarifas.create({ ...tarifas(), fuente: 'otra' }))).toBe('tarifa_en_uso');
  });

  it('goes on after the last batch when it was cut off, and repeats nothing', async () => {
    const { admin, tenant, services, id } = await utility();
    const rows = Array.from(
      { length: 12_000 },
      (_, i) => `M-1,${new Date(Date.UTC(1990, 0, 1 + i)).toISOString().slice(0, 10)},${i},real`,
    );
    const started = await admin.lecturas.importar({
      archivo: bytes(`${HEAD}\n${rows.join('\n')}\n`, ' '.repeat(600_000)),
    });
    expect(started.estado).toBe('pendiente');
    const { ejecutar } = await import('../ejecuciones/ejecutar.ts');
    let writes = 0;
    const dying = {
      ...services,
      tenants: {
        ...services.tenants,
        transaction: ((tenant_id, work) => {
          if (++writes > 3) throw new Error('the server dies here');
          return services.tenants.transaction(tenant_id, work);
        }) as typeof services.tenants.transaction,
      },
    };
    await expect(ejecutar(dying, tenant, started.ejecucion_id)).rejects.toThrow('dies here');
    const half = await admin.ejecuciones.get({ ejecucion_id: started.ejecucion_id });
    expect(half.hechas).toBeGreaterThan(0);
    expect(half.hechas).toBeLessThan(12_000);
    await ejecutar(services, tenant, started.ejecucion_id);
    expect(await admin.ejecuciones.get({ ejecucion_id: started.ejecucion_id })).toMatchObject({
      estado: 'terminada',
      resultado: { leidas: 12_000, creadas: 12_000, sin_cambio: 0, rechazadas: 0 },
    });
    const { rows: counted } = await import('kysely').then(({ sql }) =>
      sql<{ n: number }>`select count(*) as n from lecturas`.execute(services.tenants.reads(id).db),
    );
    expect(counted).toEqual([{ n: 12_000 }]);
  });
});

describe('tarifas.importar', () => {
  it('takes all versions or none, with every broken limit named', async () => {
    const { admin } = await utility();
    const good = tarifas();
    const bad = {
      ...good,
      vigente_desde: '2026-09-01',
      factores: { ...good.factores, comercial: '0.10', oficial: '0.2' },
    };
    expect(await refusalOf(admin.tarifas.importar({ archivo: JSON.stringify({ versiones: [good, bad] }) }))).toBe(
      'validacion',
    );
    await expect(
      admin.tarifas.importar({ archivo: JSON.stringify({ versiones: [bad, good, good] }) }),
    ).rejects.toMatchObject({
      cause: {
        errors: [
          { path: 'versiones.0.factores.comercial' },
          { path: 'versiones.0.factores.oficial' },
          { path: 'versiones.2.vigente_desde' },
        ],
      },
    });
    expect((await admin.tarifas.list({})).items).toEqual([]);
    expect(await admin.tarifas.importar({ archivo: JSON.stringify({ versiones: [good] }) })).toMatchObject({
      creadas: 1,
    });
    expect(await admin.tarifas.importar({ archivo: JSON.stringify({ versiones: [good] }) })).toMatchObject({
      sin_cambio: 1,
    });
    expect(await refusalOf(admin.tarifas.importar({ archivo: '{' }))).toBe('validacion');
  });

  it('names every error of every version, gaps and overlaps too, and takes none', async () => {
    const { as } = await newTenant();
    const admin = await as('admin');
    const factores = { ...tarifas().factores, comercial: '0.10' };
    const versiones = [
      { ...tarifas(), vigente_desde: '2026-01-01', vigente_hasta: '2026-02-27' },
      { ...tarifas(), vigente_desde: '2026-03-01', vigente_hasta: '2026-06-15', factores },
      { ...tarifas(), vigente_desde: '2026-06-01' },
      { ...tarifas(), vigente_desde: '2026-06-01' },
    ];
    const call = admin.tarifas.importar({ archivo: JSON.stringify({ versiones }) });
    const refusal = await call.then(() => undefined, toRefusal);
    expect(refusal?.errors?.map(({ path }) => path)).toEqual([
      'versiones.1.factores.comercial',
      'versiones.0.vigente_hasta',
      'versiones.1.vigente_hasta',
      'versiones.3.vigente_desde',
    ]);
    expect(refusal?.errors?.[1]?.message).toBe('Del 2026-02-28 al 2026-02-28 no habría tarifas.');
    expect((await admin.tarifas.list({})).items).toEqual([]);
  });
});

function tarifas() {
  return {
    vigente_desde: '2026-01-01',
    fuente: 'Acuerdo de prueba',
    servicios: {
      acueducto: { cargo_fijo: '4276.37', consumo: '1322.96' },
      alcantarillado: { cargo_fijo: '1964.59', consumo: '923.48' },
    },
    factores: {
      residencial: { '1': '-0.30', '2': '-0.20', '3': '0', '4': '0', '5': '0.50', '6': '0.60' },
      comercial: '0.50',
      industrial: '0.30',
      oficial: '0',
      especial: '0',
    },
  };
}
