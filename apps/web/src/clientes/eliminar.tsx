import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../core/trpc.ts';
import { Confirmar } from '../ui/dialog.tsx';
import { Fallo } from '../ui/states.tsx';

export function EliminarCliente({
  cliente: { numero_cuenta, nombre },
}: {
  cliente: { numero_cuenta: string; nombre: string };
}) {
  const [abierto, setAbierto] = useState(false);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const eliminar = useMutation(
    trpc.clientes.delete.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/oficina/clientes' });
        await queries.invalidateQueries(trpc.clientes.pathFilter());
      },
    }),
  );
  return (
    <div className="no-imprime">
      <button type="button" className="boton llano" onClick={() => setAbierto(true)}>
        Eliminar esta cuenta…
      </button>
      <Confirmar
        titulo="Eliminar la cuenta"
        abierto={abierto}
        cerrar={() => setAbierto(false)}
        accion="Eliminar"
        grave
        enCurso={eliminar.isPending}
        hacer={() => eliminar.mutate({ numero_cuenta })}
      >
        {eliminar.isError && <Fallo error={eliminar.error} />}
        <p>
          Se borra la cuenta {numero_cuenta} de {nombre}. Solo se puede si no tiene facturas, medidor ni casos; si los
          tiene, cámbiela al estado «retirado».
        </p>
      </Confirmar>
    </div>
  );
}
