// The published types are those of the router, procedure by procedure, though they are written out.
import { readFileSync } from 'node:fs';
import type { AppRouter } from '@cunservicios/api/router';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { expect, expectTypeOf, it } from 'vitest';
import { generate } from '../generate/procedures.ts';
import type { Client } from './client.ts';
import type { CunserviciosError, isCunserviciosError } from './errors.ts';
import type { Factura, Procedures } from './procedures.ts';

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
type Called = (...args: never[]) => Promise<unknown>;
type InputOf<F extends Called> = Parameters<F>[0];
type OutputOf<F extends Called> = Awaited<ReturnType<F>>;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** Over HTTP a file is its text, and to leave out an input whose fields are all optional is to send {}. */
type Wire<I> = I extends { archivo: unknown } ? Omit<I, 'archivo'> & { archivo: string } : I;
type SameOnWire<A, B> = Same<Exclude<A, undefined | void>, Exclude<B, undefined | void>>;

/** The names of procedures whose types differ from the router's. */
type Differing = {
  [N in keyof Procedures]: {
    [V in keyof Procedures[N] & keyof Inputs[N]]: Procedures[N][V] extends Called
      ? SameOnWire<InputOf<Procedures[N][V]>, Wire<Inputs[N][V]>> extends true
        ? SameOnWire<OutputOf<Procedures[N][V]>, Outputs[N][V & keyof Outputs[N]]> extends true
          ? never
          : `answer of ${N}.${V & string}`
        : `input of ${N}.${V & string}`
      : `${N}.${V & string} cannot be called`;
  }[keyof Procedures[N] & keyof Inputs[N]];
}[keyof Procedures];

type NamesOf<R> = { [N in keyof R]: `${N & string}.${keyof R[N] & string}` }[keyof R];

it('has every procedure with exactly the types of the router', () => {
  expectTypeOf<NamesOf<Procedures>>().toEqualTypeOf<NamesOf<Inputs>>();
  expectTypeOf<Differing>().toEqualTypeOf<never>();
});

it('gives lists their items, and errors their code', () => {
  type Item = Client['facturas']['list']['all'] extends (...args: never[]) => AsyncIterable<infer I> ? I : never;
  expectTypeOf<Item>().toEqualTypeOf<Factura>();
  expectTypeOf<Parameters<Client['facturas']['get']>[0]>().toEqualTypeOf<{ numero_factura: string }>();
  expectTypeOf<Parameters<Client['facturas']['list']>[0]>().toExtend<object | undefined>();
  expectTypeOf<typeof isCunserviciosError<'duplicado'>>().guards.toExtend<CunserviciosError>();
  type Query = NonNullable<Parameters<Client['facturas']['get']>[1]>;
  expectTypeOf<'idempotencyKey'>().not.toExtend<keyof Query>();
  expectTypeOf<'idempotencyKey'>().toExtend<keyof NonNullable<Parameters<Client['facturas']['pagar']>[1]>>();
});

it('is as old as the router', async () => {
  for (const { path, text } of await generate())
    expect(
      readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8') === text,
      `${path}: npm run generate`,
    ).toBe(true);
});
