import { Link } from '@tanstack/react-router';
import { fechaCorta } from '../core/fechas.ts';
import type { Outputs } from '../core/trpc.ts';
import { Tabla } from '../ui/table.tsx';
import { Semaforo } from './plazo.tsx';

export type PqrResumen = Outputs['pqrs']['list']['items'][number];

export function TablaPqrs({
  casos,
  para,
  conCuenta,
}: {
  casos: PqrResumen[];
  para: 'oficina' | 'ciudadano';
  conCuenta: boolean;
}) {
  const to = para === 'oficina' ? ('/oficina/pqrs/$radicado' as const) : ('/mis-pqrs/$radicado' as const);
  const cuenta = {
    titulo: 'Cuenta',
    junta: true,
    celda: ({ numero_cuenta }: PqrResumen) => (
      <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
        {numero_cuenta}
      </Link>
    ),
  };
  return (
    <Tabla
      titulo="Peticiones, quejas y recursos"
      tituloOculto
      filas={casos}
      clave={({ id }) => id}
      columnas={[
        {
          titulo: 'Caso',
          celda: ({ radicado, asunto }) => (
            <>
              <Link to={to} params={{ radicado }}>
                {asunto}
              </Link>
              <br />
              <span className="suave chico">{radicado}</span>
            </>
          ),
        },
        { titulo: 'Tipo', celda: ({ tipo }) => tipo },
        ...(conCuenta ? [cuenta] : []),
        { titulo: 'Radicada', junta: true, celda: ({ fecha_radicacion }) => fechaCorta(fecha_radicacion) },
        { titulo: 'Estado', celda: ({ estado }) => estado },
        { titulo: 'Plazo', celda: (caso) => <Semaforo caso={caso} /> },
        { titulo: 'Responder a más tardar', junta: true, celda: ({ limite_seguro }) => fechaCorta(limite_seguro) },
      ]}
    />
  );
}
