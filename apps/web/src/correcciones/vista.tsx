import { formatPesos } from '@cunservicios/domain/pesos';
import { Link } from '@tanstack/react-router';
import { fechaCorta, nombrePeriodo } from '../core/fechas.ts';
import { mayuscula } from '../core/mayuscula.ts';
import { conSigno, contar, entero, metros } from '../core/numeros.ts';
import type { Outputs } from '../core/trpc.ts';
import { BarrasDobles, ClaveBarras } from '../ui/barras.tsx';
import { Aviso, Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';

export type Vista = Outputs['correcciones']['preview'];
type Corregida = Vista['facturas'][number];

/** Every bill that a correction touches, before and after, and what it comes to. */
export function VistaCorreccion({
  vista: { facturas, debito, credito, diferencia, diferencia_m3, cambios },
}: {
  vista: Vista;
}) {
  const max = Math.max(...facturas.flatMap(({ valor_antes, valor_despues }) => [valor_antes, valor_despues]), 1);
  return (
    <>
      <section className="tarjeta" aria-label="En resumen">
        <dl className="datos">
          <div>
            <dt>{diferencia < 0 ? 'Se le devuelven' : diferencia > 0 ? 'Se le cobran' : 'Diferencia'}</dt>
            <dd className="grande cifra">{formatPesos(Math.abs(diferencia))}</dd>
          </div>
          <div>
            <dt>Metros cúbicos</dt>
            <dd className="grande cifra">
              {diferencia_m3 > 0 ? '+' : ''}
              {entero(diferencia_m3)} m³
            </dd>
          </div>
          <div>
            <dt>Notas crédito</dt>
            <dd className="cifra">{formatPesos(Math.abs(credito))}</dd>
          </div>
          <div>
            <dt>Notas débito</dt>
            <dd className="cifra">{formatPesos(debito)}</dd>
          </div>
        </dl>
        {cambios.length > 0 && (
          <ul>
            {cambios.map(({ campo, antes, despues }) => (
              <li key={campo}>
                {mayuscula(campo)}: {antes || '—'} <span aria-hidden="true">→</span>
                <span className="oculto"> pasa a </span> <strong>{despues || '—'}</strong>
              </li>
            ))}
          </ul>
        )}
      </section>
      {facturas.length === 0 ? (
        <Aviso>No toca ninguna factura: solo cambia los datos de la cuenta.</Aviso>
      ) : (
        <>
          <p role="status">Toca {contar(facturas.length, 'factura', 'facturas')}.</p>
          <ClaveBarras antes="Como se cobró" ahora="Como debió ser" />
          <Tabla
            titulo="Facturas que toca la corrección"
            tituloOculto
            filas={facturas}
            clave={({ numero_factura }) => numero_factura}
            columnas={[
              {
                titulo: 'Factura',
                junta: true,
                celda: ({ numero_factura, periodo, fecha_emision }) => (
                  <>
                    <Link to="/oficina/facturas/$numero_factura" params={{ numero_factura }}>
                      {numero_factura}
                    </Link>
                    <br />
                    <span className="suave chico">{periodo ? nombrePeriodo(periodo) : fechaCorta(fecha_emision)}</span>
                  </>
                ),
              },
              {
                titulo: 'Consumo',
                numero: true,
                celda: ({ consumo_antes, consumo_despues }) => (
                  <>
                    {metros(consumo_antes)} → {metros(consumo_despues)}
                  </>
                ),
              },
              { titulo: 'Se cobró', numero: true, celda: ({ valor_antes }) => formatPesos(valor_antes) },
              { titulo: 'Debió ser', numero: true, celda: ({ valor_despues }) => formatPesos(valor_despues) },
              { titulo: 'Nota', numero: true, celda: (factura) => <Nota factura={factura} /> },
              {
                titulo: 'En barras',
                celda: ({ valor_antes, valor_despues }) => (
                  <BarrasDobles antes={valor_antes} ahora={valor_despues} max={max} />
                ),
              },
            ]}
          />
        </>
      )}
    </>
  );
}

const Nota = ({ factura: { nota, omitida, diferencia, limite_cobro } }: { factura: Corregida }) =>
  omitida ? (
    <Estado tono="alerta">Ya no se puede cobrar: venció el {fechaCorta(limite_cobro)}</Estado>
  ) : nota ? (
    <strong>{conSigno(diferencia)}</strong>
  ) : (
    'No cambia'
  );
