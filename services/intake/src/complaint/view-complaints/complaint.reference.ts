import { ROLES } from '@redress/kernel';
import { fromGlobalId, requireRole, type GraphContext, type ResolveReferences } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { confinedTo } from '../../customer/model/visibility.rules';
import { complaintsByIds } from './complaint-record.query';
import { toComplaint, type Complaint } from './complaint.gql';

/** Complaints by global id; one of another organisation, or of another customer to a customer, does not exist. */
export async function findComplaints(
  database: Database,
  globalIds: readonly unknown[],
  context: GraphContext,
): Promise<readonly (Complaint | null)[]> {
  const viewer = requireRole(context, ...ROLES);
  const ids = globalIds.map((globalId) => fromGlobalId('Complaint', globalId) ?? '');
  const found = await complaintsByIds(database.reader(viewer.tenantId), ids, confinedTo(viewer));
  return found.map((complaint) => (complaint === null ? null : toComplaint(complaint.card, complaint.version)));
}

/** Answers the gateway's questions for complaints. */
export function complaintReferences(database: Database): ResolveReferences {
  return (representations, context) =>
    findComplaints(
      database,
      representations.map(({ id }) => id),
      context,
    );
}
