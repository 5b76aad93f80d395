import { formatPesos } from '@cunservicios/domain/pesos';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { entero } from '../core/numeros.ts';
import { readProblem } from '../core/problem.ts';
import { trpc } from '../core/trpc.ts';
import { BotonDescargar } from '../ui/boton-descargar.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';

type Periodo = { ciclo: string; codigo: string };

const ARCHIVOS = [
  {
    titulo: 'DIAN, en JSON',
    que: 'Una factura por línea, con los datos del documento equivalente.',
    path: 'dian',
    archivo: (codigo: string) => `dian-${codigo}.ndjson`,
  },
  {
    titulo: 'DIAN, en XML',
    que: 'Lo mismo con los nombres de UBL 2.1. Su proveedor tecnológico lo firma y lo envía.',
    path: 'dian/xml',
    archivo: (codigo: string) => `dian-${codigo}.xml`,
  },
  {
    titulo: 'SUI, en CSV',
    que: 'Una fila por cuenta: base del consumo, medidor, metros cúbicos y valores por concepto.',
    path: 'sui',
    archivo: (codigo: string) => `sui-${codigo}.csv`,
  },
] as const;

/** The files for DIAN and SUI. The books are added up when somebody asks for them, before anything is offered. */
export function Exportar(periodo: Periodo) {
  const [abierta, setAbierta] = useState(false);
  return (
    <details className="tarjeta" onToggle={({ currentTarget }) => setAbierta(currentTarget.open)}>
      <summary>
        <strong>Archivos para la DIAN y el SUI</strong>
      </summary>
      {abierta && <Cuadrado {...periodo} />}
    </details>
  );
}

function Cuadrado({ ciclo, codigo }: Periodo) {
  const query = useQuery(trpc.exportar.control.queryOptions({ ciclo, codigo }, { staleTime: 0 }));
  const problema = query.isError ? readProblem(query.error) : undefined;
  if (problema?.code === 'no_cuadra')
    return (
      <Aviso tono="mal" vivo>
        <strong>Las cuentas no cuadran: no sale ningún archivo</strong>
        <p>
          Lo facturado, el libro, el resumen por concepto y el total del periodo deben sumar lo mismo, y no es así.
          Avise a quien administra el programa y muéstrele esto. Las facturas y los pagos siguen como están.
        </p>
        <p className="chico">{problema.detail}</p>
      </Aviso>
    );
  return (
    <Cargado query={query} que="Sumando los libros…">
      {({ facturas, valor_total }) => (
        <div className="pila ancha">
          <Aviso tono="bien">
            <dl className="datos">
              <div>
                <dt>Facturas</dt>
                <dd className="grande cifra">{entero(facturas)}</dd>
              </div>
              <div>
                <dt>Valor total</dt>
                <dd className="grande cifra">{formatPesos(valor_total)}</dd>
              </div>
            </dl>
            <p>
              Todo cuadra: las facturas, el libro, el resumen por concepto y el periodo suman lo mismo. Cada archivo
              termina con este control; compárelo después de enviarlo.
            </p>
          </Aviso>
          <ul className="lista-llana pila ancha">
            {ARCHIVOS.map(({ titulo, que, path, archivo }) => (
              <li key={path} className="titulo">
                <div>
                  <strong>{titulo}</strong>
                  <span className="suave">{que}</span>
                </div>
                <BotonDescargar
                  path={`/periodos/${codigo}/${path}?ciclo=${encodeURIComponent(ciclo)}`}
                  nombre={archivo(codigo)}
                  texto="Descargar"
                  etiqueta={`Descargar ${titulo}`}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Cargado>
  );
}
