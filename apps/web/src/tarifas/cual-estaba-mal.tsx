import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { fechaCorta } from '../core/fechas.ts';
import { trpc } from '../core/trpc.ts';
import { Lista } from '../ui/field.tsx';
import { Cargado, Vacio } from '../ui/states.tsx';
import type { Tarifa } from './version.tsx';

type Props = { children: (mala: Tarifa, versiones: Tarifa[]) => ReactNode };

/** Which version was wrong; the fields below begin from it. */
export function CualEstabaMal({ children }: Props) {
  const versiones = useQuery(trpc.tarifas.list.queryOptions({ limit: 48 }));
  const [elegida, setElegida] = useState<number>();
  return (
    <Cargado query={versiones} que="Trayendo las tarifas…">
      {({ items }) => {
        const mala = items.find(({ id }) => id === elegida) ?? items[0];
        if (!mala) return <Vacio>No hay tarifas que corregir.</Vacio>;
        return (
          <>
            <Lista
              etiqueta="La versión que estaba mal"
              value={String(mala.id)}
              onChange={({ target }) => setElegida(Number(target.value))}
            >
              {items.map(({ id, vigente_desde, fuente }) => (
                <option key={id} value={id}>
                  Desde el {fechaCorta(vigente_desde)}: {fuente}
                </option>
              ))}
            </Lista>
            {children(mala, items)}
          </>
        );
      }}
    </Cargado>
  );
}
