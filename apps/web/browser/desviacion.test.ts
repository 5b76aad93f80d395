import { beforeAll, expect, it } from 'vitest';
import { DESK, describeInBrowser, findings, keepPicture, PASSWORD, PHONE, signIn } from './testing/room.ts';
import { fillUtility } from './testing/utility.ts';

type Factura = { numero_factura: string; metodo: string };
const MONTHS = Array.from({ length: 9 }, (_, i) => `2016-${String(i + 3).padStart(2, '0')}`);

describeInBrowser('a held deviation after issue', (room) => {
  let facturas: string[] = [];
  const atencion = 'atencion@prueba.co';
  beforeAll(async () => {
    const admin = await room.tenant.as('admin');
    await admin('PATCH', '/api/tenants/actual/ajustes', { politica_desviacion: 'retener' });
    await fillUtility(room, MONTHS);
    const { json } = await admin('GET', '/api/facturas?periodo=2016-10&limit=100');
    facturas = (json as Factura[])
      .filter(({ metodo }) => metodo === 'provisional')
      .map(({ numero_factura }) => numero_factura);
    const user = { email: atencion, password: PASSWORD, nombre: 'Luz Dary', roles: ['atencion'] };
    await admin('POST', '/api/users', user);
  }, 120_000);

  const open = async (path: string, size = DESK, email = room.tenant.email, password = room.tenant.password) => {
    const page = await room.open(size);
    await signIn(page, email, password);
    await page.goto(path);
    return page;
  };

  it('is resolved from its bill: what was found, what it would do, and done once', async () => {
    const page = await open(`/oficina/facturas/${facturas[0]}`);
    await page.getByText('Sin resolver').waitFor();
    await keepPicture(page, 'factura-desviacion');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Resolver la desviación' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Resolver la desviación' }).waitFor();

    await page.getByRole('radio', { name: 'Fue otro consumo' }).check();
    await page.getByRole('button', { name: 'Ver qué pasaría' }).click();
    await page.getByText('Escriba los m³ que se consumieron.').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByLabel('Metros cúbicos que se consumieron').fill('1');
    await page.getByRole('button', { name: 'Ver qué pasaría' }).press('Enter');
    await page.getByRole('table', { name: 'Facturas que toca la corrección' }).getByText('→ 1 m³').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await keepPicture(page, 'desviacion-vista');
    await page.getByLabel('Motivo').fill('Visita 120: el medidor estaba trabado');
    await page.getByRole('button', { name: /la corrección$/ }).click();
    await page.getByText(/^La corrección quedó/).waitFor();
    await page.getByText('Fueron 1 m³').waitFor();
    await keepPicture(page, 'desviacion-resuelta');
    await expect.poll(() => page.getByRole('button', { name: 'Ver qué pasaría' }).count()).toBe(0);
    await page.getByRole('link', { name: `Factura ${facturas[0]}` }).click();
    await page.getByText('Visita 120: el medidor estaba trabado').first().waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Resolver la desviación' }).count()).toBe(0);
  });

  it('says on a phone what can no longer be charged, and keeps the average', async () => {
    const page = await open(`/oficina/facturas/${facturas[1]}/desviacion`, PHONE);
    await page.getByRole('button', { name: 'Ver qué pasaría' }).click();
    await page.getByText('Toca 1 factura.').waitFor();
    await keepPicture(page, 'desviacion');
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ ...PHONE, width: 320 });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.getByRole('radio', { name: /^No se pudo aclarar/ }).check();
    await page.getByRole('button', { name: 'Ver qué pasaría' }).click();
    await page.getByRole('table', { name: 'Facturas que toca la corrección' }).getByText('No cambia').waitFor();
    await page.getByLabel('Motivo').fill('Nadie atendió las tres visitas');
    await page.getByRole('button', { name: 'Aplicar la corrección' }).click();
    await page.getByText('Se dejó el promedio, sin diferencia en pesos.').waitFor();
  });

  it('is seen, not resolved, by who attends customers', async () => {
    const page = await open(`/oficina/facturas/${facturas[2]}`, DESK, atencion, PASSWORD);
    await page.getByText('Sin resolver').waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Resolver la desviación' }).count()).toBe(0);
    await page.goto(`/oficina/facturas/${facturas[2]}/desviacion`);
    await page.getByText(/quienes llevan facturación/).waitFor();
    expect(await findings(page)).toEqual([]);
  });
});
