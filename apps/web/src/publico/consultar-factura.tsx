import { Suspense, lazy } from 'react';
import { useQuery } from '@tanstack/react-query';
import { readProblem } from '../core/problem.ts';
import { FacturaDetalle } from '../facturas/detalle.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { BuscarFactura } from './buscar-factura.tsx';
import { consultaPublica } from './consultas.ts';

// A button that not every utility has: nobody waits for it.
const BotonPagar = lazy(async () => ({ default: (await import('../pasarela/boton-pagar.tsx')).BotonPagar }));

export function ConsultarFactura() {
  const params = new URLSearchParams(location.search);
  const cuenta = params.get('cuenta')?.trim() ?? '';
  const numero = params.get('numero')?.trim() ?? '';
  const asked = cuenta !== '' && numero !== '';
  const query = useQuery({ ...consultaPublica({ numero_cuenta: cuenta, numero_factura: numero }), enabled: asked });
  const notFound = query.isError && [404, 422].includes(readProblem(query.error).status);

  if (!asked || notFound) {
    return (
      <Page titulo={notFound ? 'No encontramos esa factura' : 'Consulte su factura del agua'}>
        {notFound && (
          <Aviso tono="alerta" vivo>
            <p>Los dos números deben ser de la misma factura. Revise que estén escritos como en el papel.</p>
          </Aviso>
        )}
        <section className="tarjeta estrecho" aria-label="Buscar una factura">
          <BuscarFactura cuenta={cuenta} numero={numero} />
        </section>
      </Page>
    );
  }
  return (
    <Page
      titulo={`Factura ${numero}`}
      migas={<a href="/">Consultar otra factura</a>}
      acciones={
        <button type="button" className="boton otro" onClick={() => print()}>
          Imprimir
        </button>
      }
    >
      <Cargado query={query} que="Buscando la factura…">
        {(factura) => (
          <>
            <FacturaDetalle
              factura={factura}
              acciones={
                <Suspense fallback={null}>
                  <BotonPagar numero_cuenta={cuenta} numero_factura={numero} />
                </Suspense>
              }
            />
            <Aviso>
              <strong>¿No está de acuerdo?</strong>
              <p>
                Puede presentar un reclamo hasta cinco meses después de la fecha de la factura:{' '}
                <a href="/entrar?volver=/mis-cuentas">entre con su correo</a> o acérquese a la oficina. No tiene que
                pagar el valor que reclama mientras se responde.
              </p>
            </Aviso>
          </>
        )}
      </Cargado>
    </Page>
  );
}
