import { beforeAll, expect, it } from 'vitest';
import { DESK, describeInBrowser, findings, keepPicture, PASSWORD, PHONE, signIn } from './testing/room.ts';
import { fillUtility } from './testing/utility.ts';

describeInBrowser('a period before its issue', (room) => {
  let path = '';
  let admin: Awaited<ReturnType<typeof room.tenant.as>>;
  const segunda = 'segunda@prueba.co';
  beforeAll(async () => {
    admin = await room.tenant.as('admin');
    // An account without meter: the run sets it apart.
    await admin('POST', '/api/ciclos', { codigo: '1', nombre: 'Ciclo 1' });
    await admin('POST', '/api/clientes', {
      numero_cuenta: 'SIN-MEDIDOR',
      nombre: 'Casa sin medidor',
      direccion: 'Vereda La Esperanza',
      uso: 'residencial',
      estrato: 2,
      ciclo: '1',
    });
    const { liquidado } = await fillUtility(room);
    path = `/oficina/periodos/1/${liquidado}`;
    await admin('PATCH', '/api/tenants/actual/ajustes', { ajustes: { exige_aprobacion: true } });
    await admin('POST', '/api/users', {
      email: segunda,
      password: PASSWORD,
      nombre: 'Luz Dary',
      roles: ['facturacion'],
    });
  }, 120_000);

  it('says what is left to do, compares, tries again what was set apart, and issues what a second person approved', async () => {
    for (const size of [PHONE, DESK]) {
      const page = await room.open(size);
      await signIn(page, segunda, PASSWORD);
      await page.goto(path);
      await page.getByRole('heading', { name: 'Frente al periodo anterior' }).waitFor();
      await page.getByRole('table', { name: /^Uso/ }).waitFor();
      await keepPicture(page, 'periodo-revision');
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await findings(page)).toEqual([]);
      }
      await page.setViewportSize({ ...size, width: size === PHONE ? 320 : 760 });
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await page.context().close();
    }
    const page = await room.open();
    await signIn(page, segunda, PASSWORD);
    await page.goto(path);
    await page.getByRole('tab', { name: 'Por ruta' }).click();
    await page.getByRole('table', { name: /^Ruta/ }).waitFor();
    expect(page.url()).toContain('por=ruta');

    await page.getByRole('table', { name: 'Cuentas apartadas' }).getByText('SIN-MEDIDOR').waitFor();
    await page.getByRole('button', { name: 'Intentar otra vez' }).click();
    await page.getByText('1 cuenta sigue apartada: mire su motivo.').waitFor();
    await admin('POST', '/api/medidores', {
      numero_cuenta: 'SIN-MEDIDOR',
      serial: 'M-NUEVO',
      digitos: 5,
      instalado_en: '2016-05-01',
      lectura_instalacion: '0',
    });
    await page.getByRole('button', { name: 'Intentar otra vez' }).click();
    await page.getByText('1 cuenta quedó lista. Ya no queda ninguna apartada.').waitFor();

    await expect.poll(() => page.getByRole('button', { name: 'Emitir', exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Aprobar para emitir' }).click();
    await keepPicture(page, 'periodo-aprobar');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Aprobar' }).click();
    await page.getByText(/^Aprobado por Luz Dary/).waitFor();

    // Who liquidates may not approve, and is told why.
    await page.getByRole('button', { name: 'Liquidar de nuevo' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Liquidar' }).click();
    await page.getByText('Usted liquidó este periodo').waitFor();
    const otra = await room.open();
    await signIn(otra, room.tenant.email, room.tenant.password);
    await otra.goto(path);
    await otra.getByText('Lo liquidó Luz Dary.').waitFor();
    await otra.getByRole('button', { name: 'Aprobar para emitir' }).click();
    await otra.getByRole('dialog').getByRole('button', { name: 'Aprobar' }).click();
    await otra.getByRole('button', { name: 'Emitir', exact: true }).click();
    await otra.getByRole('dialog').getByText('No se puede deshacer').waitFor();
    await otra
      .getByRole('dialog')
      .getByText(/siguen sin decidir/)
      .waitFor();
    await keepPicture(otra, 'periodo-emitir');
    await otra
      .getByRole('dialog')
      .getByRole('button', { name: /^Emitir \d+ facturas$/ })
      .click();
    await otra.getByRole('button', { name: 'Cerrar el periodo' }).click();
    await otra.getByRole('dialog').getByText('No se vuelve a abrir.').waitFor();
    await otra.getByRole('dialog').getByRole('button', { name: 'Cerrar el periodo' }).click();
    await otra.getByText('Cerrado', { exact: true }).waitFor();
  });
});
