import { createCargo } from '@cunservicios/api/cargos/cargos.schema';
import { useMutation } from '@tanstack/react-query';
import { pesosEscritos, textoEscrito } from '../core/escrito.ts';
import { hoy } from '../core/fechas.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

export const CrearCargo = ({ numero_cuenta }: { numero_cuenta: string }) => (
  <BotonVentana boton="Agregar un cobro" clase="otro" titulo="Agregar un cobro a la próxima factura">
    {(cerrar) => <FormularioCargo numero_cuenta={numero_cuenta} cerrar={cerrar} />}
  </BotonVentana>
);

function FormularioCargo({ numero_cuenta, cerrar }: { numero_cuenta: string; cerrar: () => void }) {
  const { contexto } = useClave();
  const crear = useMutation(
    trpc.cargos.create.mutationOptions({
      ...contexto,
      onSuccess: () => {
        cerrar();
        return refrescar(trpc.cargos.pathFilter());
      },
    }),
  );
  const { campo, ...de } = useFormulario(createCargo, {
    inicial: { numero_cuenta, concepto: '', referencia: '', norma: '', desde: hoy() },
    mutacion: crear,
  });
  return (
    <Formulario de={de} accion="Agregar el cobro" enviando="Agregando…" cancelar={cerrar}>
      <Texto
        etiqueta="Concepto"
        ayuda="Lo que el usuario lee en la factura, como cambio de llave de paso."
        maxLength={120}
        autoComplete="off"
        {...campo('concepto')}
      />
      <div className="fila-campos">
        <Texto etiqueta="Valor, en pesos" inputMode="numeric" autoComplete="off" {...campo('valor', pesosEscritos)} />
        <Texto
          etiqueta="Referencia"
          ayuda="Número del acta. No se repite."
          maxLength={80}
          autoComplete="off"
          {...campo('referencia')}
        />
      </div>
      <Texto
        etiqueta="Sustento"
        ayuda="La cláusula del contrato, la resolución o el acta que permite cobrarlo."
        maxLength={300}
        autoComplete="off"
        {...campo('norma')}
      />
      <Texto
        etiqueta="Se cobra desde el"
        ayuda="Va en la primera factura cuyo periodo termine ese día o después."
        type="date"
        {...campo('desde', textoEscrito)}
      />
      <Texto
        etiqueta="Factura en la que debió ir"
        opcional
        ayuda="Si se olvidó en una factura, su número: pasados cinco meses ya no se puede cobrar (Ley 142 de 1994, art. 150)."
        maxLength={50}
        autoComplete="off"
        {...campo('factura_omitida', textoEscrito)}
      />
    </Formulario>
  );
}
