import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { Sustento } from '../correcciones/sustento.tsx';
import { CamposCorregida } from '../tarifas/campos-corregida.tsx';
import { CualEstabaMal } from '../tarifas/cual-estaba-mal.tsx';
import { corregidaDe, masivaEscrita } from '../tarifas/version-corregida.ts';
import type { CorregidaEscrita } from '../tarifas/version-corregida.ts';
import type { Tarifa } from '../tarifas/version.tsx';
import { Parrafo, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Page } from '../ui/page.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { Prohibida } from '../ui/whole-page.tsx';

/** Which version was wrong and what it should have been: then it is calculated, and nothing else. */
export function NuevaMasiva() {
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  if (!puede) return <Prohibida quien="quienes llevan facturación" />;
  return (
    <Page
      titulo="Nueva corrección de tarifas"
      migas={<Link to="/oficina/tarifas/correcciones">Corregir una tarifa para todos</Link>}
      bajada="Escriba los precios que debieron ser. Calcular no cambia nada: después se ve cada factura y se decide."
    >
      <CualEstabaMal>
        {(mala, versiones) => <Campos key={mala.id} mala={mala} inicial={corregidaDe(mala, versiones)} />}
      </CualEstabaMal>
    </Page>
  );
}

function Campos({ mala, inicial }: { mala: Tarifa; inicial: CorregidaEscrita }) {
  const navigate = useNavigate();
  const { contexto, renovar } = useClave();
  const crear = useMutation(
    trpc.masivas.create.mutationOptions({
      ...contexto,
      // What is sent again after a refusal is another request.
      onError: renovar,
      onSuccess: async ({ id }) => {
        await refrescar(trpc.masivas.pathFilter());
        await navigate({ to: '/oficina/tarifas/correcciones/$masiva_id', params: { masiva_id: String(id) } });
      },
    }),
  );
  const { campo, watch, ...de } = useFormulario(masivaEscrita, { inicial, mutacion: crear });
  return (
    <Formulario de={de} className="pila ancha" accion="Calcular" enviando="Un momento…">
      <div className="fila-campos">
        <Texto etiqueta="Facturas de los periodos que empezaron desde el" type="date" {...campo('desde')} />
        <Texto etiqueta="Hasta el" opcional ayuda="Vacío: hasta hoy." type="date" {...campo('hasta')} />
      </div>
      <CamposCorregida campo={campo} escrita={watch()} mala={mala} />
      <Razones campo={campo} />
    </Formulario>
  );
}

type Campo = ReturnType<typeof useFormulario<CorregidaEscrita, unknown>>['campo'];

/** Apart: fields take the focus of an error in the order in which they are rendered, and these come last. */
const Razones = ({ campo }: { campo: Campo }) => (
  <div className="pila estrecho">
    <Parrafo
      etiqueta="Motivo"
      ayuda="Queda en cada nota, y los clientes lo pueden leer."
      rows={2}
      className="bajo"
      maxLength={500}
      {...campo('motivo')}
    />
    <Sustento {...campo('sustento')} />
  </div>
);
