import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, lookAt, PASSWORD, PHONE, signIn } from './testing/room.ts';
import { fillUtility } from './testing/utility.ts';

describeInBrowser('a version of the tariffs that was wrong for everybody', (room) => {
  const segunda = 'segunda@prueba.co';
  const lista = '/oficina/tarifas/correcciones';
  let cuenta = '';
  let emitirUltimo: () => Promise<void>;
  beforeAll(async () => {
    ({ cuenta, emitirUltimo } = await fillUtility(room));
    const admin = await room.tenant.as('admin');
    await admin('POST', '/api/users', {
      email: segunda,
      password: PASSWORD,
      nombre: 'Luz Dary',
      roles: ['facturacion'],
    });
  }, 120_000);
  const limite = async (limite_nota: number) =>
    (await room.tenant.as('admin'))('PATCH', '/api/tenants/actual/ajustes', { ajustes: { limite_nota } });

  it('is calculated, seen bill by bill, applied to all and undone', async () => {
    await limite(10_000_000);
    const page = await room.open();
    const dialog = page.getByRole('dialog');
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.goto('/oficina/tarifas');
    await page.getByRole('link', { name: 'Corregir una tarifa para todas las cuentas' }).click();
    await page.getByText('No se ha corregido ninguna tarifa.').waitFor();
    await lookAt(page, 'masivas-vacio');
    await page.getByRole('link', { name: 'Nueva corrección' }).click();
    const mala = page.getByLabel('La versión que estaba mal');
    const primera = mala.locator('option', { hasText: '1 ene 2016' });
    await mala.selectOption((await primera.getAttribute('value')) ?? '');
    await expect.poll(() => page.getByLabel('Queda en la lista de tarifas').inputValue()).toBe('2016-01-02');
    const acueducto = page.getByRole('group', { name: 'Acueducto' });
    await acueducto.getByLabel('Cargo fijo').fill('nada');
    await page.getByRole('button', { name: 'Calcular', exact: true }).click();
    await page.getByText('Escriba un precio, como 4.276,37.').waitFor();
    await page.getByText('Escriba al menos 5 caracteres.').waitFor();
    const cargo = acueducto.getByLabel('Cargo fijo');
    await expect.poll(() => cargo.evaluate((element) => element === document.activeElement)).toBe(true);
    await lookAt(page, 'masiva-errores');
    await acueducto.getByLabel('Cargo fijo').fill('4.000');
    await page.getByLabel('Motivo').fill('El acuerdo decía otro cargo fijo');
    await page.getByRole('table', { name: 'Frente a la versión que estaba mal' }).getByText('$ 4.000').waitFor();
    await lookAt(page, 'masiva-nueva');
    await page.getByRole('button', { name: 'Calcular', exact: true }).click();
    const primero = page.getByText('El periodo 2016-05 se liquidó con otra versión y no se ha emitido');
    await primero.waitFor();
    await expect
      .poll(() => primero.evaluate((element) => element.getBoundingClientRect().top))
      .toBeGreaterThanOrEqual(0); // scrolled to
    await emitirUltimo();
    await page.getByRole('button', { name: 'Calcular', exact: true }).click();

    await page.getByRole('heading', { name: 'Por uso y estrato' }).waitFor();
    const facturas = page.getByRole('table', { name: 'Facturas que toca la corrección' });
    await facturas.getByRole('link', { name: 'SPD000000001' }).waitFor();
    await page.getByText('Las 20 cuentas que más cambian').click();
    await page.getByRole('table', { name: 'Las cuentas que más cambian' }).waitFor();
    await lookAt(page, 'masiva-vista');
    await page.getByLabel('Solo de la cuenta').fill(cuenta);
    await expect.poll(() => facturas.getByRole('row').count()).toBe(3); // with its header
    await page.getByRole('button', { name: 'Aplicar la corrección' }).click();
    await dialog.getByText(/^Se hacen todas las notas/).waitFor();
    await lookAt(page, 'masiva-aplicar');
    await dialog.getByRole('button', { name: 'Aplicar a todas las cuentas' }).click();
    await page.getByRole('button', { name: 'Deshacer…' }).waitFor();
    await lookAt(page, 'masiva-aplicada');
    await facturas.getByRole('link', { name: 'SPD000000001' }).click();
    await page.getByRole('table', { name: 'Notas aplicadas' }).getByText('El acuerdo decía otro cargo fijo').waitFor();
    await page.goBack();

    await page.getByRole('button', { name: 'Deshacer…' }).click();
    await dialog.getByLabel('Motivo').fill('El acuerdo estaba bien');
    await dialog.getByRole('button', { name: 'Calcular cómo se deshace' }).click();
    await page.getByRole('heading', { level: 1, name: /^Deshacer la corrección/ }).waitFor();
    await page.getByRole('button', { name: 'Aplicar la corrección' }).click();
    await dialog.getByRole('button', { name: 'Aplicar a todas las cuentas' }).click();
    await page.getByText('Aplicada', { exact: true }).first().waitFor();
    await page.goto(lista);
    await expect.poll(() => page.getByRole('row', { name: /Aplicada/ }).count()).toBe(2);
    await lookAt(page, 'masivas');
  }, 120_000);

  it('waits for a second person above the limit, who approves it on a phone; another is given up', async () => {
    await limite(0);
    const admin = await room.tenant.as('admin');
    const { json } = await admin('GET', '/api/tarifas');
    const [{ servicios, factores }] = (json as { servicios: { acueducto: object }; factores: object }[]).slice(-1) as [
      { servicios: { acueducto: object }; factores: object },
    ];
    const calcular = async (cargo_fijo: string, vigente_desde: string) => {
      const tarifa = {
        vigente_desde,
        fuente: 'Acuerdo 012',
        servicios: { ...servicios, acueducto: { ...servicios.acueducto, cargo_fijo } },
        factores,
      };
      const cambio = { tipo: 'tarifa', desde: '2016-01-01', hasta: '2016-04-30', tarifa };
      const { json: creada } = await admin('POST', '/api/correcciones-masivas', { cambio, motivo: 'Otro cargo fijo' });
      return `${lista}/${(creada as { id: number }).id}`;
    };
    const otra = await calcular('3900', '2016-01-04');
    const phone = await room.open(PHONE);
    await signIn(phone, segunda, PASSWORD);
    await phone.goto(otra);
    const dialog = phone.getByRole('dialog');
    await phone.getByRole('button', { name: 'Desistir' }).click();
    await dialog.getByRole('button', { name: 'Desistir de la corrección' }).click();
    await dialog.getByText('Escriba al menos 5 caracteres.').waitFor();
    await lookAt(phone, 'masiva-desistir');
    await dialog.getByLabel('Por qué no se hace').fill('El acuerdo no cambió');
    await dialog.getByRole('button', { name: 'Desistir de la corrección' }).click();
    await phone.getByText('El acuerdo no cambió').waitFor();
    await lookAt(phone, 'masiva-rechazada');

    const page = await room.open();
    await signIn(page, 'solo-admin@prueba.co', room.tenant.password); // who calculates it
    const path = await calcular('3900', '2016-01-04');
    await page.goto(path);
    await page.getByText('Pasa del límite de la empresa').waitFor();
    await page.getByRole('button', { name: 'Pedir la aprobación' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Pedir la aprobación' }).click();
    await page.getByText('Usted la calculó: la aprueba otra persona.').waitFor();
    await lookAt(page, 'masiva-pendiente');
    await phone.goto(path);
    await phone.getByRole('button', { name: 'Aprobar y aplicar' }).click();
    await dialog.getByRole('button', { name: 'Aprobar y aplicar' }).click();
    await phone.getByRole('button', { name: 'Deshacer…' }).waitFor();
    await expect.poll(() => phone.getByText('Aplicada', { exact: true }).first().isVisible()).toBe(true);
  }, 120_000);
});
