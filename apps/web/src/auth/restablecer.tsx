import { resetPassword } from '@cunservicios/api/auth/auth.schema';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { anonymous, trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Fallo } from '../ui/states.tsx';

const route = getRouteApi('/acceso/restablecer');

export function Restablecer() {
  const { token = '' } = route.useSearch();
  const navigate = useNavigate();
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(resetPassword),
    defaultValues: { token, new_password: '' },
  });
  const cambiar = useMutation(
    trpc.auth.resetPassword.mutationOptions({
      ...anonymous,
      onSuccess: () => navigate({ to: '/entrar', search: { hecho: 'contrasena' } }),
    }),
  );
  if (token.length < 20) {
    return (
      <Page titulo="El enlace está incompleto" ventana="Restablecer la contraseña">
        <Aviso tono="alerta">
          <p>Abra el enlace entero, tal como llegó en el correo, o pida uno nuevo.</p>
        </Aviso>
        <p>
          <a href="/recuperar">Pedir otro enlace</a>
        </p>
      </Page>
    );
  }
  return (
    <Page titulo="Poner una contraseña nueva" ventana="Restablecer la contraseña">
      {cambiar.isError && (
        <>
          <Fallo error={cambiar.error} />
          <p>
            <a href="/recuperar">Pedir otro enlace</a>
          </p>
        </>
      )}
      <form
        className="tarjeta"
        noValidate
        onSubmit={(event) => void handleSubmit((datos) => cambiar.mutate(datos))(event)}
      >
        <Texto
          etiqueta="Contraseña nueva"
          ayuda="Ocho caracteres o más. Varias palabras juntas son fáciles de recordar y difíciles de adivinar."
          type="password"
          autoComplete="new-password"
          {...register('new_password')}
          error={formState.errors.new_password?.message}
        />
        <div>
          <button type="submit" className="boton principal" disabled={cambiar.isPending}>
            Cambiar la contraseña
          </button>
        </div>
      </form>
    </Page>
  );
}
