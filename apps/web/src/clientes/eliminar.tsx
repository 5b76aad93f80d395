import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { refrescar, trpc } from '../core/trpc.ts';
import { BotonVentana, Confirmar } from '../ui/dialog.tsx';

export function EliminarCliente({
  cliente: { numero_cuenta, nombre },
}: {
  cliente: { numero_cuenta: string; nombre: string };
}) {
  const navigate = useNavigate();
  const eliminar = useMutation(
    trpc.clientes.delete.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/oficina/clientes' });
        await refrescar(trpc.clientes.pathFilter());
      },
    }),
  );
  const hacer = () => eliminar.mutate({ numero_cuenta });
  return (
    <div className="no-imprime">
      <BotonVentana boton="Eliminar esta cuenta…" clase="llano" titulo="Eliminar la cuenta">
        {(cerrar) => (
          <Confirmar accion="Eliminar" grave mutacion={eliminar} hacer={hacer} cerrar={cerrar}>
            <p>
              Se borra la cuenta {numero_cuenta} de {nombre}. Solo se puede si no tiene facturas, medidor ni casos; si
              los tiene, cámbiela al estado «retirado».
            </p>
          </Confirmar>
        )}
      </BotonVentana>
    </div>
  );
}
