import { join } from 'node:path';
import { runService } from '@redress/service-host';
import { compose, ROWS } from './composition-root';
import { readEnvironment } from './environment';

runService(() => ({
  name: 'case-handling',
  environment: readEnvironment(),
  rows: ROWS,
  migrations: join(__dirname, '..', 'migrations'),
  compose,
}));
