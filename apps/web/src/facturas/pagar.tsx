import { pagarFactura } from '@cunservicios/api/facturas/facturas.schema';
import { MEDIOS_PAGO } from '@cunservicios/api/pagos/pagos.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { trpc } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { Ventana } from '../ui/dialog.tsx';
import { Lista, Texto } from '../ui/field.tsx';
import { Fallo } from '../ui/states.tsx';
import { useFormErrors } from '../ui/use-form-errors.ts';

type Props = { numero_factura: string; saldo: number; hecho: (mensaje: string) => void };

export function Pagar({ numero_factura, saldo, hecho }: Props) {
  const [abierto, setAbierto] = useState(false);
  return (
    <div className="no-imprime">
      <button type="button" className="boton principal" onClick={() => setAbierto(true)}>
        Registrar un pago
      </button>
      <Ventana titulo="Registrar un pago" abierto={abierto} cerrar={() => setAbierto(false)}>
        <FormularioPago {...{ numero_factura, saldo, hecho }} cerrar={() => setAbierto(false)} />
      </Ventana>
    </div>
  );
}

function FormularioPago({ numero_factura, saldo, hecho, cerrar }: Props & { cerrar: () => void }) {
  const queries = useQueryClient();
  const { contexto } = useClave();
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: zodResolver(pagarFactura),
    defaultValues: { numero_factura, valor: saldo, medio: 'Efectivo' as const },
  });
  const pagar = useMutation(
    trpc.facturas.pagar.mutationOptions({
      ...contexto,
      onSuccess: (factura, { valor = saldo }) => {
        hecho(
          factura.saldo === 0
            ? `Pago de ${formatPesos(valor)} registrado. La factura quedó pagada.`
            : `Pago de ${formatPesos(valor)} registrado. Queda un saldo de ${formatPesos(factura.saldo)}.`,
        );
        cerrar();
        return Promise.all([
          queries.invalidateQueries(trpc.facturas.pathFilter()),
          queries.invalidateQueries(trpc.clientes.pathFilter()),
          queries.invalidateQueries(trpc.movimientos.pathFilter()),
        ]);
      },
    }),
  );
  const apart = useFormErrors(pagar.error, setError, ['valor', 'medio', 'referencia']);
  const { errors } = formState;
  return (
    <form
      className="formulario"
      noValidate
      onSubmit={(event) => void handleSubmit((datos) => pagar.mutate(datos))(event)}
    >
      {apart && <Fallo error={pagar.error} />}
      <p>
        Factura {numero_factura}, saldo <strong className="cifra">{formatPesos(saldo)}</strong>
      </p>
      <Texto
        etiqueta="Valor, en pesos"
        ayuda="Sin puntos. Puede ser menor que el saldo."
        inputMode="numeric"
        autoComplete="off"
        {...register('valor', {
          setValueAs: (value: string | number) => Number(String(value).replaceAll(/[.\s$]/g, '')),
        })}
        error={errors.valor?.message}
      />
      <Lista etiqueta="Medio" {...register('medio')} error={errors.medio?.message}>
        {MEDIOS_PAGO.map((medio) => (
          <option key={medio}>{medio}</option>
        ))}
      </Lista>
      <Texto
        etiqueta="Referencia"
        opcional
        ayuda="Número del comprobante o de la transacción."
        autoComplete="off"
        {...register('referencia', { setValueAs: (value?: string) => value || undefined })}
        error={errors.referencia?.message}
      />
      <div className="acciones">
        <button type="submit" className="boton principal" disabled={pagar.isPending}>
          {pagar.isPending ? 'Registrando…' : 'Registrar el pago'}
        </button>
        <button type="button" className="boton otro" onClick={cerrar}>
          Cancelar
        </button>
      </div>
    </form>
  );
}
