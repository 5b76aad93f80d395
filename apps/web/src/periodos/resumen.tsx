import type { Metodo } from '@cunservicios/domain/consumo/listas';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mayuscula } from '../core/mayuscula.ts';
import { contar, entero } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { METODO } from '../facturas/metodos.ts';
import { Cargado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { nombreAdvertencia } from './advertencias.ts';

/** The period in figures, and its warnings: each leads to the accounts that have it. */
export function Resumen({ ciclo, codigo }: { ciclo: string; codigo: string }) {
  const query = useQuery(trpc.periodos.resumen.queryOptions({ ciclo, codigo }));
  return (
    <Cargado query={query}>
      {({ apartadas, por_advertencia, por_metodo, por_uso, por_estrato }) => (
        <>
          <section className="pila" aria-labelledby="advertencias">
            <h2 id="advertencias">Para revisar</h2>
            {apartadas === 0 && por_advertencia.length === 0 ? (
              <p>Ninguna advertencia.</p>
            ) : (
              <ul className="pila">
                {apartadas > 0 && (
                  <li>
                    <Link to="." search={{ estado: 'apartada' }} hash="cuentas">
                      {contar(apartadas, 'cuenta apartada', 'cuentas apartadas')}
                    </Link>{' '}
                    que no se pudieron liquidar
                  </li>
                )}
                {por_advertencia.map(({ clave, cuentas }) => (
                  <li key={clave}>
                    <Link to="." search={{ advertencia: clave }} hash="cuentas">
                      {nombreAdvertencia(clave)}
                    </Link>
                    : {contar(cuentas, 'cuenta', 'cuentas')}
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section className="pila" aria-labelledby="totales">
            <h2 id="totales">Totales</h2>
            <div className="columnas anchas">
              <Totales
                titulo="Por método"
                grupos={por_metodo}
                nombre={(clave) => METODO[clave as Metodo]?.nombre ?? clave}
              />
              <Totales titulo="Por uso" grupos={por_uso} nombre={mayuscula} />
              <Totales titulo="Por estrato" grupos={por_estrato} nombre={(clave) => `Estrato ${clave}`} />
            </div>
          </section>
        </>
      )}
    </Cargado>
  );
}

type Grupo = Outputs['periodos']['resumen']['por_uso'][number];

const Totales = ({ titulo, grupos, nombre }: { titulo: string; grupos: Grupo[]; nombre: (clave: string) => string }) =>
  grupos.length === 0 ? null : (
    <Tabla
      titulo={titulo}
      filas={grupos}
      clave={({ clave }) => clave}
      columnas={[
        {
          titulo: mayuscula(titulo.replace('Por ', '')),
          celda: ({ clave }) => nombre(clave),
        },
        { titulo: 'Cuentas', numero: true, celda: ({ cuentas }) => entero(cuentas) },
        { titulo: 'm³', numero: true, celda: ({ consumo_m3 }) => entero(consumo_m3) },
        { titulo: 'Valor', numero: true, celda: ({ valor_total }) => formatPesos(valor_total) },
      ]}
    />
  );
