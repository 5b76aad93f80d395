import { formatPorcentaje } from '@cunservicios/domain/porcentaje';
import { describe, expect, it } from 'vitest';
import { escribirVersion, leerPorcentaje, leerPrecio, leerVersion, versionEscrita } from './version-escrita.ts';

const VERSION = {
  vigente_desde: '2026-01-01',
  fuente: 'Acuerdo 012 de 2025',
  servicios: { acueducto: { cargo_fijo: '4276.37', consumo: '1322.96' } },
  factores: {
    residencial: { '1': '-0.70', '2': '-0.40', '3': '-0.15', '4': '0', '5': '0.50', '6': '0.60' },
    comercial: { acueducto: '0.525' },
    industrial: '0.30',
    oficial: '0',
    especial: '0',
  },
};

describe('what is written in the fields', () => {
  it.each([
    ['4.276,37', '4276.37'],
    ['4276.37', '4276.37'],
    ['$ 1.322', '1322'],
    ['0,5', '0.5'],
    ['nada', 'nada'],
  ])('reads the price %s as %s', (texto, precio) => expect(leerPrecio(texto)).toBe(precio));

  it.each([
    ['40', -1, '-0.40'],
    ['17,5', -1, '-0.175'],
    ['5 %', 1, '0.05'],
    ['120', 1, '1.20'],
    ['0', -1, '0'],
    ['', 1, ''],
  ] as const)('reads %s %% with sign %i as %s', (texto, signo, factor) =>
    expect(leerPorcentaje(texto, signo)).toBe(factor),
  );

  it('gives every percentage back as it was written', () => {
    for (let n = 1; n < 2_000_000; n += 37) {
      const texto = String(n / 10_000).replace('.', ',');
      expect(formatPorcentaje(leerPorcentaje(texto, -1))).toBe(texto);
    }
  });

  it('stands for the same version after being shown and read again', () => {
    const escrita = escribirVersion(VERSION, VERSION.vigente_desde, VERSION.fuente);
    const { factores, ...resto } = leerVersion(escrita);
    expect(resto).toEqual({
      vigente_desde: VERSION.vigente_desde,
      fuente: VERSION.fuente,
      servicios: VERSION.servicios,
    });
    expect(factores).toMatchObject({
      residencial: { '1': { acueducto: '-0.70' }, '4': '0' },
      comercial: { acueducto: '0.525' },
    });
    expect(versionEscrita.safeParse(escrita).success).toBe(true);
  });

  it('names every broken rule at its own field, all at once', () => {
    const escrita = escribirVersion(VERSION, '', ' ');
    escrita.factores.residencial[1].acueducto = '71';
    escrita.factores.comercial.acueducto = 'mucho';
    escrita.servicios.acueducto.consumo = 'caro';
    const { error } = versionEscrita.safeParse(escrita);
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'vigente_desde',
      'fuente',
      'servicios.acueducto.consumo',
      'factores.residencial.1.acueducto',
      'factores.comercial.acueducto',
    ]);
  });
});
