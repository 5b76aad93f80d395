import { addDays, fechaEnBogota } from '@cunservicios/domain/calendario/fechas';
import { beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { DESK, describeInBrowser, findings, keepPicture, PASSWORD, PHONE, signIn } from './testing/room.ts';
import { fillUtility } from './testing/utility.ts';

describeInBrowser('what is special about an account', (room) => {
  const consulta = 'consulta@prueba.co';
  const cuenta = '/oficina/clientes/05440-0003';
  beforeAll(async () => {
    await fillUtility(room);
    const admin = await room.tenant.as('admin');
    const user = { email: consulta, password: PASSWORD, nombre: 'Solo mira', roles: ['consulta'] };
    await admin('POST', '/api/users', user);
  }, 120_000);

  const open = async (size = DESK, email = room.tenant.email, password = room.tenant.password) => {
    const page = await room.open(size);
    await signIn(page, email, password);
    await page.goto(cuenta);
    await page.getByRole('heading', { name: 'Lo especial de esta cuenta' }).waitFor();
    await page.locator('.esqueleto').first().waitFor({ state: 'detached' });
    return page;
  };
  const especial = (page: Page) => page.getByRole('region', { name: 'Lo especial de esta cuenta' });
  const add = async (page: Page, name: string) => {
    await page.getByRole('button', { name: 'Agregar o cambiar…' }).click();
    await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
    await page.getByRole('dialog', { name }).waitFor();
    expect(await findings(page), name).toEqual([]);
    await keepPicture(page, `condicion-${name.replaceAll(/\W+/g, '-').toLowerCase()}`);
  };

  it('is nothing at first, and is added from a menu, each with what it does to the bill', async () => {
    const page = await open();
    await especial(page)
      .getByText(/^Nada: se factura como cualquier otra/)
      .waitFor();
    await page.getByRole('button', { name: 'Agregar o cambiar…' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'condiciones-menu');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Fuga imperceptible' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Agregar o cambiar…');
    const dialog = page.getByRole('dialog');
    const save = async (button: string, said: string | RegExp) => {
      await dialog.getByRole('button', { name: button, exact: true }).click();
      await especial(page).getByText(said).waitFor();
      await dialog.waitFor({ state: 'detached' });
    };

    await add(page, 'Fuga imperceptible');
    await dialog.getByLabel('Día en que se detectó').fill('2016-04-10');
    await dialog.getByLabel('Cómo se detectó').fill('Visita 123 con geófono');
    await dialog.getByRole('button', { name: 'Registrar la fuga' }).click();
    await dialog.getByText(/El periodo 2016-04 ya se emitió/).waitFor();
    await keepPicture(page, 'condicion-error');
    await dialog.getByLabel('Día en que se detectó').fill(fechaEnBogota(new Date()));
    await save('Registrar la fuga', /^Fuga registrada: se cobra el promedio hasta/);

    await add(page, 'Vertimiento propio');
    await dialog.getByLabel('Metros cúbicos al mes').fill('30');
    await dialog.getByLabel('Soporte').fill('Aforo 45 de 2026');
    await save('Registrar el vertimiento', 'Vertimiento registrado.');
    await especial(page)
      .getByText(/^Fuente propia: 30 m³ al mes/)
      .waitFor();
    await especial(page).getByRole('button', { name: 'Terminar el vertimiento' }).click();
    await dialog.getByLabel('Último día que vale').fill(addDays(fechaEnBogota(new Date()), 30));
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog.waitFor({ state: 'detached' });

    await add(page, 'Decisión de uso especial');
    await dialog.getByLabel('Decisión de la empresa').fill('Resolución 8 de 2026');
    await save('Registrar la decisión', 'Decisión de uso especial registrada.');

    await add(page, 'Fechas del servicio');
    await dialog.getByLabel('Primer día').fill('2016-05-10');
    await save('Guardar las fechas', 'Las fechas del servicio quedaron guardadas.');
    await add(page, 'Unidades de distinta clase');
    await dialog.getByRole('group', { name: 'Clase 1' }).getByLabel('Unidades').fill('4');
    await save('Guardar las unidades', 'Las unidades por clase quedaron guardadas.');
    await especial(page).getByText('4 unidades de residencial, estrato 3; 1 unidad de comercial').waitFor();
    await page.getByRole('region', { name: 'Datos de la cuenta' }).getByText('Unidades de distinta clase').waitFor();
    await add(page, 'Exento del desincentivo');
    await dialog.getByLabel('Por qué').fill('Hogar comunitario del ICBF');
    await save('Guardar', 'Exento del desincentivo: quedó guardado.');
    await add(page, 'Usuario protegido');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog.getByText('Escriba al menos 3 caracteres.').waitFor();
    await dialog.getByLabel('Por qué').fill('Persona con oxígeno en casa');
    await save('Guardar', 'Usuario protegido: quedó guardado.');

    for (const size of [DESK, PHONE]) {
      const other = await open(size);
      await keepPicture(other, 'condiciones');
      for (const colorScheme of ['light', 'dark'] as const) {
        await other.emulateMedia({ colorScheme });
        expect(await findings(other)).toEqual([]);
      }
      await other.setViewportSize({ ...size, width: size === PHONE ? 320 : 760 });
      expect(await other.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await other.context().close();
    }

    await page.getByRole('button', { name: 'Quitar: Usuario protegido' }).click();
    await dialog.getByRole('button', { name: 'Quitar' }).click();
    await especial(page).getByText('Se quitó: usuario protegido.').waitFor();
    await especial(page).getByText('Persona con oxígeno en casa').waitFor({ state: 'detached' });
  }, 120_000);

  it('changes a meter with its last dial, and takes the next one away', async () => {
    const page = await open(PHONE);
    const dialog = page.getByRole('dialog');
    await add(page, 'Cambiar el medidor');
    await dialog.getByRole('button', { name: 'Cambiar el medidor' }).click();
    await dialog.getByText('Falta este dato.').waitFor();
    await dialog.getByLabel('Serial').fill('M-NUEVO-3');
    await dialog.getByRole('button', { name: 'Cambiar el medidor' }).click();
    await dialog.getByText(/Escriba la última lectura, o la causal/).waitFor();
    expect(await findings(page)).toEqual([]);
    await dialog.getByLabel('Última lectura').fill('999,5');
    await dialog.getByRole('button', { name: 'Cambiar el medidor' }).click();
    await page.getByText('Medidor M-0003 cambiado por M-NUEVO-3.').waitFor();
    await page.getByText('Lo que ya terminó (1)').click();
    await page.getByRole('heading', { name: 'Medidor M-0003, retirado' }).waitFor();
    await keepPicture(page, 'condiciones-medidor-cambiado');
    await page.getByText(/con 999,5 m³/).waitFor();
    await add(page, 'Retirar el medidor');
    await dialog.getByLabel('Causal').fill('Predio demolido');
    await dialog.getByRole('button', { name: 'Retirar el medidor' }).click();
    await page.getByText('Medidor M-NUEVO-3 retirado.').waitFor();
    await page.getByText('Sin medidor', { exact: true }).waitFor();
  }, 60_000);

  it('shows who only looks what is special, without the menu', async () => {
    const page = await open(PHONE, consulta, PASSWORD);
    await especial(page).getByText('Fuga imperceptible').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Agregar o cambiar…' }).count()).toBe(0);
    await expect.poll(() => especial(page).getByRole('button').count()).toBe(0);
  });
});
