import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fechaLarga } from '../core/fechas.ts';
import { metros } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import { Cargado } from '../ui/states.tsx';

/** On a bill of recovered consumption: of which bill it is, and what it rests on. */
export function Fundamentos({ numero_factura }: { numero_factura: string }) {
  const query = useQuery(trpc.recuperaciones.get.queryOptions({ numero_factura }));
  return (
    <section className="tarjeta" aria-labelledby="fundamentos">
      <h2 id="fundamentos">Consumo recuperado</h2>
      <Cargado query={query}>
        {({ m3, facturado_m3, factura_omitida, fundamento_tecnico, fundamento_legal, fraude, limite }) => (
          <>
            <p>
              {metros(m3)} que faltaron en{' '}
              <Link to="/oficina/facturas/$numero_factura" params={{ numero_factura: factura_omitida }}>
                la factura {factura_omitida}
              </Link>
              , sobre los {metros(facturado_m3)} que ya se habían cobrado.
            </p>
            <Fundamento titulo="Fundamento técnico">{fundamento_tecnico}</Fundamento>
            <Fundamento titulo="Fundamento legal">{fundamento_legal}</Fundamento>
            {fraude && <Fundamento titulo="Evidencia del fraude">{fraude}</Fundamento>}
            <p className="suave">Sin fraude se podía cobrar hasta el {fechaLarga(limite)} (Ley 142, art. 150).</p>
          </>
        )}
      </Cargado>
    </section>
  );
}

const Fundamento = ({ titulo, children }: { titulo: string; children: string }) => (
  <div>
    <h3>{titulo}</h3>
    <p>{children}</p>
  </div>
);
