import { columnaCuenta } from '../clientes/columna-cuenta.tsx';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useState } from 'react';
import { claseDe } from '../clientes/clase.ts';
import { conSigno, entero, metros } from '../core/numeros.ts';
import type { Outputs } from '../core/trpc.ts';
import { Lineas } from '../facturas/lineas.tsx';
import { METODO } from '../facturas/metodos.ts';
import { Ventana } from '../ui/dialog.tsx';
import { Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { nombreAdvertencia } from './advertencias.ts';

type Prefactura = Outputs['periodos']['prefacturas']['items'][number];

export function TablaPrefacturas({ prefacturas }: { prefacturas: Prefactura[] }) {
  const [vista, setVista] = useState<Prefactura>();
  return (
    <>
      <Tabla
        titulo="Prefacturas"
        tituloOculto
        filas={prefacturas}
        clave={({ numero_cuenta }) => numero_cuenta}
        columnas={[
          columnaCuenta,
          { titulo: 'Uso', celda: claseDe },
          { titulo: 'Lecturas', numero: true, celda: lecturas },
          { titulo: 'Consumo', numero: true, celda: ({ consumo_m3 }) => metros(consumo_m3) },
          { titulo: 'Anterior', numero: true, celda: ({ consumo_anterior_m3 }) => metros(consumo_anterior_m3) },
          { titulo: 'Cambio', numero: true, celda: cambio },
          { titulo: 'Método', celda: ({ metodo }) => (metodo ? METODO[metodo].nombre : '—') },
          { titulo: 'Para revisar', celda: (prefactura) => <Avisos prefactura={prefactura} /> },
          {
            titulo: 'Valor',
            numero: true,
            celda: (prefactura) =>
              prefactura.estado === 'apartada' ? (
                '—'
              ) : (
                <button
                  type="button"
                  className="boton-enlace"
                  onClick={() => setVista(prefactura)}
                  aria-label={`Ver el cálculo de ${prefactura.numero_cuenta}: ${formatPesos(prefactura.valor_total)}`}
                >
                  {formatPesos(prefactura.valor_total)}
                </button>
              ),
          },
        ]}
      />
      <Ventana
        titulo={vista ? `Cálculo de la cuenta ${vista.numero_cuenta}` : 'Cálculo'}
        abierto={vista !== undefined}
        cerrar={() => setVista(undefined)}
      >
        {vista && (
          <>
            <Lineas
              titulo={`${metros(vista.consumo_m3)}. `}
              lineas={vista.conceptos}
              total={vista.valor_total}
              origen={{ lectura: lecturas(vista) }}
            />
            <div>
              <button type="button" className="boton otro" onClick={() => setVista(undefined)}>
                Cerrar
              </button>
            </div>
          </>
        )}
      </Ventana>
    </>
  );
}

const lecturas = ({ lectura_anterior, lectura_actual }: Prefactura) =>
  `${lectura_anterior === null ? '—' : entero(lectura_anterior)} → ${lectura_actual === null ? '—' : entero(lectura_actual)}`;

/** In pesos, against the bill before. */
const cambio = ({ estado, valor_total, valor_anterior }: Prefactura) =>
  estado === 'apartada' || valor_anterior === null ? '—' : conSigno(valor_total - valor_anterior);

function Avisos({ prefactura: { estado, motivo, advertencias } }: { prefactura: Prefactura }) {
  if (estado === 'apartada') return <Estado tono="mal">Apartada: {motivo}</Estado>;
  if (advertencias.length === 0) return '—';
  return advertencias.map((clave) => (
    <Estado key={clave} tono="alerta">
      {nombreAdvertencia(clave)}
    </Estado>
  ));
}
