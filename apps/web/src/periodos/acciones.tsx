import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fechaLarga } from '../core/fechas.ts';
import { contar, entero } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Confirmar } from '../ui/dialog.tsx';
import { Aviso, Fallo } from '../ui/states.tsx';

type Periodo = Outputs['periodos']['get'];
type Paso = 'liquidar' | 'emitir';

/** The steps a period may take now. Each says what it will do before it does it. */
export function AccionesPeriodo({ periodo }: { periodo: Periodo }) {
  const { ciclo, codigo, estado } = periodo;
  const [paso, setPaso] = useState<Paso>();
  const queries = useQueryClient();
  const options = {
    onSuccess: async () => {
      await queries.invalidateQueries(trpc.periodos.get.queryFilter());
      setPaso(undefined);
    },
  };
  const liquidar = useMutation(trpc.periodos.liquidar.mutationOptions(options));
  const emitir = useMutation(trpc.periodos.emitir.mutationOptions(options));
  const resumen = useQuery(trpc.periodos.resumen.queryOptions({ ciclo, codigo }, { enabled: estado !== 'abierto' }));
  const apartadas = resumen.data?.apartadas ?? 0;

  if (estado === 'cerrado' || estado === 'emitido') {
    return (
      <Aviso tono="bien">Las facturas de este periodo están emitidas: los clientes ya las ven y pueden pagarlas.</Aviso>
    );
  }
  const window = (which: Paso) => ({ abierto: paso === which, cerrar: () => setPaso(undefined) });

  return (
    <div className="acciones">
      {estado === 'liquidado' && (
        <button type="button" className="boton principal" onClick={() => setPaso('emitir')}>
          Emitir
        </button>
      )}
      <button
        type="button"
        className={estado === 'abierto' ? 'boton principal' : 'boton otro'}
        onClick={() => setPaso('liquidar')}
      >
        {estado === 'abierto' ? 'Liquidar' : 'Liquidar de nuevo'}
      </button>

      <Confirmar
        {...window('liquidar')}
        titulo="Liquidar el periodo"
        accion="Liquidar"
        enCurso={liquidar.isPending}
        hacer={() => liquidar.mutate({ ciclo, codigo })}
      >
        {liquidar.isError && <Fallo error={liquidar.error} />}
        <p>
          Se calcula la prefactura de cada cuenta del ciclo {ciclo} con las lecturas y la tarifa del periodo. Nadie más
          la ve todavía, y puede repetirse cuantas veces haga falta.
        </p>
      </Confirmar>
      <Confirmar
        {...window('emitir')}
        titulo="Emitir las facturas"
        accion={`Emitir ${contar(periodo.cuentas, 'factura', 'facturas')}`}
        enCurso={emitir.isPending}
        hacer={() => emitir.mutate({ ciclo, codigo })}
      >
        {emitir.isError && <Fallo error={emitir.error} />}
        <p>
          Se crean {contar(periodo.cuentas, 'factura', 'facturas')} por {formatPesos(periodo.valor_total)} y{' '}
          {entero(periodo.consumo_m3)} m³, con fecha límite de pago el {fechaLarga(periodo.fecha_vencimiento)}. Cada
          cliente verá la suya y la deberá.
        </p>
        {apartadas > 0 && <p>{contar(apartadas, 'cuenta apartada queda', 'cuentas apartadas quedan')} sin factura.</p>}
        <p>
          <strong>No se puede deshacer:</strong> una factura emitida solo se corrige con otro documento.
        </p>
      </Confirmar>
    </div>
  );
}
