import { formatPesos } from '@cunservicios/domain/pesos';
import { Link } from '@tanstack/react-router';
import { fechaCorta, fechaLarga, hoy } from '../core/fechas.ts';
import { contar } from '../core/numeros.ts';
import { Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { etapaDe, EXCLUSION } from './etapa.ts';
import type { Cuenta } from './etapa.ts';

type Props = {
  cuentas: Cuenta[];
  marcadas: ReadonlySet<string>;
  /** Undefined where nothing can be chosen. */
  marcar: ((numero_cuenta: string, marcada: boolean) => void) | undefined;
};

export const TablaPorSuspender = ({ cuentas, marcadas, marcar }: Props) => (
  <Tabla
    titulo="Cuentas con facturas vencidas"
    tituloOculto
    filas={cuentas}
    clave={({ numero_cuenta }) => numero_cuenta}
    columnas={[
      {
        titulo: 'Cuenta',
        celda: ({ numero_cuenta, nombre, exclusiones }) => (
          <span className="elige-fila">
            {marcar && exclusiones.length === 0 && (
              <label>
                <input
                  type="checkbox"
                  checked={marcadas.has(numero_cuenta)}
                  onChange={({ target }) => marcar(numero_cuenta, target.checked)}
                />
                <span className="oculto">Elegir la cuenta {numero_cuenta}</span>
              </label>
            )}
            <span>
              <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
                {nombre}
              </Link>
              <br />
              <span className="suave chico">{numero_cuenta}</span>
            </span>
          </span>
        ),
      },
      {
        titulo: 'Dirección',
        celda: ({ direccion, ruta }) => (
          <>
            {direccion}
            {ruta && <span className="suave chico"> (ruta {ruta})</span>}
          </>
        ),
      },
      {
        titulo: 'Facturas vencidas',
        celda: ({ vencidas, desde }) => `${contar(vencidas, 'factura', 'facturas')}, desde el ${fechaCorta(desde)}`,
      },
      { titulo: 'Debe', numero: true, celda: ({ deuda }) => formatPesos(deuda) },
      { titulo: 'Qué sigue', celda: (cuenta) => <Etapa cuenta={cuenta} /> },
    ]}
  />
);

function Etapa({ cuenta }: { cuenta: Cuenta }) {
  const { exclusiones, razones, protegido, aviso } = cuenta;
  if (exclusiones.length > 0)
    return (
      <>
        {exclusiones.map((razon) => (
          <Estado key={razon}>{EXCLUSION[razon]}</Estado>
        ))}
        {razones.map((razon) => (
          <p key={razon} className="suave chico">
            {razon}
          </p>
        ))}
        {protegido !== null && <p className="suave chico">Por qué: {protegido}</p>}
      </>
    );
  if (aviso === null) return <Estado tono="alerta">Falta el aviso</Estado>;
  const lista = etapaDe(cuenta, hoy()) === 'lista';
  return (
    <>
      <Estado tono={lista ? 'mal' : 'info'}>{lista ? 'Se puede ordenar' : 'En el plazo del aviso'}</Estado>
      <p className="suave chico">
        Avisada el {fechaCorta(aviso.fecha)}
        {!lista && `; se puede ordenar desde el ${fechaLarga(aviso.suspension_desde)}`}
      </p>
    </>
  );
}
