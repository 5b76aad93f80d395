// The settings that have a default, grouped as the work is, each with what it does.
import type { updateTenant } from '@cunservicios/api/tenants/tenants.schema';
import type { z } from 'zod';
import { pesosEscritos, pesosONada } from '../core/escrito.ts';
import { Casilla, Grupo, Lista, Parrafo, Texto } from '../ui/field.tsx';
import type { useFormulario } from '../ui/use-formulario.ts';

type Datos = z.input<typeof updateTenant>;
type Campo = ReturnType<typeof useFormulario<Datos, z.output<typeof updateTenant>>>['campo'];
type Props = { campo: Campo };

const numero = { valueAsNumber: true } as const;
const delTexto = { inputMode: 'numeric', autoComplete: 'off' } as const;

export const AjustesCritica = ({ campo }: Props) => (
  <div className="fila-campos">
    <Texto
      etiqueta="Periodos seguidos sin lectura"
      ayuda="Desde cuántos la cuenta pasa por la mesa de crítica."
      {...delTexto}
      {...campo('ajustes.max_sin_lectura', numero)}
    />
    <Texto
      etiqueta="Periodos seguidos en cero"
      ayuda="Con el medidor quieto, desde cuántos pasa por la mesa."
      {...delTexto}
      {...campo('ajustes.max_en_cero', numero)}
    />
  </div>
);

export const AjustesSegundaPersona = ({ campo }: Props) => (
  <>
    <Grupo
      etiqueta="Emitir un periodo"
      ayuda="Quien liquidó no puede aprobar su propia liquidación, y un cambio posterior pide aprobar otra vez."
    >
      <Casilla
        etiqueta="Un periodo se emite solo después de que otra persona lo apruebe"
        {...campo('ajustes.exige_aprobacion')}
      />
    </Grupo>
    <Texto
      etiqueta="Notas que aprueba una segunda persona"
      ayuda="Por encima de este valor en pesos, una nota, o todas las de una corrección juntas, esperan a otra persona. Con 0, todas."
      {...delTexto}
      {...campo('ajustes.limite_nota', pesosEscritos)}
    />
  </>
);

/** "acueducto, alcantarillado" as the list it is. */
const listaEscrita = {
  setValueAs: (value: unknown) =>
    Array.isArray(value)
      ? value
      : ((value as string | null | undefined) ?? '')
          .split(',')
          .map((uno) => uno.trim().toLowerCase())
          .filter((uno) => uno !== ''),
};

export const AjustesRecaudo = ({ campo }: Props) => (
  <>
    <div className="fila-campos">
      <Lista
        etiqueta="Un pago de la cuenta empieza por"
        ayuda="Cuando no dice qué factura paga (C. Civil, art. 1653)."
        {...campo('ajustes.asignacion_orden')}
      >
        <option value="antigua_primero">La factura más antigua</option>
        <option value="reciente_primero">La factura más reciente</option>
      </Lista>
      <Lista
        etiqueta="Lo que sobra de una factura"
        ayuda="Cuando el pago es de más que las facturas que nombra."
        {...campo('ajustes.asignacion_sobrante')}
      >
        <option value="otras_facturas">Va a las otras que debe</option>
        <option value="anticipo">Queda a favor de la cuenta</option>
      </Lista>
    </div>
    <Texto
      etiqueta="Orden de los servicios dentro de una factura"
      ayuda="Separados por comas. Primero se pagan los intereses; los servicios que no escriba van después."
      autoComplete="off"
      {...campo('ajustes.asignacion_servicios', listaEscrita)}
    />
    <Grupo etiqueta="Efectivo">
      <Casilla etiqueta="Solo recibe efectivo quien tiene una caja abierta" {...campo('ajustes.exige_caja')} />
    </Grupo>
    <div className="fila-campos">
      <Texto
        etiqueta="Pagos que otra persona aprueba deshacer"
        ayuda="Por encima de este valor en pesos. Con 0, todos."
        {...delTexto}
        {...campo('ajustes.limite_reverso', pesosEscritos)}
      />
      <Texto
        etiqueta="Diferencia de caja que otra persona aprueba"
        ayuda="Por encima de este valor en pesos. Con 0, toda diferencia."
        {...delTexto}
        {...campo('ajustes.limite_diferencia_caja', pesosEscritos)}
      />
    </div>
  </>
);

const CARGOS = [
  ['cargo_suspension', 'Suspensión'],
  ['cargo_reinstalacion', 'Reinstalación'],
  ['cargo_corte', 'Corte'],
  ['cargo_reconexion', 'Reconexión'],
] as const;

export const AjustesMora = ({ campo }: Props) => (
  <>
    <Grupo
      etiqueta="Intereses de mora"
      ayuda="Los residenciales, al 6 % anual del Código Civil; los demás, a la tasa de cada mes. Nunca sobre lo que está en reclamo."
    >
      <Casilla etiqueta="Cobrar intereses en la factura siguiente" {...campo('ajustes.interes_mora')} />
    </Grupo>
    <div className="fila-campos">
      <Texto
        etiqueta="Facturas vencidas para suspender"
        ayuda="A lo sumo 3 si factura cada mes, o 2 si cada dos (Ley 142, art. 140)."
        {...delTexto}
        {...campo('ajustes.periodos_suspension', numero)}
      />
      <Texto
        etiqueta="Días hábiles de aviso"
        ayuda="Entre el aviso y el primer día en que se puede suspender."
        {...delTexto}
        {...campo('ajustes.dias_aviso_suspension', numero)}
      />
    </div>
    <Grupo
      etiqueta="Lo que se cobra por ir a la casa, en pesos"
      ayuda="Nunca más que el tope legal (CRA 424 de 2007, en salarios mínimos del año). Vacío: el tope."
    >
      <div className="fila-campos">
        {CARGOS.map(([cargo, etiqueta]) => (
          <Texto key={cargo} etiqueta={etiqueta} opcional {...delTexto} {...campo(`ajustes.${cargo}`, pesosONada)} />
        ))}
      </div>
    </Grupo>
  </>
);

const sinNada = { setValueAs: (value: string | null) => value?.replaceAll(/\s/g, '') || null };

export const AjustesPapel = ({ campo }: Props) => (
  <>
    <Parrafo
      etiqueta="Dónde preguntar y reclamar"
      opcional
      ayuda="Oficina, teléfono y horario, como salen impresos."
      className="bajo"
      rows={2}
      maxLength={200}
      {...campo('ajustes.atencion')}
    />
    <Parrafo
      etiqueta="Dónde pagar"
      opcional
      ayuda="Como sale impreso."
      className="bajo"
      rows={2}
      maxLength={200}
      {...campo('ajustes.puntos_pago')}
    />
    <Texto
      etiqueta="GLN de recaudo"
      opcional
      ayuda="Trece dígitos que da el convenio con el banco. Con él, la factura lleva el código de barras que lee el cajero."
      {...delTexto}
      {...campo('ajustes.gln', sinNada)}
    />
    <Texto
      etiqueta="Resolución de la DIAN"
      opcional
      ayuda="La que autoriza la numeración, para el documento equivalente."
      autoComplete="off"
      {...campo('ajustes.resolucion_dian')}
    />
  </>
);
