import { ACCIONES } from '@cunservicios/domain/consumo/listas';
import type { Accion, Advertencia } from '@cunservicios/domain/consumo/listas';
import { formatPesos } from '@cunservicios/domain/pesos';
import { Link } from '@tanstack/react-router';
import { claseDe } from '../clientes/clase.ts';
import { fechaCorta, instanteCorto } from '../core/fechas.ts';
import { METODO } from '../facturas/metodos.ts';
import { nombreAdvertencia } from '../periodos/advertencias.ts';
import { Estado } from '../ui/states.tsx';
import { Historia } from './historia.tsx';
import { ACCION, dial, porQue } from './palabras.ts';
import type { Prefactura } from './palabras.ts';

type Props = {
  cuenta: Prefactura;
  advertencia: Advertencia;
  /** Undefined where nothing can be decided. */
  decidir: ((accion: Accion) => void) | undefined;
  elegida: boolean;
  elegir: (elegida: boolean) => void;
};

/** One account of the desk: everything that a decision needs, and the decision. */
export function CuentaEnMesa({ cuenta, advertencia, decidir, elegida, elegir }: Props) {
  const { numero_cuenta, nombre, direccion, ruta, medidor, resoluciones } = cuenta;
  const id = `mesa-${numero_cuenta}`;
  return (
    <article className="cuenta-mesa" aria-labelledby={id} data-cuenta={numero_cuenta} data-elegida={elegida}>
      {decidir && (
        <label className="elige">
          <span className="oculto">Elegir la cuenta {numero_cuenta}</span>
          <input
            type="checkbox"
            aria-describedby={`${id}-por`}
            checked={elegida}
            onChange={({ target }) => elegir(target.checked)}
          />
        </label>
      )}
      <div className="quien">
        <h3 id={id}>
          <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
            {numero_cuenta}
          </Link>
        </h3>
        <p>{nombre}</p>
        <p className="suave chico">
          {direccion}
          <br />
          {claseDe(cuenta)}
          {ruta && ` · Ruta ${ruta}`}
          {medidor && ` · Medidor ${medidor}`}
        </p>
      </div>
      <div className="pila medida">
        <p className="cifra">
          <span className="suave chico">Lectura </span>
          {dial(cuenta.lectura_anterior)} <span aria-hidden="true">→</span>
          <span className="oculto"> a </span> <strong>{dial(cuenta.lectura?.m3 ?? cuenta.lectura_actual)}</strong>
          {cuenta.lectura && <span className="suave chico"> el {fechaCorta(cuenta.lectura.fecha)}</span>}
        </p>
        {cuenta.lectura?.causal && (
          <p className="chico">
            <span className="suave">El lector anotó: </span>
            {cuenta.lectura.causal}
          </p>
        )}
        <Historia cuenta={cuenta} />
      </div>
      <div className="pila decision">
        <p id={`${id}-por`}>{porQue(cuenta, advertencia)}</p>
        <Pesos cuenta={cuenta} />
        {cuenta.advertencias
          .filter((otra) => otra !== advertencia)
          .map((otra) => (
            <p key={otra}>
              <Estado tono="alerta">También: {nombreAdvertencia(otra)}</Estado>
            </p>
          ))}
        {resoluciones.length > 0 && (
          <ul className="lista-llana chico">
            {resoluciones.map(({ accion, motivo, por, en, advertencia: sobre }) => (
              <li key={`${en}-${sobre}`}>
                <strong>{ACCION[accion].hecho}</strong>
                {sobre !== advertencia && ` (${nombreAdvertencia(sobre).toLowerCase()})`}: {motivo}{' '}
                <span className="suave">
                  {por ?? 'Sin nombre'}, {instanteCorto(en)}
                </span>
              </li>
            ))}
          </ul>
        )}
        {decidir && (
          <div className="acciones juntas">
            {ACCIONES.map((accion) => (
              <button key={accion} type="button" className="boton otro bajo" onClick={() => decidir(accion)}>
                {ACCION[accion].verbo}
                <span className="oculto"> {numero_cuenta}</span>
              </button>
            ))}
          </div>
        )}
      </div>
    </article>
  );
}

function Pesos({ cuenta: { valor_total, valor_anterior, metodo } }: { cuenta: Prefactura }) {
  const cambio = valor_anterior === null ? null : valor_total - valor_anterior;
  return (
    <p>
      <span className="suave">Se factura </span>
      <strong className="cifra">{formatPesos(valor_total)}</strong>
      {metodo && <span className="suave"> ({METODO[metodo].nombre.toLowerCase()})</span>}
      <span className="suave">
        {cambio === null
          ? ', su primera factura.'
          : cambio === 0
            ? ', igual que antes.'
            : `, ${formatPesos(Math.abs(cambio))} ${cambio > 0 ? 'más' : 'menos'} que antes.`}
      </span>
    </p>
  );
}
