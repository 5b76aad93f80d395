import { createVertimiento } from '@cunservicios/api/condiciones/condiciones.schema';
import { MODOS_VERTIMIENTO } from '@cunservicios/domain/consumo/listas';
import { useMutation } from '@tanstack/react-query';
import { textoEscrito } from '../core/escrito.ts';
import { hoy } from '../core/fechas.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { Casilla, Grupo, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import type { DeCuenta } from './formulario-de.tsx';

const MODO = {
  fuente_propia: 'Fuente propia: se suma a los metros cúbicos del acueducto',
  aforo: 'Vertimiento aforado: reemplaza los metros cúbicos del acueducto',
} as const;

export function FormularioVertimiento({ cliente: { numero_cuenta }, listo, cerrar }: DeCuenta) {
  const crear = useMutation(
    trpc.condiciones.createVertimiento.mutationOptions({
      onSuccess: () => {
        listo('Vertimiento registrado.');
        return refrescar(trpc.condiciones.pathFilter());
      },
    }),
  );
  const { campo, ...de } = useFormulario(createVertimiento, {
    inicial: { numero_cuenta, modo: 'fuente_propia', desde: hoy(), soporte: '' },
    mutacion: crear,
  });
  return (
    <Formulario de={de} accion="Registrar el vertimiento" enviando="Registrando…" cancelar={cerrar}>
      <Grupo etiqueta="De qué se trata">
        {MODOS_VERTIMIENTO.map((modo) => (
          <Casilla key={modo} type="radio" etiqueta={MODO[modo]} value={modo} {...campo('modo')} />
        ))}
      </Grupo>
      <Texto
        etiqueta="Metros cúbicos al mes"
        ayuda="Enteros, como los midió el aforo."
        inputMode="numeric"
        autoComplete="off"
        {...campo('m3_mes', { valueAsNumber: true })}
      />
      <div className="fila-campos">
        <Texto etiqueta="Desde" type="date" {...campo('desde')} />
        <Texto etiqueta="Hasta" opcional type="date" {...campo('hasta', textoEscrito)} />
      </div>
      <Texto
        etiqueta="Soporte"
        ayuda="El aforo o la declaración, con su número."
        maxLength={500}
        autoComplete="off"
        {...campo('soporte')}
      />
    </Formulario>
  );
}
