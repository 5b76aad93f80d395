import type { TenantTx } from '@cunservicios/db/tenant';
import { fechaEnBogota } from '@cunservicios/domain/calendario/fechas';
import { salariosMinimos } from '@cunservicios/domain/cartera/cargos';
import type { ResultadoOrden, TipoOrden } from '@cunservicios/domain/cartera/listas';
import { cargoDeOrden, estadoTrasOrden } from '@cunservicios/domain/cartera/ordenes';
import { insertCargo } from '../cargos/cargos.queries.ts';
import { selectSalariosMinimos } from '../cartera/parametros.queries.ts';
import { setCliente } from '../clientes/clientes.queries.ts';
import type { Ajustes } from '../core/ajustes.schema.ts';
import type { Tenant } from '../core/context.ts';
import { invalid, refuse } from '../core/errors.ts';
import { insertEvento } from '../core/transaction.queries.ts';
import { exigirSinExclusiones } from '../suspension/exclusiones.ts';
import { storeFoto } from './foto.ts';
import { lockOrden, lockServicio, selectFinDeAviso, setOrdenEjecutada } from './ordenes.queries.ts';

type Hecho = {
  resultado: ResultadoOrden;
  evidencia: string;
  operario: string;
  ejecutada_en: Date;
  foto?: string | undefined;
  user_id: number | null;
};

/**
 * Closes an order with its evidence. What was really done changes the state of the service and charges for it; what
 * could not be done does neither. 409 `orden_cerrada` the second time, `suspension_no_procede` when a claim, an
 * agreement or a protection came between order and execution.
 */
export async function ejecutarOrden(
  t: TenantTx,
  tenant: Tenant,
  { id, cliente_id }: { id: number; cliente_id: number },
  { foto, user_id, ejecutada_en, ...hecho }: Hecho,
) {
  const cliente = await lockServicio(t, cliente_id);
  const orden = await lockOrden(t, id);
  if (orden.estado !== 'pendiente')
    refuse(
      'orden_cerrada',
      `La orden ${orden.numero_orden} ya está ${orden.estado}. ${orden.anulada_motivo ?? ''}`.trim(),
    );
  const fecha = fechaEnBogota(ejecutada_en, tenant.zona_horaria);
  if (fecha < orden.fecha) invalid('ejecutada_en', 'La fecha de ejecución es anterior a la orden.');
  const efectiva = hecho.resultado === 'efectiva';
  if (efectiva && (orden.tipo === 'suspension' || orden.tipo === 'corte')) await exigirSinExclusiones(t, cliente_id);
  if (efectiva && orden.aviso_id !== null) {
    const { suspension_desde } = await selectFinDeAviso(t, orden.aviso_id);
    if (fecha < suspension_desde) invalid('ejecutada_en', `El aviso permite suspender desde el ${suspension_desde}.`);
  }
  const foto_id = foto === undefined ? null : await storeFoto(t, foto);
  const facts = { ...hecho, ejecutada_en: ejecutada_en.toISOString(), foto_id, cerrada_por: user_id };
  await setOrdenEjecutada(t, id, facts);
  await insertEvento(t, 'orden.ejecutada', { numero_orden: orden.numero_orden, resultado: hecho.resultado });
  if (!efectiva || orden.tipo === 'inspeccion') return;
  const estado = estadoTrasOrden(orden.tipo, cliente.estado);
  await setCliente(t, cliente_id, { estado });
  await cobrar(t, tenant, { id, cliente_id, tipo: orden.tipo, fecha, user_id });
}

const AJUSTES = {
  suspension: 'cargo_suspension',
  reinstalacion: 'cargo_reinstalacion',
  corte: 'cargo_corte',
  reconexion: 'cargo_reconexion',
} as const satisfies Record<Exclude<TipoOrden, 'inspeccion'>, keyof Ajustes>;

type Ejecutada = {
  id: number;
  cliente_id: number;
  tipo: keyof typeof AJUSTES;
  fecha: string;
  user_id: number | null;
};

async function cobrar(t: TenantTx, tenant: Tenant, { id, cliente_id, tipo, fecha, user_id }: Ejecutada) {
  const salarios = salariosMinimos(await selectSalariosMinimos(t));
  const cargo = cargoDeOrden(tipo, fecha, tenant.ajustes[AJUSTES[tipo]], salarios);
  if (!cargo) return;
  await insertCargo(t, {
    ...cargo,
    cliente_id,
    origen: 'orden',
    referencia: `orden:${id}`,
    servicio: 'otros',
    codigo: tipo,
    desde: fecha,
    user_id,
  });
}
