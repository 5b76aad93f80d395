export type Detalle = Readonly<Record<string, unknown>>;

/**
 * A business rule that refuses: `code` is for programs, `message` is a Spanish sentence
 * a person can act on. The doors turn it into an HTTP answer.
 */
export class ReglaError extends Error {
  readonly code: string;
  readonly detalle: Detalle | undefined;

  constructor(code: string, mensaje: string, detalle?: Detalle) {
    super(mensaje);
    this.name = 'ReglaError';
    this.code = code;
    this.detalle = detalle;
  }
}

/** What a calculation answers, or the rule that its inputs break. Any other error goes on. */
export function intentar<T>(calculo: () => T): T | ReglaError {
  try {
    return calculo();
  } catch (error) {
    if (error instanceof ReglaError) return error;
    throw error;
  }
}
