import { asignarRecaudo, descartarRecaudo } from '@cunservicios/api/archivos-recaudo/archivos-recaudo.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation } from '@tanstack/react-query';
import { textoEscrito } from '../core/escrito.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { Ventana } from '../ui/dialog.tsx';
import { Parrafo, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { type Fila, valorDe } from './filas.tsx';

export type PorResolver = { fila: Fila; que: 'asignar' | 'descartar' };
type Props = { hecho: (mensaje: string) => void; cerrar: () => void };
type EnVentana = Props & { fila: Fila };

const llamada = ({ archivo_recaudo_id, linea }: Fila) => `la línea ${linea} del archivo ${archivo_recaudo_id}`;

/** The buttons of a row. Their window belongs to the page: it outlives the row, which goes once it is resolved. */
export const BotonesDeFila = ({ fila, abrir }: { fila: Fila; abrir: (que: PorResolver) => void }) => (
  <span className="acciones">
    {fila.valor > 0 && (
      <button
        type="button"
        className="boton otro"
        aria-label={`Asignar ${llamada(fila)}`}
        onClick={() => abrir({ fila, que: 'asignar' })}
      >
        Asignar
      </button>
    )}
    <button
      type="button"
      className="boton llano"
      aria-label={`Descartar ${llamada(fila)}`}
      onClick={() => abrir({ fila, que: 'descartar' })}
    >
      Descartar
    </button>
  </span>
);

export const Resolver = ({ abierta, ...props }: Props & { abierta: PorResolver | undefined }) => (
  <Ventana
    titulo={abierta?.que === 'descartar' ? 'Descartar la fila' : 'Decir de quién es'}
    abierto={abierta !== undefined}
    cerrar={props.cerrar}
  >
    {abierta?.que === 'asignar' && <FormularioAsignar fila={abierta.fila} {...props} />}
    {abierta?.que === 'descartar' && <FormularioDescartar fila={abierta.fila} {...props} />}
  </Ventana>
);

/** Balances and payments of other pages change with it. */
const alResolver = () =>
  refrescar(
    trpc.recaudos.pathFilter(),
    trpc.archivosRecaudo.pathFilter(),
    trpc.pagos.pathFilter(),
    trpc.facturas.pathFilter(),
    trpc.clientes.pathFilter(),
    trpc.movimientos.pathFilter(),
  );

function FormularioAsignar({ fila, hecho, cerrar }: EnVentana) {
  const { contexto } = useClave();
  const asignar = useMutation(
    trpc.recaudos.asignar.mutationOptions({
      ...contexto,
      onSuccess: async ({ recibo, numero_cuenta, valor }) => {
        hecho(`${formatPesos(valor)} quedaron en la cuenta ${numero_cuenta}, recibo ${recibo}.`);
        cerrar();
        await alResolver();
      },
    }),
  );
  const { campo, ...de } = useFormulario(asignarRecaudo, {
    inicial: { recaudo_id: fila.id, observacion: '' },
    mutacion: asignar,
  });
  return (
    <Formulario de={de} accion="Registrar el pago" cancelar={cerrar}>
      <p>
        <strong className="cifra">{valorDe(fila)}</strong>
        {fila.centavos > 0 && `: se registran los pesos enteros, ${formatPesos(fila.valor)}`}. Referencia{' '}
        {fila.referencia || 'vacía'}.
      </p>
      <div className="fila-campos">
        <Texto etiqueta="Cuenta" autoComplete="off" {...campo('numero_cuenta', textoEscrito)} />
        <Texto
          etiqueta="O factura"
          autoComplete="off"
          ayuda="Solo una de las dos."
          {...campo('numero_factura', textoEscrito)}
        />
      </div>
      <Parrafo
        etiqueta="Cómo se supo"
        ayuda="Queda escrito en la fila y en el pago."
        rows={2}
        className="bajo"
        maxLength={500}
        {...campo('observacion')}
      />
    </Formulario>
  );
}

function FormularioDescartar({ fila, hecho, cerrar }: EnVentana) {
  const descartar = useMutation(
    trpc.recaudos.descartar.mutationOptions({
      onSuccess: async () => {
        hecho(`Se descartó ${llamada(fila)}. Sigue en su archivo con su razón.`);
        cerrar();
        await alResolver();
      },
    }),
  );
  const { campo, ...de } = useFormulario(descartarRecaudo, {
    inicial: { recaudo_id: fila.id, observacion: '' },
    mutacion: descartar,
  });
  return (
    <Formulario de={de} accion="Descartar" grave cancelar={cerrar}>
      <p>
        <strong className="cifra">{valorDe(fila)}</strong> no se registra como pago. No se puede deshacer: descarte solo
        lo que no es dinero por aplicar.
      </p>
      <Parrafo etiqueta="Por qué" rows={2} className="bajo" maxLength={500} {...campo('observacion')} />
    </Formulario>
  );
}
