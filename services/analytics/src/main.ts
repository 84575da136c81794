import { join } from 'node:path';
import { runService } from '@redress/service-host';
import { compose, rows } from './composition-root';
import { readEnvironment } from './environment';

runService(() => ({
  name: 'analytics',
  environment: readEnvironment(),
  rows,
  migrations: join(__dirname, '..', 'migrations'),
  compose,
}));
