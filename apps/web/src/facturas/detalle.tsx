import type { facturaPublica } from '@cunservicios/api/facturas/facturas.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { fechaLarga, nombrePeriodo, vence } from '../core/fechas.ts';
import { mayuscula } from '../core/mayuscula.ts';
import { entero, metros } from '../core/numeros.ts';
import { EstadoFactura } from './estado.tsx';
import { Lineas } from './lineas.tsx';
import { METODO } from './metodos.ts';

type Props = {
  factura: z.infer<typeof facturaPublica>;
  tarifa?: string | undefined;
  acciones?: ReactNode;
  pendiente?: ReactNode;
};

/** What is owed and by when, how the m³ were found, and every line. The same for citizen, staff and anyone. */
export function FacturaDetalle({ factura, tarifa, acciones, pendiente }: Props) {
  const { saldo, valor_total, estado, fecha_emision, fecha_vencimiento, periodo, consumo_m3, metodo } = factura;
  const lectura = textoLectura(factura);
  return (
    <>
      <section className="tarjeta" aria-label="Resumen de la factura">
        <dl className="datos">
          <div>
            <dt>{saldo === 0 ? 'Valor' : 'Por pagar'}</dt>
            <dd className="grande cifra">{formatPesos(saldo === 0 ? valor_total : saldo)}</dd>
          </div>
          <div>
            <dt>Estado</dt>
            <dd>
              <EstadoFactura estado={estado} />
            </dd>
          </div>
          <div>
            <dt>Fecha límite de pago</dt>
            <dd>{saldo === 0 ? fechaLarga(fecha_vencimiento) : mayuscula(vence(fecha_vencimiento))}</dd>
          </div>
          <div>
            <dt>Periodo</dt>
            <dd>{periodo ? nombrePeriodo(periodo) : 'Sin periodo'}</dd>
          </div>
          <div>
            <dt>Cuenta</dt>
            <dd>{factura.numero_cuenta}</dd>
          </div>
          <div>
            <dt>Emitida</dt>
            <dd>{fechaLarga(fecha_emision)}</dd>
          </div>
          {saldo !== valor_total && saldo !== 0 && (
            <div>
              <dt>Total de la factura</dt>
              <dd className="cifra">{formatPesos(valor_total)}</dd>
            </div>
          )}
        </dl>
        {acciones}
      </section>
      {consumo_m3 !== null && (
        <section className="tarjeta" aria-labelledby="consumo">
          <h2 id="consumo">Consumo: {metros(consumo_m3)}</h2>
          <p>{lectura}</p>
          {metodo && metodo !== 'medido' && <p className="suave">{METODO[metodo].explica}</p>}
        </section>
      )}
      {pendiente}
      <Lineas titulo="Qué se cobra" lineas={factura.conceptos} total={valor_total} origen={{ lectura, tarifa }} />
    </>
  );
}

function textoLectura({ lectura_anterior, lectura_actual, consumo_m3, metodo }: Props['factura']) {
  if (lectura_anterior !== null && lectura_actual !== null) {
    const resta = `Lectura anterior ${entero(lectura_anterior)}, lectura actual ${entero(lectura_actual)}`;
    return metodo === 'medido' || metodo === null
      ? `${resta}: ${entero(lectura_actual)} − ${entero(lectura_anterior)} = ${metros(consumo_m3)}.`
      : `${resta}; se facturan ${metros(consumo_m3)} (${METODO[metodo].nombre.toLowerCase()}).`;
  }
  return metodo ? `${METODO[metodo].nombre}: ${metros(consumo_m3)}.` : `Se facturan ${metros(consumo_m3)}.`;
}
