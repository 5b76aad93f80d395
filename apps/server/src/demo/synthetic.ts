// A small made-up town: people, meters and readings, the same every time.
import { addDays } from '@cunservicios/domain/calendario/fechas';

const NOMBRES = [
  'María',
  'José',
  'Luz Marina',
  'Carlos',
  'Ana',
  'Jorge',
  'Gloria',
  'Hernán',
  'Yolanda',
  'Iván',
  'Nubia',
  'Óscar',
  'Rocío',
  'Álvaro',
];
const APELLIDOS = [
  'Gómez',
  'Ríos',
  'Quintero',
  'Muñoz',
  'Peña',
  'Zuluaga',
  'Arango',
  'Niño',
  'Castaño',
  'Botero',
  'Giraldo',
  'Ospina',
  'Duque',
];
const NEGOCIOS = [
  'Panadería La Espiga',
  'Ferretería El Tornillo',
  'Restaurante Doña Inés',
  'Droguería Central',
  'Taller Los Hermanos',
];

type Month = { codigo: string; desde: string; hasta: string };

/** Numbers that look random and repeat exactly (mulberry32). */
export function sequence(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `clientes.csv` of `count` accounts over three routes. */
export function clientesCsv(count: number) {
  const random = sequence(7);
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const header =
    'numero_cuenta,nombre,tipo_documento,documento,direccion,telefono,correo,uso,estrato,servicios,ciclo,ruta,orden,medidor,digitos';
  const rows = Array.from({ length: count }, (_, i) => {
    const n = i + 1;
    const negocio = n % 17 === 0;
    const uso = negocio ? 'comercial' : n === 60 ? 'oficial' : 'residencial';
    const estrato = uso === 'residencial' ? pick([1, 1, 2, 2, 2, 3, 3, 4, 5, 6]) : '';
    const nombre =
      uso === 'oficial'
        ? 'Escuela Rural El Carmen'
        : negocio
          ? pick(NEGOCIOS)
          : `${pick(NOMBRES)} ${pick(APELLIDOS)} ${pick(APELLIDOS)}`;
    const direccion = `Carrera ${1 + Math.floor(random() * 30)} # ${1 + Math.floor(random() * 40)}-${10 + Math.floor(random() * 80)}`;
    const ruta = `R0${1 + Math.floor((3 * i) / count)}`;
    const servicios = n % 11 === 0 ? 'acueducto' : 'acueducto|alcantarillado';
    return [
      `1000-${String(n).padStart(4, '0')}`,
      nombre,
      'CC',
      String(1_020_000_000 + n * 7919),
      direccion,
      `30${10_000_000 + n * 137}`,
      `cuenta${n}@ejemplo.example`,
      uso,
      estrato,
      servicios,
      '1',
      ruta,
      n,
      `D-${String(n).padStart(4, '0')}`,
      5,
    ].join(',');
  });
  return [header, ...rows].join('\n');
}

/** What goes wrong in the last month of an account: a dial below the last one, nobody came by, m³ too many. */
export type Odd = 'menor' | 'sin_lectura' | number;

/** `lecturas.csv`: an initial reading before the first month and one at the end of each, some missing, some odd. */
export function lecturasCsv(count: number, periodos: Month[], odd: Record<number, Odd> = {}) {
  const random = sequence(11);
  const rows = ['medidor,fecha_lectura,lectura_m3,tipo,causal'];
  for (let n = 1; n <= count; n++) {
    const serial = `D-${String(n).padStart(4, '0')}`;
    const habit = n % 17 === 0 ? 25 + random() * 30 : 5 + random() * 14;
    let dial = Math.floor(random() * 2_000);
    rows.push(`${serial},${addDays(periodos[0]?.desde ?? '', -1)},${dial}.000,inicial,`);
    for (const [month, { hasta }] of periodos.entries()) {
      const leak = n === 23 && month === periodos.length - 2 ? 4 : 1;
      const used = n === 41 && month > 5 ? 0 : habit * (0.8 + random() * 0.4) * leak;
      dial += Math.round(used);
      const last = month === periodos.length - 1 ? odd[n] : undefined;
      if (last === 'sin_lectura') continue;
      if (last) rows.push(`${serial},${hasta},${last === 'menor' ? dial - 90 : dial + last}.000,real,`);
      else if (random() < 0.02) rows.push(`${serial},${hasta},,real,predio cerrado`);
      else rows.push(`${serial},${hasta},${dial}.${String(Math.floor(random() * 1000)).padStart(3, '0')},real,`);
    }
  }
  return rows.join('\n');
}
