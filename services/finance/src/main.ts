import { join } from 'node:path';
import { runService } from '@redress/service-host';
import { compose, FINANCE_ROWS } from './composition-root';
import { readEnvironment } from './environment';

runService(() => {
  const environment = readEnvironment();
  return {
    name: 'finance',
    environment,
    rows: FINANCE_ROWS,
    migrations: join(__dirname, '..', 'migrations'),
    compose: (foundations) => compose(foundations, environment),
  };
});
