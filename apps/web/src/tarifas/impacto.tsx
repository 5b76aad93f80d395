import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { fechaLarga, nombrePeriodo } from '../core/fechas.ts';
import { conSigno, contar, variacion } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Avance, enCurso } from '../ejecuciones/avance.tsx';
import { BotonVentana, Confirmar } from '../ui/dialog.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import { Diferencias } from './diferencias.tsx';
import { GruposDeImpacto, MayoresCambios, Solidaridad } from './impacto-tablas.tsx';

const route = getRouteApi('/sala/oficina/tarifas/impacto/$ejecucion_id');
export type Impacto = Outputs['tarifas']['resultadoImpacto'];

/** What other tariffs would do to everybody's bill, before they are in force. */
export function ImpactoTarifas() {
  const ejecucion_id = Number(route.useParams().ejecucion_id);
  const roles = useUser()?.roles ?? [];
  const puede = hasRole(roles, 'admin', 'facturacion', 'consulta');
  const query = useQuery(
    trpc.tarifas.resultadoImpacto.queryOptions(
      { ejecucion_id },
      { enabled: puede, refetchInterval: ({ state }) => (enCurso(state.data?.ejecucion) ? 1000 : false) },
    ),
  );
  if (!puede) return <Prohibida quien="quienes llevan facturación" />;
  return (
    <Page
      titulo="Impacto de unas tarifas"
      migas={<Link to="/oficina/tarifas">Tarifas</Link>}
      bajada={
        query.data &&
        `${query.data.version.fuente}: regirían desde el ${fechaLarga(query.data.version.vigente_desde)}. Probadas con las cuentas y consumos de ${nombrePeriodo(query.data.periodo)}.`
      }
    >
      <Cargado query={query} que="Trayendo la medición…">
        {(impacto) => (
          <>
            <p className="oculto" role="status">
              {enCurso(impacto.ejecucion) ? 'Midiendo.' : 'La medición terminó.'}
            </p>
            {impacto.ejecucion.estado !== 'terminada' ? (
              <Avance ejecucion={impacto.ejecucion} />
            ) : (
              <Resultado impacto={impacto} puede={hasRole(roles, 'admin', 'facturacion')} />
            )}
          </>
        )}
      </Cargado>
    </Page>
  );
}

function Resultado({ impacto, puede }: { impacto: Impacto; puede: boolean }) {
  const { grupos, mayores, version, ejecucion } = impacto;
  const versiones = useQuery(trpc.tarifas.list.queryOptions({ limit: 24 }));
  const anterior = versiones.data?.items.find(({ vigente_desde }) => vigente_desde < version.vigente_desde);
  const suma = (campo: 'cuentas' | 'suben' | 'bajan' | 'antes' | 'despues') =>
    grupos.reduce((sum, grupo) => sum + grupo[campo], 0);
  const [cuentas, suben, bajan, antes, despues] = [
    suma('cuentas'),
    suma('suben'),
    suma('bajan'),
    suma('antes'),
    suma('despues'),
  ];
  return (
    <>
      <section className="tarjeta" aria-label="En resumen">
        <dl className="datos">
          <div>
            <dt>Se facturaría</dt>
            <dd className="grande cifra">{formatPesos(despues)}</dd>
            <dd className="suave chico">
              hoy {formatPesos(antes)}, {variacion(antes, despues)}
            </dd>
          </div>
          <div>
            <dt>En promedio, cada cuenta</dt>
            <dd className="grande cifra">{conSigno(cuentas === 0 ? 0 : Math.round((despues - antes) / cuentas))}</dd>
          </div>
          <div>
            <dt>Pagarían más</dt>
            <dd className="grande">{contar(suben, 'cuenta', 'cuentas')}</dd>
          </div>
          <div>
            <dt>Pagarían menos</dt>
            <dd className="grande">{contar(bajan, 'cuenta', 'cuentas')}</dd>
            <dd className="suave chico">{contar(cuentas - suben - bajan, 'queda igual', 'quedan igual')}</dd>
          </div>
        </dl>
        {puede && (
          <div className="acciones">
            <Link className="boton otro" to="/oficina/tarifas/nueva" search={{ impacto: String(ejecucion.id) }}>
              Seguir cambiándola
            </Link>
            <Crear version={version} />
          </div>
        )}
      </section>
      <Solidaridad grupos={grupos} />
      <GruposDeImpacto grupos={grupos} />
      <MayoresCambios mayores={mayores} />
      {anterior && (
        <section className="pila" aria-labelledby="precios">
          <h2 id="precios">Los precios y porcentajes que cambian</h2>
          <Diferencias titulo="Precios y porcentajes que cambian" antes={anterior} ahora={version} />
        </section>
      )}
    </>
  );
}

function Crear({ version }: { version: Impacto['version'] }) {
  const navigate = useNavigate();
  const crear = useMutation(
    trpc.tarifas.create.mutationOptions({
      onSuccess: async ({ vigente_desde }) => {
        await refrescar(trpc.tarifas.pathFilter());
        await navigate({ to: '/oficina/tarifas', search: { creada: vigente_desde } });
      },
    }),
  );
  return (
    <BotonVentana boton="Crear esta versión">
      {(cerrar) => (
        <Confirmar accion="Crear la versión" mutacion={crear} hacer={() => crear.mutate(version)} cerrar={cerrar}>
          <p>
            Los periodos que empiecen el {fechaLarga(version.vigente_desde)} o después se facturan con ella. Se puede
            reemplazar mientras ningún periodo la haya usado.
          </p>
          <Aviso>Publíquela también como lo pide la CRA antes de aplicarla.</Aviso>
        </Confirmar>
      )}
    </BotonVentana>
  );
}
