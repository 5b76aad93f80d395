import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, findings, keepPicture, lookAt, PASSWORD, PHONE, signIn } from './testing/room.ts';
import { fillUtility } from './testing/utility.ts';

describeInBrowser('correcting the past of an account', (room) => {
  let cuenta = '';
  let emitirUltimo: () => Promise<void>;
  const segunda = 'segunda@prueba.co';
  beforeAll(async () => {
    ({ cuenta, emitirUltimo } = await fillUtility(room, ['2016-04', '2016-05', '2016-06']));
    const admin = await room.tenant.as('admin');
    await admin('POST', '/api/users', {
      email: segunda,
      password: PASSWORD,
      nombre: 'Luz Dary',
      roles: ['facturacion'],
    });
  }, 120_000);

  it('shows every bill that a change touches before anything is done, applies what was seen, and undoes it', async () => {
    const page = await room.open();
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.goto(`/oficina/clientes/${cuenta}`);
    await page.getByRole('link', { name: 'Corregir el pasado' }).click();
    await page.getByText('No se ha corregido nada.').waitFor();
    await page.getByRole('radio', { name: /^El uso o el estrato/ }).check();
    await page.getByRole('button', { name: 'Ver qué pasaría' }).click();
    await page.getByText('Escriba una fecha que exista').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByLabel('Desde qué día era así').fill('2016-04-01');
    await page.getByLabel('Estrato', { exact: true }).selectOption('2');
    await page.getByRole('button', { name: 'Ver qué pasaría' }).click();
    const facturas = page.getByRole('table', { name: 'Facturas que toca la corrección' });
    await facturas.waitFor();
    await expect.poll(() => facturas.getByRole('row').count()).toBe(3); // with its header: April and May
    await keepPicture(page, 'corregir-vista');
    expect(await findings(page)).toEqual([]);

    await page.getByRole('button', { name: 'Aplicar la corrección' }).click();
    await page.getByText('Escriba al menos 5 caracteres.').waitFor();
    await page.getByLabel('Motivo').fill('El estrato era 2, certificado de planeación');
    await page.getByRole('button', { name: 'Aplicar la corrección' }).click();
    await page.getByText('La corrección quedó aplicada').waitFor();
    await page.getByText('El estrato era 2, certificado de planeación').waitFor();

    await page.getByRole('button', { name: 'Más' }).click();
    await page.getByRole('link', { name: 'Notas', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Notas crédito y débito' }).waitFor();
    await page
      .getByRole('row', { name: /certificado de planeación/ })
      .nth(1)
      .waitFor();
    await lookAt(page, 'notas-llenas');
    await page.getByLabel('Estado').selectOption('pendiente');
    await page.getByText('Ninguna nota espera a otra persona.').waitFor();

    await page.goto(`/oficina/clientes/${cuenta}/corregir`);
    await page.getByRole('button', { name: 'Deshacer…' }).click();
    await page.getByRole('dialog').getByLabel('Motivo').fill('Era la cuenta del lado');
    await page.getByRole('dialog').getByRole('button', { name: 'Deshacer la corrección' }).click();
    await page.getByText('Deshecha', { exact: true }).waitFor();
    await page.getByText(/^Se deshizo/).waitFor();
  });

  it('waits for a second person above the limit, on a phone too', async () => {
    const admin = await room.tenant.as('admin');
    await admin('PATCH', '/api/tenants/actual/ajustes', { ajustes: { limite_nota: 0 } });
    const page = await room.open(PHONE);
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.goto('/oficina/clientes/05440-0002/corregir');
    await page
      .getByLabel('Lectura', { exact: true })
      .locator('option', { hasText: '31 may 2016' })
      .waitFor({ state: 'attached' });
    const option = page.getByLabel('Lectura', { exact: true }).locator('option', { hasText: '31 may 2016' });
    const leida = Number(/: ([\d]+)/.exec((await option.textContent()) ?? '')?.[1]);
    await page.getByLabel('Lectura', { exact: true }).selectOption((await option.getAttribute('value')) ?? '');
    await page.getByLabel('Lo que marcaba de verdad').fill(`${leida - 2},5`);
    await page.getByRole('button', { name: 'Ver qué pasaría' }).click();
    await page.getByText('Pasa del límite de la empresa').waitFor();
    await keepPicture(page, 'corregir-vista');
    expect(await findings(page)).toEqual([]);
    await page.getByLabel('Motivo').fill('Se leyó mal');
    await page.getByRole('button', { name: 'Pedir la corrección' }).click();
    await page.getByText('Usted la pidió: la aprueba otra persona.').waitFor();
    const otra = await room.open(PHONE);
    await signIn(otra, segunda, PASSWORD);
    await otra.goto('/oficina/clientes/05440-0002/corregir');
    await otra.getByRole('button', { name: 'Aprobar' }).click();
    await otra.getByRole('dialog').getByRole('button', { name: 'Aprobar la corrección' }).click();
    await otra.getByText('Aplicada', { exact: true }).waitFor();
  });

  it('corrects the tariff of one account, from the version that was wrong', async () => {
    await emitirUltimo();
    const page = await room.open();
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.goto('/oficina/clientes/05440-0003/corregir');
    await page.getByRole('radio', { name: /^La tarifa/ }).check();
    const mala = page.getByLabel('La versión que estaba mal');
    const primera = mala.locator('option', { hasText: '1 ene 2016' });
    await mala.selectOption((await primera.getAttribute('value')) ?? '');
    await expect.poll(() => page.getByLabel('Desde qué día era así').inputValue()).toBe('2016-01-01');
    const acueducto = page.getByRole('group', { name: 'Acueducto' });
    await acueducto.getByLabel('Cargo fijo').fill('nada');
    await page.getByLabel('Desde qué día era así').fill('');
    await page.getByRole('button', { name: 'Ver qué pasaría' }).click();
    await page.getByText('Escriba un precio, como 4.276,37.').waitFor();
    await page.getByText('Escriba una fecha que exista').waitFor();
    await page.getByLabel('Desde qué día era así').fill('2016-04-01');
    await acueducto.getByLabel('Cargo fijo').fill('4.000');
    await lookAt(page, 'corregir-tarifa');
    await page.getByRole('button', { name: 'Ver qué pasaría' }).click();
    const facturas = page.getByRole('table', { name: 'Facturas que toca la corrección' });
    await facturas.waitFor();
    await expect.poll(() => facturas.getByRole('row').count()).toBe(4);
    await page.getByLabel('Motivo').fill('El acuerdo decía otro cargo fijo');
    await page.getByRole('button', { name: /^(Aplicar|Pedir) la corrección$/ }).click();
    await page.getByText('El acuerdo decía otro cargo fijo').waitFor();
  });
});
