import { POLITICAS } from '@cunservicios/domain/consumo/listas';
import type { Politica } from '@cunservicios/domain/consumo/listas';
import type { ComponentProps } from 'react';
import { NOMBRE_PERIODICIDAD } from '../core/periodicidad.ts';
import { Lista } from '../ui/field.tsx';

type Props = Omit<ComponentProps<typeof Lista>, 'etiqueta' | 'children'>;

const NOMBRE_POLITICA: Record<Politica, string> = {
  advertir: 'Facturar lo medido y advertir',
  retener: 'Facturar el promedio mientras se investiga',
};

export const ListaPeriodicidad = (props: Props) => (
  <Lista etiqueta="Se factura" {...props}>
    {Object.entries(NOMBRE_PERIODICIDAD).map(([cada, nombre]) => (
      <option key={cada} value={cada}>
        {nombre}
      </option>
    ))}
  </Lista>
);

export const ListaPolitica = (props: Props) => (
  <Lista etiqueta="Ante una desviación significativa" {...props}>
    {POLITICAS.map((politica) => (
      <option key={politica} value={politica}>
        {NOMBRE_POLITICA[politica]}
      </option>
    ))}
  </Lista>
);
