import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { DESK, describeInBrowser, findings, keepPicture, PASSWORD, PHONE, signIn } from './testing/room.ts';
import { fillUtility } from './testing/utility.ts';

describeInBrowser('the papers of an issued period', (room) => {
  let path = '';
  const impresiones = '/periodos/2016-04/impresiones';
  const atencion = 'atencion@prueba.co';
  beforeAll(async () => {
    path = `/oficina/periodos/1/${(await fillUtility(room)).emitido}`;
    const admin = await room.tenant.as('admin');
    const user = { email: atencion, password: PASSWORD, nombre: 'Luz Dary', roles: ['atencion'] };
    await admin('POST', '/api/users', user);
  }, 120_000);

  const open = async (size = DESK) => {
    const page = await room.open(size);
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.goto(path);
    return page;
  };
  const fine = async (page: Page, name: string) => {
    await keepPicture(page, name);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    const size = page.viewportSize()!;
    await page.setViewportSize({ ...size, width: size.width === PHONE.width ? 320 : 760 });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.setViewportSize(size);
  };
  const saved = async (page: Page, button: string | RegExp) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button, exact: true }).press('Enter'),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };

  it('are printed, all or one route, and are there after a reload', async () => {
    const page = await open();
    const dialog = page.getByRole('dialog');
    await page.getByText('Todavía no se han impreso.').waitFor();
    await page.getByRole('button', { name: 'Imprimir…' }).press('Enter');
    await dialog.getByRole('option', { name: /^R01/ }).waitFor({ state: 'attached' });
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'imprimir-ventana');
    await dialog.getByRole('button', { name: 'Hacer los archivos' }).click();
    const all = page.getByRole('table', { name: 'Archivos de la impresión: Todas las rutas' });
    await all.getByRole('button', { name: /^Descargar/ }).waitFor();
    await page.getByRole('button', { name: 'Imprimir…' }).click();
    await dialog.getByLabel('Ruta').selectOption('R01');
    await dialog.getByRole('button', { name: 'Hacer los archivos' }).click();
    const one = page.getByRole('table', { name: 'Archivos de la impresión: Ruta R01' });
    await one.getByRole('button', { name: /^Descargar/ }).waitFor();

    await page.reload();
    await one.waitFor();
    await expect.poll(() => all.isVisible()).toBe(false);
    const { name, bytes } = await saved(page, /^Descargar facturas-2016-04-R01-0001/);
    expect(name).toBe('facturas-2016-04-R01-0001.pdf');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByText('1 impresión anterior').click();
    await all.waitFor();
    await fine(page, 'periodo-impreso');
    await page.context().close();
    const phone = await open(PHONE);
    await phone.getByRole('table', { name: 'Archivos de la impresión: Ruta R01' }).waitFor();
    await fine(phone, 'periodo-impreso');
  });

  it('say how far a run is, and what stopped one', async () => {
    const page = await open();
    // As a killed server leaves it.
    const { items } = JSON.parse((await (await room.tenant.as('admin'))('GET', `/api${impresiones}`)).text);
    const last = (row: { estado: 'en_curso' | 'fallida'; hechas?: number; finished_at?: null; error?: string }) =>
      room.server.tenants.transaction(room.tenant.id, ({ db, tenant_id }) =>
        db
          .updateTable('ejecuciones')
          .set(row)
          .where('tenant_id', '=', tenant_id)
          .where('id', '=', items[0].id)
          .execute(),
      );
    await last({ estado: 'en_curso', hechas: 0, finished_at: null });
    await page.reload();
    const bar = page.getByRole('progressbar', { name: 'Impresión de facturas' });
    expect(await bar.evaluate((element: HTMLProgressElement) => [element.value, element.max])).toEqual([0, 31]);
    await fine(page, 'periodo-imprimiendo');
    await last({ estado: 'fallida', error: 'No hay espacio.' });
    await page.getByText('Impresión de facturas: no terminó').waitFor(); // without a reload
  });

  it('leave for DIAN and SUI with the total of the books shown before', async () => {
    for (const size of [PHONE, DESK]) {
      const page = await open(size);
      await page.locator('summary', { hasText: 'Archivos para la DIAN y el SUI' }).press('Enter');
      await page.getByText('Todo cuadra').waitFor();
      await fine(page, 'periodo-exportar');
      const control = (await page.locator('.aviso dd').allTextContents()).map((each) => each.replaceAll(/\D/g, ''));
      const sui = await saved(page, /^Descargar SUI/);
      expect(sui.name).toBe('sui-2016-04.csv');
      expect(sui.bytes.toString().trim().split('\n').at(-1)).toMatch(`CONTROL,${control[0]}`);
      const dian = await saved(page, /^Descargar DIAN, en JSON/);
      expect(JSON.parse(dian.bytes.toString().trim().split('\n').at(-1) ?? '')).toEqual({
        control: { facturas: Number(control[0]), valor_total: Number(control[1]) },
      });
      expect((await saved(page, /^Descargar DIAN, en XML/)).bytes.toString()).toContain('<Control ');
      await page.context().close();
    }
  });

  it('are not for who attends customers', async () => {
    const page = await room.open();
    await signIn(page, atencion);
    await page.goto(path);
    await page.getByText('Las facturas de este periodo están emitidas').waitFor();
    await expect.poll(() => page.getByText('Archivos para la DIAN y el SUI').count()).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: 'Imprimir…' }).count()).toBe(0);
  });

  it('do not leave when the books differ, and that is said in words', async () => {
    const total = (valor_total: number) =>
      room.server.tenants.transaction(room.tenant.id, ({ db, tenant_id }) =>
        db
          .updateTable('periodos')
          .set({ valor_total })
          .where('tenant_id', '=', tenant_id)
          .where('codigo', '=', '2016-04')
          .execute(),
      );
    const { text } = await (await room.tenant.as('admin'))('GET', '/api/periodos/2016-04');
    await total(1);
    const page = await open(PHONE);
    await page.getByText('Archivos para la DIAN y el SUI').click();
    await page.getByText('Las cuentas no cuadran: no sale ningún archivo').waitFor();
    await page.getByText(/^El periodo 2016-04 no cuadra/).waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^Descargar (DIAN|SUI)/ }).count()).toBe(0);
    await fine(page, 'periodo-no-cuadra');
    await total(JSON.parse(text).valor_total);
  });
});
