// Every file made from the server's code. `npm run generate` writes them; a test fails when one is stale.
import { generate as comandos } from './comandos.ts';
import { generate as errores } from './errores.ts';
import { generate as openapi } from './openapi.ts';
import { generate as operaciones } from './operaciones.ts';
import { generate as settings } from './settings.ts';

export type Generate = () => Promise<{ path: string; text: string }[]>;

export const generators: Record<string, Generate> = { settings, openapi, operaciones, errores, comandos };
