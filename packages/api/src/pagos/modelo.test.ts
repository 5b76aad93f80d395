// Random lives of accounts against a small model that knows nothing of the program: 5,000 lives of 30 steps each, every
// balance compared after every step. Lives go side by side, one step of all of them in one transaction, as a bank's file
// does: a payment of one account is also a payment among hundreds. VIDAS and SEMILLA change how many, and which.
import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import { sql } from 'kysely';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addToSaldo } from '../clientes/clientes.queries.ts';
import { firmarConvenio } from '../convenios/firmar-convenio.ts';
import { incumplirConvenio } from '../convenios/incumplir-convenio.ts';
import { insertFactura } from '../facturas/facturas.queries.ts';
import { verify } from '../facturacion/verify.ts';
import { insertMovimiento } from '../movimientos/movimientos.queries.ts';
import { emitirNota } from '../notas/emitir-nota.ts';
import {
  type Cuenta,
  type Paso,
  convenir,
  cruzar,
  favor,
  incumplir,
  nombradas,
  nuevaCuenta,
  pagar,
  porConvenir,
  reversar,
  saldo,
} from '../testing/modelo-recaudo.ts';
import { newTenant } from '../testing/tenant.ts';
import { cruzarSaldos } from './cruzar-saldos.ts';
import { selectPagoFacts } from './pagos.queries.ts';
import { type NuevoPago, registrarPagos } from './registrar-pagos.ts';
import { reversarPago } from './reversar-pago.ts';
import { insertReverso } from './reversos.queries.ts';

const VIDAS = Number(process.env['VIDAS'] ?? 5_000);
const PASOS = 30;
const JUNTAS = 500;
const SEMILLA = Number(process.env['SEMILLA'] ?? Math.floor(Math.random() * 2 ** 31));
const HOY = '2026-07-01';

const nat = fc.nat(1_000_000);
const pesos = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 9_000 }));
const paso: fc.Arbitrary<Paso> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ que: fc.constant('factura' as const), valor: pesos, mes: fc.integer({ min: 1, max: 6 }) }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      que: fc.constant('pago' as const),
      valor: pesos,
      a: fc.constantFrom('cuenta' as const, 'factura' as const, 'varias' as const),
      cual: nat,
      incluye_reclamo: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      que: fc.constant('nota' as const),
      cual: nat,
      parte: fc.integer({ min: 1, max: 100 }),
      sube: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ que: fc.constant('reverso' as const), cual: nat }) },
  { weight: 3, arbitrary: fc.constant({ que: 'cruce' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ que: fc.constant('reclamo' as const), cual: nat, parte: fc.integer({ min: 0, max: 100 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ que: 'convenio' as const }) },
  { weight: 1, arbitrary: fc.constant({ que: 'incumplir' as const }) },
);
const vida = fc.array(paso, { minLength: PASOS, maxLength: PASOS });

type Vida = {
  id: number;
  pasos: Paso[];
  modelo: Cuenta;
  facturas: { id: number; numero_factura: string }[];
  pagos: number[];
  convenio: { id: number; numero_convenio: string; cliente_id: number } | undefined;
};

it(
  `agrees with a model over ${VIDAS} random lives of ${PASOS} steps, SEMILLA=${SEMILLA}`,
  { timeout: 600_000 },
  async () => {
    const utility = await newTenant();
    const ajustes = { ...utility.tenant.ajustes };
    const momento = {
      ahora: utility.services.clock.now(),
      zona_horaria: utility.tenant.zona_horaria,
      hoy: HOY,
      fecha: HOY,
      ajustes,
      user_id: null,
    };
    const vidas = fc.sample(vida, { numRuns: VIDAS, seed: SEMILLA });
    for (let desde = 0; desde < VIDAS; desde += JUNTAS) {
      const grupo = await abrir(utility, vidas.slice(desde, desde + JUNTAS));
      for (let n = 0; n < PASOS; n++) {
        await utility.services.tenants.transaction(utility.id, (t) => dar(t, grupo, n));
        await comparar(utility.reads, grupo, n);
      }
    }
    expect((await verify(utility.reads)).hallazgos).toEqual([]);

    /** One step of every life. */
    async function dar(t: TenantTx, grupo: Vida[], n: number) {
      const pagos: { vida: Vida; nuevo: NuevoPago }[] = [];
      const cruces: Vida[] = [];
      const solos: Promise<void>[] = [];
      for (const una of grupo) {
        const { modelo } = una;
        const hecho = una.pasos[n] as Paso;
        if (hecho.que === 'pago') {
          const facturas = nombradas(modelo, hecho).map(({ i, tope }) => ({
            numero_factura: una.facturas[i]?.numero_factura ?? '',
            valor: tope,
          }));
          const destino = facturas.length > 0 ? { facturas } : { cliente_id: una.id };
          const { valor, incluye_reclamo } = hecho;
          pagos.push({
            vida: una,
            nuevo: { valor, incluye_reclamo, destino, medio: 'Efectivo', referencia: null, fecha_pago: HOY },
          });
          pagar(modelo, hecho);
        } else if (hecho.que === 'cruce') {
          cruces.push(una);
          cruzar(modelo);
        } else solos.push(solo(t, una, hecho));
      }
      await Promise.all(solos); // pipelined: of different accounts
      const hechos = await registrarPagos(
        t,
        pagos.map(({ nuevo }) => nuevo),
        { ...momento, origen: 'oficina' },
      );
      for (const [i, { pago_id }] of hechos.entries()) pagos[i]?.vida.pagos.push(pago_id);
      await cruzarSaldos(
        t,
        cruces.map(({ id }) => id),
        momento,
      );
    }

    async function solo(t: TenantTx, una: Vida, hecho: Exclude<Paso, { que: 'pago' | 'cruce' }>) {
      const { modelo, id: cliente_id } = una;
      const cual = 'cual' in hecho && modelo.facturas.length > 0 ? hecho.cual % modelo.facturas.length : undefined;
      const factura = cual === undefined ? undefined : modelo.facturas[cual];
      const fila = cual === undefined ? undefined : una.facturas[cual];
      if (hecho.que === 'factura') {
        const { valor, mes } = hecho;
        const numero_factura = `V${cliente_id}-${una.facturas.length}`;
        const vence = `2026-0${mes}-20`;
        const tercio = Math.floor(valor / 3);
        const conceptos = [
          { servicio: 'alcantarillado', codigo: 'consumo', concepto: 'Vertimiento', valor: tercio },
          { servicio: 'acueducto', codigo: 'consumo', concepto: 'Consumo', valor: valor - 2 * tercio },
          { servicio: 'mora', codigo: 'interes_mora', concepto: 'Intereses', valor: tercio },
        ];
        const row = {
          numero_factura,
          cliente_id,
          fecha_emision: `2026-0${mes}-01`,
          fecha_vencimiento: vence,
          valor_total: valor,
          observaciones: '',
          conceptos,
        };
        const { id } = await insertFactura(t, row);
        await insertMovimiento(t, { cliente_id, tipo: 'factura', valor, factura_id: id, fecha: HOY });
        await addToSaldo(t, cliente_id, valor);
        una.facturas.push({ id, numero_factura });
        modelo.facturas.push({ vence, cobrado: valor, saldo: valor, reclamo: 0 });
      } else if (hecho.que === 'nota' && factura && fila) {
        const valor = hecho.sube
          ? hecho.parte
          : -Math.min(factura.cobrado, Math.ceil((factura.cobrado * hecho.parte) / 100));
        if (valor === 0) return;
        const conceptos = [{ linea: 1, servicio: 'acueducto', codigo: 'consumo', concepto: 'Consumo', valor }];
        const nota = {
          conceptos,
          motivo: 'Prueba',
          sustento: null,
          origen: 'manual' as const,
          correccion_id: null,
          fecha: HOY,
          user_id: null,
        };
        await emitirNota(t, { ...fila, cliente_id, fecha_emision: HOY }, nota);
        factura.cobrado += valor;
        factura.saldo += valor;
      } else if (hecho.que === 'reverso' && modelo.pagos.length > 0) {
        const lugar = hecho.cual % modelo.pagos.length;
        const pago = modelo.pagos[lugar];
        const row = await selectPagoFacts(t, una.pagos[lugar] ?? 0);
        if (!pago || pago.reversado || !row) return;
        const documento = {
          pago_id: row.id,
          causa: 'reembolso' as const,
          motivo: 'Prueba',
          estado: 'aplicado' as const,
          fecha: HOY,
          user_id: null,
        };
        await reversarPago(t, row, {
          fecha: HOY,
          write: async (numero) => (await insertReverso(t, { ...documento, numero })).id,
        });
        reversar(modelo, pago);
      } else if (hecho.que === 'reclamo' && factura && fila) {
        factura.reclamo = Math.floor((Math.max(0, factura.saldo) * hecho.parte) / 100);
        await t.db
          .updateTable('facturas')
          .set({ en_reclamo: factura.reclamo })
          .where('tenant_id', '=', t.tenant_id)
          .where('id', '=', fila.id)
          .execute();
      } else if (hecho.que === 'convenio' && !una.convenio && porConvenir(modelo).length > 0) {
        const plazos = {
          cuotas: 1,
          tasa_anual: '0',
          fecha: HOY,
          primera_cuota: '2030-01-01',
          cada_meses: 1,
          user_id: null,
        };
        const numero_convenio = await firmarConvenio(t, cliente_id, { ...plazos, facturas: undefined });
        const { id } = await t.db
          .selectFrom('convenios')
          .select('id')
          .where('tenant_id', '=', t.tenant_id)
          .where('numero_convenio', '=', numero_convenio)
          .executeTakeFirstOrThrow();
        una.convenio = { id, numero_convenio, cliente_id };
        convenir(modelo);
      } else if (hecho.que === 'incumplir' && una.convenio) {
        await incumplirConvenio(t, una.convenio, { motivo: 'No pagó', hoy: HOY, ahora: momento.ahora });
        una.convenio = undefined;
        incumplir(modelo);
      }
    }
  },
);

async function abrir({ services, id }: Awaited<ReturnType<typeof newTenant>>, pasos: Paso[][]): Promise<Vida[]> {
  const cuentas = await services.tenants.transaction(id, async ({ db, tenant_id }) => {
    const { rows } = await sql<{ id: number }>`
      insert into clientes (tenant_id, numero_cuenta, nombre, direccion, estrato)
      select ${tenant_id}, 'V' || gen_random_uuid(), 'Vida', 'Calle 1', 2 from generate_series(1, ${pasos.length}) returning id`.execute(
      db,
    );
    return rows;
  });
  return cuentas.map((cuenta, i) => ({
    id: cuenta.id,
    pasos: pasos[i] ?? [],
    modelo: nuevaCuenta(),
    facturas: [],
    pagos: [],
    convenio: undefined,
  }));
}

/** Every balance of every account, as the database keeps it and as the model does. */
async function comparar({ db, tenant_id }: TenantDb, grupo: Vida[], n: number) {
  const { rows } = await sql<{ id: number; saldo: number; favor: number; facturas: number[] | null }>`
    select c.id, c.saldo, c.saldo_favor as favor, (
      select array_agg(f.saldo order by f.id) from facturas f where f.tenant_id = c.tenant_id and f.cliente_id = c.id) as facturas
    from clientes c where c.tenant_id = ${tenant_id} and c.id = any(${grupo.map(({ id }) => id)}::bigint[])`.execute(
    db,
  );
  const porId = new Map(rows.map((row) => [row.id, row]));
  for (const { id, modelo, pasos } of grupo) {
    const row = porId.get(id);
    const debe = {
      saldo: saldo(modelo),
      favor: favor(modelo),
      facturas: modelo.facturas.map((factura) => factura.saldo),
    };
    const hay = { saldo: row?.saldo, favor: row?.favor, facturas: row?.facturas ?? [] };
    if (JSON.stringify(debe) === JSON.stringify(hay)) continue;
    expect({ pasos: pasos.slice(0, n + 1), ...hay }, `SEMILLA=${SEMILLA}, paso ${n + 1}`).toEqual({
      pasos: pasos.slice(0, n + 1),
      ...debe,
    });
  }
}
