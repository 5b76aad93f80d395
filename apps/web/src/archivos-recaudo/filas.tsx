import { ESTADOS_RECAUDO } from '@cunservicios/domain/recaudo/listas';
import { formatPesos } from '@cunservicios/domain/pesos';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Filtro } from '../ui/filtro.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { ESTADO_RECAUDO, MOTIVO_RECAUDO } from './nombres.ts';

export type Fila = Outputs['recaudos']['list']['items'][number];

/** The rows of a file by their lines. */
export function FilasDeArchivo({ archivo_recaudo_id }: { archivo_recaudo_id: number }) {
  const [elegido, setElegido] = useState('');
  const estado = ESTADOS_RECAUDO.find((each) => each === elegido);
  const query = useInfiniteQuery(
    trpc.recaudos.list.infiniteQueryOptions(
      { archivo_recaudo_id, estado, limit: 25 },
      { ...porCursor, placeholderData: keepPreviousData },
    ),
  );
  return (
    <section className="pila" aria-labelledby="filas">
      <h2 id="filas">Filas del archivo</h2>
      <search className="fila-campos filtros">
        <Filtro
          etiqueta="Estado de las filas"
          todos="Todas"
          valor={estado}
          opciones={ESTADOS_RECAUDO}
          nombre={(each) => ESTADO_RECAUDO[each][0]}
          elegir={setElegido}
        />
      </search>
      <PorPaginas query={query} vacio={estado ? 'Ninguna fila está en ese estado.' : 'El archivo no trae filas.'}>
        {(filas) => (
          <Tabla
            titulo="Filas del archivo"
            tituloOculto
            filas={filas}
            clave={({ id }) => id}
            columnas={[
              { titulo: 'Línea', junta: true, celda: ({ linea }) => linea },
              { titulo: 'Referencia', junta: true, celda: ({ referencia }) => referencia || '—' },
              { titulo: 'De quién es', celda: (fila) => <DeQuien fila={fila} /> },
              { titulo: 'Estado', celda: (fila) => <EstadoDeFila fila={fila} /> },
              { titulo: 'Valor', numero: true, celda: valorDe },
            ]}
          />
        )}
      </PorPaginas>
    </section>
  );
}

/** "$ 25.900,50": cents only where the bank sent some. */
export const valorDe = ({ valor, centavos }: Fila) =>
  `${formatPesos(valor)}${centavos > 0 ? `,${String(centavos).padStart(2, '0')}` : ''}`;

function DeQuien({ fila: { numero_cuenta, numero_factura } }: { fila: Fila }) {
  if (numero_cuenta === null) return '—';
  return (
    <>
      <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
        {numero_cuenta}
      </Link>
      {numero_factura && (
        <>
          {', '}
          <Link to="/oficina/facturas/$numero_factura" params={{ numero_factura }}>
            {numero_factura}
          </Link>
        </>
      )}
    </>
  );
}

function EstadoDeFila({ fila: { estado, motivo, recibo, observacion } }: { fila: Fila }) {
  const [palabras, tono] = ESTADO_RECAUDO[estado];
  const porque = observacion ?? (motivo && estado !== 'aplicado' ? MOTIVO_RECAUDO[motivo] : '');
  return (
    <>
      <Estado tono={tono}>{palabras}</Estado> {recibo && <span className="junta">Recibo {recibo}</span>}
      {porque && (
        <>
          <br />
          <span className="suave chico">{porque}</span>
        </>
      )}
    </>
  );
}
