// A small utility with a bit of everything in its books, for proofs that look at all of them.
import { newUtility } from './utility.ts';

const motivo = 'Se revisó en terreno';

export async function richBooks() {
  const u = await newUtility();
  const { admin, services } = u;
  services.setNow('2026-07-01T15:00:00Z');
  u.tenant.ajustes.interes_mora = true;
  for (const mes of ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08'])
    await admin.parametros.setTasaMora({ mes, tasa_anual: '0.24', norma: 'Superfinanciera' });
  await admin.terceros.create({ codigo: 'aseo', nombre: 'Aseo' });
  await admin.terceros.create({ codigo: 'fonam', nombre: 'Fondo Nacional Ambiental' });
  await admin.condiciones.createDesincentivo({ desde: '2026-03-01', norma: 'CRA 039/2024', tercero: 'fonam' });

  for (const [numero_cuenta, estrato] of [
    ['A', 3],
    ['B', 2],
    ['DEUDA', 5],
    ['FUGA', 1],
    ['FUENTE', 4],
    ['ANULADA', 6],
  ] as const)
    await u.cuenta(numero_cuenta, { estrato });
  await u.cuenta('TIENDA', { uso: 'comercial', estrato: null });
  await u.cuenta('MIXTA');
  const clases = [
    { uso: 'residencial' as const, estrato: 2, unidades: 3 },
    { uso: 'comercial' as const, estrato: null, unidades: 1 },
  ];
  await admin.clientes.update({ numero_cuenta: 'MIXTA', clases });
  await admin.clientes.update({ numero_cuenta: 'B', servicio_desde: '2026-03-16' });
  await admin.condiciones.createVertimiento({
    numero_cuenta: 'FUENTE',
    modo: 'fuente_propia',
    m3_mes: 6,
    desde: '2026-01-01',
    soporte: 'Aforo 12',
  });

  const m3 = (mes: number) => ({
    A: 10 * mes,
    B: 20 * mes,
    DEUDA: 40 * mes,
    FUENTE: 12 * mes,
    ANULADA: 30 * mes,
    TIENDA: 15 * mes,
    MIXTA: 35 * mes,
  });
  await u.mes('2026-03', { ...m3(1), FUGA: 9 });
  await admin.condiciones.createFuga({ numero_cuenta: 'FUGA', detectada_en: '2026-04-10', motivo: 'Geófono' });
  const { B, DEUDA, FUENTE, ANULADA, TIENDA, MIXTA } = m3(2); // A is estimated in April, and made up for in May
  await u.mes('2026-04', { B, DEUDA, FUENTE, ANULADA, TIENDA, MIXTA, FUGA: 120 });
  await u.mes('2026-05', { ...m3(3), FUGA: 200 });

  const facturaDe = async (numero_cuenta: string, n: number) =>
    (await admin.facturas.historial({ numero_cuenta })).items.toReversed()[n]?.numero_factura ?? '';
  await admin.facturas.pagar({ numero_factura: await facturaDe('A', 0) });
  await admin.facturas.pagar({ numero_factura: await facturaDe('B', 0), valor: 700 });
  const numero_factura = await facturaDe('A', 1);
  await admin.notas.create({ numero_factura, motivo, lineas: [{ linea: 0, valor: -300 }] });
  await admin.notas.create({
    numero_factura,
    motivo,
    lineas: [
      { linea: 0, valor: 120 },
      { linea: 1, valor: 5 },
    ],
  });
  const { items } = await admin.lecturas.list({ medidor: 'M-B', desde: '2026-04-30', hasta: '2026-04-30' });
  const cambio = { tipo: 'lectura' as const, lectura_id: items[0]?.id ?? 0, lectura_m3: '35' };
  const { huella } = await admin.correcciones.preview({ cambio });
  await admin.correcciones.create({ cambio, motivo, huella });
  await admin.recuperaciones.create({
    factura_omitida: await facturaDe('TIENDA', 2),
    m3: 12,
    fundamento_tecnico: 'Medidor frenado según prueba de laboratorio 118',
    fundamento_legal: 'Ley 142 de 1994, arts. 146 y 150',
    fecha_vencimiento: '2026-07-20',
  });
  await admin.convenios.create({ numero_cuenta: 'DEUDA', cuotas: 3, tasa_anual: '0.06', primera_cuota: '2026-07-15' });
  await admin.cargos.importar({
    archivo:
      'numero_cuenta,tercero,referencia,codigo,concepto,valor,desde\nA,aseo,1,aseo,Aseo,18500,2026-06-01\nTIENDA,aseo,2,aseo,Aseo,42000,2026-06-01\n',
  });
  await admin.cargos.create({
    numero_cuenta: 'B',
    referencia: 'VISITA-1',
    concepto: 'Revisión solicitada',
    valor: 9_000,
    norma: 'Contrato',
    desde: '2026-06-01',
  });
  const { numero_cuenta, cliente_id } = await u.build.factura({ valor_total: 45_000 });
  await admin.pagos.create({ numero_cuenta, valor: 60_000, medio: 'PSE', referencia: 'PSE-1' });
  await u.build.factura({ cliente_id, valor_total: 8_000 });
  await admin.pagos.cruzar({ numero_cuenta });
  const { id: pago_id } = await admin.pagos.create({ numero_cuenta: 'TIENDA', valor: 30_000, medio: 'Cheque' });
  await admin.reversos.create({ pago_id, causa: 'cheque_devuelto', motivo });
  await u.mes('2026-06', { ...m3(4), FUGA: 210 });
  services.setNow('2026-08-01T15:00:00Z');
  await u.mes('2026-07', { ...m3(5), FUGA: 220 });
  await admin.facturas.anular({ numero_factura: await facturaDe('ANULADA', 4), motivo });
  return u;
}
