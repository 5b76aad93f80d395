import { savePerfilBanco } from '@cunservicios/api/archivos-recaudo/perfiles-banco.schema';
import { PERFIL_COMUN, type PerfilBanco } from '@cunservicios/domain/recaudo/asobancaria-campos';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Casilla, Lista, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Page } from '../ui/page.tsx';
import { Cargado, Vacio } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { Prohibida } from '../ui/whole-page.tsx';

type Perfil = Outputs['perfilesBanco']['list'][number];

const REFERENCIA_ES = {
  factura: 'La referencia de la factura',
  cuenta: 'El número de la cuenta',
  factura_o_cuenta: 'La factura y, si no la hay, la cuenta',
} as const satisfies Record<PerfilBanco['referencia_es'], string>;
const NIT = {
  cualquiera: 'Con o sin dígito de verificación',
  con_dv: 'Con dígito de verificación',
  sin_dv: 'Sin dígito de verificación',
} as const satisfies Record<PerfilBanco['nit'], string>;
const CODIFICACION = {
  ascii: 'Solo letras sin tilde (ASCII)',
  'windows-1252': 'Windows-1252',
  'utf-8': 'UTF-8',
} as const satisfies Record<PerfilBanco['codificacion'], string>;
const SECUENCIA = {
  archivo: 'La que trae cada fila',
  linea: 'La línea del archivo: el banco no numera',
} as const satisfies Record<PerfilBanco['secuencia'], string>;

/** What each bank does its own way. */
export function PerfilesBanco() {
  const roles = useUser()?.roles ?? [];
  const ve = hasRole(roles, 'admin', 'recaudo', 'consulta');
  const puede = hasRole(roles, 'admin', 'recaudo');
  const query = useQuery(trpc.perfilesBanco.list.queryOptions(undefined, { enabled: ve }));
  if (!ve) return <Prohibida quien="quienes registran o revisan pagos" />;
  return (
    <Page
      titulo="Perfiles de los bancos"
      migas={<Link to="/oficina/archivos-recaudo">Archivos de recaudo</Link>}
      bajada="Un banco sin perfil se lee como manda el formato. Un cambio vale para los archivos que se carguen después."
      acciones={
        puede && (
          <BotonVentana boton="Agregar un banco">{(cerrar) => <FormularioPerfil cerrar={cerrar} />}</BotonVentana>
        )
      }
    >
      <Cargado query={query}>
        {(perfiles) =>
          perfiles.length === 0 ? (
            <Vacio>Ningún banco tiene perfil: todos se leen como manda el formato.</Vacio>
          ) : (
            <Tabla
              titulo="Perfiles de los bancos"
              tituloOculto
              filas={perfiles}
              clave={({ banco }) => banco}
              columnas={[
                { titulo: 'Banco', celda: ({ banco, nombre }) => `${banco} ${nombre}` },
                { titulo: 'La referencia es', celda: ({ perfil }) => REFERENCIA_ES[perfil.referencia_es] },
                {
                  titulo: 'Posiciones',
                  junta: true,
                  celda: ({ perfil }) => `${perfil.referencia_desde} a ${perfil.referencia_hasta}`,
                },
                { titulo: 'Valores', celda: ({ perfil }) => (perfil.con_decimales ? 'Con centavos' : 'En pesos') },
                { titulo: 'Secuencia', celda: ({ perfil }) => SECUENCIA[perfil.secuencia] },
                ...(puede
                  ? [
                      {
                        titulo: 'Acciones',
                        celda: (perfil: Perfil) => (
                          <BotonVentana boton="Cambiar" clase="llano" titulo={`Cambiar ${perfil.nombre}`}>
                            {(cerrar) => <FormularioPerfil perfil={perfil} cerrar={cerrar} />}
                          </BotonVentana>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )
        }
      </Cargado>
    </Page>
  );
}

const opciones = (nombres: Record<string, string>) =>
  Object.entries(nombres).map(([valor, nombre]) => (
    <option key={valor} value={valor}>
      {nombre}
    </option>
  ));
const posicion = { valueAsNumber: true };
const oNada = { setValueAs: (valor: unknown) => (typeof valor === 'string' && valor.trim() !== '' ? valor : null) };

function FormularioPerfil({ perfil, cerrar }: { perfil?: Perfil; cerrar: () => void }) {
  const guardar = useMutation(
    trpc.perfilesBanco.save.mutationOptions({
      onSuccess: async () => {
        await refrescar(trpc.perfilesBanco.pathFilter());
        cerrar();
      },
    }),
  );
  const { campo, ...de } = useFormulario(savePerfilBanco, {
    inicial: { banco: perfil?.banco ?? '', nombre: perfil?.nombre ?? '', perfil: perfil?.perfil ?? PERFIL_COMUN },
    mutacion: guardar,
  });
  return (
    <Formulario de={de} accion="Guardar el perfil" cancelar={cerrar}>
      <div className="fila-campos">
        <Texto
          etiqueta="Código del banco"
          ayuda="Tres dígitos, como 007."
          inputMode="numeric"
          autoComplete="off"
          readOnly={perfil !== undefined}
          {...campo('banco')}
        />
        <Texto etiqueta="Nombre" autoComplete="off" {...campo('nombre')} />
      </div>
      <Lista etiqueta="Qué trae la referencia" {...campo('perfil.referencia_es')}>
        {opciones(REFERENCIA_ES)}
      </Lista>
      <div className="fila-campos">
        <Texto
          etiqueta="Primera posición"
          type="number"
          min={3}
          max={50}
          {...campo('perfil.referencia_desde', posicion)}
        />
        <Texto
          etiqueta="Última posición"
          type="number"
          min={3}
          max={50}
          {...campo('perfil.referencia_hasta', posicion)}
        />
        <Texto etiqueta="Carácter de relleno" autoComplete="off" maxLength={1} {...campo('perfil.relleno')} />
      </div>
      <Casilla etiqueta="Los valores traen dos decimales" {...campo('perfil.con_decimales')} />
      <Lista etiqueta="Número de cada fila" {...campo('perfil.secuencia')}>
        {opciones(SECUENCIA)}
      </Lista>
      <Lista etiqueta="NIT de la empresa" {...campo('perfil.nit')}>
        {opciones(NIT)}
      </Lista>
      <Lista etiqueta="Codificación" {...campo('perfil.codificacion')}>
        {opciones(CODIFICACION)}
      </Lista>
      <Texto
        etiqueta="Código de servicio"
        opcional
        ayuda="Si lo escribe, un archivo con lotes de otro servicio se rechaza."
        autoComplete="off"
        maxLength={13}
        {...campo('perfil.codigo_servicio', oNada)}
      />
    </Formulario>
  );
}
