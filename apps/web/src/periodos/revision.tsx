import { formatPesos } from '@cunservicios/domain/pesos';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { contar, entero } from '../core/numeros.ts';
import type { Outputs } from '../core/trpc.ts';
import { Estado } from '../ui/states.tsx';
import { Aprobacion } from './aprobacion.tsx';
import { Emitir, Liquidar } from './acciones.tsx';

type Props = {
  periodo: Outputs['periodos']['get'];
  resumen: Outputs['periodos']['resumen'];
  puede: boolean;
};

/** What is left to do before a liquidated period is issued, step by step, and the issue at the end. */
export function Revision({ periodo, resumen, puede }: Props) {
  const { ciclo, codigo } = periodo;
  const { por_advertencia, apartadas, aprobacion } = resumen;
  const suma = (campo: 'pendientes' | 'decididas') => por_advertencia.reduce((sum, each) => sum + each[campo], 0);
  const faltan = suma('pendientes');
  const todas = faltan + suma('decididas');
  const porAprobar = aprobacion.exigida && periodo.aprobado_en === null;
  return (
    <section className="tarjeta" aria-labelledby="revision">
      <h2 id="revision">Antes de emitir</h2>
      <ol className="pasos">
        <Paso
          titulo="Advertencias"
          estado={
            faltan > 0 ? (
              <Estado tono="alerta">
                Quedan {entero(faltan)} de {entero(todas)}
              </Estado>
            ) : (
              <Estado tono="bien">{todas === 0 ? 'Ninguna' : 'Todas decididas'}</Estado>
            )
          }
        >
          {todas > 0 && (
            <Link
              className={faltan > 0 && puede ? 'boton principal' : 'boton otro'}
              to="/oficina/periodos/$ciclo/$codigo/critica"
              params={{ ciclo, codigo }}
            >
              {faltan > 0 && puede ? 'Decidir en la mesa de crítica' : 'Ver la mesa de crítica'}
            </Link>
          )}
        </Paso>
        <Paso
          titulo="Cuentas apartadas"
          estado={
            apartadas > 0 ? (
              <Estado tono="alerta">{contar(apartadas, 'sin factura', 'sin factura')}</Estado>
            ) : (
              <Estado tono="bien">Ninguna</Estado>
            )
          }
        >
          {apartadas > 0 && <a href="#apartadas">Ver por qué e intentar otra vez</a>}
        </Paso>
        <Paso titulo="Cifras" estado={<Estado tono="info">{formatPesos(periodo.valor_total)}</Estado>}>
          <a href="#comparacion">Comparar con el periodo anterior</a>
        </Paso>
        {aprobacion.exigida && (
          <Paso
            titulo="Segunda persona"
            estado={porAprobar ? <Estado tono="alerta">Falta</Estado> : <Estado tono="bien">Aprobado</Estado>}
          >
            <Aprobacion periodo={periodo} aprobacion={aprobacion} puede={puede} />
          </Paso>
        )}
      </ol>
      {puede && (
        <div className="acciones">
          {!porAprobar && <Emitir periodo={periodo} faltan={faltan} apartadas={apartadas} />}
          <Liquidar periodo={periodo} />
        </div>
      )}
      {puede && porAprobar && <p className="suave chico">«Emitir» aparece cuando otra persona apruebe.</p>}
    </section>
  );
}

const Paso = ({ titulo, estado, children }: { titulo: string; estado: ReactNode; children: ReactNode }) => (
  <li>
    <strong>{titulo}</strong>
    <span>{estado}</span>
    <div>{children}</div>
  </li>
);
