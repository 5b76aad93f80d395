import { createDesincentivo } from '@cunservicios/api/condiciones/condiciones.schema';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Terminar } from '../condiciones/terminar.tsx';
import { textoEscrito } from '../core/escrito.ts';
import { fechaLarga, hoy } from '../core/fechas.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Lista, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Cargado, Estado } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

type Desincentivo = Outputs['condiciones']['listDesincentivos'][number];

/** Whether excessive consumption pays twice, since when, and whose that money is. */
export function DesincentivoTarifa({ puede }: { puede: boolean }) {
  const query = useQuery(trpc.condiciones.listDesincentivos.queryOptions());
  const terceros = useQuery(trpc.terceros.list.queryOptions({ limit: 100 }));
  const nombreDe = (suyo: string) => terceros.data?.items.find(({ codigo }) => codigo === suyo)?.nombre ?? suyo;
  return (
    <section className="tarjeta" aria-labelledby="desincentivo">
      <h2 id="desincentivo">Desincentivo por consumo excesivo</h2>
      <p>
        Mientras está activo, el consumo residencial que pasa del doble del básico paga otra vez su precio de
        referencia. Ese dinero no es de la empresa: queda a nombre de un tercero.{' '}
        <span className="suave">(Resolución CRA 039 de 2024.)</span>
      </p>
      <Cargado query={query}>
        {(todos) => (
          <>
            {todos.length === 0 ? (
              <p className="suave">No está activo, y nunca lo ha estado.</p>
            ) : (
              <ul className="lista-llana pila">
                {todos.map((uno) => (
                  <Uno key={uno.id} desincentivo={uno} tercero={nombreDe(uno.tercero)} puede={puede} />
                ))}
              </ul>
            )}
            {puede && todos.every(({ hasta }) => hasta !== null) && (
              <div>
                <BotonVentana boton="Activar…" titulo="Activar el desincentivo" clase="otro">
                  {(cerrar) => <Activar cerrar={cerrar} />}
                </BotonVentana>
              </div>
            )}
          </>
        )}
      </Cargado>
    </section>
  );
}

function Uno({
  desincentivo: { id, desde, hasta, norma },
  tercero,
  puede,
}: {
  desincentivo: Desincentivo;
  tercero: string;
  puede: boolean;
}) {
  const dia = hoy();
  const rige = desde <= dia && (hasta === null || dia <= hasta);
  return (
    <li className="renglon">
      <p>
        <Estado tono={rige ? 'bien' : desde > dia ? 'info' : undefined}>
          {rige ? 'Activo' : desde > dia ? 'Futuro' : 'Terminado'}
        </Estado>{' '}
        Desde el {fechaLarga(desde)}
        {hasta && ` hasta el ${fechaLarga(hasta)}`}. {norma}. A nombre de {tercero}.
      </p>
      {puede && (hasta === null || hasta >= dia) && (
        <div className="acciones">
          <Terminar que="desincentivo" id={id} />
        </div>
      )}
    </li>
  );
}

function Activar({ cerrar }: { cerrar: () => void }) {
  const terceros = useQuery(trpc.terceros.list.queryOptions({ limit: 100 }));
  const activar = useMutation(
    trpc.condiciones.createDesincentivo.mutationOptions({
      onSuccess: () => {
        cerrar();
        return refrescar(trpc.condiciones.pathFilter());
      },
    }),
  );
  const { campo, ...de } = useFormulario(createDesincentivo, {
    inicial: { desde: hoy(), norma: 'CRA 039 de 2024', tercero: '' },
    mutacion: activar,
  });
  const { error: errorTercero, ...tercero } = campo('tercero');
  return (
    <Cargado query={terceros}>
      {({ items }) =>
        items.length === 0 ? (
          <>
            <p>Primero cree el tercero a cuyo nombre queda el dinero, como un fondo ambiental.</p>
            <p>
              <Link to="/oficina/terceros">Ir a los terceros</Link>
            </p>
          </>
        ) : (
          <Formulario de={de} accion="Activar el desincentivo" enviando="Activando…" cancelar={cerrar}>
            <p>Cuenta para los periodos que no se han emitido. Las cuentas exentas no lo pagan.</p>
            <div className="fila-campos">
              <Texto etiqueta="Desde" type="date" {...campo('desde')} />
              <Texto etiqueta="Hasta" opcional type="date" {...campo('hasta', textoEscrito)} />
            </div>
            <Texto etiqueta="Norma" maxLength={300} autoComplete="off" {...campo('norma')} />
            <Lista
              etiqueta="A nombre de"
              {...tercero}
              error={errorTercero && 'Elija el tercero a cuyo nombre queda el dinero.'}
            >
              <option value="">Elija…</option>
              {items.map(({ codigo, nombre }) => (
                <option key={codigo} value={codigo}>
                  {nombre}
                </option>
              ))}
            </Lista>
          </Formulario>
        )
      }
    </Cargado>
  );
}
