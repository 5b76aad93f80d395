import { addMonths, diffDays, esFecha } from '@cunservicios/domain/calendario/fechas';
import { useState } from 'react';
import { hoy } from '../core/fechas.ts';
import { BotonDescargar } from '../ui/boton-descargar.tsx';
import { Texto } from '../ui/field.tsx';

const FORMATOS = [
  { formato: 'pdf', texto: 'Descargar en PDF' },
  { formato: 'xlsx', texto: 'Excel (XLSX)' },
  { formato: 'csv', texto: 'CSV' },
] as const;

/** The statement of account between two days, as a file. */
export function EstadoDeCuenta({ numero_cuenta }: { numero_cuenta: string }) {
  const [desde, setDesde] = useState(() => addMonths(hoy(), -12));
  const [hasta, setHasta] = useState(hoy);
  const sirven = esFecha(desde) && esFecha(hasta) && desde <= hasta && diffDays(desde, hasta) <= 1_830;
  const nombre = `estado-${numero_cuenta}-${desde}-${hasta}`;
  return (
    <section className="tarjeta" aria-labelledby="estado-de-cuenta">
      <div>
        <h2 id="estado-de-cuenta">Estado de cuenta</h2>
        <p className="suave">Lo que se debía al empezar, cada movimiento y lo que se debe al terminar.</p>
      </div>
      <div className="fila-campos">
        <Texto etiqueta="Desde el" type="date" value={desde} onChange={({ target }) => setDesde(target.value)} />
        <Texto
          etiqueta="Hasta el"
          type="date"
          value={hasta}
          onChange={({ target }) => setHasta(target.value)}
          error={sirven ? undefined : 'Elija hasta cinco años, con el último día después del primero.'}
        />
      </div>
      {sirven && (
        <div className="acciones">
          {FORMATOS.map(({ formato, texto }) => (
            <BotonDescargar
              key={formato}
              path={`/clientes/${encodeURIComponent(numero_cuenta)}/estado-de-cuenta/archivo?desde=${desde}&hasta=${hasta}&formato=${formato}`}
              nombre={`${nombre}.${formato}`}
              texto={texto}
              etiqueta={`Estado de cuenta: ${texto}`}
            />
          ))}
        </div>
      )}
    </section>
  );
}
