import type { Outputs } from '../core/trpc.ts';
import { FormularioClases } from './clases.tsx';
import { FormularioDecision } from './decision.tsx';
import { FormularioFechas } from './fechas.tsx';
import { FormularioFuga } from './fuga.tsx';
import { FormularioMedidor } from './medidor.tsx';
import { FormularioMotivo } from './motivo.tsx';
import { CONDICION, MEDIDOR } from './nombres.ts';
import type { ClaveCondicion, ClaveMedidor } from './nombres.ts';
import { FormularioVertimiento } from './vertimiento.tsx';

export type ClaveAgregar = ClaveCondicion | ClaveMedidor;
/** What a form of a condition is given. */
export type DeCuenta = {
  cliente: Outputs['clientes']['get'];
  listo: (mensaje: string) => void;
  cerrar: () => void;
};

const palabras = { ...CONDICION, ...MEDIDOR };
export const tituloDe = (clave: ClaveAgregar) => palabras[clave].nombre;

/** What it will do to the bill, and the fields of it. */
export const FormularioDe = ({ clave, ...props }: DeCuenta & { clave: ClaveAgregar }) => (
  <>
    <p>
      {palabras[clave].hace} <span className="suave">({palabras[clave].norma}.)</span>
    </p>
    <Campos clave={clave} {...props} />
  </>
);

function Campos({ clave, ...props }: DeCuenta & { clave: ClaveAgregar }) {
  if (clave === 'fuga') return <FormularioFuga {...props} />;
  if (clave === 'vertimiento') return <FormularioVertimiento {...props} />;
  if (clave === 'decision') return <FormularioDecision {...props} />;
  if (clave === 'fechas') return <FormularioFechas {...props} />;
  if (clave === 'clases') return <FormularioClases {...props} />;
  if (clave === 'cambiar' || clave === 'retirar') return <FormularioMedidor que={clave} {...props} />;
  return <FormularioMotivo de={clave} {...props} />;
}
