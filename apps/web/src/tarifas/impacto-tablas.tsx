import { columnaCuenta } from '../clientes/columna-cuenta.tsx';
import { formatPesos } from '@cunservicios/domain/pesos';
import { claseDe } from '../clientes/clase.ts';
import { conSigno, entero, metros, variacion } from '../core/numeros.ts';
import { BarrasDobles, ClaveBarras } from '../ui/barras.tsx';
import { Aviso } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import type { Impacto } from './impacto.tsx';

type Grupo = Impacto['grupos'][number];

/** Subsidies against contributions: what is missing is paid by the municipality. */
export function Solidaridad({ grupos }: { grupos: Grupo[] }) {
  const suma = (campo: `${'subsidios' | 'contribuciones'}_${'antes' | 'despues'}`) =>
    grupos.reduce((sum, grupo) => sum + grupo[campo], 0);
  const subsidios = { antes: suma('subsidios_antes'), despues: suma('subsidios_despues') };
  const contribuciones = { antes: suma('contribuciones_antes'), despues: suma('contribuciones_despues') };
  const falta = {
    antes: subsidios.antes - contribuciones.antes,
    despues: subsidios.despues - contribuciones.despues,
  };
  const filas = [
    { que: 'Subsidios que se dan', ...subsidios },
    { que: 'Contribuciones que se cobran', ...contribuciones },
  ];
  const max = Math.max(...filas.flatMap(({ antes, despues }) => [antes, despues]), 1);
  return (
    <section className="pila" aria-labelledby="solidaridad">
      <h2 id="solidaridad">Subsidios y contribuciones</h2>
      <ClaveBarras antes="Hoy" ahora="Con la versión nueva" />
      <Tabla
        titulo="Subsidios y contribuciones, hoy y con la versión nueva"
        tituloOculto
        filas={filas}
        clave={({ que }) => que}
        columnas={[
          { titulo: 'En el periodo', celda: ({ que }) => que },
          { titulo: 'Hoy', numero: true, celda: ({ antes }) => formatPesos(antes) },
          { titulo: 'Nueva', numero: true, celda: ({ despues }) => formatPesos(despues) },
          { titulo: 'Cambio', numero: true, celda: ({ antes, despues }) => variacion(antes, despues) },
          {
            titulo: 'En barras',
            celda: ({ antes, despues }) => <BarrasDobles antes={antes} ahora={despues} max={max} />,
          },
        ]}
      />
      <Aviso tono={falta.despues > 0 && falta.despues > falta.antes ? 'alerta' : 'info'}>
        <p>
          <strong>
            {falta.despues > 0
              ? `Las contribuciones no alcanzan: faltarían ${formatPesos(falta.despues)} por periodo.`
              : falta.despues < 0
                ? `Las contribuciones sobran: quedarían ${formatPesos(-falta.despues)} por periodo.`
                : 'Las contribuciones cubren justo los subsidios.'}
          </strong>{' '}
          {falta.antes > 0
            ? `Hoy faltan ${formatPesos(falta.antes)}.`
            : falta.antes < 0
              ? `Hoy sobran ${formatPesos(-falta.antes)}.`
              : 'Hoy están a la par.'}{' '}
          Lo que falta lo pone el municipio por su Fondo de Solidaridad (Ley 142 de 1994, artículos 89 y 99).
        </p>
      </Aviso>
    </section>
  );
}

export function GruposDeImpacto({ grupos }: { grupos: Grupo[] }) {
  const max = Math.max(...grupos.flatMap(({ antes, despues }) => [antes, despues]), 1);
  return (
    <section className="pila" aria-labelledby="clases">
      <h2 id="clases">Por uso y estrato</h2>
      <ClaveBarras antes="Hoy" ahora="Con la versión nueva" />
      <Tabla
        titulo="Lo que se factura por uso y estrato, hoy y con la versión nueva"
        tituloOculto
        filas={grupos}
        clave={claseDe}
        columnas={[
          { titulo: 'Clase', junta: true, celda: claseDe },
          { titulo: 'Cuentas', numero: true, celda: ({ cuentas }) => entero(cuentas) },
          { titulo: 'Suben', numero: true, celda: ({ suben }) => entero(suben) },
          { titulo: 'Bajan', numero: true, celda: ({ bajan }) => entero(bajan) },
          { titulo: 'Hoy', numero: true, celda: ({ antes }) => formatPesos(antes) },
          { titulo: 'Nueva', numero: true, celda: ({ despues }) => formatPesos(despues) },
          { titulo: 'Cambio', numero: true, celda: ({ antes, despues }) => variacion(antes, despues) },
          {
            titulo: 'Por cuenta',
            numero: true,
            celda: ({ antes, despues, cuentas }) => conSigno(Math.round((despues - antes) / cuentas)),
          },
          {
            titulo: 'En barras',
            celda: ({ antes, despues }) => <BarrasDobles antes={antes} ahora={despues} max={max} />,
          },
        ]}
      />
      <details>
        <summary>Ver subsidios y contribuciones de cada clase</summary>
        <Tabla
          titulo="Subsidios y contribuciones de cada clase"
          tituloOculto
          filas={grupos.filter((grupo) => DE_CADA_UNA.some((campo) => grupo[campo] !== 0))}
          clave={claseDe}
          columnas={[
            { titulo: 'Clase', celda: claseDe },
            { titulo: 'Subsidios hoy', numero: true, celda: (grupo) => formatPesos(grupo.subsidios_antes) },
            { titulo: 'Subsidios, nueva', numero: true, celda: (grupo) => formatPesos(grupo.subsidios_despues) },
            { titulo: 'Contribuciones hoy', numero: true, celda: (grupo) => formatPesos(grupo.contribuciones_antes) },
            {
              titulo: 'Contribuciones, nueva',
              numero: true,
              celda: (grupo) => formatPesos(grupo.contribuciones_despues),
            },
          ]}
        />
      </details>
    </section>
  );
}

const DE_CADA_UNA = ['subsidios_antes', 'subsidios_despues', 'contribuciones_antes', 'contribuciones_despues'] as const;

export const MayoresCambios = ({ mayores }: { mayores: Impacto['mayores'] }) => (
  <section className="pila" aria-labelledby="mayores">
    <h2 id="mayores">Las facturas que más cambian</h2>
    {mayores.length === 0 ? (
      <p className="suave">Ninguna factura cambia.</p>
    ) : (
      <Tabla
        titulo="Las facturas que más cambian"
        tituloOculto
        filas={mayores}
        clave={({ numero_cuenta }) => numero_cuenta}
        columnas={[
          columnaCuenta,
          { titulo: 'Clase', celda: claseDe },
          { titulo: 'Consumo', numero: true, celda: ({ consumo_m3 }) => metros(consumo_m3) },
          { titulo: 'Hoy', numero: true, celda: ({ antes }) => formatPesos(antes) },
          { titulo: 'Nueva', numero: true, celda: ({ despues }) => formatPesos(despues) },
          { titulo: 'Cambio', numero: true, celda: ({ antes, despues }) => conSigno(despues - antes) },
        ]}
      />
    )}
  </section>
);
