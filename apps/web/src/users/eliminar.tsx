import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { refrescar, trpc } from '../core/trpc.ts';
import { BotonVentana, Confirmar } from '../ui/dialog.tsx';

export function EliminarUsuario({ usuario: { id, email } }: { usuario: { id: number; email: string } }) {
  const navigate = useNavigate();
  const eliminar = useMutation(
    trpc.users.delete.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/oficina/usuarios' });
        await refrescar(trpc.users.pathFilter());
      },
    }),
  );
  const hacer = () => eliminar.mutate({ user_id: id });
  return (
    <div>
      <BotonVentana boton="Eliminar este usuario…" clase="llano" titulo="Eliminar el usuario">
        {(cerrar) => (
          <Confirmar accion="Eliminar" grave mutacion={eliminar} hacer={hacer} cerrar={cerrar}>
            <p>{email} no podrá volver a entrar. Si solo es por un tiempo, quítele la marca «Activo».</p>
          </Confirmar>
        )}
      </BotonVentana>
    </div>
  );
}
