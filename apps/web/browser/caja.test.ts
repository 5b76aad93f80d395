// The counter from opening to closing, the payments list, undoing, and the public check of a receipt.
import { readFileSync } from 'node:fs';
import { codigoRecaudo, referenciaDePago } from '@cunservicios/domain/documento/gs1';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, findings, keepPicture, lookAt, PASSWORD, PHONE, signIn } from './testing/room.ts';
import { fillUtility } from './testing/utility.ts';

const GLN = '7709998000018';

describeInBrowser('the counter', (room) => {
  const cajera = 'cajera@prueba.co';
  const tesorera = 'tesorera@prueba.co';
  let factura: { numero_factura: string; id: number; saldo: number; fecha_vencimiento: string };
  let api: Awaited<ReturnType<typeof room.tenant.as>>;
  beforeAll(async () => {
    await fillUtility(room, ['2016-04', '2016-05', '2016-06']);
    api = await room.tenant.as('admin');
    for (const [email, nombre] of [
      [cajera, 'Marta Lucía'],
      [tesorera, 'Luz Dary'],
    ])
      await api('POST', '/api/users', { email, password: PASSWORD, nombre, roles: ['recaudo'] });
    await api('PATCH', '/api/tenants/actual/ajustes', {
      ajustes: { gln: GLN, limite_reverso: 10_000, limite_diferencia_caja: 1_000 },
    });
    const { json } = await api('GET', '/api/facturas/cuenta/05440-0003');
    factura = (json as (typeof factura)[])[1] ?? factura;
  }, 120_000);

  const abrir = async (email: string, path: string) => {
    const page = await room.open();
    await signIn(page, email);
    await page.goto(path);
    await page.locator('h1').waitFor();
    return page;
  };
  const enfocado = (page: Page) => page.evaluate<string>('document.activeElement.textContent');
  const boton = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

  it('opens, takes money with its change, counts, and closes with a second person', async () => {
    const page = await abrir(cajera, '/oficina');
    await page.getByRole('navigation').getByRole('link', { name: 'Caja', exact: true }).click();
    await boton(page, 'Abrir la caja').click();
    await page.getByText('Escriba un número.').waitFor();
    await lookAt(page, 'caja-abrir');
    await page.getByLabel(/^Base/).fill('50.000');
    await page.keyboard.press('Enter');

    // The scanner types the code of the paper and Enter; the focus is there already.
    const buscar = page.getByLabel('Cuenta, factura, nombre o código de barras');
    await buscar.waitFor();
    await expect.poll(() => buscar.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByText('Todavía no ha entrado ningún pago.').waitFor();
    await lookAt(page, 'caja-vacia');
    const { saldo: valor, fecha_vencimiento: fecha, numero_factura } = factura;
    const { hri } = codigoRecaudo({ gln: GLN, referencia: referenciaDePago(factura), valor, fecha });
    await page.keyboard.type(hri.replaceAll(/[()]/g, ''));
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: new RegExp(numero_factura), checked: true }).waitFor();
    await page.getByLabel(/^Con cuánto paga/).fill('100.000');
    await page.getByText(/^Vuelto: /).waitFor();
    await page
      .getByRole('table', { name: 'A dónde iría cada peso' })
      .getByText(/Acueducto/)
      .waitFor();
    await lookAt(page, 'caja-cobro');
    await page.getByLabel('Valor, en pesos').fill('999.999');
    await page.getByText(/^Faltan /).waitFor();
    await page.getByText(/^Sobró dinero/).waitFor();
    await boton(page, 'Registrar el pago de $ 999.999').click();
    await page.getByText(/Es menos que el valor del pago/).waitFor();
    await lookAt(page, 'caja-cobro-menos');
    await page.getByLabel('Valor, en pesos').fill(String(valor));
    await page.getByText(/^Sobró dinero/).waitFor({ state: 'detached' });
    await page.getByLabel('Valor, en pesos').press('Enter');
    await page.getByRole('heading', { name: /registrado, recibo RC000000001/ }).waitFor();
    await expect.poll(() => enfocado(page)).toContain('RC000000001');
    await lookAt(page, 'caja-cobrado');
    const [recibo] = await Promise.all([page.waitForEvent('download'), boton(page, 'Recibo en PDF').click()]);
    expect(recibo.suggestedFilename()).toBe('recibo-RC000000001.pdf');

    // By account, a cheque; and a number that is nobody's.
    await boton(page, 'Registrar otro pago').click();
    await buscar.fill('zzzz nadie');
    await buscar.press('Enter');
    await page.getByText(/^Ninguna cuenta ni factura coincide/).waitFor();
    await buscar.fill('cardenas');
    await buscar.press('Enter');
    await page
      .getByRole('table', { name: 'Cuentas que coinciden' })
      .or(page.getByLabel('Valor, en pesos'))
      .first()
      .waitFor();
    await page.goto('/oficina/caja?cuenta=05440-0004');
    await page.getByLabel('Valor, en pesos').fill('5.000');
    await page.getByLabel('Medio').selectOption('Cheque');
    await page.getByLabel(/^Referencia/).fill('CH-1');
    await boton(page, 'Registrar el pago de $ 5.000').click();
    await page.getByRole('heading', { name: /registrado, recibo RC000000002/ }).waitFor();

    const dialog = page.getByRole('dialog');
    await boton(page, 'Sacar dinero de la caja').click();
    await dialog.getByLabel('Valor, en pesos').fill('9.000.000');
    await dialog.getByLabel('Motivo').fill('Cambio de turno');
    await boton(page, 'Sacar el dinero').click();
    await dialog.getByText(/En la caja debe haber/).waitFor();
    await lookAt(page, 'caja-sacar');
    await dialog.getByLabel('Valor, en pesos').fill('40.000');
    await boton(page, 'Sacar el dinero').click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('table', { name: 'Por medio de pago' }).getByText('$ 40.000').waitFor();
    await lookAt(page, 'caja-abierta');

    await page.getByRole('link', { name: 'Contar y cerrar' }).click();
    await page.getByLabel('De $ 10.000', { exact: true }).fill('1');
    await page.getByLabel('Cheque').fill('5.000');
    await page.getByText(/^Faltan /).waitFor();
    await boton(page, 'Cerrar la caja').click();
    await page.getByText(/Explique la diferencia/).waitFor();
    await lookAt(page, 'caja-arqueo');
    await page.getByLabel('Por qué hay diferencia').fill('El resto quedó en la bóveda, sin consignación');
    await boton(page, 'Cerrar la caja').click();
    await page.getByText('Usted llevó o contó esta caja: decide otra persona.').waitFor();
    await lookAt(page, 'caja-espera');
    const direccion = page.url();

    const otra = await abrir(tesorera, '/oficina/cajas?estado=por_aprobar');
    await otra.getByRole('link', { name: 'CJ000000001' }).waitFor();
    await lookAt(otra, 'cajas');
    await otra.goto(direccion);
    await boton(otra, 'Aprobar la diferencia').click();
    await boton(otra, 'Aprobar y cerrar la caja').click();
    await otra.getByText('Cerrada', { exact: true }).waitFor();
    await lookAt(otra, 'caja-cerrada');
    await otra.emulateMedia({ media: 'print' });
    await keepPicture(otra, 'caja-impresa');
    await otra.emulateMedia({ media: null });
    await otra.goto('/oficina/caja/arqueo');
    await otra.getByText('No tiene una caja abierta.').waitFor();
    expect(await findings(otra)).toEqual([]);
  }, 120_000);

  it('pays the bills that are chosen, and what is under claim only when the payer says so', async () => {
    const { json } = await api('GET', '/api/facturas/cuenta/05440-0002');
    const [nueva, vieja] = json as (typeof factura)[];
    if (!nueva || !vieja) throw new Error('The account needs two bills.');
    await room.server.tenants.transaction(room.tenant.id, ({ db, tenant_id }) =>
      db
        .updateTable('facturas')
        .set({ en_reclamo: 3_000 })
        .where('tenant_id', '=', tenant_id)
        .where('id', '=', vieja.id)
        .execute(),
    );
    const page = await abrir(cajera, '/oficina/clientes/05440-0002');
    await page.getByRole('link', { name: 'Registrar un pago' }).click();
    const valor = page.getByLabel('Valor, en pesos');
    await expect.poll(() => valor.inputValue()).toBe(String(nueva.saldo + vieja.saldo - 3_000));
    const reparto = page.getByRole('table', { name: 'A dónde iría cada peso' });
    await reparto.getByRole('row', { name: new RegExp(nueva.numero_factura) }).waitFor();
    // With the keyboard: the newer one alone, then the older one with its claim.
    await page.getByRole('checkbox', { name: new RegExp(nueva.numero_factura) }).focus();
    await page.keyboard.press('Space');
    await expect.poll(() => valor.inputValue()).toBe(String(nueva.saldo));
    await expect.poll(() => reparto.getByRole('row', { name: new RegExp(vieja.numero_factura) }).count()).toBe(0);
    await page.keyboard.press('Space');
    await page.getByRole('checkbox', { name: new RegExp(`^${vieja.numero_factura}`) }).check();
    await expect.poll(() => valor.inputValue()).toBe(String(vieja.saldo - 3_000));
    await reparto.getByRole('row', { name: new RegExp(`^${vieja.numero_factura}`) }).waitFor();
    await lookAt(page, 'pago-reclamo');
    await page.getByRole('checkbox', { name: /^Quien paga pide incluir/ }).check();
    await expect.poll(() => valor.inputValue()).toBe(String(vieja.saldo));
    await page.getByLabel('Medio').selectOption('Tarjeta');
    await boton(page, /^Registrar el pago de/).click();
    await page.getByRole('heading', { name: /registrado, recibo RC/ }).waitFor();
    const pagada = await api('GET', `/api/facturas/${vieja.numero_factura}`);
    expect(pagada.json).toMatchObject({ saldo: 0 });
    const intacta = await api('GET', `/api/facturas/${nueva.numero_factura}`);
    expect(intacta.json).toMatchObject({ saldo: nueva.saldo });
  }, 60_000);

  it('lists, exports and undoes payments; a large one waits for a second person; its receipt says so to anyone', async () => {
    const pagar = async (valor: number, referencia: string) => {
      const body = { numero_cuenta: '05440-0005', valor, medio: 'Transferencia', referencia };
      return (await api('POST', '/api/pagos', body)).json as { id: number; recibo: string; verificacion: string };
    };
    const grande = await pagar(15_000, 'T-GRANDE');
    await pagar(2_000, 'T-CHICO');
    const page = await abrir(cajera, '/oficina/pagos');
    await page.getByLabel('Referencia').fill('T-GRANDE');
    await page.getByLabel('Medio').selectOption('Transferencia');
    await boton(page, 'Filtrar').click();
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
    expect(page.url()).toMatch(/pagos\?referencia=T-GRANDE&medio=Transferencia$/);
    await lookAt(page, 'pagos-filtrados');
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      boton(page, 'Descargar los filtrados (CSV)').click(),
    ]);
    expect(
      readFileSync(await csv.path(), 'utf8')
        .trim()
        .split('\n'),
    ).toHaveLength(2);

    await page.getByRole('link', { name: grande.recibo }).click();
    await page.getByRole('heading', { level: 1, name: `Recibo ${grande.recibo}` }).waitFor();
    await lookAt(page, 'pago');
    await boton(page, 'Deshacer este pago').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Causa').selectOption('cuenta_equivocada');
    await boton(page, 'Deshacer el pago').click();
    await dialog.getByText('Escriba al menos 5 caracteres.').waitFor();
    await lookAt(page, 'pago-deshacer');
    await dialog.getByLabel('Motivo').fill('Era de la cuenta vecina');
    await boton(page, 'Deshacer el pago').click();
    await page.getByText('Usted lo pidió: decide otra persona.').waitFor();

    // Anyone, with what is printed on the receipt.
    const publica = await room.open(PHONE);
    await publica.goto(`/recibo?numero=${grande.recibo}&codigo=${grande.verificacion}`);
    await publica.getByText('Recibo vigente').waitFor();
    await lookAt(publica, 'recibo-vigente');

    const otra = await abrir(tesorera, '/oficina/pagos');
    await otra.getByRole('link', { name: 'Por deshacer' }).click();
    await otra.getByRole('row', { name: new RegExp(grande.recibo) }).waitFor();
    await lookAt(otra, 'reversos');
    await boton(otra, `Aprobar: deshacer el recibo ${grande.recibo}`).click();
    await boton(otra, 'Deshacer el pago').click();
    await otra.getByText('Ningún pago espera a que se deshaga.').waitFor();
    await otra.goto(`/oficina/pagos/${grande.id}`);
    await otra.getByText(/^Este pago se deshizo el .* documento RV000000001/).waitFor();
    await lookAt(otra, 'pago-deshecho');

    await publica.reload();
    await publica.getByText('Este pago se deshizo').waitFor();
    await lookAt(publica, 'recibo-deshecho');
    await publica.goto('/recibo');
    await publica.getByLabel('Número del recibo').fill(grande.recibo);
    await publica.getByLabel('Código').fill('0000 0000 0000 0000');
    await publica.getByLabel('Código').press('Enter');
    await publica.getByRole('heading', { name: 'No encontramos ese recibo' }).waitFor();
    await lookAt(publica, 'recibo-no');
  }, 120_000);

  it("gives a citizen their payments, each with its receipt, and nobody else's", async () => {
    const body = { numero_cuenta: '05440-0001', valor: 4_000, medio: 'PSE', referencia: 'PSE-1' };
    const { recibo } = (await api('POST', '/api/pagos', body)).json as { recibo: string };
    const page = await room.open(PHONE);
    await signIn(page, 'vecina@prueba.co');
    await page.goto('/mis-cuentas/05440-0001');
    const [archivo] = await Promise.all([
      page.waitForEvent('download'),
      boton(page, `Recibo ${recibo} en PDF`).click(),
    ]);
    expect(
      readFileSync(await archivo.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await lookAt(page, 'mi-cuenta-pagos');
  }, 60_000);

  it('keeps the rules of payments and of the cash desk in the settings', async () => {
    const page = await room.open();
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.goto('/oficina/ajustes');
    const rules = page.getByRole('region', { name: 'Pagos y caja' });
    await rules.getByLabel('Un pago de la cuenta empieza por').selectOption('reciente_primero');
    await rules.getByLabel('Orden de los servicios dentro de una factura').fill('Alcantarillado, acueducto');
    await rules.getByLabel('Solo recibe efectivo quien tiene una caja abierta').check();
    await boton(page, 'Guardar los ajustes').click();
    await page.getByText('Los ajustes quedaron guardados.').waitFor();
    const { json } = await api('GET', '/api/tenants/actual/ajustes');
    expect(json).toMatchObject({
      ajustes: {
        asignacion_orden: 'reciente_primero',
        asignacion_servicios: ['alcantarillado', 'acueducto'],
        asignacion_sobrante: 'otras_facturas',
        exige_caja: true,
        limite_diferencia_caja: 1_000,
      },
    });
    await lookAt(page, 'ajustes-recaudo');
    await page.goto('/oficina/pagos/registrar?cuenta=05440-0006');
    await page.getByLabel('Valor, en pesos').fill('1.000');
    await boton(page, 'Registrar el pago de $ 1.000').click();
    await page.getByText('Para recibir efectivo, abra primero su caja.').waitFor();
    await lookAt(page, 'pago-sin-caja');
  }, 60_000);
});
