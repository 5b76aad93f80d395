import { pagarFactura } from '@cunservicios/api/facturas/facturas.schema';
import { MEDIOS_PAGO } from '@cunservicios/domain/recaudo/listas';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation } from '@tanstack/react-query';
import { pesosEscritos, textoEscrito } from '../core/escrito.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Lista, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

type Props = { numero_factura: string; saldo: number; hecho: (mensaje: string) => void };

export const Pagar = (props: Props) => (
  <div className="no-imprime">
    <BotonVentana boton="Registrar un pago">{(cerrar) => <FormularioPago {...props} cerrar={cerrar} />}</BotonVentana>
  </div>
);

function FormularioPago({ numero_factura, saldo, hecho, cerrar }: Props & { cerrar: () => void }) {
  const { contexto } = useClave();
  const pagar = useMutation(
    trpc.facturas.pagar.mutationOptions({
      ...contexto,
      onSuccess: (factura, { valor = saldo }) => {
        hecho(
          factura.saldo === 0
            ? `Pago de ${formatPesos(valor)} registrado. La factura quedó pagada.`
            : `Pago de ${formatPesos(valor)} registrado. Queda un saldo de ${formatPesos(factura.saldo)}.`,
        );
        cerrar();
        return refrescar(
          trpc.facturas.pathFilter(),
          trpc.clientes.pathFilter(),
          trpc.movimientos.pathFilter(),
          trpc.pagos.pathFilter(),
        );
      },
    }),
  );
  const { campo, ...de } = useFormulario(pagarFactura, {
    inicial: { numero_factura, valor: saldo, medio: 'Efectivo' },
    mutacion: pagar,
  });
  return (
    <Formulario de={de} accion="Registrar el pago" enviando="Registrando…" cancelar={cerrar}>
      <p>
        Factura {numero_factura}, saldo <strong className="cifra">{formatPesos(saldo)}</strong>
      </p>
      <Texto
        etiqueta="Valor, en pesos"
        ayuda="Sin puntos. Puede ser menor que el saldo."
        inputMode="numeric"
        autoComplete="off"
        {...campo('valor', pesosEscritos)}
      />
      <Lista etiqueta="Medio" {...campo('medio')}>
        {MEDIOS_PAGO.map((medio) => (
          <option key={medio}>{medio}</option>
        ))}
      </Lista>
      <Texto
        etiqueta="Referencia"
        opcional
        ayuda="Número del comprobante o de la transacción."
        autoComplete="off"
        {...campo('referencia', textoEscrito)}
      />
    </Formulario>
  );
}
