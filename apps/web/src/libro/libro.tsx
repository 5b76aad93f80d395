import { esFecha } from '@cunservicios/domain/calendario/fechas';
import { TIPOS_MOVIMIENTO, type TipoMovimiento } from '@cunservicios/domain/cartera/listas';
import { formatPesos } from '@cunservicios/domain/pesos';
import { INTERESES } from '@cunservicios/domain/recaudo/componentes';
import { nombrarMovimiento } from '@cunservicios/domain/recaudo/nombrar-movimiento';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { fechaCorta } from '../core/fechas.ts';
import { formText } from '../core/form-text.ts';
import { mayuscula } from '../core/mayuscula.ts';
import { conSigno } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Lista, Texto } from '../ui/field.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Tabla } from '../ui/table.tsx';
import { Convenio, Factura, Pago, type Para } from './enlaces.tsx';
import { EstadoDeCuenta } from './estado-de-cuenta.tsx';
import './libro.css';
import { PorQue } from './porque.tsx';

type Movimiento = Outputs['movimientos']['list']['items'][number];
type Busqueda = { [K in 'tipo' | 'factura' | 'desde' | 'hasta']?: string | undefined };

const NOMBRE_TIPO: Record<TipoMovimiento, string> = {
  factura: 'Facturas',
  pago: 'Pagos de facturas',
  anticipo: 'Pagos que quedan a favor',
  cruce: 'Uso de lo que está a favor',
  reverso: 'Pagos deshechos',
  nota: 'Notas crédito y débito',
  anulacion: 'Facturas anuladas',
  convenio: 'Convenios',
};
const dia = (valor: string | undefined) => (valor && esFecha(valor) ? valor : undefined);

type Props = { numero_cuenta: string; para: Para; busqueda: Busqueda; buscar: (busqueda: Busqueda) => void };

/** The ledger of an account: why it owes what it owes, every entry with its cause and the balance after it. */
export function Libro({ numero_cuenta, para, busqueda, buscar }: Props) {
  const filtro = {
    tipo: TIPOS_MOVIMIENTO.find((tipo) => tipo === busqueda.tipo),
    numero_factura: busqueda.factura,
    desde: dia(busqueda.desde),
    hasta: dia(busqueda.hasta),
  };
  const query = useInfiniteQuery(
    trpc.movimientos.list.infiniteQueryOptions(
      { numero_cuenta, limit: 50, ...filtro },
      { ...porCursor, placeholderData: keepPreviousData },
    ),
  );
  const filtrado = Object.values(filtro).some((valor) => valor !== undefined);
  return (
    <>
      <PorQue numero_cuenta={numero_cuenta} para={para} />
      <section className="pila" aria-labelledby="movimientos">
        <h2 id="movimientos">Movimientos</h2>
        <Filtros busqueda={busqueda} buscar={buscar} filtrado={filtrado} />
        <PorPaginas
          query={query}
          vacio={filtrado ? 'No hay movimientos con esos filtros.' : 'Esta cuenta todavía no tiene movimientos.'}
        >
          {(movimientos) => <Movimientos movimientos={movimientos} para={para} />}
        </PorPaginas>
      </section>
      <EstadoDeCuenta numero_cuenta={numero_cuenta} />
    </>
  );
}

type FiltrosProps = Pick<Props, 'busqueda' | 'buscar'> & { filtrado: boolean };

function Filtros({ busqueda, buscar, filtrado }: FiltrosProps) {
  const enviar = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const campo = (nombre: string) => formText(form, nombre) || undefined;
    buscar({ tipo: campo('tipo'), factura: campo('factura'), desde: campo('desde'), hasta: campo('hasta') });
  };
  return (
    <search>
      <form className="filtros-libro" key={JSON.stringify(busqueda)} onSubmit={enviar}>
        <Lista etiqueta="Movimiento" name="tipo" defaultValue={busqueda.tipo ?? ''}>
          <option value="">Todos</option>
          {TIPOS_MOVIMIENTO.map((tipo) => (
            <option key={tipo} value={tipo}>
              {NOMBRE_TIPO[tipo]}
            </option>
          ))}
        </Lista>
        <Texto etiqueta="Factura" name="factura" maxLength={50} autoComplete="off" defaultValue={busqueda.factura} />
        <Texto etiqueta="Desde" type="date" name="desde" defaultValue={busqueda.desde} />
        <Texto etiqueta="Hasta" type="date" name="hasta" defaultValue={busqueda.hasta} />
        <div className="acciones">
          <button type="submit" className="boton otro">
            Filtrar
          </button>
          {filtrado && (
            <button type="button" className="boton llano" onClick={() => buscar({})}>
              Quitar los filtros
            </button>
          )}
        </div>
      </form>
    </search>
  );
}

/** Entries, newest first, with the balance after each. */
const Movimientos = ({ movimientos, para }: { movimientos: Movimiento[]; para: Para }) => (
  <Tabla
    titulo="Movimientos, el último registrado primero; el saldo es el de la cuenta después de cada uno"
    tituloOculto
    filas={movimientos}
    clave={({ id }) => id}
    columnas={[
      { titulo: 'Fecha', junta: true, celda: ({ fecha }) => fechaCorta(fecha) },
      { titulo: 'Movimiento', celda: (movimiento) => <Causa movimiento={movimiento} para={para} /> },
      {
        titulo: 'Factura',
        junta: true,
        celda: ({ numero_factura }) => (numero_factura ? <Factura numero={numero_factura} para={para} /> : '—'),
      },
      { titulo: 'Valor', numero: true, celda: ({ valor }) => conSigno(valor) },
      { titulo: 'Saldo de la cuenta', numero: true, celda: ({ saldo }) => formatPesos(saldo) },
    ]}
  />
);

function Causa({ movimiento, para }: { movimiento: Movimiento; para: Para }) {
  const { detalle, numero_convenio, contra_factura, pago_id, recibo } = movimiento;
  return (
    <>
      {nombrarMovimiento(movimiento)}{' '}
      {numero_convenio && <Convenio numero={numero_convenio} para={para} texto="Ver el convenio" />}
      {contra_factura && <Factura numero={contra_factura} para={para} texto="Ver la factura" />}
      {pago_id && recibo && <Pago id={pago_id} recibo={recibo} para={para} />}
      {detalle && <Detalle detalle={detalle} />}
    </>
  );
}

/** Where inside the bill the pesos went. */
const Detalle = ({ detalle }: { detalle: Record<string, number> }) => (
  <span className="suave chico detalle-libro">
    {Object.entries(detalle)
      .map(
        ([componente, valor]) =>
          `${componente === INTERESES ? 'Intereses' : mayuscula(componente)} ${formatPesos(valor)}`,
      )
      .join(' · ')}
  </span>
);
