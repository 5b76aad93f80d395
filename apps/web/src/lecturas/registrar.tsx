import { createLectura } from '@cunservicios/api/lecturas/lecturas.schema';
import { TIPOS_LECTURA } from '@cunservicios/domain/consumo/listas';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { hoy } from '../core/fechas.ts';
import { trpc } from '../core/trpc.ts';
import { Ventana } from '../ui/dialog.tsx';
import { Lista, Texto } from '../ui/field.tsx';
import { Fallo } from '../ui/states.tsx';
import { useFormErrors } from '../ui/use-form-errors.ts';
import { NOMBRE_LECTURA } from './nombres.ts';

type Props = { medidor: string; abierto: boolean; cerrar: () => void };

export const RegistrarLectura = ({ abierto, ...rest }: Props) => (
  <Ventana titulo={`Registrar una lectura del medidor ${rest.medidor}`} abierto={abierto} cerrar={rest.cerrar}>
    <Formulario {...rest} />
  </Ventana>
);

const orNothing = { setValueAs: (value?: string) => value?.trim().replace(',', '.') || undefined };

function Formulario({ medidor, cerrar }: Omit<Props, 'abierto'>) {
  const queries = useQueryClient();
  const { register, handleSubmit, formState, setError } = useForm<
    z.input<typeof createLectura>,
    unknown,
    z.output<typeof createLectura>
  >({
    resolver: zodResolver(createLectura),
    defaultValues: { medidor, fecha_lectura: hoy(), tipo: 'real' },
  });
  const registrar = useMutation(
    trpc.lecturas.create.mutationOptions({
      onSuccess: () => {
        cerrar();
        return queries.invalidateQueries(trpc.lecturas.pathFilter());
      },
    }),
  );
  const apart = useFormErrors(registrar.error, setError, ['fecha_lectura', 'lectura_m3', 'tipo', 'causal']);
  const { errors } = formState;
  return (
    <form
      className="formulario"
      noValidate
      onSubmit={(event) => void handleSubmit((datos) => registrar.mutate(datos))(event)}
    >
      {apart && <Fallo error={registrar.error} />}
      <div className="fila-campos">
        <Texto
          etiqueta="Fecha"
          type="date"
          max={hoy()}
          {...register('fecha_lectura')}
          error={errors.fecha_lectura?.message}
        />
        <Lista etiqueta="Tipo" {...register('tipo')} error={errors.tipo?.message}>
          {TIPOS_LECTURA.map((tipo) => (
            <option key={tipo} value={tipo}>
              {NOMBRE_LECTURA[tipo]}
            </option>
          ))}
        </Lista>
      </div>
      <Texto
        etiqueta="Lectura, en m³"
        ayuda="Como está en el medidor. Déjela vacía si no se pudo leer."
        inputMode="decimal"
        autoComplete="off"
        {...register('lectura_m3', orNothing)}
        error={errors.lectura_m3?.message}
      />
      <Texto
        etiqueta="Causal"
        opcional
        ayuda="Por qué no se pudo leer: predio cerrado, medidor tapado…"
        autoComplete="off"
        {...register('causal', { setValueAs: (value?: string) => value || undefined })}
        error={errors.causal?.message}
      />
      <div className="acciones">
        <button type="submit" className="boton principal" disabled={registrar.isPending}>
          Registrar la lectura
        </button>
        <button type="button" className="boton otro" onClick={cerrar}>
          Cancelar
        </button>
      </div>
    </form>
  );
}
