import { formatDecimal } from '@cunservicios/domain/pesos';
import { SERVICIOS } from '@cunservicios/domain/tarifa/listas';
import type { Factor, VersionTarifa } from '@cunservicios/domain/tarifa/version';
import { variacion } from '../core/numeros.ts';
import { Tabla } from '../ui/table.tsx';
import { textoFactor } from './version.tsx';
import { CLASES } from './version-escrita.ts';

type Cambio = { que: string; antes: string; ahora: string; cambio: string };
type Version = Pick<VersionTarifa, 'servicios' | 'factores'>;

type Props = {
  antes: Version;
  ahora: Version;
  titulo: string;
  tituloVisible?: boolean;
  columnas?: readonly [string, string];
};

/** What a version changes against another one, and nothing else. */
export function Diferencias({
  antes,
  ahora,
  titulo,
  tituloVisible = false,
  columnas: [tituloAntes, tituloAhora] = tituloVisible ? ['Antes', 'Después'] : ['Hoy', 'Nueva'],
}: Props) {
  const cambios = [...cambiosDePrecio(antes, ahora), ...cambiosDeFactor(antes, ahora)];
  if (cambios.length === 0) return <p className="suave">No cambia ningún precio ni ningún porcentaje.</p>;
  return (
    <Tabla
      titulo={titulo}
      tituloOculto={!tituloVisible}
      filas={cambios}
      clave={({ que }) => que}
      columnas={[
        { titulo: 'Qué cambia', celda: ({ que }) => que },
        { titulo: tituloAntes, numero: true, celda: ({ antes }) => antes },
        { titulo: tituloAhora, numero: true, celda: ({ ahora }) => <strong>{ahora}</strong> },
        { titulo: 'Cambio', numero: true, celda: ({ cambio }) => cambio },
      ]}
    />
  );
}

const NOMBRE = { cargo_fijo: 'Cargo fijo', consumo: 'Consumo, cada m³' } as const;
const number = (texto: string | undefined) =>
  texto !== undefined && /^\d+(\.\d+)?$/.test(texto) ? Number(texto) : undefined;

function cambiosDePrecio(antes: Version, ahora: Version): Cambio[] {
  return SERVICIOS.flatMap((servicio) =>
    (['cargo_fijo', 'consumo'] as const).flatMap((cargo) => {
      const [a, b] = [antes.servicios[servicio]?.[cargo], ahora.servicios[servicio]?.[cargo]];
      const [na, nb] = [number(a), number(b)];
      if (na === nb) return [];
      return [
        {
          que: `${NOMBRE[cargo]}, ${servicio}`,
          antes: na === undefined ? '—' : formatDecimal(a ?? ''),
          ahora: nb === undefined ? '—' : formatDecimal(b ?? ''),
          cambio: na !== undefined && nb !== undefined ? variacion(na, nb) : '—',
        },
      ];
    }),
  );
}

function cambiosDeFactor(antes: Version, ahora: Version): Cambio[] {
  return CLASES.flatMap(({ clase, nombre }) => {
    const [suyo, nuevo] = [factorDeClase(antes, clase), factorDeClase(ahora, clase)];
    const filas = SERVICIOS.filter((servicio) => ahora.servicios[servicio]).map((servicio) => ({
      servicio,
      antes: deServicio(suyo, servicio),
      ahora: deServicio(nuevo, servicio),
    }));
    const distintas = filas.filter(
      ({ antes, ahora }) => !Number.isNaN(Number(ahora)) && Number(antes) !== Number(ahora),
    );
    const iguales = filas.every((fila) => fila.antes === filas[0]?.antes && fila.ahora === filas[0]?.ahora);
    return (iguales ? distintas.slice(0, 1) : distintas).map((fila) => ({
      que: iguales ? nombre : `${nombre}, ${fila.servicio}`,
      antes: textoFactor(fila.antes),
      ahora: textoFactor(fila.ahora),
      cambio: puntos(Number(fila.antes ?? 0), Number(fila.ahora ?? 0)),
    }));
  });
}

const deServicio = (factor: Factor | undefined, servicio: (typeof SERVICIOS)[number]) =>
  typeof factor === 'object' ? factor[servicio] : factor;

function factorDeClase({ factores }: Version, clase: (typeof CLASES)[number]['clase']): Factor | undefined {
  const [uso, estrato] = clase.split('.');
  if (uso === 'residencial') return factores.residencial[estrato as '1'];
  return factores[uso as 'comercial' | 'industrial'];
}

const puntos = (antes: number, ahora: number) => {
  const n = Math.round((Math.abs(ahora) - Math.abs(antes)) * 1e4) / 100;
  return Number.isNaN(n) ? '—' : `${n > 0 ? '+' : ''}${n.toString().replace('.', ',')} puntos`;
};
