import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation } from '@tanstack/react-query';
import { textoEscrito } from '../core/escrito.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Casilla, Grupo, Parrafo, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { leerValor, notaEscrita } from './nota-escrita.ts';
import type { NotaEscrita } from './nota-escrita.ts';

type Props = { factura: Outputs['facturas']['get']; hecho: (mensaje: string) => void };

export const HacerNota = ({ factura, hecho }: Props) => (
  <BotonVentana boton="Hacer una nota" clase="otro">
    {(cerrar) => <FormularioNota factura={factura} hecho={hecho} cerrar={cerrar} />}
  </BotonVentana>
);

function FormularioNota({ factura, hecho, cerrar }: Props & { cerrar: () => void }) {
  const { contexto } = useClave();
  const crear = useMutation(
    trpc.notas.create.mutationOptions({
      ...contexto,
      onSuccess: async ({ estado, numero, valor }) => {
        await refrescar(
          trpc.notas.pathFilter(),
          trpc.facturas.pathFilter(),
          trpc.clientes.pathFilter(),
          trpc.movimientos.pathFilter(),
        );
        const cuanto = formatPesos(Math.abs(valor));
        hecho(
          estado === 'pendiente'
            ? `La nota por ${cuanto} quedó escrita y espera a que otra persona la apruebe.`
            : `Nota ${numero} por ${cuanto} aplicada. La factura muestra el saldo nuevo.`,
        );
        cerrar();
      },
    }),
  );
  const { campo, watch, ...de } = useFormulario(notaEscrita, {
    inicial: {
      numero_factura: factura.numero_factura,
      tipo: 'credito',
      valores: factura.conceptos.map(() => ''),
      motivo: '',
    } satisfies NotaEscrita,
    mutacion: crear,
  });
  const tipo = watch('tipo');
  const suma = watch('valores').reduce((sum, texto) => sum + (leerValor(texto) ?? 0), 0);
  const { error, ...radio } = campo('tipo');
  return (
    <Formulario de={de} accion="Hacer la nota" cancelar={cerrar}>
      <p className="suave">
        Una factura emitida no cambia. Lo que se cobró de más o de menos se arregla con una nota, línea por línea.
      </p>
      <Grupo etiqueta="Qué hace la nota" error={error}>
        <Casilla type="radio" value="credito" etiqueta="Devolver: se cobró de más (nota crédito)" {...radio} />
        <Casilla type="radio" value="debito" etiqueta="Cobrar: se cobró de menos (nota débito)" {...radio} />
      </Grupo>
      <Grupo etiqueta={tipo === 'credito' ? 'Cuánto devolver de cada línea' : 'Cuánto cobrar en cada línea'}>
        <div className="fila-campos">
          {factura.conceptos.map(({ concepto, valor }, i) => (
            <Texto
              key={i}
              etiqueta={concepto}
              ayuda={`En la factura: ${formatPesos(valor)}`}
              inputMode="numeric"
              autoComplete="off"
              {...campo(`valores.${i}`)}
            />
          ))}
        </div>
      </Grupo>
      <p role="status">
        <strong>
          {tipo === 'credito' ? 'Se devuelven' : 'Se cobran'} {formatPesos(suma)}
        </strong>
      </p>
      <Parrafo
        etiqueta="Motivo"
        ayuda="El cliente lo puede leer."
        rows={2}
        className="bajo"
        maxLength={500}
        {...campo('motivo')}
      />
      {tipo === 'debito' && (
        <Parrafo
          etiqueta="Sustento"
          opcional
          ayuda="Solo si pasaron cinco meses de la factura y hay dolo comprobado del usuario (Ley 142, art. 150)."
          rows={2}
          className="bajo"
          maxLength={2000}
          {...campo('sustento', textoEscrito)}
        />
      )}
    </Formulario>
  );
}
