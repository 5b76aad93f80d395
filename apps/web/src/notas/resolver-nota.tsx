import { approveNota, rejectNota } from '@cunservicios/api/notas/notas.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation } from '@tanstack/react-query';
import { textoEscrito } from '../core/escrito.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Parrafo } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

type Props = { nota: { id: number; valor: number } };
type Dentro = Props & { cerrar: () => void };

const todo = () =>
  refrescar(
    trpc.notas.pathFilter(),
    trpc.facturas.pathFilter(),
    trpc.clientes.pathFilter(),
    trpc.movimientos.pathFilter(),
  );

/** The second person's two answers. */
export const ResolverNota = ({ nota }: Props) => (
  <div className="acciones">
    <BotonVentana boton="Aprobar la nota">{(cerrar) => <Aprobar nota={nota} cerrar={cerrar} />}</BotonVentana>
    <BotonVentana boton="Rechazar" titulo="Rechazar la nota" clase="otro">
      {(cerrar) => <Rechazar nota={nota} cerrar={cerrar} />}
    </BotonVentana>
  </div>
);

function Aprobar({ nota, cerrar }: Dentro) {
  const aprobar = useMutation(trpc.notas.approve.mutationOptions({ onSuccess: () => todo().then(cerrar) }));
  const { campo, ...de } = useFormulario(approveNota, { inicial: { nota_id: nota.id }, mutacion: aprobar });
  return (
    <Formulario de={de} accion="Aprobar la nota" cancelar={cerrar}>
      <p>
        {nota.valor < 0 ? 'Se le devuelven' : 'Se le cobran'} {formatPesos(Math.abs(nota.valor))} a la cuenta, con su
        nombre como segunda persona. Una nota no se borra: se corrige con otra.
      </p>
      <Parrafo
        etiqueta="Observación"
        opcional
        rows={2}
        className="bajo"
        maxLength={500}
        {...campo('observacion', textoEscrito)}
      />
    </Formulario>
  );
}

function Rechazar({ nota, cerrar }: Dentro) {
  const rechazar = useMutation(trpc.notas.reject.mutationOptions({ onSuccess: () => todo().then(cerrar) }));
  const { campo, ...de } = useFormulario(rejectNota, {
    inicial: { nota_id: nota.id, observacion: '' },
    mutacion: rechazar,
  });
  return (
    <Formulario de={de} accion="Rechazar la nota" cancelar={cerrar}>
      <Parrafo
        etiqueta="Por qué se rechaza"
        ayuda="Lo lee quien la escribió. La factura queda como está."
        rows={2}
        className="bajo"
        maxLength={500}
        {...campo('observacion')}
      />
    </Formulario>
  );
}
