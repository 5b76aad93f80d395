import type { OrigenCargo } from '@cunservicios/domain/cartera/listas';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fechaCorta } from '../core/fechas.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { AnularCargo } from './anular.tsx';
import { CrearCargo } from './crear.tsx';

type Cargo = Outputs['cargos']['list']['items'][number];

const ORIGEN: Record<OrigenCargo, string> = {
  tercero: 'De un tercero',
  orden: 'De una orden de trabajo',
  convenio: 'Cuota de un convenio',
  recuperacion: 'Consumo recuperado',
  otro: 'Escrito a mano',
};

/** What waits for the next bill of an account, and what already went with one. */
export function SeccionCargos({ numero_cuenta }: { numero_cuenta: string }) {
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  const query = useInfiniteQuery(trpc.cargos.list.infiniteQueryOptions({ numero_cuenta, limit: 24 }, porCursor));
  return (
    <div className="pila">
      <div className="titulo">
        <p className="suave">Lo que se cobrará en las próximas facturas además del consumo, y lo que ya se cobró.</p>
        {puede && <CrearCargo numero_cuenta={numero_cuenta} />}
      </div>
      <PorPaginas query={query} vacio="Esta cuenta no tiene otros cobros.">
        {(cargos) => (
          <Tabla
            titulo="Otros cobros, del más reciente al más antiguo"
            tituloOculto
            filas={cargos}
            clave={({ id }) => id}
            columnas={[
              {
                titulo: 'Concepto',
                celda: ({ concepto, norma, origen, tercero }) => (
                  <>
                    {concepto}
                    <br />
                    <span className="suave chico">
                      {tercero ? `De ${tercero}` : ORIGEN[origen]}. {norma}
                    </span>
                  </>
                ),
              },
              { titulo: 'Referencia', celda: ({ referencia }) => referencia },
              { titulo: 'Valor', numero: true, celda: ({ valor }) => formatPesos(valor) },
              { titulo: 'Estado', celda: (cargo) => <EstadoCargo cargo={cargo} /> },
              ...(puede ? [{ titulo: 'Acciones', celda: (cargo: Cargo) => <Anulable cargo={cargo} /> }] : []),
            ]}
          />
        )}
      </PorPaginas>
    </div>
  );
}

const Anulable = ({ cargo }: { cargo: Cargo }) =>
  cargo.estado === 'pendiente' && cargo.origen !== 'convenio' ? <AnularCargo cargo={cargo} /> : '—';

function EstadoCargo({ cargo: { estado, desde, limite, numero_factura, anulado_motivo } }: { cargo: Cargo }) {
  if (estado === 'anulado')
    return (
      <>
        <Estado>Anulado</Estado>
        <p className="suave chico">{anulado_motivo}</p>
      </>
    );
  if (numero_factura)
    return (
      <>
        <Estado tono="bien">Facturado</Estado>{' '}
        <Link to="/oficina/facturas/$numero_factura" params={{ numero_factura }}>
          {numero_factura}
        </Link>
      </>
    );
  return (
    <>
      <Estado tono="info">Por facturar</Estado>
      <p className="suave chico">
        Desde el {fechaCorta(desde)}
        {limite && `; a más tardar el ${fechaCorta(limite)}`}
      </p>
    </>
  );
}
