import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { callApi } from '../core/api.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Archivo } from '../ui/field.tsx';
import { Fallo } from '../ui/states.tsx';

export const SubirRecaudo = () => (
  <BotonVentana boton="Cargar un archivo" titulo="Cargar un archivo de recaudo">
    {(cerrar) => <Formulario cerrar={cerrar} />}
  </BotonVentana>
);

/** Sends the file as it is, and goes to its page, where one sees whether it is right. */
function Formulario({ cerrar }: { cerrar: () => void }) {
  const navigate = useNavigate();
  const [falta, setFalta] = useState('');
  const subir = useMutation({
    mutationFn: async (archivo: File) => {
      const response = await callApi(`/archivos-recaudo?nombre=${encodeURIComponent(archivo.name)}`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: archivo,
      });
      return (await response.json()) as { id: number };
    },
    onSuccess: async ({ id }) => {
      await refrescar(trpc.archivosRecaudo.pathFilter());
      cerrar();
      await navigate({
        to: '/oficina/archivos-recaudo/$archivo_recaudo_id',
        params: { archivo_recaudo_id: String(id) },
      });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const archivo = new FormData(event.currentTarget).get('archivo');
    const chosen = archivo instanceof File && archivo.size > 0;
    setFalta(chosen ? '' : 'Elija un archivo que no esté vacío.');
    if (chosen) subir.mutate(archivo);
  };
  return (
    <form className="formulario" onSubmit={submit} noValidate>
      {subir.isError && <Fallo error={subir.error} />}
      <Archivo
        etiqueta="Archivo del banco"
        ayuda="Formato Asobancaria 2001. Cargarlo no paga nada: primero verá lo que trae."
        name="archivo"
        error={falta}
      />
      <div className="acciones">
        <button type="submit" className="boton principal" disabled={subir.isPending}>
          {subir.isPending ? 'Subiendo…' : 'Cargar'}
        </button>
        <button type="button" className="boton otro" onClick={cerrar}>
          Cancelar
        </button>
      </div>
    </form>
  );
}
