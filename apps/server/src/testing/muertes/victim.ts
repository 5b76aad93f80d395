// What is killed: the part of the server that works off runs, as its own process over a database given to it.
import { tmpdir } from 'node:os';
import { startJobs } from '../../jobs/main.ts';
import { programOver } from './program.ts';

const [, , url = ''] = process.argv;
const { services } = programOver(url, 'victima');
await startJobs({ services, adminUrl: url, dataDir: tmpdir() });
