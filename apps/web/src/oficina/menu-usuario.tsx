import { useMutation } from '@tanstack/react-query';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { closeSession, useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';

export function MenuUsuario({ verTeclas }: { verTeclas: () => void }) {
  const user = useUser();
  // The server may be out of reach: the session of this browser ends all the same.
  const salir = useMutation(trpc.auth.logout.mutationOptions({ onSettled: () => closeSession() }));
  return (
    <MenuTrigger>
      <Button className="boton otro" aria-label={`Su usuario: ${user?.email ?? ''}`}>
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <circle cx="10" cy="6.5" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
          <path
            d="M3 18c.6-4 3.4-6 7-6s6.4 2 7 6"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
            strokeLinecap="round"
          />
        </svg>
      </Button>
      <Popover placement="bottom end">
        <Menu className="menu opciones denso" aria-label={user?.email ?? 'Su usuario'}>
          <MenuItem className="opcion-lista" href="/mi-usuario" textValue="Mi usuario">
            <span>Mi usuario y contraseña</span>
            <span className="suave chico">{user?.email}</span>
          </MenuItem>
          <MenuItem className="opcion-lista" onAction={verTeclas} textValue="Teclas">
            Teclas
          </MenuItem>
          <MenuItem className="opcion-lista" onAction={() => salir.mutate({})} textValue="Salir">
            Salir
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
