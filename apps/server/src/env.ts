// The only reader of process.env. Every setting stands in this table: its name, its default, what it is for
// and what it must be. `.env.example` and docs/reference/settings.md are made from it.
import { z } from 'zod';

type Setting = {
  /** Text that counts when the variable is absent or empty; undefined leaves the setting out. */
  fallback?: string;
  /** English, for the reference. */
  about: string;
  /** Spanish, completes «NAME debe ser …». */
  must: string;
  check: z.ZodType;
  /** Its value never shows in a message. */
  secret?: boolean;
};

const whole = (min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(min).max(max));
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const address = (protocols: RegExp) => z.url({ protocol: protocols });
const origin = z
  .url({ protocol: /^https?$/ })
  .refine((value) => URL.canParse(value) && new URL(value).origin === value);
const list = <T extends z.ZodType<string, string>>(item: T) =>
  z
    .string()
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(item));
const tenantId = z.string().regex(/^[a-z0-9][a-z0-9_-]{1,63}$/);

export const SETTINGS = {
  ENVIRONMENT: {
    fallback: 'development',
    about: '`production` refuses unsafe settings and sets cookies for https only.',
    must: 'development, test o production',
    check: z.enum(['development', 'test', 'production']),
  },
  HOST: {
    fallback: '127.0.0.1',
    about: 'Address to listen on; 0.0.0.0 in a container.',
    must: 'una dirección IP o un nombre de este equipo',
    check: z.string().regex(/^[\w.:-]+$/),
  },
  PORT: { fallback: '8000', about: 'Port to listen on.', must: 'un número de 0 a 65535', check: whole(0, 65_535) },
  PUBLIC_URL: {
    about: 'Address people reach the program at; used in mails. `http://localhost:PORT` unless given.',
    must: 'una dirección como https://servicios.ejemplo.co, sin nada después del nombre',
    check: origin.optional(),
  },
  DATA_DIR: {
    fallback: '.data',
    about: 'Folder of the embedded PostgreSQL, the mail files and, in development, the secret.',
    must: 'el nombre de una carpeta',
    check: z.string().min(1),
  },
  DATABASE_URL: {
    about: 'PostgreSQL 15 or newer. Absent: the embedded PostgreSQL under DATA_DIR.',
    must: 'una dirección como postgres://usuario:clave@servidor:5432/base',
    check: address(/^postgres(ql)?$/).optional(),
    secret: true,
  },
  DATABASE_ADMIN_URL: {
    about: 'Role that owns the schema, for migrations and jobs, when DATABASE_URL is a lesser role or a pooler.',
    must: 'una dirección como postgres://usuario:clave@servidor:5432/base',
    check: address(/^postgres(ql)?$/).optional(),
    secret: true,
  },
  DATABASE_POOLER: {
    about: '`transaction` behind PgBouncer in transaction mode; absent for a direct connection.',
    must: 'transaction, o no estar',
    check: z.literal('transaction').optional(),
  },
  DATABASE_POOL_SIZE: {
    fallback: '10',
    about: 'Connections of each server process, at most.',
    must: 'un número de 2 a 200',
    check: whole(2, 200),
  },
  SECRET_KEY: {
    about: 'Signs the access tokens: 32 random bytes or more. Absent in development: made once, kept in DATA_DIR.',
    must: 'un secreto de 32 bytes al azar o más; uno bueno lo da: openssl rand -hex 32',
    check: z
      .string()
      .min(32)
      .refine((value) => new Set(value).size >= 10)
      .optional(),
    secret: true,
  },
  ACCESS_TOKEN_EXPIRE_MINUTES: {
    fallback: '30',
    about: 'Life of an access token.',
    must: 'un número de minutos de 1 a 1440',
    check: whole(1, 1440),
  },
  REFRESH_TOKEN_EXPIRE_DAYS: {
    fallback: '30',
    about: 'Life of a session that is not used.',
    must: 'un número de días de 1 a 365',
    check: whole(1, 365),
  },
  BACKEND_CORS_ORIGINS: {
    fallback: '',
    about: 'Origins of other web pages that may call the API, separated by commas. `*` is not taken.',
    must: 'una lista de orígenes como https://portal.ejemplo.co, separados por comas',
    check: list(origin),
  },
  TRUST_PROXY: {
    fallback: '',
    about: 'Addresses or networks of the proxies in front, separated by commas: only their X-Forwarded-* count.',
    must: 'una lista de direcciones o redes como 10.0.0.0/8, separadas por comas',
    check: list(z.string().regex(/^([\da-fA-F.:]+(\/\d{1,3})?|loopback|linklocal|uniquelocal)$/)),
  },
  DEFAULT_TENANT_ID: {
    fallback: 'public',
    about: 'Tenant of requests that name none; made at the first start.',
    must: 'un identificador de 2 a 64 letras minúsculas, números, guion o guion bajo',
    check: tenantId,
  },
  ADMIN_EMAIL: {
    about: 'E-mail of the first administrator. `admin@cunservicios.local` unless given.',
    must: 'un correo válido',
    check: z.email().optional(),
  },
  ADMIN_PASSWORD: {
    about: 'Password of the first administrator. Absent: a random one is printed once, at the first start.',
    must: 'una contraseña de 8 a 200 caracteres',
    check: z.string().min(8).max(200).optional(),
    secret: true,
  },
  DEMO: {
    about: 'Synthetic data at the first start. True in development, false elsewhere, unless given.',
    must: 'true o false',
    check: flag.optional(),
  },
  PASARELA_SIMULADOR_URL: {
    about:
      'A stand-in for the payment gateway, for trials: utilities may choose `simulador`. In development the demonstration starts its own. Refused in production.',
    must: 'una dirección como http://127.0.0.1:9000, sin nada después (no se admite en producción)',
    check: origin.optional(),
  },
  SMTP_URL: {
    about: 'Mail server. Absent: mails are written as files under DATA_DIR/mail.',
    must: 'una dirección como smtps://usuario:clave@correo.ejemplo.co:465',
    check: address(/^smtps?$/).optional(),
    secret: true,
  },
  MAIL_FROM: {
    fallback: 'no-responder@cunservicios.local',
    about: 'Sender of the mails.',
    must: 'un correo válido',
    check: z.email(),
  },
  RATE_LIMIT: {
    fallback: 'on',
    about: 'Limits of requests by address, user and tenant; `off` is refused in production.',
    must: 'on u off (off no se admite en producción)',
    check: z.enum(['on', 'off']),
  },
  WEB_CONCURRENCY: {
    fallback: '1',
    about: 'Server processes that share the port.',
    must: 'un número de 1 a 64',
    check: whole(1, 64),
  },
  LOG_LEVEL: {
    fallback: 'info',
    about: 'What the log shows: each line is JSON, on standard output.',
    must: 'fatal, error, warn, info, debug, trace o silent',
    check: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  },
} as const satisfies Record<string, Setting>;

type Name = keyof typeof SETTINGS;
type Read = { [K in Name]: z.output<(typeof SETTINGS)[K]['check']> };

export type Settings = Omit<Read, 'DEMO' | 'PUBLIC_URL' | 'ADMIN_EMAIL'> & {
  DEMO: boolean;
  PUBLIC_URL: string;
  ADMIN_EMAIL: string;
};

/** Settings that stop the start; the message names every one of them. */
export class SettingsError extends Error {}

/** All settings out of `env`, checked. Throws one SettingsError with a sentence for each bad one. */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const bad: string[] = [];
  const read: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries<Setting>(SETTINGS)) {
    const text = env[name]?.trim() || setting.fallback;
    const result = setting.check.safeParse(text);
    if (result.success) read[name] = result.data;
    else bad.push(`${name} debe ser ${setting.must}${setting.secret ? '' : ` (tiene «${text}»)`}.`);
  }
  const settings = read as Read;
  if (settings.ENVIRONMENT === 'production') bad.push(...unsafe(settings, bad));
  if (bad.length > 0) throw new SettingsError(bad.join('\n'));
  return {
    ...settings,
    DEMO: settings.DEMO ?? settings.ENVIRONMENT === 'development',
    PUBLIC_URL: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
    ADMIN_EMAIL: settings.ADMIN_EMAIL ?? 'admin@cunservicios.local',
  };
}

/** What development allows and production does not. */
function unsafe({ SECRET_KEY, RATE_LIMIT, PASARELA_SIMULADOR_URL }: Read, bad: string[]) {
  const named = (name: Name) => bad.some((sentence) => sentence.startsWith(`${name} `));
  const refused: string[] = [];
  if (SECRET_KEY === undefined && !named('SECRET_KEY'))
    refused.push(`SECRET_KEY falta: en producción debe ser ${SETTINGS.SECRET_KEY.must}.`);
  if (RATE_LIMIT === 'off') refused.push('RATE_LIMIT=off no se admite en producción: quite ese ajuste.');
  if (PASARELA_SIMULADOR_URL !== undefined)
    refused.push('PASARELA_SIMULADOR_URL no se admite en producción: con el simulador nadie paga de verdad.');
  return refused;
}
