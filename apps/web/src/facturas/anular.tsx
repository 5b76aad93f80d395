import { anularFactura } from '@cunservicios/api/facturas/facturas.schema';
import { ESTRATOS, USOS } from '@cunservicios/domain/tarifa/listas';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { decimalEscrito, textoEscrito } from '../core/escrito.ts';
import { mayuscula } from '../core/mayuscula.ts';
import { queryClient } from '../core/query-client.ts';
import { trpc } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Casilla, Lista, Parrafo, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

type Props = { factura: { numero_factura: string; periodo: string | null }; hecho: (mensaje: string) => void };

export const Anular = ({ factura, hecho }: Props) => (
  <BotonVentana boton="Anular…" titulo={`Anular la factura ${factura.numero_factura}`} clase="llano">
    {(cerrar) => <FormularioAnular factura={factura} hecho={hecho} cerrar={cerrar} />}
  </BotonVentana>
);

const numeroONada = { setValueAs: (value: unknown) => (value ? Number(value) : undefined) };

function FormularioAnular({ factura, hecho, cerrar }: Props & { cerrar: () => void }) {
  const { numero_factura, periodo } = factura;
  const navigate = useNavigate();
  const [reexpedir, setReexpedir] = useState(false);
  const { contexto } = useClave();
  const anular = useMutation(
    trpc.facturas.anular.mutationOptions({
      ...contexto,
      onSuccess: async (queda) => {
        await queryClient.invalidateQueries();
        hecho(
          queda.numero_factura === numero_factura
            ? 'La factura quedó anulada.'
            : `La factura ${numero_factura} quedó anulada y esta la reemplaza.`,
        );
        cerrar();
        if (queda.numero_factura !== numero_factura)
          await navigate({ to: '/oficina/facturas/$numero_factura', params: { numero_factura: queda.numero_factura } });
      },
    }),
  );
  const { campo, watch, ...de } = useFormulario(anularFactura, {
    inicial: { numero_factura, motivo: '' },
    mutacion: {
      ...anular,
      mutate: ({ reexpedir: corregida, ...datos }, options) =>
        anular.mutate({ ...datos, ...(reexpedir && { reexpedir: corregida ?? {} }) }, options),
    },
  });
  return (
    <Formulario
      de={de}
      accion={reexpedir ? 'Anular y emitir otra' : 'Anular la factura'}
      grave
      enviando="Un momento…"
      cancelar={cerrar}
    >
      <p>
        Solo se anula la última factura de la cuenta, y antes de cualquier pago o nota. Su número no se vuelve a usar.
        <strong> No se puede deshacer.</strong>
      </p>
      <Parrafo
        etiqueta="Motivo"
        ayuda="El cliente lo puede leer."
        rows={2}
        className="bajo"
        maxLength={500}
        {...campo('motivo')}
      />
      {periodo !== null && (
        <Casilla
          etiqueta="Emitir otra en su lugar, corregida"
          checked={reexpedir}
          onChange={({ target }) => setReexpedir(target.checked)}
        />
      )}
      {reexpedir && (
        <>
          <p className="suave">
            Sale del mismo periodo, con otro número. Llene solo lo que estaba mal; lo demás queda igual.
          </p>
          <div className="fila-campos">
            <Texto
              etiqueta="Lectura correcta, en m³"
              inputMode="decimal"
              autoComplete="off"
              {...campo('reexpedir.lectura_m3', decimalEscrito)}
            />
            <Lista etiqueta="Uso" {...campo('reexpedir.uso', textoEscrito)}>
              <option value="">El mismo</option>
              {USOS.map((uso) => (
                <option key={uso} value={uso}>
                  {mayuscula(uso)}
                </option>
              ))}
            </Lista>
            {watch('reexpedir.uso') === 'residencial' && (
              <Lista etiqueta="Estrato" {...campo('reexpedir.estrato', numeroONada)}>
                <option value="">Elija…</option>
                {ESTRATOS.map((estrato) => (
                  <option key={estrato}>{estrato}</option>
                ))}
              </Lista>
            )}
          </div>
        </>
      )}
    </Formulario>
  );
}
