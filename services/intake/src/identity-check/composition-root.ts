import { newId, type Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { CustomerFile } from '../customer/model/customer-file.repository';
import type { MasterKeys } from '../personal-data/master-keys';
import type { AdoptionBook } from '../regulation/model/adoption-book.repository';
import { mysqlIdentityChecks } from './adapters/identity-check.repository-mysql';
import { RecordIdentityCheckResolver } from './record-identity-check/record-identity-check.resolver';
import { DisclosedCustomerResolver } from './view-identity-checks/disclosed-customer.resolver';

/** The resolvers of checks of identity, and of what they open. */
export const IDENTITY_CHECK_RESOLVERS = [DisclosedCustomerResolver, RecordIdentityCheckResolver] as const;

/** What of the service they rest on. */
export interface IdentityCheckFoundations {
  readonly database: Database;
  readonly masters: MasterKeys;
  readonly adoptions: AdoptionBook;
  readonly customers: CustomerFile;
  readonly clock: Clock;
}

/** Wires checks of identity. */
export function composeIdentityChecks({ database, masters, adoptions, customers, clock }: IdentityCheckFoundations) {
  const resolvers: readonly object[] = [
    new DisclosedCustomerResolver({ database, adoptions, clock }, masters),
    new RecordIdentityCheckResolver(
      { database, customers, identityChecks: mysqlIdentityChecks, clock, newId },
      masters,
    ),
  ];
  return { resolvers };
}
