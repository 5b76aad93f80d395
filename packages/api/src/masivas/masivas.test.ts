import { afterEach, describe, expect, it } from 'vitest';
import { Refusal } from '../core/errors.ts';
import { ejecutar } from '../ejecuciones/ejecutar.ts';
import { verify } from '../facturacion/verify.ts';
import { refusalOf } from '../testing/refusal.ts';
import { testServices } from '../testing/services.ts';
import { tamper } from '../testing/tamper.ts';
import { newUtility } from '../testing/utility.ts';

afterEach(async () => (await testServices()).setNow('2026-07-01T15:00:00Z'));

const motivo = 'El acuerdo se digitó con otro precio';
const FACTORES = {
  residencial: { '1': '-0.70', '2': '-0.20', '3': '0', '4': '0', '5': '0.50', '6': '0.60' },
  comercial: '0.50',
  industrial: '0.30',
  oficial: '0',
  especial: '0',
};

/** The fixed charge of alcantarillado was $ 400, not $ 500; `consumo` is the price of a m³ of acueducto, $ 100 before. */
const tarifa = (consumo = '100', vigente_desde = '2026-01-02') => ({
  vigente_desde,
  fuente: 'Acuerdo corregido',
  servicios: {
    acueducto: { cargo_fijo: '1000', consumo },
    alcantarillado: { cargo_fijo: '400', consumo: '50' },
  },
  factores: FACTORES,
});

/** January to March 2026 of three accounts; the tests' clock says 1 July 2026, and January can be charged until then. */
async function facturada(limite_nota = 1_000_000) {
  const u = await newUtility();
  const { admin } = u;
  u.tenant.ajustes.limite_nota = limite_nota;
  await u.cuenta('A', { estrato: 3 });
  await u.cuenta('B', { estrato: 2 });
  await u.cuenta('C', { uso: 'comercial', estrato: null });
  await u.mes('2026-01', { A: 10, B: 20, C: 30 });
  await u.mes('2026-02', { A: 20, B: 40, C: 60 });
  await u.mes('2026-03', { A: 30, B: 60, C: 90 });
  const cambio = (version = tarifa(), more: object = {}) => ({
    tipo: 'tarifa' as const,
    desde: '2026-01-01',
    tarifa: version,
    ...more,
  });
  /** A refusal ends a run and is on its row; anything else is a fault. */
  const correr = (ejecucion_id: number) =>
    u.run(ejecucion_id).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  const get = (masiva_id: number) => admin.masivas.get({ masiva_id });
  /** Calculates, and answers what is to be seen. */
  const calcular = async (asked = cambio(), more: object = {}) => {
    const { id, ejecucion } = await admin.masivas.create({ cambio: asked, motivo, ...more });
    await correr(ejecucion!.id);
    return get(id);
  };
  const aplicar = async ({ id, huella }: { id: number; huella: string | null }, who = admin) => {
    const { estado, ejecucion } = await who.masivas.aplicar({ masiva_id: id, huella: huella ?? '' });
    if (estado === 'aplicando') await correr(ejecucion!.id);
    return get(id);
  };
  const deshacer = async (masiva_id: number) => {
    const { id, ejecucion } = await admin.masivas.undo({ masiva_id, motivo });
    await correr(ejecucion!.id);
    return get(id);
  };
  const saldos = async () =>
    Object.fromEntries(
      await Promise.all(
        ['A', 'B', 'C'].map(async (numero_cuenta) => {
          const [{ saldo }, { items }] = await Promise.all([
            admin.clientes.get({ numero_cuenta }),
            admin.facturas.historial({ numero_cuenta }),
          ]);
          return [numero_cuenta, [saldo, ...items.map((factura) => factura.saldo).toReversed()]] as const;
        }),
      ),
    );
  const facturas = async (masiva_id: number) => (await admin.masivas.facturas({ masiva_id, limit: 100 })).items;
  const books = async () => (await verify(u.reads)).hallazgos;
  return { ...u, cambio, get, calcular, aplicar, deshacer, saldos, facturas, books };
}

describe('a version of the tariffs that was wrong, for everybody', () => {
  it('is seen before: bills, sums by class, biggest changes; nothing moves', async () => {
    const { calcular, saldos, facturas, books, admin } = await facturada();
    const before = await saldos();
    const vista = await calcular();
    // −100 a month each; B with its subsidy of 20 %, C with its contribution of 50 %.
    expect(vista).toMatchObject({
      estado: 'prevista',
      cuentas: 3,
      facturas: 9,
      debito: 0,
      credito: -300 - 240 - 450,
      omitidas: 0,
      requiere_aprobacion: false,
      ejecucion: { estado: 'terminada', total: 3, hechas: 3 },
      resumen: {
        grupos: [
          { uso: 'comercial', estrato: null, cuentas: 1, suben: 0, bajan: 1, facturas: 3, credito: -450 },
          { uso: 'residencial', estrato: 2, cuentas: 1, bajan: 1, credito: -240 },
          { uso: 'residencial', estrato: 3, cuentas: 1, bajan: 1, credito: -300 },
        ],
        mayores: [
          { numero_cuenta: 'C', facturas: 3, diferencia: -450 },
          { numero_cuenta: 'A', diferencia: -300 },
          { numero_cuenta: 'B', diferencia: -240 },
        ],
      },
    });
    expect((await facturas(vista.id)).slice(0, 2)).toMatchObject([
      {
        numero_cuenta: 'A',
        valor_antes: 3_000,
        valor_despues: 2_900,
        diferencia: -100,
        nota: 'credito',
        lineas: [{ servicio: 'alcantarillado', codigo: 'cargo_fijo', valor: -100 }],
      },
      { numero_cuenta: 'B', diferencia: -80 },
    ]);
    expect(await saldos()).toEqual(before);
    expect((await admin.tarifas.list({})).items).toHaveLength(1);
    expect((await admin.notas.list({})).items).toEqual([]);
    expect(await books()).toEqual([]);
  });

  it('is applied whole, each account with its correction, and undone whole', async () => {
    const { calcular, aplicar, deshacer, saldos, books, admin } = await facturada();
    const before = await saldos();
    const done = await aplicar(await calcular());
    expect(done).toMatchObject({ estado: 'aplicada', ejecucion: { estado: 'terminada', hechas: 3 } });
    expect(await saldos()).toEqual({
      A: [before['A']![0] - 300, ...before['A']!.slice(1).map((saldo) => saldo - 100)],
      B: [before['B']![0] - 240, ...before['B']!.slice(1).map((saldo) => saldo - 80)],
      C: [before['C']![0] - 450, ...before['C']!.slice(1).map((saldo) => saldo - 150)],
    });
    expect((await admin.correcciones.list({ numero_cuenta: 'B' })).items).toMatchObject([
      { tipo: 'tarifa', masiva_id: done.id, facturas: 3, diferencia: -240, estado: 'aplicada' },
    ]);
    expect((await admin.notas.list({ limit: 100 })).items.map(({ numero }) => numero).toSorted()).toEqual(
      Array.from({ length: 9 }, (_, i) => `NC00000000${i + 1}`),
    );
    expect(await books()).toEqual([]);
    // A correction of one account alone starts from it.
    expect(
      await refusalOf(admin.correcciones.preview({ cambio: { ...(await calcularUna()), numero_cuenta: 'A' } })),
    ).toBe('correccion_sin_efecto');
    const undo = await deshacer(done.id);
    expect(undo).toMatchObject({ estado: 'prevista', deshace_id: done.id, facturas: 9, debito: 990, credito: 0 });
    expect(await books()).toEqual([]);
    expect(await aplicar(undo)).toMatchObject({ estado: 'aplicada' });
    expect(await saldos()).toEqual(before);
    expect((await admin.correcciones.list({ numero_cuenta: 'B' })).items).toMatchObject([
      { deshace_id: expect.any(Number) },
      { deshecha_por: expect.any(Number) },
    ]);
    expect(await books()).toEqual([]);
    // There is nothing left to undo, and it can be corrected again.
    expect(await deshacer(done.id)).toMatchObject({ estado: 'rechazada', ejecucion: { estado: 'fallida' } });
    expect(await aplicar(await calcular())).toMatchObject({ estado: 'aplicada', credito: -990 });
    expect(await books()).toEqual([]);
    async function calcularUna() {
      return { tipo: 'tarifa' as const, desde: '2026-01-01', tarifa: tarifa() };
    }
  });

  it('is what a correction of each account alone would be', async () => {
    const [todas, una] = [await facturada(), await facturada()];
    await todas.aplicar(await todas.calcular(todas.cambio(tarifa('137.77'))));
    for (const numero_cuenta of ['A', 'B', 'C']) {
      const cambio = { ...una.cambio(tarifa('137.77')), numero_cuenta };
      const { huella } = await una.admin.correcciones.preview({ cambio });
      await una.admin.correcciones.create({ cambio, motivo, huella });
    }
    expect(await todas.saldos()).toEqual(await una.saldos());
  });

  it('reaches only the periods that begin between its days', async () => {
    const { calcular, cambio, facturas } = await facturada();
    const { id, facturas: n } = await calcular(cambio(tarifa(), { desde: '2026-02-01', hasta: '2026-02-28' }));
    expect(n).toBe(3);
    expect((await facturas(id)).map(({ numero_cuenta }) => numero_cuenta)).toEqual(['A', 'B', 'C']);
  });

  it('leaves out what is too late to charge (art. 150) and says how much', async () => {
    const { calcular, cambio, services, books, aplicar } = await facturada();
    services.setNow('2026-07-15T15:00:00Z');
    // A m³ costs $ 30 more: January's bills, of 1 February, could be charged until 1 July.
    const vista = await calcular(cambio(tarifa('130')));
    expect(vista).toMatchObject({ facturas: 9, omitidas: 3 });
    expect(vista.resumen.grupos.map(({ omitido }) => omitido).every((omitido) => omitido !== 0)).toBe(true);
    const grounded = await calcular(cambio(tarifa('130')), { sustento: 'Sentencia 12 de 2026, fraude probado' });
    expect(grounded).toMatchObject({ omitidas: 0 });
    await aplicar(vista);
    expect(await books()).toEqual([]);
  });
});

describe('what was seen is what is done', () => {
  it('when a bill moved since, nothing at all is done', async () => {
    const { calcular, aplicar, saldos, books, admin, cambio } = await facturada();
    const vista = await calcular();
    const una = { ...cambio(tarifa('120', '2026-01-03')), numero_cuenta: 'C' };
    const { huella } = await admin.correcciones.preview({ cambio: una });
    await admin.correcciones.create({ cambio: una, motivo, huella });
    const before = await saldos();
    const stale = await aplicar(vista);
    expect(stale).toMatchObject({ estado: 'prevista', ejecucion: { estado: 'fallida' } });
    expect(stale.observacion).toContain('cambió desde el cálculo');
    expect(await saldos()).toEqual(before);
    expect(await books()).toEqual([]);
    expect(await admin.masivas.reject({ masiva_id: vista.id, observacion: 'Se calcula de nuevo' })).toMatchObject({
      estado: 'rechazada',
    });
  });

  it('when there are more bills, or the term ran out, or somebody touched what was calculated', async () => {
    const { calcular, aplicar, mes, cambio, services, id } = await facturada();
    const [charged, credited] = [await calcular(cambio(tarifa('110'))), await calcular()];
    services.setNow('2026-07-15T15:00:00Z');
    expect((await aplicar(charged)).observacion).toContain('venció el plazo');
    await tamper(
      services.adminUrl,
      `update correccion_masiva_facturas set valor_despues = valor_despues + 1 where tenant_id = '${id}' and masiva_id = ${credited.id}`,
    );
    expect((await aplicar(credited)).observacion).toContain('no es lo que se vio');
    const third = await calcular();
    await mes('2026-04', { A: 40, B: 80, C: 120 });
    expect((await aplicar(third)).observacion).toContain('otras facturas');
  });

  it('above the limit another person decides, with the fingerprint of what was calculated', async () => {
    const { calcular, aplicar, as, admin, run, get, saldos } = await facturada(100);
    const before = await saldos();
    const vista = await calcular();
    expect(vista.requiere_aprobacion).toBe(true);
    expect(await refusalOf(admin.masivas.aplicar({ masiva_id: vista.id, huella: '0'.repeat(64) }))).toBe('vista_vieja');
    expect(await aplicar(vista)).toMatchObject({ estado: 'pendiente' });
    expect(await refusalOf(admin.masivas.approve({ masiva_id: vista.id }))).toBe('misma_persona');
    expect(await saldos()).toEqual(before);
    const second = await as('facturacion');
    const { ejecucion } = await second.masivas.approve({ masiva_id: vista.id, observacion: 'Revisada' });
    await run(ejecucion!.id);
    expect(await get(vista.id)).toMatchObject({ estado: 'aplicada', resuelta_por: expect.any(Number) });
    expect(await refusalOf(second.masivas.aplicar({ masiva_id: vista.id, huella: vista.huella! }))).toBe(
      'correccion_resuelta',
    );
  });

  it('refuses a version that is another one already, or outside the law', async () => {
    const { calcular, cambio, admin } = await facturada();
    const ilegal = { ...tarifa(), factores: { ...FACTORES, comercial: '0.10' } };
    expect(await refusalOf(admin.masivas.create({ cambio: cambio(ilegal), motivo }))).toBe('validacion');
    const otra = tarifa('100', '2020-01-01');
    expect(await refusalOf(admin.masivas.create({ cambio: cambio(otra), motivo }))).toBe('duplicado');
    expect(await calcular(cambio(tarifa(), { desde: '2030-01-01' }))).toMatchObject({
      estado: 'rechazada',
      ejecucion: { estado: 'fallida' },
    });
  });
});

describe('a run that is cut off', () => {
  /** Makes the next insert into a table fail as a crash would, once. */
  const cortar = async (adminUrl: string, table: string, id: string, when: 'before' | 'after') =>
    tamper(
      adminUrl,
      `create or replace function corte_${id}() returns trigger language plpgsql as $f$ begin raise exception 'corte' using errcode = '57P01'; end $f$;
       create trigger corte_${id} ${when} insert on ${table} for each row when (new.tenant_id = '${id}') execute function corte_${id}();
       alter table ${table} enable always trigger corte_${id}`,
    );
  const seguir = (adminUrl: string, table: string, id: string) =>
    tamper(adminUrl, `drop trigger corte_${id} on ${table}`);

  it.each(['notas', 'movimientos', 'eventos'])(
    'while it applies, at %s: nothing was done, and it goes on',
    async (table) => {
      const { calcular, admin, run, get, saldos, books, services, id } = await facturada();
      const before = await saldos();
      const vista = await calcular();
      const { ejecucion } = await admin.masivas.aplicar({ masiva_id: vista.id, huella: vista.huella! });
      await cortar(services.adminUrl, table, id, 'after');
      await expect(run(ejecucion!.id)).rejects.toThrow('corte');
      expect(await get(vista.id)).toMatchObject({ estado: 'aplicando', ejecucion: { estado: 'fallida' } });
      expect(await saldos()).toEqual(before);
      expect(await books()).toEqual([]);
      await seguir(services.adminUrl, table, id);
      const again = await admin.masivas.aplicar({ masiva_id: vista.id, huella: vista.huella! });
      await run(again.ejecucion!.id);
      expect(await get(vista.id)).toMatchObject({ estado: 'aplicada' });
      expect((await saldos())['A']![0]).toBe(before['A']![0] - 300);
      expect(await books()).toEqual([]);
    },
  );

  it('while it calculates: the same run goes on to the same fingerprint', async () => {
    const { calcular, cambio, admin, get, services, tenant, id } = await facturada();
    const whole = await calcular();
    const { id: masiva_id, ejecucion } = await admin.masivas.create({ cambio: cambio(), motivo });
    await cortar(services.adminUrl, 'correccion_masiva_facturas', id, 'before');
    await ejecutar(services, tenant, ejecucion!.id).catch(() => {});
    expect(await get(masiva_id)).toMatchObject({ estado: 'calculando', ejecucion: { estado: 'en_curso', hechas: 0 } });
    await seguir(services.adminUrl, 'correccion_masiva_facturas', id);
    await ejecutar(services, tenant, ejecucion!.id);
    expect(await get(masiva_id)).toMatchObject({ estado: 'prevista', huella: whole.huella });
  });
});

describe('undo for all', () => {
  it('leaves out, and names, accounts with something on top', async () => {
    const { calcular, aplicar, deshacer, admin, cambio, saldos, books } = await facturada();
    const before = await saldos();
    const done = await aplicar(await calcular());
    const una = { ...cambio(tarifa('120', '2026-01-03')), numero_cuenta: 'C' };
    const { huella } = await admin.correcciones.preview({ cambio: una });
    await admin.correcciones.create({ cambio: una, motivo, huella });
    // Undone alone: it is not undone twice.
    const [deA] = (await admin.correcciones.list({ numero_cuenta: 'A' })).items;
    await admin.correcciones.undo({ correccion_id: deA!.id, motivo });
    const undo = await deshacer(done.id);
    expect(undo).toMatchObject({ cuentas: 1, resumen: { fuera: { cuentas: 1, numeros: ['C'] } } });
    await aplicar(undo);
    const after = await saldos();
    expect([after['A'], after['B']]).toEqual([before['A'], before['B']]);
    expect(await books()).toEqual([]);
  });

  it('gives suspended accounts that owe nothing overdue their service back', async () => {
    const { calcular, aplicar, cambio, admin, as, services, id } = await facturada();
    await tamper(
      services.adminUrl,
      `update clientes set estado = 'suspendido' where tenant_id = '${id}' and numero_cuenta = 'A'`,
    );
    const recaudo = await as('recaudo');
    for (const { numero_factura, saldo } of (await admin.facturas.historial({ numero_cuenta: 'A' })).items)
      await recaudo.facturas.pagar({ numero_factura, valor: saldo - 100 });
    await aplicar(await calcular(cambio()));
    expect((await admin.ordenes.list({ numero_cuenta: 'A' })).items).toMatchObject([
      { tipo: 'reinstalacion', estado: 'pendiente' },
    ]);
  });
});

describe('verify', () => {
  it.each([
    ['the sums', `update correcciones_masivas set credito = credito - 1 where tenant_id = $T`],
    [
      'what was seen of a bill',
      `update correccion_masiva_facturas set valor_despues = valor_despues - 1 where tenant_id = $T`,
    ],
    [
      'a bill that was seen',
      `delete from correccion_masiva_facturas where tenant_id = $T and factura_id = (select min(factura_id) from correccion_masiva_facturas where tenant_id = $T)`,
    ],
    [
      'an account out of it',
      `update correcciones set masiva_id = null where tenant_id = $T and id = (select min(id) from correcciones where tenant_id = $T)`,
    ],
    [
      'the lines of a note',
      `update notas set conceptos = jsonb_set(conceptos, '{0,concepto}', '"Otro"') where tenant_id = $T`,
    ],
    ['its state', `update correcciones_masivas set estado = 'prevista', aplicada_en = null where tenant_id = $T`],
  ])('finds %s changed', async (_, statement) => {
    const { calcular, aplicar, books, services, id } = await facturada();
    await aplicar(await calcular());
    expect(await books()).toEqual([]);
    expect(await tamper(services.adminUrl, statement.replaceAll('$T', `'${id}'`))).toBeGreaterThan(0);
    expect((await books()).map(({ que }) => que)).toContain('corrección masiva');
  });
});
