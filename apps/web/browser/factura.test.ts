import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, findings, keepPicture, lookAt, PASSWORD, PHONE, signIn } from './testing/room.ts';
import { fillUtility } from './testing/utility.ts';

describeInBrowser('a bill in the office', (room) => {
  let factura = '';
  let otra = '';
  const segunda = 'segunda@prueba.co';
  beforeAll(async () => {
    ({ factura } = await fillUtility(room));
    const admin = await room.tenant.as('admin');
    const { json } = await admin('GET', '/api/facturas/cuenta/05440-0002');
    otra = (json as { numero_factura: string }[])[0]?.numero_factura ?? '';
    await admin('PATCH', '/api/tenants/actual/ajustes', { ajustes: { limite_nota: 2_000 } });
    await admin('POST', '/api/users', {
      email: segunda,
      password: PASSWORD,
      nombre: 'Luz Dary',
      roles: ['facturacion'],
    });
  }, 120_000);

  it('gives its paper, explains itself, and is put right with notes: small ones at once, others by a second person', async () => {
    const page = await room.open();
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.goto(`/oficina/facturas/${factura}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Descargar PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`factura-${factura}.pdf`);
    await page.getByText('Por qué este valor, de la lectura a cada peso').click();
    await page.locator('.explicacion li').first().waitFor();
    await keepPicture(page, 'factura-explicada');
    expect(await findings(page)).toEqual([]);

    const dialog = page.getByRole('dialog');
    const note = async (valor: string, motivo: string) => {
      await page.getByRole('button', { name: 'Hacer una nota' }).click();
      await dialog.getByLabel('Cargo fijo de acueducto', { exact: true }).fill(valor);
      await dialog.getByLabel('Motivo').fill(motivo);
      await dialog.getByRole('button', { name: 'Hacer la nota' }).click();
    };
    await note('nada', 'Se cobró dos veces');
    await dialog.getByText('Escriba un valor en pesos, como 5.000.').waitFor();
    await lookAt(page, 'nota-error');
    await dialog.getByLabel('Cargo fijo de acueducto', { exact: true }).fill('1.500');
    await dialog.getByText('Se devuelven $ 1.500').waitFor();
    await dialog.getByText('Escriba un valor en pesos').waitFor({ state: 'detached' });
    await lookAt(page, 'nota');
    await dialog.getByRole('button', { name: 'Hacer la nota' }).click();
    await page.getByText(/por \$ 1\.500 aplicada/).waitFor();
    await page.getByRole('table', { name: 'Notas aplicadas' }).getByText('Se cobró dos veces').waitFor();

    await note('2.000', 'La visita no se hizo');
    await page.getByText(/espera a que otra persona la apruebe/).waitFor();
    await page.getByText('Usted la escribió: la aprueba otra persona.').waitFor();
    await keepPicture(page, 'factura-notas');
    expect(await findings(page)).toEqual([]);

    const phone = await room.open(PHONE);
    await signIn(phone, segunda, PASSWORD);
    await phone.goto(`/oficina/facturas/${factura}`);
    await phone.getByRole('button', { name: 'Rechazar' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Rechazar la nota' }).click();
    await phone.getByRole('dialog').getByText('Escriba al menos 5 caracteres.').waitFor();
    await phone.keyboard.press('Escape');
    await keepPicture(phone, 'factura-notas');
    expect(await findings(phone)).toEqual([]);
    await phone.getByRole('button', { name: 'Aprobar la nota' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Aprobar la nota' }).click();
    await phone.getByText('La visita no se hizo').waitFor();
    await phone.getByText('Espera a otra persona').waitFor({ state: 'detached' });
  });

  it('is void and issued again with the reading put right', async () => {
    const page = await room.open();
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.goto(`/oficina/facturas/${otra}`);
    await page.getByRole('button', { name: 'Anular…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Anular la factura' }).click();
    await dialog.getByText('Escriba al menos 5 caracteres.').waitFor();
    await lookAt(page, 'factura-anular-vacia');
    await dialog.getByLabel('Motivo').fill('Se digitó mal la lectura');
    await dialog.getByLabel('Emitir otra en su lugar, corregida').check();
    const leida = await page
      .getByText(/lectura actual [\d.]+/)
      .first()
      .textContent();
    const actual = Number(/lectura actual ([\d.]+)/.exec(leida ?? '')?.[1]?.replaceAll('.', ''));
    await dialog.getByLabel('Lectura correcta').fill(String(actual - 1));
    await lookAt(page, 'factura-anular');
    await dialog.getByRole('button', { name: 'Anular y emitir otra' }).click();
    await page.getByText(`La factura ${otra} quedó anulada y esta la reemplaza.`).waitFor();
    expect(page.url()).not.toContain(otra);
    await page.goto(`/oficina/facturas/${otra}`);
    await page.getByText('Anulada', { exact: true }).waitFor();
    await page.getByText('Se digitó mal la lectura').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Hacer una nota' }).count()).toBe(0);
    await lookAt(page, 'factura-anulada');
    await page.getByRole('link', { name: /^la factura SPD/ }).click();
    await page.getByRole('button', { name: 'Hacer una nota' }).waitFor();
    expect(page.url()).not.toContain(otra);
  });
});
