import { CLAVES_TRAMO, GRUPOS_EDADES, TRAMOS } from '@cunservicios/domain/cartera/edades';
import { formatPesos } from '@cunservicios/domain/pesos';
import { USOS } from '@cunservicios/domain/tarifa/listas';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { contar, entero } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { BotonDescargar } from '../ui/boton-descargar.tsx';
import { Dato } from '../ui/dato.tsx';
import { Filtro } from '../ui/filtro.tsx';
import { Grafica } from '../ui/grafica.tsx';
import { Aviso, Cargado, Vacio } from '../ui/states.tsx';
import { type Columna, Tabla } from '../ui/table.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import { CuentasEdades, type CualesCuentas } from './cuentas-edades.tsx';
import { PaginaCartera } from './secciones.tsx';

type Edades = Outputs['edades']['resumen'];
type Grupo = Edades['grupos'][number];
const route = getRouteApi('/sala/oficina/cartera/edades');

/** The address as what is asked for. */
function pedidoDe(search: { [K in 'por' | 'ruta' | 'uso' | 'estrato' | 'tramo']?: string }) {
  const estrato = Number(search.estrato);
  return {
    por: GRUPOS_EDADES.find((por) => por === search.por) ?? 'ruta',
    cuales: {
      ruta: search.ruta,
      uso: USOS.find((uso) => uso === search.uso),
      estrato: estrato >= 1 && estrato <= 6 ? Math.trunc(estrato) : undefined,
      tramo: CLAVES_TRAMO.find((tramo) => tramo === search.tramo),
    } satisfies CualesCuentas,
  };
}

/** What is owed today by its age, by group, and the accounts behind it. */
export function Edades() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion', 'recaudo', 'atencion', 'consulta');
  const { por, cuales } = pedidoDe(search);
  const query = useQuery(
    trpc.edades.resumen.queryOptions({ por }, { enabled: puede, placeholderData: keepPreviousData }),
  );
  if (!puede) return <Prohibida quien="quienes facturan, recaudan o atienden" />;
  const buscar = (change: typeof search) => void navigate({ search: { ...search, ...change }, resetScroll: false });
  return (
    <PaginaCartera
      seccion="Por edades"
      bajada="Lo que se debe hoy, según los días que lleva vencido. Lo que está en reclamo no se cobra y va aparte."
    >
      <Cargado query={query} que="Sumando la cartera…">
        {(edades) => (
          <>
            <Total edades={edades} />
            <section className="pila" aria-labelledby="grupos">
              <h2 id="grupos">Por grupo</h2>
              <search className="fila-campos filtros">
                <Filtro
                  etiqueta="Agrupar por"
                  todos="Ruta"
                  valor={por === 'ruta' ? '' : por}
                  opciones={GRUPOS_EDADES.filter((each) => each !== 'ruta')}
                  elegir={(elegido) => buscar({ por: elegido })}
                />
              </search>
              {edades.grupos.length === 0 ? (
                <Vacio>Ninguna cuenta debe nada.</Vacio>
              ) : (
                <Grupos edades={edades} por={por} />
              )}
              <Archivos por={por} />
            </section>
            <CuentasEdades cuales={cuales} buscar={buscar} />
          </>
        )}
      </Cargado>
    </PaginaCartera>
  );
}

function Total({ edades: { total, saldo_cuentas } }: { edades: Edades }) {
  const barras = [
    { nombre: 'Por vencer', valor: total.por_vencer },
    ...TRAMOS.map(({ clave, hasta, desde }) => ({
      nombre: hasta === null ? `Más de ${desde - 1}` : `${desde === 1 ? 0 : desde}-${hasta}`,
      valor: total[clave],
    })),
  ];
  return (
    <section className="tarjeta" aria-labelledby="total-edades">
      <h2 id="total-edades">Toda la empresa</h2>
      {total.saldo !== saldo_cuentas && (
        <Aviso tono="mal">
          Las edades suman {formatPesos(total.saldo)} y los saldos de las cuentas {formatPesos(saldo_cuentas)}: los
          libros no cuadran. Ejecute «cunservicios verify».
        </Aviso>
      )}
      <dl className="datos">
        <Dato titulo="Vencido">
          <span className="grande cifra">{formatPesos(total.vencido)}</span>
        </Dato>
        <Dato titulo="Por vencer">{formatPesos(total.por_vencer)}</Dato>
        <Dato titulo="En reclamo">{formatPesos(total.en_reclamo)}</Dato>
        <Dato titulo="Convenios por facturar">{formatPesos(total.convenio)}</Dato>
        <Dato titulo="A favor de las cuentas">{formatPesos(total.a_favor)}</Dato>
        <Dato titulo="Suma de los saldos">{formatPesos(total.saldo)}</Dato>
      </dl>
      <Grafica
        resumen={`Deuda por días vencidos: ${barras.map(({ nombre, valor }) => `${nombre}, ${formatPesos(valor)}`).join('; ')}.`}
        barras={barras}
      >
        <Tabla
          titulo="Deuda por edades"
          tituloOculto
          filas={[
            { nombre: 'Por vencer', valor: total.por_vencer },
            ...TRAMOS.map(({ nombre, clave }) => ({ nombre, valor: total[clave] })),
          ]}
          clave={({ nombre }) => nombre}
          columnas={[
            { titulo: 'Edad', celda: ({ nombre }) => nombre },
            { titulo: 'Deuda', numero: true, celda: ({ valor }) => formatPesos(valor) },
          ]}
        />
      </Grafica>
      <p className="suave chico">
        Días desde la fecha límite de pago. {contar(total.cuentas, 'cuenta', 'cuentas')} con deuda o saldo a favor.
      </p>
    </section>
  );
}

const TITULO = { ruta: 'Ruta', ciclo: 'Ciclo', estrato: 'Estrato', uso: 'Uso' } as const;
type Por = keyof typeof TITULO;

function Grupos({ edades, por }: { edades: Edades; por: Por }) {
  const cifra = (titulo: string, valor: (grupo: Grupo) => number): Columna<Grupo> => ({
    titulo,
    numero: true,
    celda: (grupo) => (valor(grupo) === 0 ? '—' : formatPesos(valor(grupo))),
  });
  return (
    <Tabla
      titulo={`Cartera por ${por}`}
      tituloOculto
      filas={edades.grupos}
      clave={({ clave }) => clave ?? ''}
      columnas={[
        { titulo: TITULO[por], celda: (grupo) => <Nombre grupo={grupo} por={por} /> },
        { titulo: 'Cuentas', numero: true, celda: ({ cuentas }) => entero(cuentas) },
        cifra('Por vencer', ({ por_vencer }) => por_vencer),
        ...TRAMOS.map(({ nombre, clave }) => cifra(nombre.replace(' días', ''), (grupo) => grupo[clave])),
        cifra('En reclamo', ({ en_reclamo }) => en_reclamo),
        cifra('Saldo', ({ saldo }) => saldo),
      ]}
    />
  );
}

/** The way to the accounts of a group. */
function Nombre({ grupo: { clave, nombre }, por }: { grupo: Grupo; por: Por }) {
  if (clave === null || por === 'ciclo') return nombre;
  const texto = por === 'ruta' ? `${clave}: ${nombre}` : por === 'estrato' ? `Estrato ${clave}` : nombre;
  return (
    <Link to="/oficina/cartera/edades" search={{ por, [por]: clave }} hash="cuentas-edades">
      {texto}
    </Link>
  );
}

const Archivos = ({ por }: { por: Por }) => (
  <div className="acciones">
    {(['xlsx', 'csv'] as const).map((formato) => (
      <BotonDescargar
        key={formato}
        path={`/cartera/edades/archivo?por=${por}&formato=${formato}`}
        nombre={`cartera-por-${por}.${formato}`}
        texto={formato === 'xlsx' ? 'Descargar en Excel' : 'Descargar en CSV'}
        etiqueta={`Grupos: descargar en ${formato === 'xlsx' ? 'Excel' : 'CSV'}`}
      />
    ))}
  </div>
);
