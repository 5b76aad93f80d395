import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { CamposCorregida } from '../tarifas/campos-corregida.tsx';
import { CualEstabaMal } from '../tarifas/cual-estaba-mal.tsx';
import { corregidaDe, tarifaDeCuentaEscrita } from '../tarifas/version-corregida.ts';
import type { CorregidaEscrita } from '../tarifas/version-corregida.ts';
import type { Tarifa } from '../tarifas/version.tsx';
import { Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import type { Pedido } from './aplicar.tsx';
import { Sustento } from './sustento.tsx';

type Props = { numero_cuenta: string; ver: (pedido: Pedido) => void };

/** The prices this account should have been billed with. */
export const CamposTarifa = ({ numero_cuenta, ver }: Props) => (
  <>
    <p className="suave">
      Esto corrige solo esta cuenta. Si la versión estaba mal para todas,{' '}
      <Link to="/oficina/tarifas/correcciones/nueva">corríjala para todas</Link>.
    </p>
    <CualEstabaMal>
      {(mala, versiones) => (
        <Campos
          key={mala.id}
          mala={mala}
          inicial={corregidaDe(mala, versiones)}
          numero_cuenta={numero_cuenta}
          ver={ver}
        />
      )}
    </CualEstabaMal>
  </>
);

function Campos({ mala, inicial, numero_cuenta, ver }: Props & { mala: Tarifa; inicial: CorregidaEscrita }) {
  const escrita = useMemo(() => tarifaDeCuentaEscrita(numero_cuenta), [numero_cuenta]);
  const { campo, watch, ...de } = useFormulario(escrita, {
    inicial,
    mutacion: { mutate: ver, error: null, isPending: false },
  });
  return (
    <Formulario de={de} accion="Ver qué pasaría" className="pila">
      <Texto
        etiqueta="Desde qué día era así"
        ayuda="Toca las facturas de los periodos que empezaron ese día o después."
        type="date"
        {...campo('desde')}
      />
      <CamposCorregida campo={campo} escrita={watch()} mala={mala} />
      <Sustento {...campo('sustento')} />
    </Formulario>
  );
}
