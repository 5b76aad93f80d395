import { useInfiniteQuery } from '@tanstack/react-query';
import { fechaCorta } from '../core/fechas.ts';
import { entero } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import { CrearEmpresa } from './crear-empresa.tsx';

/** The utilities of this installation, for whoever runs it. */
export function Empresas() {
  const puede = hasRole(useUser()?.roles ?? [], 'plataforma');
  const query = useInfiniteQuery(
    trpc.tenants.list.infiniteQueryOptions({ limit: 50, count: true }, { enabled: puede, ...porCursor }),
  );
  if (!puede) return <Prohibida quien="quienes administran la plataforma" />;
  return (
    <Page titulo="Empresas" acciones={<CrearEmpresa />}>
      <PorPaginas query={query} vacio="Todavía no hay empresas.">
        {(empresas) => (
          <Tabla
            titulo="Empresas de la instalación"
            tituloOculto
            filas={empresas}
            clave={({ id }) => id}
            columnas={[
              { titulo: 'Empresa', celda: ({ nombre }) => nombre },
              { titulo: 'Identificador', junta: true, celda: ({ id }) => id },
              { titulo: 'NIT', junta: true, celda: ({ nit, dv }) => (nit ? `${nit}-${dv ?? ''}` : '—') },
              { titulo: 'Municipio', celda: ({ municipio }) => municipio ?? '—' },
              { titulo: 'Altitud', numero: true, celda: ({ altitud_msnm }) => `${entero(altitud_msnm)} m` },
              {
                titulo: 'Factura',
                celda: ({ periodicidad }) => (periodicidad === 'mensual' ? 'Cada mes' : 'Cada dos meses'),
              },
              { titulo: 'Desde', junta: true, celda: ({ created_at }) => fechaCorta(created_at.slice(0, 10)) },
              {
                titulo: 'Estado',
                celda: ({ activo }) => (
                  <Estado tono={activo ? 'bien' : undefined}>{activo ? 'Activa' : 'Inactiva'}</Estado>
                ),
              },
            ]}
          />
        )}
      </PorPaginas>
    </Page>
  );
}
