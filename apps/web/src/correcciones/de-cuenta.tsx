import {
  approveCorreccion,
  rejectCorreccion,
  undoCorreccion,
} from '@cunservicios/api/correcciones/correcciones.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation, useQuery } from '@tanstack/react-query';
import { textoEscrito } from '../core/escrito.ts';
import { instanteCorto } from '../core/fechas.ts';
import { contar } from '../core/numeros.ts';
import { queryClient } from '../core/query-client.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Parrafo } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Cargado, Estado } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

type Correccion = Outputs['correcciones']['list']['items'][number];

const QUE: Record<Correccion['tipo'], string> = {
  lectura: 'Una lectura',
  clase: 'El uso o el estrato',
  titular: 'El titular',
  tarifa: 'La tarifa',
  desviacion: 'Una desviación',
};

/** What was corrected of this account before, each with what may be done with it now. */
export function CorreccionesDeCuenta({ numero_cuenta }: { numero_cuenta: string }) {
  const query = useQuery(trpc.correcciones.list.queryOptions({ numero_cuenta, limit: 24 }));
  return (
    <section className="pila" aria-labelledby="hechas">
      <h2 id="hechas">Correcciones de esta cuenta</h2>
      <Cargado query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="suave">No se ha corregido nada.</p>
          ) : (
            <ul className="lista-llana pila">
              {items.map((correccion) => (
                <li key={correccion.id} className="tarjeta">
                  <Hecha correccion={correccion} />
                </li>
              ))}
            </ul>
          )
        }
      </Cargado>
    </section>
  );
}

function Hecha({ correccion }: { correccion: Correccion }) {
  const { tipo, estado, motivo, facturas, diferencia, created_at, deshace_id, deshecha_por, user_id } = correccion;
  const mia = useUser()?.id === user_id;
  return (
    <>
      <p>
        <strong>{deshace_id ? `Se deshizo: ${QUE[tipo].toLowerCase()}` : QUE[tipo]}</strong>{' '}
        <Estado tono={estado === 'pendiente' ? 'alerta' : estado === 'aplicada' && !deshecha_por ? 'bien' : undefined}>
          {deshecha_por ? 'Deshecha' : NOMBRE[estado]}
        </Estado>
        <br />
        {motivo}{' '}
        <span className="suave">
          {contar(facturas, 'factura', 'facturas')}, {diferencia < 0 ? 'devuelve' : 'cobra'}{' '}
          {formatPesos(Math.abs(diferencia))}. {instanteCorto(created_at)}
        </span>
      </p>
      {estado === 'pendiente' &&
        (mia ? (
          <p>Usted la pidió: la aprueba otra persona.</p>
        ) : (
          <div className="acciones">
            <BotonVentana boton="Aprobar" titulo="Aprobar la corrección">
              {(cerrar) => <Aprobar correccion={correccion} cerrar={cerrar} />}
            </BotonVentana>
            <BotonVentana boton="Rechazar" titulo="Rechazar la corrección" clase="otro">
              {(cerrar) => <Rechazar correccion={correccion} cerrar={cerrar} />}
            </BotonVentana>
          </div>
        ))}
      {estado === 'aplicada' && !deshecha_por && !deshace_id && (
        <div>
          <BotonVentana boton="Deshacer…" titulo="Deshacer la corrección" clase="otro">
            {(cerrar) => <Deshacer correccion={correccion} cerrar={cerrar} />}
          </BotonVentana>
        </div>
      )}
    </>
  );
}

const NOMBRE = { pendiente: 'Espera a otra persona', aplicada: 'Aplicada', rechazada: 'Rechazada' } as const;
const todo = () => queryClient.invalidateQueries();
type Dentro = { correccion: Correccion; cerrar: () => void };

function Aprobar({ correccion: { id, facturas, diferencia }, cerrar }: Dentro) {
  const aprobar = useMutation(trpc.correcciones.approve.mutationOptions({ onSuccess: () => todo().then(cerrar) }));
  const { campo, ...de } = useFormulario(approveCorreccion, { inicial: { correccion_id: id }, mutacion: aprobar });
  return (
    <Formulario de={de} accion="Aprobar la corrección" cancelar={cerrar}>
      <p>
        Se hacen las notas de {contar(facturas, 'factura', 'facturas')}: {diferencia < 0 ? 'devuelven' : 'cobran'}{' '}
        {formatPesos(Math.abs(diferencia))}. Si algo cambió desde que se pidió, no se aplica y se dice.
      </p>
      <Parrafo
        etiqueta="Observación"
        opcional
        rows={2}
        className="bajo"
        maxLength={500}
        {...campo('observacion', textoEscrito)}
      />
    </Formulario>
  );
}

function Rechazar({ correccion: { id }, cerrar }: Dentro) {
  const rechazar = useMutation(trpc.correcciones.reject.mutationOptions({ onSuccess: () => todo().then(cerrar) }));
  const { campo, ...de } = useFormulario(rejectCorreccion, {
    inicial: { correccion_id: id, observacion: '' },
    mutacion: rechazar,
  });
  return (
    <Formulario de={de} accion="Rechazar la corrección" cancelar={cerrar}>
      <Parrafo
        etiqueta="Por qué se rechaza"
        ayuda="Lo lee quien la pidió. Nada cambia."
        rows={2}
        className="bajo"
        maxLength={500}
        {...campo('observacion')}
      />
    </Formulario>
  );
}

function Deshacer({ correccion: { id }, cerrar }: Dentro) {
  const deshacer = useMutation(trpc.correcciones.undo.mutationOptions({ onSuccess: () => todo().then(cerrar) }));
  const { campo, ...de } = useFormulario(undoCorreccion, {
    inicial: { correccion_id: id, motivo: '' },
    mutacion: deshacer,
  });
  return (
    <Formulario de={de} accion="Deshacer la corrección" cancelar={cerrar}>
      <p>
        Se hacen las notas contrarias y todo queda como estaba antes. No se puede si algo posterior ya se apoya en ella:
        una factura, otra corrección o un dinero devuelto.
      </p>
      <Parrafo etiqueta="Motivo" rows={2} className="bajo" maxLength={500} {...campo('motivo')} />
    </Formulario>
  );
}
