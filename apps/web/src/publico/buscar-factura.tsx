import { useState } from 'react';
import type { FormEvent } from 'react';
import { empresa } from '../core/empresa.ts';
import { formText } from '../core/form-text.ts';
import { Texto } from '../ui/field.tsx';

type Numeros = { cuenta: string; numero: string };

/** A plain form: it goes to /factura?cuenta=…&numero=…, an address that can be kept. */
export function BuscarFactura({ cuenta = '', numero = '' }: Partial<Numeros>) {
  const [errores, setErrores] = useState<Partial<Numeros>>({});

  const check = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const falta = (campo: keyof Numeros, mensaje: string) => (formText(form, campo) ? {} : { [campo]: mensaje });
    const found = {
      ...falta('cuenta', 'Escriba el número de cuenta.'),
      ...falta('numero', 'Escriba el número de la factura.'),
    };
    setErrores(found);
    const first = Object.keys(found)[0];
    if (!first) return;
    event.preventDefault();
    form.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
  };

  return (
    <form className="formulario" action="/factura" method="get" noValidate onSubmit={check}>
      <Texto
        etiqueta="Número de cuenta"
        ayuda="Arriba en la factura, junto a su nombre. Por ejemplo: 05440-0001"
        name="cuenta"
        defaultValue={cuenta}
        maxLength={50}
        autoComplete="off"
        required
        error={errores.cuenta}
      />
      <Texto
        etiqueta="Número de factura"
        ayuda="Cambia cada periodo. Escríbalo tal como aparece."
        name="numero"
        defaultValue={numero}
        maxLength={50}
        autoComplete="off"
        required
        error={errores.numero}
      />
      {empresa() !== 'public' && <input type="hidden" name="empresa" value={empresa()} />}
      <div>
        <button type="submit" className="boton principal">
          Ver la factura
        </button>
      </div>
    </form>
  );
}
