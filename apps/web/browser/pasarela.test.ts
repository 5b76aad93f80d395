import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventoFirmado } from '../../server/src/simulador/evento.ts';
import { startSimulador } from '../../server/src/simulador/simulador.ts';
import { type Utility, joinGateway, setEnReclamo } from '../../server/src/testing/gateway.ts';
import { DESK, PHONE, describeInBrowser, findings, keepPicture, lookAt, signIn } from './testing/room.ts';

describeInBrowser('paying a bill online', (room) => {
  let simulador: Awaited<ReturnType<typeof startSimulador>>;
  let utility: Utility;
  beforeAll(async () => {
    simulador = await startSimulador();
    const { url, services } = room.server;
    services.pasarelas.direcciones.simulador = { api: `${simulador.url}/v1`, pago: `${simulador.url}/p/` };
    utility = await joinGateway(url, simulador, room.tenant);
  }, 120_000);
  afterAll(() => simulador.close());

  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const find = async (page: Page) => {
    await page.goto('/');
    await page.getByLabel('Número de cuenta').fill('C-1');
    await page.getByLabel('Número de factura').fill('F-1');
    await page.getByRole('button', { name: 'Ver la factura' }).click();
    await heading(page, 'Factura F-1');
  };
  /** On the page of the gateway: what the bank answers. */
  const answer = async (page: Page, desenlace: string, metodo = 'PSE') => {
    await heading(page, 'Simulador de pagos');
    await page.getByLabel(metodo).check();
    await page.getByLabel(desenlace, { exact: true }).check();
    await page.getByRole('button', { name: 'Pagar' }).click();
  };
  const last = () => [...simulador.transacciones.values()].at(-1);

  it('goes from the paper to the receipt on a phone, and says pending while it is', async () => {
    const page = await room.open(PHONE);
    await find(page);
    await page.getByRole('link', { name: 'Pagar en línea' }).waitFor();
    await lookAt(page, 'factura-publica-por-pagar');
    await page.getByRole('link', { name: 'Pagar en línea' }).click();
    await heading(page, 'Pagar en línea');
    await page.getByLabel('Todo lo que debe la cuenta: $ 75.000').waitFor();
    await lookAt(page, 'pagar');

    await page.getByLabel('Otro valor').check();
    await page.getByRole('button', { name: 'Ir a pagar' }).click();
    await page.getByText('Escriba un valor en pesos, como 20.000.').waitFor();
    await lookAt(page, 'pagar-otro-valor');
    await page.getByLabel('Cuánto quiere pagar').fill('900');
    await page.getByRole('button', { name: 'Ir a pagar $ 900' }).click();
    await page.getByText('En línea se paga desde $ 1.500.').waitFor();

    await page.getByLabel('Esta factura: $ 45.000').check();
    await page.getByRole('button', { name: 'Ir a pagar $ 45.000' }).click();
    await heading(page, 'Simulador de pagos');
    await keepPicture(page, 'simulador-de-pagos');
    expect(await findings(page)).toEqual([]);
    await answer(page, 'No responde');

    await heading(page, 'Su pago está pendiente');
    expect(page.url()).toMatch(/\/pago\?empresa=.*&referencia=P[0-9a-f]{32}&id=/);
    await lookAt(page, 'pago-pendiente');
    await simulador.cambiar(utility.comercio, last()?.id ?? '', 'APPROVED');
    await heading(page, 'Pago aprobado'); // by itself
    await page.getByText('RC000000001').waitFor();
    const check = page.getByRole('link', { name: 'Comprobar el recibo' });
    expect(await check.getAttribute('href')).toMatch(/^\/recibo\?numero=RC000000001&codigo=[0-9a-f]{16}$/);
    await lookAt(page, 'pago-aprobado');
    await page.reload();
    await heading(page, 'Pago aprobado');
    await page.getByRole('link', { name: 'Comprobar el recibo' }).click();
    await heading(page, 'Recibo RC000000001');
    await page.getByText('Factura F-1').waitFor();
  });

  it('says on a desk what is under claim, what a bank refused, and an answer that was lost', async () => {
    await setEnReclamo(room.server.adminUrl, room.tenant.id, 'F-2', 5_000);
    const page = await room.open(DESK);
    await page.goto('/pagar?cuenta=C-1&numero=F-2');
    await page.getByText('Hay $ 5.000 en reclamo').waitFor();
    await lookAt(page, 'pagar-en-reclamo');
    await page.getByLabel('Esta factura, menos lo que está en reclamo: $ 25.000').check();
    await page.getByRole('button', { name: 'Ir a pagar $ 25.000' }).click();
    await answer(page, 'Rechaza', 'Tarjeta');
    await heading(page, 'El banco rechazó el pago');
    await lookAt(page, 'pago-rechazado');

    simulador.trucos.pierde = true;
    await page.getByRole('link', { name: 'Intentar de nuevo' }).click();
    await page.getByRole('button', { name: 'Ir a pagar $ 25.000' }).click();
    await answer(page, 'Aprueba', 'Tarjeta');
    await heading(page, 'Pago aprobado'); // the event never came: the page had the gateway asked
    simulador.trucos.pierde = false;
    await page.getByText('Tarjeta').waitFor();
    await setEnReclamo(room.server.adminUrl, room.tenant.id, 'F-2', 0);
    expect((await utility.ok('GET', '/api/clientes/C-1'))['saldo']).toBe(5_000);
  });

  it('is left with the browser’s arrow and begun again', async () => {
    const page = await room.open(DESK);
    await page.goto('/pagar?cuenta=C-1&numero=F-2');
    await page.getByRole('button', { name: 'Ir a pagar $ 5.000' }).click();
    await heading(page, 'Simulador de pagos');
    await page.goBack();
    await page.getByRole('button', { name: 'Ir a pagar $ 5.000' }).click();
    await heading(page, 'Simulador de pagos');
    const url = new URL(page.url());
    await page.goto(url.searchParams.get('redirect-url') ?? '');
    await heading(page, 'Esperando la respuesta del banco');
    await lookAt(page, 'pago-sin-respuesta');
    await page.goto('/pago?referencia=P00000000000000000000000000000000');
    await heading(page, 'No encontramos ese pago');
    const begun = await utility.ok('GET', '/api/pasarela/intentos?estado=creado');
    expect(begun).toMatchObject([{ valor: 5_000 }, { valor: 5_000 }]);
    await page.goto('/pagar');
    await page.getByRole('link', { name: 'busque primero su factura' }).waitFor();
  });

  it('is seen in the office, with what does not agree and the settings', async () => {
    const twice = last();
    if (!twice) throw new Error('Nobody paid.');
    const odd = { ...twice, status: 'APPROVED' as const };
    const { secreto_eventos } = utility.comercio;
    for (const more of [{ id: 'dos-veces-1' }, { id: 'otra-moneda-1', currency: 'USD', amount_in_cents: 1_250 }])
      await simulador.enviar(utility.comercio, eventoFirmado(secreto_eventos, { ...odd, ...more }));

    const page = await room.open(DESK);
    await signIn(page, room.tenant.email, room.tenant.password);
    await page.goto('/oficina/pasarela');
    await page.getByRole('table').getByText('Sin respuesta').first().waitFor();
    await lookAt(page, 'pagos-en-linea');
    await page.getByLabel('Cuenta').fill('C-9');
    await page.getByRole('button', { name: 'Filtrar' }).click();
    await page.getByText('Ningún pago en línea coincide con estos filtros.').waitFor();
    await page.getByLabel('Cuenta').fill('C-1');
    await page.getByRole('button', { name: 'Filtrar' }).click();
    await page.getByLabel('Estado').selectOption('Aprobado');
    await page.getByRole('link', { name: /m\.$/ }).nth(1).waitFor();
    await page.getByRole('link', { name: /m\.$/ }).first().click();
    await page.getByRole('heading', { name: 'Lo que dijo la pasarela' }).waitFor();
    await page.getByRole('button', { name: 'Preguntarle a la pasarela' }).click();
    await page.getByText('La pasarela respondió: esto es lo que sabe.').waitFor();
    await lookAt(page, 'pago-en-linea');

    await page.goto('/oficina/pasarela?ver=novedades');
    await page.getByText('El mismo pago se aprobó dos veces').waitFor();
    await lookAt(page, 'novedades-pasarela');
    await page.getByRole('button', { name: 'Resolver la transacción dos-veces-1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Guardar la decisión' }).click();
    await dialog.getByText('Escriba al menos 5 caracteres.').waitFor();
    await lookAt(page, 'resolver-novedad');
    await dialog.getByLabel('Por qué').fill('La señora pagó dos veces');
    await dialog.getByRole('button', { name: 'Guardar la decisión' }).click();
    await page.getByText('dos-veces-1').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Resolver la transacción otra-moneda-1' }).click();
    await dialog.getByLabel('Registrarlo como pago').waitFor({ state: 'detached' });
    await dialog.getByLabel('Por qué').fill('Se devolvió en el panel');
    await dialog.getByRole('button', { name: 'Guardar la decisión' }).click();
    await page.getByText('Nada por resolver: todo lo aprobado coincide.').waitFor();
    await page.getByLabel('Ver las resueltas').check();
    await page.getByText(/Registrada como pago, recibo RC/).waitFor();

    await page.getByRole('tab', { name: 'Ajustes' }).click();
    await page.getByText('Se reciben pagos en línea').waitFor();
    expect(await page.getByLabel('Llave privada').inputValue()).toBe('');
    await page.getByLabel('Llave pública').fill('corta');
    await page.getByRole('button', { name: 'Guardar la pasarela' }).click();
    await page.getByText('Cópiela tal como aparece en el panel de la pasarela: pub_…').waitFor();
    await lookAt(page, 'ajustes-pasarela');
    await page.getByLabel('Llave pública').fill(utility.comercio.llave_publica);
    await page.getByLabel('Recibir pagos en línea').uncheck();
    await page.getByRole('button', { name: 'Guardar la pasarela' }).click();
    await page.getByText('No se reciben pagos en línea').waitFor();

    const stranger = await room.open(PHONE);
    await stranger.goto('/pagar?cuenta=C-1&numero=F-2');
    await stranger.getByText('Por ahora no se puede pagar en línea').waitFor();
    await keepPicture(stranger, 'pagar-no-se-puede');
  });
});
