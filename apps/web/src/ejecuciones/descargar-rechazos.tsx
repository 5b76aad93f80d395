import { useMutation } from '@tanstack/react-query';
import { descargar } from '../core/descargar.ts';
import { Fallo } from '../ui/states.tsx';

/** The rejected rows as a file: corrected there, they can be imported again. */
export function DescargarRechazos({ ejecucion_id }: { ejecucion_id: number }) {
  const bajar = useMutation({
    mutationFn: () => descargar(`/ejecuciones/${ejecucion_id}/rechazos`, `rechazos-${ejecucion_id}.csv`),
  });
  return (
    <>
      {bajar.isError && <Fallo error={bajar.error} />}
      <div>
        <button type="button" className="boton otro" disabled={bajar.isPending} onClick={() => bajar.mutate()}>
          Descargar las filas rechazadas (CSV)
        </button>
      </div>
    </>
  );
}
