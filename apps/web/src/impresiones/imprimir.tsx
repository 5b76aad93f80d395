import { imprimirPeriodo } from '@cunservicios/api/documento/documento.schema';
import { useMutation, useQuery } from '@tanstack/react-query';
import { textoEscrito } from '../core/escrito.ts';
import { contar } from '../core/numeros.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Lista } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Fallo } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

type Periodo = { ciclo: string; codigo: string };

export const Imprimir = (periodo: Periodo) => (
  <BotonVentana boton="Imprimir…" titulo="Imprimir las facturas" clase="otro">
    {(cerrar) => <FormularioImprimir {...periodo} cerrar={cerrar} />}
  </BotonVentana>
);

function FormularioImprimir({ ciclo, codigo, cerrar }: Periodo & { cerrar: () => void }) {
  const rutas = useQuery(trpc.rutas.list.queryOptions({ ciclo, limit: 100 }));
  const imprimir = useMutation(
    trpc.impresiones.create.mutationOptions({
      onSuccess: () => refrescar(trpc.impresiones.pathFilter()).then(cerrar),
    }),
  );
  const { campo, ...de } = useFormulario(imprimirPeriodo, { inicial: { ciclo, codigo }, mutacion: imprimir });
  return (
    <Formulario de={de} accion="Hacer los archivos" enviando="Empezando…" cancelar={cerrar}>
      <p>
        Se hacen archivos PDF de hasta 1.000 facturas, en orden de reparto: la ruta y el orden de cada cuenta. Las
        anuladas no salen.
      </p>
      {rutas.isError && <Fallo error={rutas.error} />}
      <Lista etiqueta="Ruta" {...campo('ruta', textoEscrito)}>
        <option value="">Todas</option>
        {rutas.data?.items.map(({ id, codigo, nombre, cuentas }) => (
          <option key={id} value={codigo}>
            {codigo}: {nombre} ({contar(cuentas, 'cuenta', 'cuentas')})
          </option>
        ))}
      </Lista>
    </Formulario>
  );
}
