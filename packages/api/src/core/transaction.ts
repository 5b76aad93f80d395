// One write of one request: its transaction, its audit lines and its answered key.
import { createHash } from 'node:crypto';
import type { TenantTx } from '@cunservicios/db/tenant';
import type { Context, WriteContext } from './context.ts';
import { refuse } from './errors.ts';
import {
  type AuditRow,
  deleteAnswer,
  insertAnswer,
  insertAudit,
  lockKey,
  selectAnswer,
} from './transaction.queries.ts';

const KEPT_HOURS = 24;
const TRIES = 4;
const RETRY = new Set(['40001', '40P01']); // serialization failure, deadlock: nothing was written

type Call = { path: string; idempotent: boolean; rawInput: unknown };

/** The part of a write's context that writes. */
export function writer(ctx: Context, call: Call): Pick<WriteContext, 'tx' | 'audit'> {
  let lines: AuditRow[] = [];
  const audit: WriteContext['audit'] = (objeto, { antes, despues } = {}) => {
    lines.push({
      user_id: ctx.user?.id ?? null,
      procedimiento: call.path,
      objeto,
      antes: antes === undefined ? null : JSON.stringify(antes),
      despues: despues === undefined ? null : JSON.stringify(despues),
      direccion_ip: ctx.ip,
      request_id: ctx.request_id,
    });
  };
  const attempt = <T>(work: (t: TenantTx) => Promise<T>, sent: unknown) =>
    ctx.services.tenants.transaction(ctx.tenant.id, async (t) => {
      lines = [];
      const { result, keep } = await once(ctx, call, t, work, sent);
      if (lines.length === 0 && !ctx.answer.replayed) audit(call.path);
      await Promise.all([keep?.(), lines.length > 0 && insertAudit(t, lines)]); // pipelined
      return result;
    });
  return {
    audit,
    tx: async (work, { sent = call.rawInput, after } = {}) => {
      const result = await again(() => attempt(work, sent));
      if (!ctx.answer.replayed) await after?.(result).catch((error: unknown) => freeKey(ctx, call, error));
      return result;
    },
  };
}

async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= TRIES || !RETRY.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}

/** The key of a call that honours one. */
function keyOf(ctx: Context, { path, idempotent }: Call) {
  const clave = ctx.idempotency_key;
  return idempotent && clave !== undefined ? { procedimiento: path, user_id: ctx.user?.id ?? 0, clave } : undefined;
}

async function freeKey(ctx: Context, call: Call, error: unknown): Promise<never> {
  const key = keyOf(ctx, call);
  if (key) await ctx.services.tenants.transaction(ctx.tenant.id, (t) => deleteAnswer(t, key));
  throw error;
}

/** Does the work unless its key was answered; `keep` writes the answer down. */
async function once<T>(
  ctx: Context,
  call: Call,
  t: TenantTx,
  work: (t: TenantTx) => Promise<T>,
  sent: unknown,
): Promise<{ result: T; keep?: () => Promise<unknown> }> {
  const key = keyOf(ctx, call);
  if (!key) return { result: await work(t) };
  const cuerpo_sha256 = createHash('sha256')
    .update(JSON.stringify(sent ?? null))
    .digest('hex');
  await lockKey(t, key).catch((error: unknown) => {
    if ((error as { code?: string }).code !== '55P03') throw error;
    refuse('idempotencia_en_curso', 'La misma operación sigue en curso. Espere un momento y repita.', {
      retryAfter: 2,
    });
  });
  const now = ctx.services.clock.now();
  const answered = await selectAnswer(t, key);
  if (answered && new Date(answered.expira) > now) {
    if (answered.cuerpo_sha256 !== cuerpo_sha256)
      refuse('idempotencia_distinta', 'Esta Idempotency-Key ya se usó con otros datos. Use una clave nueva.');
    ctx.answer.replayed = true;
    return { result: answered.respuesta as T };
  }
  const result = await work(t);
  const expira = new Date(now.getTime() + KEPT_HOURS * 3_600_000).toISOString();
  const keep = () => insertAnswer(t, { ...key, cuerpo_sha256, respuesta: JSON.stringify(result ?? null), expira });
  return { result, keep };
}

/** 412 when the caller saw another version (If-Match). Without If-Match the write goes ahead. */
export function checkVersion(ctx: Context, version: number) {
  const seen = ctx.if_match;
  if (seen === undefined || seen === '*' || seen === `"${version}"`) return;
  refuse('version_vieja', 'Otra persona cambió este registro. Vuelva a abrirlo y repita el cambio.');
}
