import { retirarMedidor } from '@cunservicios/api/medidores/medidores.schema';
import { useMutation } from '@tanstack/react-query';
import { decimalEscrito, textoEscrito } from '../core/escrito.ts';
import { hoy } from '../core/fechas.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import type { DeCuenta } from './formulario-de.tsx';
import type { ClaveMedidor } from './nombres.ts';

/** The last dial of the meter in place and, when another takes it, its first one. */
export function FormularioMedidor({ que, cliente, listo, cerrar }: DeCuenta & { que: ClaveMedidor }) {
  const serial = cliente.medidor ?? '';
  const cambia = que === 'cambiar';
  const retirar = useMutation(
    trpc.medidores.retirar.mutationOptions({
      onSuccess: (_retirado, { nuevo }) => {
        listo(nuevo ? `Medidor ${serial} cambiado por ${nuevo.serial}.` : `Medidor ${serial} retirado.`);
        return refrescar(trpc.clientes.pathFilter(), trpc.medidores.pathFilter(), trpc.lecturas.pathFilter());
      },
    }),
  );
  const { campo, ...de } = useFormulario(retirarMedidor, {
    inicial: {
      serial,
      retirado_en: hoy(),
      ...(cambia && { nuevo: { serial: '', digitos: 5, lectura_instalacion: '0' } }),
    },
    mutacion: retirar,
  });
  return (
    <Formulario
      de={de}
      accion={cambia ? 'Cambiar el medidor' : 'Retirar el medidor'}
      enviando="Guardando…"
      cancelar={cerrar}
    >
      <fieldset className="grupo aparte">
        <legend>El que se retira: {serial}</legend>
        <div className="fila-campos">
          <Texto etiqueta="Día" type="date" max={hoy()} {...campo('retirado_en')} />
          <Texto
            etiqueta="Última lectura, en m³"
            inputMode="decimal"
            autoComplete="off"
            {...campo('lectura_retiro', decimalEscrito)}
          />
        </div>
        <Texto
          etiqueta="Causal"
          opcional
          ayuda="Por qué no se pudo leer. Sin lectura, esa parte se estima."
          maxLength={200}
          autoComplete="off"
          {...campo('causal', textoEscrito)}
        />
      </fieldset>
      {cambia && (
        <fieldset className="grupo aparte">
          <legend>El nuevo</legend>
          <Texto etiqueta="Serial" autoComplete="off" maxLength={40} {...campo('nuevo.serial')} />
          <div className="fila-campos">
            <Texto
              etiqueta="Dígitos"
              ayuda="Los de los m³ enteros."
              inputMode="numeric"
              {...campo('nuevo.digitos', { valueAsNumber: true })}
            />
            <Texto
              etiqueta="Lectura al instalar, en m³"
              inputMode="decimal"
              autoComplete="off"
              {...campo('nuevo.lectura_instalacion', decimalEscrito)}
            />
          </div>
        </fieldset>
      )}
    </Formulario>
  );
}
