/** Roles of a user inside a tenant; what each may do stands beside every procedure. */
export const ROLES = [
  'admin',
  'facturacion',
  'recaudo',
  'atencion',
  'lector',
  'consulta',
  'ciudadano',
  'plataforma',
] as const;
export type Rol = (typeof ROLES)[number];

/** Everyone who works for the utility: the roles that may read customers and bills. */
export const STAFF = ['admin', 'facturacion', 'recaudo', 'atencion', 'lector', 'consulta'] as const satisfies Rol[];

/** Who may call a procedure: some roles, any signed-in user, or anyone at all. */
export type Acceso = Rol | 'signed_in' | 'anyone';
