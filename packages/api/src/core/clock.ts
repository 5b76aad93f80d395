import { fechaEnBogota } from '@cunservicios/domain/calendario/fechas';

/** The one source of "now". Tests and sandboxes put their own here. */
export type Clock = { now: () => Date };

export const systemClock: Clock = { now: () => new Date() };

/** Today's date (yyyy-mm-dd) where the utility is. */
export const today = (clock: Clock, zona: string): string => fechaEnBogota(clock.now(), zona);

/** Today where the utility of a call is. */
export const hoyDe = ({ services, tenant }: { services: { clock: Clock }; tenant: { zona_horaria: string } }) =>
  today(services.clock, tenant.zona_horaria);
