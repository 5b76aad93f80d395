import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../core/trpc.ts';
import { Cargado } from '../ui/states.tsx';
import { BuscarDeuda } from './buscar-deuda.tsx';
import { PagoCobrado } from './cobrado.tsx';
import { type Cobrado, Cobro } from './cobro.tsx';

type Deuda = { cuenta?: string | undefined; factura?: string | undefined };
type Props = Deuda & { ir: (deuda: Deuda) => void };

/** The whole of taking a payment: whose, how much, the receipt. Whose stands in the address. */
export function Cobrar({ cuenta, factura, ir }: Props) {
  const [cobrado, setCobrado] = useState<Cobrado>();
  const otro = () => {
    setCobrado(undefined);
    ir({});
  };
  if (cobrado) return <PagoCobrado cobrado={cobrado} otro={otro} />;
  if (cuenta === undefined && factura !== undefined) return <DeFactura numero_factura={factura} cobrado={setCobrado} />;
  if (cuenta === undefined) return <BuscarDeuda elegir={ir} />;
  return <Cobro numero_cuenta={cuenta} numero_factura={factura} cobrado={setCobrado} otra={otro} />;
}

function DeFactura({ numero_factura, cobrado }: { numero_factura: string; cobrado: (cobrado: Cobrado) => void }) {
  const query = useQuery(trpc.facturas.get.queryOptions({ numero_factura }));
  return (
    <Cargado query={query} que="Abriendo la factura…">
      {({ numero_cuenta }) => <Cobro {...{ numero_cuenta, numero_factura, cobrado }} />}
    </Cargado>
  );
}
