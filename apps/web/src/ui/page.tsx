import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

let firstPage = true;

type Props = {
  titulo: string;
  /** For the window's title when the heading alone says too little. */
  ventana?: string;
  migas?: ReactNode;
  bajada?: ReactNode;
  acciones?: ReactNode;
  children: ReactNode;
};

/** A page: its heading takes the focus after a navigation, so that a screen reader says where one is. */
export function Page({ titulo, ventana = titulo, migas, bajada, acciones, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!firstPage) heading.current?.focus();
    firstPage = false;
  }, []);
  useEffect(() => {
    document.title = `${ventana} – Cunservicios`;
  }, [ventana]);
  return (
    <div className="pagina">
      <div className="titulo">
        <div>
          {migas && <p className="migas">{migas}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {titulo}
          </h1>
          {bajada && <p className="suave">{bajada}</p>}
        </div>
        {acciones && <div className="acciones no-imprime">{acciones}</div>}
      </div>
      {children}
    </div>
  );
}
