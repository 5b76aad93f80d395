import { useQuery } from '@tanstack/react-query';
import { opcionesPago } from './consultas.ts';

/** The way to paying a bill, where its utility takes payments online and something is owed. */
export function BotonPagar(papel: { numero_cuenta: string; numero_factura: string }) {
  const { data } = useQuery(opcionesPago(papel));
  if (!data?.en_linea || data.debe === 0) return null;
  const query = new URLSearchParams({ cuenta: papel.numero_cuenta, numero: papel.numero_factura });
  return (
    <div className="acciones no-imprime">
      <a className="boton principal" href={`/pagar?${query.toString()}`}>
        Pagar en línea
      </a>
    </div>
  );
}
