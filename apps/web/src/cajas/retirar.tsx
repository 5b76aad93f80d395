import { retirarDeCaja } from '@cunservicios/api/cajas/cajas.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import { MEDIOS_RETIRO, TIPOS_RETIRO } from '@cunservicios/domain/recaudo/caja';
import { useMutation } from '@tanstack/react-query';
import { pesosEscritos, textoEscrito } from '../core/escrito.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { refrescarDinero } from '../pagos/refrescar.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Lista, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { NOMBRE_RETIRO } from './nombres.ts';

type Props = { caja: Outputs['cajas']['get'] };

export const Retirar = (props: Props) => (
  <BotonVentana boton="Sacar dinero de la caja" clase="otro">
    {(cerrar) => <FormularioRetiro {...props} cerrar={cerrar} />}
  </BotonVentana>
);

function FormularioRetiro({ caja, cerrar }: Props & { cerrar: () => void }) {
  const { contexto } = useClave();
  const retirar = useMutation(
    trpc.cajas.withdraw.mutationOptions({ ...contexto, onSuccess: () => refrescarDinero().then(cerrar) }),
  );
  const { campo, watch, ...de } = useFormulario(retirarDeCaja, {
    inicial: { caja_id: caja.id, tipo: 'consignacion', medio: 'Efectivo', valor: Number.NaN, motivo: '' },
    mutacion: retirar,
  });
  return (
    <Formulario de={de} accion="Sacar el dinero" enviando="Guardando…" cancelar={cerrar}>
      <Lista etiqueta="A dónde va" {...campo('tipo')}>
        {TIPOS_RETIRO.map((tipo) => (
          <option key={tipo} value={tipo}>
            {NOMBRE_RETIRO[tipo]}
          </option>
        ))}
      </Lista>
      <div className="fila-campos">
        <Lista etiqueta="Qué se saca" {...campo('medio')}>
          {MEDIOS_RETIRO.map((medio) => (
            <option key={medio}>{medio}</option>
          ))}
        </Lista>
        <Texto
          etiqueta="Valor, en pesos"
          ayuda={`Debe haber ${formatPesos(caja.esperado[watch('medio') ?? 'Efectivo'] ?? 0)}.`}
          inputMode="numeric"
          autoComplete="off"
          {...campo('valor', pesosEscritos)}
        />
      </div>
      <Texto
        etiqueta="Número de la consignación"
        opcional
        autoComplete="off"
        maxLength={80}
        {...campo('referencia', textoEscrito)}
      />
      <Texto etiqueta="Motivo" autoComplete="off" maxLength={300} {...campo('motivo')} />
    </Formulario>
  );
}
