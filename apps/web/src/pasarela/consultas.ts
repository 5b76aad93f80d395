// The calls of somebody without a session who pays.
import { queryOptions } from '@tanstack/react-query';
import { type Inputs, type Outputs, ask, tell } from '../publico/consultas.ts';

export type EstadoDePago = Outputs['pagar']['estado'];

export const opcionesPago = (papel: Inputs['pagar']['opciones']) =>
  queryOptions({
    queryKey: ['pagar', papel],
    queryFn: () => ask<Outputs['pagar']['opciones']>('pagar.opciones', papel),
  });

export const iniciarPago = (pedido: Inputs['pagar']['iniciar']) =>
  tell<Outputs['pagar']['iniciar']>('pagar.iniciar', pedido);

/** What is known of a payment, after asking the gateway where an answer is missing. */
export const consultarPago = (pedido: Inputs['pagar']['consultar']) => tell<EstadoDePago>('pagar.consultar', pedido);
