import { describe, expect, it } from 'vitest';
import oraculo from '../../test-data/consumo-y-mora.json' with { type: 'json' };
import { salariosMinimos } from './cargos.ts';
import { cargoDeOrden, estadoTrasOrden, ordenDeRestablecer } from './ordenes.ts';

const code = (code: string) => expect.objectContaining({ code });

describe('estadoTrasOrden', () => {
  it.each([
    ['suspension', 'activo', 'suspendido'],
    ['reinstalacion', 'suspendido', 'activo'],
    ['corte', 'suspendido', 'cortado'],
    ['corte', 'activo', 'cortado'],
    ['reconexion', 'cortado', 'activo'],
    ['inspeccion', 'retirado', 'retirado'],
  ] as const)('%s of %s leaves it %s', (tipo, antes, despues) => {
    expect(estadoTrasOrden(tipo, antes)).toBe(despues);
  });

  it.each([
    ['suspension', 'suspendido'],
    ['suspension', 'retirado'],
    ['reinstalacion', 'activo'],
    ['reinstalacion', 'cortado'],
    ['reconexion', 'suspendido'],
    ['corte', 'cortado'],
  ] as const)('%s of %s is refused', (tipo, antes) => {
    expect(() => estadoTrasOrden(tipo, antes)).toThrow(code('orden_no_procede'));
  });

  it('is undone by the order that restores', () => {
    expect(ordenDeRestablecer('suspendido')).toBe('reinstalacion');
    expect(ordenDeRestablecer('cortado')).toBe('reconexion');
    expect(ordenDeRestablecer('activo')).toBeNull();
  });
});

describe('cargoDeOrden', () => {
  const maximos = {
    suspension: oraculo.cargos_smmlv_2025['suspension_1.4%'],
    reinstalacion: oraculo.cargos_smmlv_2025['reinstalacion_1.2%'],
    corte: oraculo.cargos_smmlv_2025['corte_2.4%'],
    reconexion: oraculo.cargos_smmlv_2025['reconexion_2.2%'],
  };
  it.each(Object.entries(maximos))('%s is %i at most in 2025 (CRA 424/2007)', (tipo, maximo) => {
    const cargo = (propio: number | null) => cargoDeOrden(tipo as keyof typeof maximos, '2025-06-01', propio)?.valor;
    expect(cargo(null)).toBe(maximo);
    expect(cargo(maximo + 1)).toBe(maximo);
    expect(cargo(maximo - 1)).toBe(maximo - 1);
    expect(cargo(0)).toBeUndefined();
  });

  it('says how it was found', () => {
    expect(cargoDeOrden('suspension', '2025-06-01', 15_000)).toEqual({
      concepto: 'Suspensión del servicio',
      valor: 15_000,
      formula: '$ 15.000, máximo 0.014 × $ 1.423.500 = $ 19.929',
      norma: 'CRA 424/2007; salario mínimo: Decreto 1572/2024',
    });
  });

  it('needs the minimum wage of its year, which a utility may load', () => {
    expect(() => cargoDeOrden('corte', '2031-01-01', null)).toThrow(code('sin_norma'));
    expect(cargoDeOrden('corte', '2031-01-01', 0)).toBeNull();
    expect(cargoDeOrden('inspeccion', '2031-01-01', null)).toBeNull();
    const salarios = salariosMinimos([{ anio: 2031, valor: 2_000_000, norma: 'Decreto' }]);
    expect(cargoDeOrden('corte', '2031-12-31', null, salarios)?.valor).toBe(48_000);
  });
});
