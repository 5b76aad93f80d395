// The ledger as it is read: every page's balances, every balance's reasons, every statement, over books with a bit of
// everything in them.
import { addDays } from '@cunservicios/domain/calendario/fechas';
import { beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../testing/refusal.ts';
import { richBooks } from '../testing/rich-books.ts';
import { newTenant } from '../testing/tenant.ts';
import { verPdf } from '../testing/ver-pdf.ts';
import type { ArchivoPorPartes } from '../core/archivo.ts';

type Books = Awaited<ReturnType<typeof richBooks>>;
let books: Books;
let cuentas: { numero_cuenta: string; saldo: number }[];

beforeAll(async () => {
  books = await richBooks();
  const { admin } = books;
  // An advance that the next issue uses, one that stays, a payment undone, a bill below zero that pays another.
  await admin.pagos.create({ numero_cuenta: 'A', valor: 900_000, medio: 'PSE', referencia: 'P-1' });
  const errado = await admin.pagos.create({
    numero_cuenta: 'TIENDA',
    valor: 1_000,
    medio: 'Cheque',
    referencia: 'CH-1',
  });
  await admin.reversos.create({ pago_id: errado.id, causa: 'cheque_devuelto', motivo: 'Sin fondos' });
  books.services.setNow('2026-09-01T15:00:00Z');
  await books.mes('2026-08', { A: 60, B: 120, DEUDA: 240, FUENTE: 80, TIENDA: 90, MIXTA: 200, FUGA: 230 });
  const { items } = await admin.clientes.list({});
  cuentas = items;
}, 120_000);

const leerTodo = async (numero_cuenta: string, limit: number, filtro: object = {}) => {
  const leidos = [];
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await books.admin.movimientos.list({ numero_cuenta, limit, cursor, ...filtro });
    leidos.push(...items);
    if (nextCursor === null) return leidos;
    cursor = nextCursor;
  }
};

describe('movimientos.list', () => {
  it('has the balance after each entry right on every page, of any size', async () => {
    for (const { numero_cuenta, saldo } of cuentas) {
      const todos = await leerTodo(numero_cuenta, 100);
      expect(todos[0]?.saldo ?? 0, numero_cuenta).toBe(saldo);
      let corrido = 0;
      for (const { valor, saldo: despues } of todos.toReversed()) expect(despues).toBe((corrido += valor));
      for (const limit of [1, 3, 7]) expect(await leerTodo(numero_cuenta, limit)).toEqual(todos);
      const saltada = await books.admin.movimientos.list({ numero_cuenta, skip: 1, limit: 1 });
      expect(saltada.items).toEqual(todos.slice(1, 2));
    }
  });

  it('filters without touching the balance', async () => {
    const todos = await leerTodo('A', 100);
    const numero_factura = todos.at(-1)?.numero_factura ?? '';
    for (const [filtro, pasa] of [
      [{ tipo: 'cruce' }, ({ tipo }) => tipo === 'cruce'],
      [{ numero_factura }, (uno) => uno.numero_factura === numero_factura],
      [{ desde: '2026-05-01', hasta: '2026-07-31' }, ({ fecha }) => fecha >= '2026-05-01' && fecha <= '2026-07-31'],
      [{ numero_factura: 'NO-HAY' }, () => false],
    ] as [object, (uno: (typeof todos)[number]) => boolean][]) {
      const quedan = todos.filter(pasa);
      expect(quedan.length > 0 || 'numero_factura' in filtro).toBe(true);
      expect(await leerTodo('A', 2, filtro)).toEqual(quedan);
    }
  });

  it('names what caused each entry', async () => {
    const todos = (await Promise.all(cuentas.map(({ numero_cuenta }) => leerTodo(numero_cuenta, 100)))).flat();
    const de = (tipo: string) => todos.filter((uno) => uno.tipo === tipo);
    const tiene = (tipo: string, nombre: keyof (typeof todos)[number]) => {
      expect(de(tipo).length, tipo).toBeGreaterThan(0);
      expect(
        de(tipo).filter((uno) => uno[nombre] === null),
        `${tipo} ${nombre}`,
      ).toEqual([]);
    };
    tiene('factura', 'numero_factura');
    tiene('pago', 'recibo');
    tiene('pago', 'detalle');
    tiene('anticipo', 'recibo');
    tiene('nota', 'numero_nota');
    tiene('convenio', 'numero_convenio');
    tiene('reverso', 'numero_reverso');
    tiene('reverso', 'recibo');
    tiene('anulacion', 'numero_factura');
    expect(de('cruce').filter(({ recibo, contra_factura }) => recibo === null && contra_factura === null)).toEqual([]);
    expect(de('cruce').some(({ contra_factura }) => contra_factura !== null)).toBe(true);
  });

  it("shows a citizen their own account's, and no other's", async () => {
    const { as, build } = await newTenant();
    const { numero_cuenta } = await build.cliente();
    await build.cliente();
    const ciudadano = await as('ciudadano');
    for (const pedir of [
      () => ciudadano.movimientos.list({ numero_cuenta }),
      () => ciudadano.movimientos.saldo({ numero_cuenta }),
      () => ciudadano.estadoDeCuenta.get({ numero_cuenta, desde: '2026-01-01', hasta: '2026-12-31' }),
    ])
      expect(await refusalOf(pedir())).toBe('no_encontrado');
  });
});

describe('movimientos.saldo', () => {
  it('explains every balance to the peso', async () => {
    const clases = new Set<string>();
    for (const { numero_cuenta, saldo } of cuentas) {
      const explicado = await books.admin.movimientos.saldo({ numero_cuenta });
      expect(explicado.saldo).toBe(saldo);
      expect(
        explicado.partes.reduce((suma, { valor }) => suma + valor, 0),
        numero_cuenta,
      ).toBe(saldo);
      for (const { clase } of explicado.partes) clases.add(clase);
    }
    expect([...clases].sort()).toEqual(['anticipo', 'convenio', 'por_vencer', 'vencida']);
    const { pagos } = await books.admin.movimientos.saldo({ numero_cuenta: 'TIENDA' });
    expect(pagos[0]?.texto).toMatch(/^El 1 de agosto .* \$ 1\.000 \(Cheque, recibo RC\d{9}\), y el pago se deshizo/);
  });

  it('refuses to explain books that do not add up', async () => {
    const { id, as, build, services } = await newTenant();
    const { numero_cuenta } = await build.cliente();
    await services.tenants.transaction(id, ({ db }) => db.updateTable('clientes').set({ saldo: 5 }).execute());
    expect(await refusalOf((await as('admin')).movimientos.saldo({ numero_cuenta }))).toBe('no_cuadra');
  });
});

describe('estadoDeCuenta', () => {
  const estado = (numero_cuenta: string, desde: string, hasta: string) =>
    books.admin.estadoDeCuenta.get({ numero_cuenta, desde, hasta });

  it('has opening + entries = closing = ledger between any two days', async () => {
    for (const { numero_cuenta, saldo } of cuentas) {
      const todos = (await leerTodo(numero_cuenta, 100)).toReversed();
      expect((await estado(numero_cuenta, '2026-01-01', '2027-01-01')).saldo_final).toBe(saldo);
      for (const [desde, hasta] of [
        ['2026-03-01', '2027-01-01'],
        ['2026-04-15', '2026-07-31'],
        ['2026-07-31', '2026-07-31'],
        ['2025-01-01', '2025-01-02'],
        ['2026-10-01', '2026-10-31'],
      ] as const) {
        const leido = await estado(numero_cuenta, desde, hasta);
        const suma = (lista: { valor: number }[]) => lista.reduce((total, { valor }) => total + valor, 0);
        const hastaEl = (dia: string) => suma(todos.filter(({ fecha }) => fecha <= dia));
        expect(leido.saldo_inicial).toBe(hastaEl(addDays(desde, -1)));
        expect(leido.saldo_final).toBe(hastaEl(hasta));
        expect(leido.saldo_inicial + suma(leido.movimientos)).toBe(leido.saldo_final);
        expect(leido.saldo_inicial + leido.cargos - leido.abonos).toBe(leido.saldo_final);
        expect(leido.movimientos.at(-1)?.saldo ?? leido.saldo_inicial).toBe(leido.saldo_final);
        expect(leido.movimientos.map(({ id }) => id).sort()).toEqual(
          todos
            .filter(({ fecha }) => fecha >= desde && fecha <= hasta)
            .map(({ id }) => id)
            .sort(),
        );
      }
    }
  });

  it('leaves as a file that says the same', async () => {
    const [desde, hasta] = ['2026-03-01', '2026-09-30'];
    const leido = await estado('A', desde, hasta);
    const pedir = (formato: 'csv' | 'xlsx' | 'pdf') =>
      books.admin.estadoDeCuenta.archivo({ numero_cuenta: 'A', desde, hasta, formato });
    const csv = (await pedir('csv')) as ArchivoPorPartes;
    let texto = '';
    for await (const pieza of csv.contenido) texto += String(pieza);
    const filas = texto.trim().split('\r\n');
    expect(csv.nombre).toBe(`estado-A-${desde}-${hasta}.csv`);
    expect(filas).toHaveLength(leido.movimientos.length + 3);
    expect(filas.at(-1)).toBe(`${hasta};Saldo final;;;;${leido.saldo_final}`);
    expect((await pedir('xlsx')).nombre).toBe(`estado-A-${desde}-${hasta}.xlsx`);
  });

  it('carries the balance from page to page on paper', async () => {
    const { as, build } = await newTenant();
    const { id: cliente_id, numero_cuenta } = await build.cliente({ nombre: 'Ñandú (Ana) \\ Peña' });
    for (let n = 1; n <= 70; n++) await build.factura({ cliente_id, valor_total: 1_000 + n });
    const consulta = await as('consulta');
    const archivo = await consulta.estadoDeCuenta.archivo({ numero_cuenta, desde: '2026-01-01', hasta: '2026-12-31' });
    const paginas = await verPdf(archivo.contenido as Buffer, { conCodigos: false });
    expect(paginas).toHaveLength(3);
    const saldos = (texto: string, rotulo: string) =>
      new RegExp(`${rotulo}\\s+(\\$ [\\d.]+)`).exec(texto.replaceAll('\u00a0', ' '))?.[1];
    for (const [i, { texto }] of paginas.entries()) {
      expect(texto).toContain(`Página ${i + 1} de 3`);
      const sigue = paginas[i + 1];
      if (!sigue) continue;
      expect(saldos(texto, 'Pasa a la página siguiente')).toMatch(/^\$ \d/);
      expect(saldos(sigue.texto, 'Viene de la página anterior')).toBe(saldos(texto, 'Pasa a la página siguiente'));
    }
    expect(saldos(paginas[2]?.texto ?? '', 'Saldo al 31 dic 2026')).toBe('$ 72.485');
    expect(paginas[0]?.texto).toContain('Ñandú (Ana) \\ Peña');
    // Tagged, for readers that do not see it.
    expect((archivo.contenido as Buffer).toString('latin1')).toContain('/MarkInfo<</Marked true>>');
  });

  it.each([
    ['2026-02-01', '2026-01-31'],
    ['2000-01-01', '2026-01-31'],
    ['2026-02-30', '2026-03-01'],
  ])('refuses %s to %s', async (desde, hasta) => {
    expect(await refusalOf(estado('A', desde, hasta))).toBe('validacion');
  });
});
