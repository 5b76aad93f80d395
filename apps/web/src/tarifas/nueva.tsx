import { addMonths } from '@cunservicios/domain/calendario/fechas';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { fechaLarga, hoy } from '../core/fechas.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Page } from '../ui/page.tsx';
import { Cargado, Vacio } from '../ui/states.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import { EditorTarifa } from './editor.tsx';
import { escribirVersion } from './version-escrita.ts';

const route = getRouteApi('/sala/oficina/tarifas/nueva');

const primerDiaDelOtroMes = () => addMonths(`${hoy().slice(0, 7)}-01`, 1);

/** A new version of the tariffs, beginning from the one in force or from one whose impact was measured. */
export function NuevaTarifa() {
  const { impacto } = route.useSearch();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  const versiones = useQuery(trpc.tarifas.list.queryOptions({ limit: 24 }, { enabled: puede }));
  const ejecucion_id = Number(impacto);
  const medida = useQuery(
    trpc.tarifas.resultadoImpacto.queryOptions(
      { ejecucion_id },
      { enabled: puede && Number.isSafeInteger(ejecucion_id) && ejecucion_id > 0 },
    ),
  );
  if (!puede) return <Prohibida quien="quienes llevan facturación" />;
  return (
    <Page
      titulo="Nueva versión de tarifas"
      migas={<Link to="/oficina/tarifas">Tarifas</Link>}
      bajada="Nada cambia hasta que la cree, y puede medir antes lo que haría con las facturas de todos."
    >
      <Cargado query={versiones} que="Trayendo las tarifas…">
        {({ items }) => {
          const vigente = items.find(({ vigente_desde }) => vigente_desde <= hoy()) ?? items.at(-1);
          if (!vigente)
            return (
              <Vacio>
                <p>La primera versión se importa de un archivo; las siguientes se escriben aquí.</p>
                <Link to="/oficina/importar">Importar un archivo de tarifas</Link>
              </Vacio>
            );
          if (impacto && medida.isPending && medida.fetchStatus !== 'idle') return <p role="status">Cargando…</p>;
          const de = medida.data?.version;
          return (
            <>
              <p className="suave">
                Se parte de{' '}
                {de ? 'la versión que acaba de medir' : `la vigente desde el ${fechaLarga(vigente.vigente_desde)}`}:
                cambie lo que haga falta.
              </p>
              <EditorTarifa
                vigente={vigente}
                inicial={
                  de
                    ? escribirVersion(de, de.vigente_desde, de.fuente)
                    : escribirVersion(vigente, primerDiaDelOtroMes(), '')
                }
              />
            </>
          );
        }}
      </Cargado>
    </Page>
  );
}
