import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { formText } from '../core/form-text.ts';
import { Texto } from '../ui/field.tsx';

export function BuscarCliente() {
  const navigate = useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = formText(event.currentTarget, 'q');
    void navigate({ to: '/oficina/clientes', search: { q: q || undefined } });
  };
  return (
    <search>
      <form className="con-boton" onSubmit={submit}>
        <Texto
          etiqueta="Buscar un cliente"
          ayuda="Por cuenta, nombre, documento, dirección o medidor. Las tildes no importan."
          name="q"
          type="search"
          maxLength={100}
          autoComplete="off"
        />
        <button type="submit" className="boton principal">
          Buscar
        </button>
      </form>
    </search>
  );
}
