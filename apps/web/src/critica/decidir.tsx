import { resolver } from '@cunservicios/api/critica/critica.schema';
import type { Accion, Advertencia } from '@cunservicios/domain/consumo/listas';
import { useMutation } from '@tanstack/react-query';
import { decimalEscrito, textoEscrito } from '../core/escrito.ts';
import { fechaCorta } from '../core/fechas.ts';
import { contar } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Parrafo, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { motivosDe, recordarMotivo } from './motivos.ts';
import { ACCION, dial, efecto, porQue } from './palabras.ts';
import type { Prefactura } from './palabras.ts';

export type Resueltas = Outputs['critica']['resolver'];
type Props = {
  periodo: { ciclo: string; codigo: string; hasta: string };
  advertencia: Advertencia;
  accion: Accion;
  cuentas: Prefactura[];
  listo: (accion: Accion, resueltas: Resueltas) => void;
  cerrar: () => void;
};

/** Inside a window: what will happen, the reason, and for a correction what the dial really showed. */
export function Decidir({ periodo: { ciclo, codigo, hasta }, advertencia, accion, cuentas, listo, cerrar }: Props) {
  const mutacion = useMutation(
    trpc.critica.resolver.mutationOptions({
      onSuccess: (resueltas, { motivo }) => {
        recordarMotivo(accion, motivo);
        listo(accion, resueltas);
      },
    }),
  );
  const { campo, setValue, setFocus, ...de } = useFormulario(resolver, {
    inicial: {
      ciclo,
      codigo,
      advertencia,
      accion,
      cuentas: cuentas.map(({ numero_cuenta }) => numero_cuenta),
      motivo: '',
    },
    mutacion,
  });
  const [una, otra] = cuentas;
  return (
    <Formulario
      de={de}
      accion={`${ACCION[accion].verbo}${otra ? `: ${contar(cuentas.length, 'cuenta', 'cuentas')}` : ''}`}
      enviando="Liquidando otra vez…"
      cancelar={cerrar}
    >
      <div className="pila">
        {una && !otra && (
          <p className="suave">
            {una.nombre}. {porQue(una, advertencia)}
          </p>
        )}
        <p>{efecto(accion, advertencia)}</p>
      </div>
      {accion === 'corregir' && una && (
        <div className="fila-campos">
          <Texto
            etiqueta="Lectura correcta, en m³"
            ayuda={`La anterior es ${dial(una.lectura_anterior)}; la de ahora, ${dial(una.lectura?.m3 ?? una.lectura_actual)}.`}
            inputMode="decimal"
            autoComplete="off"
            {...campo('lectura_m3', decimalEscrito)}
          />
          {!una.lectura?.m3 && (
            <Texto
              etiqueta="Día de la lectura"
              opcional
              ayuda={`Si la deja vacía, el ${fechaCorta(hasta)}.`}
              type="date"
              {...campo('fecha_lectura', textoEscrito)}
            />
          )}
        </div>
      )}
      <div className="pila">
        <Parrafo
          etiqueta="Motivo"
          ayuda="Queda guardado con su nombre."
          rows={2}
          className="bajo"
          maxLength={500}
          {...campo('motivo')}
        />
        <div className="acciones juntas" role="group" aria-label="Motivos frecuentes">
          {motivosDe(accion).map((motivo) => (
            <button
              key={motivo}
              type="button"
              className="boton otro bajo ficha"
              onClick={() => {
                setValue('motivo', motivo, { shouldValidate: true });
                setFocus('motivo');
              }}
            >
              {motivo}
            </button>
          ))}
        </div>
      </div>
    </Formulario>
  );
}
