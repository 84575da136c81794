import { accept, hasRole, isId, refuse, STAFF_ROLES, type Actor, type Outcome } from '@redress/kernel';
import type { CustomerReference } from '../../customer/model/customer.model';
import {
  customerNotFound,
  detailProblems,
  referenceProblems,
  type CustomerRefusal,
} from '../../customer/model/customer.rules';

/** An actor and, for a customer, whose file is their own. */
export interface Person extends Actor {
  readonly customerId?: string;
}

/** Whether the actor belongs to the organisation; whoever does not is one of its customers. */
export function isStaff(actor: Actor): boolean {
  return hasRole(actor, ...STAFF_ROLES);
}

/**
 * The customer in whose name a person may complain: staff for anyone, a customer for no one but themself. A customer
 * who is not in the file yet enters it with their details, under the id of their token.
 */
export function complainantOf(person: Person, named: CustomerReference): Outcome<CustomerReference, CustomerRefusal> {
  const [problem, ...others] = isStaff(person) ? referenceProblems(named) : detailProblems(named.details);
  if (problem !== undefined) return refuse(problem, ...others);
  if (isStaff(person)) return accept(named);
  const own = person.customerId;
  if (own === undefined || !isId(own)) return refuse(customerNotFound('id'));
  if (named.externalRef !== undefined) return refuse(customerNotFound('externalRef'));
  if (named.id !== undefined && named.id !== own) return refuse(customerNotFound('id'));
  return accept({ id: own, ...(named.details === undefined ? {} : { details: named.details }) });
}

/** The one customer to whose complaints a person is confined; `undefined` for staff, who see them all. */
export function confinedTo(person: Person): string | undefined {
  return isStaff(person) ? undefined : (person.customerId ?? '');
}
