import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newTenant } from '../testing/tenant.ts';
import { refusalOf } from '../testing/refusal.ts';

const text = {
  tipo: 'Reclamo',
  asunto: 'Consumo muy alto',
  descripcion: 'El consumo es el doble del mes anterior.',
} as const;
const { plazos: cases } = JSON.parse(
  readFileSync(new URL('../../../domain/test-data/calendario.json', import.meta.url), 'utf8'),
) as { plazos: { recibido: string; limite_legal: string; limite_seguro: string }[] };

describe('pqrs.create', () => {
  it('gives a radicado, both limits and the first event', async () => {
    const { as, build, id, services } = await newTenant();
    const cliente = await build.cliente();
    services.setNow('2026-07-01T15:00:00Z');
    const pqr = await (await as('atencion')).pqrs.create({ ...text, cliente_id: cliente.id });
    expect(pqr).toMatchObject({
      estado: 'Recibido',
      fecha_radicacion: '2026-07-01',
      numero_cuenta: 'C-1',
      eventos: [{ tipo: 'radicada', a_estado: 'Recibido', autor: 'atencion' }],
    });
    expect(pqr.radicado).toMatch(
      new RegExp(`^${id.replace(/\d/g, '').toUpperCase().slice(0, 6) || '\\d+'}.*-PQR-20260701-00001$`),
    );
  });

  it('counts the day of Bogotá, also after hours', async () => {
    const { as, build, services } = await newTenant();
    const { id: cliente_id } = await build.cliente();
    services.setNow('2026-07-02T04:30:00Z');
    expect(await (await as('atencion')).pqrs.create({ ...text, cliente_id })).toMatchObject({
      fecha_radicacion: '2026-07-01',
    });
    services.setNow('2026-07-01T15:00:00Z');
  });

  it('numbers 40 cases filed at once, each with its own radicado and none lost', async () => {
    const { as, build } = await newTenant();
    const { id: cliente_id } = await build.cliente();
    const atencion = await as('atencion');
    const filed = await Promise.all(Array.from({ length: 40 }, () => atencion.pqrs.create({ ...text, cliente_id })));
    expect(new Set(filed.map(({ radicado }) => radicado)).size).toBe(40);
    expect((await atencion.pqrs.list({ count: true, limit: 1 })).total).toBe(40);
  });

  it.each([
    ['a short subject', { asunto: 'ab' }],
    ['a short text', { descripcion: 'corta' }],
    ['another label', { tipo: 'reclamo' as never }],
    ['an unknown account', { cliente_id: 99_999 }],
    ['a field that does not exist', { estado: 'Cerrado' } as never],
  ])('refuses %s', async (_, facts: object) => {
    const { as, build } = await newTenant();
    const { id: cliente_id } = await build.cliente();
    const atencion = await as('atencion');
    expect(await refusalOf(atencion.pqrs.create({ ...text, cliente_id, ...facts }))).toBe('validacion');
    expect((await atencion.pqrs.list({})).items).toEqual([]);
  });
});

describe('pqrs.changeEstado', () => {
  it('follows the allowed moves and keeps each in the history', async () => {
    const { as, build } = await newTenant();
    const { id: cliente_id } = await build.cliente();
    const atencion = await as('atencion');
    const { radicado } = await atencion.pqrs.create({ ...text, cliente_id });
    expect(await refusalOf(atencion.pqrs.changeEstado({ radicado, estado: 'Cerrado' }))).toBe(
      'transicion_no_permitida',
    );
    await atencion.pqrs.changeEstado({ radicado, estado: 'En trámite', nota: 'A revisión' });
    await atencion.pqrs.changeEstado({ radicado, estado: 'Respondido' });
    const closed = await atencion.pqrs.changeEstado({ radicado, estado: 'Cerrado' });
    expect(closed.eventos.map(({ a_estado }) => a_estado)).toEqual(['Recibido', 'En trámite', 'Respondido', 'Cerrado']);
    expect(await refusalOf(atencion.pqrs.changeEstado({ radicado, estado: 'En trámite' }))).toBe(
      'transicion_no_permitida',
    );
  });

  it('honours If-Match: a case changed before is a 412', async () => {
    const { as, build } = await newTenant();
    const { id: cliente_id } = await build.cliente();
    const { radicado, version } = await (await as('atencion')).pqrs.create({ ...text, cliente_id });
    const seen = await as('atencion', { if_match: `"${version}"` });
    await seen.pqrs.changeEstado({ radicado, estado: 'En trámite' });
    expect(await refusalOf(seen.pqrs.changeEstado({ radicado, estado: 'Respondido' }))).toBe('version_vieja');
  });
});

describe('calendario.plazo', () => {
  it('agrees with the oracle and respects the tenant’s own days', async () => {
    const { as, services, id } = await newTenant();
    const nobody = await as('nobody');
    expect(await nobody.calendario.plazo({ recibido: '2026-07-17' })).toMatchObject({
      limite_legal: '2026-08-11',
      limite_seguro: '2026-08-10',
    });
    for (const { recibido, limite_legal, limite_seguro } of cases)
      expect(await nobody.calendario.plazo({ recibido })).toMatchObject({ limite_legal, limite_seguro });
    await services.tenants.transaction(id, (t) =>
      t.db.insertInto('festivos').values({ tenant_id: id, fecha: '2026-07-22', nombre: 'Fiestas' }).execute(),
    );
    expect(await nobody.calendario.plazo({ recibido: '2026-07-17' })).toMatchObject({ limite_legal: '2026-08-12' });
  });
});
