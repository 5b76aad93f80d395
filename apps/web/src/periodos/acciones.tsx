import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation, useQuery } from '@tanstack/react-query';
import { fechaLarga } from '../core/fechas.ts';
import { contar, entero } from '../core/numeros.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { BotonVentana, Confirmar } from '../ui/dialog.tsx';
import { Aviso } from '../ui/states.tsx';

type Periodo = Outputs['periodos']['get'];

/** The steps a period may take now. Each says what it will do before it does it. */
export function AccionesPeriodo({ periodo }: { periodo: Periodo }) {
  const { ciclo, codigo, estado } = periodo;
  const options = { onSuccess: () => refrescar(trpc.periodos.get.queryFilter()) };
  const liquidar = useMutation(trpc.periodos.liquidar.mutationOptions(options));
  const emitir = useMutation(trpc.periodos.emitir.mutationOptions(options));
  const resumen = useQuery(trpc.periodos.resumen.queryOptions({ ciclo, codigo }, { enabled: estado !== 'abierto' }));
  const apartadas = resumen.data?.apartadas ?? 0;

  if (estado === 'cerrado' || estado === 'emitido') {
    return (
      <Aviso tono="bien">Las facturas de este periodo están emitidas: los clientes ya las ven y pueden pagarlas.</Aviso>
    );
  }
  return (
    <div className="acciones">
      {estado === 'liquidado' && (
        <BotonVentana boton="Emitir" titulo="Emitir las facturas">
          {(cerrar) => (
            <Confirmar
              accion={`Emitir ${contar(periodo.cuentas, 'factura', 'facturas')}`}
              mutacion={emitir}
              hacer={() => emitir.mutate({ ciclo, codigo }, { onSuccess: cerrar })}
              cerrar={cerrar}
            >
              <p>
                Se crean {contar(periodo.cuentas, 'factura', 'facturas')} por {formatPesos(periodo.valor_total)} y{' '}
                {entero(periodo.consumo_m3)} m³, con fecha límite de pago el {fechaLarga(periodo.fecha_vencimiento)}.
                Cada cliente verá la suya y la deberá.
              </p>
              {apartadas > 0 && (
                <p>{contar(apartadas, 'cuenta apartada queda', 'cuentas apartadas quedan')} sin factura.</p>
              )}
              <p>
                <strong>No se puede deshacer:</strong> una factura emitida solo se corrige con otro documento.
              </p>
            </Confirmar>
          )}
        </BotonVentana>
      )}
      <BotonVentana
        boton={estado === 'abierto' ? 'Liquidar' : 'Liquidar de nuevo'}
        clase={estado === 'abierto' ? 'principal' : 'otro'}
        titulo="Liquidar el periodo"
      >
        {(cerrar) => (
          <Confirmar
            accion="Liquidar"
            mutacion={liquidar}
            hacer={() => liquidar.mutate({ ciclo, codigo }, { onSuccess: cerrar })}
            cerrar={cerrar}
          >
            <p>
              Se calcula la prefactura de cada cuenta del ciclo {ciclo} con las lecturas y la tarifa del periodo. Nadie
              más la ve todavía, y puede repetirse cuantas veces haga falta.
            </p>
          </Confirmar>
        )}
      </BotonVentana>
    </div>
  );
}
