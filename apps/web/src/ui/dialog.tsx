import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

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

type Confirm = Omit<Props, 'children'> & {
  children: ReactNode;
  accion: string;
  grave?: boolean;
  enCurso: boolean;
  hacer: () => void;
};

/** Says what will happen before it does. */
export const Confirmar = ({ children, accion, grave = false, enCurso, hacer, ...rest }: Confirm) => (
  <Ventana {...rest}>
    {children}
    <div className="acciones">
      <button type="button" className={grave ? 'boton grave' : 'boton principal'} disabled={enCurso} onClick={hacer}>
        {enCurso ? 'Un momento…' : accion}
      </button>
      <button type="button" className="boton otro" onClick={rest.cerrar}>
        Cancelar
      </button>
    </div>
  </Ventana>
);
