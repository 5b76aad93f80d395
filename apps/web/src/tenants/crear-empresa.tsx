import { createTenant } from '@cunservicios/api/tenants/tenants.schema';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { trpc } from '../core/trpc.ts';
import { Ventana } from '../ui/dialog.tsx';
import { Lista, Texto } from '../ui/field.tsx';
import { Fallo } from '../ui/states.tsx';
import { useFormErrors } from '../ui/use-form-errors.ts';

type Props = { abierto: boolean; cerrar: () => void };

export const CrearEmpresa = ({ abierto, cerrar }: Props) => (
  <Ventana titulo="Crear una empresa" abierto={abierto} cerrar={cerrar}>
    <Formulario cerrar={cerrar} />
  </Ventana>
);

function Formulario({ cerrar }: { cerrar: () => void }) {
  const queries = useQueryClient();
  const { register, handleSubmit, formState, setError } = useForm<
    z.input<typeof createTenant>,
    unknown,
    z.output<typeof createTenant>
  >({
    resolver: zodResolver(createTenant),
    defaultValues: {
      id: '',
      nombre: '',
      admin_email: '',
      admin_password: '',
      altitud_msnm: 0,
      periodicidad: 'mensual',
      politica_desviacion: 'advertir',
    },
  });
  const crear = useMutation(
    trpc.tenants.create.mutationOptions({
      onSuccess: () => {
        cerrar();
        return queries.invalidateQueries(trpc.tenants.pathFilter());
      },
    }),
  );
  const apart = useFormErrors(crear.error, setError, ['id', 'nombre', 'admin_email', 'admin_password', 'altitud_msnm']);
  const { errors } = formState;
  return (
    <form
      className="formulario"
      noValidate
      onSubmit={(event) => void handleSubmit((datos) => crear.mutate(datos))(event)}
    >
      {apart && <Fallo error={crear.error} />}
      <Texto etiqueta="Nombre" autoComplete="off" {...register('nombre')} error={errors.nombre?.message} />
      <Texto
        etiqueta="Identificador"
        ayuda="Lo escribe cada persona al entrar. Minúsculas, números, guion: aguas-del-sur."
        autoComplete="off"
        autoCapitalize="none"
        {...register('id')}
        error={errors.id?.message}
      />
      <div className="fila-campos">
        <Texto
          etiqueta="Altitud media, en metros"
          ayuda="De ella salen los rangos de consumo."
          inputMode="numeric"
          {...register('altitud_msnm', { valueAsNumber: true })}
          error={errors.altitud_msnm?.message}
        />
        <Lista etiqueta="Se factura" {...register('periodicidad')}>
          <option value="mensual">Cada mes</option>
          <option value="bimestral">Cada dos meses</option>
        </Lista>
      </div>
      <Lista etiqueta="Ante una desviación significativa" {...register('politica_desviacion')}>
        <option value="advertir">Facturar lo medido y advertir</option>
        <option value="retener">Facturar el promedio mientras se investiga</option>
      </Lista>
      <div className="fila-campos">
        <Texto
          etiqueta="Correo del administrador"
          type="email"
          autoComplete="off"
          {...register('admin_email')}
          error={errors.admin_email?.message}
        />
        <Texto
          etiqueta="Su contraseña inicial"
          ayuda="Ocho caracteres o más."
          type="password"
          autoComplete="new-password"
          {...register('admin_password')}
          error={errors.admin_password?.message}
        />
      </div>
      <div className="acciones">
        <button type="submit" className="boton principal" disabled={crear.isPending}>
          Crear la empresa
        </button>
        <button type="button" className="boton otro" onClick={cerrar}>
          Cancelar
        </button>
      </div>
    </form>
  );
}
