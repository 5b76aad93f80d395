import { createPeriodo } from '@cunservicios/api/periodos/periodos.schema';
import { addDays, addMonths } from '@cunservicios/domain/calendario/fechas';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { hoy } from '../core/fechas.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Ventana } from '../ui/dialog.tsx';
import { Lista, Texto } from '../ui/field.tsx';
import { Fallo } from '../ui/states.tsx';
import { useFormErrors } from '../ui/use-form-errors.ts';

type Ciclo = Outputs['ciclos']['list']['items'][number];
type Props = { abierto: boolean; cerrar: () => void; ciclos: Ciclo[] };

export const AbrirPeriodo = ({ abierto, cerrar, ciclos }: Props) => (
  <Ventana titulo="Abrir un periodo" abierto={abierto} cerrar={cerrar}>
    {ciclos.length === 0 ? (
      <p>Primero cree un ciclo: es el grupo de rutas que se factura junto.</p>
    ) : (
      <Formulario ciclos={ciclos} cerrar={cerrar} />
    )}
  </Ventana>
);

/** The dates of a period that begins on the first of a month. */
function fechasDe(codigo: string, meses: number) {
  const desde = `${codigo}-01`;
  const hasta = addDays(addMonths(desde, meses), -1);
  const fecha_emision = addDays(hasta, 1);
  return { desde, hasta, fecha_emision, fecha_vencimiento: addDays(fecha_emision, 15) };
}

function Formulario({ ciclos, cerrar }: Omit<Props, 'abierto'>) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const meses = (codigo: string | undefined) =>
    ciclos.find((ciclo) => ciclo.codigo === codigo)?.periodicidad === 'bimestral' ? 2 : 1;
  const mes = hoy().slice(0, 7);
  const first = ciclos[0]?.codigo ?? '';
  const { register, handleSubmit, formState, setError, setValue, getValues } = useForm({
    resolver: zodResolver(createPeriodo),
    defaultValues: { ciclo: first, codigo: mes, ...fechasDe(mes, meses(first)) },
  });
  const abrir = useMutation(
    trpc.periodos.create.mutationOptions({
      onSuccess: async ({ ciclo, codigo }) => {
        await queries.invalidateQueries(trpc.periodos.pathFilter());
        await navigate({ to: '/oficina/periodos/$ciclo/$codigo', params: { ciclo, codigo } });
      },
    }),
  );
  const apart = useFormErrors(abrir.error, setError, [
    'ciclo',
    'codigo',
    'desde',
    'hasta',
    'fecha_emision',
    'fecha_vencimiento',
  ]);
  const { errors } = formState;

  const propose = () => {
    const { codigo, ciclo } = getValues();
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(codigo)) return;
    const fechas = fechasDe(codigo, meses(ciclo));
    for (const [campo, fecha] of Object.entries(fechas)) setValue(campo as keyof typeof fechas, fecha);
  };

  return (
    <form
      className="formulario"
      noValidate
      onSubmit={(event) => void handleSubmit((datos) => abrir.mutate(datos))(event)}
    >
      {apart && <Fallo error={abrir.error} />}
      <div className="fila-campos">
        <Lista etiqueta="Ciclo" {...register('ciclo', { onChange: propose })} error={errors.ciclo?.message}>
          {ciclos.map(({ codigo, nombre }) => (
            <option key={codigo} value={codigo}>
              {codigo}: {nombre}
            </option>
          ))}
        </Lista>
        <Texto
          etiqueta="Código"
          ayuda="Como 2026-04: propone las fechas."
          autoComplete="off"
          {...register('codigo', { onChange: propose })}
          error={errors.codigo?.message}
        />
      </div>
      <div className="fila-campos">
        <Texto etiqueta="Primer día" type="date" {...register('desde')} error={errors.desde?.message} />
        <Texto etiqueta="Último día" type="date" {...register('hasta')} error={errors.hasta?.message} />
      </div>
      <div className="fila-campos">
        <Texto
          etiqueta="Fecha de emisión"
          type="date"
          {...register('fecha_emision')}
          error={errors.fecha_emision?.message}
        />
        <Texto
          etiqueta="Fecha límite de pago"
          type="date"
          {...register('fecha_vencimiento')}
          error={errors.fecha_vencimiento?.message}
        />
      </div>
      <div className="acciones">
        <button type="submit" className="boton principal" disabled={abrir.isPending}>
          Abrir el periodo
        </button>
        <button type="button" className="boton otro" onClick={cerrar}>
          Cancelar
        </button>
      </div>
    </form>
  );
}
