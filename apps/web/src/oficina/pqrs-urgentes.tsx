import { Link } from '@tanstack/react-router';
import { contar } from '../core/numeros.ts';
import { plazoDe, Semaforo } from '../pqrs/plazo.tsx';
import { useAbiertas } from '../pqrs/use-abiertas.ts';
import { Cargando, Fallo } from '../ui/states.tsx';

export function PqrsUrgentes() {
  const { casos, error, refetch } = useAbiertas();
  const urgentes = casos?.filter((caso) => plazoDe(caso).tono !== 'bien') ?? [];
  return (
    <section className="tarjeta" aria-labelledby="urgentes">
      <h2 id="urgentes">PQR cerca del límite</h2>
      {!casos ? (
        error ? (
          <Fallo error={error} reintentar={() => void refetch()} />
        ) : (
          <Cargando />
        )
      ) : (
        <>
          {urgentes.length === 0 && <p>Ninguna vence en los próximos cinco días hábiles.</p>}
          <ul className="lista-llana pila">
            {urgentes.slice(0, 6).map((caso) => (
              <li key={caso.id} className="renglon">
                <span>
                  <Link to="/oficina/pqrs/$radicado" params={{ radicado: caso.radicado }}>
                    {caso.asunto}
                  </Link>
                  <br />
                  <span className="suave chico">
                    {caso.tipo}, cuenta {caso.numero_cuenta}
                  </span>
                </span>
                <Semaforo caso={caso} />
              </li>
            ))}
          </ul>
          <p>
            <Link to="/oficina/pqrs">
              {casos.length === 0 ? 'Ver todas las PQR' : `Ver ${contar(casos.length, 'PQR abierta', 'PQR abiertas')}`}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
