import { describe, expect, it } from 'vitest';
import { ReglaError } from '../regla.ts';
import { ESTADOS_PQR } from './listas.ts';
import { radicado } from './radicado.ts';
import { TRANSICIONES_PQR, esEstadoPqr, validarTransicion } from './transiciones.ts';

/** The code of the rule that refuses, or null when none does. */
function codigo(accion: () => void): string | null {
  try {
    accion();
    return null;
  } catch (error) {
    return error instanceof ReglaError ? error.code : String(error);
  }
}

describe('transitions', () => {
  const pares = ESTADOS_PQR.flatMap((de) => ESTADOS_PQR.map((a) => [de, a] as const));
  const permitidas = ['Recibido>En trámite', 'En trámite>Respondido', 'Respondido>Cerrado', 'Respondido>En trámite'];

  it.each(pares)('%s → %s', (de, a) => {
    const permitida = permitidas.includes(`${de}>${a}`);
    expect(codigo(() => validarTransicion(de, a))).toBe(permitida ? null : 'transicion_no_permitida');
  });

  it('reaches the end from every state, and only knows its own labels', () => {
    expect(Object.keys(TRANSICIONES_PQR)).toEqual([...ESTADOS_PQR]);
    expect(['Cerrado', 'cerrado', 'En tramite', ''].map(esEstadoPqr)).toEqual([true, false, false, false]);
  });

  it('says what may be done instead', () => {
    expect(() => validarTransicion('Recibido', 'Cerrado')).toThrow(
      'Un caso en estado «Recibido» no puede pasar a «Cerrado»: solo puede pasar a «En trámite».',
    );
  });
});

describe('radicado', () => {
  it.each([
    ['public', 42, 'PUBLIC-PQR-20260701-00042'],
    ['acueducto-marinilla', 1, 'ACUEDU-PQR-20260701-00001'],
    ['esp-1_norte', 7, 'ESPNOR-PQR-20260701-00007'],
    ['ab', 7, 'AB-PQR-20260701-00007'],
    ['05-440', 7, '05440-PQR-20260701-00007'],
    ['public', 123_456, 'PUBLIC-PQR-20260701-123456'],
  ])('%s %s', (tenant, consecutivo, texto) => {
    expect(radicado(tenant, '2026-07-01', consecutivo)).toBe(texto);
  });

  it.each([
    ['fecha_invalida', 'public', '2026-02-30', 1],
    ['consecutivo_invalido', 'public', '2026-07-01', 0],
    ['tenant_invalido', '--', '2026-07-01', 1],
  ])('refuses with %s', (code, tenant, fecha, n) => {
    expect(() => radicado(tenant, fecha, n)).toThrow(expect.objectContaining({ code }));
  });
});
