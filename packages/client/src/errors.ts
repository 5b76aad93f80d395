// The one error that calls throw, besides the reason of an aborted signal.
import type { ErrorCode } from './procedures.ts';

export type FieldError = { path: string; message: string };

type Facts = {
  code: ErrorCode;
  detail: string;
  status?: number;
  errors?: FieldError[];
  requestId?: string | undefined;
  retryAfter?: number | undefined;
  cause?: unknown;
};

/** A refusal of the server, or the reason why there is no answer. */
export class CunserviciosError extends Error {
  /** Stable: what programs decide by. */
  readonly code: ErrorCode;
  /** HTTP status; 0 without an answer. */
  readonly status: number;
  /** Spanish, for a person; the same as `message`. */
  readonly detail: string;
  /** With `validacion`: what is wrong with which field. */
  readonly errors: readonly FieldError[];
  /** What to quote when something fails. */
  readonly requestId: string | undefined;
  /** Seconds that the server asks to wait. */
  readonly retryAfter: number | undefined;

  constructor({ code, detail, status = 0, errors = [], requestId, retryAfter, cause }: Facts) {
    super(detail, { cause });
    this.name = 'CunserviciosError';
    this.code = code;
    this.status = status;
    this.detail = detail;
    this.errors = errors;
    this.requestId = requestId;
    this.retryAfter = retryAfter;
  }
}

/** True for an error of this client, also of another copy of it; with a code, for that one only. */
export function isCunserviciosError<C extends ErrorCode = ErrorCode>(
  error: unknown,
  code?: C,
): error is CunserviciosError & { readonly code: C } {
  if (!(error instanceof Error) || error.name !== 'CunserviciosError') return false;
  return code === undefined || (error as CunserviciosError).code === code;
}
