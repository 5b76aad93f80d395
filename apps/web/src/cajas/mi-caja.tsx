import { abrirCaja } from '@cunservicios/api/cajas/cajas.schema';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { pesosEscritos } from '../core/escrito.ts';
import { instanteCorto } from '../core/fechas.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { Cobrar } from '../pagos/cobrar.tsx';
import { refrescarDinero } from '../pagos/refrescar.ts';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Page } from '../ui/page.tsx';
import { Cargado } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { Prohibida } from '../ui/whole-page.tsx';
import { PagosDeCaja } from './pagos-de-caja.tsx';
import { Retirar } from './retirar.tsx';
import { TablaMedios } from './tabla-medios.tsx';

const route = getRouteApi('/sala/oficina/caja');

/** The desk of a cashier: open, take, and what there should be in the drawer. */
export function MiCaja() {
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'recaudo');
  const query = useQuery(trpc.cajas.mine.queryOptions(undefined, { enabled: puede }));
  if (!puede) return <Prohibida quien="quienes reciben pagos" />;
  const abierta = query.data?.caja;
  return (
    <Page
      titulo="Caja"
      bajada={abierta && `${abierta.numero}, abierta desde el ${instanteCorto(abierta.abierta_en)}`}
      acciones={
        <>
          {abierta && (
            <Link className="boton otro" to="/oficina/caja/arqueo">
              Contar y cerrar
            </Link>
          )}
          <Link className="boton otro" to="/oficina/cajas">
            Ver las cajas
          </Link>
        </>
      }
    >
      <Cargado query={query} que="Abriendo la caja…">
        {({ caja }) => (caja ? <Abierta caja={caja} /> : <Abrir />)}
      </Cargado>
    </Page>
  );
}

function Abrir() {
  const { contexto } = useClave();
  const abrir = useMutation(trpc.cajas.open.mutationOptions({ ...contexto, onSuccess: () => refrescarDinero() }));
  const { campo, ...de } = useFormulario(abrirCaja, { inicial: { base: Number.NaN }, mutacion: abrir });
  return (
    <section className="tarjeta" aria-label="Abrir la caja">
      <p>
        Con la caja abierta, los pagos que registre quedan en ella, y al cerrar se compara lo que contó con lo que debe
        haber.
      </p>
      <Formulario de={de} accion="Abrir la caja" enviando="Abriendo…">
        <Texto
          etiqueta="Base: efectivo que ya está en el cajón"
          ayuda="Lo que le dieron para dar vueltos. Si no hay nada, escriba 0."
          inputMode="numeric"
          autoComplete="off"
          {...campo('base', pesosEscritos)}
        />
      </Formulario>
    </section>
  );
}

function Abierta({ caja }: { caja: Outputs['cajas']['get'] }) {
  const { cuenta, factura } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <section className="tarjeta" aria-label="Recibir un pago">
        <h2>Recibir un pago</h2>
        <Cobrar
          cuenta={cuenta}
          factura={factura}
          ir={(deuda) => void navigate({ search: deuda, resetScroll: false })}
        />
      </section>
      <section className="pila" aria-labelledby="debe-haber">
        <div className="titulo">
          <h2 id="debe-haber">Lo que debe haber</h2>
          <Retirar caja={caja} />
        </div>
        <TablaMedios caja={caja} />
      </section>
      <PagosDeCaja caja_id={caja.id} />
    </>
  );
}
