import { formatDecimal } from '@cunservicios/domain/pesos';
import { SERVICIOS } from '@cunservicios/domain/tarifa/listas';
import { variacion } from '../core/numeros.ts';
import type { Outputs } from '../core/trpc.ts';
import { Tabla } from '../ui/table.tsx';

export type Tarifa = Outputs['tarifas']['list']['items'][number];

/** Prices of a version, with the change from the one before, and its factors. */
export function VersionTarifa({ version, anterior }: { version: Tarifa; anterior: Tarifa | undefined }) {
  const precios = SERVICIOS.flatMap((servicio) => {
    const suyos = version.servicios[servicio];
    const antes = anterior?.servicios[servicio];
    if (!suyos) return [];
    return [
      {
        servicio,
        cargo: 'Cargo fijo',
        unidad: 'por suscriptor y mes',
        valor: suyos.cargo_fijo,
        antes: antes?.cargo_fijo,
      },
      { servicio, cargo: 'Consumo', unidad: 'por m³', valor: suyos.consumo, antes: antes?.consumo },
    ];
  });
  const { residencial, ...otros } = version.factores;
  const clases = [
    ...Object.entries(residencial).map(([estrato, factor]) => ({ clase: `Residencial, estrato ${estrato}`, factor })),
    ...Object.entries(otros).map(([uso, factor]) => ({ clase: uso.charAt(0).toUpperCase() + uso.slice(1), factor })),
  ];
  return (
    <div className="columnas anchas">
      <Tabla
        titulo="Precios de referencia"
        filas={precios}
        clave={({ servicio, cargo }) => servicio + cargo}
        columnas={[
          { titulo: 'Cargo', celda: ({ servicio, cargo }) => `${cargo} de ${servicio}` },
          {
            titulo: 'Precio',
            numero: true,
            celda: ({ valor, unidad }) => (
              <>
                {formatDecimal(valor)} <span className="suave chico">{unidad}</span>
              </>
            ),
          },
          {
            titulo: 'Cambio',
            numero: true,
            celda: ({ valor, antes }) => (antes === undefined ? '—' : variacion(Number(antes), Number(valor))),
          },
        ]}
      />
      <Tabla
        titulo="Subsidios y contribuciones"
        filas={clases}
        clave={({ clase }) => clase}
        columnas={[
          { titulo: 'Clase', junta: true, celda: ({ clase }) => clase },
          {
            titulo: 'Acueducto',
            celda: ({ factor }) => textoFactor(typeof factor === 'string' ? factor : factor.acueducto),
          },
          {
            titulo: 'Alcantarillado',
            celda: ({ factor }) => textoFactor(typeof factor === 'string' ? factor : factor.alcantarillado),
          },
        ]}
      />
    </div>
  );
}

export function textoFactor(factor: string | undefined) {
  if (factor === undefined) return '—';
  const n = Number(factor);
  const porcentaje = `${Number((Math.abs(n) * 100).toFixed(4))
    .toString()
    .replace('.', ',')}\u00a0%`;
  return n < 0 ? `Subsidio del ${porcentaje}` : n > 0 ? `Contribución del ${porcentaje}` : 'Precio pleno';
}
