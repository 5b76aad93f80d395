// The utility this browser speaks to: the address says it (links in mails do), else the last one used.
const KEY = 'cunservicios:empresa';
const VALID = /^[a-z0-9][a-z0-9_-]{1,63}$/;

const given = new URLSearchParams(location.search).get('empresa')?.trim().toLowerCase();
let current = given && VALID.test(given) ? given : (localStorage.getItem(KEY) ?? 'public');

export const empresa = () => current;

export function setEmpresa(id: string) {
  const wanted = id.trim().toLowerCase();
  current = VALID.test(wanted) ? wanted : 'public';
  localStorage.setItem(KEY, current);
}
