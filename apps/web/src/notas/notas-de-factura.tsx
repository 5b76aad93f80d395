import { formatPesos } from '@cunservicios/domain/pesos';
import { useQuery } from '@tanstack/react-query';
import { fechaCorta, instanteCorto } from '../core/fechas.ts';
import { conSigno } from '../core/numeros.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Aviso, Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { NOMBRE_NOTA } from './nombres.ts';
import { ResolverNota } from './resolver-nota.tsx';

type Props = { factura: Outputs['facturas']['get']; personal: boolean; puede: boolean };

/** What was given back or charged after the bill was issued, and what waits for a second person. */
export function NotasDeFactura({ factura: { numero_factura, notas, valor_total }, personal, puede }: Props) {
  const pendientes = useQuery(
    trpc.notas.list.queryOptions({ numero_factura, estado: 'pendiente' }, { enabled: personal }),
  );
  const esperan = pendientes.data?.items ?? [];
  if (notas.length === 0 && esperan.length === 0) return null;
  const suma = notas.reduce((sum, { valor }) => sum + valor, 0);
  return (
    <section className="pila" aria-labelledby="notas">
      <h2 id="notas">Notas de esta factura</h2>
      {notas.length > 0 && (
        <Tabla
          titulo="Notas aplicadas"
          tituloOculto
          filas={notas}
          clave={({ id }) => id}
          columnas={[
            { titulo: 'Nota', junta: true, celda: ({ numero, tipo }) => numero ?? NOMBRE_NOTA[tipo] },
            { titulo: 'Fecha', junta: true, celda: ({ fecha }) => (fecha ? fechaCorta(fecha) : '—') },
            { titulo: 'Por qué', celda: ({ motivo }) => motivo },
            {
              titulo: 'Líneas',
              celda: ({ conceptos }) => conceptos.map(({ concepto }) => concepto).join('; '),
            },
            { titulo: 'Valor', numero: true, celda: ({ valor }) => conSigno(valor) },
          ]}
        />
      )}
      {notas.length > 0 && (
        <p className="suave">
          Con sus notas, la factura vale <strong className="cifra">{formatPesos(valor_total + suma)}</strong>.
        </p>
      )}
      {esperan.map((nota) => (
        <Pendiente key={nota.id} nota={nota} puede={puede} />
      ))}
    </section>
  );
}

type Nota = Outputs['notas']['list']['items'][number];

function Pendiente({ nota, puede }: { nota: Nota; puede: boolean }) {
  const mia = useUser()?.id === nota.user_id;
  return (
    <Aviso tono="alerta">
      <p>
        <Estado tono="alerta">Espera a otra persona</Estado>{' '}
        <strong>
          {NOMBRE_NOTA[nota.tipo]} por {formatPesos(Math.abs(nota.valor))}
        </strong>
        , escrita el {instanteCorto(nota.created_at)}: {nota.motivo}
      </p>
      <p className="chico">
        {nota.conceptos.map(({ concepto, valor }) => `${concepto}: ${conSigno(valor)}`).join('; ')}
      </p>
      {nota.sustento && <p className="chico">Sustento: {nota.sustento}</p>}
      {puede && (mia ? <p>Usted la escribió: la aprueba otra persona.</p> : <ResolverNota nota={nota} />)}
    </Aviso>
  );
}
