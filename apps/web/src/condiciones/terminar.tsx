import { terminarDecision } from '@cunservicios/api/condiciones/condiciones.schema';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { hoy } from '../core/fechas.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

const NOMBRE = { vertimiento: 'el vertimiento', decision: 'la decisión', desincentivo: 'el desincentivo' } as const;
const escrito = z.strictObject({ hasta: terminarDecision.shape.hasta });
type Escrito = z.output<typeof escrito>;
type Then = { onError: (error: unknown) => void };
type Props = { que: keyof typeof NOMBRE; id: number };

/** The last day of what has its dates. */
export const Terminar = (props: Props) => (
  <BotonVentana
    boton="Terminar"
    clase="llano"
    titulo={`Terminar ${NOMBRE[props.que]}`}
    etiqueta={`Terminar ${NOMBRE[props.que]}`}
  >
    {(cerrar) => <FormularioTerminar {...props} cerrar={cerrar} />}
  </BotonVentana>
);

function FormularioTerminar({ que, id, cerrar }: Props & { cerrar: () => void }) {
  const options = {
    onSuccess: () => {
      cerrar();
      return refrescar(trpc.condiciones.pathFilter());
    },
  };
  const vertimiento = useMutation(trpc.condiciones.endVertimiento.mutationOptions(options));
  const decision = useMutation(trpc.condiciones.endDecision.mutationOptions(options));
  const desincentivo = useMutation(trpc.condiciones.endDesincentivo.mutationOptions(options));
  const { campo, ...de } = useFormulario(escrito, {
    inicial: { hasta: hoy() },
    mutacion: {
      vertimiento: {
        ...vertimiento,
        mutate: ({ hasta }: Escrito, then: Then) => vertimiento.mutate({ vertimiento_id: id, hasta }, then),
      },
      decision: {
        ...decision,
        mutate: ({ hasta }: Escrito, then: Then) => decision.mutate({ decision_id: id, hasta }, then),
      },
      desincentivo: {
        ...desincentivo,
        mutate: ({ hasta }: Escrito, then: Then) => desincentivo.mutate({ desincentivo_id: id, hasta }, then),
      },
    }[que],
  });
  return (
    <Formulario de={de} accion="Guardar" enviando="Guardando…" cancelar={cerrar}>
      <Texto etiqueta="Último día que vale" type="date" {...campo('hasta')} />
    </Formulario>
  );
}
