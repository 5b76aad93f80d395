// Asking again where an answer is missing: a person who came back, a person of the utility, or the clock.
import { SE_CONSULTA_MS, VENCE_MS, esFinal, esperaDe } from '@cunservicios/domain/recaudo/pasarela';
import { canonical } from '../core/canonical.ts';
import type { Services, Tenant } from '../core/context.ts';
import { findTenant } from '../core/identity.ts';
import { eachTenant } from '../tenants/each-tenant.ts';
import { abrirPasarela } from './abrir-pasarela.ts';
import { type AvisoTransaccion, aplicarTransaccion, registroDePasarela } from './aplicar-transaccion.ts';
import { sha256 } from './firma.ts';
import {
  type PorConsultar,
  selectIntento,
  selectTransaccionesDeIntento,
  setProximaConsulta,
  setVencido,
  takePorConsultar,
} from './intentos.queries.ts';
import { SinRespuesta, preguntar } from './preguntar.ts';
import { insertEventoPasarela } from './transacciones.queries.ts';

/**
 * Asks the gateway for an attempt and does what it answers. `transaccion` is a hint of where to look; what comes back
 * counts only with the reference of the attempt. False when nobody answered: nothing changed then.
 */
export async function consultarIntento(
  services: Services,
  tenant: Tenant,
  referencia: string,
  transaccion?: string,
): Promise<boolean> {
  const t = services.tenants.reads(tenant.id);
  const [pasarela, intento] = await Promise.all([abrirPasarela(services, t), selectIntento(t, referencia)]);
  if (!pasarela?.secretos || !pasarela.direcciones || intento?.ambiente !== pasarela.ambiente) return false;
  const conocidas = await selectTransaccionesDeIntento(t, intento.id);
  const abiertas = conocidas.filter(({ estado }) => !esFinal(estado)).map((una) => una.transaccion);
  const donde = {
    api: pasarela.direcciones.api,
    llave_privada: pasarela.secretos.llave_privada,
    espera: services.pasarelas.espera,
  };
  const numeros = [...new Set([...abiertas, ...(transaccion === undefined ? [] : [transaccion])])].slice(0, 5);
  try {
    const porNumero = await Promise.all(numeros.map((numero) => preguntar(donde, { transaccion: numero })));
    const nuestras = (avisos: AvisoTransaccion[]) => avisos.filter((aviso) => aviso.referencia === referencia);
    const dichas = nuestras(porNumero.flat());
    const avisos = dichas.length > 0 ? dichas : nuestras(await preguntar(donde, { referencia }));
    for (const aviso of avisos) await aplicarRespuesta(services, tenant, aviso);
    return true;
  } catch (error) {
    if (error instanceof SinRespuesta) return false;
    throw error;
  }
}

const aplicarRespuesta = (services: Services, tenant: Tenant, aviso: AvisoTransaccion) =>
  services.tenants.transaction(tenant.id, async (t) => {
    const resultado = await aplicarTransaccion(t, aviso, registroDePasarela(services, tenant));
    if (resultado === 'repetido') return; // asked every few minutes: only what is new is noted
    const { transaccion, referencia, estado, centavos, moneda, momento } = aviso;
    await insertEventoPasarela(t, {
      origen: 'consulta',
      resultado,
      autentico: true,
      huella: sha256(canonical({ transaccion, referencia, estado, centavos, moneda })),
      transaccion,
      referencia,
      estado,
      valor_centavos: centavos,
      moneda,
      ...(momento && { firmado_en: momento.toISOString() }),
      direccion_ip: null,
      created_at: services.clock.now().toISOString(),
    });
  });

const AT_A_TIME = 20;
/** An attempt whose asking was cut short (a killed server) is due again after this. */
const RETRY_MS = 10 * 60_000;

/** Asks for every attempt of every tenant that is due, and ends those of which nothing came in time. One that fails is logged. */
export async function consultarPendientes(services: Services) {
  for await (const { id, activo } of eachTenant(services.tenants))
    if (activo)
      await consultarDeTenant(services, id).catch((error: unknown) =>
        services.logError(error, { request_id: '', path: `pasarela ${id}` }),
      );
}

async function consultarDeTenant(services: Services, tenant_id: string) {
  const ahora = services.clock.now();
  const due = await services.tenants.transaction(tenant_id, (t) =>
    takePorConsultar(t, {
      ahora: ahora.toISOString(),
      despues: new Date(ahora.getTime() + RETRY_MS).toISOString(),
      cuantos: AT_A_TIME,
    }),
  );
  if (due.length === 0) return;
  const tenant = await findTenant(services, tenant_id);
  let answers = true;
  for (const intento of due) {
    // A gateway that is down is not waited for twenty times over.
    answers &&= await consultarIntento(services, tenant, intento.referencia);
    await agendar(services, tenant, intento, answers);
  }
}

/** When an attempt is asked for next, or its end. */
async function agendar(
  services: Services,
  tenant: Tenant,
  { id, consultas, created_at }: PorConsultar,
  answered: boolean,
) {
  const ahora = services.clock.now();
  const age = ahora.getTime() - new Date(created_at).getTime();
  await services.tenants.transaction(tenant.id, async (t) => {
    if (age >= SE_CONSULTA_MS || (answered && age >= VENCE_MS)) await setVencido(t, id, ahora.toISOString());
    const proxima = age >= SE_CONSULTA_MS ? null : new Date(ahora.getTime() + esperaDe(consultas)).toISOString();
    await setProximaConsulta(t, id, proxima);
  });
}
