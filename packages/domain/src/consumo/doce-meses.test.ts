// The twelve real periods of examples/marinilla, billed with domain functions only.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import oraculo from '../../test-data/facturacion-real.json' with { type: 'json' };
import marinilla from '../../../../examples/marinilla/tarifas.json' with { type: 'json' };
import { sumar } from '../pesos.ts';
import { prepararTarifa } from '../tarifa/corrida.ts';
import type { Uso } from '../tarifa/listas.ts';
import { versionVigente } from '../tarifa/version.ts';
import { dialDe, lecturasDelPeriodo } from './lecturas.ts';
import { POLITICAS } from './listas.ts';
import type { Politica, TipoLectura } from './listas.ts';
import { estadoInicial, medir } from './medir.ts';
import type { EstadoConsumo, Medicion } from './medir.ts';
import { claveGrupo, sumarAlGrupo } from './promedio.ts';
import type { Promedio } from './promedio.ts';
import { resolver } from './resolver.ts';

type Esperado = {
  resumen: { cuentas: number; m3: number; total: number; por_metodo: Record<string, number>; desviaciones: number };
  cuentas: Record<string, { m3: number; metodo: string; desviacion: boolean; total: number }>;
};

/** Rows of a CSV without quoted fields, by column name. */
function filas(archivo: string): Record<string, string>[] {
  const texto = readFileSync(new URL(`../../../../examples/marinilla/${archivo}`, import.meta.url), 'utf8');
  const [cabeza = '', ...lineas] = texto.trim().split(/\r?\n/);
  const columnas = cabeza.split(',');
  return lineas.map((linea) => Object.fromEntries(linea.split(',').map((v, i) => [columnas[i], v])));
}

const clientes = filas('clientes.csv').map((c) => ({
  numero_cuenta: c.numero_cuenta!,
  medidor: c.medidor!,
  uso: c.uso as Uso,
  estrato: c.estrato ? Number(c.estrato) : null,
  servicios: c.servicios!.split('|'),
}));
const lecturas = Map.groupBy(
  filas('lecturas-reales.csv').map((l) => ({
    medidor: l.medidor!,
    fecha_lectura: l.fecha_lectura!,
    dial: dialDe(l.lectura_m3!),
    tipo: l.tipo as TipoLectura,
  })),
  (l) => `${l.medidor} ${l.fecha_lectura.slice(0, 7)}`,
);

function facturarPeriodo(periodo: string, politica: Politica, estados: Map<string, EstadoConsumo>): Esperado {
  const fecha = `${periodo}-01`;
  const { altitud_msnm, versiones } = marinilla;
  const tarifa = prepararTarifa(versionVigente(versiones, fecha), { altitud_msnm, meses: 1, fecha });

  const grupos = new Map<string, Promedio>();
  const mediciones = new Map<string, Medicion>();
  for (const { numero_cuenta, medidor, uso, estrato } of clientes) {
    const { inicial, real } = lecturasDelPeriodo(lecturas.get(`${medidor} ${periodo}`) ?? []);
    const estado = inicial === null ? estados.get(numero_cuenta) : estadoInicial(inicial);
    if (estado === undefined) continue;
    estados.set(numero_cuenta, estado);
    const medicion = medir(estado, real === null ? null : { dial: real });
    mediciones.set(numero_cuenta, medicion);
    sumarAlGrupo(grupos, claveGrupo(uso, estrato), medicion);
  }

  const cuentas: Esperado['cuentas'] = {};
  for (const cliente of clientes) {
    const { numero_cuenta, uso, estrato } = cliente;
    const [estado, medicion] = [estados.get(numero_cuenta), mediciones.get(numero_cuenta)];
    if (estado === undefined || medicion === undefined) continue;
    const grupo = grupos.get(claveGrupo(uso, estrato)) ?? null;
    const resuelto = resolver(estado, medicion, grupo, { politica, meses: 1, fecha });
    estados.set(numero_cuenta, resuelto.estado_despues);
    const { m3, metodo, desviacion } = resuelto;
    const { total } = tarifa.liquidar({ ...cliente, consumo_m3: m3 });
    cuentas[numero_cuenta] = { m3, metodo, desviacion, total };
  }
  const todas = Object.values(cuentas);
  const por_metodo = Object.fromEntries(
    [...Map.groupBy(todas, (c) => c.metodo)].map(([metodo, grupo]) => [metodo, grupo.length]),
  );
  const resumen = {
    cuentas: todas.length,
    m3: sumar(todas.map((c) => c.m3)),
    total: sumar(todas.map((c) => c.total)),
    por_metodo,
    desviaciones: todas.filter((c) => c.desviacion).length,
  };
  return { resumen, cuentas };
}

describe.each(POLITICAS)('twelve months under %s', (politica) => {
  const estados = new Map<string, EstadoConsumo>();
  const periodos = Object.entries(oraculo[politica] as unknown as Record<string, Esperado>);
  it('has every period', () => expect(periodos).toHaveLength(12));

  it.each(periodos)('%s, account by account and in sum', (periodo, esperado) => {
    expect(facturarPeriodo(periodo, politica, estados)).toEqual(esperado);
  });
});
