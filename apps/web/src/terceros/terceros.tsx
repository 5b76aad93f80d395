import { useInfiniteQuery } from '@tanstack/react-query';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { SubirArchivo } from '../ejecuciones/subir-archivo.tsx';
import { BotonVentana } from '../ui/dialog.tsx';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Tabla } from '../ui/table.tsx';
import { Facturado } from './facturado.tsx';
import { FormularioTercero } from './formulario.tsx';
import { EliminarTercero } from './eliminar.tsx';

type Tercero = Outputs['terceros']['list']['items'][number];

/** Whose money is billed with the utility's, what they send, and what was billed of it. */
export function Terceros() {
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  const query = useInfiniteQuery(trpc.terceros.list.infiniteQueryOptions({ limit: 50 }, porCursor));
  return (
    <Page
      titulo="Terceros"
      bajada="Empresas cuyo dinero se cobra en la misma factura: el aseo, un fondo. Cada una tiene su subtotal aparte."
      acciones={
        puede && (
          <BotonVentana boton="Crear un tercero">{(cerrar) => <FormularioTercero cerrar={cerrar} />}</BotonVentana>
        )
      }
    >
      <PorPaginas
        query={query}
        vacio="Todavía no hay terceros. Cree el primero, por ejemplo la empresa de aseo, y después importe lo que cobra."
      >
        {(terceros) => (
          <Tabla
            titulo="Terceros"
            tituloOculto
            filas={terceros}
            clave={({ id }) => id}
            columnas={[
              { titulo: 'Nombre', celda: ({ nombre }) => nombre },
              { titulo: 'Código', junta: true, celda: ({ codigo }) => codigo },
              { titulo: 'NIT', junta: true, celda: ({ nit }) => nit ?? '—' },
              ...(puede ? [{ titulo: 'Acciones', celda: (tercero: Tercero) => <Acciones tercero={tercero} /> }] : []),
            ]}
          />
        )}
      </PorPaginas>
      <Facturado />
      {puede && (
        <SubirArchivo
          titulo="Cargos de terceros"
          path="/cargos/importar"
          tipo="text/csv"
          extension=".csv"
          ayuda="CSV con la primera fila: numero_cuenta, tercero, referencia, codigo, concepto, valor, desde. El tercero es su código. Una referencia del mismo tercero cuenta una sola vez: repetir el archivo no cobra dos veces."
        />
      )}
    </Page>
  );
}

const Acciones = ({ tercero }: { tercero: Tercero }) => (
  <span className="acciones">
    <BotonVentana
      boton="Cambiar"
      clase="llano"
      titulo={`Cambiar ${tercero.nombre}`}
      etiqueta={`Cambiar ${tercero.nombre}`}
    >
      {(cerrar) => <FormularioTercero tercero={tercero} cerrar={cerrar} />}
    </BotonVentana>
    <EliminarTercero tercero={tercero} />
  </span>
);
