import { hasRole, STAFF_ROLES, type Actor } from '@redress/kernel';

/** An actor and, for a customer, whose file is their own. */
export interface Person extends Actor {
  readonly customerId?: string;
}

/** Whether the actor belongs to the organisation; whoever does not is one of its customers. */
export function isStaff(actor: Actor): boolean {
  return hasRole(actor, ...STAFF_ROLES);
}

/** The one customer to whose complaints a person is confined; `undefined` for staff, who see them all. */
export function confinedTo(person: Person): string | undefined {
  return isStaff(person) ? undefined : (person.customerId ?? '');
}
