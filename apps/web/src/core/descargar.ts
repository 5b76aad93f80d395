import { callApi } from './api.ts';

/** Saves an answer of /api as a file. */
export async function descargar(path: string, nombre: string) {
  const response = await callApi(path);
  const url = URL.createObjectURL(await response.blob());
  Object.assign(document.createElement('a'), { href: url, download: nombre }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
