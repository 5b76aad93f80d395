import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oraculo from '../../test-data/calendario.json' with { type: 'json' };
import { limiteReclamoFactura, limiteRecurso, plazo, plazoRespuesta } from '../plazos/plazos.ts';
import {
  addDays,
  addMonths,
  diaDeSemana,
  diffDays,
  esFecha,
  fechaDeNumero,
  fechaEnBogota,
  numeroDeDia,
} from './fechas.ts';
import { festivosDe, pascua } from './festivos.ts';
import { diasHabilesEntre, esHabil, sumarDiasHabiles } from './habiles.ts';

const fechas = fc.integer({ min: numeroDeDia('1990-01-01'), max: numeroDeDia('2190-12-31') }).map(fechaDeNumero);

describe('dates', () => {
  it('counts days as the Date of the platform does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (n) => {
        const fecha = fechaDeNumero(n);
        expect(fecha).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10));
        expect(numeroDeDia(fecha)).toBe(n);
        expect(diaDeSemana(fecha)).toBe(new Date(n * 86_400_000).getUTCDay());
      }),
    );
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '0000-01-01',
    '20260101',
    '',
    ' 2026-01-01',
    '1900-02-29',
  ])('refuses %j', (texto) => {
    expect(esFecha(texto)).toBe(false);
    expect(() => numeroDeDia(texto)).toThrow(expect.objectContaining({ code: 'fecha_invalida' }));
  });

  it('keeps the day number across months, or takes the last day', () => {
    expect([
      addMonths('2026-01-31', 5),
      addMonths('2024-01-31', 1),
      addMonths('2026-03-31', -1),
      addMonths('2025-12-15', 1),
    ]).toEqual(['2026-06-30', '2024-02-29', '2026-02-28', '2026-01-15']);
    expect(() => addMonths('9999-12-01', 1)).toThrow(expect.objectContaining({ code: 'fecha_invalida' }));
  });

  it('adds and takes away the same', () => {
    fc.assert(
      fc.property(fechas, fc.integer({ min: -5000, max: 5000 }), (f, n) => {
        expect(diffDays(f, addDays(f, n)) === n).toBe(true);
      }),
    );
  });

  it('dates an instant in Bogotá, after hours too', () => {
    expect(fechaEnBogota(new Date('2026-07-01T04:59:59Z'))).toBe('2026-06-30');
    expect(fechaEnBogota(new Date('2026-07-01T05:00:00Z'))).toBe('2026-07-01');
    expect(fechaEnBogota(new Date('2026-07-01T04:59:59Z'), 'UTC')).toBe('2026-07-01');
  });
});

describe('holidays', () => {
  it.each(Object.entries(oraculo.festivos))('%s', (anio, festivos) => {
    expect(festivosDe(Number(anio))).toEqual(festivos);
  });
  it.each(Object.entries(oraculo.pascua))('Easter of %s', (anio, fecha) => {
    expect(pascua(Number(anio))).toBe(fecha);
  });
  it('Chiquinquirá is one from 2026 on', () => {
    expect(esHabil('2025-07-14')).toBe(true);
    expect(esHabil('2026-07-13')).toBe(false);
  });
  it('Easter is a Sunday from 22 March to 25 April, and moved holidays are Mondays', () => {
    for (let anio = 1984; anio <= 2199; anio += 1) {
      expect(diaDeSemana(pascua(anio))).toBe(0);
      expect(pascua(anio) >= `${anio}-03-22` && pascua(anio) <= `${anio}-04-25`).toBe(true);
      const lunes = festivosDe(anio).filter((f) =>
        /Reyes|José|Ascensión|Corpus|Sagrado|Pedro|Asunción|Raza|Santos/.test(f.nombre),
      );
      expect(lunes.map((f) => diaDeSemana(f.fecha))).toEqual(lunes.map(() => 1));
    }
  });
  it('refuses years without a rule', () => {
    expect(() => festivosDe(1983)).toThrow(expect.objectContaining({ code: 'anio_invalido' }));
  });
});

describe('deadlines', () => {
  it.each(oraculo.plazos)('received $recibido', ({ recibido, limite_legal, limite_seguro, cinco_dias }) => {
    expect(plazo(recibido, 15)).toEqual({ limite_legal, limite_seguro });
    expect(plazoRespuesta(recibido)).toEqual({ limite_legal, limite_seguro });
    expect(limiteRecurso(recibido)).toBe(cinco_dias);
  });

  it('the tenant adds its own days and its Saturdays', () => {
    expect(sumarDiasHabiles('2026-07-16', 1)).toBe('2026-07-17');
    expect(sumarDiasHabiles('2026-07-16', 1, { dias_propios: new Set(['2026-07-17']) })).toBe('2026-07-21');
    expect(sumarDiasHabiles('2026-07-17', 1, { sabados_habiles: true })).toBe('2026-07-18');
  });

  it('the safe deadline is a business day, never after the legal one, and the legal one is `dias` days away', () => {
    fc.assert(
      fc.property(fechas, fc.integer({ min: 1, max: 30 }), fc.boolean(), (recibido, dias, sabados_habiles) => {
        const calendario = { sabados_habiles };
        const { limite_legal, limite_seguro } = plazo(recibido, dias, calendario);
        expect(limite_seguro <= limite_legal).toBe(true);
        expect(esHabil(limite_legal, calendario) && esHabil(limite_seguro, calendario)).toBe(true);
        expect(diasHabilesEntre(recibido, limite_legal, calendario)).toBe(dias);
        expect(limite_seguro === limite_legal).toBe(!esHabil(recibido, calendario));
      }),
    );
  });

  it('a later filing never has an earlier deadline', () => {
    fc.assert(
      fc.property(fechas, fc.integer({ min: 1, max: 20 }), (recibido, dias) => {
        const [hoy, luego] = [plazo(recibido, dias), plazo(addDays(recibido, 1), dias)];
        expect(luego.limite_legal >= hoy.limite_legal && luego.limite_seguro >= hoy.limite_seguro).toBe(true);
      }),
    );
  });

  it('a bill may be claimed for five months', () => {
    expect(limiteReclamoFactura('2026-01-31')).toBe('2026-06-30');
  });

  it('refuses terms that are none', () => {
    for (const dias of [0, -1, 1.5, 1001, Number.NaN]) {
      expect(() => plazo('2026-07-01', dias)).toThrow(expect.objectContaining({ code: 'dias_invalidos' }));
    }
  });
});
