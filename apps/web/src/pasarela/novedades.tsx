import { resolverNovedad } from '@cunservicios/api/pasarela/pasarela.schema';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { textoEscrito } from '../core/escrito.ts';
import { instanteCorto } from '../core/fechas.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Casilla, Grupo, Parrafo, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Tabla } from '../ui/table.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { NOVEDAD, RESOLUCION, dinero } from './nombres.ts';

type Novedad = Outputs['pasarela']['novedades']['items'][number];

/** Money of the gateway that was not booked by itself, and what a person decided. */
export function Novedades() {
  const [resueltas, setResueltas] = useState(false);
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'recaudo');
  const query = useInfiniteQuery(trpc.pasarela.novedades.infiniteQueryOptions({ resueltas, limit: 24 }, porCursor));
  return (
    <div className="pila ancha">
      <p className="suave">
        Dinero que la pasarela aprobó y que no coincide con un pago empezado aquí. No se registra solo y no se pierde:
        alguien decide.
      </p>
      <div>
        <Casilla
          etiqueta="Ver las resueltas"
          checked={resueltas}
          onChange={({ target }) => setResueltas(target.checked)}
        />
      </div>
      <PorPaginas
        query={query}
        vacio={resueltas ? 'Todavía no se ha resuelto ninguna.' : 'Nada por resolver: todo lo aprobado coincide.'}
      >
        {(novedades) => (
          <Tabla
            titulo="Novedades, de la más reciente a la más antigua"
            tituloOculto
            filas={novedades}
            clave={({ id }) => id}
            columnas={[
              { titulo: 'Transacción', celda: ({ transaccion }) => <code>{transaccion}</code> },
              { titulo: 'Llegó', junta: true, celda: ({ updated_at }) => instanteCorto(updated_at) },
              { titulo: 'Qué pasa', celda: ({ novedad }) => novedad && NOVEDAD[novedad] },
              {
                titulo: 'Cuenta',
                junta: true,
                celda: ({ numero_cuenta }) =>
                  numero_cuenta ? (
                    <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
                      {numero_cuenta}
                    </Link>
                  ) : (
                    'Sin cuenta'
                  ),
              },
              { titulo: 'Valor', numero: true, celda: ({ valor_centavos, moneda }) => dinero(valor_centavos, moneda) },
              {
                titulo: resueltas ? 'Qué se hizo' : 'Resolver',
                celda: (novedad) =>
                  novedad.resolucion ? (
                    <>
                      {RESOLUCION[novedad.resolucion]}
                      {novedad.recibo && `, recibo ${novedad.recibo}`}
                      <span className="suave chico"> {novedad.observacion}</span>
                    </>
                  ) : puede ? (
                    <BotonVentana
                      boton="Resolver"
                      clase="otro"
                      titulo="Resolver la novedad"
                      etiqueta={`Resolver la transacción ${novedad.transaccion}`}
                    >
                      {(cerrar) => <Resolver novedad={novedad} cerrar={cerrar} />}
                    </BotonVentana>
                  ) : (
                    'Espera a quien recauda'
                  ),
              },
            ]}
          />
        )}
      </PorPaginas>
    </div>
  );
}

function Resolver({ novedad, cerrar }: { novedad: Novedad; cerrar: () => void }) {
  const booked = novedad.novedad === 'ya_registrada' || novedad.novedad === 'reverso_en_espera';
  const registrable = !booked && novedad.moneda === 'COP' && novedad.valor_centavos % 100 === 0;
  const resolver = useMutation(
    trpc.pasarela.resolver.mutationOptions({
      onSuccess: () =>
        refrescar(trpc.pasarela.pathFilter(), trpc.pagos.pathFilter(), trpc.clientes.pathFilter()).then(cerrar),
    }),
  );
  const { campo, watch, ...de } = useFormulario(resolverNovedad, {
    inicial: {
      transaccion_id: novedad.id,
      resolucion: registrable ? 'registrada' : 'devuelta',
      ...(novedad.numero_cuenta !== null && { numero_cuenta: novedad.numero_cuenta }),
      observacion: '',
    },
    mutacion: resolver,
  });
  const { error, ...resolucion } = campo('resolucion');
  const registra = watch('resolucion') === 'registrada';
  return (
    <Formulario de={de} accion="Guardar la decisión" cancelar={cerrar}>
      <p>
        {novedad.novedad && NOVEDAD[novedad.novedad]}: {dinero(novedad.valor_centavos, novedad.moneda)}
        {novedad.valor_intento !== null && ` (se pidieron ${dinero(novedad.valor_intento * 100, 'COP')})`}.
      </p>
      <Grupo etiqueta="Qué se hace con el dinero" error={error}>
        {registrable && (
          <Casilla type="radio" etiqueta="Registrarlo como pago de una cuenta" value="registrada" {...resolucion} />
        )}
        <Casilla
          type="radio"
          etiqueta="Ya se devolvió desde el panel de la pasarela"
          value="devuelta"
          {...resolucion}
        />
        <Casilla
          type="radio"
          etiqueta={booked ? 'No hay nada más que hacer' : 'No es de esta empresa: es de otra venta'}
          value="descartada"
          {...resolucion}
        />
      </Grupo>
      {registra && (
        <Texto
          etiqueta="Cuenta que recibe el pago"
          ayuda="Paga lo que deba, de lo más antiguo a lo más reciente; lo que sobre queda a favor."
          autoComplete="off"
          {...campo('numero_cuenta', textoEscrito)}
        />
      )}
      <Parrafo
        etiqueta="Por qué"
        ayuda="Queda en la historia con su nombre."
        rows={2}
        className="bajo"
        maxLength={500}
        {...campo('observacion')}
      />
    </Formulario>
  );
}
