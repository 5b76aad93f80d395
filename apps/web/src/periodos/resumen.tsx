import type { Metodo } from '@cunservicios/domain/consumo/listas';
import { formatPesos } from '@cunservicios/domain/pesos';
import { entero } from '../core/numeros.ts';
import type { Outputs } from '../core/trpc.ts';
import { METODO } from '../facturas/metodos.ts';
import { Tabla } from '../ui/table.tsx';

/** How the m³ of the period were found: many estimates are a route that was not read. */
export const PorMetodo = ({ grupos }: { grupos: Outputs['periodos']['resumen']['por_metodo'] }) =>
  grupos.length === 0 ? null : (
    <section className="pila" aria-labelledby="metodos">
      <h2 id="metodos">Cómo se obtuvo el consumo</h2>
      <Tabla
        titulo="Cuentas, metros cúbicos y pesos por método"
        tituloOculto
        filas={grupos}
        clave={({ clave }) => clave}
        columnas={[
          { titulo: 'Método', celda: ({ clave }) => METODO[clave as Metodo]?.nombre ?? clave },
          { titulo: 'Cuentas', numero: true, celda: ({ cuentas }) => entero(cuentas) },
          { titulo: 'm³', numero: true, celda: ({ consumo_m3 }) => entero(consumo_m3) },
          { titulo: 'Valor', numero: true, celda: ({ valor_total }) => formatPesos(valor_total) },
        ]}
      />
    </section>
  );
