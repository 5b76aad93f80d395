import { type ClaveTramo, TRAMOS } from '@cunservicios/domain/cartera/edades';
import { formatPesos } from '@cunservicios/domain/pesos';
import { USOS, type Uso } from '@cunservicios/domain/tarifa/listas';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fechaCorta } from '../core/fechas.ts';
import { trpc } from '../core/trpc.ts';
import { BotonDescargar } from '../ui/boton-descargar.tsx';
import { Filtro } from '../ui/filtro.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Tabla } from '../ui/table.tsx';

export type CualesCuentas = {
  ruta?: string | undefined;
  uso?: Uso | undefined;
  estrato?: number | undefined;
  tramo?: ClaveTramo | undefined;
};
type Buscar = (change: { ruta?: string; uso?: string; estrato?: string; tramo?: string }) => void;

/** Accounts that owe something overdue, who owes most first, with the filters of the address. */
export function CuentasEdades({ cuales, buscar }: { cuales: CualesCuentas; buscar: Buscar }) {
  const query = useInfiniteQuery(
    trpc.edades.cuentas.infiniteQueryOptions(
      { ...cuales, orden: 'vencido', limit: 20 },
      { ...porCursor, placeholderData: keepPreviousData },
    ),
  );
  const rutas = useQuery(trpc.rutas.list.queryOptions({ limit: 100 }));
  const escritos = Object.entries(cuales).flatMap(([nombre, valor]) =>
    valor === undefined ? [] : [[nombre, String(valor)]],
  );
  return (
    <section className="pila" aria-labelledby="cuentas-edades">
      <h2 id="cuentas-edades">Cuentas con deuda vencida</h2>
      <search className="filtros-cartera">
        <Filtro
          etiqueta="Ruta"
          todos="Todas"
          valor={cuales.ruta}
          opciones={[
            ...new Set([
              ...(rutas.data?.items.map(({ codigo }) => codigo) ?? []),
              ...(cuales.ruta ? [cuales.ruta] : []),
            ]),
          ]}
          nombre={(ruta) => ruta}
          elegir={(ruta) => buscar({ ruta })}
        />
        <Filtro etiqueta="Uso" valor={cuales.uso} opciones={USOS} elegir={(uso) => buscar({ uso })} />
        <Filtro
          etiqueta="Estrato"
          valor={cuales.estrato?.toString()}
          opciones={['1', '2', '3', '4', '5', '6']}
          elegir={(estrato) => buscar({ estrato })}
        />
        <Filtro
          etiqueta="Con deuda de"
          todos="Cualquier edad"
          valor={cuales.tramo}
          opciones={TRAMOS.map(({ clave }) => clave)}
          nombre={(clave) => TRAMOS.find((tramo) => tramo.clave === clave)?.nombre ?? clave}
          elegir={(tramo) => buscar({ tramo })}
        />
      </search>
      <PorPaginas
        query={query}
        vacio={
          escritos.length > 0
            ? 'Ninguna cuenta con esos filtros tiene deuda vencida.'
            : 'Ninguna cuenta tiene deuda vencida.'
        }
      >
        {(cuentas) => (
          <Tabla
            titulo="Cuentas con deuda vencida, la que más debe primero"
            tituloOculto
            filas={cuentas}
            clave={({ numero_cuenta }) => numero_cuenta}
            columnas={[
              {
                titulo: 'Cuenta',
                junta: true,
                celda: ({ numero_cuenta }) => (
                  <Link to="/oficina/clientes/$numero_cuenta/movimientos" params={{ numero_cuenta }}>
                    {numero_cuenta}
                  </Link>
                ),
              },
              { titulo: 'Nombre', celda: ({ nombre }) => nombre },
              { titulo: 'Ruta', celda: ({ ruta }) => ruta ?? '—' },
              { titulo: 'Vencido desde', junta: true, celda: ({ desde }) => (desde ? fechaCorta(desde) : '—') },
              { titulo: 'Vencido', numero: true, celda: ({ vencido }) => formatPesos(vencido) },
              { titulo: 'Por vencer', numero: true, celda: ({ por_vencer }) => formatPesos(por_vencer) },
              { titulo: 'En reclamo', numero: true, celda: ({ en_reclamo }) => formatPesos(en_reclamo) },
              { titulo: 'Saldo', numero: true, celda: ({ saldo }) => formatPesos(saldo) },
            ]}
          />
        )}
      </PorPaginas>
      <div className="acciones">
        {(['xlsx', 'csv'] as const).map((formato) => (
          <BotonDescargar
            key={formato}
            path={`/cartera/edades/archivo?${new URLSearchParams([['por', 'cuenta'], ['formato', formato], ...escritos])}`}
            nombre={`cartera-por-cuenta.${formato}`}
            texto={formato === 'xlsx' ? 'Descargar en Excel' : 'Descargar en CSV'}
            etiqueta={`Cuentas: descargar en ${formato === 'xlsx' ? 'Excel' : 'CSV'}`}
          />
        ))}
      </div>
    </section>
  );
}
