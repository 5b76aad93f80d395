import type { TenantDb } from '@cunservicios/db/tenant';
import type { DireccionesPasarela } from '@cunservicios/domain/recaudo/pasarela';
import type { Services } from '../core/context.ts';
import { selectPasarela } from './pasarela.queries.ts';

/** Names under which the secrets of a gateway are sealed. */
export const SECRETOS = ['llave_privada', 'secreto_eventos', 'secreto_integridad'] as const;
export type Secretos = Record<(typeof SECRETOS)[number], string>;

export type PasarelaAbierta = Omit<NonNullable<Awaited<ReturnType<typeof selectPasarela>>>, keyof Secretos> & {
  /** Undefined when they cannot be opened: SECRET_KEY changed. */
  secretos: Secretos | undefined;
  /** Undefined when this server has no such gateway: a stand-in that it was not started with. */
  direcciones: DireccionesPasarela | undefined;
};

/** The gateway of a utility with its secrets open, for this call alone: they are neither answered nor logged. */
export async function abrirPasarela({ cofre, pasarelas }: Services, t: TenantDb): Promise<PasarelaAbierta | undefined> {
  const row = await selectPasarela(t);
  if (!row) return undefined;
  const opened = SECRETOS.map((nombre) => [nombre, cofre.abrir(t.tenant_id, nombre, row[nombre])] as const);
  const legible = opened.every(([, secreto]) => secreto !== undefined);
  return {
    ambiente: row.ambiente,
    activa: row.activa,
    llave_publica: row.llave_publica,
    minimo: row.minimo,
    version: row.version,
    updated_at: row.updated_at,
    secretos: legible ? (Object.fromEntries(opened) as Secretos) : undefined,
    direcciones: pasarelas.direcciones[row.ambiente],
  };
}
