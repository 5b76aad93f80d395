import { createPqr } from '@cunservicios/api/pqrs/pqrs.schema';
import { TIPOS_PQR } from '@cunservicios/domain/pqr/listas';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { fechaLarga, hoy } from '../core/fechas.ts';
import { isStaff } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { useClave } from '../core/use-clave.ts';
import { Lista, Parrafo, Texto } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { Cargado, Fallo } from '../ui/states.tsx';
import { useFormErrors } from '../ui/use-form-errors.ts';
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
      <Cargado query={query}>{(cliente) => <Formulario cliente={cliente} staff={staff} />}</Cargado>
    </Page>
  );
}

function Formulario({ cliente, staff }: { cliente: Outputs['clientes']['get']; staff: boolean }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { contexto } = useClave();
  const { register, handleSubmit, formState, setError, watch } = useForm({
    resolver: zodResolver(createPqr),
    defaultValues: { tipo: 'Reclamo' as const, asunto: '', descripcion: '', cliente_id: cliente.id },
  });
  const plazo = useQuery(trpc.calendario.plazo.queryOptions({ recibido: hoy() }));
  const radicar = useMutation(
    trpc.pqrs.create.mutationOptions({
      ...contexto,
      onSuccess: async ({ radicado }) => {
        await queries.invalidateQueries(trpc.pqrs.pathFilter());
        await navigate(
          staff
            ? { to: '/oficina/pqrs/$radicado', params: { radicado } }
            : { to: '/mis-pqrs/$radicado', params: { radicado } },
        );
      },
    }),
  );
  const apart = useFormErrors(radicar.error, setError, ['tipo', 'asunto', 'descripcion']);
  const { errors } = formState;
  return (
    <form
      className="tarjeta estrecho"
      noValidate
      onSubmit={(event) => void handleSubmit((datos) => radicar.mutate(datos))(event)}
    >
      {apart && <Fallo error={radicar.error} />}
      <Lista
        etiqueta="Qué presenta"
        ayuda={EXPLICA_TIPO[watch('tipo')]}
        {...register('tipo')}
        error={errors.tipo?.message}
      >
        {TIPOS_PQR.map((tipo) => (
          <option key={tipo}>{tipo}</option>
        ))}
      </Lista>
      <Texto
        etiqueta="Asunto"
        ayuda="En pocas palabras."
        maxLength={100}
        autoComplete="off"
        {...register('asunto')}
        error={errors.asunto?.message}
      />
      <Parrafo
        etiqueta="Descripción"
        ayuda="Qué pasó, cuándo, y qué pide. Si es por una factura, escriba su número."
        rows={8}
        {...register('descripcion')}
        error={errors.descripcion?.message}
      />
      {plazo.data && (
        <p className="suave">
          Si se radica hoy, debe responderse a más tardar el {fechaLarga(plazo.data.limite_legal)}.
        </p>
      )}
      <div>
        <button type="submit" className="boton principal" disabled={radicar.isPending}>
          {radicar.isPending ? 'Radicando…' : 'Radicar'}
        </button>
      </div>
    </form>
  );
}
