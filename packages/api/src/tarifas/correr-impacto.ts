// The run that measures what other tariffs would do. It writes nothing but its own result.
import { type TarifaPreparada, prepararTarifa } from '@cunservicios/domain/tarifa/corrida';
import type { VersionTarifa } from '@cunservicios/domain/tarifa/version';
import type { Services, Tenant } from '../core/context.ts';
import { refuse } from '../core/errors.ts';
import { type EjecucionRow, selectParametros, selectResultados } from '../ejecuciones/ejecuciones.queries.ts';
import { LAST, eachLote, finish, planLotes, rangos } from '../ejecuciones/por-lotes.ts';
import { countListas, selectPrefacturaChunkEnds } from '../facturacion/emitir.queries.ts';
import { selectCalculos } from './impacto.queries.ts';
import { medirImpacto, sumarImpactos } from './impacto.ts';
import { selectTarifaById } from './tarifas.queries.ts';

const CUENTAS_POR_LOTE = 1_000;
const AT_ONCE = 2;

/** What the run is asked: a version that need not exist, and the period it is tried on. */
export type ParametrosImpacto = { periodo_id: number; periodo: string; version: VersionTarifa };

export async function correrImpacto(services: Services, tenant: Tenant, ejecucion: EjecucionRow) {
  const run = { services, tenant, ejecucion };
  const t = services.tenants.reads(tenant.id);
  const { periodo_id, version } = (await selectParametros(t, ejecucion.id)) as ParametrosImpacto;
  await planLotes(run, 1, async () => ({
    lotes: rangos(await selectPrefacturaChunkEnds(t, periodo_id, CUENTAS_POR_LOTE)),
    total: await countListas(t, periodo_id, { desde: 0, hasta: LAST }),
  }));
  const preparadas = new Map<string, TarifaPreparada>();
  await eachLote(
    run,
    1,
    async (tx, rango) => {
      const cuentas = await selectCalculos(tx, periodo_id, rango);
      const calculo = cuentas[0]?.calculo;
      if (!calculo) return { hechas: 0 };
      // All accounts of a period have one version and one set of rules.
      const actual = await selectTarifaById(tx, calculo.tarifa_id);
      if (!actual) return refuse('conflicto', 'La versión de tarifas del periodo ya no está.');
      const preparar = (clave: string, una: VersionTarifa) => {
        const known = preparadas.get(clave) ?? prepararTarifa(una, calculo);
        preparadas.set(clave, known);
        return known;
      };
      const impacto = medirImpacto(cuentas, preparar('antes', actual), preparar('despues', version));
      return { hechas: cuentas.length, ...impacto };
    },
    AT_ONCE,
  );
  await finish(run, async (tx) =>
    sumarImpactos(
      (await selectResultados(tx, ejecucion.id, 1)).map(({ resultado }) => ({ grupos: [], mayores: [], ...resultado })),
    ),
  );
}
