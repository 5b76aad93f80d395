import { createConvenio } from '@cunservicios/api/convenios/convenios.schema';
import type { CreateConvenio } from '@cunservicios/api/convenios/convenios.schema';
import { addDays } from '@cunservicios/domain/calendario/fechas';
import { formatPesos, sumar } from '@cunservicios/domain/pesos';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fechaCorta, hoy } from '../core/fechas.ts';
import { porcentajeEscrito } from '../core/porcentaje.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Casilla, Grupo, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

type Factura = Outputs['facturas']['historial']['items'][number];
export type Simulado = { condiciones: CreateConvenio; cuotas: Outputs['convenios']['simular'] };
type Props = { numero_cuenta: string; deben: Factura[]; listo: (simulado: Simulado | undefined) => void };

const condiciones = createConvenio.extend({ tasa_anual: porcentajeEscrito });

/** The terms. Nothing is written: the answer is what the instalments would be. */
export function Simular({ numero_cuenta, deben, listo }: Props) {
  const queries = useQueryClient();
  const libres = deben.filter(({ en_reclamo }) => en_reclamo === 0);
  const [fuera, setFuera] = useState<ReadonlySet<string>>(new Set());
  const entran = libres.filter(({ numero_factura }) => !fuera.has(numero_factura));
  const simular = useMutation({
    mutationFn: async (terms: CreateConvenio) => {
      const all = { ...terms, facturas: entran.map(({ numero_factura }) => numero_factura) };
      const cuotas = await queries.fetchQuery({ ...trpc.convenios.simular.queryOptions(all), staleTime: 0 });
      return { condiciones: all, cuotas };
    },
    onSuccess: listo,
  });
  const { campo, ...de } = useFormulario(condiciones, {
    inicial: { numero_cuenta, cuotas: 6, tasa_anual: '0', primera_cuota: addDays(hoy(), 30) },
    mutacion: simular,
  });
  const marcar = (numero_factura: string, entra: boolean) => {
    const next = new Set(fuera);
    if (entra) next.delete(numero_factura);
    else next.add(numero_factura);
    setFuera(next);
    listo(undefined);
  };
  return (
    <section className="tarjeta" aria-labelledby="condiciones">
      <h2 id="condiciones">1. Las condiciones</h2>
      {/* What was simulated is old as soon as a term changes. */}
      <div onChange={() => listo(undefined)}>
        <Formulario de={de} accion="Ver las cuotas" enviando="Calculando…">
          <Grupo
            etiqueta="Facturas que entran"
            ayuda={`Suman ${formatPesos(sumar(entran.map(({ saldo }) => saldo)))}. Lo que está en reclamo no entra hasta que se resuelva.`}
            error={entran.length === 0 ? 'Elija al menos una factura.' : undefined}
          >
            {deben.map(({ numero_factura, saldo, en_reclamo, fecha_vencimiento }) => (
              <Casilla
                key={numero_factura}
                etiqueta={`${numero_factura}, ${en_reclamo > 0 ? 'en reclamo' : `vence el ${fechaCorta(fecha_vencimiento)}`}: ${formatPesos(saldo)}`}
                checked={en_reclamo === 0 && !fuera.has(numero_factura)}
                disabled={en_reclamo > 0}
                onChange={({ target }) => marcar(numero_factura, target.checked)}
              />
            ))}
          </Grupo>
          <div className="fila-campos">
            <Texto
              etiqueta="Número de cuotas"
              ayuda="De 1 a 60. Una por factura."
              inputMode="numeric"
              {...campo('cuotas', { valueAsNumber: true })}
            />
            <Texto
              etiqueta="Interés anual, en %"
              ayuda="Simple. 0 es sin interés."
              inputMode="decimal"
              autoComplete="off"
              {...campo('tasa_anual')}
            />
            <Texto
              etiqueta="Primera cuota"
              ayuda="Se cobra en la primera factura que cierre ese día o después."
              type="date"
              min={hoy()}
              {...campo('primera_cuota')}
            />
          </div>
        </Formulario>
      </div>
    </section>
  );
}
