// How what is written in a field becomes the value that is sent.

const trimmed = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? `${value}`.trim() : '');

/** An empty field is left out. */
export const textoEscrito = { setValueAs: (value: unknown) => trimmed(value) || undefined };

/** "12,5" and "12.5" */
export const decimalEscrito = { setValueAs: (value: unknown) => trimmed(value).replace(',', '.') || undefined };

/** "$ 45.000"; nothing is not zero. */
export const pesosEscritos = {
  setValueAs: (value: unknown) => {
    const digits = trimmed(value).replaceAll(/[.\s$]/g, '');
    return digits === '' ? Number.NaN : Number(digits);
  },
};

/** The same, where an empty field is a choice of its own. */
export const pesosONada = {
  setValueAs: (value: unknown) => (trimmed(value) === '' ? null : pesosEscritos.setValueAs(value)),
};

/** The same, where an empty field is left out. */
export const pesosOpcionales = {
  setValueAs: (value: unknown) => (trimmed(value) === '' ? undefined : pesosEscritos.setValueAs(value)),
};
