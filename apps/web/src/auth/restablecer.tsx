import { resetPassword } from '@cunservicios/api/auth/auth.schema';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { anonymous, trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

const route = getRouteApi('/acceso/restablecer');

export function Restablecer() {
  const { token = '' } = route.useSearch();
  const navigate = useNavigate();
  const cambiar = useMutation(
    trpc.auth.resetPassword.mutationOptions({
      ...anonymous,
      onSuccess: () => navigate({ to: '/entrar', search: { hecho: 'contrasena' } }),
    }),
  );
  const { campo, ...de } = useFormulario(resetPassword, { inicial: { token, new_password: '' }, mutacion: cambiar });
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
      <Formulario
        de={de}
        className="tarjeta"
        accion="Cambiar la contraseña"
        junto={Boolean(de.aparte) && <a href="/recuperar">Pedir otro enlace</a>}
      >
        <Texto
          etiqueta="Contraseña nueva"
          ayuda="Ocho caracteres o más. Varias palabras juntas son fáciles de recordar y difíciles de adivinar."
          type="password"
          autoComplete="new-password"
          {...campo('new_password')}
        />
      </Formulario>
    </Page>
  );
}
