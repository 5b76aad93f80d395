import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { contar } from '../core/numeros.ts';
import { readProblem } from '../core/problem.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Archivo } from '../ui/field.tsx';
import { Aviso, Fallo } from '../ui/states.tsx';

const MAS_BYTES = 500_000;

export const CargarConsignaciones = () => (
  <BotonVentana boton="Cargar un CSV" clase="otro" titulo="Cargar consignaciones desde un archivo">
    {(cerrar) => <FormularioCargar cerrar={cerrar} />}
  </BotonVentana>
);

/** The text of a file that may be as Excel writes it: windows-1252. */
async function textoDe(archivo: File) {
  const bytes = await archivo.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function FormularioCargar({ cerrar }: { cerrar: () => void }) {
  const [elegido, setElegido] = useState<File>();
  const [falta, setFalta] = useState<string>();
  const cargar = useMutation(
    trpc.consignaciones.cargar.mutationOptions({
      onSuccess: () => refrescar(trpc.consignaciones.pathFilter(), trpc.conciliacion.pathFilter()),
    }),
  );
  const enviar = async (event: FormEvent) => {
    event.preventDefault();
    const mal = !elegido
      ? 'Elija el archivo.'
      : elegido.size > MAS_BYTES
        ? 'El archivo pasa de 500 kB: pártalo en varios.'
        : undefined;
    setFalta(mal);
    if (elegido && !mal) cargar.mutate({ archivo: await textoDe(elegido) });
  };
  const faltas = cargar.isError ? readProblem(cargar.error).errors : undefined;
  return (
    <form className="formulario" noValidate onSubmit={(event) => void enviar(event)}>
      {cargar.isError && <Fallo error={cargar.error} />}
      {faltas && (
        <ul className="lista-llana">
          {faltas.map(({ path, message }) => (
            <li key={path + message}>
              <strong>{path}:</strong> {message}
            </li>
          ))}
        </ul>
      )}
      <p>
        La primera línea nombra las columnas: <code>banco;fecha;valor;referencia</code> y, si las hay,{' '}
        <code>dia;origen;observaciones</code>. Se cargan todas las filas o ninguna; las que ya estaban no se repiten.
      </p>
      <Archivo etiqueta="Archivo CSV" accept=".csv,text/csv" elegido={setElegido} error={falta} />
      {cargar.data && (
        <Aviso tono="bien" vivo>
          {contar(cargar.data.creadas, 'consignación anotada', 'consignaciones anotadas')}
          {cargar.data.repetidas > 0 && `; ${contar(cargar.data.repetidas, 'ya estaba', 'ya estaban')}`}.
        </Aviso>
      )}
      <div className="acciones">
        <button type="submit" className="boton principal" disabled={cargar.isPending}>
          {cargar.isPending ? 'Cargando…' : 'Cargar el archivo'}
        </button>
        <button type="button" className="boton otro" onClick={cerrar}>
          Cerrar
        </button>
      </div>
    </form>
  );
}
