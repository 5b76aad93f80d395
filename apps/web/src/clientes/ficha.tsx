import { formatPesos } from '@cunservicios/domain/pesos';
import { mayuscula } from '../core/mayuscula.ts';
import type { Outputs } from '../core/trpc.ts';
import { Dato } from '../ui/dato.tsx';
import { claseDe } from './clase.ts';
import { EstadoCliente } from './estado.tsx';

type Cliente = Outputs['clientes']['get'];

/** What the account owes, and the facts that its bills depend on. */
export function FichaCliente({ cliente }: { cliente: Cliente }) {
  const {
    saldo,
    saldo_favor,
    estado,
    direccion,
    telefono,
    correo,
    tipo_documento,
    documento,
    servicios,
    ciclo,
    ruta,
    orden,
    medidor,
    unidades,
    clases,
  } = cliente;
  return (
    <section className="tarjeta" aria-label="Datos de la cuenta">
      <dl className="datos">
        <Dato titulo={saldo < 0 ? 'Saldo a favor' : 'Debe'}>
          <span className="grande cifra">{formatPesos(Math.abs(saldo))}</span>
        </Dato>
        {saldo_favor > 0 && (
          <Dato titulo="A favor, sin usar">
            <span className="cifra">{formatPesos(saldo_favor)}</span>
          </Dato>
        )}
        <Dato titulo="Estado del servicio">
          <EstadoCliente estado={estado} />
        </Dato>
        <Dato titulo="Uso">{clases ? 'Unidades de distinta clase' : claseDe(cliente)}</Dato>
        <Dato titulo="Medidor">{medidor ?? 'Sin medidor'}</Dato>
        <Dato titulo="Dirección">{direccion}</Dato>
        <Dato titulo="Documento">{documento ? `${tipo_documento ?? ''} ${documento}` : '—'}</Dato>
        <Dato titulo="Teléfono">{telefono || '—'}</Dato>
        <Dato titulo="Correo">{correo || '—'}</Dato>
        <Dato titulo="Servicios">{mayuscula(servicios.join(' y '))}</Dato>
        <Dato titulo="Ciclo y ruta">
          {ciclo ? `Ciclo ${ciclo}${ruta ? `, ruta ${ruta}, puesto ${orden}` : ''}` : 'Sin ciclo: no se factura'}
        </Dato>
        {unidades > 1 && <Dato titulo="Unidades">{unidades}</Dato>}
      </dl>
    </section>
  );
}
