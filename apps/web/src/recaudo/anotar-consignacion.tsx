import { createConsignacion } from '@cunservicios/api/conciliacion/consignaciones.schema';
import { ORIGENES_PAGO } from '@cunservicios/domain/recaudo/listas';
import { useMutation } from '@tanstack/react-query';
import { pesosEscritos, textoEscrito } from '../core/escrito.ts';
import { hoy } from '../core/fechas.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Lista, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { NOMBRE_ORIGEN } from '../pagos/nombres.ts';

export const AnotarConsignacion = () => (
  <BotonVentana boton="Anotar una consignación">{(cerrar) => <FormularioConsignacion cerrar={cerrar} />}</BotonVentana>
);

function FormularioConsignacion({ cerrar }: { cerrar: () => void }) {
  const { contexto } = useClave();
  const crear = useMutation(
    trpc.consignaciones.create.mutationOptions({
      ...contexto,
      onSuccess: () => {
        cerrar();
        return refrescar(trpc.consignaciones.pathFilter(), trpc.conciliacion.pathFilter());
      },
    }),
  );
  const { campo, ...de } = useFormulario(createConsignacion, {
    inicial: { origen: 'archivo', banco: '', fecha: hoy(), referencia: '', observaciones: '' },
    mutacion: crear,
  });
  return (
    <Formulario de={de} accion="Anotar" enviando="Anotando…" cancelar={cerrar}>
      <Lista etiqueta="De dónde es el dinero" {...campo('origen')}>
        {ORIGENES_PAGO.map((origen) => (
          <option key={origen} value={origen}>
            {NOMBRE_ORIGEN[origen]}
          </option>
        ))}
      </Lista>
      <div className="fila-campos">
        <Texto
          etiqueta="Banco"
          ayuda="Su código de tres dígitos, como 007."
          inputMode="numeric"
          maxLength={3}
          autoComplete="off"
          {...campo('banco')}
        />
        <Texto etiqueta="Valor, en pesos" inputMode="numeric" autoComplete="off" {...campo('valor', pesosEscritos)} />
      </div>
      <div className="fila-campos">
        <Texto etiqueta="Fecha en el extracto" type="date" {...campo('fecha')} />
        <Texto
          etiqueta="Día de lo recaudado"
          opcional
          ayuda="Si no es el mismo día."
          type="date"
          {...campo('dia', textoEscrito)}
        />
      </div>
      <Texto
        etiqueta="Referencia"
        ayuda="El número que trae el extracto o la tirilla."
        maxLength={80}
        autoComplete="off"
        {...campo('referencia')}
      />
      <Texto etiqueta="Notas" opcional maxLength={500} autoComplete="off" {...campo('observaciones')} />
    </Formulario>
  );
}
