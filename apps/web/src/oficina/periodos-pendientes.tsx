import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { nombrePeriodo } from '../core/fechas.ts';
import { trpc } from '../core/trpc.ts';
import { enCurso } from '../ejecuciones/avance.tsx';
import { EstadoPeriodo } from '../periodos/estado.tsx';
import { Cargado, Estado } from '../ui/states.tsx';

export function PeriodosPendientes() {
  const query = useQuery(trpc.periodos.list.queryOptions({ limit: 24 }));
  return (
    <section className="tarjeta" aria-labelledby="pendientes">
      <h2 id="pendientes">Periodos sin emitir</h2>
      <Cargado query={query}>
        {({ items }) => {
          const pendientes = items.filter(({ estado }) => estado === 'abierto' || estado === 'liquidado').slice(0, 6);
          return (
            <>
              {pendientes.length === 0 && <p>Todo lo abierto está emitido.</p>}
              <ul className="lista-llana pila">
                {pendientes.map(({ id, ciclo, codigo, estado, ejecucion }) => (
                  <li key={id} className="renglon">
                    <span>
                      <Link to="/oficina/periodos/$ciclo/$codigo" params={{ ciclo, codigo }}>
                        {nombrePeriodo(codigo)}
                      </Link>
                      <br />
                      <span className="suave chico">Ciclo {ciclo}</span>
                    </span>
                    {enCurso(ejecucion) ? <Estado tono="info">En curso</Estado> : <EstadoPeriodo estado={estado} />}
                  </li>
                ))}
              </ul>
              <p>
                <Link to="/oficina/periodos">Ver todos los periodos</Link>
              </p>
            </>
          );
        }}
      </Cargado>
    </section>
  );
}
