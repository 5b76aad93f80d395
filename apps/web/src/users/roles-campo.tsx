import { ROLES } from '@cunservicios/api/core/roles';
import type { ComponentProps } from 'react';
import { hasRole, NOMBRE_ROL } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { Casilla, Grupo } from '../ui/field.tsx';

/** The roles one may give: `plataforma` only by whoever has it. */
export function CampoRoles({ error, ...registro }: { error: string | undefined } & ComponentProps<'input'>) {
  const mios = useUser()?.roles ?? [];
  return (
    <Grupo etiqueta="Roles" ayuda="Qué puede hacer. Pueden ser varios." error={error}>
      {ROLES.filter((rol) => rol !== 'plataforma' || hasRole(mios, 'plataforma')).map((rol) => (
        <Casilla key={rol} etiqueta={`${NOMBRE_ROL[rol].nombre}: ${NOMBRE_ROL[rol].hace}`} value={rol} {...registro} />
      ))}
    </Grupo>
  );
}
