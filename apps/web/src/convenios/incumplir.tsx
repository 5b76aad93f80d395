import { incumplirConvenio } from '@cunservicios/api/convenios/convenios.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation } from '@tanstack/react-query';
import { contar } from '../core/numeros.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

type Convenio = Outputs['convenios']['get'];

export const Incumplir = ({ convenio }: { convenio: Convenio }) => (
  <BotonVentana boton="Declarar incumplido…" clase="otro" titulo="Declarar incumplido el convenio">
    {(cerrar) => <FormularioIncumplir convenio={convenio} cerrar={cerrar} />}
  </BotonVentana>
);

function FormularioIncumplir({ convenio, cerrar }: { convenio: Convenio; cerrar: () => void }) {
  const { numero_convenio, saldo, plan } = convenio;
  const incumplir = useMutation(
    trpc.convenios.incumplir.mutationOptions({
      onSuccess: () => {
        cerrar();
        return refrescar(
          trpc.convenios.pathFilter(),
          trpc.clientes.pathFilter(),
          trpc.facturas.pathFilter(),
          trpc.movimientos.pathFilter(),
          trpc.cargos.pathFilter(),
          trpc.suspension.pathFilter(),
        );
      },
    }),
  );
  const { campo, ...de } = useFormulario(incumplirConvenio, {
    inicial: { numero_convenio, motivo: '' },
    mutacion: incumplir,
  });
  const facturadas = plan.filter(({ numero_factura }) => numero_factura !== null).length;
  const quedan = plan.length - facturadas;
  return (
    <Formulario de={de} accion="Declarar incumplido" enviando="Declarando…" cancelar={cerrar}>
      <ul>
        <li>
          Vuelven a sus facturas <strong className="cifra">{formatPesos(saldo)}</strong>, que es lo que aún no se ha
          facturado en cuotas. {quedan > 0 && `Se quitan ${contar(quedan, 'cuota', 'cuotas')} con su interés.`}
        </li>
        {facturadas > 0 && (
          <li>
            {contar(facturadas, 'cuota ya facturada se sigue', 'cuotas ya facturadas se siguen')} debiendo en su
            factura.
          </li>
        )}
        <li>La cuenta sigue debiendo lo mismo, pero otra vez se puede avisar y suspender.</li>
      </ul>
      <p>
        <strong>No se puede deshacer.</strong> Para dar otro plazo se firma un convenio nuevo.
      </p>
      <Texto
        etiqueta="Motivo"
        ayuda="Por ejemplo: no pagó dos cuotas seguidas."
        maxLength={300}
        autoComplete="off"
        {...campo('motivo')}
      />
    </Formulario>
  );
}
