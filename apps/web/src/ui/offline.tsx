import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

const isOnline = () => onlineManager.isOnline();
const subscribe = (listener: () => void) => onlineManager.subscribe(listener);

/** Said once, at the top, while there is no connection. */
export function AvisoSinConexion() {
  const online = useSyncExternalStore(subscribe, isOnline);
  return (
    <div role="status" className="sin-conexion">
      {!online && (
        <p className="marco">
          Sin conexión. Lo que ve puede no estar al día, y lo que envíe no llegará hasta que vuelva.
        </p>
      )}
    </div>
  );
}
