import { forgotPassword } from '@cunservicios/api/auth/auth.schema';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { anonymous, trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Fallo } from '../ui/states.tsx';

export function Recuperar() {
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(forgotPassword),
    defaultValues: { email: '' },
  });
  const pedir = useMutation(trpc.auth.forgotPassword.mutationOptions(anonymous));
  return (
    <Page titulo="Recuperar la contraseña" bajada="Le enviamos un enlace para poner una nueva. Sirve por 30 minutos.">
      {pedir.isError && <Fallo error={pedir.error} />}
      {pedir.isSuccess ? (
        <Aviso tono="bien" vivo>
          <p>{pedir.data.message}</p>
          <p>Si no llega en unos minutos, revise el correo no deseado.</p>
        </Aviso>
      ) : (
        <form
          className="tarjeta"
          noValidate
          onSubmit={(event) => void handleSubmit((datos) => pedir.mutate(datos))(event)}
        >
          <Texto
            etiqueta="Correo"
            ayuda="Aquel con el que entra."
            type="email"
            autoComplete="username"
            {...register('email')}
            error={formState.errors.email?.message}
          />
          <div className="acciones">
            <button type="submit" className="boton principal" disabled={pedir.isPending}>
              Enviar el enlace
            </button>
            <a href="/entrar">Volver a entrar</a>
          </div>
        </form>
      )}
    </Page>
  );
}
