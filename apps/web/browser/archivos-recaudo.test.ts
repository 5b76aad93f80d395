import { type FilaDePrueba, NIT, archivoDe } from '../../../packages/api/src/testing/archivo-recaudo.ts';
import { beforeAll, expect, it } from 'vitest';
import { PHONE, describeInBrowser, lookAt, PASSWORD, signIn } from './testing/room.ts';

describeInBrowser("banks' collection files", (room) => {
  const caja = 'caja@prueba.co';
  const referencias: string[] = [];
  beforeAll(async () => {
    const admin = await room.tenant.as('admin');
    await admin('PATCH', '/api/tenants/actual/ajustes', { nit: NIT });
    await admin('POST', '/api/users', { email: caja, password: PASSWORD, nombre: 'Marta', roles: ['recaudo'] });
    for (const n of [1, 2, 3]) {
      const cuenta = { numero_cuenta: `05440-000${n}`, nombre: `Cliente ${n}`, direccion: `Calle ${n}`, estrato: 2 };
      const { json } = await admin('POST', '/api/clientes', cuenta);
      const factura = {
        numero_factura: `MANUAL-000${n}`,
        cliente_id: (json as { id: number }).id,
        fecha_emision: '2026-06-01',
        fecha_vencimiento: '2026-06-16',
        valor_total: 40_000 + n,
        conceptos: [{ concepto: 'Servicio', valor: 40_000 + n }],
      };
      const creada = (await admin('POST', '/api/facturas', factura)).json as { id: number };
      referencias.push(`99${String(creada.id).padStart(12, '0')}`);
    }
  });

  const archivo = (name: string, texto: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(texto) });
  const filas = (): FilaDePrueba[] => [
    { referencia: referencias[0] ?? '', valor: 40_001 },
    { referencia: referencias[1] ?? '', valor: 20_000, canal: '15' },
    { referencia: '8812', valor: 35_400 },
    { referencia: '', valor: 12_000, canal: '02' },
    { referencia: referencias[0] ?? '', valor: 40_001, secuencia: 1 },
    { referencia: referencias[2] ?? '', valor: 40_003, centavos: 50 },
    { referencia: referencias[2] ?? '', valor: 1_000, causal_devolucion: 'R02' },
  ];

  it('are loaded, refused, seen, applied and resolved by who collects', async () => {
    const page = await room.open();
    const dialog = page.getByRole('dialog');
    await signIn(page, caja);
    await page.getByRole('button', { name: 'Más' }).click();
    await page.getByRole('link', { name: 'Archivos de recaudo' }).click();
    await page.getByText('Todavía no se ha cargado ningún archivo.').waitFor();
    await lookAt(page, 'recaudo-vacio');

    const cargar = async (name: string, texto: string) => {
      await page.getByRole('button', { name: 'Cargar un archivo' }).click();
      await dialog.getByLabel('Archivo del banco').setInputFiles(archivo(name, texto));
      await dialog.getByRole('button', { name: 'Cargar', exact: true }).click();
    };
    await page.getByRole('button', { name: 'Cargar un archivo' }).click();
    await dialog.getByRole('button', { name: 'Cargar', exact: true }).click();
    await dialog.getByText('Elija un archivo que no esté vacío.').waitFor();
    await lookAt(page, 'recaudo-cargar');
    await dialog.getByRole('button', { name: 'Cancelar' }).click();

    const bueno = archivoDe(filas());
    await cargar('ROTO.txt', bueno.replace('00000004000100', '00000004000200'));
    await page.getByText(/^Línea 10: el control dice un total/).waitFor();
    await lookAt(page, 'recaudo-rechazado');
    await page.getByRole('link', { name: 'Archivos de recaudo' }).first().click();

    await cargar('BANCO-20260630.txt', bueno);
    await page.getByRole('heading', { name: 'Lo que pasaría al aplicarlo' }).waitFor();
    const estados = page.getByRole('table', { name: 'Filas por estado' });
    await estados.getByRole('row', { name: /Por aplicar.*60\.001/ }).waitFor();
    await estados.getByRole('row', { name: /Repetida.*mismo banco/ }).waitFor();
    await page.getByRole('table', { name: 'A dónde iría el dinero' }).getByText('Facturas por pagar').waitFor();
    await page.getByRole('table', { name: 'Filas del archivo' }).getByText('8812').waitFor();
    await lookAt(page, 'recaudo-vista');

    await page.getByRole('button', { name: 'Aplicar los pagos' }).click();
    await dialog.getByText(/se registra como un pago con su recibo/).waitFor();
    await lookAt(page, 'recaudo-aplicar');
    await dialog.getByRole('button', { name: 'Aplicar los pagos' }).click();
    await page.getByText('4 filas esperan a que alguien decida.').waitFor();
    await page.getByRole('table', { name: 'Filas del archivo' }).getByText('Recibo RC000000001').waitFor();
    await lookAt(page, 'recaudo-aplicado');

    await page.getByRole('link', { name: 'Resolver' }).click();
    const mesa = page.getByRole('table', { name: /^Filas por resolver/ });
    await expect.poll(() => mesa.getByRole('row').count()).toBe(5); // with its header
    await lookAt(page, 'recaudo-mesa');
    await page.getByRole('button', { name: 'Descartar la línea 7 del archivo 2' }).click();
    await dialog.getByText(/no se registra como pago/).waitFor();
    await lookAt(page, 'recaudo-descartar');
    await page.reload();
    await page.getByRole('button', { name: 'Asignar la línea 5 del archivo 2' }).click();
    await dialog.getByRole('button', { name: 'Registrar el pago' }).click();
    await dialog.getByText('Diga de quién es el dinero: una cuenta o una factura.').waitFor();
    await lookAt(page, 'recaudo-asignar');
    await dialog.getByLabel('Cuenta').fill('NADIE');
    await dialog.getByLabel('Cómo se supo').fill('Trajo el comprobante');
    await dialog.getByRole('button', { name: 'Registrar el pago' }).click();
    await dialog.getByText(/No existe la cuenta NADIE/).waitFor();
    await dialog.getByLabel('Cuenta').fill('05440-0003');
    await dialog.getByRole('button', { name: 'Registrar el pago' }).click();
    await page.getByText('$ 35.400 quedaron en la cuenta 05440-0003, recibo RC000000003.').waitFor();
    await expect.poll(() => mesa.getByRole('row').count()).toBe(4);
    await page.getByRole('button', { name: 'Descartar la línea 7 del archivo 2' }).click();
    await dialog.getByLabel('Por qué').fill('El banco repitió la fila');
    await dialog.getByRole('button', { name: 'Descartar' }).click();
    await expect.poll(() => mesa.getByRole('row').count()).toBe(3);

    await page.goto('/oficina/archivos-recaudo');
    await page.getByRole('row', { name: /BANCO-20260630.*Aplicado/ }).waitFor();
    await page.getByRole('row', { name: /ROTO.*Rechazado/ }).waitFor();
    await lookAt(page, 'recaudo-lista');
  }, 120_000);

  it('show their progress after a reload, and a phone may follow them', async () => {
    const muchas = Array.from({ length: 4_000 }, (_, i) => ({ referencia: referencias[i % 3] ?? '', valor: 10 + i }));
    const page = await room.open(PHONE);
    await signIn(page, caja);
    await page.goto('/oficina/archivos-recaudo');
    await page.getByRole('button', { name: 'Cargar un archivo' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByLabel('Archivo del banco')
      .setInputFiles(archivo('GRANDE.txt', archivoDe(muchas, { modificador: 'B', fecha: '2026-06-29' })));
    await dialog.getByRole('button', { name: 'Cargar', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'GRANDE.txt' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Aplicar los pagos' }).click();
    await dialog.getByRole('button', { name: 'Aplicar los pagos' }).click();
    await page.getByRole('progressbar', { name: 'Pagos de un archivo de recaudo' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Lo que pasó con sus filas' }).waitFor();
    const aplicadas = page.getByRole('table', { name: 'Filas por estado' }).getByRole('row', { name: /Aplicada/ });
    await expect.poll(() => aplicadas.innerText()).toContain('4.000');
  }, 120_000);

  it('are read as the profile of their bank says', async () => {
    const page = await room.open();
    await signIn(page, caja);
    await page.goto('/oficina/archivos-recaudo');
    await page.getByRole('link', { name: 'Perfiles de los bancos' }).click();
    await page.getByText(/^Ningún banco tiene perfil/).waitFor();
    await lookAt(page, 'perfiles-vacio');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Agregar un banco' }).click();
    await dialog.getByLabel('Nombre').fill('Banco del Oriente');
    await dialog.getByLabel('Primera posición').fill('45');
    await dialog.getByLabel('Última posición').fill('40');
    await dialog.getByRole('button', { name: 'Guardar el perfil' }).click();
    await dialog.getByText('Escriba los tres dígitos del código del banco, como 007.').waitFor();
    await dialog.getByText('La última posición no puede ir antes de la primera.').waitFor();
    await lookAt(page, 'perfil-errores');
    await dialog.getByLabel('Código del banco').fill('023');
    await dialog.getByLabel('Última posición').fill('50');
    await dialog.getByLabel('Qué trae la referencia').selectOption('factura_o_cuenta');
    await dialog.getByRole('button', { name: 'Guardar el perfil' }).click();
    const fila = page.getByRole('row', { name: /023 Banco del Oriente/ });
    await expect.poll(() => fila.innerText()).toContain('45 a 50');
    await lookAt(page, 'perfiles');
  }, 60_000);

  it('are not shown to who neither books nor reviews payments', async () => {
    const admin = await room.tenant.as('admin');
    await admin('POST', '/api/users', { email: 'lee@prueba.co', password: PASSWORD, nombre: 'Lee', roles: ['lector'] });
    const page = await room.open();
    await signIn(page, 'lee@prueba.co');
    for (const path of ['/oficina/archivos-recaudo', '/oficina/recaudos', '/oficina/perfiles-banco']) {
      await page.goto(path);
      await expect.poll(() => page.getByText(/quienes registran o revisan pagos/).count()).toBe(1);
    }
  });
});
