import { setSalarioMinimo } from '@cunservicios/api/cartera/parametros.schema';
import { CARGOS, cargoMaximo, salariosMinimos } from '@cunservicios/domain/cartera/cargos';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation, useQuery } from '@tanstack/react-query';
import { pesosEscritos } from '../core/escrito.ts';
import { hoy } from '../core/fechas.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { ORDEN } from '../ordenes/nombres.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

type Salario = Outputs['parametros']['salarios'][number];
const esteAnio = () => Number(hoy().slice(0, 4));

export function Salarios({ puede }: { puede: boolean }) {
  const query = useQuery(trpc.parametros.salarios.queryOptions());
  return (
    <section className="pila" aria-labelledby="salarios">
      <div className="titulo">
        <div>
          <h2 id="salarios">Salario mínimo y lo más que se puede cobrar</h2>
          <p className="suave">
            Cada trabajo tiene un tope, en parte del salario mínimo del año en que se hizo (Resolución CRA 424 de 2007).
            Lo que cobra la empresa, hasta ese tope, está en sus ajustes.
          </p>
        </div>
        {puede && (
          <BotonVentana boton="Cargar el salario de un año" clase="otro">
            {(cerrar) => <FormularioSalario cerrar={cerrar} />}
          </BotonVentana>
        )}
      </div>
      <Cargado query={query}>
        {(salarios) => (
          <>
            {!salarios.some(({ anio }) => anio === esteAnio()) && (
              <Aviso tono="alerta">
                Falta el salario mínimo de {esteAnio()}. Sin él no se pueden cerrar órdenes de suspensión,
                reinstalación, corte ni reconexión hechas este año.
              </Aviso>
            )}
            <Tabla
              titulo="Salarios mínimos, el año más reciente primero"
              tituloOculto
              filas={salarios.toReversed()}
              clave={({ anio }) => anio}
              columnas={[
                { titulo: 'Año', celda: ({ anio }) => String(anio) },
                { titulo: 'Salario mínimo', numero: true, celda: ({ valor }) => formatPesos(valor) },
                ...CARGOS.map((cargo) => ({
                  titulo: ORDEN[cargo].nombre,
                  numero: true,
                  celda: ({ anio }: Salario) =>
                    formatPesos(cargoMaximo(cargo, `${anio}-01-01`, salariosMinimos(salarios))),
                })),
                { titulo: 'De dónde sale', celda: ({ norma }) => norma },
                ...(puede
                  ? [
                      {
                        titulo: 'Acciones',
                        celda: (salario: Salario) => (
                          <BotonVentana
                            boton="Cambiar"
                            clase="llano"
                            titulo={`Salario mínimo de ${salario.anio}`}
                            etiqueta={`Cambiar el salario de ${salario.anio}`}
                          >
                            {(cerrar) => <FormularioSalario salario={salario} cerrar={cerrar} />}
                          </BotonVentana>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          </>
        )}
      </Cargado>
    </section>
  );
}

function FormularioSalario({ salario, cerrar }: { salario?: Salario; cerrar: () => void }) {
  const cargar = useMutation(
    trpc.parametros.setSalario.mutationOptions({
      onSuccess: () => {
        cerrar();
        return refrescar(trpc.parametros.pathFilter());
      },
    }),
  );
  const { campo, ...de } = useFormulario(setSalarioMinimo, {
    inicial: salario ?? { anio: esteAnio(), norma: '' },
    mutacion: cargar,
  });
  return (
    <Formulario de={de} accion="Guardar el salario" enviando="Guardando…" cancelar={cerrar}>
      <Texto
        etiqueta="Año"
        inputMode="numeric"
        readOnly={salario !== undefined}
        {...campo('anio', { valueAsNumber: true })}
      />
      <Texto
        etiqueta="Salario mínimo mensual, en pesos"
        inputMode="numeric"
        autoComplete="off"
        {...campo('valor', pesosEscritos)}
      />
      <Texto
        etiqueta="De dónde sale"
        ayuda="El decreto que lo fijó."
        autoComplete="off"
        maxLength={200}
        {...campo('norma')}
      />
    </Formulario>
  );
}
