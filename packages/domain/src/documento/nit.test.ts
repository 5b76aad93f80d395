import { describe, expect, it } from 'vitest';
import oraculo from '../../test-data/identificadores-y-archivos.json' with { type: 'json' };
import { digitoVerificacion, leerDocumento } from './nit.ts';
import { DOCUMENTOS, TIPOS_DOCUMENTO } from './listas.ts';

describe('NIT', () => {
  it.each(oraculo.nit)('$nit-$dv', ({ nit, dv }) => {
    expect(digitoVerificacion(nit)).toBe(dv);
    expect(leerDocumento('NIT', `${nit}-${dv}`)).toEqual({ tipo_documento: 'NIT', documento: nit, dv });
    expect(() => leerDocumento('NIT', `${nit}-${(dv + 1) % 10}`)).toThrow(
      expect.objectContaining({ code: 'nit_dv_invalido' }),
    );
  });

  it('reads it as people write it', () => {
    expect(leerDocumento('NIT', ' 900.123.818 - 0 ')).toEqual({ tipo_documento: 'NIT', documento: '900123818', dv: 0 });
  });

  it.each(['', '12', '900123818-', '900123818-00', '900-123-0', '90012381X', '1234567890123456'])(
    'refuses %j',
    (texto) => {
      expect(() => leerDocumento('NIT', texto)).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^(documento|nit_dv)_invalido$/) }),
      );
    },
  );
});

describe('other documents', () => {
  it('have no check digit', () => {
    expect(leerDocumento('CC', '1.020.304.050')).toEqual({ tipo_documento: 'CC', documento: '1020304050', dv: null });
    expect(leerDocumento('PAS', 'ab123456').documento).toBe('AB123456');
    expect(() => leerDocumento('CC', '12345678-9')).toThrow(expect.objectContaining({ code: 'documento_invalido' }));
    expect(() => leerDocumento('TI', '123')).toThrow(expect.objectContaining({ code: 'documento_invalido' }));
  });
  it('are all in the list', () => {
    expect(Object.keys(DOCUMENTOS)).toEqual([...TIPOS_DOCUMENTO]);
  });
});
