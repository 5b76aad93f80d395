import { useEffect } from 'react';
import type { FieldValues, Path, UseFormSetError } from 'react-hook-form';
import { readProblem } from '../core/problem.ts';

/** Puts the server's field errors at their fields. True when some error has no field here and must be shown apart. */
export function useFormErrors<T extends FieldValues>(
  error: unknown,
  setError: UseFormSetError<T>,
  fields: readonly Path<T>[],
): boolean {
  useEffect(() => {
    if (!error) return;
    let focus = true;
    for (const { path, message } of readProblem(error).errors ?? []) {
      const field = fields.find((name) => name === path);
      if (field) setError(field, { message }, { shouldFocus: focus });
      focus &&= !field;
    }
    // The fields of a form never change; a new error is what counts.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [error, setError]);
  if (!error) return false;
  const errors = readProblem(error).errors ?? [];
  return errors.length === 0 || errors.some(({ path }) => !fields.some((name) => name === path));
}
