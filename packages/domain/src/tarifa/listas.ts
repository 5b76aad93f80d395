// The nouns of a tariff. Database CHECKs and zod schemas are made from these lists.

/** Uses of a property (Decreto 302/2000). Only `residencial` has estrato and consumption ranges. */
export const USOS = ['residencial', 'comercial', 'industrial', 'oficial', 'especial'] as const;
export type Uso = (typeof USOS)[number];

/** Services we price, in the order of a bill. */
export const SERVICIOS = ['acueducto', 'alcantarillado'] as const;
export type Servicio = (typeof SERVICIOS)[number];

export const ESTRATOS = [1, 2, 3, 4, 5, 6] as const;
export type Estrato = (typeof ESTRATOS)[number];

/** Months of a billing period: monthly or bimonthly. */
export const MESES = [1, 2] as const;
export type Meses = (typeof MESES)[number];

/** Lines of one service, in the order they are printed. */
export const CODIGOS = [
  'cargo_fijo',
  'consumo_basico',
  'consumo_complementario',
  'consumo_suntuario',
  'consumo',
  'subsidio_cargo_fijo',
  'subsidio_consumo_basico',
  'contribucion_cargo_fijo',
  'contribucion_consumo',
  'desincentivo',
] as const;
export type Codigo = (typeof CODIGOS)[number];
