import { describe, expect, it } from 'vitest';
import { marinilla } from '../testing/marinilla.ts';

describe('facturas.explicacion', () => {
  it('explains the bills of three months from what was stored', async () => {
    const { admin, as, userOf } = await marinilla(['2016-03', '2016-04', '2016-05']);
    const { items } = await admin.facturas.list({ limit: 100, periodo: '2016-05' });
    const metodos = new Set(items.map(({ metodo }) => metodo));
    expect(metodos.size).toBeGreaterThan(2);
    for (const { numero_factura, consumo_m3, valor_total, metodo, conceptos, lectura_actual } of items) {
      const { secciones } = await admin.facturas.explicacion({ numero_factura });
      const texto = secciones.flatMap(({ frases }) => frases.map((frase) => frase.texto)).join('\n');
      expect(texto).toContain(`${consumo_m3} m³`);
      expect(texto).toContain(`$ ${valor_total.toLocaleString('es-CO')}`);
      for (const { formula } of conceptos) expect(texto).toContain(formula);
      const leida = metodo === 'medido' ? `marcaba ${lectura_actual?.toLocaleString('es-CO')}` : 'El medidor';
      expect(texto.toLowerCase()).toContain(leida.toLowerCase());
      expect(texto).not.toMatch(/undefined|null|NaN/);
    }

    const [own, foreign] = items;
    if (!own || !foreign) throw new Error('no bills');
    const ciudadano = await userOf('ciudadano');
    await admin.users.linkCliente({ user_id: ciudadano.id, numero_cuenta: own.numero_cuenta });
    const citizen = await as('ciudadano');
    const { numero_factura } = own;
    expect(await citizen.facturas.explicacion({ numero_factura })).toEqual(
      await admin.facturas.explicacion({ numero_factura }),
    );
    await expect(citizen.facturas.explicacion({ numero_factura: foreign.numero_factura })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('explains a bill written by hand by its lines', async () => {
    const { admin, build } = await marinilla([]);
    const { numero_factura } = await build.factura({ valor_total: 45_000 });
    const { secciones } = await admin.facturas.explicacion({ numero_factura });
    expect(secciones.map(({ clave }) => clave)).toEqual(['otros_cobros', 'total', 'a_pagar', 'reclamar']);
  });
});
