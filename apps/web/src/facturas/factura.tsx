import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { fechaCorta, fechaLarga } from '../core/fechas.ts';
import { hasRole, isStaff } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { DesviacionDeFactura } from '../correcciones/desviacion-de-factura.tsx';
import { HacerNota } from '../notas/crear.tsx';
import { NotasDeFactura } from '../notas/notas-de-factura.tsx';
import { Fundamentos } from '../recuperaciones/fundamentos.tsx';
import { BotonDescargar } from '../ui/boton-descargar.tsx';
import { Page } from '../ui/page.tsx';
import { Aviso, Cargado } from '../ui/states.tsx';
import { Anular } from './anular.tsx';
import { FacturaDetalle } from './detalle.tsx';
import { Explicacion } from './explicacion.tsx';

/** One bill, for staff and for the citizen whose account it is. */
export function Factura() {
  const { numero_factura = '' } = useParams({ strict: false });
  const roles = useUser()?.roles ?? [];
  const [hecho, setHecho] = useState('');
  const query = useQuery(trpc.facturas.get.queryOptions({ numero_factura }));
  const calculo = useQuery(trpc.facturas.calculo.queryOptions({ numero_factura }, { enabled: query.isSuccess }));
  const cuenta = query.data?.numero_cuenta;
  const tarifa = calculo.data?.tarifa;

  return (
    <Page
      titulo={`Factura ${numero_factura}`}
      migas={cuenta && <EnlaceCuenta numero_cuenta={cuenta} oficina={isStaff(roles)} />}
      acciones={
        query.isSuccess && (
          <BotonDescargar
            path={`/facturas/${encodeURIComponent(numero_factura)}/pdf`}
            nombre={`factura-${numero_factura}.pdf`}
            texto="Descargar PDF"
          />
        )
      }
    >
      <Cargado query={query} que="Abriendo la factura…">
        {(factura) => (
          <>
            {hecho && (
              <Aviso tono="bien" vivo>
                {hecho}
              </Aviso>
            )}
            {factura.anulacion && <Anulada anulacion={factura.anulacion} oficina={isStaff(roles)} />}
            <FacturaDetalle
              factura={factura}
              tarifa={
                tarifa ? `Versión vigente desde el ${fechaCorta(tarifa.vigente_desde)}. ${tarifa.fuente}` : undefined
              }
              acciones={<Acciones factura={factura} hecho={setHecho} />}
              pendiente={
                factura.metodo === 'provisional' &&
                isStaff(roles) && (
                  <DesviacionDeFactura
                    numero_factura={numero_factura}
                    numero_cuenta={factura.numero_cuenta}
                    puede={factura.estado !== 'Anulada' && hasRole(roles, 'admin', 'facturacion')}
                  />
                )
              }
            />
            {factura.tipo === 'recuperacion' && isStaff(roles) && <Fundamentos numero_factura={numero_factura} />}
            <NotasDeFactura
              factura={factura}
              personal={isStaff(roles)}
              puede={hasRole(roles, 'admin', 'facturacion')}
            />
            {factura.consumo_m3 !== null && <PorQue numero_factura={numero_factura} />}
            {factura.observaciones && !(factura.tipo === 'recuperacion' && isStaff(roles)) && (
              <section className="tarjeta" aria-labelledby="obs">
                <h2 id="obs">Observaciones</h2>
                <p>{factura.observaciones}</p>
              </section>
            )}
          </>
        )}
      </Cargado>
    </Page>
  );
}

type DeAnulada = { anulacion: NonNullable<Outputs['facturas']['get']['anulacion']>; oficina: boolean };

/** Why it is not to be paid, and which one is. */
const Anulada = ({ anulacion: { motivo, fecha, reemplazo }, oficina }: DeAnulada) => (
  <Aviso tono="alerta">
    <p>
      <strong>Anulada el {fechaLarga(fecha)}: no se paga.</strong> {motivo}
    </p>
    {reemplazo && (
      <p>
        En su lugar quedó{' '}
        <Link
          to={oficina ? '/oficina/facturas/$numero_factura' : '/mis-facturas/$numero_factura'}
          params={{ numero_factura: reemplazo }}
        >
          la factura {reemplazo}
        </Link>
        .
      </p>
    )}
  </Aviso>
);

type DeFactura = { factura: Outputs['facturas']['get']; hecho: (mensaje: string) => void };

/** What this person may do with this bill now; nothing for a citizen. */
function Acciones({ factura, hecho }: DeFactura) {
  const roles = useUser()?.roles ?? [];
  const { numero_factura, saldo, valor_total, estado, notas, en_reclamo } = factura;
  if (estado === 'Anulada') return null;
  const cobra = saldo > 0 && hasRole(roles, 'admin', 'recaudo');
  const lleva = hasRole(roles, 'admin', 'facturacion');
  if (!cobra && !lleva) return null;
  const intacta = saldo === valor_total && notas.length === 0 && en_reclamo === 0;
  return (
    <div className="acciones">
      {cobra && (
        <Link className="boton principal no-imprime" to="/oficina/pagos/registrar" search={{ factura: numero_factura }}>
          Registrar un pago
        </Link>
      )}
      {lleva && <HacerNota factura={factura} hecho={hecho} />}
      {lleva && factura.consumo_m3 !== null && (
        <Link
          className="boton llano"
          to="/oficina/facturas/$numero_factura/recuperar"
          params={{ numero_factura: factura.numero_factura }}
        >
          Recuperar consumo
        </Link>
      )}
      {lleva && intacta && <Anular factura={factura} hecho={hecho} />}
    </div>
  );
}

/** The explanation is made when somebody asks for it. */
function PorQue({ numero_factura }: { numero_factura: string }) {
  const [abierta, setAbierta] = useState(false);
  return (
    <details className="tarjeta" onToggle={({ currentTarget }) => setAbierta(currentTarget.open)}>
      <summary>
        <strong>Por qué este valor, de la lectura a cada peso</strong>
      </summary>
      {abierta && <Explicacion numero_factura={numero_factura} />}
    </details>
  );
}

const EnlaceCuenta = ({ numero_cuenta, oficina }: { numero_cuenta: string; oficina: boolean }) =>
  oficina ? (
    <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
      Cuenta {numero_cuenta}
    </Link>
  ) : (
    <Link to="/mis-cuentas/$numero_cuenta" params={{ numero_cuenta }}>
      Cuenta {numero_cuenta}
    </Link>
  );
