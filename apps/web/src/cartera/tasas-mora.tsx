import { setTasaMora } from '@cunservicios/api/cartera/parametros.schema';
import { formatPorcentaje } from '@cunservicios/domain/porcentaje';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { hoy, nombrePeriodo } from '../core/fechas.ts';
import { mayuscula } from '../core/mayuscula.ts';
import { porcentaje, porcentajeEscrito } from '../core/porcentaje.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Tabla } from '../ui/table.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

type Tasa = Outputs['parametros']['tasasMora']['items'][number];

export function TasasMora({ puede }: { puede: boolean }) {
  const query = useInfiniteQuery(trpc.parametros.tasasMora.infiniteQueryOptions({ limit: 24 }, porCursor));
  return (
    <section className="pila" aria-labelledby="tasas">
      <div className="titulo">
        <div>
          <h2 id="tasas">Tasa de mora de cada mes</h2>
          <p className="suave">
            Para usos no residenciales. El residencial paga siempre 6 % anual simple (Ley 142 de 1994, art. 96). Las
            facturas ya emitidas no cambian.
          </p>
        </div>
        {puede && (
          <BotonVentana boton="Cargar la tasa de un mes" clase="otro">
            {(cerrar) => <FormularioTasa cerrar={cerrar} />}
          </BotonVentana>
        )}
      </div>
      <PorPaginas
        query={query}
        vacio="Todavía no hay tasas. Sin la de un mes no se pueden calcular los intereses de las cuentas no residenciales de ese mes."
      >
        {(tasas) => (
          <Tabla
            titulo="Tasas de mora, el mes más reciente primero"
            tituloOculto
            filas={tasas}
            clave={({ mes }) => mes}
            columnas={[
              { titulo: 'Mes', celda: ({ mes }) => mayuscula(nombrePeriodo(mes)) },
              { titulo: 'Tasa anual', numero: true, celda: ({ tasa_anual }) => porcentaje(tasa_anual) },
              {
                titulo: 'Interés bancario corriente',
                numero: true,
                celda: ({ interes_bancario }) => (interes_bancario === null ? '—' : porcentaje(interes_bancario)),
              },
              { titulo: 'De dónde sale', celda: ({ norma }) => norma },
              ...(puede
                ? [
                    {
                      titulo: 'Acciones',
                      celda: (tasa: Tasa) => (
                        <BotonVentana
                          boton="Cambiar"
                          clase="llano"
                          titulo={`Tasa de ${nombrePeriodo(tasa.mes)}`}
                          etiqueta={`Cambiar la tasa de ${nombrePeriodo(tasa.mes)}`}
                        >
                          {(cerrar) => <FormularioTasa tasa={tasa} cerrar={cerrar} />}
                        </BotonVentana>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </PorPaginas>
    </section>
  );
}

const escrita = setTasaMora.extend({
  tasa_anual: porcentajeEscrito,
  interes_bancario: z.union([z.literal('').transform(() => null), porcentajeEscrito]),
});

function FormularioTasa({ tasa, cerrar }: { tasa?: Tasa; cerrar: () => void }) {
  const cargar = useMutation(
    trpc.parametros.setTasaMora.mutationOptions({
      onSuccess: () => {
        cerrar();
        return refrescar(trpc.parametros.pathFilter());
      },
    }),
  );
  const { campo, ...de } = useFormulario(escrita, {
    inicial: {
      mes: tasa?.mes ?? hoy().slice(0, 7),
      tasa_anual: tasa ? formatPorcentaje(tasa.tasa_anual) : '',
      interes_bancario: tasa?.interes_bancario ? formatPorcentaje(tasa.interes_bancario) : '',
      norma: tasa?.norma ?? '',
    },
    mutacion: cargar,
  });
  return (
    <Formulario de={de} accion="Guardar la tasa" enviando="Guardando…" cancelar={cerrar}>
      <Texto etiqueta="Mes" ayuda="Como 2026-07." readOnly={tasa !== undefined} autoComplete="off" {...campo('mes')} />
      <Texto etiqueta="Tasa de mora anual, en %" inputMode="decimal" autoComplete="off" {...campo('tasa_anual')} />
      <Texto
        etiqueta="Interés bancario corriente, en %"
        opcional
        ayuda="Si lo escribe, el programa no deja pasar de 1,5 veces (Código de Comercio, art. 884)."
        inputMode="decimal"
        autoComplete="off"
        {...campo('interes_bancario')}
      />
      <Texto
        etiqueta="De dónde sale"
        ayuda="Por ejemplo: Superfinanciera, certificación de julio de 2026."
        autoComplete="off"
        maxLength={200}
        {...campo('norma')}
      />
    </Formulario>
  );
}
