import { beforeAll, expect, it } from 'vitest';
import { DESK, describeInBrowser, findings, keepPicture, PASSWORD, PHONE, signIn } from './testing/room.ts';
import { fillUtility } from './testing/utility.ts';

type Place = { name: string; path: string };
type Utility = Awaited<ReturnType<typeof fillUtility>>;

const open = ({ cuenta, factura }: Utility): Place[] => [
  { name: 'portada', path: '/' },
  { name: 'factura', path: `/factura?cuenta=${cuenta}&numero=${factura}` },
  { name: 'factura-no', path: '/factura?cuenta=1&numero=2' },
  { name: 'recibo', path: '/recibo' },
  { name: 'simulador', path: '/simulador?m3=18&uso=residencial&estrato=2&meses=1' },
  { name: 'pagar-no', path: `/pagar?cuenta=${cuenta}&numero=${factura}` },
  { name: 'pago-publico-no', path: '/pago?referencia=nada' },
  { name: 'entrar', path: '/entrar' },
  { name: 'recuperar', path: '/recuperar' },
  { name: 'restablecer', path: '/restablecer?token=abcdefghijklmnopqrstuvwxyz' },
  { name: 'restablecer-no', path: '/restablecer' },
  { name: 'no-existe', path: '/nada' },
];
const office = ({ cuenta, factura, radicado, ciudadano_id, emitido, liquidado }: Utility): Place[] => [
  { name: 'inicio', path: '/oficina' },
  { name: 'clientes', path: '/oficina/clientes?q=cardenas' },
  { name: 'clientes-vacio', path: '/oficina/clientes?q=zzzz' },
  { name: 'cliente-nuevo', path: '/oficina/clientes-nuevo' },
  { name: 'cuenta', path: `/oficina/clientes/${cuenta}` },
  { name: 'cuenta-lecturas', path: `/oficina/clientes/${cuenta}?ver=lecturas` },
  { name: 'cuenta-movimientos', path: `/oficina/clientes/${cuenta}?ver=movimientos` },
  { name: 'cuenta-pqrs', path: `/oficina/clientes/${cuenta}?ver=pqrs` },
  { name: 'cuenta-editar', path: `/oficina/clientes/${cuenta}/editar` },
  { name: 'cuenta-no', path: '/oficina/clientes/nada' },
  { name: 'factura-manual', path: `/oficina/clientes/${cuenta}/factura` },
  { name: 'radicar', path: `/oficina/clientes/${cuenta}/pqr` },
  { name: 'factura-oficina', path: `/oficina/facturas/${factura}` },
  { name: 'periodos', path: '/oficina/periodos' },
  { name: 'periodo-emitido', path: `/oficina/periodos/1/${emitido}` },
  { name: 'periodo-liquidado', path: `/oficina/periodos/1/${liquidado}` },
  { name: 'critica-emitido', path: `/oficina/periodos/1/${emitido}/critica` },
  { name: 'critica-liquidado', path: `/oficina/periodos/1/${liquidado}/critica` },
  { name: 'corregir', path: `/oficina/clientes/${cuenta}/corregir` },
  { name: 'notas', path: '/oficina/notas' },
  { name: 'notas-vacio', path: '/oficina/notas?estado=pendiente' },
  { name: 'pagos', path: '/oficina/pagos' },
  { name: 'pagos-vacio', path: '/oficina/pagos?desde=2001-01-01&hasta=2001-01-31' },
  { name: 'pago-no', path: '/oficina/pagos/999999' },
  { name: 'pago-registrar', path: '/oficina/pagos/registrar' },
  { name: 'pago-registrar-cuenta', path: `/oficina/pagos/registrar?cuenta=${cuenta}` },
  { name: 'reversos-vacio', path: '/oficina/pagos/reversos?estado=pendiente' },
  { name: 'caja', path: '/oficina/caja' },
  { name: 'cajas-vacio', path: '/oficina/cajas' },
  { name: 'caja-no', path: '/oficina/cajas/999999' },
  { name: 'pagos-en-linea-ninguno', path: '/oficina/pasarela' },
  { name: 'novedades-ninguna', path: '/oficina/pasarela?ver=novedades' },
  { name: 'pasarela-sin-configurar', path: '/oficina/pasarela?ver=ajustes' },
  { name: 'pago-en-linea-no', path: '/oficina/pasarela/P00000000000000000000000000000000' },
  { name: 'importar', path: '/oficina/importar' },
  { name: 'tarifas', path: '/oficina/tarifas' },
  { name: 'tarifa-nueva', path: '/oficina/tarifas/nueva' },
  { name: 'tarifa-impacto-no', path: '/oficina/tarifas/impacto/999999' },
  { name: 'recuperar-abierta', path: `/oficina/facturas/${factura}/recuperar` },
  { name: 'recuperaciones-ninguna', path: '/oficina/recuperaciones' },
  { name: 'masivas-ninguna', path: '/oficina/tarifas/correcciones' },
  { name: 'masiva-abierta', path: '/oficina/tarifas/correcciones/nueva' },
  { name: 'masiva-no', path: '/oficina/tarifas/correcciones/999999' },
  { name: 'pqrs', path: '/oficina/pqrs' },
  { name: 'pqrs-todas', path: '/oficina/pqrs?estado=todas' },
  { name: 'pqr', path: `/oficina/pqrs/${radicado}` },
  { name: 'usuarios', path: '/oficina/usuarios' },
  { name: 'usuario-nuevo', path: '/oficina/usuarios/nuevo' },
  { name: 'usuario', path: `/oficina/usuarios/${ciudadano_id}` },
  { name: 'ajustes', path: '/oficina/ajustes' },
  { name: 'mi-usuario', path: '/mi-usuario' },
];
const citizen = ({ cuenta, factura, radicado }: Utility): Place[] => [
  { name: 'mis-cuentas', path: '/mis-cuentas' },
  { name: 'mi-cuenta', path: `/mis-cuentas/${cuenta}` },
  { name: 'mi-pqr-nueva', path: `/mis-cuentas/${cuenta}/pqr` },
  { name: 'mi-factura', path: `/mis-facturas/${factura}` },
  { name: 'mi-pqr', path: `/mis-pqrs/${radicado}` },
  { name: 'prohibida', path: '/oficina' },
];

const platform = (): Place[] => [{ name: 'empresas', path: '/empresas' }];

describeInBrowser('every page', (room) => {
  let utility: Utility;
  beforeAll(async () => {
    utility = await fillUtility(room);
  }, 120_000);

  const people = [
    ['anyone', open, undefined],
    ['staff', office, () => room.tenant],
    ['a citizen', citizen, () => ({ email: utility.ciudadano, password: PASSWORD })],
    ['the platform', platform, () => ({ email: utility.plataforma, password: PASSWORD })],
  ] as const;

  it.each(people)(
    'has nothing that axe finds, nor sideways scroll, for %s',
    async (_who, places, account) => {
      const wrong: string[] = [];
      for (const size of [DESK, PHONE]) {
        const page = await room.open(size);
        if (account) await signIn(page, account().email, account().password);
        for (const { name, path } of places(utility)) {
          await page.goto(path);
          await page.locator('h1').waitFor();
          await page.locator('.esqueleto').first().waitFor({ state: 'detached' });
          expect(await page.title(), path).not.toBe('Cunservicios');
          await keepPicture(page, name);
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            for (const finding of await findings(page))
              wrong.push(`${path} at ${size.width}, ${colorScheme}: ${finding}`);
          }
          await page.emulateMedia({ colorScheme: 'light' });
          for (const width of size === PHONE ? [PHONE.width, 320] : [DESK.width, 760]) {
            await page.setViewportSize({ ...size, width });
            const over: number = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
            if (over > 0) wrong.push(`${path}: ${over} px too wide at ${width}`);
          }
          await page.setViewportSize(size);
        }
        await page.context().close();
      }
      expect(wrong).toEqual([]);
    },
    240_000,
  );

  it('has nothing that axe finds in its windows, and each gives the focus back', async () => {
    const page = await room.open(PHONE);
    await signIn(page, room.tenant.email, room.tenant.password);
    const windows = [
      [`/oficina/facturas/${utility.factura}`, 'Hacer una nota'],
      [`/oficina/periodos/1/${utility.liquidado}`, 'Emitir'],
      ['/oficina/periodos', 'Abrir un periodo'],
      ['/oficina/periodos', 'Crear un ciclo'],
      [`/oficina/clientes/${utility.cuenta}?ver=lecturas`, 'Registrar una lectura'],
      [`/oficina/clientes/${utility.cuenta}`, 'Eliminar esta cuenta…'],
      ['/oficina', /^Buscar cuenta/],
      ['/oficina', /^Su usuario/],
    ] as const;
    for (const [path, name] of windows) {
      await page.goto(path);
      const button = page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
      await button.click();
      await page.locator('[role=dialog], [role=menu]').first().waitFor();
      expect(await findings(page), `${path}, ${name}`).toEqual([]);
      await keepPicture(page, `ventana-${String(name).replaceAll(/\W+/g, '-').toLowerCase()}`);
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog], [role=menu]').first().waitFor({ state: 'detached' });
      const focused = () => button.evaluate((element) => element === document.activeElement);
      await expect.poll(focused, { message: `${path}, ${name}`, timeout: 5_000 }).toBe(true);
    }
  }, 60_000);

  it('says that the connection is gone, and goes on when it is back', async () => {
    const page = await room.open(PHONE);
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.context().setOffline(true);
    await page.getByText('Sin conexión. Lo que ve').waitFor();
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'sin-conexion');
    await page.context().setOffline(false);
    await page.getByText('Sin conexión. Lo que ve').waitFor({ state: 'detached' });
  });

  it('moves the focus to the heading after a navigation, and the skip link leads to the content', async () => {
    const page = await room.open();
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.getByRole('link', { name: 'Tarifas', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Tarifas' }).waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Tarifas');
    await page.reload({ waitUntil: 'networkidle' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('contenido');
  });

  it('keeps what is not of every day behind «Más», one row on a desk and one list on a phone', async () => {
    const page = await room.open();
    await signIn(page, room.tenant.email, room.tenant.password);
    const nav = page.getByRole('navigation', { name: 'Principal' });
    const mas = nav.getByRole('button', { name: 'Más' });
    const primera = nav.getByRole('link', { name: 'Archivos de recaudo' });
    const rows = () => nav.evaluate((element) => element.getBoundingClientRect().height < 60);
    expect(await rows()).toBe(true);
    await expect.poll(() => primera.isVisible()).toBe(false);
    await mas.focus();
    await page.keyboard.press('Enter');
    expect(await mas.getAttribute('aria-expanded')).toBe('true');
    await keepPicture(page, 'menu-mas');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page)).toEqual([]);
    }
    await page.keyboard.press('Tab');
    await expect.poll(() => primera.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => primera.isVisible()).toBe(false);
    await expect.poll(() => mas.evaluate((element) => element === document.activeElement)).toBe(true);
    await mas.click();
    await page.getByRole('heading', { level: 1 }).click();
    await expect.poll(() => primera.isVisible()).toBe(false);
    await mas.click();
    await nav.getByRole('link', { name: 'Notas' }).click();
    await page.getByRole('heading', { level: 1, name: 'Notas crédito y débito' }).waitFor();
    await nav.getByRole('button', { name: 'Más: Notas' }).waitFor();
    await expect.poll(() => primera.isVisible()).toBe(false);
    expect(await rows()).toBe(true);
    await keepPicture(page, 'menu-mas-aqui');

    const phone = await room.open(PHONE);
    await signIn(phone, room.tenant.email, room.tenant.password);
    await phone.getByRole('button', { name: 'Menú' }).click();
    await phone.getByRole('link', { name: 'Ajustes', exact: true }).waitFor();
    await expect.poll(() => phone.getByRole('button', { name: 'Más' }).count()).toBe(0);
    expect(await findings(phone)).toEqual([]);
    await keepPicture(phone, 'menu');
    await phone.getByRole('link', { name: 'Ajustes', exact: true }).click();
    await phone.getByRole('heading', { level: 1, name: 'Ajustes de la empresa' }).waitFor();
  });
});
