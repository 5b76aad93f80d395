import { createLectura } from '@cunservicios/api/lecturas/lecturas.schema';
import { TIPOS_LECTURA } from '@cunservicios/domain/consumo/listas';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { decimalEscrito, textoEscrito } from '../core/escrito.ts';
import { hoy } from '../core/fechas.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Lista, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { NOMBRE_LECTURA } from './nombres.ts';

export const RegistrarLectura = ({ medidor }: { medidor: string }) => (
  <BotonVentana boton="Registrar una lectura" clase="otro" titulo={`Registrar una lectura del medidor ${medidor}`}>
    {(cerrar) => <FormularioLectura medidor={medidor} cerrar={cerrar} />}
  </BotonVentana>
);

function FormularioLectura({ medidor, cerrar }: { medidor: string; cerrar: () => void }) {
  const lista = useId();
  const causales = useQuery(trpc.lecturas.causales.queryOptions());
  const registrar = useMutation(
    trpc.lecturas.create.mutationOptions({
      onSuccess: () => {
        cerrar();
        return refrescar(trpc.lecturas.pathFilter());
      },
    }),
  );
  const { campo, ...de } = useFormulario(createLectura, {
    inicial: { medidor, fecha_lectura: hoy(), tipo: 'real' },
    mutacion: registrar,
  });
  return (
    <Formulario de={de} accion="Registrar la lectura" cancelar={cerrar}>
      <div className="fila-campos">
        <Texto etiqueta="Fecha" type="date" max={hoy()} {...campo('fecha_lectura')} />
        <Lista etiqueta="Tipo" {...campo('tipo')}>
          {TIPOS_LECTURA.map((tipo) => (
            <option key={tipo} value={tipo}>
              {NOMBRE_LECTURA[tipo]}
            </option>
          ))}
        </Lista>
      </div>
      <Texto
        etiqueta="Lectura, en m³"
        ayuda="Como está en el medidor. Déjela vacía si no se pudo leer."
        inputMode="decimal"
        autoComplete="off"
        {...campo('lectura_m3', decimalEscrito)}
      />
      <Texto
        etiqueta="Causal"
        opcional
        ayuda="Por qué no se pudo leer. Elija una de la lista o escriba otra."
        autoComplete="off"
        list={lista}
        {...campo('causal', textoEscrito)}
      />
      <datalist id={lista}>
        {causales.data?.map((causal) => (
          <option key={causal} value={causal}>
            {causal}
          </option>
        ))}
      </datalist>
    </Formulario>
  );
}
