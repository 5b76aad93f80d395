import { beforeAll, expect, it } from 'vitest';
import { DESK, describeInBrowser, findings, keepPicture, lookAt, PHONE, signIn } from './testing/room.ts';
import { fillUtility } from './testing/utility.ts';

describeInBrowser('tariffs', (room) => {
  beforeAll(async () => {
    await fillUtility(room);
  }, 120_000);

  it('writes a version, says at each field which rule it breaks, measures what it would do, and creates it', async () => {
    const page = await room.open();
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.getByRole('link', { name: 'Tarifas', exact: true }).click();
    await page.getByRole('link', { name: 'Nueva versión' }).click();
    await page.getByText('No cambia ningún precio ni ningún porcentaje.').waitFor();
    const acueducto = page.getByRole('group', { name: 'Acueducto' });
    const precio = await acueducto.getByLabel('Consumo').inputValue();
    expect(precio).toMatch(/^[\d.]+,\d+$/);
    await page.getByLabel('Estrato 1').first().fill('71');
    await page.getByLabel('Comercial').first().fill('nada');
    await acueducto.getByLabel('Consumo').fill('2.000,50');
    await page.getByRole('button', { name: 'Medir el impacto' }).click();
    await page.getByText('El subsidio del estrato 1 no puede pasar del 70 %').waitFor();
    await page.getByText('Escriba un porcentaje, como 40 o 17,5.').waitFor();
    await page.getByText(/Falta la fuente/).waitFor();
    await expect
      .poll(() => page.getByLabel('Acto o resolución').evaluate((element) => element === document.activeElement))
      .toBe(true);
    await keepPicture(page, 'tarifa-errores');
    expect(await findings(page)).toEqual([]);

    await page.getByLabel('Acto o resolución').fill('Acuerdo 007 de 2026');
    await page.getByLabel('Estrato 1').first().fill('70');
    await page.getByLabel('Comercial').first().fill('52,5');
    await page.getByRole('table', { name: 'Frente a la versión vigente' }).getByText('$ 2.000,50').waitFor();
    await keepPicture(page, 'tarifa-nueva');
    const phone = await room.open(PHONE);
    await signIn(phone, room.tenant.email, room.tenant.password);
    await phone.goto('/oficina/tarifas/nueva');
    await phone.getByText('No cambia ningún precio').waitFor();
    await keepPicture(phone, 'tarifa-nueva');
    expect(await findings(phone)).toEqual([]);

    await page.getByRole('button', { name: 'Medir el impacto' }).click();
    await page.getByRole('heading', { level: 1, name: 'Impacto de unas tarifas' }).waitFor();
    await page.getByRole('heading', { name: 'Por uso y estrato' }).waitFor();
    await page
      .getByRole('table', { name: /^Lo que se factura/ })
      .getByText('Residencial, estrato 1')
      .waitFor();
    const address = page.url();
    for (const size of [DESK, PHONE]) {
      const one = await room.open(size);
      await signIn(one, room.tenant.email, room.tenant.password);
      await one.goto(address);
      await one.getByRole('heading', { name: 'Las facturas que más cambian' }).waitFor();
      await keepPicture(one, 'tarifa-impacto');
      for (const colorScheme of ['light', 'dark'] as const) {
        await one.emulateMedia({ colorScheme });
        expect(await findings(one)).toEqual([]);
      }
      await one.setViewportSize({ ...size, width: size === PHONE ? 320 : 760 });
      expect(await one.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }

    await page.getByRole('link', { name: 'Seguir cambiándola' }).click();
    await expect.poll(() => page.getByLabel('Comercial').first().inputValue()).toBe('52,5');
    await expect.poll(() => page.getByLabel('Acto o resolución').inputValue()).toBe('Acuerdo 007 de 2026');
    await page.goBack();
    await page.getByRole('button', { name: 'Crear esta versión' }).click();
    await lookAt(page, 'tarifa-crear');
    await page.getByRole('dialog').getByRole('button', { name: 'Crear la versión' }).click();
    await page.getByText(/^Quedó creada la versión/).waitFor();
    await page.getByText('Futura').waitFor();
    await lookAt(page, 'tarifas-creada');
    await page.getByRole('link', { name: /^Medición del/ }).click();
    await page.getByRole('heading', { name: 'Por uso y estrato' }).waitFor();
  });

  it('lists everything that is wrong with a file', async () => {
    const page = await room.open();
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.goto('/oficina/importar');
    const mala = {
      vigente_desde: '2030-01-01',
      fuente: 'Acuerdo',
      servicios: { acueducto: { cargo_fijo: '1000', consumo: '-3' } },
      factores: {
        residencial: { '1': '-0.90', '2': '0', '3': '0', '4': '0', '5': '0.50', '6': '0.60' },
        comercial: '0.50',
        industrial: '0.30',
        oficial: '0',
        especial: '0',
      },
    };
    const buffer = Buffer.from(JSON.stringify({ versiones: [mala, { ...mala, vigente_desde: '2031-01-01' }] }));
    await page.getByLabel('Archivo de tarifas').setInputFiles({ name: 't.json', mimeType: 'application/json', buffer });
    await page.getByRole('button', { name: 'Importar tarifas' }).click();
    const lista = page.getByRole('table', { name: 'Las 4 cosas por corregir' });
    await lista.getByText('versiones.1.factores.residencial.1').waitFor();
    await lista.getByText('versiones.0.servicios.acueducto.consumo').waitFor();
    await keepPicture(page, 'tarifas-archivo-malo');
    expect(await findings(page)).toEqual([]);
  });
});
