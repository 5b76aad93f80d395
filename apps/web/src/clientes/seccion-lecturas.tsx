import { useInfiniteQuery } from '@tanstack/react-query';
import { fechaCorta } from '../core/fechas.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { NOMBRE_LECTURA } from '../lecturas/nombres.ts';
import { RegistrarLectura } from '../lecturas/registrar.tsx';
import { InstalarMedidor } from '../medidores/instalar.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Tabla } from '../ui/table.tsx';

type Props = { numero_cuenta: string; medidor: string | null };

export const SeccionLecturas = (props: Props) => (
  <div className="pila">
    <Acciones {...props} />
    <Lecturas {...props} />
  </div>
);

/** A reading for the meter in place, or the meter that is missing. */
function Acciones({ numero_cuenta, medidor }: Props) {
  const roles = useUser()?.roles ?? [];
  const puede = medidor
    ? hasRole(roles, 'admin', 'facturacion', 'lector')
    : hasRole(roles, 'admin', 'atencion', 'facturacion');
  if (!puede) return null;
  return (
    <div>{medidor ? <RegistrarLectura medidor={medidor} /> : <InstalarMedidor numero_cuenta={numero_cuenta} />}</div>
  );
}

function Lecturas({ numero_cuenta }: Props) {
  const query = useInfiniteQuery(trpc.lecturas.list.infiniteQueryOptions({ numero_cuenta, limit: 24 }, porCursor));
  return (
    <PorPaginas query={query} vacio="No hay lecturas de esta cuenta.">
      {(lecturas) => (
        <Tabla
          titulo="Lecturas, de la más reciente a la más antigua"
          tituloOculto
          filas={lecturas}
          clave={({ id }) => id}
          columnas={[
            { titulo: 'Fecha', junta: true, celda: ({ fecha_lectura }) => fechaCorta(fecha_lectura) },
            { titulo: 'Medidor', junta: true, celda: ({ medidor }) => medidor },
            {
              titulo: 'Lectura',
              numero: true,
              celda: ({ lectura_m3 }) => (lectura_m3 === null ? '—' : `${lectura_m3.replace('.', ',')} m³`),
            },
            { titulo: 'Tipo', celda: ({ tipo }) => NOMBRE_LECTURA[tipo] },
            { titulo: 'Causal', celda: ({ causal }) => causal ?? '—' },
          ]}
        />
      )}
    </PorPaginas>
  );
}
