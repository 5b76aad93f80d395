import { addDays, fechaEnBogota } from '@cunservicios/domain/calendario/fechas';
import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, lookAt, PHONE, signIn } from './testing/room.ts';
import { fillUtility } from './testing/utility.ts';

describeInBrowser('what was not billed in time, and what is billed above the ranges', (room) => {
  let factura = '';
  beforeAll(async () => {
    ({ factura } = await fillUtility(room));
  }, 120_000);

  it('recovers consumption with its grounds, after five months only with proof of fraud', async () => {
    const page = await room.open();
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.goto(`/oficina/facturas/${factura}`);
    await page.getByRole('link', { name: 'Recuperar consumo' }).click();
    await page.getByLabel('Metros cúbicos que no se cobraron').fill('doce');
    await page.getByRole('button', { name: 'Ver cuánto cobraría' }).click();
    await expect
      .poll(() => page.getByLabel('Metros cúbicos que no se cobraron').getAttribute('aria-invalid'))
      .toBe('true');
    await page.getByLabel('Metros cúbicos que no se cobraron').fill('12');
    await page.getByRole('button', { name: 'Ver cuánto cobraría' }).click();
    await page.getByText(/^El plazo para cobrarlo venció/).waitFor();
    await page.getByRole('button', { name: 'Facturar el consumo recuperado' }).click();
    await page.getByText('Escriba al menos 20 caracteres.').waitFor();
    await expect.poll(() => page.getByLabel('Evidencia del fraude').getAttribute('aria-invalid')).toBe('true');
    await lookAt(page, 'recuperar-errores');
    await page.getByLabel('Fundamento técnico').fill('Medidor frenado según la prueba de laboratorio 118.');
    await page.getByLabel('Evidencia del fraude').fill('Acta 45: derivación antes del medidor, con fotos y firma.');
    await lookAt(page, 'recuperar');
    await page.getByRole('button', { name: 'Facturar el consumo recuperado' }).click();
    await page.getByRole('heading', { name: 'Consumo recuperado' }).waitFor();
    await page.getByText('Acta 45: derivación antes del medidor, con fotos y firma.', { exact: true }).waitFor();
    await page.getByText('Recuperación: Consumo', { exact: false }).first().waitFor();
    await lookAt(page, 'factura-recuperacion');
    await page.goto('/oficina/recuperaciones');
    await page.getByRole('row', { name: new RegExp(factura) }).waitFor();
    await lookAt(page, 'recuperaciones');
  }, 120_000);

  it('switches the desincentivo on for a third party, and off', async () => {
    const page = await room.open(PHONE);
    const dialog = page.getByRole('dialog');
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.goto('/oficina/tarifas');
    await page.getByText('No está activo, y nunca lo ha estado.').waitFor();
    await page.getByRole('button', { name: 'Activar…' }).click();
    await dialog.getByText(/^Primero cree el tercero/).waitFor();
    await lookAt(page, 'desincentivo-sin-tercero');
    const admin = await room.tenant.as('admin');
    await admin('POST', '/api/terceros', { codigo: 'fonam', nombre: 'Fondo Nacional Ambiental', nit: null });
    await page.reload();
    await page.getByRole('button', { name: 'Activar…' }).click();
    await dialog.getByRole('option', { name: 'Fondo Nacional Ambiental' }).waitFor({ state: 'attached' });
    await dialog.getByRole('button', { name: 'Activar el desincentivo' }).click();
    await expect.poll(() => dialog.getByLabel('A nombre de').getAttribute('aria-invalid')).toBe('true');
    await lookAt(page, 'desincentivo-activar');
    await dialog.getByLabel('A nombre de').selectOption('fonam');
    await dialog.getByRole('button', { name: 'Activar el desincentivo' }).click();
    await page.getByText('Activo', { exact: true }).waitFor();
    await page.getByText(/A nombre de Fondo Nacional Ambiental/).waitFor();
    await lookAt(page, 'desincentivo');
    await page.getByRole('button', { name: 'Terminar el desincentivo' }).click();
    await dialog.getByLabel('Último día que vale').fill(addDays(fechaEnBogota(new Date()), 30));
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await page
      .getByText(/ hasta el /)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Activar…' }).waitFor();
  }, 120_000);
});
