import { anularConsignacion } from '@cunservicios/api/conciliacion/consignaciones.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation } from '@tanstack/react-query';
import { refrescar, trpc } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

type Consignacion = { id: number; valor: number; referencia: string };

export const AnularConsignacion = ({ consignacion }: { consignacion: Consignacion }) => (
  <BotonVentana
    boton="Anular"
    clase="llano"
    titulo={`Anular la consignación ${consignacion.referencia}`}
    etiqueta={`Anular la consignación ${consignacion.referencia}`}
  >
    {(cerrar) => <FormularioAnular consignacion={consignacion} cerrar={cerrar} />}
  </BotonVentana>
);

function FormularioAnular({ consignacion, cerrar }: { consignacion: Consignacion; cerrar: () => void }) {
  const { contexto } = useClave();
  const anular = useMutation(
    trpc.consignaciones.anular.mutationOptions({
      ...contexto,
      onSuccess: () => {
        cerrar();
        return refrescar(trpc.consignaciones.pathFilter(), trpc.conciliacion.pathFilter());
      },
    }),
  );
  const { campo, ...de } = useFormulario(anularConsignacion, {
    inicial: { consignacion_id: consignacion.id, motivo: '' },
    mutacion: anular,
  });
  return (
    <Formulario de={de} accion="Anular" enviando="Anulando…" cancelar={cerrar} grave>
      <p>Se anota otra fila por {formatPesos(-consignacion.valor)}. Nada se borra: las dos quedan en la lista.</p>
      <Texto etiqueta="Motivo" maxLength={500} autoComplete="off" {...campo('motivo')} />
    </Formulario>
  );
}
