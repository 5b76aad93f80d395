import { updateCliente } from '@cunservicios/api/clientes/clientes.schema';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import type { DeCuenta } from './formulario-de.tsx';
import { useCambiarCliente } from './use-cambiar-cliente.ts';

const fechas = updateCliente.pick({ numero_cuenta: true, servicio_desde: true, servicio_hasta: true });
const fechaOpcional = { setValueAs: (value: unknown) => value || null };

export function FormularioFechas({ cliente, listo, cerrar }: DeCuenta) {
  const { numero_cuenta, servicio_desde, servicio_hasta } = cliente;
  const cambiar = useCambiarCliente(() => listo('Las fechas del servicio quedaron guardadas.'));
  const { campo, ...de } = useFormulario(fechas, {
    inicial: { numero_cuenta, servicio_desde, servicio_hasta },
    mutacion: cambiar,
  });
  return (
    <Formulario de={de} accion="Guardar las fechas" enviando="Guardando…" cancelar={cerrar}>
      <div className="fila-campos">
        <Texto
          etiqueta="Primer día"
          opcional
          ayuda="Vacío: desde antes."
          type="date"
          {...campo('servicio_desde', fechaOpcional)}
        />
        <Texto
          etiqueta="Último día"
          opcional
          ayuda="Vacío: sigue."
          type="date"
          {...campo('servicio_hasta', fechaOpcional)}
        />
      </div>
    </Formulario>
  );
}
