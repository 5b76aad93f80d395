import { createOrden } from '@cunservicios/api/ordenes/ordenes.schema';
import type { TipoOrden } from '@cunservicios/domain/cartera/listas';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { hoy } from '../core/fechas.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Lista, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { ORDEN } from './nombres.ts';

type Props = { numero_cuenta: string; estado: string };

/** What may be ordered by hand at an account: a suspension comes from its list, after the notice. */
const tiposDe = (estado: string): TipoOrden[] => [
  'inspeccion',
  ...(estado === 'suspendido' ? (['reinstalacion'] as const) : []),
  ...(estado === 'cortado' ? (['reconexion'] as const) : []),
  ...(estado === 'activo' || estado === 'suspendido' ? (['corte'] as const) : []),
];

export const CrearOrden = (props: Props) => (
  <BotonVentana boton="Ordenar un trabajo" clase="otro">
    {(cerrar) => <FormularioOrden {...props} cerrar={cerrar} />}
  </BotonVentana>
);

function FormularioOrden({ numero_cuenta, estado, cerrar }: Props & { cerrar: () => void }) {
  const navigate = useNavigate();
  const { contexto } = useClave();
  const crear = useMutation(
    trpc.ordenes.create.mutationOptions({
      ...contexto,
      onSuccess: async ({ numero_orden }) => {
        await refrescar(trpc.ordenes.pathFilter(), trpc.suspension.pathFilter());
        await navigate({ to: '/oficina/cartera/ordenes/$numero_orden', params: { numero_orden } });
      },
    }),
  );
  const { campo, watch, ...de } = useFormulario(createOrden, {
    inicial: { numero_cuenta, tipo: 'inspeccion', motivo: '', programada_para: hoy() },
    mutacion: crear,
  });
  return (
    <Formulario de={de} accion="Crear la orden" enviando="Creando…" cancelar={cerrar}>
      <Lista etiqueta="Trabajo" ayuda={ORDEN[watch('tipo')].hace} {...campo('tipo')}>
        {tiposDe(estado).map((tipo) => (
          <option key={tipo} value={tipo}>
            {ORDEN[tipo].nombre}
          </option>
        ))}
      </Lista>
      <Texto
        etiqueta="Motivo"
        ayuda="Qué debe saber quien va al predio."
        maxLength={300}
        autoComplete="off"
        {...campo('motivo')}
      />
      <Texto etiqueta="Para el" type="date" min={hoy()} {...campo('programada_para')} />
      <p className="suave chico">Las suspensiones por deuda se ordenan en Cartera, después del aviso.</p>
    </Formulario>
  );
}
