import { formatPesos } from '@cunservicios/domain/pesos';
import { Link } from '@tanstack/react-router';
import { fechaCorta } from '../core/fechas.ts';
import { Tabla } from '../ui/table.tsx';
import type { Columna } from '../ui/table.tsx';
import { ORDEN } from './nombres.ts';
import { EstadoOrden } from './plazo.tsx';
import type { Orden } from './tipos.ts';

const DONDE: Columna<Orden> = {
  titulo: 'Dónde',
  celda: ({ numero_cuenta, direccion, ruta }) => (
    <>
      <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
        {numero_cuenta}
      </Link>
      <br />
      <span className="suave chico">
        {direccion}
        {ruta && `, ruta ${ruta}`}
      </span>
    </>
  ),
};

export const TablaOrdenes = ({ ordenes, conCuenta }: { ordenes: Orden[]; conCuenta: boolean }) => (
  <Tabla
    titulo="Órdenes, de la más reciente a la más antigua"
    tituloOculto
    filas={ordenes}
    clave={({ id }) => id}
    columnas={[
      {
        titulo: 'Orden',
        celda: ({ numero_orden, tipo, motivo }) => (
          <>
            <Link to="/oficina/cartera/ordenes/$numero_orden" params={{ numero_orden }}>
              {ORDEN[tipo].nombre} {numero_orden}
            </Link>
            <br />
            <span className="suave chico">{motivo}</span>
          </>
        ),
      },
      ...(conCuenta ? [DONDE] : []),
      { titulo: 'Para el', junta: true, celda: ({ programada_para }) => fechaCorta(programada_para) },
      { titulo: 'Estado', celda: (orden) => <EstadoOrden orden={orden} /> },
      { titulo: 'Cobró', numero: true, celda: ({ cargo }) => (cargo === null ? '—' : formatPesos(cargo)) },
    ]}
  />
);
