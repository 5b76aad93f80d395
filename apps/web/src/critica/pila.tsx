import { ACCIONES } from '@cunservicios/domain/consumo/listas';
import type { Accion, Advertencia } from '@cunservicios/domain/consumo/listas';
import { useEffect, useRef, useState } from 'react';
import { contar } from '../core/numeros.ts';
import { Casilla } from '../ui/field.tsx';
import { useTeclas } from '../ui/use-teclas.ts';
import { CuentaEnMesa } from './cuenta.tsx';
import { ACCION } from './palabras.ts';
import type { Prefactura } from './palabras.ts';

type Props = {
  cuentas: Prefactura[];
  advertencia: Advertencia;
  /** Undefined where nothing can be decided. */
  decidir: ((accion: Accion, cuentas: Prefactura[]) => void) | undefined;
  /** Account that takes the focus once it is there. */
  enfocar: string | undefined;
  enfocada: () => void;
};

/** The accounts that wait: move with j and k, choose with space, decide with c, r, i and p. */
export function Pila({ cuentas, advertencia, decidir, enfocar, enfocada }: Props) {
  const lista = useRef<HTMLUListElement>(null);
  const [elegidas, setElegidas] = useState<ReadonlySet<string>>(new Set());
  const escogidas = cuentas.filter(({ numero_cuenta }) => elegidas.has(numero_cuenta));

  useEffect(() => {
    if (!enfocar) return undefined;
    // After the window has given its focus back to a button that is gone.
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        focusAccount(lista.current, enfocar);
        enfocada();
      }),
    );
    return () => cancelAnimationFrame(frame);
  }, [enfocar, enfocada]);

  const actual = () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-cuenta]');
    return cuentas.findIndex(({ numero_cuenta }) => numero_cuenta === row?.dataset['cuenta']);
  };
  const move = (step: number) =>
    focusAccount(
      lista.current,
      cuentas[Math.min(Math.max(actual() + step, 0), cuentas.length - 1)]?.numero_cuenta ?? '',
    );
  const choose = (numero_cuenta: string, chosen: boolean) => {
    const next = new Set(elegidas);
    if (chosen) next.add(numero_cuenta);
    else next.delete(numero_cuenta);
    setElegidas(next);
  };
  const decide = (accion: Accion, suyas: Prefactura[]) => {
    if (!decidir || suyas.length === 0) return false;
    decidir(accion, suyas);
    return true;
  };
  const conTecla = (accion: Accion) => () => {
    const place = actual();
    const suya = place < 0 ? [] : cuentas.slice(place, place + 1);
    return decide(accion, accion !== 'corregir' && escogidas.length > 0 ? escogidas : suya);
  };
  // The space is the box's own.
  useTeclas({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => actual() >= 0 && move(1),
    ArrowUp: () => actual() >= 0 && move(-1),
    ...Object.fromEntries(ACCIONES.map((accion) => [ACCION[accion].tecla, conTecla(accion)])),
  });

  return (
    <div className="pila">
      {decidir && (
        <div className="barra-eleccion" role="group" aria-label="Decidir sobre varias cuentas">
          <Casilla
            etiqueta={
              cuentas.length === 1 ? 'Elegir la que se muestra' : `Elegir las ${cuentas.length} que se muestran`
            }
            checked={escogidas.length === cuentas.length}
            onChange={({ target }) =>
              setElegidas(new Set(target.checked ? cuentas.map(({ numero_cuenta }) => numero_cuenta) : []))
            }
          />
          <p className="suave" role="status">
            {escogidas.length > 0 && contar(escogidas.length, 'cuenta elegida', 'cuentas elegidas')}
          </p>
          {escogidas.length > 0 && (
            <div className="acciones juntas">
              {ACCIONES.filter((accion) => accion !== 'corregir').map((accion) => (
                <button
                  key={accion}
                  type="button"
                  className="boton otro bajo"
                  onClick={() => decide(accion, escogidas)}
                >
                  {ACCION[accion].verbo} {contar(escogidas.length, 'elegida', 'elegidas')}
                </button>
              ))}
            </div>
          )}
        </div>
      )}
      <ul className="lista-llana mesa" ref={lista}>
        {cuentas.map((cuenta) => {
          const { numero_cuenta } = cuenta;
          return (
            <li key={numero_cuenta}>
              <CuentaEnMesa
                cuenta={cuenta}
                advertencia={advertencia}
                decidir={decidir && ((accion) => decide(accion, [cuenta]))}
                elegida={elegidas.has(numero_cuenta)}
                elegir={(chosen) => choose(numero_cuenta, chosen)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Focus goes to the box of an account, or to its number where there is nothing to choose. */
function focusAccount(lista: HTMLElement | null, numero_cuenta: string) {
  const row = lista?.querySelector(`[data-cuenta="${CSS.escape(numero_cuenta)}"]`);
  const target = row?.querySelector<HTMLElement>('input, a');
  target?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
  return target !== undefined && target !== null;
}
