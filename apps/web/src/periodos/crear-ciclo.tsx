import { createCiclo } from '@cunservicios/api/ciclos/ciclos.schema';
import { useMutation } from '@tanstack/react-query';
import { refrescar, trpc } from '../core/trpc.ts';
import { ListaPeriodicidad } from '../tenants/listas.tsx';
import { BotonVentana } from '../ui/dialog.tsx';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

export const CrearCiclo = () => (
  <BotonVentana boton="Crear un ciclo" clase="otro">
    {(cerrar) => <FormularioCiclo cerrar={cerrar} />}
  </BotonVentana>
);

function FormularioCiclo({ cerrar }: { cerrar: () => void }) {
  const crear = useMutation(
    trpc.ciclos.create.mutationOptions({
      onSuccess: async () => {
        await refrescar(trpc.ciclos.pathFilter());
        cerrar();
      },
    }),
  );
  const { campo, ...de } = useFormulario(createCiclo, {
    inicial: { codigo: '', nombre: '', periodicidad: 'mensual' },
    mutacion: crear,
  });
  return (
    <Formulario de={de} accion="Crear el ciclo" cancelar={cerrar}>
      <p className="suave">Un ciclo es el grupo de rutas que se lee y se factura junto.</p>
      <Texto etiqueta="Código" autoComplete="off" {...campo('codigo')} />
      <Texto etiqueta="Nombre" autoComplete="off" {...campo('nombre')} />
      <ListaPeriodicidad {...campo('periodicidad')} />
    </Formulario>
  );
}
