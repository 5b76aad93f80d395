// Who is signed in. The access token lives in memory only; the refresh token in a cookie that scripts cannot
// read. A mark in localStorage tells that there may be a session to renew, and the other tabs that it ended.
import type { tokens } from '@cunservicios/api/auth/auth.schema';
import { useSyncExternalStore } from 'react';
import type { z } from 'zod';
import { empresa, setEmpresa } from './empresa.ts';

type Tokens = z.infer<typeof tokens>;
export type Rol = Tokens['roles'][number];
/** Why a session ended, when the person did not end it with «Salir». */
type Final = 'vencida' | 'contrasena';
export type Usuario = { id: number; email: string; roles: Rol[] };

const MARK = 'cunservicios:sesion';
const listeners = new Set<() => void>();
let access: string | undefined;
let user: Usuario | undefined;
let renewing: Promise<string | undefined> | undefined;
let renewed_at = 0;
let ended: Final | undefined;

const tell = () => listeners.forEach((listener) => listener());

export function openSession(answer: Tokens) {
  access = answer.access_token;
  user = { id: answer.user_id, email: answer.email, roles: answer.roles };
  ended = undefined;
  renewed_at = Date.now();
  setEmpresa(answer.tenant_id);
  localStorage.setItem(MARK, '1');
  tell();
}

export function closeSession(why?: Final) {
  access = undefined;
  user = undefined;
  ended = why;
  localStorage.removeItem(MARK);
  tell();
}

export const mayHaveSession = () => localStorage.getItem(MARK) !== null;
export const currentUser = () => user;
export const whyEnded = () => ended;

/** The token to send, renewed when there is none; undefined for somebody who is not signed in. */
export async function accessToken(): Promise<string | undefined> {
  if (access || !mayHaveSession()) return access;
  renewing ??= renew().finally(() => {
    renewing = undefined;
  });
  return renewing;
}

/** The server refused the token: the next call renews it. A token this young is not the one refused. */
export function dropAccess() {
  if (Date.now() - renewed_at > 5000) access = undefined;
}

/** One tab at a time: the cookie is the same for all, and each renewal changes it. */
async function renew() {
  if (!('locks' in navigator)) return askForToken();
  return navigator.locks.request('cunservicios:sesion', askForToken);
}

async function askForToken() {
  const response = await fetch('/trpc/auth.refresh', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-session': 'cookie', 'x-tenant-id': empresa() },
    body: '{}',
  });
  if (response.ok) {
    const { result } = (await response.json()) as { result: { data: Tokens } };
    openSession(result.data);
    return access;
  }
  if (response.status < 500 && response.status !== 429) {
    closeSession('vencida');
    return undefined;
  }
  throw new Error(`The session could not be renewed: ${response.status}`);
}

/** Makes sure that `currentUser()` is known; the user, or undefined. */
export async function loadUser() {
  if (!user) await accessToken();
  return user;
}

export function onSession(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export const useUser = () => useSyncExternalStore(onSession, currentUser);

addEventListener('storage', ({ key, newValue }) => {
  if (key === MARK && newValue === null && user) closeSession();
});
