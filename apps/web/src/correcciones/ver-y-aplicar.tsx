import { useQuery } from '@tanstack/react-query';
import { trpc } from '../core/trpc.ts';
import { Cargado } from '../ui/states.tsx';
import { Aplicar } from './aplicar.tsx';
import type { Pedido } from './aplicar.tsx';
import { VistaCorreccion } from './vista.tsx';

type Props = { pedido: Pedido; hecho: (mensaje: string) => void };

/** What a change would do to each bill, and below it the button that does what was seen. */
export function VerYAplicar({ pedido, hecho }: Props) {
  const vista = useQuery(trpc.correcciones.preview.queryOptions(pedido, { staleTime: 0, gcTime: 0 }));
  return (
    <section className="pila ancha" aria-labelledby="vista">
      <h2 id="vista">Lo que pasaría</h2>
      <Cargado query={vista} que="Calculando cada factura otra vez…">
        {(data) => (
          <>
            <VistaCorreccion vista={data} />
            <Aplicar key={data.huella} pedido={pedido} vista={data} hecho={hecho} />
          </>
        )}
      </Cargado>
    </section>
  );
}
