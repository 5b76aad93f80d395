import { anularOrden } from '@cunservicios/api/ordenes/ordenes.schema';
import { useMutation } from '@tanstack/react-query';
import { refrescar, trpc } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

export const AnularOrden = ({ numero_orden }: { numero_orden: string }) => (
  <BotonVentana boton="Anular la orden" clase="otro">
    {(cerrar) => <FormularioAnular numero_orden={numero_orden} cerrar={cerrar} />}
  </BotonVentana>
);

function FormularioAnular({ numero_orden, cerrar }: { numero_orden: string; cerrar: () => void }) {
  const anular = useMutation(
    trpc.ordenes.anular.mutationOptions({
      onSuccess: () => {
        cerrar();
        return refrescar(trpc.ordenes.pathFilter(), trpc.suspension.pathFilter());
      },
    }),
  );
  const { campo, ...de } = useFormulario(anularOrden, { inicial: { numero_orden, motivo: '' }, mutacion: anular });
  return (
    <Formulario de={de} accion="Anular la orden" enviando="Anulando…" cancelar={cerrar}>
      <p>
        Nadie irá al predio. El servicio queda como está y no se cobra nada. No se puede deshacer, pero se puede ordenar
        otra vez.
      </p>
      <Texto etiqueta="Motivo" maxLength={300} autoComplete="off" {...campo('motivo')} />
    </Formulario>
  );
}
