import { cerrarCaja } from '@cunservicios/api/cajas/cajas.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import { DENOMINACIONES, diferenciaDeCaja } from '@cunservicios/domain/recaudo/caja';
import type { MedioPago } from '@cunservicios/domain/recaudo/listas';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { pesosEscritos, textoEscrito } from '../core/escrito.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { refrescarDinero } from '../pagos/refrescar.ts';
import { Grupo, Parrafo, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Page } from '../ui/page.tsx';
import { Cargado, Vacio } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { Prohibida } from '../ui/whole-page.tsx';
import { Cuadre } from './cuadre.tsx';
import './arqueo.css';

/** Counts the drawer against what there should be, and closes it. */
export function Arqueo() {
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'recaudo');
  const query = useQuery(trpc.cajas.mine.queryOptions(undefined, { enabled: puede }));
  if (!puede) return <Prohibida quien="quienes reciben pagos" />;
  return (
    <Page
      titulo="Contar y cerrar la caja"
      migas={<Link to="/oficina/caja">Caja</Link>}
      bajada="Cerrada, la caja no recibe más pagos."
    >
      <Cargado query={query} que="Abriendo la caja…">
        {({ caja }) =>
          caja ? (
            <FormularioArqueo caja={caja} />
          ) : (
            <Vacio>
              No tiene una caja abierta. <Link to="/oficina/caja">Abrir la caja</Link>
            </Vacio>
          )
        }
      </Cargado>
    </Page>
  );
}

/** An empty field is nothing of it. */
const cuantas = {
  setValueAs: (value: unknown) => {
    const texto = `${(value as string | number | null | undefined) ?? ''}`.trim();
    return texto === '' ? 0 : Number(texto.replaceAll('.', ''));
  },
};
const enteros = { inputMode: 'numeric', autoComplete: 'off' } as const;
const PIEZAS = DENOMINACIONES.map(String);

function FormularioArqueo({ caja }: { caja: Outputs['cajas']['get'] }) {
  const navigate = useNavigate();
  const otros = caja.por_medio.flatMap(({ medio }) => (medio === 'Efectivo' ? [] : [medio]));
  const cerrar = useMutation(
    trpc.cajas.close.mutationOptions({
      onSuccess: async ({ id }) => {
        await navigate({ to: '/oficina/cajas/$caja_id', params: { caja_id: String(id) } });
        await refrescarDinero();
      },
    }),
  );
  const { campo, watch, ...de } = useFormulario(cerrarCaja, {
    inicial: { caja_id: caja.id, denominaciones: {}, contado: {} },
    mutacion: cerrar,
  });
  const [denominaciones, contado] = watch(['denominaciones', 'contado']);
  const efectivo = PIEZAS.reduce((suma, pieza) => suma + Number(pieza) * (denominaciones[pieza] || 0), 0);
  const diferencia = diferenciaDeCaja({ ...numeros(contado), Efectivo: efectivo }, caja.esperado);
  return (
    <Formulario de={de} className="pila ancha" accion="Cerrar la caja" enviando="Cerrando…">
      <div className="columnas anchas">
        <div className="formulario">
          <Grupo etiqueta="Cuántos billetes y monedas hay" ayuda="Billetes y monedas de $ 1.000 van juntos.">
            <div className="denominaciones">
              {PIEZAS.map((pieza) => (
                <Texto
                  key={pieza}
                  etiqueta={`De ${formatPesos(Number(pieza))}`}
                  {...enteros}
                  {...campo(`denominaciones.${pieza}`, cuantas)}
                />
              ))}
            </div>
          </Grupo>
          {otros.length > 0 && (
            <Grupo etiqueta="Cuánto suman los demás comprobantes, en pesos">
              <div className="fila-campos">
                {otros.map((medio) => (
                  <Texto key={medio} etiqueta={medio} {...enteros} {...campo(`contado.${medio}`, pesosDeOtro)} />
                ))}
              </div>
            </Grupo>
          )}
          {diferencia.descuadre > 0 && (
            <Parrafo
              etiqueta="Por qué hay diferencia"
              ayuda="Por encima del límite de la empresa, otra persona la revisa."
              rows={2}
              className="bajo"
              maxLength={500}
              {...campo('explicacion', textoEscrito)}
            />
          )}
        </div>
        <Cuadre esperado={caja.esperado} efectivo={efectivo} diferencia={diferencia} />
      </div>
    </Formulario>
  );
}

const pesosDeOtro = {
  setValueAs: (value: unknown) => {
    const pesos: number = pesosEscritos.setValueAs(value);
    return Number.isNaN(pesos) ? 0 : pesos;
  },
};

const numeros = (contado: Partial<Record<Exclude<MedioPago, 'Efectivo'>, number>> | undefined) =>
  Object.fromEntries(Object.entries(contado ?? {}).map(([medio, n]) => [medio, n || 0]));
