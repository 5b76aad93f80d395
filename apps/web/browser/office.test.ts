import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, findings, keepPicture, lookAt, PHONE, signIn } from './testing/room.ts';
import { fillUtility } from './testing/utility.ts';

describeInBrowser('the office', (room) => {
  let cuenta = '';
  let ciudadano_id = 0;
  beforeAll(async () => {
    ({ cuenta, ciudadano_id } = await fillUtility(room));
  }, 120_000);

  it('changes the settings of the utility, and says at each field what is wrong', async () => {
    const page = await room.open(PHONE);
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.goto('/oficina/ajustes');
    const save = () => page.getByRole('button', { name: 'Guardar los ajustes' }).click();
    await page.getByLabel(/^NIT/).fill('12');
    await page.getByLabel('Altitud media').fill('nada');
    await save();
    await page.getByText('Escriba el NIT sin puntos ni dígito de verificación.').waitFor();
    expect(await page.getByLabel('Altitud media').getAttribute('aria-invalid')).toBe('true');
    await expect
      .poll(() => page.getByLabel(/^NIT/).evaluate((element) => element === document.activeElement))
      .toBe(true);
    await lookAt(page, 'ajustes-errores');

    await page.getByLabel(/^NIT/).fill('900.123.818');
    await page.getByText('900.123.818-0').waitFor();
    await page.getByLabel(/^Municipio/).fill('05440');
    await page.getByLabel('Altitud media').fill('2120');
    await page.getByText('Con 2.120 m son 11 m³.').waitFor();
    await page.getByRole('radio', { name: /^Facturar el promedio/ }).check();
    await page.getByLabel('El sábado es día hábil').check();
    await page.getByLabel('Nombre').fill('Aguas del Sur');
    await page.getByLabel('Facturas vencidas para suspender').fill('5');
    await page.getByLabel('GLN de recaudo').fill('123');
    await save();
    await page.getByText('Debe ser 3 o menos.').waitFor();
    await page.getByText(/Escriba los 13 dígitos del GLN/).waitFor();
    await page.getByLabel('Facturas vencidas para suspender').fill('1');
    await page.getByLabel('GLN de recaudo').fill('');
    await page.getByLabel(/otra persona lo apruebe/).check();
    await page.getByLabel('Notas que aprueba una segunda persona').fill('$ 50.000');
    await page.getByRole('textbox', { name: /^Reconexión/ }).fill('12.500');
    const causales = page.getByLabel('Causales de no lectura');
    await expect.poll(() => causales.inputValue()).toContain('Predio cerrado\nPredio desocupado');
    await causales.fill('Predio cerrado\nNadie abre la puerta aunque haya gente en la casa\n');
    await page.getByText('Acorte «Nadie abre la puerta').waitFor();
    await page.getByLabel('Nombre').focus();
    await save();
    await expect.poll(() => causales.evaluate((element) => element === document.activeElement)).toBe(true);
    await causales.fill('Predio cerrado\n\nPerro bravo\nPredio cerrado');
    await expect.poll(() => causales.getAttribute('aria-invalid')).toBe(null);
    await lookAt(page, 'ajustes-llenos');
    await save();
    await page.getByText('Los ajustes quedaron guardados.').waitFor();
    await page.getByRole('link', { name: 'Aguas del Sur' }).waitFor(); // the header too
    await page.reload();
    await expect.poll(() => page.getByLabel(/^NIT/).inputValue()).toBe('900123818');
    await expect.poll(() => page.getByLabel(/^Municipio/).inputValue()).toBe('05440');
    await expect.poll(() => page.getByRole('radio', { name: /^Facturar el promedio/ }).isChecked()).toBe(true);
    await expect.poll(() => page.getByLabel('El sábado es día hábil').isChecked()).toBe(true);
    await expect.poll(() => page.getByLabel('Facturas vencidas para suspender').inputValue()).toBe('1');
    await expect.poll(() => page.getByLabel(/otra persona lo apruebe/).isChecked()).toBe(true);
    await expect.poll(() => page.getByLabel('Notas que aprueba una segunda persona').inputValue()).toBe('50000');
    await expect.poll(() => page.getByRole('textbox', { name: /^Reconexión/ }).inputValue()).toBe('12500');
    await expect.poll(() => causales.inputValue()).toBe('Predio cerrado\nPerro bravo');
    await page.getByRole('textbox', { name: /^Reconexión/ }).fill('');
    await page.getByLabel(/^NIT/).fill('');
    await save();
    await page.getByText('Los ajustes quedaron guardados.').waitFor();
  });

  it('writes a bill by hand, takes its payment and finds where it went', async () => {
    const page = await room.open();
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.goto(`/oficina/clientes/${cuenta}`);
    await page.getByRole('link', { name: 'Crear factura manual' }).click();
    const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
    const line = (n: number) => page.getByRole('group', { name: `Línea ${n}` });
    await press('Crear la factura');
    await page.getByText('Falta este dato.').first().waitFor();
    expect(await page.getByLabel('Número de factura').getAttribute('aria-invalid')).toBe('true');
    expect(await line(1).getByLabel('Valor').getAttribute('aria-invalid')).toBe('true');
    expect(await findings(page)).toEqual([]);

    await line(1).getByLabel('Concepto').fill('Revisión técnica');
    await line(1).getByLabel('Valor').fill('45.000');
    await press('Agregar una línea');
    await line(2).getByLabel('Concepto').fill('Sobra');
    await press('Agregar una línea');
    await line(3).getByLabel('Concepto').fill('Descuento');
    await line(3).getByLabel('Valor').fill('-5000');
    await press('Quitar la línea 2');
    await page.getByText('Total: $ 40.000').waitFor();
    await page.getByLabel('Número de factura').fill('SPD000000001');
    await page.getByLabel('Fecha límite de pago').fill('2001-01-01');
    await press('Crear la factura');
    await page.getByText('La fecha de vencimiento no puede ser anterior a la de emisión.').waitFor();
    await page.getByLabel('Fecha límite de pago').fill('2199-01-01');
    await press('Crear la factura');
    await page.getByText('Esos números los da la emisión de un periodo: use otro.').waitFor();
    await keepPicture(page, 'factura-manual-error');
    await page.getByLabel('Número de factura').fill('MANUAL-0001');
    await press('Crear la factura');
    await page.getByRole('heading', { level: 1, name: 'Factura MANUAL-0001' }).waitFor();
    await page.getByText('Descuento').waitFor();

    await page.getByRole('link', { name: 'Registrar un pago' }).click();
    await page.getByRole('button', { name: 'Registrar el pago de $ 40.000' }).click();
    await page.getByRole('heading', { name: /^Pago de \$ 40\.000 registrado/ }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Pagos', exact: true }).click();
    const paid = page.getByRole('row', { name: /MANUAL-0001/ });
    await paid.getByText('$ 40.000').first().waitFor();
    await paid.getByRole('link', { name: 'MANUAL-0001' }).waitFor();
    await page.getByLabel('Hasta').fill('2001-01-31');
    await press('Filtrar');
    await page.getByText('Ningún pago coincide con estos filtros.').waitFor();
    expect(page.url()).toMatch(/pagos\?hasta=2001-01-31$/);
    await page.getByRole('link', { name: 'Quitar los filtros' }).click();
    await paid.waitFor();
  });

  it('keeps saying that a user was saved', async () => {
    const page = await room.open();
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.goto(`/oficina/usuarios/${ciudadano_id}`);
    await page.getByLabel('Nombre').fill('Zoraida C.');
    await page.getByRole('button', { name: 'Guardar los cambios' }).click();
    await page.getByRole('heading', { level: 1, name: 'Zoraida C.' }).waitFor(); // what was saved was read again
    await expect.poll(() => page.getByText('Los cambios quedaron guardados.').isVisible()).toBe(true);
  });

  it('lists the keys with ?, not while somebody writes, and never once it is turned off', async () => {
    const page = await room.open();
    await signIn(page, room.tenant.email, room.tenant.password);
    const list = page.getByRole('dialog', { name: 'Teclas' });
    await page.getByRole('searchbox', { name: 'Buscar un cliente' }).press('?');
    await expect.poll(() => list.count()).toBe(0);
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('?');
    await list.waitFor();
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'teclas');
    await list.getByLabel(/^Usar las teclas/).uncheck();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await expect.poll(() => list.count()).toBe(0);
    await page.getByRole('button', { name: /^Su usuario/ }).click();
    await page.getByRole('menuitem', { name: 'Teclas' }).click();
    await list.getByLabel(/^Usar las teclas/).check();
  });
});
