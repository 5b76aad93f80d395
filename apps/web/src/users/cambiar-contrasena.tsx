import { changePassword } from '@cunservicios/api/users/users.schema';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { closeSession, useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Fallo } from '../ui/states.tsx';
import { useFormErrors } from '../ui/use-form-errors.ts';

export function CambiarContrasena() {
  const email = useUser()?.email ?? '';
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: zodResolver(changePassword),
    defaultValues: { current_password: '', new_password: '' },
  });
  // The server ends every session of the user with the old password, this one too.
  const cambiar = useMutation(
    trpc.users.changePassword.mutationOptions({ onSuccess: () => closeSession('contrasena') }),
  );
  const apart = useFormErrors(cambiar.error, setError, ['current_password', 'new_password']);
  const { errors } = formState;
  return (
    <section className="tarjeta estrecho" aria-labelledby="contrasena">
      <h2 id="contrasena">Cambiar la contraseña</h2>
      {apart && <Fallo error={cambiar.error} />}
      <form
        className="formulario"
        noValidate
        onSubmit={(event) => void handleSubmit((datos) => cambiar.mutate(datos))(event)}
      >
        {/* For password managers, which must know whose password this is. */}
        <input hidden type="email" autoComplete="username" value={email} readOnly />
        <Texto
          etiqueta="Contraseña actual"
          type="password"
          autoComplete="current-password"
          {...register('current_password')}
          error={errors.current_password?.message}
        />
        <Texto
          etiqueta="Contraseña nueva"
          ayuda="Ocho caracteres o más. Al cambiarla se cierran todas sus sesiones."
          type="password"
          autoComplete="new-password"
          {...register('new_password')}
          error={errors.new_password?.message}
        />
        <div>
          <button type="submit" className="boton principal" disabled={cambiar.isPending}>
            Cambiar la contraseña
          </button>
        </div>
      </form>
    </section>
  );
}
