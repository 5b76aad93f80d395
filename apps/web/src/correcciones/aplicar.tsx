import { createCorreccion } from '@cunservicios/api/correcciones/correcciones.schema';
import { useMutation } from '@tanstack/react-query';
import { queryClient } from '../core/query-client.ts';
import { trpc } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { Parrafo } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Aviso } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import type { Cambio } from './que-corregir.tsx';
import type { Vista } from './vista.tsx';

export type Pedido = { cambio: Cambio; sustento?: string | undefined };
type Props = {
  pedido: Pedido;
  vista: Vista;
  hecho: (mensaje: string) => void;
};

/** Does what was seen, and nothing else: when the books moved since, the server says so. */
export function Aplicar({ pedido, vista: { huella, requiere_aprobacion }, hecho }: Props) {
  const { contexto } = useClave();
  const aplicar = useMutation(
    trpc.correcciones.create.mutationOptions({
      ...contexto,
      onSuccess: ({ estado }) => {
        // What was seen goes first: read again it would only say that it is done.
        hecho(
          estado === 'pendiente'
            ? 'La corrección quedó pedida y espera a que otra persona la apruebe.'
            : 'La corrección quedó aplicada, con las notas de todas sus facturas.',
        );
        return queryClient.invalidateQueries();
      },
    }),
  );
  const { campo, ...de } = useFormulario(createCorreccion, {
    inicial: { ...pedido, huella, motivo: '' },
    mutacion: aplicar,
  });
  return (
    <Formulario
      de={de}
      className="tarjeta"
      accion={requiere_aprobacion ? 'Pedir la corrección' : 'Aplicar la corrección'}
      enviando="Haciendo las notas…"
    >
      {requiere_aprobacion && (
        <Aviso tono="alerta">Pasa del límite de la empresa: la aprueba otra persona antes de aplicarse.</Aviso>
      )}
      <Parrafo
        etiqueta="Motivo"
        ayuda="Queda en cada nota, y el cliente lo puede leer."
        rows={2}
        className="bajo"
        maxLength={500}
        {...campo('motivo')}
      />
    </Formulario>
  );
}
