// The run that reads a collection file: first whole, to refuse it whole or not at all; then row by row into the books of
// what the banks said. Nothing is paid yet.
import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import { facturaDeReferencia } from '@cunservicios/domain/documento/gs1';
import { type ArchivoLeido, type DetalleLeido, lectorAsobancaria } from '@cunservicios/domain/recaudo/asobancaria';
import { PERFIL_COMUN, type PerfilBanco } from '@cunservicios/domain/recaudo/asobancaria-campos';
import { motivoDeFila } from '@cunservicios/domain/recaudo/recaudo-de-banco';
import { ReglaError } from '@cunservicios/domain/regla';
import { today } from '../core/clock.ts';
import type { Services, Tenant } from '../core/context.ts';
import { ERRORES, notFound, refuse, toRefusal } from '../core/errors.ts';
import {
  type EjecucionRow,
  addHechas,
  insertLotes,
  selectLotes,
  selectParametros,
  setFinished,
  setLoteDone,
  setTotal,
} from '../ejecuciones/ejecuciones.queries.ts';
import {
  type ArchivoRecaudoRow,
  selectArchivoRecaudo,
  selectNit,
  setArchivoRecaudo,
} from './archivos-recaudo.queries.ts';
import { leerLineas } from './leer-lineas.ts';
import { selectPerfiles } from './perfiles-banco.queries.ts';
import { type NuevoRecaudo, insertRecaudos, lockRecaudos } from './recaudos.queries.ts';

const FILAS_POR_LOTE = 2_000;

export type ParametrosRecaudo = { archivo_recaudo_id: number };

/** Reads a file to its end, from wherever it was. A file that is not right is refused and says why; throws the same. */
export async function cargarArchivo(services: Services, tenant: Tenant, ejecucion: EjecucionRow) {
  const t = services.tenants.reads(tenant.id);
  const { archivo_recaudo_id } = (await selectParametros(t, ejecucion.id)) as ParametrosRecaudo;
  const archivo =
    (await selectArchivoRecaudo(t, archivo_recaudo_id)) ?? notFound('el archivo de recaudo', archivo_recaudo_id);
  if (archivo.estado !== 'cargando') return;
  const hoy = today(services.clock, tenant.zona_horaria);
  try {
    const leido = await leerEntero(t, archivo, hoy);
    await services.tenants.transaction(tenant.id, (tx) => setTotal(tx, ejecucion.id, leido.registros));
    await guardarFilas(services, tenant, ejecucion, archivo, leido, hoy);
  } catch (error) {
    const { code, message } = toRefusal(error);
    if (ERRORES[code][0] < 500)
      await services.tenants.transaction(tenant.id, (tx) =>
        setArchivoRecaudo(tx, archivo.id, { estado: 'rechazado', motivo: message, linea: lineaDe(error) }),
      );
    throw error;
  }
}

const lineaDe = (error: unknown) => {
  const linea = error instanceof ReglaError ? error.detalle?.['linea'] : undefined;
  return typeof linea === 'number' ? linea : null;
};

/** The details of a file, one after the other; what its controls say once it ended well. */
async function* detallesDe(
  t: TenantDb,
  { archivo_id }: ArchivoRecaudoRow,
  hoy: string,
  perfilDe: (banco: string) => PerfilBanco,
): AsyncGenerator<DetalleLeido, ArchivoLeido> {
  const { nit, dv } = await selectNit(t);
  if (nit === null || dv === null)
    refuse('validacion', 'Escriba el NIT de la empresa en sus datos: sin él no se sabe si el archivo es suyo.');
  const lector = lectorAsobancaria({ nit, dv, hoy, perfilDe });
  for await (const linea of leerLineas(t, archivo_id, perfilDe)) {
    const detalle = lector.leer(linea);
    if (detalle) yield detalle;
  }
  return lector.terminar();
}

async function leerEntero(t: TenantDb, archivo: ArchivoRecaudoRow, hoy: string) {
  const perfiles = new Map((await selectPerfiles(t)).map(({ banco, perfil }) => [banco, perfil]));
  const perfilDe = (banco: string) => archivo.perfil ?? perfiles.get(banco) ?? PERFIL_COMUN;
  const detalles = detallesDe(t, archivo, hoy, perfilDe);
  for (;;) {
    const { value, done } = await detalles.next();
    if (done) return value;
  }
}

/** Each chunk is one transaction that also notes its last line, so that a run cut off goes on after it. */
async function guardarFilas(
  services: Services,
  tenant: Tenant,
  ejecucion: EjecucionRow,
  archivo: ArchivoRecaudoRow,
  { perfil, nit: _, ...leido }: ArchivoLeido,
  hoy: string,
) {
  const t = services.tenants.reads(tenant.id);
  const facts = { archivo_recaudo_id: archivo.id, banco: leido.banco, fecha: leido.fecha };
  const hechos = await selectLotes(t, ejecucion.id, 1);
  const ultima = hechos.at(-1)?.hasta ?? 0;
  let numero = hechos.length;
  const guardar = (filas: DetalleLeido[]) =>
    services.tenants.transaction(tenant.id, async (tx) => {
      const lote = { fase: 1, lote: numero++, desde: filas[0]?.linea ?? 0, hasta: filas.at(-1)?.linea ?? 0 };
      await insertLotes(tx, ejecucion.id, [lote]);
      if (lote.lote === 0) await setArchivoRecaudo(tx, archivo.id, { perfil });
      await guardarLote(tx, facts, filas, perfil);
      await setLoteDone(tx, ejecucion.id, lote, {});
      await addHechas(tx, ejecucion.id, filas.length);
    });
  let filas: DetalleLeido[] = [];
  for await (const detalle of detallesDe(t, archivo, hoy, () => perfil)) {
    if (detalle.linea <= ultima) continue;
    filas.push(detalle);
    if (filas.length < FILAS_POR_LOTE) continue;
    await guardar(filas);
    filas = [];
  }
  if (filas.length > 0) await guardar(filas);
  await services.tenants.transaction(tenant.id, async (tx) => {
    await setArchivoRecaudo(tx, archivo.id, { ...leido, perfil, estado: 'cargado' });
    await setFinished(tx, ejecucion.id, {
      archivo_recaudo_id: archivo.id,
      registros: leido.registros,
      total: leido.total,
    });
  });
}

async function guardarLote(
  t: TenantTx,
  facts: Parameters<typeof insertRecaudos>[1],
  filas: DetalleLeido[],
  perfil: PerfilBanco,
) {
  await lockRecaudos(t);
  const vistas = new Set<string>();
  let repetidas = filas.map((fila) => nuevoDe(fila, perfil));
  // Rows of one identity go in one after the other, so that each finds the first.
  while (repetidas.length > 0) {
    vistas.clear();
    const [primeras, otras]: [NuevoRecaudo[], NuevoRecaudo[]] = [[], []];
    for (const fila of repetidas) {
      const identidad = `${fila.lote} ${fila.secuencia}`;
      (vistas.has(identidad) ? otras : primeras).push(fila);
      vistas.add(identidad);
    }
    await insertRecaudos(t, facts, primeras);
    repetidas = otras;
  }
}

function nuevoDe(fila: DetalleLeido, { referencia_es }: PerfilBanco): NuevoRecaudo {
  const factura = referencia_es === 'cuenta' ? undefined : facturaDeReferencia(fila.referencia);
  return {
    ...fila,
    motivo: motivoDeFila(fila) ?? null,
    numero_factura: factura && 'numero_factura' in factura ? factura.numero_factura : null,
    factura_id: factura && 'id' in factura ? factura.id : null,
    cuenta: referencia_es === 'factura' ? null : fila.referencia.replace(/\D/g, '').replace(/^0+/, '') || null,
  };
}
