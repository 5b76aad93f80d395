import type { TenantDb } from '@cunservicios/db/tenant';
import { checkCliente, searchText } from '../clientes/cliente-facts.ts';
import { type ClienteFacts, selectClienteFacts, setCliente } from '../clientes/clientes.queries.ts';
import { notFound, refuse } from '../core/errors.ts';
import type { Cambio } from './correcciones.schema.ts';
import type { Escritura, Plan } from './plan.ts';
import { type Contexto, planearCadena } from './planear-cadena.ts';

type Cliente = NonNullable<Awaited<ReturnType<typeof selectClienteFacts>>>;

const find = async (t: TenantDb, numero_cuenta: string) =>
  (await selectClienteFacts(t, numero_cuenta)) ?? notFound('la cuenta', numero_cuenta);

/** Another use or estrato from a day on: the bills of the periods that begin then, and the account itself. */
export async function planearClase(contexto: Contexto, cambio: Extract<Cambio, { tipo: 'clase' }>): Promise<Plan> {
  const { numero_cuenta, desde, uso, estrato } = cambio;
  const cliente = await find(contexto.t, numero_cuenta);
  if (cliente.clases !== null)
    refuse('validacion', 'La cuenta es un multiusuario de varias clases: corrija sus unidades y haga una nota.');
  checkCliente({ ...cliente, clases: null, uso, estrato });
  return planearCadena(
    contexto,
    { tipo: 'clase', id: cliente.id, numero_cuenta, desde },
    (_, calculo) =>
      calculo.fecha < desde || (calculo.uso === uso && calculo.estrato === estrato)
        ? calculo
        : { ...calculo, uso, estrato },
    escribirCliente(cliente, { uso, estrato }),
  );
}

/** Another owner from a day on: no money moves. */
export async function planearTitular(contexto: Contexto, cambio: Extract<Cambio, { tipo: 'titular' }>): Promise<Plan> {
  const { numero_cuenta, nombre, tipo_documento, documento } = cambio;
  const cliente = await find(contexto.t, numero_cuenta);
  const { escrituras, antes } = escribirCliente(
    cliente,
    checkCliente({ ...cliente, clases: null, nombre, tipo_documento, documento }),
  );
  return { tipo: 'titular', cliente_id: cliente.id, numero_cuenta, tocadas: [], estado: null, escrituras, antes };
}

const CAMPOS = ['nombre', 'tipo_documento', 'documento', 'uso', 'estrato'] as const satisfies (keyof ClienteFacts)[];
export type FactsCliente = Pick<ClienteFacts, (typeof CAMPOS)[number]>;

/** Writes facts of an account where they differ; `antes` is what they were. */
export function escribirCliente(cliente: Cliente, facts: Partial<FactsCliente>) {
  const cambian = CAMPOS.filter((campo) => campo in facts && facts[campo] !== cliente[campo]);
  const pick = (from: Partial<FactsCliente>) => Object.fromEntries(cambian.map((campo) => [campo, from[campo]]));
  const change = pick(facts) as Partial<FactsCliente>;
  const escrituras: Escritura[] = cambian.map((campo, i) => ({
    campo,
    antes: String(cliente[campo] ?? ''),
    despues: String(facts[campo] ?? ''),
    // All of them in one statement: uso and estrato hold only together.
    write: async (t) => {
      if (i === 0) await setCliente(t, cliente.id, { ...change, busqueda: searchText({ ...cliente, ...change }) });
    },
  }));
  return { escrituras, antes: { cliente: pick(cliente), escrito: change } };
}
