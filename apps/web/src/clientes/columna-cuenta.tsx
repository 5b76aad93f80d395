import { Link } from '@tanstack/react-router';
import type { Columna } from '../ui/table.tsx';

/** The account of a row: its number, which leads to it, and whose it is. */
export const columnaCuenta: Columna<{ numero_cuenta: string; nombre: string }> = {
  titulo: 'Cuenta',
  junta: true,
  celda: ({ numero_cuenta, nombre }) => (
    <>
      <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
        {numero_cuenta}
      </Link>
      <br />
      <span className="suave chico">{nombre}</span>
    </>
  ),
};
