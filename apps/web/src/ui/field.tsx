// A label, a hint, the control and its error, tied together. Works alone and with register() of react-hook-form.
import { useId, useState } from 'react';
import type { ComponentProps, ReactNode } from 'react';

type Common = { etiqueta: string; ayuda?: ReactNode; error?: string | undefined };
type Extra = { opcional?: boolean };

type Frame = Common &
  Extra & { children: (tied: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode };

function Campo({ etiqueta, ayuda, error, opcional, children }: Frame) {
  const id = useId();
  const described = [ayuda && `${id}-ayuda`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={error ? 'campo con-error' : 'campo'}>
      <label htmlFor={id}>
        {etiqueta}
        {opcional && <span className="suave"> (opcional)</span>}
      </label>
      {ayuda && (
        <span className="ayuda" id={`${id}-ayuda`}>
          {ayuda}
        </span>
      )}
      {error && (
        <span className="error" id={`${id}-error`}>
          <span className="oculto">Error: </span>
          {error}
        </span>
      )}
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true as const }),
      })}
    </div>
  );
}

export const Texto = ({ etiqueta, ayuda, error, opcional, ...input }: Common & Extra & ComponentProps<'input'>) => (
  <Campo {...{ etiqueta, ayuda, error }} {...(opcional && { opcional })}>
    {(tied) => <input type="text" {...input} {...tied} />}
  </Campo>
);

export const Parrafo = ({
  etiqueta,
  ayuda,
  error,
  opcional,
  ...input
}: Common & Extra & ComponentProps<'textarea'>) => (
  <Campo {...{ etiqueta, ayuda, error }} {...(opcional && { opcional })}>
    {(tied) => <textarea {...input} {...tied} />}
  </Campo>
);

export const Lista = ({
  etiqueta,
  ayuda,
  error,
  opcional,
  children,
  ...input
}: Common & Extra & ComponentProps<'select'>) => (
  <Campo {...{ etiqueta, ayuda, error }} {...(opcional && { opcional })}>
    {(tied) => (
      <select {...input} {...tied}>
        {children}
      </select>
    )}
  </Campo>
);

type DeArchivo = Common &
  Omit<ComponentProps<'input'>, 'type' | 'onChange'> & { elegido?: (archivo: File | undefined) => void };

/** The browser's own file button speaks the language of the browser: this one is Spanish. */
export function Archivo({ etiqueta, ayuda, error, elegido, ...input }: DeArchivo) {
  const [nombre, setNombre] = useState('');
  const elegir = (archivo: File | undefined) => {
    setNombre(archivo?.name ?? '');
    elegido?.(archivo);
  };
  return (
    <Campo {...{ etiqueta, ayuda, error }}>
      {(tied) => (
        <span className="elige-archivo">
          <input {...input} {...tied} type="file" onChange={({ target }) => elegir(target.files?.[0])} />
          <span className="boton otro" aria-hidden="true">
            Elegir archivo
          </span>
          <span className="suave" aria-live="polite">
            {nombre || 'Ningún archivo elegido'}
          </span>
        </span>
      )}
    </Campo>
  );
}

type Opcion = { etiqueta: string; error?: string | undefined } & ComponentProps<'input'>;

/** A choice with its words; with `type="radio"` one of several. */
export const Casilla = ({ etiqueta, error, ...input }: Opcion) => (
  <label className="opcion">
    <input type="checkbox" {...input} aria-invalid={error ? true : undefined} />
    <span>
      {etiqueta}
      {error && <span className="error"> {error}</span>}
    </span>
  </label>
);

export const Grupo = ({ etiqueta, ayuda, error, children }: Common & { children: ReactNode }) => (
  <fieldset className="grupo">
    <legend>{etiqueta}</legend>
    {ayuda && <span className="ayuda">{ayuda}</span>}
    {error && (
      <span className="error" role="alert">
        {error}
      </span>
    )}
    {children}
  </fieldset>
);
