import { createRecuperacion } from '@cunservicios/api/recuperaciones/recuperaciones.schema';
import { addDays } from '@cunservicios/domain/calendario/fechas';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { textoEscrito } from '../core/escrito.ts';
import { hoy } from '../core/fechas.ts';
import { queryClient } from '../core/query-client.ts';
import { trpc } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { Parrafo, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import type { Pedido } from './recuperar.tsx';

/** After five months nothing else allows it (Ley 142 art. 150). */
const conFraude = createRecuperacion.required({ fraude: true });

/** Its grounds and its date; the bill that comes of it is opened. */
export function FacturarRecuperacion({ pedido, tarde }: { pedido: Pedido; tarde: boolean }) {
  const navigate = useNavigate();
  const { contexto } = useClave();
  const crear = useMutation(
    trpc.recuperaciones.create.mutationOptions({
      ...contexto,
      onSuccess: async ({ numero_factura }) => {
        await queryClient.invalidateQueries();
        await navigate({ to: '/oficina/facturas/$numero_factura', params: { numero_factura } });
      },
    }),
  );
  const { campo, ...de } = useFormulario(tarde ? conFraude : createRecuperacion, {
    inicial: {
      ...pedido,
      fundamento_tecnico: '',
      fundamento_legal: 'Ley 142 de 1994, artículos 146, 149 y 150',
      fecha_vencimiento: addDays(hoy(), 15),
    },
    mutacion: crear,
  });
  return (
    <Formulario de={de} className="tarjeta" accion="Facturar el consumo recuperado" enviando="Facturando…">
      <Parrafo
        etiqueta="Fundamento técnico"
        ayuda="Cómo se hallaron los metros cúbicos: visita, prueba del medidor, aforo, con su número."
        rows={3}
        maxLength={2000}
        {...campo('fundamento_tecnico')}
      />
      <Parrafo
        etiqueta="Fundamento legal"
        ayuda="La ley y la cláusula del contrato."
        rows={2}
        className="bajo"
        maxLength={1000}
        {...campo('fundamento_legal')}
      />
      <Parrafo
        etiqueta="Evidencia del fraude"
        opcional={!tarde}
        ayuda="Solo si se cobra después de los cinco meses: el acta, las fotos, lo que lo prueba."
        rows={2}
        className="bajo"
        maxLength={2000}
        {...campo('fraude', textoEscrito)}
      />
      <Texto etiqueta="Fecha límite de pago" type="date" min={hoy()} {...campo('fecha_vencimiento')} />
    </Formulario>
  );
}
