import { useMutation } from '@tanstack/react-query';
import { refrescar, trpc } from '../core/trpc.ts';

/** A change of some facts of an account, and what is said once it is saved. */
export const useCambiarCliente = (hecho: () => void) =>
  useMutation(
    trpc.clientes.update.mutationOptions({
      onSuccess: () => {
        hecho();
        return refrescar(trpc.clientes.pathFilter(), trpc.suspension.pathFilter());
      },
    }),
  );
