import { vistaPrevia } from '@cunservicios/api/correcciones/correcciones.schema';
import type { Cambio as CambioDeApi } from '@cunservicios/api/correcciones/correcciones.schema';
import { DOCUMENTOS, TIPOS_DOCUMENTO } from '@cunservicios/domain/documento/listas';
import { ESTRATOS, USOS } from '@cunservicios/domain/tarifa/listas';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { decimalEscrito, textoEscrito } from '../core/escrito.ts';
import { fechaCorta } from '../core/fechas.ts';
import { mayuscula } from '../core/mayuscula.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Casilla, Grupo, Lista, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import type { Pedido } from './aplicar.tsx';
import { CamposTarifa } from './campos-tarifa.tsx';
import { Sustento } from './sustento.tsx';

export type Cambio = CambioDeApi;
type Cliente = Outputs['clientes']['get'];
type Props = { cliente: Cliente; ver: (pedido: Pedido) => void };

const QUE = {
  lectura: 'Una lectura: el número que se leyó estaba mal',
  clase: 'El uso o el estrato: la cuenta era de otra clase',
  titular: 'El titular: la cuenta era de otra persona',
  tarifa: 'La tarifa: se facturó con unos precios que no eran',
} as const;
type Tipo = keyof typeof QUE;
const TIPOS = Object.keys(QUE) as Tipo[];
type ConCampos = Exclude<Tipo, 'tarifa'>;

/** First what was wrong; then its own fields. */
export function QueCorregir({ cliente, ver }: Props) {
  const [tipo, setTipo] = useState<Tipo>('lectura');
  return (
    <section className="tarjeta" aria-labelledby="que">
      <h2 id="que">Qué estuvo mal</h2>
      <Grupo etiqueta="Se corrige">
        {TIPOS.map((each) => (
          <Casilla
            key={each}
            type="radio"
            name="que-corregir"
            etiqueta={QUE[each]}
            checked={tipo === each}
            onChange={() => setTipo(each)}
          />
        ))}
      </Grupo>
      {tipo === 'tarifa' ? (
        <CamposTarifa numero_cuenta={cliente.numero_cuenta} ver={ver} />
      ) : (
        <Campos key={tipo} tipo={tipo} cliente={cliente} ver={ver} />
      )}
    </section>
  );
}

function inicialDe(
  tipo: ConCampos,
  { numero_cuenta, uso, estrato, nombre, tipo_documento, documento }: Cliente,
): Cambio {
  if (tipo === 'clase') return { tipo, numero_cuenta, desde: '', uso, estrato };
  if (tipo === 'titular')
    return { tipo, numero_cuenta, desde: '', nombre, tipo_documento: tipo_documento ?? null, documento };
  return { tipo, lectura_id: 0, lectura_m3: '' };
}

const numeroONada = { setValueAs: (value: unknown) => (value ? Number(value) : null) };
const textoONada = { setValueAs: (value: unknown) => (value ? (value as string).trim() : null) };

function Campos({ tipo, cliente, ver }: Props & { tipo: ConCampos }) {
  const { campo, watch, setValue, ...de } = useFormulario(vistaPrevia, {
    inicial: { cambio: inicialDe(tipo, cliente) },
    mutacion: { mutate: ver, error: null, isPending: false },
  });
  const lecturas = useQuery(
    trpc.lecturas.list.queryOptions(
      { numero_cuenta: cliente.numero_cuenta, limit: 48 },
      { enabled: tipo === 'lectura' },
    ),
  );
  const leidas = lecturas.data?.items.filter((lectura) => lectura.tipo === 'real' && lectura.lectura_m3 !== null) ?? [];
  const residencial = watch('cambio.uso') === 'residencial';
  return (
    <Formulario de={de} accion="Ver qué pasaría" className="formulario ancho">
      {tipo === 'lectura' && (
        <div className="fila-campos">
          <Lista etiqueta="Lectura" {...campo('cambio.lectura_id', { valueAsNumber: true })}>
            <option value="0">Elija…</option>
            {leidas.map(({ id, fecha_lectura, lectura_m3 }) => (
              <option key={id} value={id}>
                {fechaCorta(fecha_lectura)}: {lectura_m3?.replace('.', ',')} m³
              </option>
            ))}
          </Lista>
          <Texto
            etiqueta="Lo que marcaba de verdad, en m³"
            inputMode="decimal"
            autoComplete="off"
            {...campo('cambio.lectura_m3', decimalEscrito)}
          />
        </div>
      )}
      {tipo !== 'lectura' && (
        <Texto
          etiqueta="Desde qué día era así"
          ayuda="Toca las facturas de los periodos que empezaron ese día o después."
          type="date"
          {...campo('cambio.desde')}
        />
      )}
      {tipo === 'clase' && (
        <div className="fila-campos">
          <Lista
            etiqueta="Uso"
            {...campo('cambio.uso', {
              onChange: ({ target }: { target: { value: string } }) => {
                if (target.value !== 'residencial') setValue('cambio.estrato', null);
              },
            })}
          >
            {USOS.map((uso) => (
              <option key={uso} value={uso}>
                {mayuscula(uso)}
              </option>
            ))}
          </Lista>
          {residencial && (
            <Lista etiqueta="Estrato" {...campo('cambio.estrato', numeroONada)}>
              <option value="">Elija…</option>
              {ESTRATOS.map((estrato) => (
                <option key={estrato}>{estrato}</option>
              ))}
            </Lista>
          )}
        </div>
      )}
      {tipo === 'titular' && (
        <>
          <Texto etiqueta="Nombre" autoComplete="off" {...campo('cambio.nombre')} />
          <div className="fila-campos">
            <Lista etiqueta="Tipo de documento" opcional {...campo('cambio.tipo_documento', textoONada)}>
              <option value="">Sin documento</option>
              {TIPOS_DOCUMENTO.map((each) => (
                <option key={each} value={each}>
                  {DOCUMENTOS[each].nombre}
                </option>
              ))}
            </Lista>
            <Texto etiqueta="Documento" opcional autoComplete="off" {...campo('cambio.documento', textoONada)} />
          </div>
        </>
      )}
      <Sustento {...campo('sustento', textoEscrito)} />
    </Formulario>
  );
}
