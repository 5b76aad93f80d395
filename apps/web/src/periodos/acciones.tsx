import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation } from '@tanstack/react-query';
import { fechaLarga } from '../core/fechas.ts';
import { contar, entero } from '../core/numeros.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { BotonVentana, Confirmar } from '../ui/dialog.tsx';

// The steps a period may take. Each says what it will do before it does it.
type Periodo = Outputs['periodos']['get'];
const options = { onSuccess: () => refrescar(trpc.periodos.pathFilter()) };

type AEmitir = { periodo: Periodo; faltan: number; apartadas: number };

export function Emitir({ periodo, faltan, apartadas }: AEmitir) {
  const { ciclo, codigo } = periodo;
  const emitir = useMutation(trpc.periodos.emitir.mutationOptions(options));
  const facturas = periodo.cuentas;
  return (
    <BotonVentana boton="Emitir" titulo="Emitir las facturas" clase={faltan > 0 ? 'otro' : 'principal'}>
      {(cerrar) => (
        <Confirmar
          accion={`Emitir ${contar(facturas, 'factura', 'facturas')}`}
          mutacion={emitir}
          hacer={() => emitir.mutate({ ciclo, codigo }, { onSuccess: cerrar })}
          cerrar={cerrar}
        >
          <p>
            Se crean {contar(facturas, 'factura', 'facturas')} por {formatPesos(periodo.valor_total)} y{' '}
            {entero(periodo.consumo_m3)} m³, con fecha límite de pago el {fechaLarga(periodo.fecha_vencimiento)}. Cada
            cliente verá la suya y la deberá.
          </p>
          {faltan > 0 && (
            <p>
              {contar(faltan, 'advertencia sigue', 'advertencias siguen')} sin decidir: esas cuentas se emiten como
              están.
            </p>
          )}
          {apartadas > 0 && (
            <p>{contar(apartadas, 'cuenta apartada queda', 'cuentas apartadas quedan')} sin factura.</p>
          )}
          <p>
            <strong>No se puede deshacer:</strong> una factura emitida solo se corrige con otro documento.
          </p>
        </Confirmar>
      )}
    </BotonVentana>
  );
}

export function Liquidar({ periodo: { ciclo, codigo, estado } }: { periodo: Periodo }) {
  const liquidar = useMutation(trpc.periodos.liquidar.mutationOptions(options));
  return (
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
          {estado === 'liquidado' && <p>Lo que se decidió en la mesa de crítica se conserva.</p>}
        </Confirmar>
      )}
    </BotonVentana>
  );
}

export function Cerrar({ periodo: { ciclo, codigo } }: { periodo: Periodo }) {
  const cerrarPeriodo = useMutation(trpc.periodos.cerrar.mutationOptions(options));
  return (
    <BotonVentana boton="Cerrar el periodo" clase="otro">
      {(cerrar) => (
        <Confirmar
          accion="Cerrar el periodo"
          mutacion={cerrarPeriodo}
          hacer={() => cerrarPeriodo.mutate({ ciclo, codigo }, { onSuccess: cerrar })}
          cerrar={cerrar}
        >
          <p>
            Un periodo cerrado ya no recibe ningún trabajo. Sus facturas siguen como están: se pagan, y se corrigen con
            notas. <strong>No se vuelve a abrir.</strong>
          </p>
        </Confirmar>
      )}
    </BotonVentana>
  );
}
