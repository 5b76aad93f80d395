// What is worth trying again, and after how long.
import type { CunserviciosError } from './errors.ts';

const FIRST_MS = 250;
const LONGEST_MS = 8_000;
/** A server that asks for more is not waited for: the caller decides. */
const LONGEST_ASKED_S = 30;

/** Milliseconds to wait before the next try, or undefined when there is to be none. */
export function pauseBefore({ code, status, retryAfter }: CunserviciosError, tries: number): number | undefined {
  const passing = code === 'sin_conexion' || code === 'idempotencia_en_curso' || [429, 502, 503, 504].includes(status);
  if (!passing || (retryAfter ?? 0) > LONGEST_ASKED_S) return undefined;
  const jitter = Math.random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** tries);
  return (retryAfter ?? 0) * 1_000 + jitter;
}

/** Waits; throws the signal's reason as soon as one is aborted. */
export function sleep(ms: number, signals: readonly AbortSignal[]): Promise<void> {
  return orAborted(new Promise((resolve) => setTimeout(resolve, ms)), signals);
}

/** What `work` gives, unless a signal is aborted first; the work itself goes on. */
export function orAborted<T>(work: Promise<T>, signals: readonly AbortSignal[]): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      const { reason } = signals.find((signal) => signal.aborted) ?? {};
      settle(() => reject(reason));
    };
    const settle = (how: () => void) => {
      for (const signal of signals) signal.removeEventListener('abort', onAbort);
      how();
    };
    for (const signal of signals) signal.addEventListener('abort', onAbort, { once: true });
    work.then(
      (value) => settle(() => resolve(value)),
      (error: Error) => settle(() => reject(error)),
    );
    if (signals.some((signal) => signal.aborted)) onAbort();
  });
}
