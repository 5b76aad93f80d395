import { createCiclo, PERIODICIDADES } from '@cunservicios/api/ciclos/ciclos.schema';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { trpc } from '../core/trpc.ts';
import { Ventana } from '../ui/dialog.tsx';
import { Lista, Texto } from '../ui/field.tsx';
import { Fallo } from '../ui/states.tsx';
import { useFormErrors } from '../ui/use-form-errors.ts';

type Props = { abierto: boolean; cerrar: () => void };

export const CrearCiclo = ({ abierto, cerrar }: Props) => (
  <Ventana titulo="Crear un ciclo" abierto={abierto} cerrar={cerrar}>
    <Formulario cerrar={cerrar} />
  </Ventana>
);

function Formulario({ cerrar }: { cerrar: () => void }) {
  const queries = useQueryClient();
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: zodResolver(createCiclo),
    defaultValues: { codigo: '', nombre: '', periodicidad: 'mensual' as const },
  });
  const crear = useMutation(
    trpc.ciclos.create.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.ciclos.pathFilter());
        cerrar();
      },
    }),
  );
  const apart = useFormErrors(crear.error, setError, ['codigo', 'nombre', 'periodicidad']);
  const { errors } = formState;
  return (
    <form
      className="formulario"
      noValidate
      onSubmit={(event) => void handleSubmit((datos) => crear.mutate(datos))(event)}
    >
      {apart && <Fallo error={crear.error} />}
      <p className="suave">Un ciclo es el grupo de rutas que se lee y se factura junto.</p>
      <Texto etiqueta="Código" autoComplete="off" {...register('codigo')} error={errors.codigo?.message} />
      <Texto etiqueta="Nombre" autoComplete="off" {...register('nombre')} error={errors.nombre?.message} />
      <Lista etiqueta="Se factura" {...register('periodicidad')} error={errors.periodicidad?.message}>
        {PERIODICIDADES.map((each) => (
          <option key={each} value={each}>
            {each === 'mensual' ? 'Cada mes' : 'Cada dos meses'}
          </option>
        ))}
      </Lista>
      <div className="acciones">
        <button type="submit" className="boton principal" disabled={crear.isPending}>
          Crear el ciclo
        </button>
        <button type="button" className="boton otro" onClick={cerrar}>
          Cancelar
        </button>
      </div>
    </form>
  );
}
