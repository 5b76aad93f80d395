import { z } from 'zod';
import { password } from '../auth/auth.schema.ts';
import { email, id, instante, page, texto } from '../core/schema.ts';
import { ROLES } from '../core/roles.ts';

export const user = z.object({
  id,
  email: z.string(),
  nombre: z.string(),
  roles: z.array(z.enum(ROLES)),
  is_active: z.boolean(),
  is_admin: z.boolean(),
  tenant_id: z.string(),
  version: z.number().int(),
  created_at: instante,
});

export const listUsers = page.extend({ is_active: z.boolean().optional() });

export const byId = z.strictObject({ user_id: id });

const roles = z.array(z.enum(ROLES)).min(1).max(8);

export const createUser = z.strictObject({
  email,
  password,
  nombre: texto(0, 120).default(''),
  roles: roles.default(['consulta']),
  is_active: z.boolean().default(true),
  is_admin: z.boolean().optional().meta({ description: 'true adds the role admin' }),
});

export const updateUser = z.strictObject({
  user_id: id,
  email: email.optional(),
  password: password.optional(),
  nombre: texto(0, 120).optional(),
  roles: roles.optional(),
  is_active: z.boolean().optional(),
  is_admin: z.boolean().optional(),
});

export const changePassword = z.strictObject({ current_password: z.string().min(1).max(200), new_password: password });

export const linkCliente = z.strictObject({ user_id: id, numero_cuenta: texto(1, 50) });

export const linkedClientes = z.array(z.object({ numero_cuenta: z.string(), nombre: z.string() }));
