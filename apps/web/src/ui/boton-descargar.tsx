import { useMutation } from '@tanstack/react-query';
import { descargar } from '../core/descargar.ts';
import { Fallo } from './states.tsx';

type Props = {
  /** Address under /api. */
  path: string;
  nombre: string;
  texto: string;
  /** What the button is called when its words are those of others on the page. */
  etiqueta?: string;
};

/** Brings a file and saves it; says so while it comes, and why when it does not. */
export function BotonDescargar({ path, nombre, texto, etiqueta }: Props) {
  const bajar = useMutation({ mutationFn: () => descargar(path, nombre) });
  return (
    <>
      <button
        type="button"
        className="boton otro"
        aria-label={etiqueta}
        disabled={bajar.isPending}
        onClick={() => bajar.mutate()}
      >
        {bajar.isPending ? 'Preparando…' : texto}
      </button>
      {bajar.isError && <Fallo error={bajar.error} />}
    </>
  );
}
