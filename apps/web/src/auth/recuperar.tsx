import { forgotPassword } from '@cunservicios/api/auth/auth.schema';
import { useMutation } from '@tanstack/react-query';
import { anonymous, trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

export function Recuperar() {
  const pedir = useMutation(trpc.auth.forgotPassword.mutationOptions(anonymous));
  const { campo, ...de } = useFormulario(forgotPassword, { inicial: { email: '' }, mutacion: pedir });
  return (
    <Page titulo="Recuperar la contraseña" bajada="Le enviamos un enlace para poner una nueva. Sirve por 30 minutos.">
      {pedir.isSuccess ? (
        <Aviso tono="bien" vivo>
          <p>{pedir.data.message}</p>
          <p>Si no llega en unos minutos, revise el correo no deseado.</p>
        </Aviso>
      ) : (
        <Formulario de={de} className="tarjeta" accion="Enviar el enlace" junto={<a href="/entrar">Volver a entrar</a>}>
          <Texto
            etiqueta="Correo"
            ayuda="Aquel con el que entra."
            type="email"
            autoComplete="username"
            {...campo('email')}
          />
        </Formulario>
      )}
    </Page>
  );
}
