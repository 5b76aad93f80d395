import { simularRecuperacion } from '@cunservicios/api/recuperaciones/recuperaciones.schema';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { fechaLarga, hoy } from '../core/fechas.ts';
import { metros } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Lineas } from '../facturas/lineas.tsx';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { Prohibida } from '../ui/whole-page.tsx';
import { FacturarRecuperacion } from './facturar.tsx';

const route = getRouteApi('/sala/oficina/facturas/$numero_factura/recuperar');
export type Pedido = z.output<typeof simularRecuperacion>;

/** Consumption that a bill should have had: how much, what it would charge, and its grounds. */
export function RecuperarConsumo() {
  const { numero_factura } = route.useParams();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  const factura = useQuery(trpc.facturas.get.queryOptions({ numero_factura }, { enabled: puede }));
  const [pedido, setPedido] = useState<Pedido>();
  if (!puede) return <Prohibida quien="quienes llevan facturación" />;
  return (
    <Page
      titulo="Recuperar consumo"
      ventana={`Recuperar consumo de la factura ${numero_factura}`}
      migas={
        <Link to="/oficina/facturas/$numero_factura" params={{ numero_factura }}>
          Factura {numero_factura}
        </Link>
      }
      bajada="Los metros cúbicos que no se facturaron a tiempo se cobran en una factura aparte, a la tarifa de su periodo y con su fundamento."
    >
      <Cargado query={factura} que="Abriendo la factura…">
        {({ consumo_m3, estado }) =>
          consumo_m3 === null || estado === 'Anulada' ? (
            <Aviso tono="alerta">
              Esta no es una factura de consumo vigente: elija la del periodo al que le faltó consumo.
            </Aviso>
          ) : (
            <>
              <Cuantos numero_factura={numero_factura} consumo_m3={consumo_m3} ver={setPedido} />
              {pedido && <Vista key={`${pedido.m3}`} pedido={pedido} />}
            </>
          )
        }
      </Cargado>
    </Page>
  );
}

type DeCuantos = { numero_factura: string; consumo_m3: number; ver: (pedido: Pedido) => void };

function Cuantos({ numero_factura, consumo_m3, ver }: DeCuantos) {
  const { campo, ...de } = useFormulario(simularRecuperacion, {
    inicial: { factura_omitida: numero_factura },
    mutacion: { mutate: ver, error: null, isPending: false },
  });
  return (
    <section className="tarjeta" aria-labelledby="cuantos">
      <h2 id="cuantos">Cuánto faltó</h2>
      <Formulario de={de} accion="Ver cuánto cobraría">
        <Texto
          etiqueta="Metros cúbicos que no se cobraron"
          ayuda={`La factura cobró ${metros(consumo_m3)}. Escriba solo los que faltaron, sin decimales.`}
          inputMode="numeric"
          autoComplete="off"
          {...campo('m3', { valueAsNumber: true })}
        />
      </Formulario>
    </section>
  );
}

/** What it would charge, and below it the grounds without which it is not charged. */
function Vista({ pedido }: { pedido: Pedido }) {
  const query = useQuery(trpc.recuperaciones.simular.queryOptions(pedido, { staleTime: 0, gcTime: 0 }));
  return (
    <section className="pila" aria-labelledby="vista">
      <h2 id="vista">Lo que se cobraría</h2>
      <Cargado query={query} que="Calculando…">
        {({ conceptos, valor_total, facturado_m3, limite }) => {
          const tarde = hoy() > limite;
          return (
            <>
              <p role="status">
                {metros(pedido.m3)} más, sobre los {metros(facturado_m3)} ya cobrados en ese periodo, con la tarifa y
                los rangos de entonces. El cargo fijo no se repite.
              </p>
              <Lineas titulo="Consumo recuperado" lineas={conceptos} total={valor_total} />
              <Aviso tono={tarde ? 'alerta' : 'info'}>
                {tarde
                  ? `El plazo para cobrarlo venció el ${fechaLarga(limite)} (Ley 142, art. 150). Solo se puede con un fraude probado del usuario.`
                  : `Se puede cobrar hasta el ${fechaLarga(limite)}: cinco meses desde la factura (Ley 142, art. 150).`}
              </Aviso>
              <FacturarRecuperacion pedido={pedido} tarde={tarde} />
            </>
          );
        }}
      </Cargado>
    </section>
  );
}
