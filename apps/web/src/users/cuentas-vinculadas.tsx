import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { readProblem } from '../core/problem.ts';
import { trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Cargado, Fallo } from '../ui/states.tsx';

/** The accounts a citizen sees. */
export function CuentasVinculadas({ user_id }: { user_id: number }) {
  const queries = useQueryClient();
  const [cuenta, setCuenta] = useState('');
  const query = useQuery(trpc.users.linkedClientes.queryOptions({ user_id }));
  const refresh = { onSuccess: () => queries.invalidateQueries(trpc.users.linkedClientes.queryFilter()) };
  const vincular = useMutation(
    trpc.users.linkCliente.mutationOptions({
      onSuccess: () => {
        setCuenta('');
        return refresh.onSuccess();
      },
    }),
  );
  const desvincular = useMutation(trpc.users.unlinkCliente.mutationOptions(refresh));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (cuenta.trim()) vincular.mutate({ user_id, numero_cuenta: cuenta.trim() });
  };
  return (
    <section className="tarjeta estrecho" aria-labelledby="vinculadas">
      <h2 id="vinculadas">Cuentas que puede ver</h2>
      {desvincular.isError && <Fallo error={desvincular.error} />}
      <Cargado query={query}>
        {(cuentas) =>
          cuentas.length === 0 ? (
            <p className="suave">Ninguna todavía.</p>
          ) : (
            <ul className="lista-llana pila">
              {cuentas.map(({ numero_cuenta, nombre }) => (
                <li key={numero_cuenta} className="renglon">
                  <span>
                    {numero_cuenta}, {nombre}
                  </span>
                  <button
                    type="button"
                    className="boton-enlace"
                    aria-label={`Quitar la cuenta ${numero_cuenta}`}
                    disabled={desvincular.isPending}
                    onClick={() => desvincular.mutate({ user_id, numero_cuenta })}
                  >
                    Quitar
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Cargado>
      <form className="con-boton" onSubmit={submit}>
        <Texto
          etiqueta="Número de cuenta"
          value={cuenta}
          maxLength={50}
          autoComplete="off"
          onChange={({ target }) => setCuenta(target.value)}
          error={vincular.isError ? readProblem(vincular.error).detail : undefined}
        />
        <button type="submit" className="boton otro" disabled={vincular.isPending}>
          Vincular
        </button>
      </form>
    </section>
  );
}
