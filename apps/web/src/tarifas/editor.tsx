import { SERVICIOS } from '@cunservicios/domain/tarifa/listas';
import type { Servicio } from '@cunservicios/domain/tarifa/listas';
import type { VersionTarifa } from '@cunservicios/domain/tarifa/version';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { nombrePeriodo } from '../core/fechas.ts';
import { mayuscula } from '../core/mayuscula.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { Casilla, Grupo, Lista, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { Diferencias } from './diferencias.tsx';
import type { Tarifa } from './version.tsx';
import { CLASES, leerVersion, versionEscrita } from './version-escrita.ts';
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
  const suyos = SERVICIOS.filter((servicio) => escrita.presta[servicio]);
  const conFactor = escrita.por_servicio ? suyos : suyos.slice(0, 1);

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
      <div className="columnas">
        {SERVICIOS.map((servicio) => (
          <PreciosDe key={servicio} servicio={servicio} presta={escrita.presta[servicio]} campo={campo} />
        ))}
      </div>
      <Grupo
        etiqueta="Subsidios y contribuciones, en porcentaje"
        ayuda="Los topes y mínimos son de la Ley 1450 de 2011, artículo 125. El estrato 4, los oficiales y los especiales pagan el precio pleno."
      >
        {suyos.length > 1 && (
          <Casilla etiqueta="El porcentaje es distinto para cada servicio" {...campo('por_servicio')} />
        )}
        {conFactor.map((servicio) => (
          <div
            key={servicio}
            className="pila"
            role="group"
            aria-label={escrita.por_servicio ? mayuscula(servicio) : 'Todos los servicios'}
          >
            {escrita.por_servicio && <h3>{mayuscula(servicio)}</h3>}
            <div className="fila-campos porcentajes">
              {CLASES.map(({ clase, nombre, ayuda }) => (
                <Texto
                  key={clase}
                  etiqueta={nombre}
                  ayuda={ayuda}
                  inputMode="decimal"
                  autoComplete="off"
                  {...campo(`factores.${clase}.${servicio}`)}
                />
              ))}
            </div>
          </div>
        ))}
      </Grupo>
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

type Campo = ReturnType<typeof useFormulario<VersionEscrita, VersionTarifa>>['campo'];

const PreciosDe = ({ servicio, presta, campo }: { servicio: Servicio; presta: boolean; campo: Campo }) => (
  <Grupo etiqueta={mayuscula(servicio)}>
    <Casilla etiqueta={`La empresa cobra ${servicio}`} {...campo(`presta.${servicio}`)} />
    {presta && (
      <div className="fila-campos">
        <Texto
          etiqueta="Cargo fijo"
          ayuda="$ por suscriptor y mes"
          inputMode="decimal"
          autoComplete="off"
          {...campo(`servicios.${servicio}.cargo_fijo`)}
        />
        <Texto
          etiqueta="Consumo"
          ayuda="$ por m³"
          inputMode="decimal"
          autoComplete="off"
          {...campo(`servicios.${servicio}.consumo`)}
        />
      </div>
    )}
  </Grupo>
);
