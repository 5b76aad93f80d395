import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import type { Pedido } from './aplicar.tsx';
import { CorreccionesDeCuenta } from './de-cuenta.tsx';
import { QueCorregir } from './que-corregir.tsx';
import { VerYAplicar } from './ver-y-aplicar.tsx';

const route = getRouteApi('/sala/oficina/clientes/$numero_cuenta/corregir');

/** A correction of the past of an account: say what, see every bill it touches, apply what was seen, undo it. */
export function CorregirCuenta() {
  const { numero_cuenta } = route.useParams();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  const cliente = useQuery(trpc.clientes.get.queryOptions({ numero_cuenta }, { enabled: puede }));
  const [pedido, setPedido] = useState<Pedido>();
  const [hecho, setHecho] = useState('');
  if (!puede) return <Prohibida quien="quienes llevan facturación" />;
  return (
    <Page
      titulo="Corregir el pasado de la cuenta"
      ventana={`Corregir la cuenta ${numero_cuenta}`}
      migas={
        <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
          {cliente.data?.nombre ?? 'Cuenta'}, {numero_cuenta}
        </Link>
      }
      bajada="Cuando algo estuvo mal hace meses: se ve cada factura que toca y después se hacen todas sus notas de una vez."
    >
      {hecho && (
        <Aviso tono="bien" vivo>
          {hecho}
        </Aviso>
      )}
      <Cargado query={cliente} que="Abriendo la cuenta…">
        {(found) => (
          <QueCorregir
            key={hecho}
            cliente={found}
            ver={(nuevo) => {
              setHecho('');
              setPedido(nuevo);
            }}
          />
        )}
      </Cargado>
      {pedido && (
        <VerYAplicar
          pedido={pedido}
          hecho={(mensaje) => {
            setPedido(undefined);
            setHecho(mensaje);
          }}
        />
      )}
      <CorreccionesDeCuenta numero_cuenta={numero_cuenta} />
    </Page>
  );
}
