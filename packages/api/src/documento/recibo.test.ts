// A receipt as a person sees it and a scanner reads it.
import { addDays } from '@cunservicios/domain/calendario/fechas';
import { expect, it } from 'vitest';
import { refusalOf } from '../testing/refusal.ts';
import { newTenant } from '../testing/tenant.ts';
import { verPdf } from '../testing/ver-pdf.ts';

type Utility = Awaited<ReturnType<typeof newTenant>>;

/** An account with as many bills as asked, of $ 10.000 each. */
async function conFacturas(cuantas: number) {
  const utility = await newTenant({ nombre: 'Aguas de Marinilla E.S.P.', nit: '811014470' });
  const { id: cliente_id, numero_cuenta } = await utility.build.cliente({ nombre: 'Íngrid Noreña Zuluaga' });
  for (let n = 1; n <= cuantas; n += 1)
    await utility.build.factura({
      cliente_id,
      valor_total: 10_000,
      fecha_vencimiento: addDays('2026-07-01', n),
    });
  return { ...utility, numero_cuenta, recaudo: await utility.as('recaudo') };
}

const ver = async ({ as }: Pick<Utility, 'as'>, pago_id: number) => {
  const paginas = await verPdf((await (await as('consulta')).pagos.recibo({ pago_id })).contenido);
  return paginas.map((pagina) => ({ ...pagina, texto: pagina.texto.replace(/\s+/g, ' ') }));
};

it('says where every peso went, what is left, and carries a QR that checks it', async () => {
  const utility = await conFacturas(3);
  const { recaudo, numero_cuenta, id } = utility;
  await recaudo.cajas.open({ base: 0 });
  const pago = await recaudo.pagos.create({ numero_cuenta, valor: 15_000, medio: 'Cheque', referencia: 'CH-77' });
  const [pagina, ...mas] = await ver(utility, pago.id);
  expect(mas).toEqual([]);
  expect(pagina?.qr).toBe(`http://localhost:8000/recibo?numero=RC000000001&codigo=${pago.verificacion}&empresa=${id}`);
  for (const parte of [
    'Aguas de Marinilla E.S.P.',
    'NIT 811.014.470-',
    'Recibo RC000000001',
    'Íngrid Noreña Zuluaga',
    numero_cuenta,
    'CH-77',
    'caja CJ000000001',
    'VALOR RECIBIDO $ 15.000',
    'F-1 Otros cobros $ 10.000 $ 10.000 $ 0',
    'F-2 Otros cobros $ 5.000 $ 5.000 $ 5.000',
    'Total recibido $ 15.000',
    'la cuenta debía $ 15.000',
    pago.verificacion.replace(/(.{4})(?=.)/g, '$1 '),
  ])
    expect(pagina?.texto).toContain(parte);
  expect(pagina?.texto).not.toContain('REVERSADO');

  // The page that the QR opens reads the same two things.
  const nobody = await utility.as('nobody');
  const publica = new URL(pagina?.qr ?? '').searchParams;
  const consulta = { recibo: publica.get('numero') ?? '', verificacion: publica.get('codigo') ?? '' };
  expect(await nobody.pagos.consultaPublica(consulta)).toMatchObject({ valor: 15_000, vigente: true });
});

it('says the same however late it is printed, until the payment is undone', async () => {
  const utility = await conFacturas(1);
  const { recaudo, numero_cuenta, build } = utility;
  const { id } = await recaudo.pagos.create({ numero_cuenta, valor: 12_000 });
  const [antes] = await ver(utility, id);
  expect(antes?.texto).toContain('A favor de la cuenta, para la próxima factura $ 2.000');
  expect(antes?.texto).toContain('tenía $ 2.000 a favor');
  const { cliente_id } = (await recaudo.facturas.list({})).items[0] ?? { cliente_id: 0 };
  await build.factura({ cliente_id, valor_total: 5_000 });
  await recaudo.pagos.cruzar({ numero_cuenta });
  expect(await ver(utility, id)).toEqual([antes]);
  const { numero } = await recaudo.reversos.create({ pago_id: id, causa: 'reembolso', motivo: 'Se pagó dos veces' });
  const [despues] = await ver(utility, id);
  for (const parte of ['REVERSADO', `con el documento ${numero}: Se pagó dos veces`])
    expect(despues?.texto).toContain(parte);
});

it('goes on to the whole sheet and to another for many bills, losing none', async () => {
  const utility = await conFacturas(60);
  const { id } = await utility.recaudo.pagos.create({ numero_cuenta: utility.numero_cuenta, valor: 595_000 });
  const paginas = await ver(utility, id);
  expect(paginas).toHaveLength(2);
  const texto = paginas.map((pagina) => pagina.texto).join(' ');
  for (let n = 1; n <= 60; n += 1) expect(texto).toContain(` F-${n} `);
  expect(paginas[1]?.texto).toContain('Total recibido $ 595.000');
});

it('is tagged, and is for staff and the linked citizen alone', async () => {
  const utility = await conFacturas(1);
  const { recaudo, numero_cuenta, as, userOf } = utility;
  const { id: pago_id } = await recaudo.pagos.create({ numero_cuenta, valor: 1 });
  const { contenido, nombre } = await recaudo.pagos.recibo({ pago_id });
  expect(nombre).toBe('recibo-RC000000001.pdf');
  for (const parte of ['/Lang(es-CO)', '/MarkInfo<</Marked true>>', '/S/H1', '/S/TD', '/S/Figure', '/Alt ', '/Title '])
    expect(contenido.toString('latin1')).toContain(parte);
  const ciudadano = await as('ciudadano');
  expect(await refusalOf(ciudadano.pagos.recibo({ pago_id }))).toBe('no_encontrado');
  await (await as('admin')).users.linkCliente({ user_id: (await userOf('ciudadano')).id, numero_cuenta });
  expect((await ciudadano.pagos.recibo({ pago_id })).contenido.equals(contenido)).toBe(true);
});
