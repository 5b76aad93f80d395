import { reversarPago } from '@cunservicios/api/pagos/pagos.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import { CAUSAS_REVERSO } from '@cunservicios/domain/recaudo/listas';
import { useMutation } from '@tanstack/react-query';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Lista, Parrafo } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { NOMBRE_CAUSA } from './nombres.ts';
import { refrescarDinero } from './refrescar.ts';

type Props = { pago: Outputs['pagos']['get']; hecho: (mensaje: string) => void };

export const Deshacer = (props: Props) => (
  <BotonVentana boton="Deshacer este pago" clase="otro">
    {(cerrar) => <FormularioReverso {...props} cerrar={cerrar} />}
  </BotonVentana>
);

function FormularioReverso({ pago, hecho, cerrar }: Props & { cerrar: () => void }) {
  const { contexto } = useClave();
  const reversar = useMutation(
    trpc.reversos.create.mutationOptions({
      ...contexto,
      onSuccess: async ({ estado, numero }) => {
        await refrescarDinero();
        hecho(
          estado === 'pendiente'
            ? 'El pago sigue como está hasta que otra persona apruebe deshacerlo.'
            : `El pago quedó deshecho con el documento ${numero}. Las facturas deben otra vez lo que pagó.`,
        );
        cerrar();
      },
    }),
  );
  const { campo, ...de } = useFormulario(reversarPago, {
    inicial: { pago_id: pago.id, causa: 'error_de_registro', motivo: '' },
    mutacion: reversar,
  });
  return (
    <Formulario de={de} accion="Deshacer el pago" enviando="Deshaciendo…" cancelar={cerrar}>
      <p>
        Se quita a las facturas, y al saldo a favor, todo lo que hizo este pago de{' '}
        <strong className="cifra">{formatPesos(pago.valor)}</strong>. El recibo {pago.recibo} deja de valer. Queda
        escrito quién lo hizo y por qué.
      </p>
      <Lista etiqueta="Causa" {...campo('causa')}>
        {CAUSAS_REVERSO.map((causa) => (
          <option key={causa} value={causa}>
            {NOMBRE_CAUSA[causa]}
          </option>
        ))}
      </Lista>
      <Parrafo
        etiqueta="Motivo"
        ayuda="El cliente lo puede leer."
        rows={2}
        className="bajo"
        maxLength={500}
        {...campo('motivo')}
      />
    </Formulario>
  );
}
