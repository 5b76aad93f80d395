import { verify } from '@cunservicios/api/facturacion/verify';
import { createPool } from '@cunservicios/db/pool';
import { openTenants } from '@cunservicios/db/tenant';
import { numeroDeRecibo } from '@cunservicios/api/pagos/numero-recibo';

/** The payments that the books of the default tenant have, and what `verify` finds in them. */
export async function pagosEnLibros(url: string) {
  const pool = createPool({ url, max: 2 });
  try {
    const t = openTenants(pool).reads('public');
    const rows = await t.db
      .selectFrom('pagos')
      .select(['referencia', 'recibo', 'valor'])
      .where('tenant_id', '=', 'public')
      .execute();
    const pagos = rows.map(({ referencia, recibo, valor }) => ({
      referencia: referencia ?? '',
      recibo: numeroDeRecibo(recibo),
      valor,
    }));
    return { pagos, hallazgos: (await verify(t)).hallazgos };
  } finally {
    await pool.end();
  }
}
