import { useQuery } from '@tanstack/react-query';
import { trpc } from '../core/trpc.ts';
import { Cargado } from '../ui/states.tsx';
import './explicacion.css';

/** The bill in plain sentences, from the dial to each peso, with the norm beside. Read when it is opened. */
export function Explicacion({ numero_factura }: { numero_factura: string }) {
  const query = useQuery(trpc.facturas.explicacion.queryOptions({ numero_factura }));
  return (
    <Cargado query={query} que="Explicando la factura…">
      {({ secciones }) => (
        <div className="explicacion">
          {secciones.map(({ clave, titulo, frases }) => (
            <section key={clave} aria-labelledby={`por-${clave}`}>
              <h3 id={`por-${clave}`}>{titulo}</h3>
              <ul className="lista-llana">
                {frases.map(({ texto, norma }) => (
                  <li key={texto}>
                    <span>{texto}</span>
                    {norma && <span className="suave chico">{norma}</span>}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </Cargado>
  );
}
