import { formatPesos } from '@cunservicios/domain/pesos';
import { Link } from '@tanstack/react-router';
import { instanteCorto } from '../core/fechas.ts';
import type { Outputs } from '../core/trpc.ts';
import { Cargado, Estado } from '../ui/states.tsx';
import { useDesviacion } from './use-desviacion.ts';

type Props = { numero_factura: string; numero_cuenta: string; puede: boolean };

/** On a bill that was issued by average while a deviation was looked into: how that stands, and the way to end it. */
export function DesviacionDeFactura({ numero_factura, numero_cuenta, puede }: Props) {
  const query = useDesviacion(numero_factura, numero_cuenta);
  return (
    <section className="tarjeta" aria-labelledby="desviacion">
      <h2 id="desviacion">Desviación</h2>
      <Cargado query={query}>
        {({ resuelta }) =>
          resuelta ? (
            <Resuelta correccion={resuelta} />
          ) : (
            <>
              <p>
                <Estado tono="alerta">Sin resolver</Estado> Se facturó el promedio. Después de la visita se confirma lo
                medido, se deja el promedio o se escriben los metros cúbicos que fueron.
              </p>
              {puede && (
                <div>
                  <Link
                    className="boton principal"
                    to="/oficina/facturas/$numero_factura/desviacion"
                    params={{ numero_factura }}
                  >
                    Resolver la desviación
                  </Link>
                </div>
              )}
            </>
          )
        }
      </Cargado>
    </section>
  );
}

/** What was decided, with its reason, and where it is approved or undone. */
export const Resuelta = ({ correccion }: { correccion: Outputs['correcciones']['list']['items'][number] }) => {
  const { estado, motivo, diferencia, created_at, numero_cuenta, cambio } = correccion;
  const { resultado, m3 } = cambio;
  return (
    <>
      <p>
        {estado === 'pendiente' ? (
          <Estado tono="alerta">Espera a otra persona</Estado>
        ) : (
          <Estado tono="bien">Resuelta</Estado>
        )}{' '}
        <strong>
          {resultado === 'confirmar'
            ? 'Se confirmó lo medido'
            : resultado === 'promediar'
              ? 'Se dejó el promedio'
              : `Fueron ${String(m3)} m³`}
          {diferencia === 0
            ? ', sin diferencia en pesos.'
            : `: se ${diferencia < 0 ? 'devuelven' : 'cobran'} ${formatPesos(Math.abs(diferencia))}.`}
        </strong>{' '}
        {motivo} <span className="suave">{instanteCorto(created_at)}</span>
      </p>
      <p>
        <Link to="/oficina/clientes/$numero_cuenta/corregir" params={{ numero_cuenta }}>
          {estado === 'pendiente' ? 'Aprobarla o rechazarla, en la cuenta' : 'Ver o deshacer, en la cuenta'}
        </Link>
      </p>
    </>
  );
};
