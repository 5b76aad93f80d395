import { useMutation } from '@tanstack/react-query';
import { refrescar, trpc } from '../core/trpc.ts';
import { BotonVentana, Confirmar } from '../ui/dialog.tsx';

type Props = { tercero: { codigo: string; nombre: string } };

export function EliminarTercero({ tercero: { codigo, nombre } }: Props) {
  const eliminar = useMutation(
    trpc.terceros.delete.mutationOptions({ onSuccess: () => refrescar(trpc.terceros.pathFilter()) }),
  );
  return (
    <BotonVentana boton="Eliminar" clase="llano" titulo={`Eliminar ${nombre}`} etiqueta={`Eliminar ${nombre}`}>
      {(cerrar) => (
        <Confirmar
          accion="Eliminar"
          grave
          mutacion={eliminar}
          hacer={() => eliminar.mutate({ tercero: codigo }, { onSuccess: cerrar })}
          cerrar={cerrar}
        >
          <p>Solo se puede si nunca se ha cobrado nada a su nombre.</p>
        </Confirmar>
      )}
    </BotonVentana>
  );
}
