// Takes a payment of an account: what it pays, how much, and where every peso would go before it is booked.
import { createPago } from '@cunservicios/api/pagos/pagos.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import { MEDIOS_PAGO } from '@cunservicios/domain/recaudo/listas';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { pesosEscritos, pesosOpcionales, textoEscrito } from '../core/escrito.ts';
import { fechaCorta, hoy } from '../core/fechas.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { useRetardo } from '../core/use-retardo.ts';
import { Casilla, Grupo, Lista, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Cargado } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { AvisosDePago } from './avisos.tsx';
import { Partes } from './partes.tsx';
import { refrescarDinero } from './refrescar.ts';
import { LineaVuelto } from './vuelto.tsx';

export type Cobrado = { pago: Outputs['pagos']['create']; recibido: number | undefined };
type Props = {
  numero_cuenta: string;
  /** The bill that was asked for; without it the whole account. */
  numero_factura?: string | undefined;
  cobrado: (cobrado: Cobrado) => void;
  /** Leaves this account for another one. */
  otra?: () => void;
};
type Factura = Outputs['facturas']['historial']['items'][number];

/** What is read before: the account and what it owes. */
export function Cobro({ numero_cuenta, numero_factura, cobrado, otra }: Props) {
  const cliente = useQuery(trpc.clientes.get.queryOptions({ numero_cuenta }));
  const facturas = useQuery(trpc.facturas.historial.queryOptions({ numero_cuenta, limit: 100 }));
  return (
    <Cargado query={cliente} que="Abriendo la cuenta…">
      {(cuenta) => (
        <Cargado query={facturas} que="Buscando lo que debe…">
          {({ items }) => (
            <>
              <Quien cliente={cuenta} otra={otra} />
              <FormularioCobro
                key={`${numero_cuenta} ${numero_factura}`}
                numero_cuenta={numero_cuenta}
                deudas={items.filter(({ saldo, estado }) => saldo > 0 && estado !== 'Anulada').toReversed()}
                pedida={numero_factura}
                cobrado={cobrado}
              />
            </>
          )}
        </Cargado>
      )}
    </Cargado>
  );
}

const Quien = ({ cliente, otra }: { cliente: Outputs['clientes']['get']; otra: (() => void) | undefined }) => (
  <p>
    <strong>{cliente.nombre}</strong>, cuenta {cliente.numero_cuenta}.{' '}
    {cliente.saldo > 0 ? (
      <>
        Debe <strong className="cifra">{formatPesos(cliente.saldo)}</strong>.
      </>
    ) : (
      'No debe nada.'
    )}
    {cliente.saldo_favor > 0 && ` Tiene ${formatPesos(cliente.saldo_favor)} a favor.`}
    {otra && (
      <button type="button" className="boton llano" onClick={otra}>
        Buscar otra cuenta
      </button>
    )}
  </p>
);

const escrito = z
  .object({
    valor: createPago.shape.valor,
    medio: createPago.shape.medio,
    fecha_pago: createPago.shape.fecha_pago,
    referencia: createPago.shape.referencia,
    observaciones: createPago.shape.observaciones,
    recibido: z.number().int().min(0).optional(),
  })
  .refine(({ valor, medio, recibido }) => medio !== 'Efectivo' || recibido === undefined || recibido >= valor, {
    path: ['recibido'],
    error: 'Es menos que el valor del pago: cambie uno de los dos.',
  });

/** Of what is chosen, what there is to pay now. */
const porPagar = (facturas: Factura[], incluye: boolean) =>
  facturas.reduce((suma, { saldo, en_reclamo }) => suma + Math.max(0, saldo - (incluye ? 0 : en_reclamo)), 0);

function FormularioCobro({
  numero_cuenta,
  deudas,
  pedida,
  cobrado,
}: {
  numero_cuenta: string;
  deudas: Factura[];
  pedida: string | undefined;
  cobrado: Props['cobrado'];
}) {
  const { contexto } = useClave();
  const [elegidas, setElegidas] = useState(pedida === undefined ? [] : [pedida]);
  const [incluye_reclamo, setIncluye] = useState(false);
  const nombradas = (numeros: string[]) =>
    numeros.length === 0 ? deudas : deudas.filter(({ numero_factura }) => numeros.includes(numero_factura));
  const destino =
    elegidas.length === 0 ? { numero_cuenta } : { facturas: elegidas.map((numero_factura) => ({ numero_factura })) };

  const crear = useMutation(trpc.pagos.create.mutationOptions(contexto));
  const { campo, watch, setValue, ...de } = useFormulario(escrito, {
    inicial: { valor: porPagar(nombradas(elegidas), false) || Number.NaN, medio: 'Efectivo', fecha_pago: hoy() },
    mutacion: {
      ...crear,
      mutate: ({ recibido, ...datos }, options) =>
        crear.mutate(
          { ...datos, ...destino, incluye_reclamo },
          {
            ...options,
            onSuccess: (pago) => {
              void refrescarDinero();
              cobrado({ pago, recibido: datos.medio === 'Efectivo' ? recibido : undefined });
            },
          },
        ),
    },
  });
  const elegir = (numeros: string[], incluye: boolean) => {
    setElegidas(numeros);
    setIncluye(incluye);
    setValue('valor', porPagar(nombradas(numeros), incluye));
  };
  const [valor, medio, recibido] = watch(['valor', 'medio', 'recibido']);
  const enReclamo = deudas.reduce((suma, factura) => suma + factura.en_reclamo, 0);

  return (
    <Formulario
      de={de}
      className="pila ancha"
      accion={valor > 0 ? `Registrar el pago de ${formatPesos(valor)}` : 'Registrar el pago'}
      enviando="Registrando…"
    >
      <div className="columnas anchas">
        <div className="formulario">
          <Grupo
            etiqueta="Qué paga"
            ayuda={
              deudas.length === 0
                ? 'La cuenta no debe facturas: lo que pague queda a su favor.'
                : 'Sin elegir ninguna, paga la cuenta en el orden de la empresa.'
            }
          >
            {deudas.map((factura) => (
              <Casilla
                key={factura.numero_factura}
                etiqueta={nombrar(factura)}
                checked={elegidas.includes(factura.numero_factura)}
                onChange={({ target }) =>
                  elegir(
                    target.checked
                      ? [...elegidas, factura.numero_factura]
                      : elegidas.filter((numero) => numero !== factura.numero_factura),
                    incluye_reclamo,
                  )
                }
              />
            ))}
          </Grupo>
          {enReclamo > 0 && (
            <Casilla
              etiqueta={`Quien paga pide incluir lo que está en reclamo (${formatPesos(enReclamo)}), aunque no tiene que pagarlo mientras se responde.`}
              checked={incluye_reclamo}
              onChange={({ target }) => elegir(elegidas, target.checked)}
            />
          )}
          <div className="fila-campos">
            <Texto
              etiqueta="Valor, en pesos"
              ayuda="Puede ser menos o más de lo que debe."
              inputMode="numeric"
              autoComplete="off"
              {...campo('valor', pesosEscritos)}
            />
            <Lista etiqueta="Medio" {...campo('medio')}>
              {MEDIOS_PAGO.filter((each) => each !== 'Archivo').map((each) => (
                <option key={each}>{each}</option>
              ))}
            </Lista>
          </div>
          {medio === 'Efectivo' && (
            <div className="pila">
              <Texto
                etiqueta="Con cuánto paga"
                opcional
                ayuda="Para calcular el vuelto."
                inputMode="numeric"
                autoComplete="off"
                {...campo('recibido', pesosOpcionales)}
              />
              <LineaVuelto valor={valor} recibido={recibido} />
            </div>
          )}
          <div className="fila-campos">
            <Texto
              etiqueta="Referencia"
              opcional
              ayuda="Del comprobante o del cheque."
              autoComplete="off"
              maxLength={80}
              {...campo('referencia', textoEscrito)}
            />
            <Texto
              etiqueta="Recibido el"
              ayuda="Hoy o antes."
              type="date"
              max={hoy()}
              {...campo('fecha_pago', textoEscrito)}
            />
          </div>
        </div>
        <Simulacion pedido={{ ...destino, valor, incluye_reclamo }} />
      </div>
    </Formulario>
  );
}

/** Never broken between the sign and the number. */
const pesos = (valor: number) => formatPesos(valor).replace(' ', '\u00a0');

const nombrar = ({ numero_factura, saldo, en_reclamo, fecha_vencimiento }: Factura) =>
  `${numero_factura}, vence el ${fechaCorta(fecha_vencimiento)}: ${pesos(saldo)}${
    en_reclamo > 0 ? `, de ellos ${pesos(en_reclamo)} en reclamo` : ''
  }`;

/** Where every peso would go, as the account stands: never what it was for another amount. */
function Simulacion({ pedido }: { pedido: { valor: number; incluye_reclamo: boolean } & object }) {
  const { valor } = pedido;
  const escrito = JSON.stringify(pedido);
  const quieto = useRetardo(escrito, 250) === escrito;
  const sirve = Number.isSafeInteger(valor) && valor > 0 && valor <= 1e13;
  const query = useQuery(trpc.pagos.simular.queryOptions(pedido, { enabled: sirve && quieto }));
  return (
    <section className="tarjeta" aria-labelledby="a-donde" aria-live="polite">
      <h2 id="a-donde">A dónde va cada peso</h2>
      {sirve ? (
        <Cargado query={query} que="Calculando…">
          {(reparto) => (
            <>
              <Partes titulo="A dónde iría cada peso" reparto={reparto} />
              <AvisosDePago avisos={reparto.avisos} />
            </>
          )}
        </Cargado>
      ) : (
        <p className="suave">Escriba el valor del pago para ver qué facturas cubre.</p>
      )}
    </section>
  );
}
