import type { importacion } from '@cunservicios/api/ejecuciones/ejecuciones.schema';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { contar, entero } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import { BotonDescargar } from '../ui/boton-descargar.tsx';
import { Aviso } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { Avance, enCurso } from './avance.tsx';

type Importacion = z.infer<typeof importacion>;
const CUENTAS = ['leidas', 'creadas', 'actualizadas', 'sin_cambio', 'rechazadas'] as const;

/** What an import did; one that goes on by itself is followed until it ends. */
export function ResultadoImportacion({ importacion }: { importacion: Importacion }) {
  const larga = enCurso(importacion);
  const { data: ejecucion } = useQuery(
    trpc.ejecuciones.get.queryOptions(
      { ejecucion_id: importacion.ejecucion_id },
      { enabled: larga, refetchInterval: ({ state }) => (!state.data || enCurso(state.data) ? 1000 : false) },
    ),
  );
  if (larga && (!ejecucion || enCurso(ejecucion) || ejecucion.estado === 'fallida')) {
    return ejecucion ? <Avance ejecucion={ejecucion} /> : null;
  }
  const counts = ejecucion ? countsOf(ejecucion.resultado) : importacion;
  const { leidas, creadas, actualizadas, sin_cambio, rechazadas } = counts;
  return (
    <div className="pila">
      <Aviso tono={rechazadas > 0 ? 'alerta' : 'bien'} vivo>
        <p>
          <strong>{contar(leidas, 'fila leída', 'filas leídas')}.</strong>
        </p>
        <p>
          {contar(creadas, 'creada', 'creadas')}, {contar(actualizadas, 'actualizada', 'actualizadas')},{' '}
          {entero(sin_cambio)} sin cambio, {contar(rechazadas, 'rechazada', 'rechazadas')}.
        </p>
      </Aviso>
      {importacion.rechazos.length > 0 && (
        <Tabla
          titulo="Filas rechazadas"
          filas={importacion.rechazos}
          clave={({ linea, columna }) => `${linea}-${columna}`}
          columnas={[
            { titulo: 'Línea', celda: ({ linea }) => entero(linea) },
            { titulo: 'Columna', celda: ({ columna }) => columna || '—' },
            { titulo: 'Por qué', celda: ({ mensaje }) => mensaje },
          ]}
        />
      )}
      {rechazadas > 0 && (
        <div>
          <BotonDescargar
            path={`/ejecuciones/${importacion.ejecucion_id}/rechazos`}
            nombre={`rechazos-${importacion.ejecucion_id}.csv`}
            texto="Descargar las filas rechazadas (CSV)"
          />
        </div>
      )}
    </div>
  );
}

export const countsOf = (resultado: Record<string, unknown>) =>
  Object.fromEntries(CUENTAS.map((key) => [key, Number(resultado[key] ?? 0)])) as Record<
    (typeof CUENTAS)[number],
    number
  >;
