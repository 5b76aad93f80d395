// What a procedure is given: who calls, for which tenant, and the services of the program.
import type { Tenants, TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { AmbientePasarela, DireccionesPasarela } from '@cunservicios/domain/recaudo/pasarela';
import type { Ajustes } from './ajustes.schema.ts';
import type { Clock } from './clock.ts';
import type { Cofre } from './cofre.ts';
import type { Passwords } from './passwords.ts';
import type { Rol } from './roles.ts';
import type { Tokens } from './tokens.ts';

/** Made once at start. */
export type Services = {
  tenants: Tenants;
  clock: Clock;
  passwords: Passwords;
  tokens: Tokens;
  /** Seals the secrets of a utility. */
  cofre: Cofre;
  /** Where a payment gateway may be asked; a utility chooses among these and cannot name another. */
  pasarelas: {
    direcciones: Partial<Record<AmbientePasarela, DireccionesPasarela>>;
    /** Milliseconds that an answer is waited for. */
    espera: number;
  };
  defaultTenant: string;
  /** Address of the web, for links in mails. */
  publicUrl: string;
  /** Notes an unexpected fault; it never reaches the caller. */
  logError: (error: unknown, about: { request_id: string; path: string }) => void;
};

export type Tenant = {
  id: string;
  nombre: string;
  altitud_msnm: number;
  periodicidad: 'mensual' | 'bimestral';
  politica_desviacion: 'advertir' | 'retener';
  sabado_habil: boolean;
  zona_horaria: string;
  ajustes: Ajustes;
};

export type CurrentUser = { id: number; email: string; nombre: string; roles: Rol[]; token_version: number };

/** What a door hands over for one request. */
export type Context = {
  services: Services;
  tenant: Tenant;
  user: CurrentUser | undefined;
  ip: string;
  request_id: string;
  idempotency_key?: string | undefined;
  /** Version that the caller saw (If-Match). */
  if_match?: string | undefined;
  /** The caller is a browser: its refresh token travels in a cookie that scripts cannot read. */
  wants_cookie?: boolean;
  /** Refresh token of that cookie. */
  refresh_cookie?: string | undefined;
  /** What the answer carries besides its body; the door applies it. */
  answer: { refresh_cookie?: { value: string; maxAge: number } | null; replayed?: boolean; status?: 202 };
};

export type ReadContext = Context & { t: TenantDb };

export type TxOptions<T> = {
  /** What the caller sent, where it is not the input as such: the hash of a file. Two uses of a key must agree in it. */
  sent?: unknown;
  /** What goes on once the transaction is committed, unless it was answered before. When it fails, the key is free again. */
  after?: ((result: T) => Promise<void>) | undefined;
};

export type WriteContext = ReadContext & {
  /**
   * Runs `work` in one transaction: audit and idempotency rows are written in it, a deadlock is tried again.
   * With an Idempotency-Key that was answered before, `work` does not run and the first answer returns.
   */
  tx: <T>(work: (t: TenantTx) => Promise<T>, options?: TxOptions<T>) => Promise<T>;
  /** Adds a line to the audit trail of the transaction under way. */
  audit: (objeto: string, change?: { antes?: unknown; despues?: unknown }) => void;
};
