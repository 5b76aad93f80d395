import { ordenarSuspension } from '@cunservicios/api/suspension/suspension.schema';
import { useMutation } from '@tanstack/react-query';
import { hoy } from '../core/fechas.ts';
import { contar } from '../core/numeros.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Aviso } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import type { Hecho } from './resultado.tsx';

type Props = { cuentas: string[]; listas: number; listo: (hecho: Hecho) => void; cerrar: () => void };

export function Ordenar({ cuentas, listas, listo, cerrar }: Props) {
  const ordenar = useMutation(
    trpc.suspension.ordenar.mutationOptions({
      onSuccess: async (filas) => {
        await refrescar(trpc.suspension.pathFilter(), trpc.ordenes.pathFilter());
        cerrar();
        listo({ vez: Date.now(), que: 'orden', filas });
      },
    }),
  );
  const { campo, ...de } = useFormulario(ordenarSuspension, {
    inicial: { cuentas, programada_para: hoy() },
    mutacion: ordenar,
  });
  const faltan = cuentas.length - listas;
  return (
    <Formulario
      de={de}
      accion={`Ordenar ${contar(cuentas.length, 'suspensión', 'suspensiones')}`}
      enviando="Ordenando…"
      cancelar={cerrar}
    >
      <p>
        Se crea una orden por cuenta para que alguien vaya al predio. El servicio no cambia ni se cobra nada{' '}
        <strong>hasta que se registre lo que se hizo</strong>. Si el usuario paga antes, la orden se anula sola.
      </p>
      {faltan > 0 && (
        <Aviso tono="alerta">
          {faltan === 1
            ? 'A una de las elegidas le falta el aviso, o su plazo no ha terminado: no se ordena, salvo que la fecha de abajo ya lo permita.'
            : `A ${faltan} de las elegidas les falta el aviso, o su plazo no ha terminado: no se ordenan, salvo que la fecha de abajo ya lo permita.`}
        </Aviso>
      )}
      <Texto etiqueta="Día de la visita" type="date" min={hoy()} {...campo('programada_para')} />
    </Formulario>
  );
}
