import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { hasRole, NOMBRE_ROL } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { Prohibida } from '../ui/whole-page.tsx';

export function Usuarios() {
  const puede = hasRole(useUser()?.roles ?? [], 'admin');
  const query = useInfiniteQuery(
    trpc.users.list.infiniteQueryOptions({ limit: 50, count: true }, { enabled: puede, ...porCursor }),
  );
  if (!puede) return <Prohibida quien="quienes administran los usuarios" />;
  return (
    <Page
      titulo="Usuarios"
      acciones={
        <Link className="boton principal" to="/oficina/usuarios/nuevo">
          Crear un usuario
        </Link>
      }
    >
      <PorPaginas query={query} vacio="Todavía no hay usuarios.">
        {(usuarios) => (
          <Tabla
            titulo="Usuarios de la empresa"
            tituloOculto
            filas={usuarios}
            clave={({ id }) => id}
            columnas={[
              {
                titulo: 'Usuario',
                celda: ({ id, nombre, email }) => (
                  <>
                    <Link to="/oficina/usuarios/$user_id" params={{ user_id: String(id) }}>
                      {nombre || email}
                    </Link>
                    {nombre && (
                      <>
                        <br />
                        <span className="suave chico">{email}</span>
                      </>
                    )}
                  </>
                ),
              },
              { titulo: 'Roles', celda: ({ roles }) => roles.map((rol) => NOMBRE_ROL[rol].nombre).join(', ') },
              {
                titulo: 'Estado',
                celda: ({ is_active }) => (
                  <Estado tono={is_active ? 'bien' : undefined}>{is_active ? 'Activo' : 'Inactivo'}</Estado>
                ),
              },
            ]}
          />
        )}
      </PorPaginas>
    </Page>
  );
}
