// The program's services over a database of this test file, with a clock that tests move.
import { createPool } from '@cunservicios/db/pool';
import { cloneTemplate } from '@cunservicios/db/template';
import { openTenants } from '@cunservicios/db/tenant';
import { WOMPI } from '@cunservicios/domain/recaudo/pasarela';
import { inject } from 'vitest';
import type { Services } from '../core/context.ts';
import { createCofre } from '../core/cofre.ts';
import { createPasswords } from '../core/passwords.ts';
import { createTokens } from '../core/tokens.ts';

export type TestServices = Services & {
  /** Connection string of the owner, for looking under the table. */
  adminUrl: string;
  /** What the program would have logged as a fault. */
  faults: unknown[];
  setNow: (instant: string) => void;
};

const SECRET = 'a secret of the tests, thirty-two bytes or more';

let shared: Promise<TestServices> | undefined;

/** One database per test file, made at its first use. */
export const testServices = () => (shared ??= create());

async function create(): Promise<TestServices> {
  const adminUrl = await cloneTemplate(inject('testServerUrl'));
  const faults: unknown[] = [];
  let now = new Date('2026-07-01T15:00:00Z');
  const clock = { now: () => now };
  return {
    adminUrl,
    faults,
    setNow: (instant) => (now = new Date(instant)),
    tenants: openTenants(createPool({ url: adminUrl, max: 20, name: 'pruebas' })),
    clock,
    passwords: createPasswords({ atOnce: 4, queue: 10_000 }),
    tokens: createTokens({
      secret: SECRET,
      minutes: 30,
      refreshDays: 30,
      clock,
    }),
    cofre: createCofre(SECRET),
    pasarelas: { direcciones: { ...WOMPI }, espera: 1_000 },
    defaultTenant: 'public',
    publicUrl: 'http://localhost:8000',
    logError: (error) => faults.push(error),
  };
}
