import { updateCliente } from '@cunservicios/api/clientes/clientes.schema';
import { USOS } from '@cunservicios/domain/tarifa/listas';
import { useFieldArray } from 'react-hook-form';
import { z } from 'zod';
import { mayuscula } from '../core/mayuscula.ts';
import { Lista, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import type { DeCuenta } from './formulario-de.tsx';
import { useCambiarCliente } from './use-cambiar-cliente.ts';

const { numero_cuenta: cuenta, clases } = updateCliente.shape;
const escritas = z.strictObject({ numero_cuenta: cuenta, clases: clases.unwrap().unwrap() });
type Clase = z.input<typeof escritas>['clases'][number];

const DOS: Clase[] = [
  { uso: 'residencial', estrato: 3, unidades: 1 },
  { uso: 'comercial', estrato: null, unidades: 1 },
];
const numero = { setValueAs: (value: unknown) => (value === '' || value === null ? null : Number(value)) };

export function FormularioClases({ cliente, listo, cerrar }: DeCuenta) {
  const { numero_cuenta } = cliente;
  const cambiar = useCambiarCliente(() => listo('Las unidades por clase quedaron guardadas.'));
  const { campo, control, watch, setValue, ...de } = useFormulario(escritas, {
    inicial: { numero_cuenta, clases: cliente.clases ?? DOS },
    mutacion: cambiar,
  });
  const { fields, append, remove } = useFieldArray({ control, name: 'clases' });
  return (
    <Formulario de={de} accion="Guardar las unidades" enviando="Guardando…" cancelar={cerrar}>
      {fields.map(({ id }, i) => (
        <fieldset key={id} className="grupo aparte">
          <legend>Clase {i + 1}</legend>
          <div className="fila-campos">
            <Lista
              etiqueta="Uso"
              {...campo(`clases.${i}.uso`, {
                onChange: ({ target }: { target: { value: string } }) =>
                  setValue(`clases.${i}.estrato`, target.value === 'residencial' ? 3 : null),
              })}
            >
              {USOS.map((uso) => (
                <option key={uso} value={uso}>
                  {mayuscula(uso)}
                </option>
              ))}
            </Lista>
            {watch(`clases.${i}.uso`) === 'residencial' && (
              <Lista etiqueta="Estrato" {...campo(`clases.${i}.estrato`, numero)}>
                {[1, 2, 3, 4, 5, 6].map((n) => (
                  <option key={n}>{n}</option>
                ))}
              </Lista>
            )}
            <Texto
              etiqueta="Unidades"
              inputMode="numeric"
              autoComplete="off"
              {...campo(`clases.${i}.unidades`, { valueAsNumber: true })}
            />
          </div>
          {fields.length > 2 && (
            <div>
              <button
                type="button"
                className="boton llano"
                aria-label={`Quitar la clase ${i + 1}`}
                onClick={() => remove(i)}
              >
                Quitar
              </button>
            </div>
          )}
        </fieldset>
      ))}
      {fields.length < 12 && (
        <div>
          <button
            type="button"
            className="boton otro"
            onClick={() => append({ uso: 'comercial', estrato: null, unidades: 1 })}
          >
            Agregar una clase
          </button>
        </div>
      )}
    </Formulario>
  );
}
