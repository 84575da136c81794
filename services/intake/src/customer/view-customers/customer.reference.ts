import { ROLES } from '@redress/kernel';
import { fromGlobalId, requireRole, type GraphContext, type ResolveReferences } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { isStaff, type Person } from '../model/visibility.rules';
import type { MasterKeys } from '../../personal-data/master-keys';
import { toCustomer, type Customer } from './customer.gql';
import { customersByIds, identityOf, type CustomerRecord } from './customers.query';

/** Customers by id; one of another organisation, or any but themself to a customer, does not exist. */
export async function findCustomers(
  database: Database,
  masters: MasterKeys,
  ids: readonly string[],
  context: GraphContext,
): Promise<readonly (Customer | null)[]> {
  const viewer = requireRole(context, ...ROLES);
  const records = await customersByIds(database.reader(viewer.tenantId), ids);
  return records.map((record) =>
    record === null || !maySee(viewer, record.id) ? null : openCustomer(record, viewer.tenantId, masters),
  );
}

/** The GraphQL form of a record, opened. */
export function openCustomer(record: CustomerRecord, tenantId: string, masters: MasterKeys): Customer {
  return toCustomer({ ...record, identity: identityOf(record, tenantId, masters) });
}

/** Answers the gateway's questions for customers. */
export function customerReferences(database: Database, masters: MasterKeys): ResolveReferences {
  return (representations, context) =>
    findCustomers(
      database,
      masters,
      representations.map(({ id }) => fromGlobalId('Customer', id) ?? ''),
      context,
    );
}

function maySee(viewer: Person, customerId: string): boolean {
  return isStaff(viewer) || viewer.customerId === customerId;
}
