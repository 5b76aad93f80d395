import { formatPesos } from '@cunservicios/domain/pesos';
import type { Outputs } from '../core/trpc.ts';
import { conSigno } from '../core/numeros.ts';
import { Tabla } from '../ui/table.tsx';
import type { Columna } from '../ui/table.tsx';

type Caja = Outputs['cajas']['get'];
type Fila = Caja['por_medio'][number] & { base: number; esperado: number; contado: number };

/** By means: what came in and went out, what there should be, and what was counted. */
export function TablaMedios({ caja }: { caja: Caja }) {
  const { por_medio, base, esperado, contado } = caja;
  const medios = [...new Set(['Efectivo' as const, ...por_medio.map(({ medio }) => medio)])];
  const filas = medios.map((medio): Fila => {
    const { pagos, reversos, retiros } = por_medio.find((each) => each.medio === medio) ?? {
      pagos: 0,
      reversos: 0,
      retiros: 0,
    };
    return {
      medio,
      pagos,
      reversos,
      retiros,
      base: medio === 'Efectivo' ? base : 0,
      esperado: esperado[medio] ?? 0,
      contado: contado?.[medio] ?? 0,
    };
  });
  const pesos = (titulo: string, celda: (fila: Fila) => number): Columna<Fila> => ({
    titulo,
    numero: true,
    celda: (fila) => formatPesos(celda(fila)),
  });
  const columnas: [Columna<Fila>, ...Columna<Fila>[]] = [
    { titulo: 'Medio', celda: ({ medio }) => medio },
    pesos('Base', (fila) => fila.base),
    pesos('Recibido', (fila) => fila.pagos),
    pesos('Deshecho', (fila) => fila.reversos),
    pesos('Sacado', (fila) => fila.retiros),
    pesos('Debe haber', (fila) => fila.esperado),
    ...(contado
      ? [
          pesos('Contado', (fila) => fila.contado),
          {
            titulo: 'Diferencia',
            numero: true,
            celda: (fila: Fila) =>
              fila.contado === fila.esperado ? formatPesos(0) : conSigno(fila.contado - fila.esperado),
          },
        ]
      : []),
  ];
  return (
    <Tabla titulo="Por medio de pago" tituloOculto filas={filas} clave={({ medio }) => medio} columnas={columnas} />
  );
}
