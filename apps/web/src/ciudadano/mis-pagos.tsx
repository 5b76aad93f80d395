import { formatPesos } from '@cunservicios/domain/pesos';
import { useInfiniteQuery } from '@tanstack/react-query';
import { fechaCorta } from '../core/fechas.ts';
import { trpc } from '../core/trpc.ts';
import { BotonDescargar } from '../ui/boton-descargar.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';

/** What was paid of an account, each payment with its receipt. */
export function MisPagos({ numero_cuenta }: { numero_cuenta: string }) {
  const query = useInfiniteQuery(trpc.pagos.list.infiniteQueryOptions({ numero_cuenta, limit: 12 }, porCursor));
  return (
    <PorPaginas query={query} vacio="Todavía no hay pagos de esta cuenta.">
      {(pagos) => (
        <Tabla
          titulo="Pagos, el último primero"
          tituloOculto
          filas={pagos}
          clave={({ id }) => id}
          columnas={[
            { titulo: 'Recibido', junta: true, celda: ({ fecha_pago }) => fechaCorta(fecha_pago) },
            { titulo: 'Medio', celda: ({ medio }) => medio },
            { titulo: 'Factura', celda: ({ facturas }) => facturas.map((una) => una.numero_factura).join(', ') || '—' },
            {
              titulo: 'Estado',
              celda: ({ reverso }) =>
                reverso?.estado === 'aplicado' ? (
                  <Estado tono="mal">Deshecho</Estado>
                ) : (
                  <Estado tono="bien">Vigente</Estado>
                ),
            },
            { titulo: 'Valor', numero: true, celda: ({ valor }) => formatPesos(valor) },
            {
              titulo: 'Recibo',
              celda: ({ id, recibo }) => (
                <BotonDescargar
                  path={`/pagos/${id}/recibo`}
                  nombre={`recibo-${recibo}.pdf`}
                  texto="PDF"
                  etiqueta={`Recibo ${recibo} en PDF`}
                />
              ),
            },
          ]}
        />
      )}
    </PorPaginas>
  );
}
