/** Begins with a capital, as a heading or a sentence does. */
export const mayuscula = (texto: string) => texto.charAt(0).toUpperCase() + texto.slice(1);
