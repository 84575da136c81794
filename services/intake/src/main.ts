import { join } from 'node:path';
import { runService } from '@redress/service-host';
import { compose, rowClasses } from './composition-root';
import { readEnvironment } from './environment';

runService(() => {
  const environment = readEnvironment();
  return {
    name: 'intake',
    environment,
    rows: rowClasses,
    migrations: join(__dirname, '..', 'migrations'),
    compose: (foundations) => compose(foundations, environment),
  };
});
