import { ejecutarOrden } from '@cunservicios/api/ordenes/ordenes.schema';
import { RESULTADOS_ORDEN } from '@cunservicios/domain/cartera/listas';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { textoEscrito } from '../core/escrito.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { Archivo, Casilla, Grupo, Parrafo, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { Efecto } from './efecto.tsx';
import { reducirFoto } from './foto.ts';
import { RESULTADO } from './nombres.ts';
import type { Orden } from './tipos.ts';

/** "2026-07-31T15:04" of a field is the time of Bogotá. */
const instanteEscrito = {
  setValueAs: (value: unknown) => (typeof value === 'string' && value !== '' ? `${value}:00-05:00` : undefined),
};

/** What was done in the field, with its evidence: it closes the order. */
export function Ejecutar({ orden: { numero_orden, tipo } }: { orden: Orden }) {
  const { contexto } = useClave();
  const [errorFoto, setErrorFoto] = useState('');
  const ejecutar = useMutation(
    trpc.ordenes.ejecutar.mutationOptions({
      ...contexto,
      onSuccess: () =>
        refrescar(
          trpc.ordenes.pathFilter(),
          trpc.suspension.pathFilter(),
          trpc.clientes.pathFilter(),
          trpc.cargos.pathFilter(),
        ),
    }),
  );
  const { campo, watch, setValue, ...de } = useFormulario(ejecutarOrden, {
    inicial: { numero_orden, resultado: 'efectiva', evidencia: '' },
    mutacion: ejecutar,
  });
  const [resultado, foto] = [watch('resultado'), watch('foto')];
  const elegirFoto = async (archivo: File | undefined) => {
    setErrorFoto('');
    setValue('foto', undefined);
    if (!archivo) return;
    try {
      setValue('foto', await reducirFoto(archivo));
    } catch {
      setErrorFoto('No se pudo leer la foto. Use una en formato JPG o PNG.');
    }
  };
  return (
    <section className="tarjeta" aria-labelledby="ejecutar">
      <h2 id="ejecutar">Registrar lo que se hizo</h2>
      <Formulario de={de} accion="Registrar y cerrar la orden" enviando="Registrando…">
        <Grupo etiqueta="¿Se hizo el trabajo?">
          {RESULTADOS_ORDEN.map((each) => (
            <Casilla key={each} type="radio" etiqueta={RESULTADO[each]} value={each} {...campo('resultado')} />
          ))}
        </Grupo>
        <Efecto tipo={tipo} resultado={resultado} />
        <Parrafo
          etiqueta={resultado === 'efectiva' ? 'Qué se hizo y qué se vio' : 'Por qué no se pudo'}
          ayuda={
            resultado === 'efectiva'
              ? 'El número del sello, la lectura del medidor, quién estaba. Es la prueba si el usuario reclama.'
              : 'Nadie en el predio, no dejaron entrar, el usuario mostró el pago…'
          }
          rows={4}
          maxLength={2000}
          {...campo('evidencia')}
        />
        <Archivo
          etiqueta="Foto (opcional)"
          ayuda="Se reduce antes de enviarla."
          name="archivo"
          accept="image/*"
          error={errorFoto}
          elegido={(archivo) => void elegirFoto(archivo)}
        />
        {foto && <img className="foto-orden" src={`data:image/jpeg;base64,${foto}`} alt="La foto elegida" />}
        <div className="fila-campos">
          <Texto
            etiqueta="Quién lo hizo"
            opcional
            ayuda="Si se deja vacío, usted."
            autoComplete="off"
            {...campo('operario', textoEscrito)}
          />
          <Texto
            etiqueta="Cuándo"
            opcional
            ayuda="Si se deja vacío, ahora."
            type="datetime-local"
            {...campo('ejecutada_en', instanteEscrito)}
          />
        </div>
      </Formulario>
    </section>
  );
}
