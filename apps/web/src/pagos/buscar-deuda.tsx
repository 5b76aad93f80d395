import { leerCodigoRecaudo } from '@cunservicios/domain/documento/leer-gs1';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { formText } from '../core/form-text.ts';
import { readProblem } from '../core/problem.ts';
import { trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Aviso, Cargado, Vacio } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';

type Elegida = { cuenta: string; factura?: string | undefined };

/**
 * One box for whoever stands at the counter: the account, the bill, a name, or the bar code of the paper, which a scanner
 * types and ends with Enter.
 */
export function BuscarDeuda({ elegir }: { elegir: (elegida: Elegida) => void }) {
  const queries = useQueryClient();
  const [q, setQ] = useState('');
  const [nada, setNada] = useState('');
  const caja = useRef<HTMLFormElement>(null);
  useEffect(() => caja.current?.querySelector('input')?.focus(), []);

  const porFactura = async (texto: string): Promise<Elegida | undefined> => {
    const codigo = leerCodigoRecaudo(texto);
    if (codigo) {
      const { referencia } = codigo;
      const { items } = await queries.fetchQuery(trpc.facturas.list.queryOptions({ referencia, limit: 1 }));
      return items[0] && { cuenta: items[0].numero_cuenta, factura: items[0].numero_factura };
    }
    if (/\s/.test(texto) || texto.length > 50) return undefined;
    try {
      const factura = await queries.fetchQuery(trpc.facturas.get.queryOptions({ numero_factura: texto }));
      return { cuenta: factura.numero_cuenta, factura: factura.numero_factura };
    } catch (error) {
      if (readProblem(error).status === 404) return undefined;
      throw error;
    }
  };
  const buscar = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const texto = formText(event.currentTarget, 'deuda');
    if (texto === '') return;
    setNada('');
    setQ('');
    try {
      const hallada = await porFactura(texto);
      if (hallada) elegir(hallada);
      else if (leerCodigoRecaudo(texto)) setNada('Ese código no es de una factura de esta empresa.');
      else setQ(texto);
    } catch (error) {
      setNada(readProblem(error).detail);
    }
  };
  return (
    <>
      <search>
        <form ref={caja} className="con-boton" onSubmit={(event) => void buscar(event)}>
          <Texto
            etiqueta="Cuenta, factura, nombre o código de barras"
            ayuda="Con el lector, apunte al código de la factura."
            name="deuda"
            type="search"
            maxLength={120}
            autoComplete="off"
          />
          <button type="submit" className="boton principal">
            Buscar
          </button>
        </form>
      </search>
      {nada && (
        <Aviso tono="alerta" vivo>
          <p>{nada}</p>
        </Aviso>
      )}
      {q !== '' && <Cuentas q={q} elegir={elegir} />}
    </>
  );
}

/** Accounts that match; the only one is taken at once. */
function Cuentas({ q, elegir }: { q: string; elegir: (elegida: Elegida) => void }) {
  const query = useQuery(trpc.clientes.list.queryOptions({ q, limit: 10 }));
  const items = query.data?.items ?? [];
  const sola = items.length === 1 ? items[0] : items.find(({ numero_cuenta }) => numero_cuenta === q);
  useEffect(() => {
    if (sola) elegir({ cuenta: sola.numero_cuenta });
  }, [sola, elegir]);
  return (
    <Cargado query={query} que="Buscando…">
      {({ items: cuentas }) =>
        cuentas.length === 0 ? (
          <Vacio>Ninguna cuenta ni factura coincide con «{q}».</Vacio>
        ) : (
          <Tabla
            titulo="Cuentas que coinciden"
            filas={cuentas}
            clave={({ id }) => id}
            columnas={[
              {
                titulo: 'Cuenta',
                junta: true,
                celda: ({ numero_cuenta }) => (
                  <button type="button" className="boton llano" onClick={() => elegir({ cuenta: numero_cuenta })}>
                    {numero_cuenta}
                  </button>
                ),
              },
              { titulo: 'Nombre', celda: ({ nombre }) => nombre },
              { titulo: 'Dirección', celda: ({ direccion }) => direccion },
              { titulo: 'Debe', numero: true, celda: ({ saldo }) => formatPesos(saldo) },
            ]}
          />
        )
      }
    </Cargado>
  );
}
