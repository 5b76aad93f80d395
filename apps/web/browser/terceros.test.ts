import { beforeAll, expect, it } from 'vitest';
import { DESK, describeInBrowser, findings, keepPicture, PHONE, signIn } from './testing/room.ts';
import { fillUtility } from './testing/utility.ts';

const HEAD = 'numero_cuenta,tercero,referencia,codigo,concepto,valor,desde';

describeInBrowser('third parties and pending charges', (room) => {
  let admin: Awaited<ReturnType<typeof room.tenant.as>>;
  beforeAll(async () => {
    admin = await room.tenant.as('admin');
    await fillUtility(room);
  }, 120_000);

  const open = async (path: string, size = DESK) => {
    const page = await room.open(size);
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.goto(path);
    await page.locator('h1').waitFor();
    await page.locator('.esqueleto').first().waitFor({ state: 'detached' });
    return page;
  };
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

  it('creates one, imports its lines with the refused rows shown, bills them and says how much', async () => {
    await fine('/oficina/terceros', 'terceros-vacio');
    const page = await open('/oficina');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Más' }).click();
    await page.getByRole('link', { name: 'Terceros', exact: true }).click();
    await page.getByText(/^Todavía no hay terceros/).waitFor();
    await page.getByRole('button', { name: 'Crear un tercero' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Nombre').fill('Aseo del Oriente E.S.P.');
    await dialog.getByLabel('Código').fill('aseo oriente');
    await dialog.getByLabel('NIT').fill('900.123.818');
    await dialog.getByRole('button', { name: 'Crear el tercero' }).click();
    await dialog.getByText(/^Error: Use letras, números/).waitFor();
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'tercero-error');
    await dialog.getByLabel('Código').fill('aseo');
    await dialog.getByRole('button', { name: 'Crear el tercero' }).click();
    const row = page.getByRole('row', { name: /Aseo del Oriente/ });
    await row.getByText('900123818').waitFor();
    await row.getByRole('button', { name: /^Cambiar/ }).click();
    await dialog.getByLabel('Nombre').fill('Aseo del Oriente S.A. E.S.P.');
    await dialog.getByRole('button', { name: 'Guardar los cambios' }).click();
    await page.getByRole('row', { name: /Oriente S\.A\./ }).waitFor();

    const lines = [
      HEAD,
      '05440-0001,aseo,R-1,aseo,Aseo residencial,12500,2016-05-01',
      '05440-0002,aseo,R-2,aseo,Aseo residencial,12500,2016-05-01',
      'NADIE,aseo,R-3,aseo,Aseo residencial,12500,2016-05-01',
    ];
    const buffer = Buffer.from(`${lines.join('\n')}\n`);
    await page
      .getByLabel('Archivo de cargos de terceros')
      .setInputFiles({ name: 'aseo.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Importar cargos de terceros' }).click();
    await page.getByText('2 creadas').waitFor();
    await page.getByRole('table', { name: 'Filas rechazadas' }).getByText('No existe esa cuenta.').waitFor();
    await keepPicture(page, 'terceros-importado');
    expect(await findings(page)).toEqual([]);

    await admin('POST', '/api/periodos/2016-05/liquidar');
    const periodo = async () => (await admin('GET', '/api/periodos/2016-05')).json as { ejecucion: { estado: string } };
    await expect.poll(async () => (await periodo()).ejecucion.estado, { timeout: 20_000 }).toBe('terminada');
    await admin('POST', '/api/periodos/2016-05/emitir');
    await expect
      .poll(async () => ((await periodo()) as unknown as { estado: string }).estado, { timeout: 20_000 })
      .toBe('emitido');
    await fine('/oficina/terceros', 'terceros');
    await page.reload();
    await page
      .getByRole('table', { name: 'Facturado en mayo de 2016, ciclo 1' })
      .getByRole('row', { name: /Total/ })
      .getByText('$ 25.000')
      .waitFor();
    await page.getByRole('button', { name: /^Eliminar/ }).click();
    await dialog.getByRole('button', { name: 'Eliminar' }).click();
    await dialog.getByText('No se pudo completar').waitFor(); // something was billed for it
  }, 120_000);

  it('adds a charge to the next bill and takes it back with a reason', async () => {
    const page = await open('/oficina/clientes/05440-0003');
    const dialog = page.getByRole('dialog');
    await page.getByRole('tab', { name: 'Otros cobros' }).click();
    await page.getByText('Esta cuenta no tiene otros cobros.').waitFor();
    await page.getByRole('button', { name: 'Agregar un cobro' }).click();
    await dialog.getByRole('button', { name: 'Agregar el cobro' }).click();
    await dialog
      .getByText(/Falta este dato/)
      .first()
      .waitFor();
    expect(await findings(page)).toEqual([]);
    await dialog.getByLabel('Concepto').fill('Cambio de llave de paso');
    await dialog.getByLabel('Valor, en pesos').fill('38.000');
    await dialog.getByLabel('Referencia').fill('ACTA-118');
    await dialog.getByLabel('Sustento').fill('Contrato de condiciones uniformes, cláusula 18');
    await dialog.getByLabel('Factura en la que debió ir').fill('NO-EXISTE');
    await dialog.getByRole('button', { name: 'Agregar el cobro' }).click();
    await dialog.getByText(/La cuenta no tiene una factura NO-EXISTE/).waitFor();
    await keepPicture(page, 'cobro-agregar');
    await dialog.getByLabel('Factura en la que debió ir').fill('');
    await dialog.getByRole('button', { name: 'Agregar el cobro' }).click();
    const row = page.getByRole('row', { name: /Cambio de llave/ });
    await row.getByText('$ 38.000').waitFor();
    await fine('/oficina/clientes/05440-0003?ver=cargos', 'cuenta-cargos');
    await row.getByRole('button', { name: /^Anular/ }).click();
    await dialog.getByLabel('Motivo').fill('El usuario ya lo pagó en la oficina');
    await keepPicture(page, 'cobro-anular');
    expect(await findings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Anular el cobro' }).click();
    await row.getByText('El usuario ya lo pagó en la oficina').waitFor();
    await expect.poll(() => row.getByRole('button').count()).toBe(0);
  }, 60_000);
});
