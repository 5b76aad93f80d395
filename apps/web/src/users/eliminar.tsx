import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../core/trpc.ts';
import { Confirmar } from '../ui/dialog.tsx';
import { Fallo } from '../ui/states.tsx';

export function EliminarUsuario({ usuario: { id, email } }: { usuario: { id: number; email: string } }) {
  const [abierto, setAbierto] = useState(false);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const eliminar = useMutation(
    trpc.users.delete.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/oficina/usuarios' });
        await queries.invalidateQueries(trpc.users.pathFilter());
      },
    }),
  );
  return (
    <div>
      <button type="button" className="boton llano" onClick={() => setAbierto(true)}>
        Eliminar este usuario…
      </button>
      <Confirmar
        titulo="Eliminar el usuario"
        abierto={abierto}
        cerrar={() => setAbierto(false)}
        accion="Eliminar"
        grave
        enCurso={eliminar.isPending}
        hacer={() => eliminar.mutate({ user_id: id })}
      >
        {eliminar.isError && <Fallo error={eliminar.error} />}
        <p>{email} no podrá volver a entrar. Si solo es por un tiempo, quítele la marca «Activo».</p>
      </Confirmar>
    </div>
  );
}
