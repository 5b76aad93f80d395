import { formatPesos } from '@cunservicios/domain/pesos';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Aviso } from '../ui/states.tsx';
import { AvisosDePago } from './avisos.tsx';
import type { Cobrado } from './cobro.tsx';
import { Partes } from './partes.tsx';
import { BotonRecibo } from './recibo.tsx';
import { LineaVuelto } from './vuelto.tsx';

/** What was booked, the change to give and the receipt; `otro` begins again. */
export function PagoCobrado({ cobrado: { pago, recibido }, otro }: { cobrado: Cobrado; otro: () => void }) {
  const titulo = useRef<HTMLHeadingElement>(null);
  useEffect(() => titulo.current?.focus(), []);
  return (
    <section className="pila ancha" aria-labelledby="cobrado">
      <Aviso tono="bien" vivo>
        <h2 id="cobrado" ref={titulo} tabIndex={-1}>
          Pago de {formatPesos(pago.valor)} registrado, recibo {pago.recibo}
        </h2>
        {recibido !== undefined && <LineaVuelto valor={pago.valor} recibido={recibido} />}
      </Aviso>
      <div className="acciones">
        <BotonRecibo {...pago} />
        <button type="button" className="boton principal" onClick={otro}>
          Registrar otro pago
        </button>
        <Link to="/oficina/pagos/$pago_id" params={{ pago_id: String(pago.id) }}>
          Ver el pago
        </Link>
        <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta: pago.numero_cuenta }}>
          Ver la cuenta
        </Link>
      </div>
      <AvisosDePago avisos={pago.avisos} />
      <Partes titulo="A dónde fue cada peso" reparto={pago} />
    </section>
  );
}
