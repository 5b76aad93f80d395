// The entry of the published package.
export { type Client, createClient } from './client.ts';
export { CunserviciosError, type FieldError, isCunserviciosError } from './errors.ts';
export type { CallOptions, ClientOptions, Credentials, IdempotentOptions, WriteOptions } from './options.ts';
export type { List, Page, Pages } from './pages.ts';
export type * from './procedures.ts';
