import { useEffect, useState } from 'react';
import { Estado } from '../ui/states.tsx';
import type { Orden } from './tipos.ts';
import { tiempoHasta } from './tiempo.ts';
import { ESTADO_ORDEN, RESULTADO } from './nombres.ts';

/** The clock of the screen, one minute fine. */
export function useAhora() {
  const [ahora, setAhora] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setAhora(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return ahora;
}

/** How an order stands: what is left of its 24 hours, or how it ended. */
export function EstadoOrden({ orden: { estado, limite, resultado } }: { orden: Orden }) {
  const ahora = useAhora();
  if (estado === 'pendiente' && limite !== null) {
    const { tono, texto } = tiempoHasta(limite, ahora);
    return <Estado tono={tono}>{texto}</Estado>;
  }
  if (resultado) return <Estado tono={resultado === 'efectiva' ? 'bien' : 'alerta'}>{RESULTADO[resultado]}</Estado>;
  return <Estado tono={estado === 'pendiente' ? 'info' : undefined}>{ESTADO_ORDEN[estado]}</Estado>;
}
