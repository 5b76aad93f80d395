import { beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { DESK, describeInBrowser, findings, keepPicture, PHONE, signIn } from './testing/room.ts';
import { fillUtility } from './testing/utility.ts';

// Eight real months give histories to compare with; in the last of them a dial goes back.
const MONTHS = Array.from({ length: 8 }, (_, i) => `2016-${String(i + 3).padStart(2, '0')}`);

describeInBrowser('the warnings desk', (room) => {
  let path = '';
  beforeAll(async () => {
    const { liquidado } = await fillUtility(room, MONTHS, 'M-0028,2016-10-29,112,real\n');
    path = `/oficina/periodos/1/${liquidado}/critica`;
    // The picture of the guide is taken here.
    await (
      await room.tenant.as('admin')
    )('PATCH', '/api/tenants/actual/ajustes', { nombre: 'Aguas de Marinilla' });
  }, 120_000);

  const open = async (where = path, size = DESK) => {
    const page = await room.open(size);
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.goto(where);
    await page.locator('article').first().waitFor();
    return page;
  };
  const focused = (page: Page) =>
    page.evaluate<string | undefined>("document.activeElement.closest('[data-cuenta]')?.dataset.cuenta");
  const account = (page: Page, n: number) => page.locator('article').nth(n).getAttribute('data-cuenta');
  const left = async (page: Page) =>
    Number(/: (\d+) por decidir/.exec((await page.locator('#monton').textContent()) ?? '')?.[1]);

  it('has nothing that axe finds, at every width, light and dark', async () => {
    for (const size of [DESK, PHONE]) {
      const page = await open(`${path}?advertencia=desviacion_significativa`, size);
      await keepPicture(page, 'critica');
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await findings(page)).toEqual([]);
      }
      await page.setViewportSize({ ...size, width: size === PHONE ? 320 : 760 });
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
  });

  it('is walked with the keyboard: move, decide with a reason, and the focus goes on to the next account', async () => {
    const page = await open(`${path}?advertencia=desviacion_significativa`);
    const before = await left(page);
    const [first, second, third] = [await account(page, 0), await account(page, 1), await account(page, 2)];
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(second);
    await page.keyboard.press('k');
    expect(await focused(page)).toBe(first);

    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Confirmar' }).click();
    await dialog.getByText('Escriba al menos 3 caracteres.').waitFor();
    expect(await findings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Consumo explicado por el usuario' }).click();
    await keepPicture(page, 'critica-confirmar');
    await dialog.getByRole('button', { name: 'Confirmar' }).click();
    await page.getByText(`Confirmada: ${first}.`).waitFor();
    await expect.poll(() => focused(page)).toBe(second);
    expect(await left(page)).toBe(before - 1);

    // Two at once; a correction is of one account, so it is not among what can be done with several.
    await page.keyboard.press('Space');
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    await page.getByText('2 cuentas elegidas').waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^Corregir 2/ }).count()).toBe(0);
    await page.keyboard.press('p');
    await dialog.getByText('la próxima lectura ajusta la diferencia').waitFor();
    await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Medidor empañado');
    await dialog.getByRole('button', { name: 'Facturar promedio: 2 cuentas' }).click();
    await page.getByText('Se factura el promedio: 2 cuentas.').waitFor();
    await page.getByText('Ver cuenta por cuenta').click();
    await page
      .getByRole('table', { name: 'Lo que cambió' })
      .getByText(third ?? '')
      .waitFor();
    await keepPicture(page, 'critica-resultado');
    expect(await findings(page)).toEqual([]);
    expect(await left(page)).toBe(before - 3);

    // What was decided is behind a filter, with who and why, and the reason is offered again.
    await page.getByLabel('Mostrar').selectOption('resuelta');
    await page.getByText('Medidor empañado').first().waitFor();
    expect(page.url()).toContain('critica=resuelta');
    await keepPicture(page, 'critica-decididas');
    await page.locator(`article[data-cuenta="${third}"]`).getByRole('button', { name: 'Facturar promedio' }).click();
    await dialog.getByRole('button', { name: 'Medidor empañado' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('corrects a reading on a phone, says where it is wrong, and goes on when the pile is done', async () => {
    const page = await open(`${path}?advertencia=lectura_menor`, PHONE);
    const only = await account(page, 0);
    await keepPicture(page, 'critica-lectura-menor');
    await page.getByRole('button', { name: /^Corregir/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Se volvió a leer el medidor');
    await dialog.getByRole('button', { name: 'Corregir' }).click();
    await dialog.getByText('Escriba la lectura correcta, y solo para corregir.').waitFor();
    const anterior = /La anterior es ([\d.]+)/.exec((await dialog.textContent()) ?? '')?.[1]?.replaceAll('.', '');
    await dialog.getByLabel('Lectura correcta').fill(`${Number(anterior) + 9},4`);
    await keepPicture(page, 'critica-corregir');
    await dialog.getByRole('button', { name: 'Corregir' }).click();
    await page.getByText(`Lectura corregida: ${only}.`).waitFor();
    await page.getByText('No queda ninguna por decidir en este montón.').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('monton');
    await keepPicture(page, 'critica-vacia');
    await page.getByRole('link', { name: /^Seguir con/ }).click();
    await page.locator('article').first().waitFor();
  });
});
