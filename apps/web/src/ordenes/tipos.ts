import type { Outputs } from '../core/trpc.ts';

export type Orden = Outputs['ordenes']['get'];
