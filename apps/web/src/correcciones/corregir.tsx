import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import { Aplicar } from './aplicar.tsx';
import { CorreccionesDeCuenta } from './de-cuenta.tsx';
import { QueCorregir } from './que-corregir.tsx';
import type { Cambio } from './que-corregir.tsx';
import { VistaCorreccion } from './vista.tsx';

const route = getRouteApi('/sala/oficina/clientes/$numero_cuenta/corregir');

/** A correction of the past of an account: say what, see every bill it touches, apply what was seen, undo it. */
export function CorregirCuenta() {
  const { numero_cuenta } = route.useParams();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  const cliente = useQuery(trpc.clientes.get.queryOptions({ numero_cuenta }, { enabled: puede }));
  const [pedido, setPedido] = useState<{ cambio: Cambio; sustento?: string | undefined }>();
  const [hecho, setHecho] = useState('');
  const vista = useQuery(
    trpc.correcciones.preview.queryOptions(pedido ?? { cambio: SIN_CAMBIO }, {
      enabled: pedido !== undefined,
      staleTime: 0,
      gcTime: 0,
    }),
  );
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
        <section className="pila ancha" aria-labelledby="vista">
          <h2 id="vista">Lo que pasaría</h2>
          <Cargado query={vista} que="Calculando cada factura otra vez…">
            {(data) => (
              <>
                <VistaCorreccion vista={data} />
                <Aplicar
                  key={data.huella}
                  pedido={pedido}
                  vista={data}
                  hecho={(mensaje) => {
                    setPedido(undefined);
                    setHecho(mensaje);
                  }}
                />
              </>
            )}
          </Cargado>
        </section>
      )}
      <CorreccionesDeCuenta numero_cuenta={numero_cuenta} />
    </Page>
  );
}

const SIN_CAMBIO: Cambio = { tipo: 'lectura', lectura_id: 1, lectura_m3: '0' };
