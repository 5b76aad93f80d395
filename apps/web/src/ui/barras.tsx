import './barras.css';

/** Before and now as two bars of one scale; drawn beside the numbers they stand for, so it is not read out. */
export function BarrasDobles({ antes, ahora, max }: { antes: number; ahora: number; max: number }) {
  const ancho = (n: number) => `${max > 0 ? Math.max((Math.abs(n) / max) * 100, n === 0 ? 0 : 0.5) : 0}%`;
  return (
    <svg className="barras" width="100%" height="22" aria-hidden="true" focusable="false">
      <rect className="antes" y="1" height="8" rx="2" width={ancho(antes)} />
      <rect className="ahora" y="12" height="8" rx="2" width={ancho(ahora)} />
    </svg>
  );
}

/** What the two bars are. */
export const ClaveBarras = ({ antes, ahora }: { antes: string; ahora: string }) => (
  <p className="clave-barras suave chico" aria-hidden="true">
    <i className="antes" /> {antes} <i className="ahora" /> {ahora}
  </p>
);
