import { expect, it } from 'vitest';
import { SETTINGS, SettingsError, readSettings } from './env.ts';
import { generate } from './generate/settings.ts';

const SECRET = '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef';

it('needs nothing in development', () => {
  expect(readSettings({})).toMatchObject({
    PORT: 8000,
    HOST: '127.0.0.1',
    ENVIRONMENT: 'development',
    DEMO: true,
    PUBLIC_URL: 'http://localhost:8000',
    ADMIN_EMAIL: 'admin@cunservicios.local',
    BACKEND_CORS_ORIGINS: [],
    TRUST_PROXY: [],
    RATE_LIMIT: 'on',
    WEB_CONCURRENCY: 1,
  });
});

it('takes an empty variable as absent, and lists with spaces', () => {
  const settings = readSettings({
    PORT: ' ',
    DATABASE_URL: '',
    BACKEND_CORS_ORIGINS: 'https://a.co, http://localhost:5173 ,',
    TRUST_PROXY: '10.0.0.0/8,::1',
  });
  expect(settings).toMatchObject({
    PORT: 8000,
    DATABASE_URL: undefined,
    BACKEND_CORS_ORIGINS: ['https://a.co', 'http://localhost:5173'],
    TRUST_PROXY: ['10.0.0.0/8', '::1'],
  });
});

it('has no stand-in for the gateway in production', () => {
  const PASARELA_SIMULADOR_URL = 'http://127.0.0.1:9000';
  expect(readSettings({ PASARELA_SIMULADOR_URL }).PASARELA_SIMULADOR_URL).toBe(PASARELA_SIMULADOR_URL);
  expect(() => readSettings({ ENVIRONMENT: 'production', SECRET_KEY: SECRET, PASARELA_SIMULADOR_URL })).toThrow(
    /PASARELA_SIMULADOR_URL no se admite/,
  );
  expect(() => readSettings({ PASARELA_SIMULADOR_URL: 'http://127.0.0.1:9000/otra' })).toThrow(
    /PASARELA_SIMULADOR_URL debe ser/,
  );
});

it('has no synthetic data and demands a secret in production', () => {
  expect(readSettings({ ENVIRONMENT: 'production', SECRET_KEY: SECRET }).DEMO).toBe(false);
  expect(() => readSettings({ ENVIRONMENT: 'production' })).toThrow(/SECRET_KEY falta/);
  expect(() => readSettings({ ENVIRONMENT: 'production', SECRET_KEY: SECRET, RATE_LIMIT: 'off' })).toThrow(
    /RATE_LIMIT=off/,
  );
});

const bad: Record<string, string[]> = {
  PORT: ['-1', '65536', '80.5', 'x', '1e3'],
  ENVIRONMENT: ['prod'],
  DATABASE_URL: ['mysql://x/y', 'x'],
  SECRET_KEY: ['corta', 'a'.repeat(64)],
  BACKEND_CORS_ORIGINS: ['*', 'https://a.co/', 'a.co'],
  TRUST_PROXY: ['true', '*'],
  ADMIN_EMAIL: ['nadie'],
  ADMIN_PASSWORD: ['corta'],
  DEMO: ['si'],
  RATE_LIMIT: ['no'],
  WEB_CONCURRENCY: ['0'],
  DEFAULT_TENANT_ID: ['A', 'x'],
  SMTP_URL: ['http://correo'],
  DATABASE_POOLER: ['session'],
};

it.each(Object.entries(bad).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
  'refuses %s=%s in a sentence',
  (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(SettingsError);
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} debe ser .+\\.$`));
  },
);

it('shows no secret', () => {
  expect(() => readSettings({ SECRET_KEY: 'mi-secreto', ADMIN_PASSWORD: 'abc', PORT: 'x' })).toThrow(
    expect.objectContaining({ message: expect.not.stringMatching(/mi-secreto|abc/) }),
  );
});

it('names all bad settings at once', () => {
  expect(() => readSettings({ PORT: 'x', DEMO: 'x', LOG_LEVEL: 'x' })).toThrow(/PORT[^]*DEMO[^]*LOG_LEVEL/);
});

it('documents every setting', async () => {
  for (const { text } of await generate()) for (const name of Object.keys(SETTINGS)) expect(text).toContain(name);
});
