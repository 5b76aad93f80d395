import type { ReadContext } from '../core/context.ts';
import { notFound } from '../core/errors.ts';
import { visibleClientes } from '../core/identity.ts';
import { selectClienteId } from './clientes.queries.ts';

/** The id of an account that the caller may see; 404 for one of another's as for one that does not exist. */
export async function cuentaVisible(ctx: ReadContext, numero_cuenta: string): Promise<number> {
  const [cliente, visible] = await Promise.all([selectClienteId(ctx.t, numero_cuenta), visibleClientes(ctx)]);
  if (!cliente || (visible && !visible.includes(cliente.id))) return notFound('la cuenta', numero_cuenta);
  return cliente.id;
}
