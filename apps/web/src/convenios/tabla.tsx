import { formatPesos } from '@cunservicios/domain/pesos';
import { Link } from '@tanstack/react-router';
import { fechaCorta } from '../core/fechas.ts';
import { entero } from '../core/numeros.ts';
import type { Outputs } from '../core/trpc.ts';
import { Tabla } from '../ui/table.tsx';
import type { Columna } from '../ui/table.tsx';
import { EstadoConvenio } from './estado.tsx';

type Convenio = Outputs['convenios']['list']['items'][number];

const CUENTA: Columna<Convenio> = {
  titulo: 'Cuenta',
  junta: true,
  celda: ({ numero_cuenta }) => (
    <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
      {numero_cuenta}
    </Link>
  ),
};

export const TablaConvenios = ({ convenios, conCuenta }: { convenios: Convenio[]; conCuenta: boolean }) => (
  <Tabla
    titulo="Convenios, del más reciente al más antiguo"
    tituloOculto
    filas={convenios}
    clave={({ id }) => id}
    columnas={[
      {
        titulo: 'Convenio',
        junta: true,
        celda: ({ numero_convenio }) => (
          <Link to="/oficina/cartera/convenios/$numero_convenio" params={{ numero_convenio }}>
            {numero_convenio}
          </Link>
        ),
      },
      ...(conCuenta ? [CUENTA] : []),
      { titulo: 'Firmado', junta: true, celda: ({ fecha }) => fechaCorta(fecha) },
      { titulo: 'Estado', celda: ({ estado }) => <EstadoConvenio estado={estado} /> },
      { titulo: 'Cuotas', numero: true, celda: ({ cuotas }) => entero(cuotas) },
      { titulo: 'Deuda', numero: true, celda: ({ capital }) => formatPesos(capital) },
      { titulo: 'Por facturar', numero: true, celda: ({ saldo }) => formatPesos(saldo) },
    ]}
  />
);
