import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useForm } from 'react-hook-form';
import type { DefaultValues, FieldError, FieldValues, Path, RegisterOptions } from 'react-hook-form';
import type { z } from 'zod';
import { readProblem } from '../core/problem.ts';

/** What is done with the data: the answer of useMutation. */
export type Mutacion<Datos> = {
  mutate: (datos: Datos, options: { onError: (error: unknown) => void }) => void;
  error: unknown;
  isPending: boolean;
};
type Que<Entrada extends FieldValues, Datos> = {
  inicial: DefaultValues<NoInfer<Entrada>>;
  mutacion: Mutacion<NoInfer<Datos>>;
};

/** A number that is not there yet is an empty field, not the letters "NaN". */
const sinEscribir = <D extends object>(inicial: D) =>
  Object.fromEntries(
    Object.entries(inicial).map(([campo, valor]) => [campo, Number.isNaN(valor) ? undefined : valor]),
  ) as D;

/**
 * A form whose fields are checked by a schema of the API and sent by a mutation. Errors of the server land at the
 * field with their name; `aparte` is the error that has no field in this form.
 */
export function useFormulario<Entrada extends FieldValues, Datos>(
  schema: z.ZodType<Datos, Entrada>,
  { inicial, mutacion }: Que<Entrada, Datos>,
) {
  const { register, handleSubmit, formState, getFieldState, setError, ...form } = useForm<Entrada, unknown, Datos>({
    resolver: zodResolver(schema),
    defaultValues: sinEscribir(inicial),
  });
  const [hasPlace, setHasPlace] = useState(false);

  /** True when every error has its field here. The first one takes the focus. */
  const place = (error: unknown, fields: HTMLFormControlsCollection) => {
    const errors = readProblem(error).errors ?? [];
    const placed = errors.filter(({ path }) => fields.namedItem(path) !== null);
    for (const [i, { path, message }] of placed.entries())
      setError(path as Path<Entrada>, { message }, { shouldFocus: i === 0 });
    return errors.length > 0 && placed.length === errors.length;
  };

  return {
    ...form,
    /** What ties a field to its value and its error. */
    campo: <N extends Path<Entrada>>(name: N, options?: RegisterOptions<Entrada, N>) => ({
      ...register(name, options),
      error: messageOf(getFieldState(name, formState).error),
    }),
    aparte: hasPlace ? undefined : mutacion.error,
    enCurso: mutacion.isPending,
    enviar: (event: FormEvent<HTMLFormElement>) => {
      const { elements } = event.currentTarget;
      void handleSubmit((datos) => mutacion.mutate(datos, { onError: (error) => setHasPlace(place(error, elements)) }))(
        event,
      );
    },
  };
}

/** Of a list it is that of its first item with one. */
const messageOf = (error: FieldError | undefined) =>
  Array.isArray(error) ? (error as (FieldError | undefined)[]).find(Boolean)?.message : error?.message;
