// What a person wrote of an account, checked against the rules and turned into columns.
import { leerDocumento } from '@cunservicios/domain/documento/nit';
import type { TenantDb } from '@cunservicios/db/tenant';
import { selectCicloId, selectRuta } from '../ciclos/ciclos.queries.ts';
import { invalid } from '../core/errors.ts';
import type { ClienteFacts } from './clientes.queries.ts';

/** Words a search compares: lower case, without accents. */
export const searchWords = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/[\s%_\\]+/)
    .filter(Boolean);

type Searchable = { numero_cuenta: string } & Pick<ClienteFacts, 'nombre' | 'direccion' | 'documento'>;

/** The text a search looks in. */
export const searchText = ({ numero_cuenta, nombre, direccion, documento }: Searchable) =>
  searchWords([numero_cuenta, nombre, documento ?? '', direccion].join(' ')).join(' ');

type Checked = Pick<ClienteFacts, 'uso' | 'estrato' | 'tipo_documento' | 'documento'> &
  Partial<Pick<ClienteFacts, 'clases'>>;

function checkEstrato({ uso, estrato }: Pick<ClienteFacts, 'uso' | 'estrato'>, campo: string) {
  if (uso === 'residencial' && estrato === null) invalid(campo, 'El uso residencial necesita estrato de 1 a 6.');
  if (uso !== 'residencial' && estrato !== null) invalid(campo, 'Solo el uso residencial tiene estrato: déjelo vacío.');
}

/**
 * The facts with the document as it is kept (no dots, no check digit). 422 when estrato does not fit the use;
 * ReglaError `documento_invalido` or `nit_dv_invalido` when the document is wrong.
 */
export function checkCliente<T extends Checked>(facts: T): T {
  const { tipo_documento, documento, clases } = facts;
  checkEstrato(facts, 'estrato');
  for (const [i, clase] of (clases ?? []).entries()) checkEstrato(clase, `clases.${i}.estrato`);
  if (!tipo_documento || !documento) return facts;
  return { ...facts, documento: leerDocumento(tipo_documento, documento).documento };
}

/** Ids of a cycle and a route by their codes; a route brings its cycle. 422 when one does not exist or they do not match. */
export async function findRoute(t: TenantDb, { ciclo, ruta }: { ciclo: string | null; ruta: string | null }) {
  const found = ruta === null ? null : ((await selectRuta(t, ruta)) ?? invalid('ruta', `No existe la ruta ${ruta}.`));
  const ciclo_id =
    ciclo === null ? null : ((await selectCicloId(t, ciclo))?.id ?? invalid('ciclo', `No existe el ciclo ${ciclo}.`));
  if (found && ciclo_id !== null && found.ciclo_id !== ciclo_id)
    invalid('ruta', `La ruta ${ruta} no es del ciclo ${ciclo}.`);
  return { ciclo_id: ciclo_id ?? found?.ciclo_id ?? null, ruta_id: found?.id ?? null };
}
