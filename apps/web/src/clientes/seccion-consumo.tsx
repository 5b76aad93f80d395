import { useQuery } from '@tanstack/react-query';
import { trpc } from '../core/trpc.ts';
import { Consumos } from '../facturas/consumos.tsx';
import { Cargado } from '../ui/states.tsx';

/** The last twelve billed periods of an account. */
export function SeccionConsumo({ numero_cuenta }: { numero_cuenta: string }) {
  const query = useQuery(trpc.facturas.historial.queryOptions({ numero_cuenta, limit: 24 }));
  return (
    <section className="tarjeta" aria-labelledby="consumo-cuenta">
      <h2 id="consumo-cuenta">Consumo</h2>
      <Cargado query={query}>
        {({ items }) => {
          const consumos = items
            .flatMap(({ periodo, consumo_m3, metodo }) =>
              periodo !== null && consumo_m3 !== null ? [{ periodo, consumo_m3, metodo }] : [],
            )
            .slice(0, 12)
            .toReversed();
          return consumos.length === 0 ? (
            <p className="suave">Todavía no se ha facturado consumo a esta cuenta.</p>
          ) : (
            <Consumos consumos={consumos} />
          );
        }}
      </Cargado>
    </section>
  );
}
