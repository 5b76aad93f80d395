import { expect, it } from 'vitest';
import { createCofre } from './cofre.ts';

const cofre = createCofre('a secret of the tests, thirty-two bytes or more');

it('opens what it sealed, and nothing of it shows', () => {
  const sealed = cofre.cerrar('aguas', 'llave', 'prv_áé');
  expect(sealed).toMatch(/^v1\.[\w-]+$/);
  expect(Buffer.from(sealed.slice(3), 'base64url').toString('latin1')).not.toContain('prv_');
  expect(cofre.abrir('aguas', 'llave', sealed)).toBe('prv_áé');
  expect(cofre.cerrar('aguas', 'llave', 'prv_áé')).not.toBe(sealed);
});

it('opens nothing for another tenant, under another name, under another key, or touched', () => {
  const sealed = cofre.cerrar('aguas', 'llave', 'prv_1');
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  expect(cofre.abrir('otra', 'llave', sealed)).toBeUndefined();
  expect(cofre.abrir('aguas', 'eventos', sealed)).toBeUndefined();
  expect(createCofre('another secret, thirty-two bytes or more').abrir('aguas', 'llave', sealed)).toBeUndefined();
  for (const i of bytes.keys()) {
    const touched = Buffer.from(bytes);
    touched[i] = (touched[i] as number) ^ 1;
    expect(cofre.abrir('aguas', 'llave', `v1.${touched.toString('base64url')}`)).toBeUndefined();
  }
  expect(['', 'v1.', 'v1.AAAA', 'prv_1'].map((text) => cofre.abrir('aguas', 'llave', text))).toEqual(
    Array(4).fill(undefined),
  );
});

it('derives the same secret for a name, and another for another', () => {
  expect(cofre.derivar('a')).toBe(cofre.derivar('a'));
  expect(cofre.derivar('a')).not.toBe(cofre.derivar('b'));
  expect(cofre.derivar('a')).toMatch(/^[0-9a-f]{64}$/);
});
