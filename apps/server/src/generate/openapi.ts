// docs/openapi.json
import { appRouter } from '@cunservicios/api/router';
import packageJson from '../../package.json' with { type: 'json' };
import { openApiText } from '../openapi/document.ts';

export const generate = async () => [{ path: 'docs/openapi.json', text: openApiText(appRouter, packageJson.version) }];
