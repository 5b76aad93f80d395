// The run that books the rows of a collection file as payments, chunk by chunk.
import type { TenantTx } from '@cunservicios/db/tenant';
import { identidadDeRecaudo, medioDeCanal } from '@cunservicios/domain/recaudo/recaudo-de-banco';
import { today } from '../core/clock.ts';
import type { Services, Tenant } from '../core/context.ts';
import { notFound } from '../core/errors.ts';
import { insertEvento } from '../core/transaction.queries.ts';
import { type EjecucionRow, selectParametros } from '../ejecuciones/ejecuciones.queries.ts';
import { eachLote, finish, planLotes, rangos } from '../ejecuciones/por-lotes.ts';
import { type NuevoPago, type Registro, registrarPagos } from '../pagos/registrar-pagos.ts';
import { selectArchivoRecaudo, selectEstados, setArchivoRecaudo } from './archivos-recaudo.queries.ts';
import type { ParametrosRecaudo } from './cargar-archivo.ts';
import {
  type PorAplicar,
  lockPorAplicar,
  selectLotesPorAplicar,
  selectRegistradas,
  setAplicados,
  setYaRegistrados,
} from './recaudos.queries.ts';

const FILAS_POR_LOTE = 500;
const AT_ONCE = 2;

/** Applies what is still to be applied of a file, from wherever it was: each row once, however often it is cut off. */
export async function aplicarArchivo(services: Services, tenant: Tenant, ejecucion: EjecucionRow) {
  const run = { services, tenant, ejecucion };
  const t = services.tenants.reads(tenant.id);
  const { archivo_recaudo_id: id } = (await selectParametros(t, ejecucion.id)) as ParametrosRecaudo;
  const archivo = (await selectArchivoRecaudo(t, id)) ?? notFound('el archivo de recaudo', id);
  const registro: Registro = {
    origen: 'archivo',
    user_id: archivo.aplicado_por,
    ahora: services.clock.now(),
    zona_horaria: tenant.zona_horaria,
    hoy: today(services.clock, tenant.zona_horaria),
    ajustes: tenant.ajustes,
  };
  await planLotes(run, 1, async () => {
    const { ends, total } = await selectLotesPorAplicar(t, id, FILAS_POR_LOTE);
    return { lotes: ends.length > 0 ? rangos(ends) : [], total };
  });
  await eachLote(run, 1, (tx, rango) => aplicarLote(tx, id, rango, registro), AT_ONCE);
  await finish(run, async (tx) => {
    await setArchivoRecaudo(tx, id, { estado: 'aplicado' });
    const estados = await selectEstados(tx, id);
    const { banco, fecha } = archivo;
    await insertEvento(tx, 'archivo_recaudo.aplicado', { archivo_recaudo_id: id, banco, fecha, estados });
    return { archivo_recaudo_id: id, estados };
  });
}

async function aplicarLote(
  t: TenantTx,
  archivo_recaudo_id: number,
  rango: { desde: number; hasta: number },
  registro: Registro,
) {
  const filas = await lockPorAplicar(t, archivo_recaudo_id, rango);
  const pagos = filas.map(pagoDe);
  const registradas = await selectRegistradas(
    t,
    pagos.map(({ medio }) => medio),
    pagos.map(({ referencia }) => referencia),
  );
  const nuevas = filas.filter((_, i) => !registradas.has(i));
  const hechos = await registrarPagos(
    t,
    pagos.filter((_, i) => !registradas.has(i)),
    registro,
  );
  if (registradas.size > 0)
    await setYaRegistrados(
      t,
      filas.filter((_, i) => registradas.has(i)).map(({ id }) => id),
    );
  await setAplicados(
    t,
    nuevas.map(({ id }) => id),
    hechos.map(({ pago_id }) => pago_id),
  );
  return { hechas: filas.length };
}

/** A row as the payment it is. */
function pagoDe(fila: PorAplicar): NuevoPago & { referencia: string } {
  const { valor, fecha, canal, cliente_id, numero_factura } = fila;
  return {
    valor,
    medio: medioDeCanal(canal),
    referencia: referenciaDe(fila),
    fecha_pago: fecha,
    destino: numero_factura === null ? { cliente_id } : { facturas: [{ numero_factura }] },
  };
}

/** Unique in the tenant: a duplicate that a person lets in is money of its own. */
export const referenciaDe = (
  fila: Parameters<typeof identidadDeRecaudo>[0] & { id: number; repetido_de: number | null },
) => `${identidadDeRecaudo(fila)}${fila.repetido_de === null ? '' : `-${fila.id}`}`;
