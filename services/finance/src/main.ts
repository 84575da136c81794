import { join } from 'node:path';
import { runService } from '@redress/service-host';
import { compose } from './composition-root';
import { readEnvironment } from './environment';
import { SettlementRow } from './settlement/adapters/settlement.row';

runService(() => {
  const environment = readEnvironment();
  return {
    name: 'finance',
    environment,
    rows: [SettlementRow],
    migrations: join(__dirname, '..', 'migrations'),
    compose: (foundations) => compose(foundations, environment),
  };
});
