import { formatPesos } from '@cunservicios/domain/pesos';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { fechaLarga } from '../core/fechas.ts';
import { contar } from '../core/numeros.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { BotonVentana, Confirmar } from '../ui/dialog.tsx';
import { Plan } from './plan.tsx';
import type { Simulado } from './simular.tsx';

/** The instalments before the signature, and the signature. */
export function Firmar({ simulado: { condiciones, cuotas } }: { simulado: Simulado }) {
  const navigate = useNavigate();
  const { contexto } = useClave();
  const titulo = useRef<HTMLHeadingElement>(null);
  useEffect(() => titulo.current?.focus(), []);
  const firmar = useMutation(
    trpc.convenios.create.mutationOptions({
      ...contexto,
      onSuccess: async ({ numero_convenio }) => {
        await refrescar(
          trpc.convenios.pathFilter(),
          trpc.clientes.pathFilter(),
          trpc.facturas.pathFilter(),
          trpc.movimientos.pathFilter(),
          trpc.cargos.pathFilter(),
          trpc.suspension.pathFilter(),
          trpc.ordenes.pathFilter(),
        );
        await navigate({ to: '/oficina/cartera/convenios/$numero_convenio', params: { numero_convenio } });
      },
    }),
  );
  const { capital, intereses, plan, facturas } = cuotas;
  const [primera] = plan;
  return (
    <section className="pila" aria-labelledby="cuotas">
      <h2 id="cuotas" ref={titulo} tabIndex={-1}>
        2. Las cuotas
      </h2>
      <p>
        {contar(plan.length, 'cuota', 'cuotas')}
        {primera && ` de unos ${formatPesos(primera.capital + primera.interes)}`}. En total se pagan{' '}
        <strong className="cifra">{formatPesos(capital + intereses)}</strong>
        {intereses > 0 ? `, ${formatPesos(intereses)} de ellos por intereses.` : ', sin intereses.'} Todavía no se ha
        guardado nada.
      </p>
      <Plan plan={plan} conFactura={false} />
      <div>
        <BotonVentana boton="Firmar el convenio…" titulo="Firmar el convenio">
          {(cerrar) => (
            <Confirmar accion="Firmar" mutacion={firmar} hacer={() => firmar.mutate(condiciones)} cerrar={cerrar}>
              <ul>
                <li>
                  {formatPesos(capital)} salen de {contar(facturas.length, 'factura', 'facturas')} y pasan al convenio:
                  esas facturas quedan en cero y no corre mora sobre ellas.
                </li>
                <li>
                  La primera cuota{primera && `, de ${formatPesos(primera.capital + primera.interes)},`} se cobra en la
                  primera factura que cierre desde el {fechaLarga(condiciones.primera_cuota)}.
                </li>
                <li>
                  No se puede suspender mientras esté vigente. Si el servicio está suspendido, se ordena devolverlo en
                  24 horas.
                </li>
              </ul>
              <p>
                <strong>No se puede deshacer:</strong> si no se cumple, se declara incumplido.
              </p>
            </Confirmar>
          )}
        </BotonVentana>
      </div>
    </section>
  );
}
