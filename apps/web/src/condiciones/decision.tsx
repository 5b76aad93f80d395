import { createDecision } from '@cunservicios/api/condiciones/condiciones.schema';
import { useMutation } from '@tanstack/react-query';
import { textoEscrito } from '../core/escrito.ts';
import { hoy } from '../core/fechas.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Aviso } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import type { DeCuenta } from './formulario-de.tsx';

export function FormularioDecision({ cliente: { numero_cuenta, uso }, listo, cerrar }: DeCuenta) {
  const crear = useMutation(
    trpc.condiciones.createDecision.mutationOptions({
      onSuccess: () => {
        listo('Decisión de uso especial registrada.');
        return refrescar(trpc.condiciones.pathFilter());
      },
    }),
  );
  const { campo, ...de } = useFormulario(createDecision, {
    inicial: { numero_cuenta, solicitud_fecha: hoy(), decision: '', desde: hoy() },
    mutacion: crear,
  });
  return (
    <Formulario de={de} accion="Registrar la decisión" enviando="Registrando…" cancelar={cerrar}>
      {uso !== 'especial' && (
        <Aviso>
          La cuenta tiene hoy uso {uso}. Para que se cobre como especial, cámbielo también en «Cambiar datos».
        </Aviso>
      )}
      <Texto etiqueta="Día en que lo pidió la entidad" type="date" max={hoy()} {...campo('solicitud_fecha')} />
      <Texto
        etiqueta="Decisión de la empresa"
        ayuda="Expresa y con su número, como Resolución 8 de 2026."
        maxLength={500}
        autoComplete="off"
        {...campo('decision')}
      />
      <div className="fila-campos">
        <Texto etiqueta="Rige desde" type="date" {...campo('desde')} />
        <Texto etiqueta="Hasta" opcional type="date" {...campo('hasta', textoEscrito)} />
      </div>
    </Formulario>
  );
}
