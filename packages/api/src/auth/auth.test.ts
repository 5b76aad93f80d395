import { describe, expect, it } from 'vitest';
import { identify } from '../core/identity.ts';
import { createCaller } from '../router.ts';
import { newTenant } from '../testing/tenant.ts';
import { refusalOf } from '../testing/refusal.ts';

const EMAIL = 'admin@prueba.co';
const PASSWORD = 'una contraseña';

async function signedIn() {
  const t = await newTenant();
  const nobody = await t.as('nobody');
  const tokens = await nobody.auth.login({ username: EMAIL, password: PASSWORD });
  const bearer = (token: string) => identify(t.services, { authorization: `Bearer ${token}` });
  return { ...t, nobody, tokens, bearer };
}

describe('sign-in', () => {
  it('answers who signed in, whatever the case of the e-mail', async () => {
    const { nobody, tokens, id } = await signedIn();
    expect(tokens).toMatchObject({
      token_type: 'bearer',
      email: EMAIL,
      is_admin: true,
      tenant_id: id,
      roles: ['admin'],
    });
    expect(await nobody.auth.login({ username: 'ADMIN@prueba.co', password: PASSWORD })).toMatchObject({
      user_id: tokens.user_id,
    });
  });

  it('refuses alike an unknown e-mail, a wrong password and an inactive user', async () => {
    const { as, nobody } = await signedIn();
    const admin = await as('admin');
    const other = await admin.users.create({ email: 'otra@prueba.co', password: PASSWORD, is_active: false });
    for (const credentials of [
      { username: 'nadie@prueba.co', password: PASSWORD },
      { username: EMAIL, password: 'equivocada' },
      { username: other.email, password: PASSWORD },
    ])
      expect(await refusalOf(nobody.auth.login(credentials))).toBe('credenciales');
  });

  it('does not open a tenant with the password of another', async () => {
    await newTenant({ admin_email: 'solo-aqui@prueba.co' });
    const { nobody } = await signedIn();
    expect(await refusalOf(nobody.auth.login({ username: 'solo-aqui@prueba.co', password: PASSWORD }))).toBe(
      'credenciales',
    );
  });
});

describe('access tokens', () => {
  it('say who calls and for which tenant, until the user’s version is raised', async () => {
    const { bearer, tokens, id, tenant, services, nobody } = await signedIn();
    expect(await bearer(tokens.access_token)).toMatchObject({ tenant: { id }, user: { email: EMAIL } });
    const me = (await identify(services, { authorization: `Bearer ${tokens.access_token}` })).user;
    const self = createCaller({ services, tenant, user: me, ip: '', request_id: '', answer: {} });
    await self.auth.logoutAll();
    expect(await refusalOf(bearer(tokens.access_token))).toBe('sesion_vencida');
    expect(await refusalOf(nobody.auth.refresh({ refresh_token: tokens.refresh_token }))).toBe('sesion_vencida');
  });

  it.each([
    ['none', (token: string) => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`],
    ['another key', (token: string) => `${token.slice(0, -6)}AAAAAA`],
    ['garbage', () => 'a.b.c'],
  ])('refuse a token signed with %s', async (_, forge) => {
    const { bearer, tokens } = await signedIn();
    expect(await refusalOf(bearer(forge(tokens.access_token)))).toBe('sesion_vencida');
  });

  it('refuse another tenant’s header', async () => {
    const { services, tokens } = await signedIn();
    const other = await newTenant();
    const call = identify(services, { authorization: `Bearer ${tokens.access_token}`, tenantHeader: other.id });
    expect(await refusalOf(call)).toBe('otro_tenant');
  });
});

describe('refresh tokens', () => {
  it('rotate; one that comes again after the grace ends its whole family', async () => {
    const { nobody, tokens, services } = await signedIn();
    const second = await nobody.auth.refresh({ refresh_token: tokens.refresh_token });
    expect(second.refresh_token).not.toBe(tokens.refresh_token);
    const now = services.clock.now();
    services.setNow(new Date(now.getTime() + 5_000).toISOString());
    await nobody.auth.refresh({ refresh_token: tokens.refresh_token }); // a lost answer, asked again at once
    services.setNow(new Date(now.getTime() + 60_000).toISOString());
    expect(await refusalOf(nobody.auth.refresh({ refresh_token: tokens.refresh_token }))).toBe('sesion_vencida');
    expect(await refusalOf(nobody.auth.refresh({ refresh_token: second.refresh_token }))).toBe('sesion_vencida');
    services.setNow(now.toISOString());
  });

  it('stop at sign-out', async () => {
    const { nobody, tokens } = await signedIn();
    await nobody.auth.logout({ refresh_token: tokens.refresh_token });
    expect(await refusalOf(nobody.auth.refresh({ refresh_token: tokens.refresh_token }))).toBe('sesion_vencida');
  });

  it('travel in a cookie for a browser, not in the body', async () => {
    const t = await newTenant();
    const ctx = t.contextOf(undefined, { wants_cookie: true });
    const tokens = await createCaller(ctx).auth.login({ username: EMAIL, password: PASSWORD });
    expect(tokens.refresh_token).toBeUndefined();
    expect(ctx.answer.refresh_cookie?.value).toMatch(/^[\w-]{43}$/);
  });
});

describe('passwords', () => {
  it('are set again with the link of the mail, once', async () => {
    const { nobody, tokens, services, id, bearer } = await signedIn();
    await nobody.auth.forgotPassword({ email: EMAIL });
    await nobody.auth.forgotPassword({ email: 'nadie@prueba.co' });
    const mails = await mailsOf(services.adminUrl, id);
    expect(mails).toHaveLength(1);
    const token = /token=([\w-]+)/.exec(mails[0]?.texto ?? '')?.[1] ?? '';
    await nobody.auth.resetPassword({ token, new_password: 'otra contraseña' });
    expect(await refusalOf(nobody.auth.resetPassword({ token, new_password: 'y otra más' }))).toBe('enlace_vencido');
    expect(await refusalOf(bearer(tokens.access_token))).toBe('sesion_vencida');
    await nobody.auth.login({ username: EMAIL, password: 'otra contraseña' });
  });

  it('change only with the current one', async () => {
    const { services, tokens, bearer } = await signedIn();
    const self = createCaller({ ...(await bearer(tokens.access_token)), services, ip: '', request_id: '', answer: {} });
    const change = (current_password: string) =>
      self.users.changePassword({ current_password, new_password: 'nueva contraseña' });
    expect(await refusalOf(change('equivocada'))).toBe('contrasena_actual_incorrecta');
    await change(PASSWORD);
    expect(await refusalOf(bearer(tokens.access_token))).toBe('sesion_vencida');
  });
});

describe('guessing', () => {
  it('meets growing pauses, from one address', async () => {
    const { nobody, services } = await signedIn();
    const wrong = () => refusalOf(nobody.auth.login({ username: EMAIL, password: 'equivocada' }));
    for (let i = 0; i < 5; i++) expect(await wrong()).toBe('credenciales');
    expect(await wrong()).toBe('demasiados_intentos');
    const now = services.clock.now();
    services.setNow(new Date(now.getTime() + 2_000).toISOString());
    expect(await wrong()).toBe('credenciales');
    expect(await wrong()).toBe('demasiados_intentos');
    services.setNow(now.toISOString());
  });

  it('does not lock the owner out at their own address', async () => {
    const { as } = await signedIn();
    const stranger = await as('nobody', { ip: '203.0.113.9' });
    for (let i = 0; i < 30; i++) await refusalOf(stranger.auth.login({ username: EMAIL, password: `intento ${i}` }));
    const owner = await as('nobody', { ip: '198.51.100.1' });
    expect(await owner.auth.login({ username: EMAIL, password: PASSWORD })).toMatchObject({ email: EMAIL });
  });
});

async function mailsOf(url: string, tenant_id: string) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'enviar_correo' and payload ->> 'tenant_id' = $1`,
    [tenant_id],
  );
  await client.end();
  return rows.map(({ payload }) => payload as { texto: string });
}
