// A utility with customers, tariffs, readings and one issued month, made through the API.
import { readFileSync } from 'node:fs';
import { insertUser } from '@cunservicios/api/users/users.queries';
import { example, PASSWORD } from './room.ts';
import type { Room } from './room.ts';

type Answer = { status: number; text: string; json: unknown };

export async function fillUtility({ tenant, server }: Room, months = ['2016-04', '2016-05'], lecturas = '') {
  const admin = await tenant.as('admin');
  const ask = async <T>(method: string, path: string, body?: unknown, type?: string) => {
    const answer: Answer = await admin(method, `/api${path}`, body, type ? { 'content-type': type } : {});
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.json as T;
  };
  await ask('POST', '/tarifas/importar', readFileSync(example('tarifas.json'), 'utf8'), 'application/json');
  await ask('POST', '/clientes/importar', readFileSync(example('clientes.csv'), 'utf8'), 'text/csv');
  await ask('POST', '/lecturas/importar', readFileSync(example('lecturas-reales.csv'), 'utf8') + lecturas, 'text/csv');

  const finished = async (id: number): Promise<void> => {
    const { estado, error } = await ask<{ estado: string; error: string | null }>('GET', `/ejecuciones/${id}`);
    if (estado === 'fallida') throw new Error(error ?? 'The run failed.');
    if (estado === 'terminada') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await finished(id);
  };
  const emitir = async (codigo: string) =>
    finished((await ask<{ id: number }>('POST', `/periodos/${codigo}/emitir`)).id);
  for (const codigo of months) {
    const hasta = new Date(Date.UTC(Number(codigo.slice(0, 4)), Number(codigo.slice(5)), 0)).toISOString().slice(0, 10);
    const facts = { ciclo: '1', codigo, desde: `${codigo}-01`, hasta, fecha_emision: hasta, fecha_vencimiento: hasta };
    await ask('POST', '/periodos', facts);
    await finished((await ask<{ id: number }>('POST', `/periodos/${codigo}/liquidar`)).id);
    if (codigo !== months.at(-1)) await emitir(codigo);
  }

  const cuenta = '05440-0001';
  const [factura] = await ask<{ numero_factura: string; cliente_id: number }[]>('GET', `/facturas/cuenta/${cuenta}`);
  if (!factura) throw new Error('The account has no bill.');
  const pqr = {
    tipo: 'Reclamo',
    asunto: 'El consumo es muy alto',
    descripcion: 'Pido que revisen el medidor de mi casa.',
    cliente_id: factura.cliente_id,
  };
  const { radicado } = await ask<{ radicado: string }>('POST', '/pqrs', pqr);
  const ciudadano = { email: 'vecina@prueba.co', password: PASSWORD, nombre: 'Zoraida Cárdenas', roles: ['ciudadano'] };
  const { id } = await ask<{ id: number }>('POST', '/users', ciudadano);
  await ask('POST', `/users/${id}/clientes`, { numero_cuenta: cuenta });
  const plataforma = 'plataforma@prueba.co';
  const password_hash = await server.services.passwords.hash(PASSWORD);
  await server.tenants.transaction(tenant.id, (t) =>
    insertUser(t, { email: plataforma, nombre: 'Plataforma', password_hash, roles: ['plataforma'], is_active: true }),
  );
  return {
    plataforma,
    url: server.url,
    cuenta,
    factura: factura.numero_factura,
    radicado,
    ciudadano: ciudadano.email,
    ciudadano_id: id,
    emitido: months[0],
    liquidado: months.at(-1),
    /** Issues the last month too. */
    emitirUltimo: () => emitir(months.at(-1) ?? ''),
  };
}
