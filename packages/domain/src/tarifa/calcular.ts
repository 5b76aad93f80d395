// The arithmetic of a bill, without texts. Quantities are integers over one common denominator.
import { fraccion, producto } from '../decimal.ts';
import type { Fraccion, Razon } from '../decimal.ts';
import { redondearProducto } from '../pesos.ts';
import type { Codigo, Servicio } from './listas.ts';
import type { Medida } from './medida.ts';
import type { ClasePreparada, ServicioPreparado, Unitario } from './preparar.ts';

/** One line: cantidad × unitario is its exact value, `valor` that value in whole pesos. */
export type Renglon = {
  readonly codigo: Codigo;
  readonly servicio: ServicioPreparado;
  readonly clase: ClasePreparada;
  readonly cantidad: Razon;
  readonly unitario: Unitario;
  readonly valor: number;
};

/** The exact value of a line, before its one rounding. */
export const exacto = ({ cantidad, unitario }: Renglon): Fraccion =>
  fraccion(BigInt(cantidad.n) * BigInt(unitario.n), BigInt(cantidad.d) * BigInt(unitario.d));

/**
 * Lines of an account, service by service and, in a mixed multiusuario, class by class with the m³
 * divided equally per unit. Order and omissions: dominio 1.11 and 1.7 (CRA 319/2005).
 * `basico_m3` is the monthly limit per suscriptor.
 */
export function calcular(
  servicios: readonly Servicio[],
  clases: readonly ClasePreparada[],
  basico_m3: number,
  medida: Medida,
): Renglon[] {
  let total = 0;
  for (const clase of clases) total += clase.unidades;
  const renglones: Renglon[] = [];
  for (const servicio of servicios) {
    for (const clase of clases) {
      // A single class takes all the m³: no fraction, and the quantities stay whole numbers.
      const parte = clases.length === 1 ? { n: 1, d: 1 } : { n: clase.unidades, d: total };
      agregar(renglones, servicio, clase, parte, total > 1, basico_m3, medida);
    }
  }
  return renglones;
}

function agregar(
  renglones: Renglon[],
  nombre: Servicio,
  clase: ClasePreparada,
  parte: Razon,
  multiusuario: boolean,
  basico_m3: number,
  medida: Medida,
): void {
  const servicio = clase.servicios.get(nombre);
  if (servicio === undefined) return;
  const nominal = medida.dias === medida.dias_ciclo;
  const dias = nominal ? 1 : medida.dias;
  const dias_ciclo = nominal ? 1 : medida.dias_ciclo;
  const d = producto(dias_ciclo, parte.d);
  const cargos = { n: producto(medida.meses * clase.unidades, dias), d: dias_ciclo };
  const total_m3 = nombre === 'alcantarillado' ? (medida.vertimiento_m3 ?? medida.consumo_m3) : medida.consumo_m3;
  const m3 = producto(total_m3, parte.n * dias_ciclo);

  const agregarLinea = (codigo: Codigo, unitario: Unitario, cantidad: Razon) => {
    const valor = redondearProducto(cantidad.n, unitario.n, producto(cantidad.d, unitario.d));
    renglones.push({ codigo, servicio, clase, cantidad, unitario, valor });
  };
  const conVolumen = (codigo: Codigo, unitario: Unitario, n: number) => {
    if (n > 0) agregarLinea(codigo, unitario, { n, d });
  };

  agregarLinea('cargo_fijo', servicio.cargo_fijo, cargos);
  let basico = 0;
  let suntuario = 0;
  if (clase.residencial) {
    const limite = producto(basico_m3 * cargos.n, parte.d);
    basico = Math.min(m3, limite);
    const complementario = Math.min(m3 - basico, limite);
    suntuario = m3 - basico - complementario;
    conVolumen('consumo_basico', servicio.consumo, basico);
    conVolumen('consumo_complementario', servicio.consumo, complementario);
    conVolumen('consumo_suntuario', servicio.consumo, suntuario);
  } else {
    conVolumen('consumo', servicio.consumo, m3);
  }
  if (servicio.signo < 0) {
    agregarLinea('subsidio_cargo_fijo', servicio.cargo_fijo_factor, cargos);
    conVolumen('subsidio_consumo_basico', servicio.consumo_factor, basico);
  } else if (servicio.signo > 0) {
    agregarLinea('contribucion_cargo_fijo', servicio.cargo_fijo_factor, cargos);
    conVolumen('contribucion_consumo', servicio.consumo_factor, m3);
  }
  // CRA 039/2024: above twice the básico, acueducto only; a multiusuario is exempt.
  if (medida.desincentivo && nombre === 'acueducto' && !multiusuario) {
    conVolumen('desincentivo', servicio.consumo, suntuario);
  }
}
