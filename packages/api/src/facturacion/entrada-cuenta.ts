// From the rows of an account to what its calculation takes.
import type { FacturaEnMora, TasaMes } from '@cunservicios/domain/cartera/intereses';
import { esPeriodoDeFuga } from '@cunservicios/domain/consumo/fuga';
import { type LecturaTomada, dialDe, lecturasDelPeriodo } from '@cunservicios/domain/consumo/lecturas';
import { estadoInicial } from '@cunservicios/domain/consumo/medir';
import type { Uso } from '@cunservicios/domain/tarifa/listas';
import { diasServidos } from '@cunservicios/domain/tarifa/prorrata';
import type { EntradaCuenta } from './calcular-cuenta.ts';
import type { Estadia } from './especiales.queries.ts';
import type { Especiales } from './especiales.ts';
import type { Mora } from './linea-mora.ts';
import type { Corrida } from './liquidar-lote.ts';
import type { CuentaRow } from './liquidar.queries.ts';
import type { PeriodoRow } from './periodo-para-correr.ts';

/** Why an account cannot be billed, and what to do about it. */
type Impedida = { motivo: string };

export function entradaDe(
  cuenta: CuentaRow,
  { periodo, mora }: Pick<Corrida, 'periodo' | 'mora'>,
  deCuentas: Especiales,
): EntradaCuenta | Impedida {
  const { id, uso, estrato, servicios, unidades } = cuenta;
  if (uso === 'especial' && deCuentas.especialesVencidos.has(id))
    return {
      motivo: `La decisión de uso especial no está vigente el ${periodo.desde}. Registre la nueva o cambie el uso.`,
    };
  const vertimiento = deCuentas.vertimientos.get(id);
  const estadias = deCuentas.estadias.get(id) ?? [];
  const sinMedidor = !servicios.includes('acueducto') && cuenta.medidor_id === null;
  if (sinMedidor && !vertimiento)
    return { motivo: 'La cuenta solo tiene alcantarillado y no tiene medidor. Registre el volumen de su vertimiento.' };
  if (!sinMedidor && cuenta.medidor_id === null && estadias.length === 0)
    return { motivo: 'La cuenta no tiene medidor instalado. Instale uno o retire la cuenta.' };

  const antes = cuenta.antes ?? estadoInicial(primerDial(cuenta, estadias));
  const leidas = lecturasQueCuentan(cuenta);
  if (!sinMedidor && cuenta.antes === null && antes.ref === null && leidas.length === 0)
    return {
      motivo: 'El medidor no tiene lectura inicial en este periodo ni antes. Regístrela para empezar a facturar.',
    };
  const accion = deCuentas.acciones.get(id);
  const fuga = deCuentas.fugas.get(id);
  const prorrata = diasServidos(periodo, cuenta);
  const cargos = deCuentas.cargos.get(id);
  const vencidas = mora && deCuentas.vencidas.get(id);
  const lectura = lecturaDe(leidas, cambiosDe(estadias, periodo, antes.ref), estadias, cuenta.medidor_id);
  return {
    uso,
    estrato,
    servicios,
    unidades,
    grupo: null,
    antes,
    lectura: lectura && accion === 'confirmar' ? { ...lectura, vuelta_digitos: cuenta.digitos } : lectura,
    ...(cuenta.clases && { clases: cuenta.clases }),
    ...(sinMedidor && { sin_medidor: true }),
    ...(vertimiento && { vertimiento }),
    ...(fuga && esPeriodoDeFuga(fuga, periodo) && { fuga: true }),
    ...(accion && { accion }),
    ...(prorrata && { prorrata }),
    ...(cuenta.exento_desincentivo !== null && { exento_desincentivo: true }),
    ...(cargos && { cargos }),
    ...(vencidas && { mora: moraDe(vencidas, uso, periodo.fecha_emision, mora.tasas) }),
  };
}

/** Late interest runs to the day the bill is issued; only other uses than residential need the monthly rates. */
function moraDe(facturas: FacturaEnMora[], uso: Uso, corte: string, tasas: TasaMes[]): Mora {
  if (uso === 'residencial') return { corte, facturas };
  const primera = facturas.reduce((dia, { vencimiento, desde }) => {
    const inicio = desde ?? vencimiento;
    return inicio < dia ? inicio : dia;
  }, corte);
  return { corte, facturas, tasas: tasas.filter(({ mes }) => mes >= primera.slice(0, 7) && mes <= corte.slice(0, 7)) };
}

/** Readings with a value that nobody replaced. */
function lecturasQueCuentan({ lecturas }: CuentaRow): LecturaTomada[] {
  const reemplazadas = new Set(lecturas.map(({ reemplaza }) => reemplaza));
  return lecturas.flatMap(({ id, fecha, m3, tipo }) =>
    m3 === null || reemplazadas.has(id) ? [] : [{ fecha_lectura: fecha, dial: dialDe(m3), tipo }],
  );
}

/** Where a new account starts: the first dial of its first meter. */
function primerDial({ inicial }: CuentaRow, [primera]: Estadia[]) {
  const instalacion = primera?.lectura_instalacion;
  return instalacion ? dialDe(instalacion) : (inicial?.dial ?? null);
}

type CambioFechado = { retiro: number | null; inicial: number; digitos: number; fecha: string };

/** Meters installed inside the period after another one. `ref` stands for a meter removed before the period. */
function cambiosDe(estadias: Estadia[], { desde, hasta }: PeriodoRow, ref: number | null): CambioFechado[] {
  return estadias.flatMap(({ instalado_en, lectura_instalacion }, i) => {
    const anterior = estadias[i - 1];
    if (!anterior?.retirado_en || instalado_en === null || instalado_en < desde || instalado_en > hasta) return [];
    const leido = anterior.lectura_retiro === null ? null : dialDe(anterior.lectura_retiro);
    const retiro = anterior.retirado_en < desde ? ref : leido;
    return [{ retiro, inicial: dialDe(lectura_instalacion ?? '0'), digitos: anterior.digitos, fecha: instalado_en }];
  });
}

/** The dial of the period: the last real reading, else where a changed or removed meter leaves it. */
function lecturaDe(
  leidas: LecturaTomada[],
  cambios: CambioFechado[],
  estadias: Estadia[],
  medidor_id: number | null,
): EntradaCuenta['lectura'] {
  const { real } = lecturasDelPeriodo(leidas);
  const fecha = leidas.findLast(({ dial, tipo }) => tipo === 'real' && dial === real)?.fecha_lectura;
  const tramos = cambios.length > 0 && { cambios: cambios.map(({ fecha: _fecha, ...cambio }) => cambio) };
  if (real !== null && fecha !== undefined) return { dial: real, fecha, ...tramos };
  const ultimo = cambios.at(-1);
  const retirado = medidor_id === null ? estadias.at(-1) : undefined;
  if (retirado?.retirado_en && retirado.lectura_retiro !== null)
    return { dial: dialDe(retirado.lectura_retiro), fecha: retirado.retirado_en, ...tramos };
  return ultimo && medidor_id !== null ? { dial: ultimo.inicial, fecha: ultimo.fecha, ...tramos } : null;
}
