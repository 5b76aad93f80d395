import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { contar } from '../core/numeros.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { Aviso, Cargado, Fallo } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';

type Props = { ciclo: string; codigo: string; apartadas: number; puede: boolean };

/** Accounts that could not be billed, each with its reason, and one button to try them again once it is mended. */
export function Apartadas({ ciclo, codigo, apartadas, puede }: Props) {
  const [antes, setAntes] = useState<number>();
  const query = useQuery(
    trpc.periodos.prefacturas.queryOptions(
      { ciclo, codigo, estado: 'apartada', limit: 50 },
      { enabled: apartadas > 0 },
    ),
  );
  const reintentar = useMutation(
    trpc.critica.reintentar.mutationOptions({
      onMutate: () => setAntes(apartadas),
      onSuccess: () => refrescar(trpc.periodos.pathFilter(), trpc.critica.pathFilter()),
    }),
  );
  const listas = reintentar.isSuccess && antes !== undefined ? antes - apartadas : undefined;
  if (apartadas === 0 && listas === undefined) return null;
  return (
    <section className="pila" aria-labelledby="apartadas" tabIndex={-1}>
      <div className="titulo">
        <div>
          <h2 id="apartadas">Cuentas apartadas</h2>
          <p className="suave">
            No se pudieron liquidar y quedan sin factura. Corrija la causa en la cuenta y vuelva a intentar: las demás
            no se tocan.
          </p>
        </div>
        {puede && apartadas > 0 && (
          <button
            type="button"
            className="boton otro"
            disabled={reintentar.isPending}
            onClick={() => reintentar.mutate({ ciclo, codigo })}
          >
            {reintentar.isPending ? 'Liquidando…' : 'Intentar otra vez'}
          </button>
        )}
      </div>
      {reintentar.isError && <Fallo error={reintentar.error} />}
      {listas !== undefined && (
        <Aviso tono={apartadas === 0 ? 'bien' : 'alerta'} vivo>
          {listas > 0 && `${contar(listas, 'cuenta quedó lista', 'cuentas quedaron listas')}. `}
          {apartadas > 0
            ? `${contar(apartadas, 'cuenta sigue apartada', 'cuentas siguen apartadas')}: mire su motivo.`
            : 'Ya no queda ninguna apartada.'}
        </Aviso>
      )}
      {apartadas > 0 && (
        <Cargado query={query}>
          {({ items }) => (
            <>
              <Tabla
                titulo="Cuentas apartadas"
                tituloOculto
                filas={items}
                clave={({ numero_cuenta }) => numero_cuenta}
                columnas={[
                  {
                    titulo: 'Cuenta',
                    junta: true,
                    celda: ({ numero_cuenta }) => (
                      <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
                        {numero_cuenta}
                      </Link>
                    ),
                  },
                  { titulo: 'Nombre', celda: ({ nombre }) => nombre },
                  { titulo: 'Ruta', celda: ({ ruta }) => ruta ?? '—' },
                  { titulo: 'Por qué', celda: ({ motivo }) => motivo },
                ]}
              />
              {apartadas > items.length && (
                <p className="suave chico">
                  Se muestran {items.length} de {apartadas}.{' '}
                  <Link to="." search={{ estado: 'apartada' }} hash="cuentas">
                    Verlas todas
                  </Link>
                </p>
              )}
            </>
          )}
        </Cargado>
      )}
    </section>
  );
}
