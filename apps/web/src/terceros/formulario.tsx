import { createTercero } from '@cunservicios/api/terceros/terceros.schema';
import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

type Tercero = Outputs['terceros']['list']['items'][number];
type Datos = z.output<typeof createTercero>;

/** Its numbers without what people put between them; nothing is null. */
const nitEscrito = {
  setValueAs: (value: unknown) => (typeof value === 'string' && value.replaceAll(/[.\s]/g, '')) || null,
};

export function FormularioTercero({ tercero, cerrar }: { tercero?: Tercero; cerrar: () => void }) {
  const options = {
    onSuccess: () => {
      cerrar();
      return refrescar(trpc.terceros.pathFilter());
    },
  };
  const crear = useMutation(trpc.terceros.create.mutationOptions(options));
  const cambiar = useMutation(trpc.terceros.update.mutationOptions(options));
  const { campo, ...de } = useFormulario(createTercero, {
    inicial: { codigo: tercero?.codigo ?? '', nombre: tercero?.nombre ?? '', nit: tercero?.nit ?? null },
    mutacion: tercero
      ? {
          ...cambiar,
          mutate: ({ codigo, ...facts }: Datos, then) => cambiar.mutate({ tercero: codigo, ...facts }, then),
        }
      : crear,
  });
  return (
    <Formulario
      de={de}
      accion={tercero ? 'Guardar los cambios' : 'Crear el tercero'}
      enviando="Guardando…"
      cancelar={cerrar}
    >
      <Texto
        etiqueta="Nombre"
        ayuda="Como sale en la factura."
        autoComplete="off"
        maxLength={120}
        {...campo('nombre')}
      />
      <Texto
        etiqueta="Código"
        ayuda={
          tercero
            ? 'No cambia: los archivos lo usan.'
            : 'Corto y sin espacios, como aseo. Va en los archivos y no cambia.'
        }
        readOnly={tercero !== undefined}
        autoComplete="off"
        maxLength={40}
        {...campo('codigo')}
      />
      <Texto
        etiqueta="NIT"
        opcional
        ayuda="Sin dígito de verificación."
        inputMode="numeric"
        autoComplete="off"
        {...campo('nit', nitEscrito)}
      />
    </Formulario>
  );
}
