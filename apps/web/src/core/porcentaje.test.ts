import { formatPorcentaje } from '@cunservicios/domain/porcentaje';
import { expect, it } from 'vitest';
import { porcentajeEscrito } from './porcentaje.ts';

it.each(['0.2534', '0.06', '0.5', '0.005', '0', '0.123456'])('reads %s back as it was written', (tasa) => {
  expect(porcentajeEscrito.parse(` ${formatPorcentaje(tasa)} `)).toBe(tasa);
});

it.each(['', '100', '-1', '6 %', '25,34567', 'seis'])('refuses «%s»', (texto) => {
  expect(porcentajeEscrito.safeParse(texto).error?.issues[0]?.message).toBe('Escriba el porcentaje, como 6 o 25,34.');
});
