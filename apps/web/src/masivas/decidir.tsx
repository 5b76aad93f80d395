import { approveMasiva, rejectMasiva, undoMasiva } from '@cunservicios/api/masivas/masivas.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { textoEscrito } from '../core/escrito.ts';
import { contar } from '../core/numeros.ts';
import { useUser } from '../core/session.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { BotonVentana, Confirmar } from '../ui/dialog.tsx';
import { Parrafo } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Aviso } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import type { Masiva } from './masiva.tsx';

type Props = { masiva: Masiva };
type Dentro = Props & { cerrar: () => void };
const todo = () => refrescar(trpc.masivas.pathFilter());

/** What this person may do with it now. */
export function Decidir({ masiva }: Props) {
  const { estado, requiere_aprobacion, ejecucion, deshace_id } = masiva;
  const mia = useUser()?.id === masiva.user_id;
  const cortada = ejecucion?.estado === 'fallida';
  if (estado === 'prevista') {
    const pide = requiere_aprobacion && mia;
    return (
      <>
        {pide && (
          <Aviso tono="alerta">Pasa del límite de la empresa: la aprueba otra persona antes de aplicarse.</Aviso>
        )}
        <div className="acciones">
          <BotonVentana boton={pide ? 'Pedir la aprobación' : 'Aplicar la corrección'}>
            {(cerrar) => <Aplicar masiva={masiva} cerrar={cerrar} pide={pide} />}
          </BotonVentana>
          <Desistir masiva={masiva} boton="Desistir" />
        </div>
      </>
    );
  }
  if (estado === 'pendiente')
    return (
      <>
        {mia && <p>Usted la calculó: la aprueba otra persona.</p>}
        <div className="acciones">
          {!mia && (
            <BotonVentana boton="Aprobar y aplicar">
              {(cerrar) => <Aprobar masiva={masiva} cerrar={cerrar} />}
            </BotonVentana>
          )}
          <Desistir masiva={masiva} boton={mia ? 'Desistir' : 'Rechazar'} />
        </div>
      </>
    );
  if ((estado === 'aplicando' || estado === 'aplicada') && cortada)
    return (
      <div className="acciones">
        <BotonVentana boton="Seguir aplicando">
          {(cerrar) => <Aplicar masiva={masiva} cerrar={cerrar} pide={false} />}
        </BotonVentana>
        {estado === 'aplicando' && <Desistir masiva={masiva} boton="Desistir" />}
      </div>
    );
  if (estado === 'calculando' && cortada)
    return (
      <div className="acciones">
        <Desistir masiva={masiva} boton="Desistir" />
      </div>
    );
  if (estado === 'aplicada' && deshace_id === null)
    return (
      <div className="acciones">
        <BotonVentana boton="Deshacer…" titulo="Deshacer la corrección" clase="otro">
          {(cerrar) => <Deshacer masiva={masiva} cerrar={cerrar} />}
        </BotonVentana>
      </div>
    );
  if (estado === 'rechazada')
    return (
      <p>
        <Link to="/oficina/tarifas/correcciones/nueva">Calcular otra</Link>
      </p>
    );
  return null;
}

const Suma = ({ masiva: { facturas, cuentas, credito, debito } }: Props) => (
  <p>
    Se hacen todas las notas de una vez, o ninguna: {contar(facturas, 'factura', 'facturas')} de{' '}
    {contar(cuentas, 'cuenta', 'cuentas')}. Se devuelven {formatPesos(Math.abs(credito))} y se cobran{' '}
    {formatPesos(debito)}.
  </p>
);

function Aplicar({ masiva, cerrar, pide }: Dentro & { pide: boolean }) {
  const aplicar = useMutation(trpc.masivas.aplicar.mutationOptions({ onSuccess: () => todo().then(cerrar) }));
  const { id: masiva_id, huella } = masiva;
  return (
    <Confirmar
      accion={pide ? 'Pedir la aprobación' : 'Aplicar a todas las cuentas'}
      mutacion={aplicar}
      hacer={() => aplicar.mutate({ masiva_id, huella: huella ?? '' })}
      cerrar={cerrar}
    >
      <Suma masiva={masiva} />
      {pide ? (
        <p>Nada se hace hasta que otra persona la apruebe en esta misma página.</p>
      ) : (
        <p>Si algo cambió desde el cálculo, no se hace nada y aquí dice por qué.</p>
      )}
    </Confirmar>
  );
}

function Aprobar({ masiva, cerrar }: Dentro) {
  const aprobar = useMutation(trpc.masivas.approve.mutationOptions({ onSuccess: () => todo().then(cerrar) }));
  const { campo, ...de } = useFormulario(approveMasiva, { inicial: { masiva_id: masiva.id }, mutacion: aprobar });
  return (
    <Formulario de={de} accion="Aprobar y aplicar" enviando="Un momento…" cancelar={cerrar}>
      <Suma masiva={masiva} />
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

const Desistir = ({ masiva, boton }: Props & { boton: 'Desistir' | 'Rechazar' }) => (
  <BotonVentana
    boton={boton}
    titulo={boton === 'Desistir' ? 'Desistir de la corrección' : 'Rechazar la corrección'}
    clase="otro"
  >
    {(cerrar) => <FormularioDesistir masiva={masiva} boton={boton} cerrar={cerrar} />}
  </BotonVentana>
);

function FormularioDesistir({ masiva, boton, cerrar }: Dentro & { boton: string }) {
  const rechazar = useMutation(trpc.masivas.reject.mutationOptions({ onSuccess: () => todo().then(cerrar) }));
  const { campo, ...de } = useFormulario(rejectMasiva, {
    inicial: { masiva_id: masiva.id, observacion: '' },
    mutacion: rechazar,
  });
  return (
    <Formulario de={de} accion={`${boton === 'Desistir' ? 'Desistir de' : 'Rechazar'} la corrección`} cancelar={cerrar}>
      <Parrafo
        etiqueta="Por qué no se hace"
        ayuda="No se hace ninguna nota y lo calculado se borra."
        rows={2}
        className="bajo"
        maxLength={500}
        {...campo('observacion')}
      />
    </Formulario>
  );
}

function Deshacer({ masiva, cerrar }: Dentro) {
  const navigate = useNavigate();
  const { contexto } = useClave();
  const deshacer = useMutation(
    trpc.masivas.undo.mutationOptions({
      ...contexto,
      onSuccess: async ({ id }) => {
        await todo();
        cerrar();
        await navigate({ to: '/oficina/tarifas/correcciones/$masiva_id', params: { masiva_id: String(id) } });
      },
    }),
  );
  const { campo, ...de } = useFormulario(undoMasiva, {
    inicial: { masiva_id: masiva.id, motivo: '' },
    mutacion: deshacer,
  });
  return (
    <Formulario de={de} accion="Calcular cómo se deshace" enviando="Un momento…" cancelar={cerrar}>
      <p>
        Primero se calculan las notas contrarias y se ven; después se aplican. Las cuentas con algo posterior encima
        (otra corrección, un dinero devuelto) quedan como están y se nombran.
      </p>
      <Parrafo etiqueta="Motivo" rows={2} className="bajo" maxLength={500} {...campo('motivo')} />
    </Formulario>
  );
}
