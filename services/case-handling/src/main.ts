import { join } from 'node:path';
import { runService } from '@redress/service-host';
import { caseFactsRoutes } from './complaint-case/tell-correspondence/case-facts-routes';
import { compose, ROWS } from './composition-root';
import { readEnvironment } from './environment';

runService(() => {
  const environment = readEnvironment();
  return {
    name: 'case-handling',
    environment,
    rows: ROWS,
    migrations: join(__dirname, '..', 'migrations'),
    compose: (foundations) => ({
      ...compose(foundations),
      routes: caseFactsRoutes(foundations.database, environment.REDRESS_REQUEST_KEYS, foundations.logger),
    }),
  };
});
