import { changePassword } from '@cunservicios/api/users/users.schema';
import { useMutation } from '@tanstack/react-query';
import { closeSession, useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

export function CambiarContrasena() {
  const email = useUser()?.email ?? '';
  // The server ends every session of the user with the old password, this one too.
  const cambiar = useMutation(
    trpc.users.changePassword.mutationOptions({ onSuccess: () => closeSession('contrasena') }),
  );
  const { campo, ...de } = useFormulario(changePassword, {
    inicial: { current_password: '', new_password: '' },
    mutacion: cambiar,
  });
  return (
    <section className="tarjeta estrecho" aria-labelledby="contrasena">
      <h2 id="contrasena">Cambiar la contraseña</h2>
      <Formulario de={de} accion="Cambiar la contraseña">
        {/* For password managers, which must know whose password this is. */}
        <input hidden type="email" autoComplete="username" value={email} readOnly />
        <Texto
          etiqueta="Contraseña actual"
          type="password"
          autoComplete="current-password"
          {...campo('current_password')}
        />
        <Texto
          etiqueta="Contraseña nueva"
          ayuda="Ocho caracteres o más. Al cambiarla se cierran todas sus sesiones."
          type="password"
          autoComplete="new-password"
          {...campo('new_password')}
        />
      </Formulario>
    </section>
  );
}
