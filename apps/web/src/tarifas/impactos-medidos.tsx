import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { instanteCorto } from '../core/fechas.ts';
import { trpc } from '../core/trpc.ts';
import { enCurso } from '../ejecuciones/avance.tsx';
import { Estado } from '../ui/states.tsx';

/** The last measurements: each stays where it was. Nothing is shown while there are none. */
export function ImpactosMedidos() {
  const { data } = useQuery(trpc.ejecuciones.list.queryOptions({ tipo: 'impacto_tarifas', limit: 5 }));
  if (!data || data.items.length === 0) return null;
  return (
    <section className="pila" aria-labelledby="medidos">
      <h2 id="medidos">Impactos medidos</h2>
      <ul className="lista-llana pila">
        {data.items.map((ejecucion) => (
          <li key={ejecucion.id} className="renglon">
            <Link to="/oficina/tarifas/impacto/$ejecucion_id" params={{ ejecucion_id: String(ejecucion.id) }}>
              Medición del {instanteCorto(ejecucion.created_at)}
            </Link>
            {enCurso(ejecucion) ? (
              <Estado tono="info">En curso</Estado>
            ) : (
              ejecucion.estado === 'fallida' && <Estado tono="mal">No terminó</Estado>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
