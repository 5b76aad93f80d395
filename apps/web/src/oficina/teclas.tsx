import { useEffect, useState } from 'react';
import { Casilla } from '../ui/field.tsx';
import { Ventana } from '../ui/dialog.tsx';

const OFF = 'cunservicios:sin-tecla';
const TECLAS = [
  ['Ctrl + K', 'Buscar una cuenta, una persona o una acción, desde cualquier página'],
  ['?', 'Ver esta lista'],
  ['Esc', 'Cerrar la ventana o el menú'],
] as const;

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

type Props = { abierto: boolean; abrir: (abierto: boolean) => void };

/** The list of keys. A key of one character must be able to be turned off: voice control types by itself. */
export function Teclas({ abierto, abrir }: Props) {
  const [usa, setUsa] = useState(() => localStorage.getItem(OFF) === null);
  useEffect(() => {
    if (!usa) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(event.target) || document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      abrir(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [usa, abrir]);
  const choose = (use: boolean) => {
    if (use) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, '1');
    setUsa(use);
  };
  return (
    <Ventana titulo="Teclas" abierto={abierto} cerrar={() => abrir(false)}>
      <dl className="teclas">
        {TECLAS.map(([tecla, hace]) => (
          <div key={tecla}>
            <dt>
              <kbd>{tecla}</kbd>
            </dt>
            <dd>{hace}</dd>
          </div>
        ))}
      </dl>
      <Casilla etiqueta="Usar la tecla ?" checked={usa} onChange={({ target }) => choose(target.checked)} />
      <div className="acciones">
        <button type="button" className="boton otro" onClick={() => abrir(false)}>
          Cerrar
        </button>
      </div>
    </Ventana>
  );
}
