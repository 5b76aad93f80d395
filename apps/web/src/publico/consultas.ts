// What anyone may ask, without a session. A plain call in the form of tRPC: its client weighs 7 kB, which a
// cheap phone waits for.
import type { AppRouter } from '@cunservicios/api/router';
import { queryOptions } from '@tanstack/react-query';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { empresa } from '../core/empresa.ts';
import { readProblem } from '../core/problem.ts';

export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;

const headers = () => ({ 'x-tenant-id': empresa() });

/** Asks. */
export function ask<T>(path: string, input?: object): Promise<T> {
  const query = input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
  return answered(fetch(`/trpc/${path}${query}`, { headers: headers() }));
}

/** Does. */
export const tell = <T>(path: string, input: object): Promise<T> =>
  answered(
    fetch(`/trpc/${path}`, {
      method: 'POST',
      headers: { ...headers(), 'content-type': 'application/json' },
      body: JSON.stringify(input),
    }),
  );

async function answered<T>(request: Promise<Response>): Promise<T> {
  const response = await request;
  const answer = (await response.json()) as { result: { data: T } } | { error: unknown };
  if ('result' in answer) return answer.result.data;
  throw Object.assign(new Error('Refused'), readProblem(answer.error));
}

export const empresaActual = queryOptions({
  queryKey: ['empresa'],
  queryFn: () => ask<Outputs['tenants']['current']>('tenants.current'),
  staleTime: Infinity,
});

export const consultaPublica = (numeros: Inputs['facturas']['consultaPublica']) =>
  queryOptions({
    queryKey: ['factura', numeros],
    queryFn: () => ask<Outputs['facturas']['consultaPublica']>('facturas.consultaPublica', numeros),
  });

export const reciboPublico = (datos: Inputs['pagos']['consultaPublica']) =>
  queryOptions({
    queryKey: ['recibo', datos],
    queryFn: () => ask<Outputs['pagos']['consultaPublica']>('pagos.consultaPublica', datos),
  });

export const simulacion = (pedido: Inputs['tarifas']['simular']) =>
  queryOptions({
    queryKey: ['simulacion', pedido],
    queryFn: () => ask<Outputs['tarifas']['simular']>('tarifas.simular', pedido),
  });
