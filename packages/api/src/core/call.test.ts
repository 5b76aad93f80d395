// oxlint-disable no-underscore-dangle -- what `call` reads of a procedure stands under _def
import { TRPCError } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appRouter } from '../router.ts';
import { refusalOf } from '../testing/refusal.ts';
import { newTenant } from '../testing/tenant.ts';
import { createCaller, read, router, write } from './trpc.ts';

type Definition = {
  meta?: { acceso?: unknown[] };
  inputs: unknown[];
  middlewares: { name: string }[];
  caller?: unknown;
};
const definitions = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: Definition }>).map(
  ([name, { _def }]) => [name, _def] as const,
);

const stored = { valor: 1, secreto: 'x' };
const made = router({
  extra: read('anyone')
    .output(z.object({ valor: z.number() }))
    .query(() => stored),
  broken: read('anyone')
    .output(z.object({ valor: z.string() }))
    .query((): { valor: string } => stored as never),
  echo: read('anyone')
    .input(z.object({ texto: z.string() }))
    .query(({ input }) => input.texto),
  admin: write('admin').mutation(({ ctx }) => Object.keys(ctx).filter((key) => key === 't' || key === 'tx')),
});
async function callers() {
  const { contextOf, userOf, services } = await newTenant();
  const as = async (rol: 'admin' | 'consulta') => createCaller(made)(contextOf(await userOf(rol)));
  return {
    admin: await as('admin'),
    consulta: await as('consulta'),
    nobody: createCaller(made)(contextOf(undefined)),
    services,
  };
}

describe('a call', () => {
  // `call` reads one schema and runs no middleware: more would be passed over in silence.
  it.each(definitions)('%s is defined by what a call reads', (_name, { meta, inputs, middlewares, caller }) => {
    expect(caller).toBeTypeOf('function');
    expect(meta?.acceso?.length).toBeGreaterThan(0);
    expect(inputs.length).toBeLessThan(2);
    const others = middlewares.filter(({ name }) => !/^(inputValidator|outputValidator|resolve)Middleware$/.test(name));
    expect(others).toEqual([]);
  });

  it('answers the promised fields and no others', async () => {
    expect(await (await callers()).nobody.extra()).toEqual({ valor: 1 });
  });

  it('takes a broken answer for our fault, notes it and tells nothing of it', async () => {
    const { nobody, services } = await callers();
    services.faults.length = 0;
    const refused = await nobody.broken().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TRPCError);
    expect(refused).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', cause: { code: 'error_interno' } });
    expect((refused as Error).message).not.toMatch(/valor|string/);
    expect(services.faults).toEqual([expect.any(z.ZodError)]);
  });

  it('refuses what cannot be stored and what the schema does not take', async () => {
    const { nobody } = await callers();
    expect(await nobody.echo({ texto: 'ñ' })).toBe('ñ');
    for (const texto of ['\0', '\ud800', 7 as never])
      expect(await refusalOf(nobody.echo({ texto }))).toBe('validacion');
  });

  it('asks who it is before it looks at anything, and gives a write what it needs', async () => {
    const { admin, consulta, nobody } = await callers();
    expect(await refusalOf(nobody.admin())).toBe('sin_sesion');
    expect(await refusalOf(consulta.admin())).toBe('sin_permiso');
    expect(await admin.admin()).toEqual(['t', 'tx']);
  });
});
