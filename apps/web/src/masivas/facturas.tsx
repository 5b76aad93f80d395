import { formatPesos } from '@cunservicios/domain/pesos';
import type { Omision } from '@cunservicios/domain/cartera/listas';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { conSigno } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { useRetardo } from '../core/use-retardo.ts';
import { Texto } from '../ui/field.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';

const OMITIDA: Record<Omision, string> = {
  plazo_de_cobro: 'Ya no se puede cobrar',
  mayor_que_factura: 'Devolvería más de lo cobrado',
};
type FacturaMasiva = Outputs['masivas']['facturas']['items'][number];

/** Every bill it touches, of all accounts or of one. */
export function FacturasDeMasiva({ masiva_id }: { masiva_id: number }) {
  const [cuenta, setCuenta] = useState('');
  const numero_cuenta = useRetardo(cuenta.trim(), 300) || undefined;
  const query = useInfiniteQuery(
    trpc.masivas.facturas.infiniteQueryOptions({ masiva_id, numero_cuenta, limit: 24 }, porCursor),
  );
  return (
    <section className="pila" aria-labelledby="facturas">
      <h2 id="facturas">Factura por factura</h2>
      <search className="fila-campos filtros">
        <Texto
          etiqueta="Solo de la cuenta"
          opcional
          autoComplete="off"
          maxLength={50}
          value={cuenta}
          onChange={({ target }) => setCuenta(target.value)}
        />
      </search>
      <PorPaginas
        query={query}
        vacio={`No toca ninguna factura${numero_cuenta ? ` de la cuenta ${numero_cuenta}` : ''}.`}
      >
        {(facturas) => (
          <Tabla
            titulo="Facturas que toca la corrección"
            tituloOculto
            filas={facturas}
            clave={({ numero_factura }) => numero_factura}
            columnas={[
              {
                titulo: 'Factura',
                junta: true,
                celda: ({ numero_factura }) => (
                  <Link to="/oficina/facturas/$numero_factura" params={{ numero_factura }}>
                    {numero_factura}
                  </Link>
                ),
              },
              { titulo: 'Cuenta', junta: true, celda: (factura) => factura.numero_cuenta },
              { titulo: 'Se cobró', numero: true, celda: ({ valor_antes }) => formatPesos(valor_antes) },
              { titulo: 'Debió ser', numero: true, celda: ({ valor_despues }) => formatPesos(valor_despues) },
              { titulo: 'Nota', numero: true, celda: (factura) => <Nota factura={factura} /> },
            ]}
          />
        )}
      </PorPaginas>
    </section>
  );
}

const Nota = ({ factura: { omitida, nota, diferencia } }: { factura: FacturaMasiva }) =>
  omitida ? (
    <Estado tono="alerta">{OMITIDA[omitida]}</Estado>
  ) : nota ? (
    <strong>{conSigno(diferencia)}</strong>
  ) : (
    'No cambia'
  );
