import { requireRole, type GraphContext } from '@redress/graphql-runtime';
import { hasRole, STAFF_ROLES } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { DECIDERS } from '../../access/access.rules';
import type { ApprovalAuthority } from './approval-authority.policy';

/** The viewer, when people of the role decide on money at all. Throws `FORBIDDEN` otherwise. */
export async function requireDecider(
  context: GraphContext,
  { database, authority }: { readonly database: Database; readonly authority: Pick<ApprovalAuthority, 'takesPart'> },
): Promise<GraphContext['viewer']> {
  const viewer = requireRole(context, ...STAFF_ROLES);
  if (hasRole(viewer, ...DECIDERS)) return viewer;
  if (await authority.takesPart(database.reader(viewer.tenantId), viewer.roles)) return viewer;
  return requireRole(context, ...DECIDERS);
}
