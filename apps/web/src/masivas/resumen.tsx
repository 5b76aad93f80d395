import { columnaCuenta } from '../clientes/columna-cuenta.tsx';
import { formatPesos } from '@cunservicios/domain/pesos';
import { claseDe } from '../clientes/clase.ts';
import { conSigno, contar, entero } from '../core/numeros.ts';
import { Dato } from '../ui/dato.tsx';
import { Aviso } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import type { Masiva } from './masiva.tsx';

/** What it comes to: in all, by use and estrato, and the accounts it moves most. */
export function ResumenMasiva({ masiva }: { masiva: Masiva }) {
  const { facturas, cuentas, credito, debito, omitidas, resumen } = masiva;
  const { grupos, mayores, fuera } = resumen;
  return (
    <>
      <section className="tarjeta" aria-label="En resumen">
        <dl className="datos">
          <div>
            <dt>Se devuelven</dt>
            <dd className="grande cifra">{formatPesos(Math.abs(credito))}</dd>
          </div>
          <div>
            <dt>Se cobran</dt>
            <dd className="grande cifra">{formatPesos(debito)}</dd>
          </div>
          <Dato titulo="Toca">
            {contar(facturas, 'factura', 'facturas')} de {contar(cuentas, 'cuenta', 'cuentas')}
          </Dato>
          <Dato titulo="Sin nota">{omitidas === 0 ? 'Ninguna' : contar(omitidas, 'factura', 'facturas')}</Dato>
        </dl>
        {omitidas > 0 && (
          <p className="suave">
            Sin nota quedan las que ya no se pueden cobrar por el plazo de cinco meses (Ley 142, art. 150) y aquellas en
            las que se devolvería más de lo que cobraron.
          </p>
        )}
      </section>
      {fuera.cuentas > 0 && (
        <Aviso tono="alerta">
          <p>
            <strong>{contar(fuera.cuentas, 'cuenta queda corregida', 'cuentas quedan corregidas')}</strong> porque algo
            posterior se apoya en su corrección: {fuera.numeros.join(', ')}
            {fuera.cuentas > fuera.numeros.length ? '…' : '.'}
          </p>
        </Aviso>
      )}
      <section className="pila" aria-labelledby="clases">
        <h2 id="clases">Por uso y estrato</h2>
        <Tabla
          titulo="Lo que se devuelve y se cobra por uso y estrato"
          tituloOculto
          filas={grupos}
          clave={claseDe}
          columnas={[
            { titulo: 'Clase', junta: true, celda: claseDe },
            { titulo: 'Cuentas', numero: true, celda: (grupo) => entero(grupo.cuentas) },
            { titulo: 'Facturas', numero: true, celda: (grupo) => entero(grupo.facturas) },
            { titulo: 'Deberán más', numero: true, celda: ({ suben }) => entero(suben) },
            { titulo: 'Deberán menos', numero: true, celda: ({ bajan }) => entero(bajan) },
            { titulo: 'Se devuelven', numero: true, celda: (grupo) => formatPesos(Math.abs(grupo.credito)) },
            { titulo: 'Se cobran', numero: true, celda: (grupo) => formatPesos(grupo.debito) },
            {
              titulo: 'Sin nota',
              numero: true,
              celda: (grupo) =>
                grupo.omitidas === 0 ? '—' : `${entero(grupo.omitidas)} (${formatPesos(Math.abs(grupo.omitido))})`,
            },
          ]}
        />
      </section>
      {mayores.length > 0 && (
        <details className="pila">
          <summary>
            {mayores.length === 1 ? 'La cuenta que cambia' : `Las ${mayores.length} cuentas que más cambian`}
          </summary>
          <Tabla
            titulo="Las cuentas que más cambian"
            tituloOculto
            filas={mayores}
            clave={({ numero_cuenta }) => numero_cuenta}
            columnas={[
              columnaCuenta,
              { titulo: 'Clase', celda: claseDe },
              { titulo: 'Facturas', numero: true, celda: (cuenta) => entero(cuenta.facturas) },
              { titulo: 'Diferencia', numero: true, celda: ({ diferencia }) => conSigno(diferencia) },
            ]}
          />
        </details>
      )}
    </>
  );
}
