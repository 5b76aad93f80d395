import { useEffect, useRef, useState } from 'react';
import { Parrafo } from '../ui/field.tsx';

type Props = { inicial: string[]; error: string | undefined; escribir: (causales: string[]) => void };
const LARGO = 40;

/** What a reader may choose from when a meter cannot be read, one a line. */
export function Causales({ inicial, error, escribir }: Props) {
  const [texto, setTexto] = useState(inicial.join('\n'));
  const campo = useRef<HTMLTextAreaElement>(null);
  // The list is no field of the form's own: it takes the focus by itself when it keeps the form from being sent.
  useEffect(() => {
    if (error) campo.current?.focus();
  }, [error]);
  const larga = leerCausales(texto).find((causal) => causal.length > LARGO);
  return (
    <Parrafo
      etiqueta="Causales de no lectura"
      ayuda="Lo que el lector puede elegir cuando no se pudo leer, una por línea. Lo ya registrado conserva la suya."
      error={larga ? `Acorte «${larga}»: lo más largo son ${LARGO} letras.` : error}
      rows={6}
      ref={campo}
      value={texto}
      onChange={({ target }) => {
        setTexto(target.value);
        escribir(leerCausales(target.value));
      }}
    />
  );
}

/** Lines with something in them, each once. */
const leerCausales = (texto: string) => [
  ...new Set(
    texto
      .split('\n')
      .map((linea) => linea.trim())
      .filter(Boolean),
  ),
];
