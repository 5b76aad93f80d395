// A stand-in for the payment gateway (Wompi) that speaks its protocol over HTTP: the page on which people pay, questions
// about transactions, signed events. Tests make it late, deaf, repetitive and dishonest. It keeps nothing on disk.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EstadoTransaccion, cadenaDeIntegridad } from '@cunservicios/domain/recaudo/pasarela';
import { type Transaccion, eventoFirmado, sha256 } from './evento.ts';
import { type Cobro, paginaDeError, paginaDePago } from './pagina.ts';

/** What a utility has in the panel of the gateway. */
export type Comercio = {
  llave_publica: string;
  llave_privada: string;
  secreto_eventos: string;
  secreto_integridad: string;
  /** Where its events go; none without it. */
  url_eventos?: string | undefined;
};

/** How it misbehaves. */
export type Trucos = {
  /** Events are not sent. */
  pierde?: boolean;
  /** Each event is sent so many times at once. */
  repite?: number;
  /** Milliseconds before an event is sent. */
  demora?: number;
  /** Questions: answered with a 500, never, with garbage, with a redirection, with no end, or with a lie about the money. */
  api?: 'caida' | 'muda' | 'basura' | 'desvia' | 'inmensa' | 'miente';
};

/** How long a bank that is late takes. */
const TARDE_MS = 5_000;

/** Starts it, without any utility: put them in `comercios`. */
export async function startSimulador({ host = '127.0.0.1', port = 0 } = {}) {
  const comercios: Comercio[] = [];
  const trucos: Trucos = {};
  const transacciones = new Map<string, Transaccion>();
  /** Events under way, so that nothing is sent after it was closed. */
  const sending = new Set<Promise<unknown>>();
  let open = true;

  const comercioDe = (llave_publica: string) => comercios.find((uno) => uno.llave_publica === llave_publica);

  const send = async (url: string, body: object) => {
    const checksum = (body as { signature?: { checksum?: string } }).signature?.checksum ?? '';
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-event-checksum': checksum },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  };

  /** Tells the utility what a transaction is at, as the tricks say. */
  const avisar = (comercio: Comercio, transaccion: Transaccion) => {
    const { url_eventos } = comercio;
    if (trucos.pierde || url_eventos === undefined) return Promise.resolve();
    const told = { ...transaccion };
    const work = (async () => {
      await sleep(trucos.demora ?? 0, undefined, { ref: false });
      if (!open) return;
      const body = eventoFirmado(comercio.secreto_eventos, told);
      await Promise.all(Array.from({ length: trucos.repite ?? 1 }, () => send(url_eventos, body).catch(() => {})));
    })();
    sending.add(work);
    return work.finally(() => sending.delete(work));
  };

  /** A transaction as if somebody had paid on the page; resolves once its event was sent. */
  const pagar = async (
    comercio: Comercio,
    cobro: { reference: string; centavos: number; currency?: string },
    status: EstadoTransaccion,
    metodo = 'PSE',
  ) => {
    const now = new Date().toISOString();
    const transaccion: Transaccion = {
      id: `${Date.now()}-${randomBytes(6).toString('hex')}`,
      status,
      amount_in_cents: cobro.centavos,
      reference: cobro.reference,
      currency: cobro.currency ?? 'COP',
      payment_method_type: metodo,
      created_at: now,
      finalized_at: status === 'PENDING' ? null : now,
    };
    transacciones.set(transaccion.id, transaccion);
    await avisar(comercio, transaccion);
    return transaccion;
  };

  /** Moves a transaction on and tells it. */
  const cambiar = async (comercio: Comercio, id: string, status: EstadoTransaccion) => {
    const transaccion = transacciones.get(id);
    if (!transaccion) throw new Error(`The stand-in has no transaction ${id}.`);
    Object.assign(transaccion, { status, finalized_at: new Date().toISOString() });
    await avisar(comercio, transaccion);
    return transaccion;
  };

  const aprobarTarde = async (comercio: Comercio, id: string) => {
    await sleep(TARDE_MS, undefined, { ref: false });
    if (open) await cambiar(comercio, id, 'APPROVED');
  };

  /** The page: a checkout with a good signature, or a sentence. */
  const cobroDe = (
    fields: URLSearchParams,
    names: { integridad: string; vuelta: string; centavos: string; llave: string },
  ) => {
    const cobro: Cobro = {
      public_key: fields.get(names.llave) ?? '',
      reference: fields.get('reference') ?? '',
      centavos: Number(fields.get(names.centavos)),
      currency: fields.get('currency') ?? '',
      vuelta: fields.get(names.vuelta) ?? '',
    };
    const comercio = comercioDe(cobro.public_key);
    if (!comercio) return 'No hay un comercio con esa llave pública.';
    const firma = sha256(
      cadenaDeIntegridad(cobro.reference, cobro.centavos, cobro.currency, comercio.secreto_integridad),
    );
    if (firma !== fields.get(names.integridad)) return 'La firma de integridad no es la de este cobro.';
    if (!/^https?:$/.test(URL.canParse(cobro.vuelta) ? new URL(cobro.vuelta).protocol : ''))
      return 'Falta la dirección de regreso.';
    return { cobro, comercio, firma };
  };

  const routes: Record<string, (request: IncomingMessage, response: ServerResponse, url: URL) => unknown> = {
    'GET /p/': (_request, response, url) => {
      const found = cobroDe(url.searchParams, {
        integridad: 'signature:integrity',
        vuelta: 'redirect-url',
        centavos: 'amount-in-cents',
        llave: 'public-key',
      });
      if (typeof found === 'string') return html(response, 422, paginaDeError(found));
      return html(response, 200, paginaDePago(found.cobro, found.firma));
    },
    'POST /p/': async (request, response) => {
      const fields = new URLSearchParams(await bodyOf(request));
      const found = cobroDe(fields, {
        integridad: 'firma',
        vuelta: 'vuelta',
        centavos: 'centavos',
        llave: 'public_key',
      });
      if (typeof found === 'string') return html(response, 422, paginaDeError(found));
      const { cobro, comercio } = found;
      const desenlace = fields.get('desenlace') ?? 'APPROVED';
      const late = desenlace === 'TARDE';
      const status = late ? 'PENDING' : (desenlace as EstadoTransaccion);
      const { id } = await pagar(comercio, cobro, status, fields.get('metodo') ?? 'PSE');
      if (late) void aprobarTarde(comercio, id);
      const back = new URL(cobro.vuelta);
      back.searchParams.set('id', id);
      response.writeHead(303, { location: back.href }).end();
    },
    'GET /v1/transactions': (request, response, url) => {
      const reference = url.searchParams.get('reference') ?? '';
      const key = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
      if (!comercios.some(({ llave_privada }) => llave_privada === key))
        return json(response, 401, { error: { type: 'INVALID_ACCESS_TOKEN' } });
      return json(response, 200, {
        data: [...transacciones.values()].filter((una) => una.reference === reference).map(told),
      });
    },
  };
  const one = (response: ServerResponse, id: string) => {
    const transaccion = transacciones.get(id);
    return transaccion
      ? json(response, 200, { data: told(transaccion), meta: {} })
      : json(response, 404, { error: { type: 'NOT_FOUND_ERROR' } });
  };
  const told = (transaccion: Transaccion): Transaccion =>
    trucos.api === 'miente' ? { ...transaccion, status: 'APPROVED', amount_in_cents: 100 } : transaccion;

  /** True when a trick has answered, or will never. */
  const misbehave = (response: ServerResponse, search: string) => {
    switch (trucos.api) {
      case 'caida':
        json(response, 500, { error: {} });
        return true;
      case 'muda':
        return true;
      case 'basura':
        html(response, 200, '<h1>Mantenimiento</h1>');
        return true;
      case 'desvia':
        response.writeHead(302, { location: `/otra${search}` }).end();
        return true;
      case 'inmensa':
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(`{"data":[],"more":"${'x'.repeat(2_000_000)}"}`);
        return true;
      default:
        return false;
    }
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://simulador');
    const isApi = url.pathname.startsWith('/v1/');
    if (isApi && misbehave(response, url.search)) return;
    const [, id] = /^\/v1\/transactions\/([^/]+)$/.exec(url.pathname) ?? [];
    if (id !== undefined) return one(response, decodeURIComponent(id));
    const path = url.pathname === '/otra' ? '/v1/transactions' : url.pathname; // where a diversion leads
    const route = routes[`${request.method} ${path}`];
    if (!route) return json(response, 404, { error: { type: 'NOT_FOUND_ERROR' } });
    Promise.resolve(route(request, response, url)).catch(() => json(response, 500, { error: {} }));
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address() as { port: number };

  return {
    port: address.port,
    url: `http://${host}:${address.port}`,
    comercios,
    transacciones,
    trucos,
    pagar,
    cambiar,
    /** Sends any body to a utility's events address. */
    enviar: async ({ url_eventos = '' }: Comercio, body: object) => send(url_eventos, body),
    close: async () => {
      open = false;
      server.closeAllConnections();
      server.close();
      await Promise.all(sending);
    },
  };
}

async function bodyOf(request: IncomingMessage) {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 20_000) throw new Error('too much');
  }
  return text;
}

function html(response: ServerResponse, status: number, text: string) {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(text);
}

function json(response: ServerResponse, status: number, body: object) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
