import { useEffect, useRef } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Aviso, Fallo } from './states.tsx';

type Props = {
  /** What useFormulario answers. */
  de: { aparte: unknown; enCurso: boolean; enviar: (event: FormEvent<HTMLFormElement>) => void };
  className?: string;
  /** What the button says, and what it says meanwhile. */
  accion: string;
  /** What it does cannot be taken back. */
  grave?: boolean;
  enviando?: string;
  /** Before it is sent by this button: for a form that can be sent by another one too. */
  alPulsar?: () => void;
  cancelar?: () => void;
  /** Said above the button once it is done, when the form stays. */
  hecho?: string | false;
  /** Beside the buttons. */
  junto?: ReactNode;
  children: ReactNode;
};

/** The frame of every form: what went wrong, the fields, the buttons. */
export function Formulario({
  de: { aparte, enCurso, enviar },
  className = 'formulario',
  accion,
  grave = false,
  enviando = accion,
  alPulsar,
  cancelar,
  hecho,
  junto,
  children,
}: Props) {
  const fallo = useRef<HTMLDivElement>(null);
  // The button is at the end of a form: of a long one its beginning is out of sight.
  useEffect(() => {
    if (aparte) fallo.current?.scrollIntoView({ block: 'nearest' });
  }, [aparte]);
  return (
    <form className={className} noValidate onSubmit={enviar}>
      {Boolean(aparte) && (
        <div ref={fallo}>
          <Fallo error={aparte} />
        </div>
      )}
      {children}
      {hecho && (
        <Aviso tono="bien" vivo>
          {hecho}
        </Aviso>
      )}
      <div className="acciones">
        <button
          type="submit"
          className={grave ? 'boton grave' : 'boton principal'}
          disabled={enCurso}
          onClick={alPulsar}
        >
          {enCurso ? enviando : accion}
        </button>
        {cancelar && (
          <button type="button" className="boton otro" onClick={cancelar}>
            Cancelar
          </button>
        )}
        {junto}
      </div>
    </form>
  );
}
