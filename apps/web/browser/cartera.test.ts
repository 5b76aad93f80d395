import { addDays, fechaEnBogota } from '@cunservicios/domain/calendario/fechas';
import { beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { DESK, describeInBrowser, findings, keepPicture, PASSWORD, PHONE, signIn } from './testing/room.ts';
import { fillUtility } from './testing/utility.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

describeInBrowser('arrears', (room) => {
  const consulta = 'consulta@prueba.co';
  let admin: Awaited<ReturnType<typeof room.tenant.as>>;
  beforeAll(async () => {
    // Two issued months leave two overdue bills at each account.
    await fillUtility(room, ['2016-04', '2016-05', '2016-06']);
    admin = await room.tenant.as('admin');
    const user = { email: consulta, password: PASSWORD, nombre: 'Solo mira', roles: ['consulta'] };
    await admin('POST', '/api/users', user);
    await admin('PUT', '/api/clientes/05440-0002', { protegido: 'Persona con oxígeno en casa' });
  }, 120_000);

  const open = async (path: string, size = DESK, email = room.tenant.email, password = room.tenant.password) => {
    const page = await room.open(size);
    await signIn(page, email, password);
    await page.goto(path);
    await page.locator('h1').waitFor();
    await page.locator('.esqueleto').first().waitFor({ state: 'detached' });
    return page;
  };
  const focused = (page: Page) => page.evaluate<string>('document.activeElement.textContent');

  /** Nothing that axe finds and no sideways scroll, on a desk and on a phone. */
  const fine = async (path: string, name: string) => {
    for (const size of [DESK, PHONE]) {
      const page = await open(path, size);
      await keepPicture(page, name);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await findings(page), path).toEqual([]);
      }
      await page.setViewportSize({ ...size, width: size === PHONE ? 320 : 760 });
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), path).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  };

  it('warns, orders, suspends with a picture, and gives the service back within 24 hours', async () => {
    await fine('/oficina/cartera', 'cartera');
    await fine('/oficina/cartera?ver=no', 'cartera-excluidas');
    const page = await open('/oficina');
    await page.getByRole('link', { name: 'Cartera', exact: true }).click();
    const row = (cuenta: string) => page.getByRole('row', { name: new RegExp(cuenta) });
    const dialog = page.getByRole('dialog');
    await row('05440-0003').getByText('Falta el aviso').waitFor();
    await expect.poll(() => row('05440-0001').count()).toBe(0); // its claim waits for an answer
    await page.getByText('Qué exige la ley').click();
    await page.getByText('No se suspende', { exact: true }).waitFor();

    // With the keyboard: choose two, warn them.
    await page.getByLabel('Elegir la cuenta 05440-0003').focus();
    await page.keyboard.press('Space');
    await page.getByLabel('Elegir la cuenta 05440-0004').focus();
    await page.keyboard.press('Space');
    await page.getByText(/^2 cuentas elegidas/).waitFor();
    await page.getByRole('button', { name: 'Registrar el aviso' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Registrar el aviso de 2 cuentas' }).click();
    await dialog.getByText('Escriba al menos 3 caracteres.').waitFor();
    expect(await findings(page)).toEqual([]);
    await dialog.getByLabel('Cómo se entregó').fill('Entregado en el predio con la factura');
    await keepPicture(page, 'cartera-avisar');
    await dialog.getByRole('button', { name: 'Registrar el aviso de 2 cuentas' }).click();
    await page.getByText('Aviso registrado: 2 cuentas.').waitFor();
    await expect.poll(() => focused(page)).toContain('Aviso registrado');
    await row('05440-0003').getByText('En el plazo del aviso').waitFor();

    // Too early for these; one whose notice has run out goes.
    const antes = addDays(fechaEnBogota(new Date()), -30);
    const aviso = { cuentas: ['05440-0005'], medio: 'Entregado en el predio', fecha: antes };
    await admin('POST', '/api/suspensiones/avisos', aviso);
    await page.reload();
    await row('05440-0005').getByText('Se puede ordenar').waitFor();
    await page.getByLabel('Elegir la cuenta 05440-0003').check();
    await page.getByLabel('Elegir la cuenta 05440-0005').check();
    await keepPicture(page, 'cartera-elegidas');
    await page.getByRole('button', { name: 'Ordenar la suspensión' }).click();
    await dialog.getByText(/^A una de las elegidas le falta el aviso/).waitFor();
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'cartera-ordenar');
    await dialog.getByRole('button', { name: 'Ordenar 2 suspensiones' }).click();
    await page.getByText('1 suspensión ordenada.').waitFor();
    await page
      .getByRole('table', { name: 'Sin cambio: 1 cuenta' })
      .getByText(/El aviso permite suspender/)
      .waitFor();
    await keepPicture(page, 'cartera-ordenadas');
    expect(await findings(page)).toEqual([]);

    await page.getByRole('link', { name: 'Ver las órdenes de suspensión' }).click();
    await page.getByRole('link', { name: /^Suspensión / }).click();
    await page.getByRole('heading', { level: 1, name: /^Suspensión / }).waitFor();
    const orden = page.url();

    // Without the minimum wage of the year nothing is charged: it is said before, and where to load it.
    await page.getByRole('link', { name: 'Cargar el salario mínimo' }).click();
    await page.getByRole('button', { name: 'Cargar el salario de un año' }).click();
    await dialog.getByLabel('Salario mínimo mensual').fill('1.500.000');
    await dialog.getByLabel('De dónde sale').fill('Decreto de prueba');
    await keepPicture(page, 'cartera-salario');
    await dialog.getByRole('button', { name: 'Guardar el salario' }).click();
    await page
      .getByRole('row', { name: /1\.500\.000/ })
      .getByText('$ 21.000')
      .waitFor(); // 1.4 %

    const phone = await open(orden, PHONE);
    await phone.getByText(/como máximo \$ 21\.000/).waitFor();
    await phone.getByRole('button', { name: 'Registrar y cerrar la orden' }).click();
    await phone.getByText('Escriba al menos 10 caracteres.').waitFor();
    await phone
      .getByLabel(/^Foto/)
      .setInputFiles({ name: 'nada.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') });
    await phone.getByText(/No se pudo leer la foto/).waitFor();
    expect(await findings(phone)).toEqual([]);
    await phone.getByLabel(/^Foto/).setInputFiles({ name: 'sello.png', mimeType: 'image/png', buffer: PNG });
    await phone.getByAltText('La foto elegida').waitFor();
    await phone.getByLabel('Qué se hizo y qué se vio').fill('Se cerró el registro; sello 4471, lectura 812.');
    await keepPicture(phone, 'orden-ejecutar');
    await phone.getByRole('button', { name: 'Registrar y cerrar la orden' }).click();
    await phone.getByRole('heading', { name: 'Lo que se hizo' }).waitFor();
    await phone.getByText('$ 21.000, en la próxima factura').waitFor();
    await phone.getByAltText(/^Foto de la orden/).waitFor();
    await keepPicture(phone, 'orden-hecha');
    expect(await findings(phone)).toEqual([]);

    // Everything paid: the order to give it back is there, with its clock.
    const { json } = await admin('GET', '/api/facturas/cuenta/05440-0005');
    for (const { numero_factura } of json as { numero_factura: string }[])
      expect((await admin('PATCH', `/api/facturas/${numero_factura}/pagar`)).status).toBe(200);
    await fine('/oficina/cartera/ordenes', 'ordenes');
    await page.goto('/oficina/cartera/ordenes');
    const vuelta = page.getByRole('row', { name: /^Reinstalación/ });
    await vuelta.getByText(/^Quedan 23 horas/).waitFor();
    await vuelta.getByRole('link', { name: /^Reinstalación/ }).click();
    await page.getByText(/^El servicio debe estar de vuelta antes del/).waitFor();
    await page.getByRole('radio', { name: 'No se pudo hacer' }).check();
    await page.getByText('sin cobrar nada').waitFor();
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'orden-reinstalar');

    // What is waiting may be taken back, with a reason.
    await page.goto('/oficina/clientes/05440-0006?ver=cartera');
    await page.getByRole('button', { name: 'Ordenar un trabajo' }).click();
    await dialog.getByLabel('Motivo').fill('Posible fuga en la acometida');
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'orden-crear');
    await dialog.getByRole('button', { name: 'Crear la orden' }).click();
    await page.getByRole('button', { name: 'Anular la orden' }).click();
    await dialog.getByLabel('Motivo').fill('Era otra cuenta');
    await dialog.getByRole('button', { name: 'Anular la orden' }).click();
    await page.getByText('Orden anulada').waitFor();
    await page.getByText('Era otra cuenta').waitFor();
    await keepPicture(page, 'orden-anulada');
  }, 120_000);

  it('spreads a debt over instalments, seen before they are signed, and takes a broken agreement back', async () => {
    const page = await open('/oficina/clientes/05440-0007?ver=cartera');
    const dialog = page.getByRole('dialog');
    await page.getByRole('link', { name: 'Hacer un convenio de pago' }).click();
    await page.getByLabel('Número de cuotas').fill('4');
    await page.getByLabel(/^Interés anual/).fill('seis');
    await page.getByRole('button', { name: 'Ver las cuotas' }).click();
    await page.getByText('Escriba el porcentaje, como 6 o 25,34.').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByLabel(/^Interés anual/).fill('6');
    await page.getByRole('button', { name: 'Ver las cuotas' }).click();
    const cuotas = page.getByRole('table', { name: 'Cuotas del convenio' });
    await cuotas.getByText('4 de 4').waitFor();
    await expect.poll(() => focused(page)).toBe('2. Las cuotas');
    await keepPicture(page, 'convenio-simulado');
    expect(await findings(page)).toEqual([]);
    await page.getByLabel('Número de cuotas').fill('3'); // what was seen is no longer what would be signed
    await cuotas.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Ver las cuotas' }).click();
    await page.getByRole('button', { name: 'Firmar el convenio…' }).click();
    await dialog.getByText(/^La primera cuota/).waitFor();
    await keepPicture(page, 'convenio-firmar');
    expect(await findings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Firmar' }).click();
    await page.getByRole('heading', { level: 1, name: /^Convenio CNV/ }).waitFor();
    await page.getByText('Por facturar').first().waitFor();
    const path = new URL(page.url()).pathname;
    await fine(path, 'convenio');
    await fine('/oficina/clientes/05440-0007?ver=cartera', 'cuenta-cartera');
    await page.goto('/oficina/clientes/05440-0007/convenio');
    await page.getByText('La cuenta ya tiene un convenio vigente').waitFor();
    await page.getByRole('link', { name: /^Ver el convenio/ }).click();

    await page.getByRole('button', { name: 'Declarar incumplido…' }).click();
    await dialog.getByText('Se quitan 3 cuotas con su interés.').waitFor();
    await dialog.getByLabel('Motivo').fill('No pagó dos cuotas seguidas');
    await keepPicture(page, 'convenio-incumplir');
    expect(await findings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Declarar incumplido' }).click();
    await page.getByText('No pagó dos cuotas seguidas').waitFor();
    await keepPicture(page, 'convenio-incumplido');
    await fine('/oficina/cartera/convenios', 'convenios');
    await page.goto('/oficina/cartera/convenios?estado=vigente');
    await page.getByText('Ningún convenio está en ese estado.').waitFor();
  }, 120_000);

  it('keeps the rates and the wages', async () => {
    const page = await open('/oficina/cartera/parametros');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Cargar la tasa de un mes' }).click();
    await dialog.getByLabel('Mes').fill('2026-07');
    await dialog.getByLabel('Tasa de mora anual').fill('30');
    await dialog.getByLabel(/^Interés bancario/).fill('17,12');
    await dialog.getByLabel('De dónde sale').fill('Superfinanciera, certificación de julio de 2026');
    await dialog.getByRole('button', { name: 'Guardar la tasa' }).click();
    await dialog.getByText(/^(Error: )?La tasa de 30 % supera 1,5 veces/).waitFor();
    await keepPicture(page, 'tasa-sobre-tope');
    expect(await findings(page)).toEqual([]);
    await dialog.getByLabel('Tasa de mora anual').fill('25,34');
    await dialog.getByRole('button', { name: 'Guardar la tasa' }).click();
    const julio = page.getByRole('row', { name: /Julio de 2026/ });
    await julio.getByText('25,34\u00a0%').waitFor();
    await julio.getByRole('button', { name: 'Cambiar' }).click();
    await expect.poll(() => dialog.getByLabel('Tasa de mora anual').inputValue()).toBe('25,34');
    await page.keyboard.press('Escape');
    await fine('/oficina/cartera/parametros', 'parametros');
  }, 60_000);

  it('lets who only looks look, and nothing else', async () => {
    const page = await open('/oficina/cartera', PHONE, consulta, PASSWORD);
    await page.getByRole('row', { name: /05440-0003/ }).waitFor();
    await expect.poll(() => page.getByRole('checkbox').count()).toBe(0);
    await page.goto('/oficina/clientes/05440-0008/convenio');
    await page.getByRole('heading', { name: 'Su usuario no tiene permiso' }).waitFor();
    await page.goto('/oficina/cartera/parametros');
    await page.getByRole('row', { name: /2025/ }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Cambiar' }).count()).toBe(0);
    await page.goto('/oficina/cartera/ordenes/ORD-NADA');
    await page.getByText('No se encontró').waitFor();
  });
});
