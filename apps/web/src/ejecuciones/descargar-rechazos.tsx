import { useMutation } from '@tanstack/react-query';
import { callApi } from '../core/api.ts';
import { Fallo } from '../ui/states.tsx';

/** The rejected rows as a file: corrected there, they can be imported again. */
export function DescargarRechazos({ ejecucion_id }: { ejecucion_id: number }) {
  const descargar = useMutation({
    mutationFn: async () => {
      const response = await callApi(`/ejecuciones/${ejecucion_id}/rechazos`);
      const url = URL.createObjectURL(await response.blob());
      const link = Object.assign(document.createElement('a'), { href: url, download: `rechazos-${ejecucion_id}.csv` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    },
  });
  return (
    <>
      {descargar.isError && <Fallo error={descargar.error} />}
      <div>
        <button type="button" className="boton otro" disabled={descargar.isPending} onClick={() => descargar.mutate()}>
          Descargar las filas rechazadas (CSV)
        </button>
      </div>
    </>
  );
}
