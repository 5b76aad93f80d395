import { updatePasarela } from '@cunservicios/api/pasarela/pasarela.schema';
import { useMutation, useQuery } from '@tanstack/react-query';
import { pesosEscritos, textoEscrito } from '../core/escrito.ts';
import { instanteCorto } from '../core/fechas.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Casilla, Grupo, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { AMBIENTE } from './nombres.ts';

type Pasarela = Outputs['pasarela']['get'];

/** How the utility is tied to the gateway. Its secrets go in and never come out. */
export function AjustesPasarela() {
  const query = useQuery(trpc.pasarela.get.queryOptions());
  const escribe = hasRole(useUser()?.roles ?? [], 'admin');
  return (
    <Cargado query={query} que="Abriendo los ajustes…">
      {(pasarela) => (
        <div className="pila ancha estrecho">
          <Situacion pasarela={pasarela} />
          {escribe ? (
            <FormularioPasarela key={pasarela.version} pasarela={pasarela} />
          ) : (
            <p className="suave">Quienes administran la empresa cambian estos ajustes.</p>
          )}
        </div>
      )}
    </Cargado>
  );
}

function Situacion({
  pasarela: { configurada, activa, ambiente, legible, url_eventos, updated_at },
}: {
  pasarela: Pasarela;
}) {
  if (!configurada || !ambiente)
    return (
      <Aviso>
        <strong>Todavía no hay pasarela</strong>
        <p>Copie las llaves y los secretos del panel de Wompi, en «Desarrolladores».</p>
      </Aviso>
    );
  return (
    <>
      {!legible && (
        <Aviso tono="mal">
          <strong>Los secretos guardados ya no se pueden leer</strong>
          <p>
            La clave del servidor (SECRET_KEY) cambió. Escriba de nuevo los tres secretos: mientras tanto no empieza
            ningún pago, y la pasarela repite sus avisos.
          </p>
        </Aviso>
      )}
      <Aviso tono={activa && legible ? 'bien' : 'alerta'}>
        <strong>{activa ? 'Se reciben pagos en línea' : 'No se reciben pagos en línea'}</strong>
        <p>
          {AMBIENTE[ambiente]}.{updated_at && ` Cambió el ${instanteCorto(updated_at)}`}
        </p>
        <p>
          En el panel de la pasarela escriba esta dirección de eventos: <code>{url_eventos}</code>
        </p>
      </Aviso>
    </>
  );
}

function FormularioPasarela({ pasarela }: { pasarela: Pasarela }) {
  const guardar = useMutation(
    trpc.pasarela.update.mutationOptions({ onSuccess: () => refrescar(trpc.pasarela.pathFilter()) }),
  );
  const { campo, ...de } = useFormulario(updatePasarela, {
    inicial: {
      ambiente: pasarela.ambiente ?? pasarela.ambientes[0] ?? 'produccion',
      activa: pasarela.configurada ? pasarela.activa : true,
      llave_publica: pasarela.llave_publica ?? '',
      minimo: pasarela.minimo ?? 1_500,
    },
    mutacion: guardar,
  });
  const { error, ...ambiente } = campo('ambiente');
  const queda = pasarela.configurada
    ? 'Está guardado y no se muestra. Déjelo vacío para no cambiarlo.'
    : 'Se guarda cifrado y no se vuelve a mostrar.';
  const secreto = { type: 'password', autoComplete: 'off', ayuda: queda } as const;
  return (
    <Formulario de={de} className="pila ancha" accion="Guardar la pasarela" enviando="Guardando…">
      <section className="tarjeta" aria-label="Pasarela">
        <Grupo etiqueta="Con cuál ambiente" error={error}>
          {pasarela.ambientes.map((cual) => (
            <Casilla key={cual} type="radio" etiqueta={AMBIENTE[cual]} value={cual} {...ambiente} />
          ))}
        </Grupo>
        <Casilla etiqueta="Recibir pagos en línea" {...campo('activa')} />
        <Texto etiqueta="Llave pública" ayuda="Empieza por pub_." autoComplete="off" {...campo('llave_publica')} />
        <Texto etiqueta="Llave privada" {...secreto} {...campo('llave_privada', textoEscrito)} />
        <Texto etiqueta="Secreto de eventos" {...secreto} {...campo('secreto_eventos', textoEscrito)} />
        <Texto etiqueta="Secreto de integridad" {...secreto} {...campo('secreto_integridad', textoEscrito)} />
        <Texto
          etiqueta="Pago mínimo en línea"
          ayuda="La pasarela no recibe menos de este valor."
          inputMode="numeric"
          autoComplete="off"
          {...campo('minimo', pesosEscritos)}
        />
      </section>
    </Formulario>
  );
}
