import { POR_RESOLVER } from '@cunservicios/domain/recaudo/listas';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { fechaCorta } from '../core/fechas.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Filtro } from '../ui/filtro.tsx';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Aviso } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import { type Fila, valorDe } from './filas.tsx';
import { ESTADO_RECAUDO, MOTIVO_RECAUDO } from './nombres.ts';
import { BotonesDeFila, type PorResolver, Resolver } from './resolver.tsx';

const route = getRouteApi('/sala/oficina/recaudos');

/** Rows that wait for a person: money that nobody knows yet, repeated rows, values that are none. */
export function MesaDeRecaudo() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const roles = useUser()?.roles ?? [];
  const ve = hasRole(roles, 'admin', 'recaudo', 'consulta');
  const puede = hasRole(roles, 'admin', 'recaudo');
  const [hecho, setHecho] = useState('');
  const [abierta, abrir] = useState<PorResolver>();
  const estado = POR_RESOLVER.find((each) => each === search.estado);
  const archivo = Number(search.archivo) || undefined;
  const query = useInfiniteQuery(
    trpc.recaudos.list.infiniteQueryOptions(
      { por_resolver: true, estado, archivo_recaudo_id: archivo, limit: 25 },
      { ...porCursor, enabled: ve },
    ),
  );
  if (!ve) return <Prohibida quien="quienes registran o revisan pagos" />;
  return (
    <Page
      titulo="Filas por resolver"
      ventana="Filas de recaudo por resolver"
      migas={<Link to="/oficina/archivos-recaudo">Archivos de recaudo</Link>}
      bajada="Dinero que el banco recibió y que todavía no es de nadie, y filas que no se pueden aplicar solas."
    >
      <search className="con-boton filtros">
        <Filtro
          etiqueta="Estado"
          todos="Todas"
          valor={estado}
          opciones={POR_RESOLVER}
          nombre={(each) => ESTADO_RECAUDO[each][0]}
          elegir={(elegido) => void navigate({ search: ({ archivo: cual }) => ({ archivo: cual, estado: elegido }) })}
        />
        {archivo && (
          <Link className="boton llano" to="/oficina/recaudos" search={{ estado }}>
            Ver las de todos los archivos
          </Link>
        )}
      </search>
      {hecho && (
        <Aviso tono="bien" vivo>
          {hecho}
        </Aviso>
      )}
      <PorPaginas query={query} vacio="No hay filas por resolver.">
        {(filas) => (
          <Tabla
            titulo="Filas por resolver, de la más antigua a la más reciente"
            tituloOculto
            filas={filas}
            clave={({ id }) => id}
            columnas={[
              { titulo: 'Referencia', celda: ({ referencia }) => referencia || 'Sin referencia' },
              { titulo: 'Recaudada', celda: (fila) => <DeDonde fila={fila} /> },
              { titulo: 'Por qué espera', celda: (fila) => <PorQue fila={fila} /> },
              { titulo: 'Valor', numero: true, celda: valorDe },
              ...(puede
                ? [
                    {
                      titulo: 'Acciones',
                      celda: (fila: Fila) => <BotonesDeFila fila={fila} abrir={abrir} />,
                    },
                  ]
                : []),
            ]}
          />
        )}
      </PorPaginas>
      <Resolver abierta={abierta} hecho={setHecho} cerrar={() => abrir(undefined)} />
    </Page>
  );
}

const DeDonde = ({ fila: { fecha, banco, medio, archivo_recaudo_id, linea } }: { fila: Fila }) => (
  <>
    {fechaCorta(fecha)}, banco {banco}, {medio.toLowerCase()}
    <br />
    <Link
      className="chico"
      to="/oficina/archivos-recaudo/$archivo_recaudo_id"
      params={{ archivo_recaudo_id: String(archivo_recaudo_id) }}
    >
      Archivo {archivo_recaudo_id}, línea {linea}
    </Link>
  </>
);

const PorQue = ({ fila: { estado, motivo, numero_cuenta, numero_factura } }: { fila: Fila }) => (
  <>
    {ESTADO_RECAUDO[estado][0]}. {motivo && MOTIVO_RECAUDO[motivo]}
    {numero_cuenta && (
      <>
        {' '}
        Nombra la cuenta{' '}
        <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
          {numero_cuenta}
        </Link>
        {numero_factura && `, factura ${numero_factura}`}.
      </>
    )}
  </>
);
