// A utility for a test, reached over HTTP as each role.
import { randomBytes } from 'node:crypto';
import type { Services } from '@cunservicios/api/core/context';
import type { Rol } from '@cunservicios/api/core/roles';
import { createTenant } from '@cunservicios/api/tenants/create-tenant';
import { createTenant as tenantInput } from '@cunservicios/api/tenants/tenants.schema';
import { insertUser } from '@cunservicios/api/users/users.queries';

export type Answer = { status: number; headers: Headers; text: string; json: never };
export type Call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

type Options = { services: Services; url: string; id?: string | undefined; adminRoles?: Rol[] | undefined };

/** Makes the tenant with its administrator `admin@prueba.co`. */
export async function newTestTenant({ services, url, id = `t${randomBytes(6).toString('hex')}`, adminRoles }: Options) {
  const password = 'una contraseña de prueba';
  const facts = tenantInput.parse({
    id,
    nombre: `Aguas ${id}`,
    admin_email: 'admin@prueba.co',
    admin_password: password,
  });
  const tenant = await createTenant(services, facts, adminRoles);
  let hash: Promise<string> | undefined;
  const users = new Map<Rol, Promise<{ id: number; token: string }>>();

  const make = async (rol: Rol) => {
    const password_hash = await (hash ??= services.passwords.hash(password)); // the same for all
    const user = await services.tenants.transaction(id, (t) =>
      insertUser(t, { email: `solo-${rol}@prueba.co`, nombre: rol, password_hash, roles: [rol], is_active: true }),
    );
    const { token } = await services.tokens.issue({ id: user.id, tenant: id, roles: [rol], ver: 1 });
    return { id: user.id, token };
  };
  /** The user that has this one role. */
  const userOf = (rol: Rol) => {
    let user = users.get(rol);
    if (!user) users.set(rol, (user = make(rol)));
    return user;
  };
  const tokenFor = async (rol: Rol) => (await userOf(rol)).token;

  /** Calls over HTTP as somebody with one role, or as nobody, of this tenant. */
  const as = async (rol: Rol | 'nobody'): Promise<Call> => {
    const authorization = rol === 'nobody' ? undefined : `Bearer ${await tokenFor(rol)}`;
    return (method, path, body, headers = {}) =>
      call(url + path, method, body, { 'x-tenant-id': id, ...(authorization && { authorization }), ...headers });
  };
  return { id, tenant, email: 'admin@prueba.co', password, userOf, tokenFor, as };
}

export type TestTenant = Awaited<ReturnType<typeof newTestTenant>>;

/** One request. An object becomes JSON; text is sent as it is. */
export async function call(
  url: string,
  method: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const isText = typeof body === 'string' || body instanceof Uint8Array;
  const answer = await fetch(url, {
    method,
    headers: { ...(body !== undefined && !isText && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: (isText ? body : JSON.stringify(body)) as string }),
    redirect: 'manual',
  });
  const text = await answer.text();
  const isJson = /\bjson\b/.test(answer.headers.get('content-type') ?? '');
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    json: (isJson && text ? JSON.parse(text) : undefined) as never,
  };
}
