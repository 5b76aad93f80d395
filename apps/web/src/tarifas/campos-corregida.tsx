import type { Path, UseFormRegisterReturn } from 'react-hook-form';
import { Texto } from '../ui/field.tsx';
import { CamposVersion } from './campos-version.tsx';
import { Diferencias } from './diferencias.tsx';
import type { CorregidaEscrita } from './version-corregida.ts';
import { leerVersion } from './version-escrita.ts';
import type { Tarifa } from './version.tsx';

type Campo = (name: Path<CorregidaEscrita>) => UseFormRegisterReturn & { error: string | undefined };
type Props = { campo: Campo; escrita: CorregidaEscrita; mala: Tarifa };

/** The version as it should have been, and what that changes. */
export const CamposCorregida = ({ campo, escrita, mala }: Props) => (
  <>
    <div className="fila-campos">
      <Texto etiqueta="Acto o resolución" autoComplete="off" {...campo('fuente')} />
      <Texto
        etiqueta="Queda en la lista de tarifas desde el"
        ayuda="Un día distinto al de la que estaba mal: lo que se facture después usa la corregida."
        type="date"
        {...campo('vigente_desde')}
      />
    </div>
    <CamposVersion campo={campo} escrita={escrita} />
    <section className="pila" aria-labelledby="cambia">
      <h2 id="cambia">Lo que cambia frente a la que estaba mal</h2>
      <Diferencias
        titulo="Frente a la versión que estaba mal"
        antes={mala}
        ahora={leerVersion(escrita)}
        columnas={['Se cobró', 'Debió ser']}
      />
    </section>
  </>
);
