import type { TenantReader } from '@redress/persistence';
import type { StaffStanding, StaffStandings } from '../../case-file/model/staff-standings.repository';

/** A person who acts as a party. */
export interface PersonOfHolder {
  readonly subject: string;
  readonly standsInFor: string | null;
  readonly absent: boolean;
  readonly involved: boolean;
}

/** Who acts as each of the parties at a moment: those appointed to it, and whoever stands in for the absent ones. */
export async function peopleOf(
  reader: TenantReader,
  parties: readonly string[],
  { involved, at, standings }: { involved: readonly string[]; at: Date; standings: StaffStandings },
): Promise<ReadonlyMap<string, readonly PersonOfHolder[]>> {
  const members = await standings.membersOf(reader, parties);
  const isAbsent = ({ absentUntil }: StaffStanding): boolean => absentUntil !== undefined && absentUntil > at;
  const standing = new Set(members.map(({ subject }) => subject));
  return new Map(
    parties.map((party) => {
      const appointed = members.filter((each) => each.parties.includes(party));
      const delegates = appointed.filter(isAbsent).flatMap(({ subject: standsInFor, delegate }) => {
        // Nobody lends authority to decide on their own work, and only who is registered acts at all.
        if (delegate === undefined || !standing.has(delegate) || involved.includes(standsInFor)) return [];
        return [{ subject: delegate, standsInFor, absent: false, involved: involved.includes(delegate) }];
      });
      const own = appointed.map((each): PersonOfHolder => {
        const { subject } = each;
        return { subject, standsInFor: null, absent: isAbsent(each), involved: involved.includes(subject) };
      });
      return [party, [...own, ...delegates]];
    }),
  );
}
