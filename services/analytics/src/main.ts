import { join } from 'node:path';
import { runService } from '@redress/service-host';
import { compose, rows } from './composition-root';
import { readEnvironment } from './environment';

runService(() => {
  const environment = readEnvironment();
  return {
    name: 'analytics',
    environment,
    rows,
    migrations: join(__dirname, '..', 'migrations'),
    compose: (foundations) => compose(foundations, environment),
  };
});
