import { refrescar, trpc } from '../core/trpc.ts';

/** Everything that a payment, or its undoing, moves. */
export const refrescarDinero = () =>
  refrescar(
    trpc.pagos.pathFilter(),
    trpc.reversos.pathFilter(),
    trpc.cajas.pathFilter(),
    trpc.facturas.pathFilter(),
    trpc.clientes.pathFilter(),
    trpc.movimientos.pathFilter(),
  );
