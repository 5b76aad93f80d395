import { useEffect, useRef } from 'react';

const OFF = 'cunservicios:sin-tecla';

/** Keys of one character can be turned off (WCAG 2.1.4): voice control types by itself. */
export const usaTeclas = () => localStorage.getItem(OFF) === null;

export function elegirTeclas(usa: boolean) {
  if (usa) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, '1');
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox'));

/** Keys of a page. Nothing while somebody writes, nor under a window; a handler that answers false leaves the key alone. */
export function useTeclas(teclas: Record<string, (event: KeyboardEvent) => boolean | void>) {
  const latest = useRef(teclas);
  useEffect(() => {
    latest.current = teclas;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = latest.current[event.key];
      if (!act || !usaTeclas() || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(event.target) || document.querySelector('[role=dialog]')) return;
      if (act(event) !== false) event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
