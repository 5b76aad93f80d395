import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { Salarios } from './salarios.tsx';
import { PaginaCartera } from './secciones.tsx';
import { TasasMora } from './tasas-mora.tsx';

/** What the utility loads so that interest and charges can be computed. */
export function Parametros() {
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  return (
    <PaginaCartera
      seccion="Tasas y salarios"
      bajada="Dos tablas que la empresa mantiene al día: de ellas salen los intereses de mora y lo que se puede cobrar por un trabajo."
    >
      <TasasMora puede={puede} />
      <Salarios puede={puede} />
    </PaginaCartera>
  );
}
