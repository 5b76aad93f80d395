import { updateTenant } from '@cunservicios/api/tenants/tenants.schema';
import { digitoVerificacion } from '@cunservicios/domain/documento/nit';
import { rangosDe } from '@cunservicios/domain/tarifa/rangos';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { entero } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Casilla, Grupo, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { Page } from '../ui/page.tsx';
import { Cargado } from '../ui/states.tsx';
import { useFormulario } from '../ui/use-formulario.ts';
import { Prohibida } from '../ui/whole-page.tsx';
import { AjustesCritica, AjustesMora, AjustesPapel, AjustesRecaudo, AjustesSegundaPersona } from './ajustes-campos.tsx';
import { Causales } from './causales.tsx';
import { ListaPeriodicidad } from './listas.tsx';

/** What an administrator decides for the whole utility. */
export function AjustesEmpresa() {
  const puede = hasRole(useUser()?.roles ?? [], 'admin');
  const query = useQuery(trpc.tenants.settings.queryOptions(undefined, { enabled: puede }));
  if (!puede) return <Prohibida quien="quienes administran la empresa" />;
  return (
    <Page
      titulo="Ajustes de la empresa"
      bajada="Cuentan desde la próxima liquidación o el próximo caso. Las facturas emitidas no cambian."
    >
      <Cargado query={query} que="Abriendo los ajustes…">
        {(tenant) => <FormularioAjustes tenant={tenant} />}
      </Cargado>
    </Page>
  );
}

/** An emptied field takes the value away; dots are how a NIT is printed. */
const orNull = { setValueAs: (value: string | null) => value?.replaceAll(/[.\s]/g, '') || null };

function FormularioAjustes({ tenant }: { tenant: Outputs['tenants']['settings'] }) {
  const { nombre, nit, municipio, altitud_msnm, periodicidad, politica_desviacion, sabado_habil, ajustes } = tenant;
  const guardar = useMutation(
    trpc.tenants.update.mutationOptions({ onSuccess: () => refrescar(trpc.tenants.pathFilter()) }),
  );
  const { campo, watch, setValue, ...de } = useFormulario(updateTenant, {
    inicial: { nombre, nit, municipio, altitud_msnm, periodicidad, politica_desviacion, sabado_habil, ajustes },
    mutacion: {
      ...guardar,
      mutate: ({ ajustes: escritos = {}, ...datos }, options) =>
        guardar.mutate({ ...datos, ajustes: cambiados(escritos, ajustes) }, options),
    },
  });
  const { error: errorCausales } = campo('ajustes.causales');
  const { error: errorPolitica, ...politica } = campo('politica_desviacion');
  return (
    <Formulario
      de={de}
      className="pila ancha estrecho"
      accion="Guardar los ajustes"
      enviando="Guardando…"
      hecho={guardar.isSuccess && 'Los ajustes quedaron guardados.'}
    >
      <Seccion titulo="La empresa">
        <Texto etiqueta="Nombre" autoComplete="off" {...campo('nombre')} />
        <div className="fila-campos">
          <Texto
            etiqueta="NIT"
            opcional
            ayuda={ayudaNit(watch('nit'))}
            inputMode="numeric"
            autoComplete="off"
            {...campo('nit', orNull)}
          />
          <Texto
            etiqueta="Municipio"
            opcional
            ayuda="Código DIVIPOLA del DANE: 05440 es Marinilla."
            inputMode="numeric"
            autoComplete="off"
            {...campo('municipio', orNull)}
          />
        </div>
        <Texto
          etiqueta="Altitud media, en metros"
          ayuda={ayudaAltitud(watch('altitud_msnm'))}
          inputMode="numeric"
          autoComplete="off"
          {...campo('altitud_msnm', { valueAsNumber: true })}
        />
        <ListaPeriodicidad {...campo('periodicidad')} />
      </Seccion>
      <Seccion titulo="Lecturas y crítica">
        <Grupo
          etiqueta="Ante una desviación significativa"
          ayuda="Cuando un consumo se aparta mucho del promedio de la cuenta (Ley 142 de 1994, art. 149)."
          error={errorPolitica}
        >
          <Casilla
            type="radio"
            etiqueta="Facturar lo medido y advertir: la factura sale con lo que marcó el medidor, y la cuenta queda en las advertencias del periodo para revisarla."
            value="advertir"
            {...politica}
          />
          <Casilla
            type="radio"
            etiqueta="Facturar el promedio mientras se investiga: la factura sale con el promedio de la cuenta, y la diferencia se cobra o se abona cuando se aclare la causa."
            value="retener"
            {...politica}
          />
        </Grupo>
        <AjustesCritica campo={campo} />
        <Causales
          inicial={ajustes.causales}
          error={errorCausales}
          escribir={(causales) =>
            setValue('ajustes.causales', causales, { shouldValidate: errorCausales !== undefined })
          }
        />
      </Seccion>
      <Seccion titulo="Cuándo hace falta otra persona">
        <AjustesSegundaPersona campo={campo} />
      </Seccion>
      <Seccion titulo="Pagos y caja">
        <AjustesRecaudo campo={campo} />
      </Seccion>
      <Seccion titulo="Mora, suspensión y reconexión">
        <AjustesMora campo={campo} />
      </Seccion>
      <Seccion titulo="Lo que sale en la factura">
        <AjustesPapel campo={campo} />
      </Seccion>
      <Seccion titulo="Peticiones y reclamos">
        <Grupo etiqueta="Plazos de las PQR" ayuda="Con el sábado como día hábil, los quince días se cumplen antes.">
          <Casilla etiqueta="El sábado es día hábil" {...campo('sabado_habil')} />
        </Grupo>
      </Seccion>
    </Formulario>
  );
}

const Seccion = ({ titulo, children }: { titulo: string; children: ReactNode }) => (
  <section className="tarjeta" aria-label={titulo}>
    <h2>{titulo}</h2>
    {children}
  </section>
);

type Ajustes = Outputs['tenants']['settings']['ajustes'];

/** Only what was changed is sent: a default that nobody touched may be improved later. */
const cambiados = (escritos: Partial<Ajustes>, antes: Ajustes) =>
  Object.fromEntries(
    Object.entries(escritos).filter(
      ([clave, valor]) => JSON.stringify(valor) !== JSON.stringify(antes[clave as keyof Ajustes]),
    ),
  );

const ayudaNit = (nit: string | null | undefined) =>
  nit && /^\d{6,10}$/.test(nit)
    ? `Con su dígito de verificación: ${entero(Number(nit))}-${digitoVerificacion(nit)}.`
    : 'Sin el dígito de verificación: se calcula.';

function ayudaAltitud(altitud: number | undefined) {
  const cambia =
    'Fija hasta cuántos m³ al mes son consumo básico: 11 por encima de 2.000 m, 13 entre 1.000 y 2.000, 16 por debajo.';
  return altitud !== undefined && altitud >= -50 && altitud <= 6000
    ? `${cambia} Con ${entero(altitud)} m son ${rangosDe(altitud).basico_m3} m³.`
    : cambia;
}
