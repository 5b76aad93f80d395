import { vistaPrevia } from '@cunservicios/api/correcciones/correcciones.schema';
import { textoEscrito } from '../core/escrito.ts';
import { metros } from '../core/numeros.ts';
import type { Problem } from '../core/problem.ts';
import type { Outputs } from '../core/trpc.ts';
import { Casilla, Grupo, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import type { Pedido } from './aplicar.tsx';
import { Sustento } from './sustento.tsx';

type Props = { factura: Outputs['facturas']['get']; medido: number; ver: (pedido: Pedido) => void };

/** Only with another consumption, and then always: more than the schema of a field can say. */
const SIN_METROS: Problem = {
  status: 422,
  code: 'validacion',
  detail: 'Faltan los metros cúbicos.',
  errors: [{ path: 'cambio.m3', message: 'Escriba los m³ que se consumieron.' }],
};

/** What the visit found. With another consumption, how much it was. */
export function QueSeHallo({ factura: { numero_factura, consumo_m3 }, medido, ver }: Props) {
  const { campo, watch, setValue, ...de } = useFormulario(vistaPrevia, {
    inicial: { cambio: { tipo: 'desviacion', numero_factura, resultado: 'confirmar' } },
    mutacion: {
      mutate: (pedido, { onError }) => {
        const { cambio } = pedido;
        if (cambio.tipo === 'desviacion' && cambio.resultado === 'corregir' && cambio.m3 === undefined)
          onError(SIN_METROS);
        else ver(pedido);
      },
      error: null,
      isPending: false,
    },
  });
  const resultado = watch('cambio.resultado');
  const opciones = [
    ['confirmar', `El consumo fue el medido: ${metros(medido)}`],
    ['promediar', `No se pudo aclarar: se deja el promedio, ${metros(consumo_m3)}`],
    ['corregir', 'Fue otro consumo'],
  ] as const;
  return (
    <section className="tarjeta" aria-labelledby="hallado">
      <h2 id="hallado">Qué se halló</h2>
      <Formulario de={de} accion="Ver qué pasaría" className="formulario ancho">
        <Grupo etiqueta="Resultado de la visita">
          {opciones.map(([valor, etiqueta]) => (
            <Casilla
              key={valor}
              type="radio"
              value={valor}
              etiqueta={etiqueta}
              {...campo('cambio.resultado', {
                onChange: () => setValue('cambio.m3', undefined),
              })}
            />
          ))}
        </Grupo>
        {resultado === 'corregir' && (
          <Texto
            etiqueta="Metros cúbicos que se consumieron"
            ayuda="Sin decimales. La lectura queda como está."
            inputMode="numeric"
            autoComplete="off"
            {...campo('cambio.m3', {
              setValueAs: (value: unknown) => (value === '' || value === undefined ? undefined : Number(value)),
            })}
          />
        )}
        <Sustento {...campo('sustento', textoEscrito)} />
      </Formulario>
    </section>
  );
}
