import type { FormEvent, ReactNode } from 'react';
import { formText } from '../core/form-text.ts';
import { Texto } from '../ui/field.tsx';

type Props = {
  desde: string;
  hasta: string;
  elegir: (dias: { desde: string; hasta: string }) => void;
  children?: ReactNode;
};

/** A choice of days that the caller keeps in the address. */
export function EntreDias({ desde, hasta, elegir, children }: Props) {
  const enviar = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    elegir({ desde: formText(form, 'desde'), hasta: formText(form, 'hasta') });
  };
  return (
    <search>
      <form className="filtros-cartera" key={`${desde} ${hasta}`} onSubmit={enviar}>
        <Texto etiqueta="Desde" type="date" name="desde" defaultValue={desde} required />
        <Texto etiqueta="Hasta" type="date" name="hasta" defaultValue={hasta} required />
        {children}
        <div className="acciones al-pie">
          <button type="submit" className="boton otro">
            Ver estos días
          </button>
        </div>
      </form>
    </search>
  );
}
