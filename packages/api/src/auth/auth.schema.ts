import { z } from 'zod';
import { email, id } from '../core/schema.ts';
import { ROLES } from '../core/roles.ts';

/** Passwords are taken as they are typed: no trimming, any characters, 8 to 200. */
export const password = z.string().min(8).max(200);

export const login = z.strictObject({
  username: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(200),
});

export const refresh = z.strictObject({
  /** Absent in a browser: the cookie carries it. */
  refresh_token: z.string().max(200).optional(),
});

export const tokens = z.object({
  access_token: z.string(),
  token_type: z.literal('bearer'),
  expires_in: z.number().int().meta({ description: 'Seconds' }),
  /** Absent when the answer set it as a cookie (header `X-Refresh: cookie`). */
  refresh_token: z.string().optional(),
  user_id: id,
  email: z.string(),
  is_admin: z.boolean(),
  roles: z.array(z.enum(ROLES)),
  tenant_id: z.string(),
});

export const forgotPassword = z.strictObject({ email });

export const resetPassword = z.strictObject({ token: z.string().min(20).max(100), new_password: password });

export const done = z.object({ message: z.string() });
