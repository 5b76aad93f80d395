// The utility this browser speaks to: the one of its session, else the one in the address (links in mails name
// it), else the last one used.
const KEY = 'cunservicios:empresa';
const VALID = /^[a-z0-9][a-z0-9_-]{1,63}$/;

const inAddress = new URLSearchParams(location.search).get('empresa')?.trim().toLowerCase() ?? '';
const hasSession = localStorage.getItem('cunservicios:sesion') !== null;
let current = localStorage.getItem(KEY) ?? 'public';
if (VALID.test(inAddress) && !hasSession) setEmpresa(inAddress);

export const empresa = () => current;

export function setEmpresa(id: string) {
  const wanted = id.trim().toLowerCase();
  current = VALID.test(wanted) ? wanted : 'public';
  localStorage.setItem(KEY, current);
}
