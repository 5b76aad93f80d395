import { updateCliente } from '@cunservicios/api/clientes/clientes.schema';
import { z } from 'zod';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import type { DeCuenta } from './formulario-de.tsx';
import { CONDICION } from './nombres.ts';
import { useCambiarCliente } from './use-cambiar-cliente.ts';

const AYUDA = {
  protegido: 'Quién y con qué soporte, como: persona con oxígeno en casa, certificado médico del 3 de julio.',
  exento_desincentivo: 'Inquilinato, hogar comunitario del ICBF o área común, con su soporte.',
} as const;

const escrito = z.strictObject({ motivo: updateCliente.shape.protegido.unwrap().unwrap() });

type Props = DeCuenta & { de: keyof typeof AYUDA };

/** A fact of the account that is its reason, in words. */
export function FormularioMotivo({ de: clave, cliente, listo, cerrar }: Props) {
  const { numero_cuenta } = cliente;
  const cambiar = useCambiarCliente(() => listo(`${CONDICION[clave].nombre}: quedó guardado.`));
  const { campo, ...de } = useFormulario(escrito, {
    inicial: { motivo: cliente[clave] ?? '' },
    mutacion: { ...cambiar, mutate: ({ motivo }, then) => cambiar.mutate({ numero_cuenta, [clave]: motivo }, then) },
  });
  return (
    <Formulario de={de} accion="Guardar" enviando="Guardando…" cancelar={cerrar}>
      <Texto etiqueta="Por qué" ayuda={AYUDA[clave]} maxLength={200} autoComplete="off" {...campo('motivo')} />
    </Formulario>
  );
}
