import { createMedidor } from '@cunservicios/api/medidores/medidores.schema';
import { useMutation } from '@tanstack/react-query';
import { decimalEscrito } from '../core/escrito.ts';
import { hoy } from '../core/fechas.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

export const InstalarMedidor = ({ numero_cuenta }: { numero_cuenta: string }) => (
  <BotonVentana boton="Instalar un medidor" clase="otro">
    {(cerrar) => <FormularioMedidor numero_cuenta={numero_cuenta} cerrar={cerrar} />}
  </BotonVentana>
);

function FormularioMedidor({ numero_cuenta, cerrar }: { numero_cuenta: string; cerrar: () => void }) {
  const instalar = useMutation(
    trpc.medidores.create.mutationOptions({
      onSuccess: () => {
        cerrar();
        return refrescar(trpc.clientes.pathFilter(), trpc.lecturas.pathFilter());
      },
    }),
  );
  const { campo, ...de } = useFormulario(createMedidor, {
    inicial: { numero_cuenta, serial: '', digitos: 5, instalado_en: hoy() },
    mutacion: instalar,
  });
  return (
    <Formulario de={de} accion="Instalar el medidor" cancelar={cerrar}>
      <Texto etiqueta="Serial" autoComplete="off" {...campo('serial')} />
      <div className="fila-campos">
        <Texto
          etiqueta="Dígitos"
          ayuda="Los de los m³ enteros."
          inputMode="numeric"
          {...campo('digitos', { valueAsNumber: true })}
        />
        <Texto etiqueta="Instalado el" type="date" max={hoy()} {...campo('instalado_en')} />
      </div>
      <Texto
        etiqueta="Lectura al instalar, en m³"
        opcional
        ayuda="Es el punto de partida del consumo."
        inputMode="decimal"
        autoComplete="off"
        {...campo('lectura_instalacion', decimalEscrito)}
      />
    </Formulario>
  );
}
