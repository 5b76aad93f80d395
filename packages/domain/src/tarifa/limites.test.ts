import { describe, expect, it } from 'vitest';
import marinilla from '../../../../examples/marinilla/tarifas.json' with { type: 'json' };
import { LIMITES_FACTORES, validarTarifa } from './limites.ts';
import { rangosDe } from './rangos.ts';
import { factorDe, versionVigente } from './version.ts';
import type { Factores, VersionTarifa } from './version.ts';

const version: VersionTarifa = marinilla.versiones[0]!;
const conFactores = (cambio: object): VersionTarifa => ({ ...version, factores: { ...version.factores, ...cambio } });
const conResidencial = (cambio: object) => conFactores({ residencial: { ...version.factores.residencial, ...cambio } });
const campos = (v: VersionTarifa) => validarTarifa(v).map((p) => p.campo);

describe('validarTarifa', () => {
  it.each(marinilla.versiones)('accepts the real prices from $vigente_desde', (v) => {
    expect(validarTarifa(v)).toEqual([]);
  });

  it.each([
    ['residencial.1', '-0.70', '-0.71'],
    ['residencial.2', '-0.40', '-0.41'],
    ['residencial.3', '-0.15', '-0.1501'],
    ['residencial.3', '0', '0.01'],
    ['residencial.4', '0', '0.10'],
    ['residencial.5', '0.50', '0.49'],
    ['residencial.6', '0.65', '0.59'],
  ])('%s may be %s, not %s', (clase, buena, mala) => {
    const estrato = clase.slice(-1);
    expect(campos(conResidencial({ [estrato]: buena }))).toEqual([]);
    expect(campos(conResidencial({ [estrato]: mala }))).toEqual([`factores.${clase}`]);
  });

  it.each([
    ['comercial', '0.50', '0.49'],
    ['industrial', '0.30', '0.29'],
    ['oficial', '0.00', '0.30'],
    ['especial', '0', '-0.10'],
  ])('%s may be %s, not %s', (uso, buena, mala) => {
    expect(campos(conFactores({ [uso]: buena }))).toEqual([]);
    expect(campos(conFactores({ [uso]: mala }))).toEqual([`factores.${uso}`]);
  });

  it('says in Spanish which rule', () => {
    expect(validarTarifa(conResidencial({ 1: '-0.80' }))).toEqual([
      {
        campo: 'factores.residencial.1',
        mensaje: 'El subsidio del estrato 1 no puede pasar del 70 % (Ley 1450/2011 art. 125).',
      },
    ]);
  });

  it('returns all problems at once, also of a file that is half empty', () => {
    const mala = { vigente_desde: 'ayer', servicios: { acueducto: { cargo_fijo: '-1', consumo: 'x' }, gas: null } };
    expect(campos(mala as unknown as VersionTarifa)).toEqual([
      'vigente_desde',
      'fuente',
      'servicios.acueducto.cargo_fijo',
      'servicios.acueducto.consumo',
      'servicios.gas',
      'servicios.gas.cargo_fijo',
      'servicios.gas.consumo',
      ...LIMITES_FACTORES.map((l) => `factores.${l.clase}`),
    ]);
  });

  it('checks one factor per service where the municipality set them so', () => {
    const porServicio = conResidencial({ 1: { acueducto: '-0.71', alcantarillado: '-0.45' } });
    expect(campos(porServicio)).toEqual(['factores.residencial.1.acueducto']);
    expect(factorDe(porServicio.factores, 'residencial', 1, 'alcantarillado')).toBe('-0.45');
  });
});

describe('ranges', () => {
  it.each([
    [2001, 11],
    [2000, 13],
    [1000, 13],
    [999, 16],
    [0, 16],
  ])('at %s m the básico ends at %s m³', (altitud, basico_m3) => {
    expect(rangosDe(altitud, '2024-01-01')).toMatchObject({ basico_m3, complementario_m3: 2 * basico_m3 });
  });
});

describe('versions', () => {
  it('takes the one in force on the first day of the period', () => {
    const desde = (fecha: string) => versionVigente(marinilla.versiones, fecha).vigente_desde;
    expect(['2016-08-31', '2016-09-01', '2030-01-01'].map(desde)).toEqual(['2016-01-01', '2016-09-01', '2016-09-01']);
    expect(() => desde('2015-12-31')).toThrow(expect.objectContaining({ code: 'sin_tarifa' }));
  });

  it('names a missing factor and a missing estrato', () => {
    expect(() => factorDe(version.factores, 'residencial', null, 'acueducto')).toThrow(
      expect.objectContaining({ code: 'estrato_invalido' }),
    );
    expect(() => factorDe({ residencial: {} } as Factores, 'comercial', null, 'acueducto')).toThrow(
      expect.objectContaining({ code: 'factor_faltante' }),
    );
  });
});
