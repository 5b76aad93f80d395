import { formatPesos, sumar } from '@cunservicios/domain/pesos';
import { useState } from 'react';
import { hoy } from '../core/fechas.ts';
import { contar } from '../core/numeros.ts';
import { Casilla } from '../ui/field.tsx';
import { BotonVentana } from '../ui/dialog.tsx';
import { Avisar } from './avisar.tsx';
import { etapaDe } from './etapa.ts';
import type { Cuenta } from './etapa.ts';
import { Ordenar } from './ordenar.tsx';
import type { Hecho } from './resultado.tsx';
import { TablaPorSuspender } from './tabla.tsx';

/** What one command takes. */
const MOST = 100;
type Props = { cuentas: Cuenta[]; puede: boolean; listo: (hecho: Hecho) => void };

/** The accounts, and what can be done with those that are chosen. */
export function Eleccion({ cuentas, puede, listo }: Props) {
  const [marcadas, setMarcadas] = useState<ReadonlySet<string>>(new Set());
  const libres = cuentas.filter(({ exclusiones }) => exclusiones.length === 0);
  const escogidas = libres.filter(({ numero_cuenta }) => marcadas.has(numero_cuenta));
  const listas = escogidas.filter((una) => etapaDe(una, hoy()) === 'lista').length;
  const numeros = (unas: Cuenta[]) => unas.map(({ numero_cuenta }) => numero_cuenta);
  const marcar = (numero_cuenta: string, marcada: boolean) => {
    const next = new Set(marcadas);
    if (marcada) next.add(numero_cuenta);
    else next.delete(numero_cuenta);
    setMarcadas(next);
  };
  const terminar = (hecho: Hecho) => {
    setMarcadas(new Set());
    listo(hecho);
  };
  return (
    <>
      {puede && libres.length > 0 && (
        <div className="elegir no-imprime" role="group" aria-label="Avisar u ordenar varias cuentas">
          <Casilla
            etiqueta={libres.length === 1 ? 'Elegir la que se muestra' : `Elegir las ${libres.length} que se muestran`}
            checked={escogidas.length === libres.length}
            onChange={({ target }) => setMarcadas(new Set(target.checked ? numeros(libres) : []))}
          />
          <p className="suave" role="status">
            {escogidas.length > 0 &&
              `${contar(escogidas.length, 'cuenta elegida', 'cuentas elegidas')}, ${formatPesos(sumar(escogidas.map(({ deuda }) => deuda)))}`}
            {escogidas.length > MOST && `. Se hace con ${MOST} a la vez: quite algunas.`}
          </p>
          {escogidas.length > 0 && escogidas.length <= MOST && (
            <div className="acciones">
              <BotonVentana boton="Registrar el aviso" clase={listas > 0 ? 'otro' : 'principal'}>
                {(cerrar) => <Avisar cuentas={numeros(escogidas)} listo={terminar} cerrar={cerrar} />}
              </BotonVentana>
              <BotonVentana boton="Ordenar la suspensión" clase={listas > 0 ? 'principal' : 'otro'}>
                {(cerrar) => <Ordenar cuentas={numeros(escogidas)} listas={listas} listo={terminar} cerrar={cerrar} />}
              </BotonVentana>
            </div>
          )}
        </div>
      )}
      <TablaPorSuspender cuentas={cuentas} marcadas={marcadas} marcar={puede ? marcar : undefined} />
    </>
  );
}
