import { USOS } from '@cunservicios/domain/tarifa/listas';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { formText } from '../core/form-text.ts';
import { simulacion } from '../publico/consultas.ts';
import { Lineas } from '../facturas/lineas.tsx';
import { Lista, Texto } from '../ui/field.tsx';
import { Cargado } from '../ui/states.tsx';

type Uso = (typeof USOS)[number];
type Pedido = { uso: Uso; estrato: number | null; consumo_m3: number; meses: 1 | 2 };

/** A bill of any consumption, computed by the same rules as the real ones. `enDireccion`: the address keeps what was asked. */
export function SimularFactura({ enDireccion = false }: { enDireccion?: boolean }) {
  const [pedido, setPedido] = useState(() =>
    enDireccion ? readAddress(new URLSearchParams(location.search)) : undefined,
  );
  const [uso, setUso] = useState<Uso>(pedido?.uso ?? 'residencial');
  const [error, setError] = useState('');
  const query = useQuery({
    ...simulacion(pedido ?? { consumo_m3: 0 }),
    enabled: pedido !== undefined,
    placeholderData: keepPreviousData,
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const params = new URLSearchParams(['m3', 'uso', 'estrato', 'meses'].map((name) => [name, formText(form, name)]));
    const wanted = readAddress(params);
    setError(wanted ? '' : 'Escriba los metros cúbicos: un número entero, 0 o más.');
    if (!wanted) return form.querySelector<HTMLInputElement>('[name=m3]')?.focus();
    setPedido(wanted);
    if (enDireccion) history.replaceState(null, '', `?${params}`);
  };

  return (
    <div className="columnas">
      <form className="tarjeta" onSubmit={submit} noValidate>
        <Texto
          etiqueta="Consumo del periodo, en m³"
          ayuda="Un metro cúbico son mil litros. Un hogar gasta de 10 a 15 m³ al mes."
          name="m3"
          inputMode="numeric"
          defaultValue={pedido?.consumo_m3 ?? ''}
          error={error}
          required
        />
        <div className="fila-campos">
          <Lista etiqueta="Uso" name="uso" value={uso} onChange={(event) => setUso(event.target.value as Uso)}>
            {USOS.map((each) => (
              <option key={each} value={each}>
                {NOMBRES[each]}
              </option>
            ))}
          </Lista>
          {uso === 'residencial' && (
            <Lista etiqueta="Estrato" name="estrato" defaultValue={pedido?.estrato ?? 3}>
              {[1, 2, 3, 4, 5, 6].map((n) => (
                <option key={n}>{n}</option>
              ))}
            </Lista>
          )}
          <Lista etiqueta="Periodo" name="meses" defaultValue={pedido?.meses ?? 1}>
            <option value="1">Un mes</option>
            <option value="2">Dos meses</option>
          </Lista>
        </div>
        <div>
          <button type="submit" className="boton principal">
            Calcular
          </button>
        </div>
      </form>
      <section aria-label="Resultado" className="pila" aria-live="polite">
        {pedido === undefined ? (
          <p className="suave">Escriba un consumo y presione «Calcular»: verá cada línea con su fórmula y su norma.</p>
        ) : (
          <Cargado query={query} que="Calculando…">
            {({ lineas, total }) => (
              <Lineas titulo={`Factura simulada de ${pedido.consumo_m3} m³`} lineas={lineas} total={total} />
            )}
          </Cargado>
        )}
      </section>
    </div>
  );
}

const NOMBRES: Record<Uso, string> = {
  residencial: 'Residencial (vivienda)',
  comercial: 'Comercial',
  industrial: 'Industrial',
  oficial: 'Oficial',
  especial: 'Especial',
};

function readAddress(params: URLSearchParams): Pedido | undefined {
  const m3 = params.get('m3')?.trim() ?? '';
  if (!/^\d{1,8}$/.test(m3)) return undefined;
  const uso = USOS.find((each) => each === params.get('uso')) ?? 'residencial';
  const estrato = Number(params.get('estrato') ?? 3);
  return {
    uso,
    estrato: uso === 'residencial' && estrato >= 1 && estrato <= 6 ? estrato : null,
    consumo_m3: Number(m3),
    meses: params.get('meses') === '2' ? 2 : 1,
  };
}
