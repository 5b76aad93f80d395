import { hash, verify } from '@node-rs/argon2';
import { refuse } from './errors.ts';

// OWASP's floor for argon2id: 19 MiB, two passes, one lane; some 28 ms of one core.
const OPTIONS = { algorithm: 2 /* Argon2id */, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export type Passwords = {
  hash: (password: string) => Promise<string>;
  /** Takes the same time whether or not there is a hash to compare with. */
  verify: (stored: string | undefined, password: string) => Promise<boolean>;
};

/** argon2id with `atOnce` hashes under way and a short queue: a storm of sign-ins must not stop the rest. */
export function createPasswords({ atOnce = 2, queue = 50 } = {}): Passwords {
  let running = 0;
  const waiting: (() => void)[] = [];
  const limited = async <T>(work: () => Promise<T>) => {
    if (running >= atOnce) {
      if (waiting.length >= queue)
        refuse('demasiados_intentos', 'Hay muchas personas entrando a la vez. Intente en unos segundos.', {
          retryAfter: 5,
        });
      await new Promise<void>((go) => waiting.push(go));
    }
    running++;
    try {
      return await work();
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
  const nobody = limited(() => hash('a password that nobody has', OPTIONS));
  nobody.catch(() => {});
  return {
    hash: (password) => limited(() => hash(password, OPTIONS)),
    verify: async (stored, password) => {
      const against = stored ?? (await nobody);
      const equal = await limited(() => verify(against, password));
      return stored !== undefined && equal;
    },
  };
}
