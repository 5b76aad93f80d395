import type { TenantTx } from '@cunservicios/db/tenant';
import { refuse } from '../core/errors.ts';
import { selectPeriodoConCargo, setCargosAnulados } from './cargos.queries.ts';

type Why = { motivo: string; ahora: Date };

/**
 * Takes back charges of one account before a bill has them; they must be locked. 409 `cargo_en_prefactura` when a
 * period was, or is being, liquidated with one: its prefactura would ask for what is not owed any more.
 */
export async function anularCargos(t: TenantTx, cliente_id: number, ids: number[], { motivo, ahora }: Why) {
  if (ids.length === 0) return;
  const periodo = await selectPeriodoConCargo(t, cliente_id, ids);
  if (periodo)
    refuse(
      'cargo_en_prefactura',
      `El periodo ${periodo.codigo} ya lo cuenta en su liquidación. Emítalo y corrija con una nota, o anule el cargo y liquide de nuevo cuando vuelva a estar abierto.`,
    );
  await setCargosAnulados(t, ids, { anulado_en: ahora.toISOString(), motivo });
}
