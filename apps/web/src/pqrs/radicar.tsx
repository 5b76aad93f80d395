import { createPqr } from '@cunservicios/api/pqrs/pqrs.schema';
import { TIPOS_PQR } from '@cunservicios/domain/pqr/listas';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { fechaLarga, hoy } from '../core/fechas.ts';
import { isStaff } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { Lista, Parrafo, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Page } from '../ui/page.tsx';
import { Cargado } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { EXPLICA_TIPO } from './tipos.ts';

/** Files a case for one account: the desk for anybody, a citizen for their own. */
export function RadicarPqr() {
  const { numero_cuenta = '' } = useParams({ strict: false });
  const staff = isStaff(useUser()?.roles ?? []);
  const query = useQuery(trpc.clientes.get.queryOptions({ numero_cuenta }));
  return (
    <Page
      titulo="Radicar una petición, queja o reclamo"
      ventana="Radicar PQR"
      migas={
        <Link
          to={staff ? '/oficina/clientes/$numero_cuenta' : '/mis-cuentas/$numero_cuenta'}
          params={{ numero_cuenta }}
        >
          Cuenta {numero_cuenta}
        </Link>
      }
      bajada={query.data && `De ${query.data.nombre}, ${query.data.direccion}`}
    >
      <Cargado query={query}>{(cliente) => <FormularioPqr cliente={cliente} staff={staff} />}</Cargado>
    </Page>
  );
}

function FormularioPqr({ cliente, staff }: { cliente: Outputs['clientes']['get']; staff: boolean }) {
  const navigate = useNavigate();
  const { contexto } = useClave();
  const plazo = useQuery(trpc.calendario.plazo.queryOptions({ recibido: hoy() }));
  const radicar = useMutation(
    trpc.pqrs.create.mutationOptions({
      ...contexto,
      onSuccess: async ({ radicado }) => {
        await refrescar(trpc.pqrs.pathFilter());
        await navigate(
          staff
            ? { to: '/oficina/pqrs/$radicado', params: { radicado } }
            : { to: '/mis-pqrs/$radicado', params: { radicado } },
        );
      },
    }),
  );
  const { campo, watch, ...de } = useFormulario(createPqr, {
    inicial: { tipo: 'Reclamo', asunto: '', descripcion: '', cliente_id: cliente.id },
    mutacion: radicar,
  });
  return (
    <Formulario de={de} className="tarjeta estrecho" accion="Radicar" enviando="Radicando…">
      <Lista etiqueta="Qué presenta" ayuda={EXPLICA_TIPO[watch('tipo')]} {...campo('tipo')}>
        {TIPOS_PQR.map((tipo) => (
          <option key={tipo}>{tipo}</option>
        ))}
      </Lista>
      <Texto etiqueta="Asunto" ayuda="En pocas palabras." maxLength={100} autoComplete="off" {...campo('asunto')} />
      <Parrafo
        etiqueta="Descripción"
        ayuda="Qué pasó, cuándo, y qué pide. Si es por una factura, escriba su número."
        rows={8}
        {...campo('descripcion')}
      />
      {plazo.data && (
        <p className="suave">
          Si se radica hoy, debe responderse a más tardar el {fechaLarga(plazo.data.limite_legal)}.
        </p>
      )}
    </Formulario>
  );
}
