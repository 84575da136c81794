import { fromGlobalId, type ResolveReferences } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { isStaff } from '../../complaint-case/model/case.rules';
import { toStaffMember } from './staff-view.mapper';
import { loadStaffMember } from './staff.loader';

/** Members of staff that other subgraphs refer to; complainants do not learn who they are. */
export function staffMemberReferences(database: Database): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const staffMemberId = fromGlobalId('StaffMember', id);
        if (staffMemberId === undefined || !isStaff(context.viewer)) return null;
        const stored = await loadStaffMember(database, context, 'id', staffMemberId);
        return stored === null ? null : toStaffMember(stored);
      }),
    );
}
