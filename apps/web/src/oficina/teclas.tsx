import { useState } from 'react';
import { Ventana } from '../ui/dialog.tsx';
import { Casilla } from '../ui/field.tsx';
import { elegirTeclas, usaTeclas, useTeclas } from '../ui/use-teclas.ts';

const TECLAS = {
  'En cualquier página': [
    ['Ctrl + K', 'Buscar una cuenta, una persona o una acción'],
    ['?', 'Ver esta lista'],
    ['Esc', 'Cerrar la ventana o el menú'],
  ],
  'En la mesa de crítica': [
    ['j · ↓', 'Pasar a la cuenta siguiente'],
    ['k · ↑', 'Volver a la cuenta anterior'],
    ['Espacio', 'Elegir la cuenta, para decidir sobre varias'],
    ['c', 'Confirmar'],
    ['r', 'Corregir la lectura'],
    ['i', 'Pedir una inspección'],
    ['p', 'Facturar el promedio'],
  ],
} as const;

type Props = { abierto: boolean; abrir: (abierto: boolean) => void };

/** The list of keys. A key of one character must be able to be turned off: voice control types by itself. */
export function Teclas({ abierto, abrir }: Props) {
  const [usa, setUsa] = useState(usaTeclas);
  useTeclas({ '?': () => abrir(true) });
  const choose = (use: boolean) => {
    elegirTeclas(use);
    setUsa(use);
  };
  return (
    <Ventana titulo="Teclas" abierto={abierto} cerrar={() => abrir(false)}>
      {Object.entries(TECLAS).map(([donde, teclas]) => (
        <section key={donde} className="pila" aria-label={donde}>
          <h3>{donde}</h3>
          <dl className="teclas">
            {teclas.map(([tecla, hace]) => (
              <div key={tecla}>
                <dt>
                  <kbd>{tecla}</kbd>
                </dt>
                <dd>{hace}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Casilla
        etiqueta="Usar las teclas de una sola letra y ?"
        checked={usa}
        onChange={({ target }) => choose(target.checked)}
      />
      <div className="acciones">
        <button type="button" className="boton otro" onClick={() => abrir(false)}>
          Cerrar
        </button>
      </div>
    </Ventana>
  );
}
