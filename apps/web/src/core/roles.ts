import type { Rol } from './session.ts';

const STAFF: readonly Rol[] = ['admin', 'facturacion', 'recaudo', 'atencion', 'lector', 'consulta'];

export const isStaff = (roles: readonly Rol[]) => roles.some((rol) => STAFF.includes(rol));

export const hasRole = (roles: readonly Rol[], ...wanted: Rol[]) => roles.some((rol) => wanted.includes(rol));

/** Where somebody begins after signing in. */
export const homeOf = (roles: readonly Rol[]) =>
  isStaff(roles)
    ? ('/oficina' as const)
    : roles.includes('ciudadano')
      ? ('/mis-cuentas' as const)
      : roles.includes('plataforma')
        ? ('/empresas' as const)
        : ('/mi-usuario' as const);

export const NOMBRE_ROL: Record<Rol, { nombre: string; hace: string }> = {
  admin: { nombre: 'Administración', hace: 'todo en su empresa' },
  facturacion: { nombre: 'Facturación', hace: 'periodos, lecturas, tarifas y facturas' },
  recaudo: { nombre: 'Recaudo', hace: 'registra pagos' },
  atencion: { nombre: 'Atención', hace: 'clientes y PQR' },
  lector: { nombre: 'Lectura', hace: 'lecturas en terreno' },
  consulta: { nombre: 'Consulta', hace: 'solo lee' },
  ciudadano: { nombre: 'Ciudadano', hace: 've las cuentas que se le vinculan' },
  plataforma: { nombre: 'Plataforma', hace: 'empresas de la instalación, sin datos de clientes' },
};
