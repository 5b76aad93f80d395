import type { EstadoPqr } from '@cunservicios/domain/pqr/listas';
import { TRANSICIONES_PQR } from '@cunservicios/domain/pqr/transiciones';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../core/trpc.ts';
import { Parrafo } from '../ui/field.tsx';
import { Fallo } from '../ui/states.tsx';

const ACCION: Record<EstadoPqr, string> = {
  Recibido: 'Devolver a recibido',
  'En trámite': 'Pasar a trámite',
  Respondido: 'Marcar como respondida',
  Cerrado: 'Cerrar el caso',
};

/** The moves this case may make now, with a note that stays in its story. */
export function CambiarEstado({ radicado, estado }: { radicado: string; estado: EstadoPqr }) {
  const [nota, setNota] = useState('');
  const queries = useQueryClient();
  const cambiar = useMutation(
    trpc.pqrs.changeEstado.mutationOptions({ onSuccess: () => queries.invalidateQueries(trpc.pqrs.pathFilter()) }),
  );
  const siguientes = TRANSICIONES_PQR[estado];
  if (siguientes.length === 0) return null;
  return (
    <section className="tarjeta" aria-labelledby="seguir">
      <h2 id="seguir">Seguir el caso</h2>
      {cambiar.isError && <Fallo error={cambiar.error} />}
      <Parrafo
        etiqueta="Nota"
        opcional
        ayuda="Queda en la historia del caso, con su nombre. Si responde, resuma la respuesta."
        rows={4}
        maxLength={2000}
        value={nota}
        onChange={({ target }) => setNota(target.value)}
      />
      <div className="acciones">
        {siguientes.map((siguiente, i) => (
          <button
            key={siguiente}
            type="button"
            className={i === 0 ? 'boton principal' : 'boton otro'}
            disabled={cambiar.isPending}
            onClick={() => cambiar.mutate({ radicado, estado: siguiente, nota })}
          >
            {estado === 'Respondido' && siguiente === 'En trámite' ? 'Reabrir' : ACCION[siguiente]}
          </button>
        ))}
      </div>
    </section>
  );
}
