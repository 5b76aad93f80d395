import { aprobarReverso, rechazarReverso } from '@cunservicios/api/pagos/pagos.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation } from '@tanstack/react-query';
import { textoEscrito } from '../core/escrito.ts';
import { trpc } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Parrafo } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { refrescarDinero } from './refrescar.ts';

type Props = { reverso: { id: number; recibo: string; valor: number } };
type Dentro = Props & { cerrar: () => void };

const observacion = { rows: 2, className: 'bajo', maxLength: 500 };

/** The second person's two answers. */
export const ResolverReverso = ({ reverso }: Props) => (
  <div className="acciones">
    <BotonVentana
      boton="Aprobar"
      titulo="Aprobar que se deshaga el pago"
      etiqueta={`Aprobar: deshacer el recibo ${reverso.recibo}`}
    >
      {(cerrar) => <Aprobar reverso={reverso} cerrar={cerrar} />}
    </BotonVentana>
    <BotonVentana
      boton="Rechazar"
      titulo="Rechazar que se deshaga el pago"
      clase="otro"
      etiqueta={`Rechazar: dejar el recibo ${reverso.recibo} como está`}
    >
      {(cerrar) => <Rechazar reverso={reverso} cerrar={cerrar} />}
    </BotonVentana>
  </div>
);

function Aprobar({ reverso, cerrar }: Dentro) {
  const aprobar = useMutation(
    trpc.reversos.approve.mutationOptions({ onSuccess: () => refrescarDinero().then(cerrar) }),
  );
  const { campo, ...de } = useFormulario(aprobarReverso, {
    inicial: { reverso_id: reverso.id },
    mutacion: aprobar,
  });
  return (
    <Formulario de={de} accion="Deshacer el pago" cancelar={cerrar}>
      <p>
        Se deshace el pago de {formatPesos(reverso.valor)}, recibo {reverso.recibo}, con su nombre como segunda persona.
      </p>
      <Parrafo etiqueta="Observación" opcional {...observacion} {...campo('observacion', textoEscrito)} />
    </Formulario>
  );
}

function Rechazar({ reverso, cerrar }: Dentro) {
  const rechazar = useMutation(
    trpc.reversos.reject.mutationOptions({ onSuccess: () => refrescarDinero().then(cerrar) }),
  );
  const { campo, ...de } = useFormulario(rechazarReverso, {
    inicial: { reverso_id: reverso.id, observacion: '' },
    mutacion: rechazar,
  });
  return (
    <Formulario de={de} accion="Dejar el pago como está" cancelar={cerrar}>
      <Parrafo
        etiqueta="Por qué se rechaza"
        ayuda="Lo lee quien lo pidió. El pago queda como está."
        {...observacion}
        {...campo('observacion')}
      />
    </Formulario>
  );
}
