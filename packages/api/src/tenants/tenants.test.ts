import { describe, expect, it } from 'vitest';
import { newTenant } from '../testing/tenant.ts';
import { refusalOf } from '../testing/refusal.ts';

describe('tenants.create', () => {
  it('makes a utility whose administrator can sign in there, and only there', async () => {
    const { as } = await newTenant();
    const platform = await as('plataforma');
    const id = `nueva-${Date.now().toString(36)}`;
    await platform.tenants.create({
      id,
      nombre: 'Nueva',
      admin_email: 'jefe@nueva.co',
      admin_password: 'una contraseña',
      nit: '900123818',
    });
    expect((await platform.tenants.list({ limit: 100 })).items.find((tenant) => tenant.id === id)).toMatchObject({
      dv: 0,
    });
    expect(
      await refusalOf(
        platform.tenants.create({ id, nombre: 'Otra', admin_email: 'a@b.co', admin_password: 'una contraseña' }),
      ),
    ).toBe('duplicado');
    expect(
      await refusalOf((await as('nobody')).auth.login({ username: 'jefe@nueva.co', password: 'una contraseña' })),
    ).toBe('credenciales');
  });

  it('refuses a wrong check digit of the NIT', async () => {
    const platform = await (await newTenant()).as('plataforma');
    const tenant = {
      id: 'con-nit',
      nombre: 'X',
      admin_email: 'a@b.co',
      admin_password: 'una contraseña',
      nit: '900123818',
      dv: 1,
    };
    expect(await refusalOf(platform.tenants.create(tenant))).toBe('validacion');
  });
});

describe('tenants.update', () => {
  it('changes what is sent of one’s own utility, and is noticed at once', async () => {
    const { as, id } = await newTenant({ altitud_msnm: 100 });
    const admin = await as('admin');
    expect(await admin.tenants.update({ altitud_msnm: 2600, nit: '899999094' })).toMatchObject({
      id,
      altitud_msnm: 2600,
      nit: '899999094',
      dv: 1,
    });
    expect(await admin.tenants.settings()).toMatchObject({ altitud_msnm: 2600, nombre: 'Prueba' });
    expect(await refusalOf(admin.tenants.update({ dv: 5 }))).toBe('validacion');
    expect(await admin.tenants.update({ nit: null })).toMatchObject({ nit: null, dv: null });
  });
});
