import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { describeInBrowser, PHONE, signIn } from './testing/room.ts';

describeInBrowser('signing in', (room) => {
  it('opens the office, survives a reload, and ends everywhere with one press', async () => {
    const page = await room.open();
    await page.goto('/oficina/periodos');
    await page.waitForURL('**/entrar?volver=%2Foficina%2Fperiodos');
    await page.getByLabel('Correo').fill(room.tenant.email);
    await page.getByLabel('Contraseña').fill(room.tenant.password);
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.getByRole('heading', { level: 1, name: 'Periodos de facturación' }).waitFor();

    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Periodos de facturación' }).waitFor();
    expect(await page.evaluate('JSON.stringify(localStorage) + document.cookie')).not.toMatch(/eyJ/); // no token that a script can read

    const other = await page.context().newPage();
    await other.goto('/mi-usuario');
    await other.getByRole('button', { name: 'Salir de todos los dispositivos' }).click();
    await other.waitForURL('**/entrar');
    await page.waitForURL('**/entrar'); // the first tab noticed
    await page.goto('/oficina');
    await page.waitForURL('**/entrar?volver=%2Foficina');
  });

  it('says why it refuses, without losing what was written', async () => {
    const page = await room.open(PHONE);
    await page.goto('/entrar');
    await page.getByRole('button', { name: 'Entrar' }).click();
    expect(await page.getByLabel('Correo').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Correo').fill(room.tenant.email);
    await page.getByLabel('Contraseña').fill('no es esta');
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.getByRole('alert').getByText('El correo o la contraseña no son correctos').waitFor();
    await expect.poll(() => page.getByLabel('Correo').inputValue()).toBe(room.tenant.email);
  });

  it('sets a new password with the link of the mail, once', async () => {
    const page = await room.open(PHONE);
    await page.goto('/entrar');
    await page.getByRole('link', { name: 'Olvidé mi contraseña' }).click();
    await page.getByLabel('Correo').fill(room.tenant.email);
    await page.getByRole('button', { name: 'Enviar el enlace' }).click();
    await page.getByText('recibirá un enlace').waitFor();

    const link = await vi.waitUntil(() => linkOfMail(path.join(room.server.dataDir, 'mail')), { timeout: 20_000 });
    await page.goto(link);
    await page.getByLabel('Contraseña nueva').fill('corta');
    await page.getByRole('button', { name: 'Cambiar la contraseña' }).click();
    await page.getByText('Escriba al menos 8 caracteres.').waitFor();
    await page.getByLabel('Contraseña nueva').fill(room.tenant.password);
    await page.getByRole('button', { name: 'Cambiar la contraseña' }).click();
    await page.getByText('La contraseña quedó cambiada').waitFor();
    await signIn(page, room.tenant.email, room.tenant.password);

    await page.goto(link);
    await page.getByLabel('Contraseña nueva').fill('otra contraseña larga');
    await page.getByRole('button', { name: 'Cambiar la contraseña' }).click();
    await page.getByText('El enlace venció o ya se usó').waitFor();
    expect(page.url()).toContain('/restablecer');
  });

  it('goes by keyboard alone, and shows nothing of the office to a citizen', async () => {
    const admin = await room.tenant.as('admin');
    await admin('POST', '/api/users', {
      email: 'vecino@prueba.co',
      password: room.tenant.password,
      roles: ['ciudadano'],
    });
    const page = await room.open();
    await page.goto('/entrar');
    await page.getByLabel('Correo').focus();
    await page.keyboard.type('vecino@prueba.co');
    await page.keyboard.press('Tab');
    await page.keyboard.type(room.tenant.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Mis cuentas' }).waitFor();
    await page.goto('/oficina/clientes');
    await page.getByRole('heading', { level: 1, name: 'Su usuario no tiene permiso' }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Clientes' }).count()).toBe(0);
  });

  it('finds an action with Ctrl+K', async () => {
    const page = await room.open();
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox', { name: 'Buscar', exact: true }).waitFor();
    await page.keyboard.type('tarifas');
    await page.getByText('Buscar «tarifas»').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/oficina/tarifas');
    await page.getByRole('heading', { level: 1, name: 'Tarifas' }).waitFor();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });
});

/** The address in the newest mail of a folder, or undefined: mails are written by a job. */
function linkOfMail(folder: string) {
  const name = existsSync(folder) ? readdirSync(folder).toSorted().at(-1) : undefined;
  const mail = name ? readFileSync(path.join(folder, name), 'utf8') : '';
  return /\/restablecer\?\S+/.exec(mail.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='))?.[0];
}
