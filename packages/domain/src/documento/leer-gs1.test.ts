import { describe, expect, it } from 'vitest';
import { codigoRecaudo } from './gs1.ts';
import { leerCodigoRecaudo } from './leer-gs1.ts';

const gln = '7709998000018';

describe('leerCodigoRecaudo', () => {
  it.each(['0000000123', '99000000000042', '3900000000009612312026'])(
    'reads back the code of %s, however it is sent',
    (referencia) => {
      const recaudo = { gln, referencia, valor: 87_450, fecha: '2026-07-16' };
      const { hri, datos } = codigoRecaudo(recaudo);
      const digitos = hri.replaceAll(/[()]/g, '');
      for (const texto of [hri, datos, digitos, `]C1${digitos}`, ` ${digitos.replace('3900', '\u001d3900')}\n`])
        expect(leerCodigoRecaudo(texto), texto).toEqual(recaudo);
    },
  );

  it.each([
    '',
    'SPD000000123',
    '05440-0001',
    '415770999800001980200000000123390000000874509620260716',
    '415770999800001880200000000123390000000874509620261316',
  ])('is nothing for %s', (texto) => {
    expect(leerCodigoRecaudo(texto)).toBeUndefined();
  });
});
