import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { fechaLarga, instanteCorto } from '../core/fechas.ts';
import { hasRole, isStaff } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { CambiarEstado } from './cambiar-estado.tsx';
import './caso.css';
import { plazoDe, Semaforo } from './plazo.tsx';

export function CasoPqr() {
  const { radicado = '' } = useParams({ strict: false });
  const roles = useUser()?.roles ?? [];
  const staff = isStaff(roles);
  const query = useQuery(trpc.pqrs.get.queryOptions({ radicado }));
  return (
    <Page
      titulo={query.data?.asunto ?? `Caso ${radicado}`}
      ventana={`PQR ${radicado}`}
      migas={staff ? <Link to="/oficina/pqrs">PQR</Link> : <Link to="/mis-cuentas">Mis cuentas</Link>}
      bajada={`Radicado ${radicado}`}
    >
      <Cargado query={query} que="Abriendo el caso…">
        {(caso) => (
          <>
            <Resumen caso={caso} staff={staff} />
            <section className="tarjeta" aria-labelledby="dice">
              <h2 id="dice">Lo que dice</h2>
              <p className="prosa">{caso.descripcion}</p>
            </section>
            {hasRole(roles, 'admin', 'atencion') && (
              <CambiarEstado key={caso.estado} radicado={radicado} estado={caso.estado} />
            )}
            <Historia eventos={caso.eventos} />
          </>
        )}
      </Cargado>
    </Page>
  );
}

type Caso = Outputs['pqrs']['get'];

function Resumen({ caso, staff }: { caso: Caso; staff: boolean }) {
  const { tono, largo } = plazoDe(caso);
  const { numero_cuenta } = caso;
  return (
    <section className="tarjeta" aria-label="Resumen del caso">
      <dl className="datos">
        <div>
          <dt>Estado</dt>
          <dd>{caso.estado}</dd>
        </div>
        <div>
          <dt>Plazo</dt>
          <dd>
            <Semaforo caso={caso} />
          </dd>
        </div>
        <div>
          <dt>Tipo</dt>
          <dd>{caso.tipo}</dd>
        </div>
        <div>
          <dt>Cuenta</dt>
          <dd>
            <Link
              to={staff ? '/oficina/clientes/$numero_cuenta' : '/mis-cuentas/$numero_cuenta'}
              params={{ numero_cuenta }}
            >
              {numero_cuenta}
            </Link>
          </dd>
        </div>
        <div>
          <dt>Radicada</dt>
          <dd>{fechaLarga(caso.fecha_radicacion)}</dd>
        </div>
      </dl>
      <Aviso tono={tono ?? 'info'}>
        <p>{staff ? largo : paraCiudadano(caso)}</p>
        <p className="chico">{caso.regla_plazo}</p>
      </Aviso>
    </section>
  );
}

const paraCiudadano = ({ estado, limite_legal }: Caso) =>
  estado === 'Recibido' || estado === 'En trámite'
    ? `La empresa debe responderle a más tardar el ${fechaLarga(limite_legal)}.`
    : 'La empresa ya respondió. Si no está de acuerdo, puede presentar un recurso dentro de los cinco días hábiles siguientes a la notificación.';

const Historia = ({ eventos }: { eventos: Caso['eventos'] }) => (
  <section className="tarjeta" aria-labelledby="historia">
    <h2 id="historia">Qué ha pasado</h2>
    <ol className="historia">
      {eventos.map(({ tipo, de_estado, a_estado, nota, autor, created_at }, i) => (
        <li key={i}>
          <p>
            <strong>
              {tipo === 'radicada' ? 'Radicada' : tipo === 'nota' ? 'Nota' : `De «${de_estado}» a «${a_estado}»`}
            </strong>
          </p>
          {nota && <p className="prosa">{nota}</p>}
          <p className="suave chico">
            {instanteCorto(created_at)}
            {autor && `, ${autor}`}
          </p>
        </li>
      ))}
    </ol>
  </section>
);
