import { instanteCorto } from '../core/fechas.ts';
import { contar, entero } from '../core/numeros.ts';
import type { Outputs } from '../core/trpc.ts';
import { Aviso } from '../ui/states.tsx';

export type Ejecucion = Outputs['ejecuciones']['get'];

export const enCurso = (ejecucion: Pick<Ejecucion, 'estado'> | null | undefined) =>
  ejecucion?.estado === 'pendiente' || ejecucion?.estado === 'en_curso';

const NOMBRE: Record<Ejecucion['tipo'], string> = {
  liquidar: 'Liquidación',
  emitir: 'Emisión',
  importar_clientes: 'Importación de clientes',
  importar_lecturas: 'Importación de lecturas',
  importar_tarifas: 'Importación de tarifas',
  importar_cargos: 'Importación de cargos de terceros',
  impacto_tarifas: 'Impacto de unas tarifas',
  imprimir: 'Impresión de facturas',
  prever_correccion: 'Cálculo de una corrección de todas las cuentas',
  aplicar_correccion: 'Corrección de todas las cuentas',
  cargar_recaudo: 'Lectura de un archivo de recaudo',
  aplicar_recaudo: 'Pagos de un archivo de recaudo',
};

/** How far a long piece of work is. It goes on by itself: leaving the page stops nothing. */
export function Avance({ ejecucion }: { ejecucion: Ejecucion }) {
  const { tipo, estado, total, hechas, por_segundo, error } = ejecucion;
  if (estado === 'fallida') {
    return (
      <Aviso tono="mal" vivo>
        <strong>{NOMBRE[tipo]}: no terminó</strong>
        <p>{error ?? 'Se detuvo por un error.'} Lo hecho hasta ahí se conserva: puede empezarla de nuevo.</p>
      </Aviso>
    );
  }
  if (estado === 'terminada') {
    return (
      <p className="suave chico">
        {NOMBRE[tipo]} terminada el {instanteCorto(ejecucion.finished_at ?? ejecucion.created_at)},{' '}
        {contar(hechas, 'cuenta', 'cuentas')}.
      </p>
    );
  }
  const faltan = total !== null && por_segundo ? Math.ceil((total - hechas) / por_segundo) : null;
  return (
    <div className="tarjeta">
      <p>
        <strong>{NOMBRE[tipo]} en curso</strong>
      </p>
      <progress aria-label={NOMBRE[tipo]} {...(total === null ? {} : { max: Math.max(total, 1), value: hechas })} />
      <p className="suave">
        {estado === 'pendiente'
          ? 'En espera de turno.'
          : total === null
            ? `${entero(hechas)} hechas`
            : `${entero(hechas)} de ${entero(total)}`}
        {por_segundo ? `, ${entero(por_segundo)} por segundo` : ''}
        {faltan
          ? `; faltan unos ${faltan < 90 ? contar(faltan, 'segundo', 'segundos') : contar(Math.round(faltan / 60), 'minuto', 'minutos')}`
          : ''}
        . Puede salir de esta página: el trabajo sigue.
      </p>
    </div>
  );
}

export const nombreEjecucion = (tipo: Ejecucion['tipo']) => NOMBRE[tipo];
