import { mayuscula } from '../core/mayuscula.ts';
import { Lista } from './field.tsx';

type Props<T extends string> = {
  etiqueta: string;
  /** What the choice without a filter says. */
  todos?: string;
  valor: string | undefined;
  opciones: readonly T[];
  nombre?: (opcion: T) => string;
  elegir: (opcion: string) => void;
};

/** A list that filters what is below it; the caller keeps the choice in the address. */
export const Filtro = <T extends string>({
  etiqueta,
  todos = 'Todos',
  valor = '',
  opciones,
  nombre = mayuscula,
  elegir,
}: Props<T>) => (
  <Lista etiqueta={etiqueta} value={valor} onChange={({ target }) => elegir(target.value)}>
    <option value="">{todos}</option>
    {opciones.map((opcion) => (
      <option key={opcion} value={opcion}>
        {nombre(opcion)}
      </option>
    ))}
  </Lista>
);
