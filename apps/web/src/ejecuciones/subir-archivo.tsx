import type { importacion } from '@cunservicios/api/ejecuciones/ejecuciones.schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import type { z } from 'zod';
import { callApi } from '../core/api.ts';
import { readProblem } from '../core/problem.ts';
import { Archivo } from '../ui/field.tsx';
import { Fallo } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { ResultadoImportacion } from './resultado.tsx';

type Props = { titulo: string; path: string; tipo: 'text/csv' | 'application/json'; extension: string; ayuda: string };

export function SubirArchivo({ titulo, path, tipo, extension, ayuda }: Props) {
  const id = useId();
  const queries = useQueryClient();
  const [falta, setFalta] = useState('');
  const subir = useMutation({
    mutationFn: async (archivo: File) => {
      const response = await callApi(path, { method: 'POST', headers: { 'content-type': tipo }, body: archivo });
      return (await response.json()) as z.infer<typeof importacion>;
    },
    // Whatever was imported may be on any screen.
    onSettled: () => queries.invalidateQueries(),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const archivo = new FormData(event.currentTarget).get('archivo');
    const chosen = archivo instanceof File && archivo.size > 0;
    setFalta(chosen ? '' : 'Elija un archivo que no esté vacío.');
    if (chosen) subir.mutate(archivo);
  };
  return (
    <section className="tarjeta" aria-labelledby={id}>
      <h2 id={id}>{titulo}</h2>
      <form className="formulario" onSubmit={submit} noValidate>
        <Archivo
          etiqueta={`Archivo de ${titulo.toLowerCase()}`}
          ayuda={ayuda}
          name="archivo"
          accept={`${extension},${tipo}`}
          error={falta}
        />
        <div>
          <button type="submit" className="boton principal" disabled={subir.isPending}>
            {subir.isPending ? 'Subiendo…' : `Importar ${titulo.toLowerCase()}`}
          </button>
        </div>
      </form>
      {subir.isError && (
        <>
          <Fallo error={subir.error} />
          <ErroresDeArchivo errores={readProblem(subir.error).errors ?? []} />
        </>
      )}
      {subir.isSuccess && <ResultadoImportacion importacion={subir.data} />}
    </section>
  );
}

/** A file that is taken whole or not at all: everything that is wrong with it, and where. */
const ErroresDeArchivo = ({ errores }: { errores: { path: string; message: string }[] }) =>
  errores.length === 0 ? null : (
    <Tabla
      titulo={
        errores.length === 1 ? 'Lo que hay que corregir en el archivo' : `Las ${errores.length} cosas por corregir`
      }
      filas={errores}
      clave={({ path, message }) => `${path} ${message}`}
      columnas={[
        { titulo: 'Dónde', celda: ({ path }) => <code>{path || 'Todo el archivo'}</code> },
        { titulo: 'Qué', celda: ({ message }) => message },
      ]}
    />
  );
