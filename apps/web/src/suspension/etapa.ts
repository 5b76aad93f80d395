import type { ExclusionSuspension } from '@cunservicios/domain/cartera/listas';
import type { Outputs } from '../core/trpc.ts';

export type Cuenta = Outputs['suspension']['list']['items'][number];

/** What comes next for an account: nothing, the notice, its days, or the order. */
export const etapaDe = ({ exclusiones, aviso }: Pick<Cuenta, 'exclusiones' | 'aviso'>, hoy: string) =>
  exclusiones.length > 0
    ? 'excluida'
    : aviso === null
      ? 'sin_aviso'
      : aviso.suspension_desde > hoy
        ? 'en_aviso'
        : 'lista';

/** Why an account is left alone, as short as a label. */
export const EXCLUSION: Record<ExclusionSuspension, string> = {
  reclamo: 'Reclamo sin responder',
  convenio: 'Convenio vigente',
  protegido: 'Protegida',
  sin_servicio: 'Servicio no activo',
  orden: 'Orden pendiente',
};
