import { createCliente } from '@cunservicios/api/clientes/clientes.schema';
import { TIPOS_DOCUMENTO } from '@cunservicios/domain/documento/listas';
import { SERVICIOS, USOS } from '@cunservicios/domain/tarifa/listas';
import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { trpc } from '../core/trpc.ts';
import { Casilla, Grupo, Lista, Texto } from '../ui/field.tsx';
import { Fallo } from '../ui/states.tsx';
import { useFormErrors } from '../ui/use-form-errors.ts';

export type DatosCliente = z.output<typeof createCliente>;
type Entrada = z.input<typeof createCliente>;

const CAMPOS = [
  'numero_cuenta',
  'nombre',
  'direccion',
  'telefono',
  'correo',
  'tipo_documento',
  'documento',
  'uso',
  'estrato',
  'servicios',
  'ciclo',
  'ruta',
  'orden',
  'unidades',
] as const;
const orNull = (value: unknown) => (value === '' || value === undefined ? null : value);
const texto = { setValueAs: orNull };
const numero = { setValueAs: (value: unknown) => (value === '' || value === null ? null : Number(value)) };

type Props = {
  inicial?: Entrada;
  nuevo: boolean;
  accion: string;
  enCurso: boolean;
  error: unknown;
  guardar: (datos: DatosCliente) => void;
};

export function FormularioCliente({ inicial, nuevo, accion, enCurso, error, guardar }: Props) {
  const { register, handleSubmit, formState, setError, watch } = useForm<Entrada, unknown, DatosCliente>({
    resolver: zodResolver(createCliente),
    defaultValues: inicial ?? {
      uso: 'residencial',
      estrato: 3,
      servicios: ['acueducto', 'alcantarillado'],
      unidades: 1,
      orden: 0,
    },
  });
  const apart = useFormErrors(error, setError, CAMPOS);
  const ciclos = useQuery(trpc.ciclos.list.queryOptions({}));
  const ciclo = watch('ciclo') ?? '';
  const rutas = useQuery(trpc.rutas.list.queryOptions({ ciclo }, { enabled: ciclo !== '' }));
  const { errors } = formState;
  const field = (name: (typeof CAMPOS)[number]) => ({ error: errors[name]?.message });

  return (
    <form className="tarjeta estrecho" noValidate onSubmit={(event) => void handleSubmit(guardar)(event)}>
      {apart && <Fallo error={error} />}
      <Texto etiqueta="Número de cuenta" readOnly={!nuevo} {...register('numero_cuenta')} {...field('numero_cuenta')} />
      <Texto etiqueta="Nombre" autoComplete="off" {...register('nombre')} {...field('nombre')} />
      <div className="fila-campos">
        <Lista
          etiqueta="Tipo de documento"
          opcional
          {...register('tipo_documento', texto)}
          {...field('tipo_documento')}
        >
          <option value="">Sin documento</option>
          {TIPOS_DOCUMENTO.map((tipo) => (
            <option key={tipo}>{tipo}</option>
          ))}
        </Lista>
        <Texto etiqueta="Número de documento" opcional {...register('documento', texto)} {...field('documento')} />
      </div>
      <Texto etiqueta="Dirección" autoComplete="off" {...register('direccion')} {...field('direccion')} />
      <div className="fila-campos">
        <Texto
          etiqueta="Teléfono"
          opcional
          type="tel"
          autoComplete="off"
          {...register('telefono')}
          {...field('telefono')}
        />
        <Texto
          etiqueta="Correo"
          opcional
          type="email"
          autoComplete="off"
          {...register('correo')}
          {...field('correo')}
        />
      </div>
      <div className="fila-campos">
        <Lista etiqueta="Uso" {...register('uso')} {...field('uso')}>
          {USOS.map((uso) => (
            <option key={uso}>{uso}</option>
          ))}
        </Lista>
        <Lista etiqueta="Estrato" ayuda="Solo uso residencial." {...register('estrato', numero)} {...field('estrato')}>
          <option value="">Sin estrato</option>
          {[1, 2, 3, 4, 5, 6].map((n) => (
            <option key={n}>{n}</option>
          ))}
        </Lista>
        <Texto
          etiqueta="Unidades"
          ayuda="Más de una si es multiusuario."
          inputMode="numeric"
          {...register('unidades', numero)}
          {...field('unidades')}
        />
      </div>
      <Grupo etiqueta="Servicios" error={errors.servicios?.message}>
        {SERVICIOS.map((servicio) => (
          <Casilla key={servicio} etiqueta={servicio} value={servicio} {...register('servicios')} />
        ))}
      </Grupo>
      <div className="fila-campos">
        <Lista etiqueta="Ciclo" key={`c${ciclos.data?.items.length}`} {...register('ciclo', texto)} {...field('ciclo')}>
          <option value="">Sin ciclo: no se factura</option>
          {ciclos.data?.items.map(({ codigo, nombre }) => (
            <option key={codigo} value={codigo}>
              {codigo}: {nombre}
            </option>
          ))}
        </Lista>
        <Lista etiqueta="Ruta" key={`r${rutas.data?.items.length}`} {...register('ruta', texto)} {...field('ruta')}>
          <option value="">Sin ruta</option>
          {rutas.data?.items.map(({ codigo, nombre }) => (
            <option key={codigo} value={codigo}>
              {codigo}: {nombre}
            </option>
          ))}
        </Lista>
        <Texto etiqueta="Puesto en la ruta" inputMode="numeric" {...register('orden', numero)} {...field('orden')} />
      </div>
      <div>
        <button type="submit" className="boton principal" disabled={enCurso}>
          {enCurso ? 'Guardando…' : accion}
        </button>
      </div>
    </form>
  );
}
