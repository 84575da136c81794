import { ROLES, type Role } from '@redress/kernel';
import type { CasePlan } from './case-plan.model';
import type { CaseActor } from './case-actor.model';

/**
 * Whether somebody is one of the performers that a regulation names: by a role of their token, or as a member of a party
 * whose role they hold.
 */
export function performsAs(actor: CaseActor, plan: CasePlan | undefined, performers: readonly string[]): boolean {
  return performers.some((performer) => {
    const role = roleOf(performer, plan);
    if (role === undefined || !actor.roles.includes(role)) return false;
    return performer === role || (actor.parties ?? []).includes(performer);
  });
}

/** The role that a performer needs; undefined for a party that the regulation does not declare. */
export function roleOf(performer: string, plan: CasePlan | undefined): Role | undefined {
  return (
    ROLES.find((role) => role === performer) ?? plan?.regulation.parties.find(({ party }) => party === performer)?.role
  );
}
