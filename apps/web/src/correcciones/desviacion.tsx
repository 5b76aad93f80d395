import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { entero, metros } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import type { Pedido } from './aplicar.tsx';
import { Resuelta } from './desviacion-de-factura.tsx';
import { QueSeHallo } from './que-se-hallo.tsx';
import { useDesviacion } from './use-desviacion.ts';
import { VerYAplicar } from './ver-y-aplicar.tsx';

const route = getRouteApi('/sala/oficina/facturas/$numero_factura/desviacion');

/** The end of a held deviation: what was found, what it would do to the bill, and doing it. */
export function ResolverDesviacion() {
  const { numero_factura } = route.useParams();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  const factura = useQuery(trpc.facturas.get.queryOptions({ numero_factura }, { enabled: puede }));
  if (!puede) return <Prohibida quien="quienes llevan facturación" />;
  return (
    <Page
      titulo="Resolver la desviación"
      ventana={`Desviación de la factura ${numero_factura}`}
      migas={
        <Link to="/oficina/facturas/$numero_factura" params={{ numero_factura }}>
          Factura {numero_factura}
        </Link>
      }
      bajada="Lo que se halló en la visita decide cuánto se cobra, a la tarifa de ese periodo (Ley 142 de 1994, art. 149)."
    >
      <Cargado query={factura} que="Abriendo la factura…">
        {(found) => <Investigada factura={found} />}
      </Cargado>
    </Page>
  );
}

function Investigada({ factura }: { factura: Outputs['facturas']['get'] }) {
  const { numero_factura, numero_cuenta, metodo } = factura;
  const [pedido, setPedido] = useState<Pedido>();
  const [hecho, setHecho] = useState('');
  const calculo = useQuery(trpc.facturas.calculo.queryOptions({ numero_factura }));
  const desviacion = useDesviacion(numero_factura, numero_cuenta);
  if (metodo !== 'provisional') return <Aviso>Esta factura no tiene una desviación por resolver.</Aviso>;
  return (
    <Cargado query={calculo}>
      {(data) => {
        const medido = (factura.consumo_m3 ?? 0) + Number(data.calculo?.['en_investigacion'] ?? 0);
        return (
          <>
            {hecho && (
              <Aviso tono="bien" vivo>
                {hecho}
              </Aviso>
            )}
            <Hechos factura={factura} medido={medido} />
            <Cargado query={desviacion}>
              {({ resuelta }) =>
                resuelta ? (
                  <section className="tarjeta" aria-labelledby="decidido">
                    <h2 id="decidido">Lo que se decidió</h2>
                    <Resuelta correccion={resuelta} />
                  </section>
                ) : (
                  !hecho && (
                    <>
                      <QueSeHallo factura={factura} medido={medido} ver={setPedido} />
                      {pedido && <VerYAplicar pedido={pedido} hecho={setHecho} />}
                    </>
                  )
                )
              }
            </Cargado>
          </>
        );
      }}
    </Cargado>
  );
}

function Hechos({ factura, medido }: { factura: Outputs['facturas']['get']; medido: number }) {
  const { lectura_anterior, lectura_actual, consumo_m3 } = factura;
  const diferencia = medido - (consumo_m3 ?? 0);
  return (
    <section className="tarjeta" aria-label="Lo que se sabe">
      <dl className="datos">
        <div>
          <dt>Se facturó el promedio</dt>
          <dd className="grande cifra">{metros(consumo_m3)}</dd>
        </div>
        <div>
          <dt>El medidor marcó</dt>
          <dd className="grande cifra">{metros(medido)}</dd>
        </div>
        <div>
          <dt>En investigación</dt>
          <dd className="cifra">
            {diferencia > 0 ? '+' : ''}
            {metros(diferencia)}
          </dd>
        </div>
        {lectura_anterior !== null && lectura_actual !== null && (
          <div>
            <dt>Lecturas</dt>
            <dd className="cifra">
              {entero(lectura_anterior)} y {entero(lectura_actual)}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
