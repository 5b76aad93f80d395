import { createMedidor } from '@cunservicios/api/medidores/medidores.schema';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { hoy } from '../core/fechas.ts';
import { trpc } from '../core/trpc.ts';
import { Ventana } from '../ui/dialog.tsx';
import { Texto } from '../ui/field.tsx';
import { Fallo } from '../ui/states.tsx';
import { useFormErrors } from '../ui/use-form-errors.ts';

type Props = { numero_cuenta: string; abierto: boolean; cerrar: () => void };

export const InstalarMedidor = ({ abierto, ...rest }: Props) => (
  <Ventana titulo="Instalar un medidor" abierto={abierto} cerrar={rest.cerrar}>
    <Formulario {...rest} />
  </Ventana>
);

function Formulario({ numero_cuenta, cerrar }: Omit<Props, 'abierto'>) {
  const queries = useQueryClient();
  const { register, handleSubmit, formState, setError } = useForm<
    z.input<typeof createMedidor>,
    unknown,
    z.output<typeof createMedidor>
  >({
    resolver: zodResolver(createMedidor),
    defaultValues: { numero_cuenta, serial: '', digitos: 5, instalado_en: hoy() },
  });
  const instalar = useMutation(
    trpc.medidores.create.mutationOptions({
      onSuccess: () => {
        cerrar();
        return Promise.all([
          queries.invalidateQueries(trpc.clientes.pathFilter()),
          queries.invalidateQueries(trpc.lecturas.pathFilter()),
        ]);
      },
    }),
  );
  const apart = useFormErrors(instalar.error, setError, ['serial', 'digitos', 'instalado_en', 'lectura_instalacion']);
  const { errors } = formState;
  return (
    <form
      className="formulario"
      noValidate
      onSubmit={(event) => void handleSubmit((datos) => instalar.mutate(datos))(event)}
    >
      {apart && <Fallo error={instalar.error} />}
      <Texto etiqueta="Serial" autoComplete="off" {...register('serial')} error={errors.serial?.message} />
      <div className="fila-campos">
        <Texto
          etiqueta="Dígitos"
          ayuda="Los de los m³ enteros."
          inputMode="numeric"
          {...register('digitos', { valueAsNumber: true })}
          error={errors.digitos?.message}
        />
        <Texto
          etiqueta="Instalado el"
          type="date"
          max={hoy()}
          {...register('instalado_en')}
          error={errors.instalado_en?.message}
        />
      </div>
      <Texto
        etiqueta="Lectura al instalar, en m³"
        opcional
        ayuda="Es el punto de partida del consumo."
        inputMode="decimal"
        autoComplete="off"
        {...register('lectura_instalacion', {
          setValueAs: (value?: string) => value?.trim().replace(',', '.') || undefined,
        })}
        error={errors.lectura_instalacion?.message}
      />
      <div className="acciones">
        <button type="submit" className="boton principal" disabled={instalar.isPending}>
          Instalar el medidor
        </button>
        <button type="button" className="boton otro" onClick={cerrar}>
          Cancelar
        </button>
      </div>
    </form>
  );
}
