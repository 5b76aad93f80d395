import { SERVICIOS } from '@cunservicios/domain/tarifa/listas';
import type { Servicio } from '@cunservicios/domain/tarifa/listas';
import type { Path, UseFormRegisterReturn } from 'react-hook-form';
import { mayuscula } from '../core/mayuscula.ts';
import { Casilla, Grupo, Texto } from '../ui/field.tsx';
import { CLASES } from './version-escrita.ts';
import type { VersionEscrita } from './version-escrita.ts';

/** Of any form that has the fields of a version among its own. */
type Campo = (name: Path<VersionEscrita>) => UseFormRegisterReturn & { error: string | undefined };
type Props = { campo: Campo; escrita: VersionEscrita };

/** Prices and percentages, each with its legal limit beside it. */
export function CamposVersion({ campo, escrita }: Props) {
  const suyos = SERVICIOS.filter((servicio) => escrita.presta[servicio]);
  const conFactor = escrita.por_servicio ? suyos : suyos.slice(0, 1);
  return (
    <>
      <div className="columnas">
        {SERVICIOS.map((servicio) => (
          <PreciosDe key={servicio} servicio={servicio} presta={escrita.presta[servicio]} campo={campo} />
        ))}
      </div>
      <Grupo
        etiqueta="Subsidios y contribuciones, en porcentaje"
        ayuda="Los topes y mínimos son de la Ley 1450 de 2011, artículo 125. El estrato 4, los oficiales y los especiales pagan el precio pleno."
      >
        {suyos.length > 1 && (
          <Casilla etiqueta="El porcentaje es distinto para cada servicio" {...campo('por_servicio')} />
        )}
        {conFactor.map((servicio) => (
          <div
            key={servicio}
            className="pila"
            role="group"
            aria-label={escrita.por_servicio ? mayuscula(servicio) : 'Todos los servicios'}
          >
            {escrita.por_servicio && <h3>{mayuscula(servicio)}</h3>}
            <div className="fila-campos porcentajes">
              {CLASES.map(({ clase, nombre, ayuda }) => (
                <Texto
                  key={clase}
                  etiqueta={nombre}
                  ayuda={ayuda}
                  inputMode="decimal"
                  autoComplete="off"
                  {...campo(`factores.${clase}.${servicio}`)}
                />
              ))}
            </div>
          </div>
        ))}
      </Grupo>
    </>
  );
}

const PreciosDe = ({ servicio, presta, campo }: { servicio: Servicio; presta: boolean; campo: Campo }) => (
  <Grupo etiqueta={mayuscula(servicio)}>
    <Casilla etiqueta={`La empresa cobra ${servicio}`} {...campo(`presta.${servicio}`)} />
    {presta && (
      <div className="fila-campos">
        <Texto
          etiqueta="Cargo fijo"
          ayuda="$ por suscriptor y mes"
          inputMode="decimal"
          autoComplete="off"
          {...campo(`servicios.${servicio}.cargo_fijo`)}
        />
        <Texto
          etiqueta="Consumo"
          ayuda="$ por m³"
          inputMode="decimal"
          autoComplete="off"
          {...campo(`servicios.${servicio}.consumo`)}
        />
      </div>
    )}
  </Grupo>
);
