// vitest's global set-up: one PostgreSQL for the whole run; tests reach it by inject('testServerUrl').
import type { TestProject } from 'vitest/node';
import { startTestServer } from '../template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServerUrl: string;
  }
}

export default async function setup(project: TestProject) {
  const server = await startTestServer();
  project.provide('testServerUrl', server.url);
  return server.stop;
}
