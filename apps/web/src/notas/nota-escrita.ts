// A note as it is written: an amount beside some lines of the bill.
import { createNota } from '@cunservicios/api/notas/notas.schema';
import { z } from 'zod';

const escrita = z.object({
  numero_factura: z.string(),
  tipo: z.enum(['credito', 'debito']),
  valores: z.array(z.string()),
  motivo: createNota.shape.motivo,
  sustento: createNota.shape.sustento,
});
export type NotaEscrita = z.input<typeof escrita>;

/** Whole pesos of what is written, `undefined` when it is no amount. */
export function leerValor(texto: string) {
  const digitos = texto.replaceAll(/[.\s$]/g, '');
  return /^\d{1,13}$/.test(digitos) ? Number(digitos) : undefined;
}

/** What is written, as the note it stands for; each amount that cannot be read is said at its line. */
export const notaEscrita = escrita.transform(({ tipo, valores, ...resto }, { issues }) => {
  const lineas = valores.flatMap((texto, linea) => {
    if (texto.trim() === '') return [];
    const valor = leerValor(texto);
    if (valor) return [{ linea, valor: tipo === 'credito' ? -valor : valor }];
    issues.push({
      code: 'custom',
      input: texto,
      path: ['valores', linea],
      message: 'Escriba un valor en pesos, como 5.000.',
    });
    return [];
  });
  if (lineas.length === 0 && issues.length === 0)
    issues.push({
      code: 'custom',
      input: valores,
      path: ['valores', 0],
      message: 'Escriba el valor de al menos una línea.',
    });
  return { ...resto, lineas };
});
