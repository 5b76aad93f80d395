import { createFuga } from '@cunservicios/api/condiciones/condiciones.schema';
import { useMutation } from '@tanstack/react-query';
import { fechaLarga, hoy } from '../core/fechas.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import type { DeCuenta } from './formulario-de.tsx';

export function FormularioFuga({ cliente: { numero_cuenta }, listo, cerrar }: DeCuenta) {
  const crear = useMutation(
    trpc.condiciones.createFuga.mutationOptions({
      onSuccess: ({ hasta }) => {
        listo(`Fuga registrada: se cobra el promedio hasta el ${fechaLarga(hasta)}.`);
        return refrescar(trpc.condiciones.pathFilter());
      },
    }),
  );
  const { campo, ...de } = useFormulario(createFuga, {
    inicial: { numero_cuenta, detectada_en: hoy(), motivo: '' },
    mutacion: crear,
  });
  return (
    <Formulario de={de} accion="Registrar la fuga" enviando="Registrando…" cancelar={cerrar}>
      <Texto etiqueta="Día en que se detectó" type="date" max={hoy()} {...campo('detectada_en')} />
      <Texto
        etiqueta="Cómo se detectó"
        ayuda="La visita y el instrumento, como visita 123 con geófono."
        maxLength={500}
        autoComplete="off"
        {...campo('motivo')}
      />
    </Formulario>
  );
}
