import { useState } from 'react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Fallo } from './states.tsx';

type Props = { titulo: string; abierto: boolean; cerrar: () => void; children: ReactNode };

/** A window over the page: takes the focus, gives it back, closes with Escape. */
export const Ventana = ({ titulo, abierto, cerrar, children }: Props) => (
  <ModalOverlay className="velo" isOpen={abierto} onOpenChange={(open) => !open && cerrar()} isDismissable>
    <Modal className="ventana denso">
      <Dialog>
        <Heading slot="title">{titulo}</Heading>
        {children}
      </Dialog>
    </Modal>
  </ModalOverlay>
);

type Boton = {
  boton: string;
  clase?: 'principal' | 'otro' | 'llano';
  titulo?: string;
  /** What the button is called when its words are those of others on the page. */
  etiqueta?: string;
  children: (cerrar: () => void) => ReactNode;
};

/** A button and the window it opens. */
export function BotonVentana({ boton, clase = 'principal', titulo = boton, etiqueta, children }: Boton) {
  const [abierto, setAbierto] = useState(false);
  const cerrar = () => setAbierto(false);
  return (
    <>
      <button type="button" className={`boton ${clase}`} aria-label={etiqueta} onClick={() => setAbierto(true)}>
        {boton}
      </button>
      <Ventana titulo={titulo} abierto={abierto} cerrar={cerrar}>
        {children(cerrar)}
      </Ventana>
    </>
  );
}

type Pregunta = {
  children: ReactNode;
  accion: string;
  grave?: boolean;
  /** The answer of useMutation. */
  mutacion: { error: unknown; isPending: boolean };
  hacer: () => void;
  cerrar: () => void;
};

/** Inside a window: says what will happen before it does. */
export const Confirmar = ({ children, accion, grave = false, mutacion, hacer, cerrar }: Pregunta) => (
  <>
    {Boolean(mutacion.error) && <Fallo error={mutacion.error} />}
    {children}
    <div className="acciones">
      <button
        type="button"
        className={grave ? 'boton grave' : 'boton principal'}
        disabled={mutacion.isPending}
        onClick={hacer}
      >
        {mutacion.isPending ? 'Un momento…' : accion}
      </button>
      <button type="button" className="boton otro" onClick={cerrar}>
        Cancelar
      </button>
    </div>
  </>
);
