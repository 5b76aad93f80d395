// Labels a client sees. Database CHECKs and zod schemas are made from these lists.

export const TIPOS_PQR = ['Petición', 'Queja', 'Reclamo', 'Sugerencia', 'Denuncia', 'Recurso'] as const;
export type TipoPqr = (typeof TIPOS_PQR)[number];

export const ESTADOS_PQR = ['Recibido', 'En trámite', 'Respondido', 'Cerrado'] as const;
export type EstadoPqr = (typeof ESTADOS_PQR)[number];
