import { aprobarCaja, rechazarCaja } from '@cunservicios/api/cajas/cajas.schema';
import { useMutation } from '@tanstack/react-query';
import { textoEscrito } from '../core/escrito.ts';
import { trpc } from '../core/trpc.ts';
import { refrescarDinero } from '../pagos/refrescar.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Parrafo } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

type Props = { caja: { id: number; numero: string } };
type Dentro = Props & { cerrar: () => void };

const observacion = { rows: 2, className: 'bajo', maxLength: 500 };

/** The second person's two answers. */
export const ResolverCaja = ({ caja }: Props) => (
  <div className="acciones no-imprime">
    <BotonVentana boton="Aprobar la diferencia">{(cerrar) => <Aprobar caja={caja} cerrar={cerrar} />}</BotonVentana>
    <BotonVentana boton="Que la cuenten otra vez" clase="otro">
      {(cerrar) => <Rechazar caja={caja} cerrar={cerrar} />}
    </BotonVentana>
  </div>
);

function Aprobar({ caja, cerrar }: Dentro) {
  const aprobar = useMutation(trpc.cajas.approve.mutationOptions({ onSuccess: () => refrescarDinero().then(cerrar) }));
  const { campo, ...de } = useFormulario(aprobarCaja, { inicial: { caja_id: caja.id }, mutacion: aprobar });
  return (
    <Formulario de={de} accion="Aprobar y cerrar la caja" cancelar={cerrar}>
      <p>La caja {caja.numero} queda cerrada con su diferencia, con su nombre como segunda persona. No cambia más.</p>
      <Parrafo etiqueta="Observación" opcional {...observacion} {...campo('observacion', textoEscrito)} />
    </Formulario>
  );
}

function Rechazar({ caja, cerrar }: Dentro) {
  const rechazar = useMutation(trpc.cajas.reject.mutationOptions({ onSuccess: () => refrescarDinero().then(cerrar) }));
  const { campo, ...de } = useFormulario(rechazarCaja, {
    inicial: { caja_id: caja.id, observacion: '' },
    mutacion: rechazar,
  });
  return (
    <Formulario de={de} accion="Devolver la caja" cancelar={cerrar}>
      <Parrafo
        etiqueta="Qué hay que revisar"
        ayuda="Lo lee quien lleva la caja, que queda abierta otra vez."
        {...observacion}
        {...campo('observacion')}
      />
    </Formulario>
  );
}
