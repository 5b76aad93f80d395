import type { VersionTarifa } from '@cunservicios/domain/tarifa/version';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { nombrePeriodo } from '../core/fechas.ts';
import { mayuscula } from '../core/mayuscula.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { Lista, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { CamposVersion } from './campos-version.tsx';
import { Diferencias } from './diferencias.tsx';
import type { Tarifa } from './version.tsx';
import { leerVersion, versionEscrita } from './version-escrita.ts';
import type { VersionEscrita } from './version-escrita.ts';

/** Prices and percentages as fields, what they change, and the two things to do with them. */
export function EditorTarifa({ vigente, inicial }: { vigente: Tarifa; inicial: VersionEscrita }) {
  const navigate = useNavigate();
  const accion = useRef<'medir' | 'crear'>('medir');
  const periodos = useQuery(trpc.periodos.list.queryOptions({ limit: 24 }));
  const medibles = periodos.data?.items.filter(({ estado, cuentas }) => estado !== 'abierto' && cuentas > 0) ?? [];
  const [elegido, setElegido] = useState<string>();
  const periodo = medibles.find(({ id }) => String(id) === elegido) ?? medibles[0];
  const medir = useMutation(
    trpc.tarifas.impacto.mutationOptions({
      onSuccess: async ({ id }) => {
        await refrescar(trpc.ejecuciones.pathFilter());
        await navigate({ to: '/oficina/tarifas/impacto/$ejecucion_id', params: { ejecucion_id: String(id) } });
      },
    }),
  );
  const crear = useMutation(
    trpc.tarifas.create.mutationOptions({
      onSuccess: async ({ vigente_desde }) => {
        await refrescar(trpc.tarifas.pathFilter());
        await navigate({ to: '/oficina/tarifas', search: { creada: vigente_desde } });
      },
    }),
  );
  const { campo, watch, ...de } = useFormulario<VersionEscrita, VersionTarifa>(versionEscrita, {
    inicial,
    mutacion: {
      mutate: (version, options) =>
        accion.current === 'medir' && periodo
          ? medir.mutate({ ...version, periodo: periodo.codigo, ciclo: periodo.ciclo }, options)
          : crear.mutate(version, options),
      error: crear.error ?? medir.error,
      isPending: crear.isPending || medir.isPending,
    },
  });
  const escrita = watch();

  return (
    <Formulario
      de={de}
      className="pila ancha editor-tarifa"
      accion={periodo ? 'Medir el impacto' : 'Crear la versión'}
      enviando="Un momento…"
      alPulsar={() => {
        accion.current = periodo ? 'medir' : 'crear';
      }}
      junto={
        periodo && (
          <button
            type="submit"
            className="boton otro"
            disabled={de.enCurso}
            onClick={() => {
              accion.current = 'crear';
            }}
          >
            Crear la versión sin medir
          </button>
        )
      }
    >
      <div className="fila-campos">
        <Texto
          etiqueta="Rige desde el"
          ayuda="La usan los periodos que empiecen ese día o después."
          type="date"
          {...campo('vigente_desde')}
        />
        <Texto
          etiqueta="Acto o resolución"
          ayuda="De dónde salen los precios, como «Acuerdo 012 de 2025»."
          autoComplete="off"
          {...campo('fuente')}
        />
      </div>
      <CamposVersion campo={campo} escrita={escrita} />
      <section className="pila" aria-labelledby="cambia">
        <h2 id="cambia">Lo que cambia frente a la vigente</h2>
        <Diferencias titulo="Frente a la versión vigente" antes={vigente} ahora={leerVersion(escrita)} />
      </section>
      {periodo && (
        <Lista
          etiqueta="Medir con las cuentas y consumos de"
          ayuda="Calcula otra vez las facturas de ese periodo con los precios nuevos. No cambia ninguna."
          value={String(periodo.id)}
          onChange={({ target }) => setElegido(target.value)}
        >
          {medibles.map(({ id, codigo, ciclo }) => (
            <option key={id} value={id}>
              {mayuscula(nombrePeriodo(codigo))}, ciclo {ciclo}
            </option>
          ))}
        </Lista>
      )}
    </Formulario>
  );
}
