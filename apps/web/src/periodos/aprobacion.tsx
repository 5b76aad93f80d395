import { useMutation } from '@tanstack/react-query';
import { formatPesos } from '@cunservicios/domain/pesos';
import { instanteCorto } from '../core/fechas.ts';
import { contar } from '../core/numeros.ts';
import { useUser } from '../core/session.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { BotonVentana, Confirmar } from '../ui/dialog.tsx';

type Props = {
  periodo: Outputs['periodos']['get'];
  aprobacion: Outputs['periodos']['resumen']['aprobacion'];
  puede: boolean;
};

/** Whether a second person approved the period, and the button for the one who may. */
export function Aprobacion({ periodo, aprobacion: { liquido, aprobo }, puede }: Props) {
  const { ciclo, codigo, aprobado_en } = periodo;
  const yo = useUser()?.id;
  const aprobar = useMutation(
    trpc.critica.aprobar.mutationOptions({ onSuccess: () => refrescar(trpc.periodos.pathFilter()) }),
  );
  if (aprobado_en)
    return (
      <p>
        Aprobado por {aprobo?.nombre ?? 'otra persona'} el {instanteCorto(aprobado_en)}. Si algo cambia, se pide de
        nuevo.
      </p>
    );
  const quien = liquido?.nombre ?? 'una persona';
  if (liquido?.id === yo)
    return (
      <p>
        Usted liquidó este periodo, y la empresa pide que otra persona lo apruebe. Pídaselo a alguien de facturación o
        de administración.
      </p>
    );
  if (!puede) return <p>Lo liquidó {quien}. Falta que otra persona de facturación lo apruebe.</p>;
  return (
    <>
      <p>Lo liquidó {quien}. Revise las cifras; si están bien, apruébelas.</p>
      <BotonVentana boton="Aprobar para emitir" titulo="Aprobar el periodo">
        {(cerrar) => (
          <Confirmar
            accion="Aprobar"
            mutacion={aprobar}
            hacer={() => aprobar.mutate({ ciclo, codigo }, { onSuccess: cerrar })}
            cerrar={cerrar}
          >
            <p>
              Con su nombre, {contar(periodo.cuentas, 'factura queda aprobada', 'facturas quedan aprobadas')} por{' '}
              {formatPesos(periodo.valor_total)}. Si después cambia alguna cuenta, habrá que aprobar otra vez.
            </p>
          </Confirmar>
        )}
      </BotonVentana>
    </>
  );
}
