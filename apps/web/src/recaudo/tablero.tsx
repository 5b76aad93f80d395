import { addDays, addMonths, esFecha } from '@cunservicios/domain/calendario/fechas';
import { formatPesos } from '@cunservicios/domain/pesos';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { fechaCorta, hoy, nombrePeriodo, periodoCorto } from '../core/fechas.ts';
import { mayuscula } from '../core/mayuscula.ts';
import { entero } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { BarrasDobles } from '../ui/barras.tsx';
import { Dato } from '../ui/dato.tsx';
import { Filtro } from '../ui/filtro.tsx';
import { Grafica } from '../ui/grafica.tsx';
import { Cargado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { EntreDias } from './entre-dias.tsx';
import { NOMBRE_ORIGEN } from '../pagos/nombres.ts';
import { PaginaRecaudo, useVeRecaudo } from './secciones.tsx';

type Recaudo = Outputs['recaudo']['resumen'];
const route = getRouteApi('/sala/oficina/recaudo');

/** What came in, day by day or month by month, beside what was billed and what is still owed. */
export function Tablero() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const puede = useVeRecaudo();
  const por = search.por === 'mes' ? 'mes' : 'dia';
  const hasta = search.hasta && esFecha(search.hasta) ? search.hasta : hoy();
  const antes = por === 'dia' ? addDays(hasta, -29) : addMonths(`${hasta.slice(0, 7)}-01`, -11);
  const desde = search.desde && esFecha(search.desde) ? search.desde : antes;
  const query = useQuery(
    trpc.recaudo.resumen.queryOptions({ desde, hasta, por }, { enabled: puede, placeholderData: keepPreviousData }),
  );
  return (
    <PaginaRecaudo seccion="Tablero" bajada="Lo facturado, lo recaudado y lo que está por cobrar.">
      <EntreDias desde={desde} hasta={hasta} elegir={(dias) => void navigate({ search: { ...search, ...dias } })}>
        <Filtro
          etiqueta="Sumar por"
          todos="Día"
          valor={por === 'mes' ? 'mes' : ''}
          opciones={['mes']}
          elegir={(elegido) => void navigate({ search: { por: elegido } })}
        />
      </EntreDias>
      <Cargado query={query} que="Sumando el recaudo…">
        {(recaudo) => (
          <>
            <Cifras recaudo={recaudo} />
            <Periodos recaudo={recaudo} por={por} />
            <Repartido recaudo={recaudo} />
          </>
        )}
      </Cargado>
    </PaginaRecaudo>
  );
}

const Cifras = ({ recaudo: { total, cartera } }: { recaudo: Recaudo }) => (
  <section className="columnas" aria-label="Cifras">
    <div className="tarjeta">
      <h2>En estos días</h2>
      <dl className="datos">
        <Dato titulo="Recaudado">
          <span className="grande cifra">{formatPesos(total.recaudado)}</span>
        </Dato>
        <Dato titulo="Pagos">{entero(total.pagos)}</Dato>
        <Dato titulo="Facturado, con notas">{formatPesos(total.facturado)}</Dato>
        <Dato titulo="Pagos deshechos">{formatPesos(total.deshecho)}</Dato>
      </dl>
    </div>
    <div className="tarjeta">
      <h2>Hoy</h2>
      <dl className="datos">
        <Dato titulo="Vencido">
          <span className="grande cifra">{formatPesos(cartera.vencido)}</span>
        </Dato>
        <Dato titulo="Por vencer">{formatPesos(cartera.por_vencer)}</Dato>
        <Dato titulo="En reclamo">{formatPesos(cartera.en_reclamo)}</Dato>
        <Dato titulo="A favor de las cuentas">{formatPesos(0 - cartera.a_favor)}</Dato>
      </dl>
      <p>
        <Link to="/oficina/cartera/edades">Ver la cartera por edades</Link>
      </p>
    </div>
  </section>
);

function Periodos({ recaudo: { periodos, total }, por }: { recaudo: Recaudo; por: 'dia' | 'mes' }) {
  const corto = (periodo: string) => (por === 'mes' ? periodoCorto(periodo) : fechaCorta(periodo).slice(0, -5));
  return (
    <section className="tarjeta" aria-labelledby="dia-a-dia">
      <h2 id="dia-a-dia">{por === 'mes' ? 'Mes a mes' : 'Día a día'}</h2>
      <Grafica
        resumen={`Facturado ${formatPesos(total.facturado)} y recaudado ${formatPesos(total.recaudado)} en ${periodos.length} ${por === 'mes' ? 'meses' : 'días'}. La tabla dice cada uno.`}
        barras={periodos.map(({ periodo, facturado, recaudado }) => ({
          nombre: corto(periodo),
          valor: recaudado,
          antes: facturado,
        }))}
        clave={{ antes: 'Facturado', ahora: 'Recaudado' }}
      >
        <Tabla
          titulo={`Facturado y recaudado por ${por === 'mes' ? 'mes' : 'día'}`}
          tituloOculto
          filas={periodos.toReversed()}
          clave={({ periodo }) => periodo}
          columnas={[
            {
              titulo: por === 'mes' ? 'Mes' : 'Día',
              junta: true,
              celda: ({ periodo }) => (por === 'mes' ? mayuscula(nombrePeriodo(periodo)) : fechaCorta(periodo)),
            },
            { titulo: 'Facturado', numero: true, celda: ({ facturado }) => formatPesos(facturado) },
            { titulo: 'Pagos', numero: true, celda: ({ pagos }) => entero(pagos) },
            { titulo: 'Recaudado', numero: true, celda: ({ recaudado }) => formatPesos(recaudado) },
            { titulo: 'Deshecho', numero: true, celda: ({ deshecho }) => formatPesos(deshecho) },
          ]}
        />
      </Grafica>
    </section>
  );
}

const Repartido = ({ recaudo: { medios, origenes } }: { recaudo: Recaudo }) => (
  <div className="columnas anchas">
    <Reparto titulo="Por medio de pago" filas={medios.map(({ medio, ...cuanto }) => ({ nombre: medio, ...cuanto }))} />
    <Reparto
      titulo="Por dónde entró"
      filas={origenes.map(({ origen, ...cuanto }) => ({ nombre: NOMBRE_ORIGEN[origen], ...cuanto }))}
    />
  </div>
);

function Reparto({ titulo, filas }: { titulo: string; filas: { nombre: string; pagos: number; valor: number }[] }) {
  const max = Math.max(...filas.map(({ valor }) => valor));
  return (
    <section className="pila" aria-labelledby={titulo.replaceAll(' ', '-')}>
      <h2 id={titulo.replaceAll(' ', '-')}>{titulo}</h2>
      <Tabla
        titulo={titulo}
        tituloOculto
        filas={filas}
        clave={({ nombre }) => nombre}
        columnas={[
          { titulo: titulo === 'Por dónde entró' ? 'Origen' : 'Medio', celda: ({ nombre }) => nombre },
          { titulo: 'Pagos', numero: true, celda: ({ pagos }) => entero(pagos) },
          { titulo: 'Recaudado', numero: true, celda: ({ valor }) => formatPesos(valor) },
          { titulo: 'Parte', celda: ({ valor }) => <BarrasDobles antes={0} ahora={valor} max={max} /> },
        ]}
      />
    </section>
  );
}
