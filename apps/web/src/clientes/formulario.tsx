import { createCliente } from '@cunservicios/api/clientes/clientes.schema';
import { TIPOS_DOCUMENTO } from '@cunservicios/domain/documento/listas';
import { SERVICIOS, USOS } from '@cunservicios/domain/tarifa/listas';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { mayuscula } from '../core/mayuscula.ts';
import { trpc } from '../core/trpc.ts';
import { Casilla, Grupo, Lista, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import type { Mutacion } from '../ui/use-formulario.ts';

type Entrada = z.input<typeof createCliente>;

const orNull = (value: unknown) => (value === '' || value === undefined ? null : value);
const texto = { setValueAs: orNull };
const numero = { setValueAs: (value: unknown) => (value === '' || value === null ? null : Number(value)) };

type Props = {
  inicial?: Entrada;
  nuevo: boolean;
  accion: string;
  mutacion: Mutacion<z.output<typeof createCliente>>;
};

const NUEVO: Partial<Entrada> = {
  uso: 'residencial',
  estrato: 3,
  servicios: ['acueducto', 'alcantarillado'],
  unidades: 1,
  orden: 0,
};

export function FormularioCliente({ inicial, nuevo, accion, mutacion }: Props) {
  const { campo, watch, ...de } = useFormulario(createCliente, { inicial: inicial ?? NUEVO, mutacion });
  const ciclos = useQuery(trpc.ciclos.list.queryOptions({}));
  const ciclo = watch('ciclo') ?? '';
  const rutas = useQuery(trpc.rutas.list.queryOptions({ ciclo }, { enabled: ciclo !== '' }));
  const { error: errorServicios, ...servicios } = campo('servicios');

  return (
    <Formulario de={de} className="tarjeta estrecho" accion={accion} enviando="Guardando…">
      <Texto etiqueta="Número de cuenta" readOnly={!nuevo} {...campo('numero_cuenta')} />
      <Texto etiqueta="Nombre" autoComplete="off" {...campo('nombre')} />
      <div className="fila-campos">
        <Lista etiqueta="Tipo de documento" opcional {...campo('tipo_documento', texto)}>
          <option value="">Sin documento</option>
          {TIPOS_DOCUMENTO.map((tipo) => (
            <option key={tipo}>{tipo}</option>
          ))}
        </Lista>
        <Texto etiqueta="Número de documento" opcional {...campo('documento', texto)} />
      </div>
      <Texto etiqueta="Dirección" autoComplete="off" {...campo('direccion')} />
      <div className="fila-campos">
        <Texto etiqueta="Teléfono" opcional type="tel" autoComplete="off" {...campo('telefono')} />
        <Texto etiqueta="Correo" opcional type="email" autoComplete="off" {...campo('correo')} />
      </div>
      <div className="fila-campos">
        <Lista etiqueta="Uso" {...campo('uso')}>
          {USOS.map((uso) => (
            <option key={uso} value={uso}>
              {mayuscula(uso)}
            </option>
          ))}
        </Lista>
        <Lista etiqueta="Estrato" ayuda="Solo uso residencial." {...campo('estrato', numero)}>
          <option value="">Sin estrato</option>
          {[1, 2, 3, 4, 5, 6].map((n) => (
            <option key={n}>{n}</option>
          ))}
        </Lista>
        <Texto
          etiqueta="Unidades"
          ayuda="Más de una si es multiusuario."
          inputMode="numeric"
          {...campo('unidades', numero)}
        />
      </div>
      <Grupo etiqueta="Servicios" error={errorServicios}>
        {SERVICIOS.map((servicio) => (
          <Casilla key={servicio} etiqueta={mayuscula(servicio)} value={servicio} {...servicios} />
        ))}
      </Grupo>
      <div className="fila-campos">
        <Lista etiqueta="Ciclo" key={`c${ciclos.data?.items.length}`} {...campo('ciclo', texto)}>
          <option value="">Sin ciclo: no se factura</option>
          {ciclos.data?.items.map(({ codigo, nombre }) => (
            <option key={codigo} value={codigo}>
              {codigo}: {nombre}
            </option>
          ))}
        </Lista>
        <Lista etiqueta="Ruta" key={`r${rutas.data?.items.length}`} {...campo('ruta', texto)}>
          <option value="">Sin ruta</option>
          {rutas.data?.items.map(({ codigo, nombre }) => (
            <option key={codigo} value={codigo}>
              {codigo}: {nombre}
            </option>
          ))}
        </Lista>
        <Texto etiqueta="Puesto en la ruta" inputMode="numeric" {...campo('orden', numero)} />
      </div>
    </Formulario>
  );
}
