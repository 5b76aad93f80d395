import { useMutation, useQuery } from '@tanstack/react-query';
import { NOMBRE_ROL } from '../core/roles.ts';
import { closeSession } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Page } from '../ui/page.tsx';
import { Cargado, Fallo } from '../ui/states.tsx';
import { CambiarContrasena } from './cambiar-contrasena.tsx';

export function MiUsuario() {
  const query = useQuery(trpc.auth.me.queryOptions());
  const salir = useMutation(trpc.auth.logout.mutationOptions({ onSettled: () => closeSession() }));
  const salirDeTodo = useMutation(trpc.auth.logoutAll.mutationOptions({ onSuccess: () => closeSession() }));
  return (
    <Page titulo="Mi usuario">
      <section className="tarjeta estrecho" aria-label="Mis datos">
        <Cargado query={query}>
          {({ email, nombre, roles }) => (
            <dl className="datos">
              <div>
                <dt>Nombre</dt>
                <dd>{nombre || '—'}</dd>
              </div>
              <div>
                <dt>Correo</dt>
                <dd>{email}</dd>
              </div>
              <div>
                <dt>Roles</dt>
                <dd>{roles.map((rol) => NOMBRE_ROL[rol].nombre).join(', ')}</dd>
              </div>
            </dl>
          )}
        </Cargado>
      </section>
      <CambiarContrasena />
      <section className="tarjeta estrecho" aria-labelledby="sesiones">
        <h2 id="sesiones">Sesiones</h2>
        {salirDeTodo.isError && <Fallo error={salirDeTodo.error} />}
        <p className="suave">
          Si usó un computador ajeno o perdió el teléfono, cierre todas: habrá que entrar de nuevo en cada uno.
        </p>
        <div className="acciones">
          <button type="button" className="boton otro" disabled={salir.isPending} onClick={() => salir.mutate({})}>
            Salir
          </button>
          <button
            type="button"
            className="boton otro"
            disabled={salirDeTodo.isPending}
            onClick={() => salirDeTodo.mutate()}
          >
            Salir de todos los dispositivos
          </button>
        </div>
      </section>
    </Page>
  );
}
