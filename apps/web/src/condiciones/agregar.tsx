import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import type { Rol } from '../core/session.ts';
import type { Outputs } from '../core/trpc.ts';
import type { ClaveAgregar } from './formulario-de.tsx';
import { CONDICION, MEDIDOR } from './nombres.ts';
import type { ClaveCondicion } from './nombres.ts';

type Cliente = Outputs['clientes']['get'];

const ROLES: Record<ClaveCondicion, readonly Rol[]> = {
  fuga: ['admin', 'facturacion', 'atencion'],
  vertimiento: ['admin', 'facturacion'],
  decision: ['admin', 'facturacion'],
  fechas: ['admin', 'atencion'],
  clases: ['admin', 'atencion'],
  protegido: ['admin', 'atencion'],
  exento_desincentivo: ['admin', 'atencion'],
};

/** What is kept once at the account is changed where it is shown. */
const yaEsta = (clave: ClaveCondicion, cliente: Cliente) =>
  clave === 'fechas'
    ? cliente.servicio_desde !== null || cliente.servicio_hasta !== null
    : (clave === 'clases' || clave === 'protegido' || clave === 'exento_desincentivo') && cliente[clave] !== null;

type Props = { cliente: Cliente; abrir: (clave: ClaveAgregar) => void };

export function Agregar({ cliente, abrir }: Props) {
  const roles = useUser()?.roles ?? [];
  const claves = (Object.keys(CONDICION) as ClaveCondicion[]).filter(
    (clave) => hasRole(roles, ...ROLES[clave]) && !yaEsta(clave, cliente),
  );
  const medidor = cliente.medidor !== null && hasRole(roles, 'admin', 'atencion', 'facturacion');
  if (claves.length === 0 && !medidor) return null;
  return (
    <MenuTrigger>
      <Button className="boton otro no-imprime">Agregar o cambiar…</Button>
      <Popover placement="bottom end">
        <Menu className="menu opciones denso" aria-label="Agregar o cambiar">
          {claves.length > 0 && (
            <MenuSection>
              <Header>Agregar a la cuenta</Header>
              {claves.map((clave) => (
                <Opcion key={clave} {...CONDICION[clave]} abrir={() => abrir(clave)} />
              ))}
            </MenuSection>
          )}
          {medidor && (
            <MenuSection>
              <Header>Medidor {cliente.medidor}</Header>
              <Opcion {...MEDIDOR.cambiar} abrir={() => abrir('cambiar')} />
              <Opcion {...MEDIDOR.retirar} abrir={() => abrir('retirar')} />
            </MenuSection>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

const Opcion = ({ nombre, corto, abrir }: { nombre: string; corto: string; abrir: () => void }) => (
  <MenuItem className="opcion-lista" onAction={abrir} textValue={nombre}>
    <span>{nombre}</span>
    <span className="suave chico">{corto}</span>
  </MenuItem>
);
