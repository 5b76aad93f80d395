import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { fechaLarga } from '../core/fechas.ts';
import { contar } from '../core/numeros.ts';
import type { Outputs } from '../core/trpc.ts';
import { Aviso } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';

export type Hecho = { vez: number; que: 'aviso' | 'orden'; filas: Outputs['suspension']['avisar'] };

const enPalabras = (texto: string) => texto.replaceAll(/\d{4}-\d{2}-\d{2}/g, (fecha) => fechaLarga(fecha));

/** What became of each account of the last command. It takes the focus: the button that asked for it is gone. */
export function ResultadoSuspension({ hecho: { que, filas } }: { hecho: Hecho }) {
  const aqui = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => aqui.current?.focus()));
    return () => cancelAnimationFrame(frame);
  }, []);
  const hechas = filas.filter(({ hecho }) => hecho);
  const otras = filas.filter(({ hecho }) => !hecho);
  return (
    <div className="pila" ref={aqui} tabIndex={-1} role="group" aria-label="Resultado">
      {hechas.length > 0 && (
        <Aviso tono="bien" vivo>
          <p>
            <strong>
              {que === 'aviso'
                ? `Aviso registrado: ${contar(hechas.length, 'cuenta', 'cuentas')}.`
                : `${contar(hechas.length, 'suspensión ordenada', 'suspensiones ordenadas')}.`}
            </strong>{' '}
            {que === 'aviso' && enPalabras(hechas[0]?.detalle.replace(/^Avisada: s/, 'S') ?? '')}
          </p>
          {que === 'orden' && (
            <p>
              <Link to="/oficina/cartera/ordenes" search={{ tipo: 'suspension' }}>
                Ver las órdenes de suspensión
              </Link>
            </p>
          )}
        </Aviso>
      )}
      {otras.length > 0 && (
        <Tabla
          titulo={`Sin cambio: ${contar(otras.length, 'cuenta', 'cuentas')}`}
          filas={otras}
          clave={({ numero_cuenta }) => numero_cuenta}
          columnas={[
            { titulo: 'Cuenta', junta: true, celda: ({ numero_cuenta }) => numero_cuenta },
            { titulo: 'Por qué', celda: ({ detalle }) => enPalabras(detalle) },
          ]}
        />
      )}
    </div>
  );
}
