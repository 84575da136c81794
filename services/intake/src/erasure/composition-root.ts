import type { ContentStore } from '@redress/files';
import { newId, type Clock } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { Database } from '@redress/persistence';
import { repeat, type Repetition } from '@redress/service-host';
import type { MasterKeys } from '../personal-data/master-keys';
import type { AdoptionBook } from '../regulation/model/adoption-book.repository';
import { mysqlCaseFiles } from './adapters/case-files.repository-mysql';
import { mysqlErasedTexts } from './adapters/erased-texts.repository-mysql';
import { mysqlErasures } from './adapters/erasures.repository-mysql';
import { EraseCustomerResolver } from './erase-customer/erase-customer.resolver';
import { finishErasures } from './finish-erasure/finish-erasures.handler';
import { caseFileConsumer } from './follow-case/case-file.consumer';
import { CustomerErasuresResolver } from './view-erasures/customer-erasures.resolver';

/** The resolvers of erasures. */
export const ERASURE_RESOLVERS = [EraseCustomerResolver, CustomerErasuresResolver] as const;

/** What erasing rests on. */
export interface ErasureFoundations {
  readonly database: Database;
  readonly masters: MasterKeys;
  readonly adoptions: AdoptionBook;
  readonly store: ContentStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Wires erasing, and what case handling tells of how long complaints are to be kept. */
export function composeErasure({ masters, ...foundations }: ErasureFoundations, pollMs: number) {
  const { database, logger } = foundations;
  const ports = { ...foundations, erasures: mysqlErasures(database), texts: mysqlErasedTexts, newId };
  const resolvers: readonly object[] = [
    new EraseCustomerResolver(ports, masters),
    new CustomerErasuresResolver(database),
  ];
  let repetition: Repetition | undefined;
  return {
    resolvers,
    handlers: caseFileConsumer({ files: mysqlCaseFiles, texts: mysqlErasedTexts }),
    worker: {
      name: 'erasures',
      start: () => {
        repetition = repeat('erasures', pollMs, logger, () => finishErasures(ports));
        return Promise.resolve();
      },
      stop: async () => {
        await repetition?.stop();
      },
    },
  };
}
