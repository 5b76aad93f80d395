// The building blocks of every schema, and the Spanish sentences of their errors.
// Imports only zod and domain: the web's forms use it too.
import { esFecha } from '@cunservicios/domain/calendario/fechas';
import { z } from 'zod';

z.config({ customError: mensaje });

const plural = (n: number | bigint, singular: string, many: string) => `${n} ${n === 1 || n === 1n ? singular : many}`;

function mensaje(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'Falta este dato.';
      return (
        {
          string: 'Escriba un texto.',
          boolean: 'Use true o false.',
          array: 'Envíe una lista.',
          object: 'Envíe un objeto.',
        }[issue.expected as string] ?? 'Escriba un número.'
      );
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1
          ? 'Falta este dato.'
          : `Escriba al menos ${plural(issue.minimum, 'carácter', 'caracteres')}.`;
      if (issue.origin === 'array') return `Envíe al menos ${plural(issue.minimum, 'elemento', 'elementos')}.`;
      return issue.inclusive === false ? `Debe ser mayor que ${issue.minimum}.` : `Debe ser ${issue.minimum} o más.`;
    case 'too_big':
      if (issue.origin === 'string') return `Use como máximo ${plural(issue.maximum, 'carácter', 'caracteres')}.`;
      if (issue.origin === 'array') return `Envíe como máximo ${plural(issue.maximum, 'elemento', 'elementos')}.`;
      return `Debe ser ${issue.maximum} o menos.`;
    case 'invalid_format':
      return issue.format === 'email'
        ? 'Escriba un correo válido, como nombre@ejemplo.co.'
        : 'El formato no es válido.';
    case 'invalid_value':
      return `Use uno de estos valores: ${issue.values.map(String).join(', ')}.`;
    case 'unrecognized_keys':
      return `Estos campos no existen aquí: ${issue.keys.join(', ')}.`;
    default:
      return 'El valor no es válido.';
  }
}

/** Text that PostgreSQL and every screen can hold: well-formed Unicode without control characters. */
export const texto = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    // oxlint-disable-next-line no-control-regex -- control characters are what is refused
    .refine((value) => value.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value), {
      error: 'El texto tiene caracteres que no se pueden guardar.',
    });

/** A date yyyy-mm-dd that exists, from 1900 to 2199. */
export const fecha = z
  .string()
  .refine(esFecha, { error: 'Escriba una fecha que exista, como 2026-07-31.' })
  .meta({ format: 'date', example: '2026-07-31' });

/** An instant, RFC 3339 with offset. */
export const instante = z.string().meta({ format: 'date-time', example: '2026-07-31T15:04:05Z' });

/** Whole Colombian pesos; up to 10^13, well inside what JSON numbers hold exactly. */
export const pesos = z.number().int().min(-1e13).max(1e13).meta({ description: 'Whole Colombian pesos' });

/** Row identifier. */
export const id = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** An exact decimal as text, such as "4276.37" or "-0.30". */
export const decimal = z
  .string()
  .regex(/^-?\d{1,12}(\.\d{1,6})?$/, { error: 'Escriba un número con punto decimal, como 4276.37.' })
  .meta({ example: '4276.37' });

/** Whole cubic metres. */
export const m3 = z.number().int().min(0).max(100_000_000);

/** Code of a cycle, route or period in paths. */
export const codigo = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, {
    error: 'Use letras, números, punto, guion o guion bajo (40 como máximo).',
  });

export const email = z.string().trim().max(254).pipe(z.email()).meta({ example: 'persona@ejemplo.co' });

/** What every list takes. `skip` is for older clients; `cursor` (from the answer before) is the way to page. */
export const page = z.strictObject({
  limit: z.number().int().min(1).max(100).default(100),
  skip: z.number().int().min(0).max(1_000_000).default(0),
  cursor: z.string().max(300).optional(),
  count: z.boolean().default(false).meta({ description: 'Also answer how many there are in all' }),
});
export type Page = z.infer<typeof page>;

/** What every list answers: the items, where the next page begins (null at the end) and, on request, how many in all. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.number().int().optional() });
