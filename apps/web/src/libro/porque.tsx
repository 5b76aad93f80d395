import { formatPesos } from '@cunservicios/domain/pesos';
import type { ClaseSaldo } from '@cunservicios/domain/recaudo/explicar-saldo';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../core/trpc.ts';
import { Cargado } from '../ui/states.tsx';
import { Convenio, Factura, type Para } from './enlaces.tsx';

const DE_FACTURA = new Set<ClaseSaldo>(['vencida', 'por_vencer', 'en_reclamo', 'factura_a_favor']);

/** Why the account owes what it owes: sentences whose pesos add up to the balance. */
export function PorQue({ numero_cuenta, para }: { numero_cuenta: string; para: Para }) {
  const query = useQuery(trpc.movimientos.saldo.queryOptions({ numero_cuenta }));
  return (
    <section className="tarjeta" aria-labelledby="por-que">
      <h2 id="por-que">Por qué este saldo</h2>
      <Cargado query={query} que="Sumando el saldo…">
        {({ resumen, partes, pagos, saldo }) => (
          <>
            <p className="resumen-saldo">{resumen}</p>
            {partes.length > 0 && (
              <table className="cuenta-saldo">
                <caption className="oculto">Lo que suma el saldo</caption>
                <thead className="oculto">
                  <tr>
                    <th scope="col">Qué</th>
                    <th scope="col">Cuánto</th>
                  </tr>
                </thead>
                <tbody>
                  {partes.map(({ clase, valor, texto, de }) => (
                    <tr key={`${clase} ${de}`}>
                      <td>
                        {texto} {DE_FACTURA.has(clase) && <Factura numero={de} para={para} texto="Ver la factura" />}
                        {clase === 'convenio' && <Convenio numero={de} para={para} texto="Ver el convenio" />}
                      </td>
                      <td className="cifra">{formatPesos(valor)}</td>
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <th scope="row">Saldo</th>
                    <td className="cifra">{formatPesos(saldo)}</td>
                  </tr>
                </tfoot>
              </table>
            )}
            {pagos.length > 0 && (
              <details>
                <summary>Los últimos pagos</summary>
                <ul className="lista-llana">
                  {pagos.map(({ recibo, texto }) => (
                    <li key={recibo}>{texto}</li>
                  ))}
                </ul>
              </details>
            )}
          </>
        )}
      </Cargado>
    </section>
  );
}
