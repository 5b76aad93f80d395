import { ESTADOS_INTENTO } from '@cunservicios/domain/recaudo/pasarela';
import { formatPesos } from '@cunservicios/domain/pesos';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { instanteCorto } from '../core/fechas.ts';
import { formText } from '../core/form-text.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Filtro } from '../ui/filtro.tsx';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { Pestanas } from '../ui/tabs.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import { AjustesPasarela } from './ajustes.tsx';
import { ESTADO_INTENTO, QUE } from './nombres.ts';
import { Novedades } from './novedades.tsx';

const route = getRouteApi('/sala/oficina/pasarela');

/** Payments over the gateway: those that people began, the desk of what does not agree, the settings. */
export function Pasarela() {
  const roles = useUser()?.roles ?? [];
  const { ver } = route.useSearch();
  const navigate = route.useNavigate();
  if (!hasRole(roles, 'admin', 'recaudo', 'consulta', 'atencion'))
    return <Prohibida quien="quienes administran la empresa, recaudan, atienden o consultan" />;
  const pestanas = [
    { id: 'pagos', titulo: 'Pagos', contenido: () => <Intentos /> },
    { id: 'novedades', titulo: 'Novedades', contenido: () => <Novedades /> },
    ...(hasRole(roles, 'admin', 'recaudo')
      ? [{ id: 'ajustes', titulo: 'Ajustes', contenido: () => <AjustesPasarela /> }]
      : []),
  ];
  const abierta = pestanas.find(({ id }) => id === ver)?.id ?? 'pagos';
  return (
    <Page
      titulo="Pagos en línea"
      bajada="Lo que la gente paga por internet con su factura en la mano. Lo aprobado se registra solo."
    >
      <Pestanas
        nombre="Pagos en línea"
        abierta={abierta}
        abrir={(id) => void navigate({ search: { ver: id === 'pagos' ? undefined : id } })}
        pestanas={pestanas}
      />
    </Page>
  );
}

function Intentos() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const estado = ESTADOS_INTENTO.find((each) => each === search.estado);
  const query = useInfiniteQuery(
    trpc.pasarela.intentos.infiniteQueryOptions(
      { estado, numero_cuenta: search.cuenta, limit: 24 },
      { ...porCursor, placeholderData: keepPreviousData },
    ),
  );
  const filtrar = (change: typeof search) => void navigate({ search: { ...search, ...change } });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    filtrar({ cuenta: formText(event.currentTarget, 'cuenta') });
  };
  return (
    <div className="pila ancha">
      <search>
        <form className="con-boton" key={search.cuenta} onSubmit={submit}>
          <Filtro
            etiqueta="Estado"
            valor={estado}
            opciones={ESTADOS_INTENTO}
            nombre={(each) => ESTADO_INTENTO[each][0]}
            elegir={(elegido) => filtrar({ estado: elegido })}
          />
          <Texto etiqueta="Cuenta" name="cuenta" defaultValue={search.cuenta} maxLength={50} autoComplete="off" />
          <button type="submit" className="boton otro">
            Filtrar
          </button>
        </form>
      </search>
      <PorPaginas
        query={query}
        vacio={
          estado || search.cuenta
            ? 'Ningún pago en línea coincide con estos filtros.'
            : 'Nadie ha empezado un pago en línea.'
        }
      >
        {(intentos) => (
          <Tabla
            titulo="Pagos en línea, del más reciente al más antiguo"
            tituloOculto
            filas={intentos}
            clave={({ id }) => id}
            columnas={[
              {
                titulo: 'Empezó',
                junta: true,
                celda: ({ referencia, created_at }) => (
                  <Link to="/oficina/pasarela/$referencia" params={{ referencia }}>
                    {instanteCorto(created_at)}
                  </Link>
                ),
              },
              {
                titulo: 'Cuenta',
                junta: true,
                celda: ({ numero_cuenta }) => (
                  <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
                    {numero_cuenta}
                  </Link>
                ),
              },
              { titulo: 'Qué paga', celda: ({ que }) => QUE[que] },
              {
                titulo: 'Estado',
                celda: ({ estado: como }) => <Estado tono={ESTADO_INTENTO[como][1]}>{ESTADO_INTENTO[como][0]}</Estado>,
              },
              { titulo: 'Recibo', junta: true, celda: ({ recibo }) => recibo ?? '—' },
              { titulo: 'Valor', numero: true, celda: ({ valor }) => formatPesos(valor) },
            ]}
          />
        )}
      </PorPaginas>
    </div>
  );
}
