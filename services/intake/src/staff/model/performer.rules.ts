import { ROLES, type Actor } from '@redress/kernel';
import type { Regulation } from '@redress/regulations';

/**
 * Whether somebody is one of the performers that a regulation names: by a role of their token, or as a member of a party
 * whose role they hold.
 */
export function performsAs(
  { roles }: Pick<Actor, 'roles'>,
  parties: readonly string[],
  regulation: Regulation,
  performers: readonly string[],
): boolean {
  return performers.some((performer) => {
    const declared = regulation.parties.find(({ party }) => party === performer);
    const role = ROLES.find((each) => each === performer) ?? declared?.role;
    if (role === undefined || !roles.includes(role)) return false;
    return performer === role || parties.includes(performer);
  });
}
