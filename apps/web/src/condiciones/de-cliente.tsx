import { claseDe } from '../clientes/clase.ts';
import { fechaLarga } from '../core/fechas.ts';
import { contar } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import type { Outputs } from '../core/trpc.ts';
import { BotonVentana, Confirmar } from '../ui/dialog.tsx';
import { CONDICION } from './nombres.ts';
import type { ClaveCondicion } from './nombres.ts';
import { Renglon } from './renglon.tsx';
import { useCambiarCliente } from './use-cambiar-cliente.ts';

type Cliente = Outputs['clientes']['get'];
type Clave = 'fechas' | 'clases' | 'protegido' | 'exento_desincentivo';
type Props = { cliente: Cliente; cambiar: (clave: ClaveCondicion) => void; listo: (mensaje: string) => void };

/** What is kept once at the account: its words, or nothing when it has none. */
const PALABRAS: Record<Clave, (cliente: Cliente) => string | null> = {
  fechas: ({ servicio_desde: desde, servicio_hasta: hasta }) =>
    desde === null && hasta === null
      ? null
      : [desde && `desde el ${fechaLarga(desde)}`, hasta && `hasta el ${fechaLarga(hasta)}`].filter(Boolean).join(' '),
  clases: ({ clases }) =>
    clases?.map((una) => `${contar(una.unidades, 'unidad', 'unidades')} de ${claseDe(una).toLowerCase()}`).join('; ') ??
    null,
  protegido: ({ protegido }) => protegido,
  exento_desincentivo: ({ exento_desincentivo }) => exento_desincentivo,
};

const VACIO = {
  fechas: { servicio_desde: null, servicio_hasta: null },
  clases: { clases: null },
  protegido: { protegido: null },
  exento_desincentivo: { exento_desincentivo: null },
} as const;

export function DeCliente({ cliente, cambiar, listo }: Props) {
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'atencion');
  return (Object.keys(PALABRAS) as Clave[]).map((clave) => {
    const palabras = PALABRAS[clave](cliente);
    if (palabras === null) return null;
    const { nombre } = CONDICION[clave];
    return (
      <Renglon
        key={clave}
        de={clave}
        acciones={
          puede && (
            <>
              <button
                type="button"
                className="boton llano"
                aria-label={`Cambiar: ${nombre}`}
                onClick={() => cambiar(clave)}
              >
                Cambiar
              </button>
              <Quitar clave={clave} numero_cuenta={cliente.numero_cuenta} listo={listo} />
            </>
          )
        }
      >
        {palabras.charAt(0).toUpperCase() + palabras.slice(1)}
      </Renglon>
    );
  });
}

type DeQuitar = { clave: Clave; numero_cuenta: string; listo: (mensaje: string) => void };

function Quitar({ clave, numero_cuenta, listo }: DeQuitar) {
  const { nombre } = CONDICION[clave];
  const quitar = useCambiarCliente(() => listo(`Se quitó: ${nombre.toLowerCase()}.`));
  return (
    <BotonVentana boton="Quitar" clase="llano" titulo={`Quitar: ${nombre}`} etiqueta={`Quitar: ${nombre}`}>
      {(cerrar) => (
        <Confirmar
          accion="Quitar"
          mutacion={quitar}
          hacer={() => quitar.mutate({ numero_cuenta, ...VACIO[clave] })}
          cerrar={cerrar}
        >
          <p>Desde la próxima liquidación la cuenta se trata como las demás en esto. Lo ya emitido no cambia.</p>
        </Confirmar>
      )}
    </BotonVentana>
  );
}
