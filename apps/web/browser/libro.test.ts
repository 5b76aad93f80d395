import { readFileSync } from 'node:fs';
import { addDays, fechaEnBogota } from '@cunservicios/domain/calendario/fechas';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { DESK, describeInBrowser, findings, keepPicture, PASSWORD, PHONE, signIn } from './testing/room.ts';
import { fillUtility } from './testing/utility.ts';

const CUENTA = '05440-0001';

describeInBrowser('the ledger, ages and reconciliation', (room) => {
  const hoy = fechaEnBogota(new Date());
  const ayer = addDays(hoy, -1);
  const vecina = 'vecina@prueba.co';
  beforeAll(async () => {
    await fillUtility(room, ['2016-04', '2016-05', '2016-06']);
    const admin = await room.tenant.as('admin');
    const pagar = async (body: object) => (await admin('POST', '/api/pagos', body)).json as { id: number };
    await pagar({ numero_cuenta: CUENTA, valor: 20_000, medio: 'PSE', referencia: 'P-1', fecha_pago: ayer });
    await pagar({
      numero_cuenta: '05440-0002',
      valor: 900_000,
      medio: 'Transferencia',
      referencia: 'T-1',
      fecha_pago: ayer,
    });
    const { id } = await pagar({ numero_cuenta: CUENTA, valor: 5_000, medio: 'Cheque', referencia: 'CH-1' });
    await admin('POST', `/api/pagos/${id}/reversar`, { causa: 'cheque_devuelto', motivo: 'Sin fondos' });
    await admin('POST', '/api/convenios', { numero_cuenta: '05440-0003', cuotas: 3, primera_cuota: addDays(hoy, 40) });
    await admin('POST', '/api/users', {
      email: 'atencion@prueba.co',
      password: PASSWORD,
      nombre: 'Atiende',
      roles: ['atencion'],
    });
  }, 120_000);

  const open = async (path: string, size = DESK, email = room.tenant.email, password = room.tenant.password) => {
    const page = await room.open(size);
    await signIn(page, email, password);
    await page.goto(path);
    await page.locator('h1').waitFor();
    await page.locator('.esqueleto').first().waitFor({ state: 'detached' });
    return page;
  };

  /** Nothing that axe finds and no sideways scroll, on a desk and on a phone. */
  const fine = async (path: string, name: string, email?: string, password?: string) => {
    for (const size of [DESK, PHONE]) {
      const page = await open(path, size, email, password);
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
  const descargar = async (page: Page, boton: string) => {
    const [bajada] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: boton }).click(),
    ]);
    return { nombre: bajada.suggestedFilename(), datos: readFileSync(await bajada.path()) };
  };

  it('shows why a balance is what it is, and every entry with its cause', async () => {
    await fine(`/oficina/clientes/${CUENTA}/movimientos`, 'libro');
    const page = await open(`/oficina/clientes/${CUENTA}?ver=movimientos`);
    await page.getByRole('link', { name: 'Por qué este saldo, filtros y estado de cuenta' }).click();
    await page.getByRole('heading', { level: 1, name: `Libro de la cuenta ${CUENTA}` }).waitFor();
    await page.getByText(/^La cuenta debe \$ /).waitFor();
    await page.getByText(/Pago deshecho, documento RV000000001/).waitFor();

    await page.getByLabel('Movimiento', { exact: true }).selectOption('factura');
    await page.getByRole('button', { name: 'Filtrar' }).click();
    await page.waitForURL(/tipo=factura/);
    await expect.poll(() => page.getByText(/Pago deshecho/).count()).toBe(0);
    await page.goBack();
    await page.getByText(/Pago deshecho, documento/).waitFor();
    await page.getByLabel('Factura', { exact: true }).fill('NO-HAY');
    await page.keyboard.press('Enter');
    await page.getByText('No hay movimientos con esos filtros.').waitFor();
    await page.getByRole('button', { name: 'Quitar los filtros' }).click();
    await page.getByText(/Pago deshecho, documento/).waitFor();

    const pdf = await descargar(page, 'Estado de cuenta: Descargar en PDF');
    expect([pdf.nombre.slice(-4), pdf.datos.subarray(0, 5).toString()]).toEqual(['.pdf', '%PDF-']);
    const xlsx = await descargar(page, 'Estado de cuenta: Excel (XLSX)');
    expect(xlsx.datos.subarray(0, 2).toString()).toBe('PK');
    await page.getByLabel('Desde el').fill('2001-01-01');
    await page.getByText('Elija hasta cinco años, con el último día después del primero.').waitFor();
    expect(await findings(page)).toEqual([]);

    const convenio = await open('/oficina/clientes/05440-0003/movimientos');
    await convenio
      .getByRole('link', { name: /^Ver el convenio/ })
      .first()
      .click();
    await convenio.getByRole('heading', { level: 1, name: /^Convenio/ }).waitFor();
  }, 120_000);

  it('shows a citizen their own', async () => {
    await fine(`/mis-cuentas/${CUENTA}/movimientos`, 'mi-libro', vecina, PASSWORD);
    const page = await open(`/mis-cuentas/${CUENTA}`, PHONE, vecina, PASSWORD);
    await page.getByRole('link', { name: /^Ver por qué ese saldo/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Cobros y pagos' }).waitFor();
    await page
      .getByRole('link', { name: /^Ver la factura/ })
      .first()
      .click();
    await page.waitForURL(/\/mis-facturas\//);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await findings(page)).toEqual([]);
    const ajena = await open('/mis-cuentas/05440-0002/movimientos', DESK, vecina, PASSWORD);
    await ajena.getByText('No se encontró').first().waitFor();
  }, 120_000);

  it('shows what is owed by its age, and goes down to the accounts', async () => {
    await fine('/oficina/cartera/edades', 'edades');
    const page = await open('/oficina/cartera/edades?por=estrato');
    await page.getByRole('link', { name: 'Estrato 2' }).click();
    await page.waitForURL(/estrato=2/);
    const cuentas = page.getByRole('table', { name: 'Cuentas con deuda vencida, la que más debe primero' });
    await cuentas.waitFor();
    await page.getByLabel('Con deuda de').selectOption('d30');
    await page.getByText('Ninguna cuenta con esos filtros tiene deuda vencida.').waitFor();
    expect(await findings(page)).toEqual([]);
    const { nombre, datos } = await descargar(page, 'Grupos: descargar en CSV');
    expect(nombre).toBe('cartera-por-estrato.csv');
    expect(datos.toString().split('\r\n')[0]).toContain('Vencido;En reclamo');
  }, 120_000);

  it('shows what came in, and squares each day with the banks', async () => {
    await fine('/oficina/recaudo', 'recaudo');
    await fine('/oficina/recaudo?por=mes', 'recaudo-mes');
    await fine('/oficina/recaudo/consignaciones', 'consignaciones-vacio');
    const page = await open('/oficina/recaudo/conciliacion');
    await page.getByText(/^Faltan por consignar \$ 920\.000/).waitFor();
    await page.getByRole('link', { name: 'Consignaciones' }).click();
    await page.getByRole('button', { name: 'Anotar una consignación' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Anotar', exact: true }).click();
    await dialog.getByText('Escriba el código del banco: tres dígitos, como 007.').waitFor();
    expect(await findings(page)).toEqual([]);
    await dialog.getByLabel('De dónde es el dinero').selectOption('oficina');
    await dialog.getByLabel('Banco').fill('007');
    await dialog.getByLabel('Valor, en pesos').fill('920.000');
    await dialog.getByLabel('Día de lo recaudado').fill(ayer);
    await dialog.getByLabel('Referencia').fill('D-4471');
    await keepPicture(page, 'consignacion-anotar');
    await dialog.getByRole('button', { name: 'Anotar', exact: true }).click();
    await page.getByRole('row', { name: /D-4471/ }).waitFor();

    await page.getByRole('button', { name: 'Cargar un CSV' }).click();
    const archivo = (texto: string) => ({ name: 'extracto.csv', mimeType: 'text/csv', buffer: Buffer.from(texto) });
    await dialog.getByLabel('Archivo CSV').setInputFiles(archivo(`banco;fecha;valor;referencia\n7;${hoy};mil;X\n`));
    await dialog.getByRole('button', { name: 'Cargar el archivo' }).click();
    await dialog.getByText('línea 2, banco:').waitFor();
    await keepPicture(page, 'consignaciones-faltas');
    expect(await findings(page)).toEqual([]);
    await dialog
      .getByLabel('Archivo CSV')
      .setInputFiles(archivo(`banco;fecha;valor;referencia\n051;${hoy};1000;X-1\n`));
    await dialog.getByRole('button', { name: 'Cargar el archivo' }).click();
    await dialog.getByText('1 consignación anotada.').waitFor();
    await dialog.getByRole('button', { name: 'Cerrar' }).click();
    await page.getByRole('button', { name: 'Anular la consignación X-1' }).click();
    await dialog.getByLabel('Motivo').fill('Era de otra empresa');
    await dialog.getByRole('button', { name: 'Anular', exact: true }).click();
    await page.getByText('Anula a otra').waitFor();
    await fine('/oficina/recaudo/consignaciones', 'consignaciones');
    await fine('/oficina/recaudo/conciliacion', 'conciliacion');
    await page.getByRole('link', { name: 'Conciliación' }).click();
    await page.getByRole('cell', { name: 'Cuadra', exact: true }).waitFor();

    const ajeno = await open('/oficina/recaudo', DESK, 'atencion@prueba.co', PASSWORD);
    await ajeno.getByText(/quienes facturan, recaudan o revisan/).waitFor();
    expect(await findings(ajeno)).toEqual([]);
  }, 180_000);
});
