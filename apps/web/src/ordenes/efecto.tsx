import { cargoMaximo, salariosMinimos } from '@cunservicios/domain/cartera/cargos';
import type { ResultadoOrden, TipoOrden } from '@cunservicios/domain/cartera/listas';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { hoy } from '../core/fechas.ts';
import { trpc } from '../core/trpc.ts';
import { Aviso } from '../ui/states.tsx';
import { ORDEN } from './nombres.ts';

/** What the answer will do to the service and to the next bill, before it is given. */
export function Efecto({ tipo, resultado }: { tipo: TipoOrden; resultado: ResultadoOrden }) {
  const { data: salarios } = useQuery(
    trpc.parametros.salarios.queryOptions(undefined, { enabled: tipo !== 'inspeccion' }),
  );
  if (resultado === 'no_efectiva')
    return (
      <Aviso>
        La orden se cierra sin cambiar el servicio y sin cobrar nada. Si hay que volver, se ordena otra vez desde la
        cuenta
        {(tipo === 'reinstalacion' || tipo === 'reconexion') &&
          '; las 24 horas para devolver el servicio siguen corriendo'}
        .
      </Aviso>
    );
  if (tipo === 'inspeccion') return <Aviso>{ORDEN.inspeccion.hace}</Aviso>;
  const anio = Number(hoy().slice(0, 4));
  if (salarios && !salarios.some((uno) => uno.anio === anio))
    return (
      <Aviso tono="alerta">
        <p>
          {ORDEN[tipo].hace} Falta el salario mínimo de {anio}: sin él no se sabe cuánto se puede cobrar y la orden no
          se puede cerrar como hecha.
        </p>
        <p>
          <Link to="/oficina/cartera/parametros">Cargar el salario mínimo</Link>
        </p>
      </Aviso>
    );
  return (
    <Aviso>
      {ORDEN[tipo].hace}
      {salarios &&
        ` En la próxima factura se cobra lo que diga la empresa en sus ajustes, como máximo ${formatPesos(cargoMaximo(tipo, hoy(), salariosMinimos(salarios)))} (Resolución CRA 424 de 2007).`}
    </Aviso>
  );
}
