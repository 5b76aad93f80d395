// What a warning means and what each decision does, in the words of a person who reads meters.
import type { Accion, Advertencia } from '@cunservicios/domain/consumo/listas';
import { entero, metros } from '../core/numeros.ts';
import type { Outputs } from '../core/trpc.ts';

export type Prefactura = Outputs['periodos']['prefacturas']['items'][number];

export const ACCION: Record<Accion, { verbo: string; hecho: string; tecla: string }> = {
  confirmar: { verbo: 'Confirmar', hecho: 'Confirmada', tecla: 'c' },
  corregir: { verbo: 'Corregir', hecho: 'Lectura corregida', tecla: 'r' },
  inspeccionar: { verbo: 'Inspeccionar', hecho: 'Inspección pedida', tecla: 'i' },
  promediar: { verbo: 'Facturar promedio', hecho: 'Se factura el promedio', tecla: 'p' },
};

const CONFIRMAR: Record<Advertencia, string> = {
  lectura_menor: 'El medidor dio la vuelta: pasó por cero y siguió. Se factura lo que faltaba más lo leído.',
  desviacion_significativa:
    'La lectura es correcta. Se factura lo medido, y este consumo entra en el promedio de la cuenta.',
  sin_base: 'Está bien así: se facturan 0 m³.',
  consumo_cero: 'El medidor funciona y de verdad no hubo consumo: se facturan 0 m³.',
  medidor_sin_lectura_n: 'Está bien así: se factura otra vez por promedio.',
  consumo_en_suspendido: 'El consumo es real: se factura lo medido aunque el servicio figure suspendido.',
  salto_de_ruta: 'De verdad no hubo lectura: se factura por promedio.',
};

/** What a decision will do. */
export function efecto(accion: Accion, advertencia: Advertencia) {
  if (accion === 'confirmar') return CONFIRMAR[advertencia];
  if (accion === 'corregir')
    return 'La lectura correcta reemplaza la que hay y la cuenta se liquida otra vez. La anterior queda en la historia.';
  if (accion === 'inspeccionar')
    return 'Queda anotado que alguien debe ir a mirar. La factura no cambia todavía: después decida otra vez.';
  return 'No se usa lo leído: se factura el promedio de la cuenta, y la próxima lectura ajusta la diferencia.';
}

const POR_QUE: Record<Advertencia, (cuenta: Prefactura) => string> = {
  lectura_menor: ({ lectura, lectura_anterior }) =>
    `Se leyó ${dial(lectura?.m3)} y la lectura anterior es ${dial(lectura_anterior)}. Puede ser un error al leer, o un medidor que dio la vuelta.`,
  desviacion_significativa: (cuenta) => seAparta(cuenta),
  sin_base: () => 'No hay lectura, ni historia de la cuenta, ni cuentas parecidas con que estimar: se facturan 0 m³.',
  consumo_cero: () =>
    'El medidor no se ha movido en varios periodos seguidos. Puede estar frenado, o la casa desocupada.',
  medidor_sin_lectura_n: () => 'Lleva varios periodos seguidos sin lectura: se le ha facturado por promedio.',
  consumo_en_suspendido: ({ consumo_m3 }) => `El servicio está suspendido y el medidor marcó ${metros(consumo_m3)}.`,
  salto_de_ruta: () => 'El lector no dejó lectura de esta cuenta, ni dijo por qué.',
};

/** Why an account waits here, in one or two sentences. */
export const porQue = (cuenta: Prefactura, advertencia: Advertencia) => POR_QUE[advertencia](cuenta);

/** The limits are of Ley 142 art. 149 and CRA 151 of 2001: 65 % below an average of 40 m³, 35 % from there up. */
function seAparta(cuenta: Prefactura) {
  const { promedio, historia, consumo_m3, metodo } = cuenta;
  const medido = medidoDe(cuenta);
  const mientras = metodo === 'provisional' ? ` Mientras se aclara se factura el promedio: ${metros(consumo_m3)}.` : '';
  if (!promedio || promedio.suma === 0 || medido === null)
    return `El medidor marcó ${metros(medido)} y antes no había consumo con que compararlo.${mientras}`;
  const media = promedio.suma / promedio.n;
  const cambio = Math.round((medido / media - 1) * 100);
  // An account whose own average is zero, or that has none, is compared with its like.
  const propio = historia.some((m3) => m3 > 0);
  const limite = propio && media >= 40 ? 35 : 65;
  const de = propio ? 'el promedio de la cuenta' : 'el promedio de cuentas parecidas';
  return `El medidor marcó ${metros(medido)} y ${de} es ${decimo(media)} m³: un ${entero(Math.abs(cambio))}\u00a0% ${cambio > 0 ? 'más' : 'menos'}. Se revisa lo que se aparta más del ${limite}\u00a0%.${mientras}`;
}

/** m³ of the dial: what is billed, unless they are held. */
export const medidoDe = ({ metodo, consumo_m3, lectura_actual, lectura_anterior }: Prefactura) =>
  metodo === 'provisional' && lectura_actual !== null && lectura_anterior !== null
    ? lectura_actual - lectura_anterior
    : consumo_m3;

/** "12,5": only to be read. */
export const decimo = (n: number) => {
  const [whole = '0', tenth] = (Math.round(n * 10) / 10).toString().split('.');
  return `${entero(Number(whole))}${tenth ? `,${tenth}` : ''}`;
};

/** A dial is read in whole m³. */
export const dial = (lectura: string | number | null | undefined) =>
  lectura === null || lectura === undefined ? '—' : entero(Math.floor(Number(lectura)));
