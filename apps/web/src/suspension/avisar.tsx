import { avisarSuspension } from '@cunservicios/api/suspension/suspension.schema';
import { useMutation } from '@tanstack/react-query';
import { hoy } from '../core/fechas.ts';
import { contar } from '../core/numeros.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import type { Hecho } from './resultado.tsx';

type Props = { cuentas: string[]; listo: (hecho: Hecho) => void; cerrar: () => void };

export function Avisar({ cuentas, listo, cerrar }: Props) {
  const avisar = useMutation(
    trpc.suspension.avisar.mutationOptions({
      onSuccess: async (filas) => {
        await refrescar(trpc.suspension.pathFilter());
        cerrar();
        listo({ vez: Date.now(), que: 'aviso', filas });
      },
    }),
  );
  const { campo, ...de } = useFormulario(avisarSuspension, {
    inicial: { cuentas, medio: '', fecha: hoy() },
    mutacion: avisar,
  });
  return (
    <Formulario
      de={de}
      accion={`Registrar el aviso de ${contar(cuentas.length, 'cuenta', 'cuentas')}`}
      enviando="Registrando…"
      cancelar={cerrar}
    >
      <p>
        Registre el aviso <strong>después de entregarlo</strong>. Desde ese día corren los días hábiles que fija la
        empresa; mientras tanto el usuario puede pagar, pedir un convenio o reclamar.
      </p>
      <Texto
        etiqueta="Cómo se entregó"
        ayuda="Por ejemplo: entregado en el predio con la factura, a quien abrió."
        autoComplete="off"
        maxLength={120}
        {...campo('medio')}
      />
      <Texto etiqueta="Día de la entrega" type="date" max={hoy()} {...campo('fecha')} />
    </Formulario>
  );
}
