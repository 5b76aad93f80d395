import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { hoy } from '../core/fechas.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Ventana } from '../ui/dialog.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { Agregar } from './agregar.tsx';
import { DeCliente } from './de-cliente.tsx';
import './condiciones.css';
import { Fechadas, Retirados } from './fechadas.tsx';
import { FormularioDe, tituloDe } from './formulario-de.tsx';
import type { ClaveAgregar } from './formulario-de.tsx';
import { cuantas, separar } from './vigentes.ts';

type Cliente = Outputs['clientes']['get'];

/** What makes this account be billed unlike others; nothing but the way to add it where there is nothing. */
export function SeccionCondiciones({ cliente }: { cliente: Cliente }) {
  const { numero_cuenta } = cliente;
  const [abierta, setAbierta] = useState<ClaveAgregar>();
  const [hecho, setHecho] = useState('');
  const condiciones = useQuery(trpc.condiciones.get.queryOptions({ numero_cuenta }));
  const medidores = useQuery(trpc.medidores.list.queryOptions({ numero_cuenta, limit: 20 }));
  const listo = (mensaje: string) => {
    setAbierta(undefined);
    setHecho(mensaje);
  };
  return (
    <section className="tarjeta" aria-labelledby="especial">
      <div className="titulo">
        <h2 id="especial">Lo especial de esta cuenta</h2>
        <Agregar cliente={cliente} abrir={setAbierta} />
      </div>
      {hecho && (
        <Aviso tono="bien" vivo>
          {hecho}
        </Aviso>
      )}
      <Cargado query={condiciones}>
        {(found) => (
          <Cargado query={medidores}>
            {({ items }) => {
              const retirados = items.filter(({ retirado_en }) => retirado_en !== null);
              const { vigentes, pasadas } = separar(found, hoy());
              const pasado = cuantas(pasadas) + retirados.length;
              return (
                <>
                  {comoLasDemas(cliente) && cuantas(vigentes) === 0 ? (
                    <p className="suave">Nada: se factura como cualquier otra de su uso y estrato.</p>
                  ) : (
                    <ul className="lista-llana pila condiciones">
                      <DeCliente cliente={cliente} cambiar={setAbierta} listo={setHecho} />
                      <Fechadas condiciones={vigentes} />
                    </ul>
                  )}
                  {pasado > 0 && (
                    <details>
                      <summary>Lo que ya terminó ({pasado})</summary>
                      <ul className="lista-llana pila condiciones">
                        <Fechadas condiciones={pasadas} />
                        <Retirados medidores={retirados} />
                      </ul>
                    </details>
                  )}
                </>
              );
            }}
          </Cargado>
        )}
      </Cargado>
      <Ventana
        titulo={abierta ? tituloDe(abierta) : ''}
        abierto={abierta !== undefined}
        cerrar={() => setAbierta(undefined)}
      >
        {abierta && (
          <FormularioDe clave={abierta} cliente={cliente} listo={listo} cerrar={() => setAbierta(undefined)} />
        )}
      </Ventana>
    </section>
  );
}

const comoLasDemas = ({ servicio_desde, servicio_hasta, clases, protegido, exento_desincentivo }: Cliente) =>
  [servicio_desde, servicio_hasta, clases, protegido, exento_desincentivo].every((each) => each === null);
