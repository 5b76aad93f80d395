import { formatPesos } from '@cunservicios/domain/pesos';
import { nombrarMovimiento } from '@cunservicios/domain/recaudo/nombrar-movimiento';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fechaCorta } from '../core/fechas.ts';
import { conSigno } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import { Factura } from '../libro/enlaces.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Tabla } from '../ui/table.tsx';

/** The ledger: what was charged and what was paid. */
export function SeccionMovimientos({ numero_cuenta }: { numero_cuenta: string }) {
  const query = useInfiniteQuery(trpc.movimientos.list.infiniteQueryOptions({ numero_cuenta, limit: 20 }, porCursor));
  return (
    <div className="pila">
      <div className="acciones">
        <Link className="boton otro" to="/oficina/clientes/$numero_cuenta/movimientos" params={{ numero_cuenta }}>
          Por qué este saldo, filtros y estado de cuenta
        </Link>
      </div>
      <PorPaginas query={query} vacio="No hay cobros ni pagos.">
        {(movimientos) => (
          <Tabla
            titulo="Cobros y pagos, del más reciente al más antiguo"
            tituloOculto
            filas={movimientos}
            clave={({ id }) => id}
            columnas={[
              { titulo: 'Fecha', junta: true, celda: ({ fecha }) => fechaCorta(fecha) },
              { titulo: 'Movimiento', celda: (movimiento) => nombrarMovimiento(movimiento) },
              {
                titulo: 'Factura',
                junta: true,
                celda: ({ numero_factura }) =>
                  numero_factura ? <Factura numero={numero_factura} para="oficina" /> : '—',
              },
              { titulo: 'Valor', numero: true, celda: ({ valor }) => conSigno(valor) },
              { titulo: 'Saldo', numero: true, celda: ({ saldo }) => formatPesos(saldo) },
            ]}
          />
        )}
      </PorPaginas>
    </div>
  );
}
