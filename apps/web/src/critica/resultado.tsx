import type { Accion } from '@cunservicios/domain/consumo/listas';
import { formatPesos } from '@cunservicios/domain/pesos';
import { contar, metros } from '../core/numeros.ts';
import { METODO } from '../facturas/metodos.ts';
import { Aviso, Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import type { Resueltas } from './decidir.tsx';
import { ACCION } from './palabras.ts';

type Cuenta = Resueltas['cuentas'][number];

/** What a decision changed, before and after. */
export function Resultado({ accion, cuentas }: { accion: Accion; cuentas: Cuenta[] }) {
  const [una, otra] = cuentas;
  if (!una) return null;
  const suma = (de: (cuenta: Cuenta) => number) => cuentas.reduce((sum, cuenta) => sum + de(cuenta), 0);
  return (
    <Aviso tono="bien" vivo>
      <p>
        <strong>
          {ACCION[accion].hecho}: {otra ? contar(cuentas.length, 'cuenta', 'cuentas') : una.numero_cuenta}.
        </strong>{' '}
        {cambio(
          suma(({ consumo_antes_m3 }) => consumo_antes_m3 ?? 0),
          suma(({ consumo_m3 }) => consumo_m3 ?? 0),
          suma(({ valor_antes }) => valor_antes),
          suma(({ valor_total }) => valor_total),
        )}
      </p>
      {otra && (
        <details>
          <summary>Ver cuenta por cuenta</summary>
          <Tabla
            titulo="Lo que cambió"
            tituloOculto
            filas={cuentas}
            clave={({ numero_cuenta }) => numero_cuenta}
            columnas={[
              { titulo: 'Cuenta', junta: true, celda: ({ numero_cuenta }) => numero_cuenta },
              {
                titulo: 'Método',
                celda: ({ estado, metodo }) =>
                  estado === 'apartada' ? <Estado tono="mal">Apartada</Estado> : metodo ? METODO[metodo].nombre : '—',
              },
              { titulo: 'Antes', numero: true, celda: ({ consumo_antes_m3 }) => metros(consumo_antes_m3) },
              { titulo: 'Ahora', numero: true, celda: ({ consumo_m3 }) => metros(consumo_m3) },
              { titulo: 'Valor antes', numero: true, celda: ({ valor_antes }) => formatPesos(valor_antes) },
              { titulo: 'Valor ahora', numero: true, celda: ({ valor_total }) => formatPesos(valor_total) },
            ]}
          />
        </details>
      )}
    </Aviso>
  );
}

const cambio = (m3_antes: number, m3: number, antes: number, ahora: number) =>
  m3_antes === m3 && antes === ahora
    ? `La factura no cambia: ${metros(m3)}, ${formatPesos(ahora)}.`
    : `De ${metros(m3_antes)} a ${metros(m3)}; de ${formatPesos(antes)} a ${formatPesos(ahora)}.`;
