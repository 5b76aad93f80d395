import { anularCargo } from '@cunservicios/api/cargos/cargos.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation } from '@tanstack/react-query';
import { refrescar, trpc } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

type Cargo = { id: number; concepto: string; valor: number };

export const AnularCargo = ({ cargo }: { cargo: Cargo }) => (
  <BotonVentana
    boton="Anular"
    clase="llano"
    titulo={`Anular «${cargo.concepto}»`}
    etiqueta={`Anular «${cargo.concepto}»`}
  >
    {(cerrar) => <FormularioAnular cargo={cargo} cerrar={cerrar} />}
  </BotonVentana>
);

function FormularioAnular({ cargo, cerrar }: { cargo: Cargo; cerrar: () => void }) {
  const anular = useMutation(
    trpc.cargos.anular.mutationOptions({
      onSuccess: () => {
        cerrar();
        return refrescar(trpc.cargos.pathFilter());
      },
    }),
  );
  const { campo, ...de } = useFormulario(anularCargo, {
    inicial: { cargo_id: cargo.id, motivo: '' },
    mutacion: anular,
  });
  return (
    <Formulario de={de} accion="Anular el cobro" enviando="Anulando…" cancelar={cerrar}>
      <p>
        {formatPesos(cargo.valor)} dejan de cobrarse en la próxima factura. Queda en la lista como anulado, con su
        motivo, y su referencia no se puede usar otra vez.
      </p>
      <Texto
        etiqueta="Motivo"
        ayuda="Por ejemplo: el usuario ya lo pagó en la oficina."
        maxLength={300}
        autoComplete="off"
        {...campo('motivo')}
      />
    </Formulario>
  );
}
