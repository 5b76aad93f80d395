import { createTenant } from '@cunservicios/api/tenants/tenants.schema';
import { useMutation } from '@tanstack/react-query';
import { refrescar, trpc } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { ListaPeriodicidad, ListaPolitica } from './listas.tsx';

export const CrearEmpresa = () => (
  <BotonVentana boton="Crear una empresa">{(cerrar) => <FormularioEmpresa cerrar={cerrar} />}</BotonVentana>
);

function FormularioEmpresa({ cerrar }: { cerrar: () => void }) {
  const crear = useMutation(
    trpc.tenants.create.mutationOptions({
      onSuccess: () => {
        cerrar();
        return refrescar(trpc.tenants.pathFilter());
      },
    }),
  );
  const { campo, ...de } = useFormulario(createTenant, {
    inicial: {
      id: '',
      nombre: '',
      admin_email: '',
      admin_password: '',
      altitud_msnm: 0,
      periodicidad: 'mensual',
      politica_desviacion: 'advertir',
    },
    mutacion: crear,
  });
  return (
    <Formulario de={de} accion="Crear la empresa" cancelar={cerrar}>
      <Texto etiqueta="Nombre" autoComplete="off" {...campo('nombre')} />
      <Texto
        etiqueta="Identificador"
        ayuda="Lo escribe cada persona al entrar. Minúsculas, números, guion: aguas-del-sur."
        autoComplete="off"
        autoCapitalize="none"
        {...campo('id')}
      />
      <div className="fila-campos">
        <Texto
          etiqueta="Altitud media, en metros"
          ayuda="De ella salen los rangos de consumo."
          inputMode="numeric"
          {...campo('altitud_msnm', { valueAsNumber: true })}
        />
        <ListaPeriodicidad {...campo('periodicidad')} />
      </div>
      <ListaPolitica {...campo('politica_desviacion')} />
      <div className="fila-campos">
        <Texto etiqueta="Correo del administrador" type="email" autoComplete="off" {...campo('admin_email')} />
        <Texto
          etiqueta="Su contraseña inicial"
          ayuda="Ocho caracteres o más."
          type="password"
          autoComplete="new-password"
          {...campo('admin_password')}
        />
      </div>
    </Formulario>
  );
}
