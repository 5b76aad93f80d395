import { createFactura } from '@cunservicios/api/facturas/facturas.schema';
import { addDays } from '@cunservicios/domain/calendario/fechas';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useFieldArray } from 'react-hook-form';
import { z } from 'zod';
import { pesosEscritos } from '../core/escrito.ts';
import { hoy } from '../core/fechas.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { Parrafo, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Page } from '../ui/page.tsx';
import { Cargado } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { Prohibida } from '../ui/whole-page.tsx';

const route = getRouteApi('/sala/oficina/clientes/$numero_cuenta/factura');

/** A bill written by hand: what is charged outside the consumption of a period. */
export function CrearFactura() {
  const { numero_cuenta } = route.useParams();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  const query = useQuery(trpc.clientes.get.queryOptions({ numero_cuenta }, { enabled: puede }));
  if (!puede) return <Prohibida quien="quienes facturan" />;
  return (
    <Page
      titulo="Crear una factura manual"
      ventana="Crear factura"
      migas={
        <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
          Cuenta {numero_cuenta}
        </Link>
      }
      bajada={query.data && `Para ${query.data.nombre}, ${query.data.direccion}`}
    >
      <Cargado query={query}>{(cliente) => <FormularioFactura cliente={cliente} />}</Cargado>
    </Page>
  );
}

const sumOf = (lines: readonly { valor?: number }[]) => lines.reduce((sum, { valor }) => sum + (valor || 0), 0);

// The total is not written: it is the sum of the lines.
const { numero_factura, cliente_id, fecha_emision, fecha_vencimiento, observaciones, conceptos } = createFactura.shape;
const escrita = z
  .strictObject({ numero_factura, cliente_id, fecha_emision, fecha_vencimiento, observaciones, conceptos })
  .transform((factura) => ({ ...factura, valor_total: sumOf(factura.conceptos) }));
type Linea = z.input<typeof escrita>['conceptos'][number];
/** Its amount is not written yet. */
const lineaVacia = () => ({ concepto: '' }) as Linea;

function FormularioFactura({ cliente }: { cliente: Outputs['clientes']['get'] }) {
  const navigate = useNavigate();
  const { contexto } = useClave();
  const crear = useMutation(
    trpc.facturas.create.mutationOptions({
      ...contexto,
      onSuccess: async ({ numero_factura }) => {
        await refrescar(trpc.facturas.pathFilter(), trpc.clientes.pathFilter(), trpc.movimientos.pathFilter());
        await navigate({ to: '/oficina/facturas/$numero_factura', params: { numero_factura } });
      },
    }),
  );
  const { campo, control, watch, ...de } = useFormulario(escrita, {
    inicial: {
      numero_factura: '',
      cliente_id: cliente.id,
      fecha_emision: hoy(),
      fecha_vencimiento: addDays(hoy(), 15),
      observaciones: '',
      conceptos: [lineaVacia()],
    },
    mutacion: crear,
  });
  const { fields, append, remove } = useFieldArray({ control, name: 'conceptos' });
  const total = sumOf(watch('conceptos'));
  return (
    <Formulario de={de} className="tarjeta estrecho" accion="Crear la factura" enviando="Creando…">
      <Texto
        etiqueta="Número de factura"
        ayuda="Uno que no se haya usado, como MANUAL-0001. Los que empiezan por SPD los da la emisión de un periodo."
        maxLength={50}
        autoComplete="off"
        {...campo('numero_factura')}
      />
      <div className="fila-campos">
        <Texto etiqueta="Fecha de emisión" type="date" {...campo('fecha_emision')} />
        <Texto etiqueta="Fecha límite de pago" type="date" {...campo('fecha_vencimiento')} />
      </div>
      {fields.map(({ id }, i) => (
        <fieldset key={id} className="grupo">
          <legend className="oculto">Línea {i + 1}</legend>
          <div className="con-boton">
            <Texto etiqueta="Concepto" maxLength={200} autoComplete="off" {...campo(`conceptos.${i}.concepto`)} />
            <Texto
              etiqueta="Valor, en pesos"
              inputMode="numeric"
              autoComplete="off"
              {...campo(`conceptos.${i}.valor`, pesosEscritos)}
            />
            {fields.length > 1 && (
              <button
                type="button"
                className="boton llano"
                aria-label={`Quitar la línea ${i + 1}`}
                onClick={() => remove(i)}
              >
                Quitar
              </button>
            )}
          </div>
        </fieldset>
      ))}
      <div>
        <button type="button" className="boton otro" onClick={() => append(lineaVacia())}>
          Agregar una línea
        </button>
      </div>
      <p role="status">
        Total: <strong className="cifra">{formatPesos(total)}</strong>
        {total < 0 && <span className="error-suelto">. El total no puede ser negativo.</span>}
      </p>
      <Parrafo etiqueta="Observaciones" opcional rows={3} maxLength={1000} {...campo('observaciones')} />
    </Formulario>
  );
}
